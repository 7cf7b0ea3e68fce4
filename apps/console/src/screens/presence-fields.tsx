import { ABSENCE_REASONS, PRESENT_ROLES } from '../api/contract.js';
import { SelectField, TextField } from '../components/field.js';
import { useI18n } from '../i18n/i18n.js';
import type { ControlResultDraft } from './control-result.js';

/** Who stood for the declarant at the examination; or why nobody did, and the two witnesses (art. 205.5). */
export function PresenceFields(props: {
  readonly draft: ControlResultDraft;
  readonly onChange: (draft: ControlResultDraft) => void;
}) {
  const { t } = useI18n();
  const { draft, onChange } = props;
  return (
    <fieldset>
      <legend>{t('presence')}</legend>
      <div className="field-row">
        <SelectField
          label={t('presentRole')}
          value={draft.presentRole}
          options={[
            ['', t('presentNobody')],
            ...PRESENT_ROLES.map((role) => [role, t(`present_${role}`)] as const),
          ]}
          onChange={(presentRole) => onChange({ ...draft, presentRole })}
        />
        {draft.presentRole === '' ? (
          <SelectField
            label={t('absenceReason')}
            value={draft.absenceReason}
            options={[
              ['', t('notChosen')],
              ...ABSENCE_REASONS.map((why) => [why, t(`absence_${why}`)] as const),
            ]}
            onChange={(absenceReason) => onChange({ ...draft, absenceReason })}
          />
        ) : (
          <>
            <TextField
              label={t('presentName')}
              value={draft.presentName}
              onChange={(presentName) => onChange({ ...draft, presentName })}
            />
            <TextField
              label={t('copyHandedTo')}
              value={draft.copyHandedTo}
              onChange={(copyHandedTo) => onChange({ ...draft, copyHandedTo })}
            />
          </>
        )}
      </div>
      {draft.presentRole === ''
        ? draft.witnesses.map((witness, index) => {
            const number = String(index + 1);
            const change = (changed: typeof witness) =>
              onChange({
                ...draft,
                witnesses: draft.witnesses.map((other, at) => (at === index ? changed : other)),
              });
            return (
              <div className="field-row" key={number}>
                <TextField
                  label={t('witness', { number })}
                  value={witness.name}
                  onChange={(name) => change({ ...witness, name })}
                />
                <TextField
                  label={t('witnessAddress', { number })}
                  value={witness.detail}
                  onChange={(detail) => change({ ...witness, detail })}
                />
              </div>
            );
          })
        : null}
    </fieldset>
  );
}

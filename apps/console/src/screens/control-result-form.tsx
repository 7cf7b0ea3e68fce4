import { type FormEvent, useState } from 'react';
import { Link } from 'react-router';
import { type ControlView, DISCREPANCY_KINDS, type WorkItem } from '../api/contract.js';
import { useCommand, useControl } from '../api/queries.js';
import { FailureNotice } from '../components/failure-notice.js';
import { FormDefects, SelectField, TextField } from '../components/field.js';
import { Loading } from '../components/page.js';
import { useI18n } from '../i18n/i18n.js';
import type { TextKey } from '../i18n/language.js';
import { useSession } from '../session/session.js';
import { controlResultBody, emptyResult, type ItemDraft, missingInResult } from './control-result.js';
import { DocumentCheckFields } from './document-check-fields.js';
import { EvidenceFields } from './evidence-fields.js';
import { PresenceFields } from './presence-fields.js';

/** Records what an examination or a document check found. The service names everything that the act still lacks. */
export function ControlResultForm({ item }: { readonly item: WorkItem }) {
  const { data, error } = useControl(item.subjectId);
  if (error) return <FailureNotice failure={error} />;
  return data ? <ResultForm control={data.body} /> : <Loading />;
}

function ResultForm({ control }: { readonly control: ControlView }) {
  const { t } = useI18n();
  const { person } = useSession();
  const [draft, setDraft] = useState(() => emptyResult(control, person.name));
  const [defects, setDefects] = useState<readonly TextKey[]>([]);
  const { mutate, error, isPending, isSuccess, data } = useCommand<Pick<ControlView, 'actNumber'>>();

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setDefects(missingInResult(draft));
    const body = controlResultBody(draft, control.form);
    if (body) mutate({ path: `/v1/controls/${encodeURIComponent(control.id)}/results`, body });
  };

  if (isSuccess) {
    return (
      <div className="notice notice-good" role="status">
        <p>{t('resultRecorded', { number: data.body.actNumber ?? '' })}</p>
        <Link to="/work">{t('backToWork')}</Link>
      </div>
    );
  }
  return (
    <form className="panel" onSubmit={submit} noValidate aria-labelledby="result-title">
      <h2 id="result-title">{t('resultTitle')}</h2>
      <p>{control.task}</p>
      <div className="field-row">
        <TextField
          label={t('officerName')}
          value={draft.officer.name}
          onChange={(name) => setDraft({ ...draft, officer: { ...draft.officer, name } })}
        />
        <TextField
          label={t('officerPosition')}
          value={draft.officer.detail}
          onChange={(detail) => setDraft({ ...draft, officer: { ...draft.officer, detail } })}
        />
        <TextField
          label={t('place')}
          value={draft.place}
          onChange={(place) => setDraft({ ...draft, place })}
        />
      </div>
      <div className="field-row">
        <TextField
          label={t('startedAt')}
          type="datetime-local"
          value={draft.startedAt}
          onChange={(startedAt) => setDraft({ ...draft, startedAt })}
        />
        <TextField
          label={t('endedAt')}
          type="datetime-local"
          value={draft.endedAt}
          onChange={(endedAt) => setDraft({ ...draft, endedAt })}
        />
      </div>
      {draft.items.map((line) => (
        <ItemFields
          key={line.itemNumber}
          line={line}
          onChange={(changed) =>
            setDraft({ ...draft, items: draft.items.map((other) => (other === line ? changed : other)) })
          }
        />
      ))}
      <EvidenceFields evidence={draft.evidence} onChange={(evidence) => setDraft({ ...draft, evidence })} />
      {control.form === 'EXAMINATION' ? (
        <PresenceFields draft={draft} onChange={setDraft} />
      ) : (
        <DocumentCheckFields draft={draft} onChange={setDraft} />
      )}
      <TextField
        label={t('statements')}
        rows={2}
        value={draft.statements}
        onChange={(statements) => setDraft({ ...draft, statements })}
      />
      <FormDefects title={t('correctForm')} defects={defects.map((key) => t(key))} />
      <FailureNotice failure={error} focus />
      <button type="submit" disabled={isPending}>
        {isPending ? t('sending') : t('submitResult')}
      </button>
    </form>
  );
}

/** What was found at one item that was ordered. */
function ItemFields({
  line,
  onChange,
}: {
  readonly line: ItemDraft;
  readonly onChange: (line: ItemDraft) => void;
}) {
  const { t } = useI18n();
  return (
    <fieldset>
      <legend>
        {line.itemNumber === 0 ? t('wholeDocument') : t('itemOutcome', { number: String(line.itemNumber) })}
      </legend>
      <div className="choices">
        {(['CONFORMS', 'DISCREPANCY'] as const).map((outcome) => (
          <label key={outcome} className="choice">
            <input
              type="radio"
              name={`outcome-${line.itemNumber}`}
              checked={line.outcome === outcome}
              onChange={() => onChange({ ...line, outcome })}
            />
            <span>{t(`outcome_${outcome}`)}</span>
          </label>
        ))}
      </div>
      {line.outcome === 'DISCREPANCY' ? (
        <div className="field-row">
          <SelectField
            label={t('findingKind')}
            value={line.kind}
            options={DISCREPANCY_KINDS.map((kind) => [kind, t(`finding_${kind}`)])}
            onChange={(kind) => onChange({ ...line, kind })}
          />
          <TextField
            label={t('findingText')}
            value={line.text}
            onChange={(text) => onChange({ ...line, text })}
          />
        </div>
      ) : null}
    </fieldset>
  );
}

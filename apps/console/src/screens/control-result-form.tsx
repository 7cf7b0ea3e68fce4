import { type FormEvent, useState } from 'react';
import { Link } from 'react-router';
import { FINDING_KINDS, type WorkItem } from '../api/contract.js';
import { useCommand } from '../api/queries.js';
import { FailureNotice } from '../components/failure-notice.js';
import { Field, FormDefects } from '../components/field.js';
import { useI18n } from '../i18n/i18n.js';
import type { TextKey } from '../i18n/language.js';
import { controlResultBody, EMPTY_FINDING, EMPTY_RESULT, type FindingDraft, missingInResult } from './control-result.js';

const OUTCOMES = ['CONFORMS', 'DISCREPANCY'] as const;

/** Records what an examination or a document check found, with its evidence. */
export function ControlResultForm({ item }: { readonly item: WorkItem }) {
  const { t } = useI18n();
  const [draft, setDraft] = useState(EMPTY_RESULT);
  const [defects, setDefects] = useState<readonly TextKey[]>([]);
  const { mutate, error, isPending, isSuccess, data } = useCommand<{ readonly actNumber?: string }>();

  const change = (index: number, changed: FindingDraft | undefined) =>
    setDraft({
      ...draft,
      findings: draft.findings.flatMap((finding, at) => (at !== index ? [finding] : changed ? [changed] : [])),
    });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setDefects(missingInResult(draft));
    const body = controlResultBody(draft);
    if (body) mutate({ path: `/v1/controls/${encodeURIComponent(item.subjectId)}/results`, body });
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
      <fieldset>
        <legend>{t('resultOutcome')}</legend>
        {OUTCOMES.map((outcome) => (
          <label key={outcome} className="choice">
            <input
              type="radio"
              name="outcome"
              checked={draft.outcome === outcome}
              onChange={() =>
                setDraft({
                  ...draft,
                  outcome,
                  findings: outcome === 'DISCREPANCY' && draft.findings.length === 0 ? [EMPTY_FINDING] : draft.findings,
                })
              }
            />
            <span>{t(`outcome_${outcome}`)}</span>
          </label>
        ))}
      </fieldset>
      {draft.outcome === 'DISCREPANCY' ? (
        <fieldset>
          <legend>{t('findings')}</legend>
          {draft.findings.map((finding, index) => (
            <FindingFields
              key={index}
              number={index + 1}
              finding={finding}
              onChange={(changed) => change(index, changed)}
              onRemove={draft.findings.length > 1 ? () => change(index, undefined) : undefined}
            />
          ))}
          <button
            type="button"
            className="quiet"
            onClick={() => setDraft({ ...draft, findings: [...draft.findings, EMPTY_FINDING] })}
          >
            {t('addFinding')}
          </button>
        </fieldset>
      ) : null}
      <Field
        label={t('evidence')}
        hint={t('evidenceHint')}
        wrong={defects.includes('evidenceMissing') ? t('evidenceMissing') : undefined}
      >
        {(ids) => (
          <textarea
            {...ids}
            rows={4}
            value={draft.evidence}
            onChange={({ target }) => setDraft({ ...draft, evidence: target.value })}
          />
        )}
      </Field>
      <FormDefects title={t('correctForm')} defects={defects.map((key) => t(key))} />
      <FailureNotice failure={error} focus />
      <button type="submit" disabled={isPending}>
        {isPending ? t('sending') : t('submitResult')}
      </button>
    </form>
  );
}

function FindingFields(props: {
  readonly number: number;
  readonly finding: FindingDraft;
  readonly onChange: (finding: FindingDraft) => void;
  readonly onRemove: (() => void) | undefined;
}) {
  const { t } = useI18n();
  const { finding, onChange } = props;
  const number = String(props.number);
  return (
    <div className="finding" role="group" aria-label={t('finding', { number })}>
      <Field label={t('findingItem')} hint={t('findingItemHint')}>
        {(ids) => (
          <input
            {...ids}
            inputMode="numeric"
            maxLength={3}
            value={finding.itemNumber}
            onChange={({ target }) => onChange({ ...finding, itemNumber: target.value })}
          />
        )}
      </Field>
      <Field label={t('findingKind')}>
        {(ids) => (
          <select
            {...ids}
            value={finding.kind}
            onChange={({ target }) => {
              const kind = FINDING_KINDS.find((known) => known === target.value);
              if (kind) onChange({ ...finding, kind });
            }}
          >
            {FINDING_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {t(`finding_${kind}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t('findingText')}>
        {(ids) => (
          <input {...ids} value={finding.text} onChange={({ target }) => onChange({ ...finding, text: target.value })} />
        )}
      </Field>
      {props.onRemove ? (
        <button type="button" className="quiet" aria-label={t('removeFinding', { number })} onClick={props.onRemove}>
          ✕
        </button>
      ) : null}
    </div>
  );
}

import { type FormEvent, useState } from 'react';
import { Link } from 'react-router';
import { RELEASE_CONDITIONS, type WorkItem } from '../api/contract.js';
import { pathOfNumber } from '../api/gateway.js';
import { useCommand, useReasons, useTimeline } from '../api/queries.js';
import { FailureNotice } from '../components/failure-notice.js';
import { Field, FormDefects } from '../components/field.js';
import { Loading } from '../components/page.js';
import { useI18n } from '../i18n/i18n.js';
import type { TextKey } from '../i18n/language.js';
import { declarationOf } from './case-screen.js';
import {
  type GroundDraft,
  groundsOf,
  missingInRefusal,
  needsCondition,
  refusalBody,
  type RefusalDraft,
} from './refusal-grounds.js';

/** Finds the number of the declaration that the work is about, then shows the form of the decision. */
export function ReleaseDecision({ item }: { readonly item: WorkItem }) {
  const timeline = useTimeline(item.caseId);
  const number = timeline.data ? declarationOf(timeline.data.body.case) : undefined;
  if (timeline.error) return <FailureNotice failure={timeline.error} />;
  return number === undefined ? <Loading /> : <ReleaseDecisionForm number={number} />;
}

/** Release, or refusal with every ground that applies, each with its article and its facts. */
function ReleaseDecisionForm({ number }: { readonly number: string }) {
  const { t } = useI18n();
  const [decision, setDecision] = useState<'RELEASE' | 'REFUSE'>();
  const [considered, setConsidered] = useState('');
  const [grounds, setGrounds] = useState<RefusalDraft>({});
  const [defects, setDefects] = useState<readonly TextKey[]>([]);
  const { mutate, error, isPending, isSuccess } = useCommand<unknown>();

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const missing =
      decision === undefined
        ? ['decisionMissing' as const]
        : decision === 'REFUSE'
          ? missingInRefusal(grounds)
          : [];
    setDefects(missing);
    if (missing.length > 0) return;
    const declaration = `/v1/goods-declarations/${pathOfNumber(number)}`;
    if (decision === 'REFUSE') mutate({ path: `${declaration}/refusals`, body: refusalBody(grounds) });
    else {
      const findingsConsidered = considered.trim();
      mutate({
        path: `${declaration}/releases`,
        body: findingsConsidered === '' ? {} : { findingsConsidered },
      });
    }
  };

  if (isSuccess) {
    return (
      <div className="notice notice-good" role="status">
        <p>{t(decision === 'REFUSE' ? 'refused' : 'released')}</p>
        <Link to="/work">{t('backToWork')}</Link>
      </div>
    );
  }
  return (
    <form className="panel" onSubmit={submit} noValidate aria-labelledby="decision-title">
      <h2 id="decision-title">{t('decisionTitle')}</h2>
      <p>
        <Link to={`/declarations/${number}`}>{t('declaration', { number })}</Link>
      </p>
      <fieldset>
        <legend>{t('decisionKind')}</legend>
        <label className="choice">
          <input
            type="radio"
            name="decision"
            checked={decision === 'RELEASE'}
            onChange={() => setDecision('RELEASE')}
          />
          <span>{t('decisionRelease')}</span>
        </label>
        <label className="choice">
          <input
            type="radio"
            name="decision"
            checked={decision === 'REFUSE'}
            onChange={() => setDecision('REFUSE')}
          />
          <span>{t('decisionRefuse')}</span>
        </label>
      </fieldset>
      {decision === 'RELEASE' ? (
        <Field label={t('findingsConsidered')} hint={t('findingsConsideredHint')}>
          {(ids) => (
            <textarea
              {...ids}
              rows={3}
              value={considered}
              onChange={({ target }) => setConsidered(target.value)}
            />
          )}
        </Field>
      ) : null}
      {decision === 'REFUSE' ? <Grounds chosen={grounds} onChange={setGrounds} /> : null}
      <FormDefects title={t('correctForm')} defects={defects.map((key) => t(key))} />
      <FailureNotice failure={error} focus />
      <button type="submit" className={decision === 'REFUSE' ? 'grave' : undefined} disabled={isPending}>
        {isPending ? t('sending') : decision === 'REFUSE' ? t('submitRefusal') : t('submitRelease')}
      </button>
    </form>
  );
}

function Grounds(props: {
  readonly chosen: RefusalDraft;
  readonly onChange: (chosen: RefusalDraft) => void;
}) {
  const { t, language } = useI18n();
  const reasons = useReasons();
  const { chosen, onChange } = props;
  if (!reasons.data) return reasons.error ? <FailureNotice failure={reasons.error} /> : <Loading />;
  const without = (code: string) =>
    Object.fromEntries(Object.entries(chosen).filter(([other]) => other !== code));
  return (
    <fieldset>
      <legend>{t('refusalGrounds')}</legend>
      <p className="hint">{t('groundsOfAct')}</p>
      <ul className="grounds">
        {groundsOf(reasons.data).map(({ definition, article }) => {
          const draft = chosen[definition.code];
          return (
            <li key={definition.code} className={draft ? 'ground-chosen' : undefined}>
              <label className="choice">
                <input
                  type="checkbox"
                  checked={draft !== undefined}
                  onChange={({ target }) =>
                    onChange(
                      target.checked
                        ? { ...chosen, [definition.code]: { facts: '', condition: undefined } }
                        : without(definition.code),
                    )
                  }
                />
                <span>
                  {definition.text[language]} <span className="article">{article}</span>
                </span>
              </label>
              {draft ? (
                <GroundFields
                  code={definition.code}
                  draft={draft}
                  onChange={(changed) => onChange({ ...chosen, [definition.code]: changed })}
                />
              ) : null}
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}

function GroundFields(props: {
  readonly code: string;
  readonly draft: GroundDraft;
  readonly onChange: (draft: GroundDraft) => void;
}) {
  const { t } = useI18n();
  const { code, draft, onChange } = props;
  return (
    <div className="ground-fields">
      {needsCondition(code) ? (
        <Field label={t('groundCondition')}>
          {(ids) => (
            <select
              {...ids}
              value={draft.condition ?? ''}
              onChange={({ target }) =>
                onChange({ ...draft, condition: RELEASE_CONDITIONS.find((known) => known === target.value) })
              }
            >
              <option value="">—</option>
              {RELEASE_CONDITIONS.map((condition) => (
                <option key={condition} value={condition}>
                  {t(`condition_${condition}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
      ) : null}
      <Field label={t('groundFacts')} hint={t('groundFactsHint')}>
        {(ids) => (
          <textarea
            {...ids}
            rows={2}
            value={draft.facts}
            onChange={({ target }) => onChange({ ...draft, facts: target.value })}
          />
        )}
      </Field>
    </div>
  );
}

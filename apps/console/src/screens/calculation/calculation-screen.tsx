import { type FormEvent, useMemo, useState } from 'react';
import { Refused } from '../../api/failure.js';
import { useCalculation } from '../../api/payments-queries.js';
import { useReasons } from '../../api/queries.js';
import { FailureNotice } from '../../components/failure-notice.js';
import { TextField } from '../../components/field.js';
import { Page } from '../../components/page.js';
import { useI18n } from '../../i18n/i18n.js';
import { calculationBody, emptyCalculation, MOST_ITEMS, withAnotherItem } from './calculation-draft.js';
import { CalculationItem } from './calculation-item.js';
import { CalculationResult } from './calculation-result.js';

/** What would be payable for goods that are not declared yet: nothing of it is stored. */
export function CalculationScreen() {
  const { t } = useI18n();
  const [draft, setDraft] = useState(emptyCalculation);
  const { mutate, data, error, isPending } = useCalculation();
  const wrong = useSentences(error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    mutate(calculationBody(draft));
  };
  return (
    <Page title={t('navCalculation')} intro={t('calculationIntro')}>
      <form className="panel" onSubmit={submit} noValidate aria-label={t('calculationGoods')}>
        <div className="field-row">
          <TextField
            label={t('calculationProcedure')}
            hint={t('calculationProcedureHint')}
            value={draft.procedure}
            wrong={wrong.get('/procedure')}
            onChange={(procedure) => setDraft({ ...draft, procedure })}
          />
          <TextField
            label={t('calculationDay')}
            hint={t('calculationDayHint')}
            type="date"
            value={draft.registeredOn}
            wrong={wrong.get('/registeredOn')}
            onChange={(registeredOn) => setDraft({ ...draft, registeredOn })}
          />
        </div>
        {draft.items.map((item, index) => (
          <CalculationItem
            key={item.key}
            number={index + 1}
            item={item}
            wrongAt={(field) => wrong.get(`/items/${index}${field}`)}
            onChange={(changed) =>
              setDraft({ ...draft, items: draft.items.map((other) => (other === item ? changed : other)) })
            }
            onRemove={
              draft.items.length > 1
                ? () => setDraft({ ...draft, items: draft.items.filter((other) => other !== item) })
                : undefined
            }
          />
        ))}
        {draft.items.length < MOST_ITEMS ? (
          <button type="button" className="quiet" onClick={() => setDraft(withAnotherItem(draft))}>
            {t('calculationAdd')}
          </button>
        ) : null}
        <FailureNotice failure={error} focus />
        <button type="submit" disabled={isPending}>
          {isPending ? t('sending') : t('calculationSubmit')}
        </button>
      </form>
      {data && !error ? <CalculationResult result={data.body} /> : null}
    </Page>
  );
}

/** The sentence of each reason that points to a field, by its pointer. */
function useSentences(error: unknown): ReadonlyMap<string, string> {
  const { t, language } = useI18n();
  const catalogue = useReasons().data;
  return useMemo(() => {
    const reasons = error instanceof Refused ? error.problem.reasons : [];
    return new Map(
      reasons.map(({ pointer, code, text }) => [
        pointer ?? '',
        (text ?? catalogue?.get(code)?.text)?.[language] ?? t('reasonUnknown'),
      ]),
    );
  }, [error, catalogue, language, t]);
}

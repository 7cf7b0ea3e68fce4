import { useEffect, useMemo, useRef } from 'react';
import type { CalculationLine, CalculationView } from '../../api/payments-contract.js';
import { columnsOf, DataTable } from '../../components/data-table.js';
import { Facts } from '../../components/page.js';
import { useI18n } from '../../i18n/i18n.js';

const column = columnsOf<CalculationLine>();

/** The sum by kind, and each figure with its base, rate, day and article. Takes the focus when it appears. */
export function CalculationResult({ result }: { readonly result: CalculationView }) {
  const { t, option, day, tenge } = useI18n();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [result]);
  const columns = useMemo(
    () =>
      column.columns([
        column.accessor('item', {
          header: t('calculationItem'),
          cell: ({ getValue }) => (getValue() === 0 ? t('wholeDocument') : String(getValue())),
        }),
        column.accessor('kind', { header: t('balancePurpose'), cell: ({ getValue }) => option(getValue()) }),
        column.accessor('base', { header: t('calculationBase'), enableSorting: false, cell: figures }),
        column.display({
          id: 'rate',
          header: t('calculationRate'),
          cell: ({ row: { original: line } }) => (
            <>
              <span className="number">{line.rate || '—'}</span>
              <span className="work-kind">{t('calculationRateOn', { day: day(line.rateDate) })}</span>
              {line.preference ? <span className="work-kind">{line.preference}</span> : null}
              {line.relief ? (
                <span className="work-kind">
                  {t('calculationRelief', {
                    amount: tenge(line.relief.relieved),
                    article: line.relief.article,
                  })}
                </span>
              ) : null}
              {line.exchangeRates.map(({ currency, kzt, date }) => (
                <span key={currency} className="work-kind">
                  {t('calculationExchange', { currency, kzt, day: day(date) })}
                </span>
              ))}
            </>
          ),
        }),
        column.accessor('article', { header: t('ground') }),
        column.accessor('payable', {
          header: t('calculationPayable'),
          enableSorting: false,
          cell: ({ row: { original: line } }) => (
            <>
              <span className="amount">{tenge(line.payable)}</span>
              {line.contingent ? (
                <span className="work-kind">
                  {t('calculationContingent', { amount: tenge(line.contingent) })}
                </span>
              ) : null}
            </>
          ),
        }),
      ]),
    [t, option, day, tenge],
  );
  return (
    <section aria-labelledby="calculation-result">
      <h2 id="calculation-result" className="section-title" tabIndex={-1} ref={heading}>
        {t('calculationTotal', { total: tenge(result.total) })}
      </h2>
      <div className="panel">
        <Facts
          facts={[
            [t('columnValue'), tenge(result.customsValue)],
            [t('calculationRatesOf'), day(result.rateDate)],
            ...Object.entries(result.payable).map(([kind, amount]) => [option(kind), tenge(amount)] as const),
          ]}
        />
      </div>
      <DataTable
        caption={t('calculationLines')}
        columns={columns}
        rows={result.lines}
        rowId={({ item, kind, article }) => `${item}/${kind}/${article}`}
      />
    </section>
  );

  function figures({ getValue }: { readonly getValue: () => string }) {
    return <span className="number">{getValue() || '—'}</span>;
  }
}

import { useMemo } from 'react';
import type { InterestOfKind, LateSum } from '../../api/payments-contract.js';
import { useBalances, useDebts } from '../../api/payments-queries.js';
import { columnsOf, DataTable } from '../../components/data-table.js';
import { FailureNotice } from '../../components/failure-notice.js';
import { Loading } from '../../components/page.js';
import { useI18n } from '../../i18n/i18n.js';
import { PayerPage } from './payer-page.js';

const column = columnsOf<LateSum>();

/** What was not paid in its term at each customs body, and the penalty interest that it brought. */
export function DebtsScreen() {
  const { t } = useI18n();
  return (
    <PayerPage title={t('debtsTitle')} intro={t('debtsIntro')}>
      {(payer) => <Debts key={payer} payer={payer} />}
    </PayerPage>
  );
}

function Debts({ payer }: { readonly payer: string }) {
  const { t } = useI18n();
  const { data, error } = useBalances(payer);
  if (error) return <FailureNotice failure={error} />;
  if (!data) return <Loading />;
  const bodies = [...new Set(data.body.items.map(({ customsBody }) => customsBody))];
  if (bodies.length === 0) return <p className="empty">{t('noDebts')}</p>;
  return bodies.map((customsBody) => <DebtsAt key={customsBody} payer={payer} customsBody={customsBody} />);
}

function DebtsAt({ payer, customsBody }: { readonly payer: string; readonly customsBody: string }) {
  const { t, day } = useI18n();
  const { data, error } = useDebts(payer, customsBody);
  if (error) return <FailureNotice failure={error} />;
  if (!data) return <Loading />;
  const { sums, interest, until } = data.body;
  const title = t('debtsAt', { customsBody });
  return (
    <section>
      <h2 className="section-title">{title}</h2>
      {sums.length === 0 ? <p className="empty">{t('noDebts')}</p> : <Sums caption={title} sums={sums} />}
      {interest.length > 0 ? <h3>{t('interestUntil', { day: day(until) })}</h3> : null}
      {interest.map((ofKind) => (
        <Interest key={ofKind.kind} interest={ofKind} />
      ))}
    </section>
  );
}

function Sums({ caption, sums }: { readonly caption: string; readonly sums: readonly LateSum[] }) {
  const { t, option, day, tenge } = useI18n();
  const columns = useMemo(
    () =>
      column.columns([
        column.accessor('kind', { header: t('balancePurpose'), cell: ({ getValue }) => option(getValue()) }),
        column.accessor('document', { header: t('entryDocument') }),
        column.accessor('dueOn', { header: t('debtDue'), cell: ({ getValue }) => day(getValue()) }),
        column.accessor('amount', {
          header: t('debtAmount'),
          enableSorting: false,
          cell: ({ getValue }) => <span className="amount">{tenge(getValue())}</span>,
        }),
        column.accessor('unpaid', {
          header: t('debtUnpaid'),
          enableSorting: false,
          cell: ({ getValue }) => <span className="amount">{tenge(getValue())}</span>,
        }),
      ]),
    [t, option, day, tenge],
  );
  return <DataTable caption={caption} columns={columns} rows={sums} rowId={({ id }) => id} />;
}

/** The interest on one kind; how each figure came about is one click away. */
function Interest({ interest }: { readonly interest: InterestOfKind }) {
  const { t, option, day, tenge } = useI18n();
  return (
    <details className="interest">
      <summary>
        {option(interest.kind)}: <span className="amount">{tenge(interest.amount)}</span>
      </summary>
      <ul className="plain-list">
        {interest.days.map((period) => (
          <li key={period.first}>
            {t('interestPeriod', {
              first: day(period.first),
              last: day(period.last),
              days: String(period.days),
              sum: tenge(period.sum),
              percent: period.refinancingPercent,
              multiplier: period.multiplier,
            })}
          </li>
        ))}
      </ul>
    </details>
  );
}

import { useMemo } from 'react';
import type { Turnover } from '../../api/payments-contract.js';
import { useTurnover } from '../../api/payments-queries.js';
import { columnsOf, DataTable } from '../../components/data-table.js';
import { FailureNotice } from '../../components/failure-notice.js';
import { useI18n } from '../../i18n/i18n.js';

const column = columnsOf<Turnover>();
const SUMS = ['calculated', 'assessed', 'reduced', 'paid', 'offset', 'returned'] as const;

/** What went over the account at one customs body since the first of January, by budget code. */
export function TurnoverTable(props: {
  readonly payer: string;
  readonly customsBody: string;
  readonly day: string;
}) {
  const { t, option, tenge } = useI18n();
  const { data, error } = useTurnover(props.payer, props.customsBody, props.day);
  const columns = useMemo(
    () =>
      column.columns([
        column.accessor('purpose', {
          header: t('balancePurpose'),
          cell: ({ getValue }) => option(getValue()),
        }),
        column.accessor('budgetCode', {
          header: t('budgetCode'),
          cell: ({ getValue }) => <span className="number">{getValue() ?? '—'}</span>,
        }),
        ...SUMS.map((sum) =>
          column.accessor(sum, {
            header: t(`turnover_${sum}`),
            enableSorting: false,
            cell: ({ getValue }) => <span className="amount">{tenge(getValue())}</span>,
          }),
        ),
      ]),
    [t, option, tenge],
  );
  const title = t('turnoverOf', { customsBody: props.customsBody, year: props.day.slice(0, 4) });
  const rows = data?.body.accounts ?? [];
  if (error) return <FailureNotice failure={error} />;
  if (rows.length === 0) return null;
  return (
    <>
      <h2 className="section-title">{title}</h2>
      <DataTable caption={title} columns={columns} rows={rows} rowId={({ purpose }) => purpose} />
    </>
  );
}

import { useMemo, useState } from 'react';
import type { AccountBalance } from '../../api/payments-contract.js';
import { type EntryFilter, useBalances } from '../../api/payments-queries.js';
import { columnsOf, DataTable } from '../../components/data-table.js';
import { FailureNotice } from '../../components/failure-notice.js';
import { TextField } from '../../components/field.js';
import { Loading } from '../../components/page.js';
import { useI18n } from '../../i18n/i18n.js';
import { EntriesTable } from './entries-table.js';
import { PayerPage } from './payer-page.js';
import { TurnoverTable } from './turnover-table.js';

const column = columnsOf<AccountBalance>();

/** Money on account, what is owed and what covers it; below it by budget code, and every line. */
export function AccountScreen() {
  const { t } = useI18n();
  return (
    <PayerPage title={t('navAccount')} intro={t('accountIntro')}>
      {(payer) => <Account key={payer} payer={payer} />}
    </PayerPage>
  );
}

function Account({ payer }: { readonly payer: string }) {
  const { t } = useI18n();
  const balances = useBalances(payer);
  const [filter, setFilter] = useState<EntryFilter>({ from: '', to: '' });
  if (balances.error) return <FailureNotice failure={balances.error} />;
  if (!balances.data) return <Loading />;
  const { items, on } = balances.data.body;
  const bodies = [...new Set(items.map(({ customsBody }) => customsBody))];
  return (
    <>
      <h2 className="section-title">{t('accountOf', { bin: payer })}</h2>
      {items.length === 0 ? (
        <p className="empty">{t('noBalances')}</p>
      ) : (
        <Balances payer={payer} items={items} />
      )}
      {bodies.map((customsBody) => (
        <TurnoverTable key={customsBody} payer={payer} customsBody={customsBody} day={on} />
      ))}
      <h2 className="section-title">{t('entries')}</h2>
      <form className="filters" onSubmit={(event) => event.preventDefault()}>
        <TextField
          label={t('entriesFrom')}
          type="date"
          value={filter.from}
          onChange={(from) => setFilter({ ...filter, from })}
        />
        <TextField
          label={t('entriesTo')}
          type="date"
          value={filter.to}
          onChange={(to) => setFilter({ ...filter, to })}
        />
      </form>
      <EntriesTable payer={payer} filter={filter} />
    </>
  );
}

function Balances({ payer, items }: { readonly payer: string; readonly items: readonly AccountBalance[] }) {
  const { t, code, option, tenge } = useI18n();
  const columns = useMemo(
    () =>
      column.columns([
        column.accessor('account', {
          header: t('balanceKind'),
          cell: ({ getValue }) => code('account', getValue()),
        }),
        column.accessor('kind', { header: t('balancePurpose'), cell: ({ getValue }) => option(getValue()) }),
        column.accessor('customsBody', {
          header: t('columnBody'),
          cell: ({ getValue }) => <span className="number">{getValue()}</span>,
        }),
        column.accessor('balance', {
          header: t('balanceAmount'),
          enableSorting: false,
          cell: ({ getValue }) => <span className="amount">{tenge(getValue())}</span>,
        }),
      ]),
    [t, code, option, tenge],
  );
  return (
    <DataTable
      caption={t('accountOf', { bin: payer })}
      columns={columns}
      rows={items}
      rowId={({ account, customsBody, kind }) => [account, customsBody, kind].join('/')}
    />
  );
}

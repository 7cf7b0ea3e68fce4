import { useMemo } from 'react';
import type { AccountLine } from '../../api/payments-contract.js';
import { entriesFile, type EntryFilter, useEntries } from '../../api/payments-queries.js';
import { columnsOf, DataTable } from '../../components/data-table.js';
import { DownloadButton } from '../../components/download-button.js';
import { FailureNotice } from '../../components/failure-notice.js';
import { Loading } from '../../components/page.js';
import { useI18n } from '../../i18n/i18n.js';

const column = columnsOf<AccountLine>();

/** The lines of an account, the newest first, page after page, and all of them as a file. */
export function EntriesTable({ payer, filter }: { readonly payer: string; readonly filter: EntryFilter }) {
  const { t, code, option, day, tenge } = useI18n();
  const entries = useEntries(payer, filter);
  const rows = useMemo(() => entries.data?.pages.flatMap(({ body }) => body.items) ?? [], [entries.data]);
  const columns = useMemo(
    () =>
      column.columns([
        column.accessor('postedOn', { header: t('entryPosted'), cell: ({ getValue }) => day(getValue()) }),
        column.accessor('type', { header: t('entryType'), cell: ({ getValue }) => option(getValue()) }),
        column.accessor('document', { header: t('entryDocument') }),
        column.accessor('account', {
          header: t('balanceKind'),
          cell: ({ row: { original: line } }) => (
            <>
              {code('account', line.account)}
              <span className="work-kind">{option(line.kind)}</span>
            </>
          ),
        }),
        column.accessor('debit', { header: t('entryDebit'), enableSorting: false, cell: amount }),
        column.accessor('credit', { header: t('entryCredit'), enableSorting: false, cell: amount }),
        column.accessor('ground', { header: t('ground') }),
      ]),
    [t, code, option, day, tenge],
  );
  if (entries.error) return <FailureNotice failure={entries.error} />;
  if (entries.isPending) return <Loading />;
  return (
    <>
      {rows.length === 0 ? (
        <p className="empty">{t('noEntries')}</p>
      ) : (
        <DataTable
          caption={t('entries')}
          columns={columns}
          rows={rows}
          rowId={({ id, line }) => `${id}:${line}`}
        />
      )}
      <div className="below-table">
        {rows.length > 0 ? <p>{t('showing', { count: String(rows.length) })}</p> : null}
        {entries.hasNextPage ? (
          <button
            type="button"
            className="quiet"
            disabled={entries.isFetchingNextPage}
            onClick={() => void entries.fetchNextPage()}
          >
            {t('loadMore')}
          </button>
        ) : null}
        <DownloadButton
          path={entriesFile(payer, filter)}
          fileName={`account-${payer}.csv`}
          label={t('entriesCsv')}
        />
      </div>
    </>
  );

  function amount({ getValue }: { readonly getValue: () => string }) {
    return <span className="amount">{getValue() === '' ? '' : tenge(getValue())}</span>;
  }
}

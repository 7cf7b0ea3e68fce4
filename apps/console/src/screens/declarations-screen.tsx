import { useMemo, useState } from 'react';
import { Link } from 'react-router';
import type { DeclarationRow } from '../api/contract.js';
import { useDeclarations } from '../api/queries.js';
import { columnsOf, DataTable } from '../components/data-table.js';
import { FailureNotice } from '../components/failure-notice.js';
import { Field } from '../components/field.js';
import { Loading, Page } from '../components/page.js';
import { StatusBadge } from '../components/status-badge.js';
import { useI18n } from '../i18n/i18n.js';

const STATUSES = [
  'FILED',
  'REGISTRATION_REFUSED',
  'REGISTERED',
  'AWAITING_GOODS',
  'UNDER_CHECK',
  'SUSPENDED_IP',
  'RELEASED',
  'CONDITIONALLY_RELEASED',
  'RELEASE_REFUSED',
  'WITHDRAWN',
  'RELEASE_CANCELLED',
] as const;
const column = columnsOf<DeclarationRow>();

export function DeclarationsScreen() {
  const { t, code, instant, time } = useI18n();
  const [status, setStatus] = useState('');
  const { data, error, isPending } = useDeclarations(status);
  const columns = useMemo(
    () =>
      column.columns([
        column.accessor('number', {
          header: t('columnNumber'),
          cell: ({ getValue }) => (
            <Link className="number" to={`/declarations/${getValue()}`}>
              {getValue()}
            </Link>
          ),
        }),
        column.accessor('status', {
          header: t('filterStatus'),
          cell: ({ getValue }) => <StatusBadge status={getValue()} />,
        }),
        column.accessor('declarant', {
          header: t('columnDeclarant'),
          cell: ({ getValue }) => <span className="number">{getValue()}</span>,
        }),
        column.accessor('customsBody', {
          header: t('columnBody'),
          cell: ({ getValue }) => <span className="number">{getValue()}</span>,
        }),
        column.accessor('registeredAt', {
          header: t('columnRegistered'),
          cell: ({ row }) => (row.original.registeredAt ? instant(row.original.registeredAt) : '—'),
        }),
        column.accessor('releaseDueAt', {
          header: t('releaseDue'),
          cell: ({ row }) => (row.original.releaseDueAt ? instant(row.original.releaseDueAt) : '—'),
        }),
      ]),
    [t, instant],
  );
  const rows = data?.body.items;
  return (
    <Page
      title={t('navDeclarations')}
      intro={t('declarationsIntro')}
      aside={data ? <p className="read-at">{t('readAt', { time: time(data.at) })}</p> : null}
    >
      <form className="filters" onSubmit={(event) => event.preventDefault()}>
        <Field label={t('filterStatus')}>
          {(ids) => (
            <select {...ids} value={status} onChange={({ target }) => setStatus(target.value)}>
              <option value="">{t('all')}</option>
              {STATUSES.map((known) => (
                <option key={known} value={known}>
                  {code('status', known)}
                </option>
              ))}
            </select>
          )}
        </Field>
      </form>
      <FailureNotice failure={error} />
      {isPending ? <Loading /> : null}
      {rows?.length === 0 ? <p className="empty">{t('declarationsEmpty')}</p> : null}
      {rows && rows.length > 0 ? (
        <DataTable
          caption={t('navDeclarations')}
          columns={columns}
          rows={rows}
          rowId={({ number }) => number}
        />
      ) : null}
    </Page>
  );
}

import { useMemo } from 'react';
import { Link, useParams } from 'react-router';
import type { DeclaredItem } from '../api/contract.js';
import { useDeclaration } from '../api/queries.js';
import { columnsOf, DataTable } from '../components/data-table.js';
import { FailureNotice } from '../components/failure-notice.js';
import { Facts, Loading, Page } from '../components/page.js';
import { ReasonList } from '../components/reason-list.js';
import { StatusBadge } from '../components/status-badge.js';
import { useI18n } from '../i18n/i18n.js';

const column = columnsOf<DeclaredItem>();

export function DeclarationScreen() {
  const { '*': number } = useParams();
  const { t, code, instant, tenge } = useI18n();
  const { data, error, isPending } = useDeclaration(number);
  const currency = data?.body.declaration?.invoiceCurrency ?? '';
  const columns = useMemo(
    () =>
      column.columns([
        column.accessor('itemNumber', { header: t('itemNumber') }),
        column.accessor('commodityCode', {
          header: t('itemCode'),
          cell: ({ getValue }) => <span className="number">{getValue()}</span>,
        }),
        column.accessor('description', { header: t('itemDescription'), enableSorting: false }),
        column.accessor('originCountry', { header: t('itemOrigin') }),
        column.accessor('netKg', {
          header: t('itemNetWeight'),
          enableSorting: false,
          cell: ({ getValue }) => <span className="amount">{getValue()}</span>,
        }),
        column.accessor('itemPrice', {
          header: t('itemPrice'),
          enableSorting: false,
          cell: ({ getValue }) => (
            <span className="amount">
              {getValue()} {currency}
            </span>
          ),
        }),
      ]),
    [t, currency],
  );
  if (isPending) return <Loading />;
  if (!data) {
    return (
      <Page title={t('navDeclarations')}>
        <FailureNotice failure={error} />
      </Page>
    );
  }
  const { body } = data;
  const filed = body.declaration;
  return (
    <Page title={t('declaration', { number: body.number })} aside={<StatusBadge status={body.status} />}>
      <section className="panel" aria-label={t('caseFacts')}>
        <Facts
          facts={[
            [t('columnDeclarant'), [filed?.declarant?.name, body.declarant].filter(Boolean).join(' · ')],
            [t('columnBody'), body.customsBody],
            [t('columnRegistered'), body.registeredAt ? instant(body.registeredAt) : '—'],
            [t('direction'), filed?.direction ? code('direction', filed.direction) : '—'],
            [t('procedure'), filed?.procedureCode ?? '—'],
            [t('columnValue'), filed?.totalCustomsValue ? tenge(filed.totalCustomsValue) : '—'],
            [t('releaseDue'), body.releaseDueAt ? instant(body.releaseDueAt) : '—'],
          ]}
        />
        <p>
          <Link to={`/cases/${body.caseId}`}>{t('openTimeline')}</Link>
        </p>
      </section>
      {body.reasons && body.reasons.length > 0 ? (
        <section className="panel" aria-labelledby="reasons-title">
          <h2 id="reasons-title">{t('reasonsOfRefusal')}</h2>
          <ReasonList reasons={body.reasons} />
        </section>
      ) : null}
      {filed && filed.items.length > 0 ? (
        <>
          <h2 className="section-title">{t('items')}</h2>
          <DataTable
            caption={t('items')}
            columns={columns}
            rows={filed.items}
            rowId={(item) => String(item.itemNumber)}
          />
        </>
      ) : null}
    </Page>
  );
}

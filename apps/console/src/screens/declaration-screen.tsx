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
import { declarantOf } from './declarations-screen.js';

const column = columnsOf<DeclaredItem>();

export function DeclarationScreen() {
  const { '*': number } = useParams();
  const { t, code, instant, tenge } = useI18n();
  const { data, error, isPending } = useDeclaration(number);
  const currency = data?.body.invoiceCurrency ?? '';
  const columns = useMemo(
    () =>
      column.columns([
        column.accessor('number', { header: t('itemNumber') }),
        column.accessor('commodityCode', {
          header: t('itemCode'),
          cell: ({ getValue }) => <span className="number">{getValue()}</span>,
        }),
        column.accessor('description', { header: t('itemDescription'), enableSorting: false }),
        column.accessor('originCountry', { header: t('itemOrigin') }),
        column.accessor('netWeightKg', {
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
  return (
    <Page title={t('declaration', { number: body.number })} aside={<StatusBadge status={body.status} />}>
      <section className="panel" aria-label={t('caseFacts')}>
        <Facts
          facts={[
            [t('columnDeclarant'), declarantOf(body)],
            [t('columnBody'), body.customsBody],
            [t('columnRegistered'), body.registeredAt ? instant(body.registeredAt) : '—'],
            [t('direction'), body.direction ? code('direction', body.direction) : '—'],
            [t('procedure'), body.procedure ?? '—'],
            [t('columnValue'), body.customsValue ? tenge(body.customsValue) : '—'],
            [t('releaseDue'), body.releaseDueAt ? instant(body.releaseDueAt) : '—'],
            [t('regime'), body.regime ? t(`act_${body.regime}`) : '—'],
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
      {body.items && body.items.length > 0 ? (
        <>
          <h2 className="section-title">{t('items')}</h2>
          <DataTable caption={t('items')} columns={columns} rows={body.items} rowId={(item) => String(item.number)} />
        </>
      ) : null}
    </Page>
  );
}

import { useMemo, useState } from 'react';
import { Link, useLocation } from 'react-router';
import type { WorkItem } from '../api/contract.js';
import { useClaim, useQueue } from '../api/queries.js';
import { columnsOf, DataTable } from '../components/data-table.js';
import { DueBadge } from '../components/due-badge.js';
import { FailureNotice } from '../components/failure-notice.js';
import { Field } from '../components/field.js';
import { Loading, Page } from '../components/page.js';
import { useI18n } from '../i18n/i18n.js';
import { codesOf } from '../i18n/language.js';
import { useSession } from '../session/session.js';
import { dueState } from '../values/due-state.js';

const column = columnsOf<WorkItem>();

export function WorkQueueScreen() {
  const { t, code, time, language } = useI18n();
  const { person } = useSession();
  const [filter, setFilter] = useState({ customsBody: '', kind: '' });
  const [said, setSaid] = useState('');
  const { state } = useLocation() as { readonly state: { readonly said?: string } | null };
  const queue = useQueue(filter);
  const { claim, putBack, error, isPending } = useClaim();
  const pages = queue.data?.pages;
  const items = useMemo(() => pages?.flatMap(({ body }) => body.items) ?? [], [pages]);
  const at = pages?.at(-1)?.at;
  /** Kinds that can be asked for; any other kind is still shown. */
  const kinds = useMemo(
    () =>
      [...codesOf('kind')].sort((one, other) =>
        code('kind', one).localeCompare(code('kind', other), language),
      ),
    [code, language],
  );

  const columns = useMemo(
    () =>
      column.columns([
        column.accessor('dueAt', {
          header: t('columnTerm'),
          cell: ({ row }) => (at ? <DueBadge dueAt={row.original.dueAt} at={at} /> : null),
        }),
        column.accessor('title', {
          header: t('columnWork'),
          cell: ({ row: { original: item } }) => (
            <>
              <Link to={`/work/${item.id}`} className="work-title">
                {item.title}
              </Link>
              <span className="work-kind">
                {code('kind', item.kind)} · {item.article}
              </span>
            </>
          ),
        }),
        column.accessor('customsBody', {
          header: t('columnBody'),
          cell: ({ getValue }) => <BodyCode text={getValue()} />,
        }),
        column.accessor('claimedBy', {
          header: t('columnState'),
          cell: ({ getValue }) => <Holder claimedBy={getValue()} />,
        }),
        column.display({
          id: 'actions',
          header: t('columnActions'),
          cell: ({ row: { original: item } }) => (
            <div className="actions">
              {item.status === 'OPEN' ? (
                <button
                  type="button"
                  disabled={isPending}
                  aria-label={t('claimNamed', { title: item.title })}
                  onClick={() => claim(item, () => setSaid(t('claimed', { title: item.title })))}
                >
                  {t('claim')}
                </button>
              ) : null}
              {item.claimedBy === person.subject ? (
                <button
                  type="button"
                  className="quiet"
                  disabled={isPending}
                  aria-label={t('putBackNamed', { title: item.title })}
                  onClick={() => putBack(item, () => setSaid(t('returned', { title: item.title })))}
                >
                  {t('putBack')}
                </button>
              ) : null}
              <Link
                className="button quiet"
                to={`/work/${item.id}`}
                aria-label={t('openNamed', { title: item.title })}
              >
                {t('open')}
              </Link>
            </div>
          ),
        }),
      ]),
    [t, code, at, person.subject, claim, putBack, isPending],
  );

  return (
    <Page
      title={t('navWork')}
      intro={t('workIntro')}
      aside={at ? <p className="read-at">{t('readAt', { time: time(at) })}</p> : null}
    >
      <form className="filters" onSubmit={(event) => event.preventDefault()}>
        <Field label={t('workFilterBody')}>
          {(ids) => (
            <select
              {...ids}
              value={filter.customsBody}
              onChange={({ target }) => setFilter({ ...filter, customsBody: target.value })}
            >
              <option value="">{t('all')}</option>
              {person.posts.map((post) => (
                <option key={post}>{post}</option>
              ))}
            </select>
          )}
        </Field>
        <Field label={t('workFilterKind')}>
          {(ids) => (
            <select
              {...ids}
              value={filter.kind}
              onChange={({ target }) => setFilter({ ...filter, kind: target.value })}
            >
              <option value="">{t('all')}</option>
              {kinds.map((kind) => (
                <option key={kind} value={kind}>
                  {code('kind', kind)}
                </option>
              ))}
            </select>
          )}
        </Field>
      </form>
      <p className="visually-hidden" role="status">
        {said}
      </p>
      {state?.said === undefined ? null : (
        <p className="notice notice-good" role="status">
          {state.said}
        </p>
      )}
      <FailureNotice failure={error} focus />
      <FailureNotice failure={queue.error} />
      {queue.isPending ? <Loading /> : null}
      {pages && items.length === 0 ? <p className="empty">{t('workEmpty')}</p> : null}
      {at && items.length > 0 ? (
        <DataTable
          caption={t('navWork')}
          columns={columns}
          rows={items}
          rowId={({ id }) => id}
          rowClass={({ dueAt }) => `row-${dueState(dueAt ? new Date(dueAt) : undefined, at).toLowerCase()}`}
        />
      ) : null}
      <div className="below-table">
        {items.length > 0 ? <p>{t('showing', { count: String(items.length) })}</p> : null}
        {queue.hasNextPage ? (
          <button
            type="button"
            className="quiet"
            disabled={queue.isFetchingNextPage}
            onClick={() => void queue.fetchNextPage()}
          >
            {t('loadMore')}
          </button>
        ) : null}
      </div>
    </Page>
  );
}

function BodyCode({ text }: { readonly text: string }) {
  return <span className="number">{text}</span>;
}

function Holder({ claimedBy }: { readonly claimedBy: string | null }) {
  const { t } = useI18n();
  const { person } = useSession();
  if (!claimedBy) return <span className="badge badge-plain">{t('free')}</span>;
  if (claimedBy === person.subject) return <span className="badge badge-yours">{t('yours')}</span>;
  return <span>{t('heldBy', { name: claimedBy })}</span>;
}

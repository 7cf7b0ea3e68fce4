import { Link, useParams } from 'react-router';
import type { WorkItem } from '../api/contract.js';
import { useClaim, useWorkItem } from '../api/queries.js';
import { DueBadge } from '../components/due-badge.js';
import { FailureNotice } from '../components/failure-notice.js';
import { Facts, Loading, Page } from '../components/page.js';
import { useI18n } from '../i18n/i18n.js';
import { useSession } from '../session/session.js';
import { GeneratedDecision } from '../decision/generated-decision.js';
import { ControlResultForm } from './control-result-form.js';
import { ReleaseDecision } from './release-decision.js';

/** One decision: what it is about, who holds it, and the form that decides it. */
export function WorkItemScreen() {
  const { id = '' } = useParams();
  const { t } = useI18n();
  const { data, error, isPending } = useWorkItem(id);
  if (isPending) return <Loading />;
  if (data?.item === undefined) {
    return (
      <Page title={t('navWork')}>
        <FailureNotice failure={error} />
        {error ? null : (
          <p className="notice" role="status">
            {t('workGone')}
          </p>
        )}
        <Link to="/work">{t('backToWork')}</Link>
      </Page>
    );
  }
  return <Decision item={data.item} at={data.at} />;
}

function Decision({ item, at }: { readonly item: WorkItem; readonly at: Date }) {
  const { t, code, instant } = useI18n();
  const { person } = useSession();
  const { claim, putBack, error, isPending } = useClaim();
  const yours = item.claimedBy === person.subject;
  return (
    <Page title={item.title} intro={code('kind', item.kind)} aside={<DueBadge dueAt={item.dueAt} at={at} />}>
      <section className="panel" aria-labelledby="case-facts">
        <h2 id="case-facts">{t('caseFacts')}</h2>
        <Facts
          facts={[
            [t('ground'), item.article],
            [t('columnBody'), item.customsBody],
            [t('openedAt'), instant(item.openedAt)],
            [t('columnState'), stateOf()],
          ]}
        />
        <p>
          <Link to={`/cases/${item.caseId}`}>{t('openTimeline')}</Link>
        </p>
        <FailureNotice failure={error} focus />
        {item.claimedBy === null ? (
          <>
            <p className="hint">{t('claimFirst')}</p>
            <button type="button" disabled={isPending} onClick={() => claim(item)}>
              {t('claim')}
            </button>
          </>
        ) : null}
        {item.claimedBy !== null && !yours ? (
          <p className="notice notice-soon">{t('heldByAnother')}</p>
        ) : null}
        {yours ? (
          <button type="button" className="quiet" disabled={isPending} onClick={() => putBack(item)}>
            {t('putBack')}
          </button>
        ) : null}
      </section>
      {yours ? <DecisionForm item={item} /> : null}
    </Page>
  );

  function stateOf(): string {
    if (item.claimedBy === null) return t('free');
    return yours ? t('yours') : t('heldBy', { name: item.claimedBy });
  }
}

function DecisionForm({ item }: { readonly item: WorkItem }) {
  switch (item.kind) {
    case 'EXAMINATION':
    case 'DOCUMENT_CHECK':
      return <ControlResultForm item={item} />;
    case 'RELEASE':
    case 'RELEASE_OVERDUE':
      return <ReleaseDecision item={item} />;
    default:
      return <GeneratedDecision item={item} />;
  }
}

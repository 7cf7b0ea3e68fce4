import { Link } from 'react-router';
import { useNotifications } from '../api/queries.js';
import { FailureNotice } from '../components/failure-notice.js';
import { Loading, Page } from '../components/page.js';
import { ReasonList } from '../components/reason-list.js';
import { StatusBadge } from '../components/status-badge.js';
import { useI18n } from '../i18n/i18n.js';

/** What the person's organisation was told about its documents, each refusal with every reason. */
export function NotificationsScreen() {
  const { t, instant } = useI18n();
  const { data, error, isPending } = useNotifications();
  const notifications = data?.body.notifications;
  return (
    <Page title={t('navNotifications')} intro={t('notificationsIntro')}>
      <FailureNotice failure={error} />
      {isPending ? <Loading /> : null}
      {notifications?.length === 0 ? <p className="empty">{t('notificationsEmpty')}</p> : null}
      <ul className="notifications">
        {notifications?.map((notification) => (
          <li key={notification.id} className="panel">
            <p className="notification-head">
              <StatusBadge status={notification.status} />
              <Link className="number" to={`/cases/${notification.caseId}`}>
                {notification.documentNumber}
              </Link>
              <time dateTime={notification.at}>{instant(notification.at)}</time>
            </p>
            {notification.reasons.length > 0 ? <ReasonList reasons={notification.reasons} /> : null}
          </li>
        ))}
      </ul>
    </Page>
  );
}

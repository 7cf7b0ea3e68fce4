import { useI18n } from '../i18n/i18n.js';

const TONE: Readonly<Record<string, string>> = {
  RELEASED: 'good',
  RELEASE_REFUSED: 'bad',
  REGISTRATION_REFUSED: 'bad',
  ARRIVAL_RETURNED: 'bad',
  DECLARATION_REFUSED: 'bad',
  DECLARATION_WITHDRAWN: 'bad',
  SUSPENDED_IP: 'soon',
  UNDER_CONTROL: 'soon',
};

export function StatusBadge({ status }: { readonly status: string }) {
  const { code } = useI18n();
  return <span className={`badge badge-${TONE[status] ?? 'plain'}`}>{code('status', status)}</span>;
}

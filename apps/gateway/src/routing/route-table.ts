/** Which paths outsiders reach, and which service answers each. What is not listed does not exist outside. */
import type { UpstreamName } from '../upstream/upstreams.js';

export interface ProxiedRoute {
  /** The path itself and everything below it. */
  readonly path: string;
  readonly service: UpstreamName;
  /** Passes without a token too; what needs one below it the service refuses itself. */
  readonly isPublic?: true;
}

export const ROUTE_TABLE: readonly ProxiedRoute[] = [
  { path: '/v1/arrival-notices', service: 'registration' },
  { path: '/v1/goods-declarations', service: 'registration' },
  { path: '/v1/storage-documents', service: 'temporary-storage' },
  { path: '/v1/storage-lots', service: 'temporary-storage' },
  { path: '/v1/controls', service: 'inspections' },
  { path: '/v1/securities', service: 'guarantees' },
  { path: '/v1/late-demands', service: 'guarantees' },
  { path: '/v1/register-entries', service: 'registers' },
  { path: '/v1/currency-rates', service: 'registers', isPublic: true },
  { path: '/v1/refinancing-rates', service: 'registers' },
  { path: '/v1/accounts', service: 'payments' },
  { path: '/v1/calculations', service: 'payments' },
  { path: '/v1/money-receipts', service: 'payments' },
  { path: '/v1/bank-statements', service: 'payments' },
  { path: '/v1/treasury-reports', service: 'payments' },
  { path: '/v1/bank-orders', service: 'payments' },
  { path: '/v1/liabilities', service: 'payments' },
  { path: '/v1/customs-charges', service: 'payments' },
  { path: '/v1/receipt-vouchers', service: 'payments' },
  { path: '/v1/obligations', service: 'payments' },
  { path: '/v1/debts', service: 'payments' },
  { path: '/v1/debt-notices', service: 'payments' },
  { path: '/v1/collection-cases', service: 'payments' },
  { path: '/v1/detained-goods-sales', service: 'payments' },
  { path: '/v1/overpayment-applications', service: 'payments' },
  { path: '/v1/deposits', service: 'payments' },
  { path: '/v1/appeals', service: 'payments' },
  { path: '/v1/contingent-liabilities', service: 'payments' },
  { path: '/v1/deferrals', service: 'payments' },
  { path: '/v1/write-offs', service: 'payments' },
  { path: '/v1/certificates', service: 'payments' },
  { path: '/v1/reconciliation-acts', service: 'payments' },
  { path: '/v1/arrears', service: 'payments' },
  { path: '/v1/debtors', service: 'payments', isPublic: true },
  { path: '/v1/verifications', service: 'payments', isPublic: true },
  { path: '/v1/risk-profiles', service: 'risk' },
];

/** Decisions about a work item go to the service that owns it; the gateway knows from its projection which one. */
export const WORK_ITEM_ROUTES: readonly string[] = [
  'claim',
  'release',
  'reassign',
  'escalate',
  'history',
].map((what) => `/v1/work-items/:id/${what}`);

/** The patterns that the proxy listens on, each with its service. */
export const PROXIED_PATTERNS: ReadonlyMap<string, UpstreamName> = new Map(
  ROUTE_TABLE.flatMap(({ path, service }) => [
    [path, service],
    [`${path}/*`, service],
  ]),
);

/** The patterns that pass without a token. */
export const PUBLIC_PATTERNS: ReadonlySet<string> = new Set(
  ROUTE_TABLE.filter(({ isPublic }) => isPublic === true).flatMap(({ path }) => [path, `${path}/*`]),
);

/** The service that answers a path (without its query), or undefined for a path that is not open to outsiders. */
export function serviceOf(path: string): UpstreamName | undefined {
  return ROUTE_TABLE.find((route) => path === route.path || path.startsWith(`${route.path}/`))?.service;
}

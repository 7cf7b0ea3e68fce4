/** CollectionOrder (art. 165.2-5, 166.4): a bank is to pay a sum out of an account; its fields, protected accounts, F-14. */
import type { CivilDate } from '@shekara/calendar';
import { type CurrencyCode, Exact, Money, type Reason, when } from '@shekara/kernel';
import type { PayableKind } from '../../payment-kind.js';
import { collectionDocumentReasons as reasons } from './collection-document-reasons.js';

/** UNFILLED: no money at all. RETURNED: not executed, since its twin was (art. 165.3). RECALLED by the customs body. */
export const ORDER_STATUSES = ['SENT', 'EXECUTED', 'PARTIAL', 'UNFILLED', 'RETURNED', 'RECALLED'] as const;
export type OrderStatus = (typeof ORDER_STATUSES)[number];

/** What an account is for: the last three are never collected from, the second only above the loan (art. 165.1). */
export type AccountPurpose = 'ORDINARY' | 'LOAN_SECURITY' | 'PENSION' | 'PROJECT_FINANCE' | 'SECURITIZATION';

const NEVER_COLLECTED: ReadonlySet<AccountPurpose> = new Set<AccountPurpose>([
  'PENSION',
  'PROJECT_FINANCE',
  'SECURITIZATION',
]);

export interface BankAccount {
  readonly bank: string;
  readonly account: string;
  readonly currency: CurrencyCode;
  readonly purpose: AccountPurpose;
  /** LOAN_SECURITY: what the account holds and the principal still owed to that bank, KZT. */
  readonly secures?: { readonly balance: Money; readonly principalOwed: Money };
}

/** Whose account it is: the payer's (stage 4a), or of a debtor who was noticed (stage 4b). */
export type OrderHolder =
  { readonly holder: 'PAYER' } | { readonly holder: 'DEBTOR'; readonly noticeId: string };

export interface CollectionOrder {
  readonly id: string;
  readonly of: OrderHolder;
  readonly bank: string;
  readonly account: string;
  readonly currency: CurrencyCode;
  /** KZT; an account in another currency gives its equivalent on the day of collection. */
  readonly amount: Money;
  /** The kind, or its penalty interest: each has a budget code of its own. */
  readonly kind: PayableKind;
  readonly on: CivilDate;
  readonly status: OrderStatus;
  /** KZT that came, once answered. */
  readonly came?: Money;
}

/** What may be collected from an account, KZT; undefined where nothing limits it (R-PAY-166). */
export function collectableFrom({ purpose, secures }: BankAccount): Money | undefined {
  if (NEVER_COLLECTED.has(purpose)) return Money.ZERO;
  if (purpose === 'ORDINARY') return undefined;
  if (secures === undefined) return Money.ZERO;
  const above = secures.balance.minus(secures.principalOwed);
  return above.isNegative() ? Money.ZERO : above;
}

/** ACCOUNT_PROTECTED where the account may not give the sum, ORDER_DUPLICATE where a twin was executed (R-PAY-166, R-PAY-167). */
export function orderDefects(
  account: BankAccount,
  order: Pick<CollectionOrder, 'amount' | 'kind' | 'of'>,
  earlier: readonly CollectionOrder[],
): (Reason | undefined)[] {
  const limit = collectableFrom(account);
  const executed = earlier.find(
    (one) => one.status === 'EXECUTED' && isTwin(one, { ...order, bank: account.bank }),
  );
  return [
    when(limit !== undefined && order.amount.compare(limit) > 0, reasons.ACCOUNT_PROTECTED, {
      pointer: '/account',
      parameters: { purpose: account.purpose, collectable: limit?.toString() ?? '' },
    }),
    when(executed !== undefined, reasons.ORDER_DUPLICATE, { parameters: { executed: executed?.id ?? '' } }),
  ];
}

/** The other orders for the same sum and kind that the bank still holds: they settle with the executed one (art. 165.3). */
export function twinsOf(
  order: CollectionOrder,
  orders: readonly CollectionOrder[],
): readonly CollectionOrder[] {
  return orders.filter((one) => one.id !== order.id && one.status === 'SENT' && isTwin(one, order));
}

function isTwin(
  one: CollectionOrder,
  other: Pick<CollectionOrder, 'amount' | 'kind' | 'of' | 'bank'>,
): boolean {
  return settlementKey(one) === settlementKey(other);
}

/** One holder, bank, kind and sum: what settles once (art. 165.3). */
export function settlementKey({
  of,
  bank,
  kind,
  amount,
}: Pick<CollectionOrder, 'amount' | 'kind' | 'of' | 'bank'>): string {
  const holder = of.holder === 'PAYER' ? 'PAYER' : of.noticeId;
  return [of.holder, holder, bank, kind, amount.tiyn].join(' ');
}

export interface ForeignCollection {
  /** In the account's currency, two decimals. */
  readonly taken: Exact;
  /** KZT. */
  readonly credited: Money;
}

/**
 * F-14: what a foreign currency account gives for a debt in KZT, at the rate of the collection day (KZT for one unit),
 * rounded half up to 0.01 of the currency, and what that is in KZT (R-PAY-168). @throws RangeError for a rate not above 0.
 */
export function collectFromForeignAccount(debt: Money, rateOfCollectionDay: Exact): ForeignCollection {
  if (!rateOfCollectionDay.gt(0)) throw new RangeError(`rate ${rateOfCollectionDay.toFixed()}`);
  const taken = debt.toExact().dividedBy(rateOfCollectionDay).toDecimalPlaces(2, Exact.ROUND_HALF_UP);
  return { taken, credited: Money.round(taken.times(rateOfCollectionDay)) };
}

/** Stage 4a: collection orders on the payer's accounts (art. 165); answers of banks for these and for debtors' accounts. */
import type { CivilDate, LegalCalendar } from '@shekara/calendar';
import { type Decision, decide, type Exact, Money, reason, when } from '@shekara/kernel';
import type { PayableKind } from '../../payment-kind.js';
import { closingIfPaid } from '../case/case-end.js';
import type { CollectionCase, CollectionEvent } from '../case/collection-case.js';
import { collectionDocumentReasons } from '../documents/collection-document-reasons.js';
import {
  type BankAccount,
  collectFromForeignAccount,
  type CollectionOrder,
  orderDefects,
  type OrderStatus,
  twinsOf,
} from '../documents/collection-order-document.js';
import { collectionReasons as reasons } from '../case/collection-reasons.js';
import { actRefusals, notYetOrdered, pastRefusal, sumRefusals } from '../case/stage-order.js';

export interface OrderToSend {
  readonly id: string;
  readonly account: BankAccount;
  readonly amount: Money;
  readonly kind: PayableKind;
  readonly on: CivilDate;
}

/**
 * Sends an order on an account of the payer. Refuses STAGE_NOT_REACHED before stage 4a, so before the notice's term ended
 * (R-PAY-165); ACCOUNT_PROTECTED; ORDER_DUPLICATE; sums above what is owed, undisputed and not ordered elsewhere. A further
 * order for the same sum and kind in the same bank may stand beside the first: they settle once.
 */
export function sendBankOrder(one: CollectionCase, toSend: OrderToSend): Decision<CollectionEvent> {
  const order = orderOf(toSend);
  const available = notYetOrdered(one).plus(twinsOf(order, one.orders)[0]?.amount ?? Money.ZERO);
  return decide<CollectionEvent>(
    [
      ...actRefusals(one, 'S4A_BANK_ACCOUNTS', toSend.on),
      ...sumRefusals(one, order.amount, available),
      ...orderDefects(toSend.account, order, one.orders),
    ],
    () => [{ type: 'CollectionOrderSent', order }],
  );
}

function orderOf({ id, account, amount, kind, on }: OrderToSend): CollectionOrder {
  const { bank, account: number, currency } = account;
  return { id, bank, account: number, currency, amount, kind, on, status: 'SENT', of: { holder: 'PAYER' } };
}

/** A bank's answer to an order (art. 165.5, 166.5; R-PAY-181). */
export interface BankAnswer {
  readonly orderId: string;
  /** KZT credited to the budget; of a foreign currency account its equivalent at the rate of the collection day. */
  readonly credited: Money;
  /** KZT for one unit on the day of collection; what came from a foreign currency account needs it (R-PAY-168). */
  readonly rate?: Exact;
  readonly on: CivilDate;
}

/**
 * Takes a bank's answer: EXECUTED when the order's sum came, PARTIAL or UNFILLED when less or none. Twins of an executed
 * order in that bank are returned (R-PAY-167). What came above the debt is told apart as over-collected.
 */
export function recordBankAnswer(
  one: CollectionCase,
  answer: BankAnswer,
  calendar: LegalCalendar,
): Decision<CollectionEvent> {
  const { orderId, credited: came, on } = answer;
  const order = one.orders.find(({ id, status }) => id === orderId && status === 'SENT');
  if (order === undefined) {
    return decide([reason(collectionDocumentReasons.ORDER_NOT_OPEN, { parameters: { orderId } })], () => []);
  }
  return decide<CollectionEvent>(
    [
      when(came.isNegative(), reasons.COLLECTION_ABOVE_DEBT, { pointer: '/credited' }),
      when(
        order.currency !== 'KZT' && came.isPositive() && answer.rate === undefined,
        collectionDocumentReasons.COLLECTION_RATE_MISSING,
        {
          pointer: '/rate',
        },
      ),
    ],
    () => {
      const credited = came.min(one.debt);
      const status = statusAfter(order, answer);
      const twins = status === 'EXECUTED' ? twinsOf(order, one.orders) : [];
      return [
        { type: 'CollectionOrderAnswered', orderId, status, credited, overCollected: came.minus(credited) },
        ...twins.map(({ id }) => ({
          type: 'CollectionOrderReturned' as const,
          orderId: id,
          twinOf: orderId,
        })),
        ...(credited.isPositive()
          ? closingIfPaid(withoutTwins(one, order, twins), credited, on, calendar)
          : []),
      ];
    },
  );
}

/** The bank sends an order back unexecuted with the proof that its twin was executed (art. 165.3; R-PAY-167). */
export function recordReturned(
  one: CollectionCase,
  orderId: string,
  twinOf: string,
): Decision<CollectionEvent> {
  const open = one.orders.some(({ id, status }) => id === orderId && status === 'SENT');
  return decide<CollectionEvent>(
    [when(!open, collectionDocumentReasons.ORDER_NOT_OPEN, { parameters: { orderId } })],
    () => [{ type: 'CollectionOrderReturned', orderId, twinOf }],
  );
}

/** A foreign account gives whole cents: its order is executed when F-14's equivalent came, though some tiyn lack. */
function statusAfter({ amount }: CollectionOrder, { credited, rate }: BankAnswer): OrderStatus {
  if (!credited.isPositive()) return 'UNFILLED';
  const whole = rate === undefined ? amount : collectFromForeignAccount(amount, rate).credited;
  return credited.compare(whole) >= 0 ? 'EXECUTED' : 'PARTIAL';
}

function withoutTwins(
  one: CollectionCase,
  order: CollectionOrder,
  twins: readonly CollectionOrder[],
): CollectionCase {
  return { ...one, orders: one.orders.filter((other) => other.id !== order.id && !twins.includes(other)) };
}

export interface BankStageResult {
  /** The record that says the payer has no account in any bank; needed when no order was sent. */
  readonly noAccountsRecord?: string;
  readonly on: CivilDate;
}

/** Banks had no or too little money: on to the debtors (art. 166.1). Every order must be answered (R-PAY-181). */
export function closeBankStage(one: CollectionCase, result: BankStageResult): Decision<CollectionEvent> {
  const orders = one.orders.filter(({ of }) => of.holder === 'PAYER');
  const tried =
    orders.length > 0 ? orders.every(({ status }) => status !== 'SENT') : !!result.noAccountsRecord?.trim();
  return decide<CollectionEvent>(
    [
      ...actRefusals(one, 'S4A_BANK_ACCOUNTS', result.on),
      pastRefusal(one, 'S4A_BANK'),
      when(one.state === 'S4A_BANK' && !tried, reasons.STAGE_NOT_REACHED, {
        parameters: { open: 'S4A_BANK_ACCOUNTS' },
      }),
    ],
    () => [{ type: 'BankAccountsInsufficient', remaining: one.debt }],
  );
}

/** BankAccountSuspensionOrder and CashSuspensionOrder (L5, L6; art. 162, 163): from issue to cancellation. */
import type { CivilDate } from '@shekara/calendar';
import { art, type Decision, decide, type Money, reason, type Reason, when } from '@shekara/kernel';
import { collectionDocumentReasons as reasons } from '../documents/collection-document-reasons.js';

/** The code list AllowedSpendingUnderSuspension: what a suspended account may still pay. */
export const ALLOWED_SPENDING = {
  PAY_THIS_DEBT: art(162, '2(1)'),
  HARM_AND_ALIMONY: art(162, '2(2)'),
  WAGES_AUTHORS_PENSION_SOCIAL: art(162, '2(2)'),
  STATE_REVENUE: art(162, '2(2)'),
} as const;
export type AllowedSpending = keyof typeof ALLOWED_SPENDING;

/** By the form of tax law, to every bank where the payer holds accounts. */
export interface BankAccountSuspensionOrder {
  readonly number: string;
  readonly payer: string;
  readonly bank: string;
  readonly accounts: readonly string[];
  readonly issuedAt: Date;
  readonly receivedByBankAt?: Date;
  readonly cancelledAt?: Date;
}

export type SuspensionStatus = 'ISSUED' | 'IN_FORCE' | 'CANCELLED';

/** In force from the bank's receipt, not from issue (R-PAY-159), until the customs body cancels it. */
export function suspensionStatus(order: BankAccountSuspensionOrder, at: Date): SuspensionStatus {
  const { receivedByBankAt, cancelledAt } = order;
  if (cancelledAt !== undefined && at.getTime() >= cancelledAt.getTime()) return 'CANCELLED';
  return receivedByBankAt !== undefined && at.getTime() >= receivedByBankAt.getTime() ? 'IN_FORCE' : 'ISSUED';
}

export interface SuspensionReceived {
  readonly type: 'SuspensionReceived';
  readonly receivedByBankAt: Date;
}

/** The bank acknowledges the order. Refuses a receipt before issue or a second one: COLLECTION_DATES_CONTRADICT. */
export function acknowledgeSuspension(
  order: BankAccountSuspensionOrder,
  receivedByBankAt: Date,
): Decision<SuspensionReceived> {
  const contradicts =
    order.receivedByBankAt !== undefined || receivedByBankAt.getTime() < order.issuedAt.getTime();
  return decide(
    [when(contradicts, reasons.COLLECTION_DATES_CONTRADICT, { pointer: '/receivedByBankAt' })],
    () => [{ type: 'SuspensionReceived', receivedByBankAt }],
  );
}

/** A debit asked of the bank. Money that others seized is not the payer's to spend and stays with whoever seized it. */
export interface Spending {
  readonly account: string;
  readonly purpose: AllowedSpending | 'OTHER';
  readonly fromMoneySeizedByOthers: boolean;
  readonly at: Date;
}

export interface SpendingAllowed {
  readonly type: 'SpendingAllowed';
}

/** Whether a suspended account may pay: the listed purposes and money seized by others only (R-PAY-160). */
export function allowSpending(
  order: BankAccountSuspensionOrder,
  spending: Spending,
): Decision<SpendingAllowed> {
  const suspended =
    suspensionStatus(order, spending.at) === 'IN_FORCE' && order.accounts.includes(spending.account);
  const open = spending.purpose !== 'OTHER' || spending.fromMoneySeizedByOthers;
  return decide([when(suspended && !open, reasons.SPENDING_SUSPENDED, { pointer: '/purpose' })], () => [
    { type: 'SpendingAllowed' },
  ]);
}

/** In two copies, by the form of the authorized body: one stays, one is handed over against proof (art. 163.1). */
export interface CashSuspensionOrder {
  readonly number: string;
  readonly payer: string;
  readonly debt: Money;
  readonly copies: number;
  readonly issuedOn: CivilDate;
  readonly handedOver?: CashOrderHandedOver;
  readonly cancelledOn?: CivilDate;
}

export interface CashOrderHandedOver {
  readonly on: CivilDate;
  /** The payer's signature or another proof, by its number. */
  readonly proofOfReceipt: string;
}

export interface CashOrderDelivered extends CashOrderHandedOver {
  readonly type: 'CashOrderDelivered';
}

/** Hands over one of the two copies; without proof of receipt the order is not delivered (R-PAY-162). */
export function deliverCashOrder(
  order: CashSuspensionOrder,
  handedOver: CashOrderHandedOver,
): Decision<CashOrderDelivered> {
  return decide(
    [
      missing(order.copies !== 2, '/copies', '163.1'),
      missing(handedOver.proofOfReceipt.trim() === '', '/proofOfReceipt', '163.1'),
      when(
        order.handedOver !== undefined || handedOver.on < order.issuedOn,
        reasons.COLLECTION_DATES_CONTRADICT,
        {
          pointer: '/on',
        },
      ),
    ],
    () => [{ type: 'CashOrderDelivered', ...handedOver }],
  );
}

function missing(condition: boolean, pointer: string, article: string): Reason | undefined {
  return condition
    ? reason(reasons.COLLECTION_PAPER_MISSING, { pointer, parameters: { article } })
    : undefined;
}

export type CashUse = 'DEPOSIT_FOR_THIS_DEBT' | 'DEPOSIT_FOR_OTHER_PURPOSE' | 'SPENDING';

export interface CashUseAllowed {
  readonly type: 'CashUseAllowed';
}

/** Under a delivered cash order only taking cash to a bank for this debt is allowed (R-PAY-162). */
export function allowCashUse(
  order: CashSuspensionOrder,
  use: CashUse,
  on: CivilDate,
): Decision<CashUseAllowed> {
  const { handedOver, cancelledOn } = order;
  const inForce =
    handedOver !== undefined && on >= handedOver.on && (cancelledOn === undefined || on < cancelledOn);
  return decide(
    [when(inForce && use !== 'DEPOSIT_FOR_THIS_DEBT', reasons.CASH_SPENDING_SUSPENDED, { pointer: '/use' })],
    () => [{ type: 'CashUseAllowed' }],
  );
}

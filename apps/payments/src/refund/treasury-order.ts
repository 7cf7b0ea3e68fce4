/** An order to the Treasury: set money off against a debt, or return it (art. 154.7, 154.8). */
import type { CivilDate } from '@shekara/calendar';
import { decide, type Decision, type Money, type Refused, when } from '@shekara/kernel';
import { unfitStatus } from '../unfit-status.js';
import { refundExecutionReasons as reasons } from './refund-execution-reasons.js';

export const TREASURY_ORDER_STATUSES = ['ORDERED', 'EXECUTED', 'RETURNED'] as const;
export type TreasuryOrderStatus = (typeof TREASURY_ORDER_STATUSES)[number];

export const TREASURY_ORDER_TYPES = ['OFFSET', 'REFUND'] as const;
export type TreasuryOrderType = (typeof TREASURY_ORDER_TYPES)[number];

/** A line of the Treasury that it carried an order out. */
export interface ExecutedOrderLine {
  /** Number of the order, as in OffsetOrdered and RefundOrdered. */
  readonly number: string;
  readonly amount: Money;
  readonly executedOn: CivilDate;
  /** The Treasury's report and line. */
  readonly copy: string;
}

/** A line of the Treasury that money could not be paid out, or came back from the payer's bank. */
export interface ReturnedOrderLine {
  readonly number: string;
  readonly amount: Money;
  readonly returnedOn: CivilDate;
  readonly copy: string;
  readonly cause: string;
}

/** What became of a line, in the order of the lines. `repeated`: the order stood so already, nothing was posted. */
export type OrderLineOutcome =
  | { readonly number: string; readonly accepted: true; readonly repeated: boolean }
  | ({ readonly number: string } & Refused);

/** An order as the decisions need it. */
export interface TreasuryOrder {
  readonly number: string;
  readonly type: TreasuryOrderType;
  readonly status: TreasuryOrderStatus;
  readonly amount: Money;
}

export interface OrderExecuted {
  readonly type: 'OrderExecuted';
  /** False when the order was executed before. */
  readonly first: boolean;
}

/** The Treasury's copy shows an order carried out (R-PAY-192): TREASURY_ORDER_AMOUNT_DIFFERS, TREASURY_ORDER_STATE_UNFIT. */
export function executeOrder(order: TreasuryOrder, amount: Money): Decision<OrderExecuted> {
  return decide<OrderExecuted>(
    [
      unfitStatus(reasons.TREASURY_ORDER_STATE_UNFIT, order.status, 'ORDERED', 'EXECUTED'),
      differs(order, amount),
    ],
    () => [{ type: 'OrderExecuted', first: order.status === 'ORDERED' }],
  );
}

export interface OrderReturned {
  readonly type: 'OrderReturned';
  readonly first: boolean;
  /** The Treasury paid before, and the payer's bank sent the money back. */
  readonly afterExecution: boolean;
}

/** The Treasury could not return the money, or it came back. An offset moves no money out: it is never returned. */
export function returnOrder(order: TreasuryOrder, amount: Money): Decision<OrderReturned> {
  const fit = order.type === 'REFUND' ? (['ORDERED', 'EXECUTED', 'RETURNED'] as const) : [];
  return decide<OrderReturned>(
    [unfitStatus(reasons.TREASURY_ORDER_STATE_UNFIT, order.status, ...fit), differs(order, amount)],
    () => [
      {
        type: 'OrderReturned',
        first: order.status !== 'RETURNED',
        afterExecution: order.status === 'EXECUTED',
      },
    ],
  );
}

function differs(order: TreasuryOrder, amount: Money) {
  return when(amount.compare(order.amount) !== 0, reasons.TREASURY_ORDER_AMOUNT_DIFFERS, {
    parameters: { ordered: order.amount.toString(), said: amount.toString() },
  });
}

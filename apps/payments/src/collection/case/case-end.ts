/** How a case pauses and ends: payment, appeal, limitation, write-off; and what must be lifted then (L4). */
import type { CivilDate, LegalCalendar } from '@shekara/calendar';
import { type Decision, decide, type Money, when } from '@shekara/kernel';
import { debtNoticeReasons } from '../../debt-notice/debt-notice-reasons.js';
import { isOver } from '../../obligation/limitation.js';
import type { DebtWrittenOff } from '../../write-off/debt-written-off.js';
import { type ClosingGround, type CollectionCase, type CollectionEvent, evolve } from './collection-case.js';
import { collectionReasons as reasons } from './collection-reasons.js';
import type { SecuringMeasure } from './collection-measures.js';
import { type CollectionTerm, collectionTermEnd } from '../documents/collection-terms.js';
import { undisputed } from './stage-order.js';

export const LIFTING_TERM = {
  S3_BANK_SUSPENSION: 'LIFT_BANK_SUSPENSION',
  S3_CASH_SUSPENSION: 'LIFT_CASH_SUSPENSION',
  S3_PROPERTY_RESTRICTION: 'LIFT_PROPERTY_RESTRICTION',
} as const satisfies Record<SecuringMeasure, CollectionTerm>;

/** The closing of a case: every restriction in force falls within 1 working day, open bank orders are recalled (R-PAY-161). */
export function closing(
  one: CollectionCase,
  ground: ClosingGround,
  on: CivilDate,
  calendar: LegalCalendar,
): CollectionEvent {
  return {
    type: 'CollectionClosed',
    ground,
    lift: one.measures
      .filter(({ attempt }) => attempt === 'TAKEN')
      .map(({ document, measure }) => ({
        document,
        measure,
        by: collectionTermEnd(LIFTING_TERM[measure], on, calendar),
      })),
    recall: one.orders.filter(({ status }) => status === 'SENT').map(({ id }) => id),
  };
}

/** The closing event where `amount` pays the whole debt, else none. */
export function closingIfPaid(
  one: CollectionCase,
  amount: Money,
  on: CivilDate,
  calendar: LegalCalendar,
): CollectionEvent[] {
  if (one.state === 'CLOSED' || !amount.isPositive() || amount.compare(one.debt) < 0) return [];
  return [closing(one, 'PAID', on, calendar)];
}

/** The payer paid, in any stage (art. 129.2(1)). */
export function recordPayment(
  one: CollectionCase,
  amount: Money,
  on: CivilDate,
  calendar: LegalCalendar,
): Decision<CollectionEvent> {
  return decide<CollectionEvent>(
    [
      when(one.state === 'CLOSED', reasons.COLLECTION_OVER),
      when(!amount.isPositive() || amount.compare(one.debt) > 0, reasons.COLLECTION_ABOVE_DEBT, {
        pointer: '/amount',
      }),
    ],
    () => [{ type: 'DebtPaid', amount }, ...closingIfPaid(one, amount, on, calendar)],
  );
}

/** An appeal pauses the part it disputes and nothing more; no new act may touch that part (art. 182.2). */
export function pauseDisputed(one: CollectionCase, amount: Money): Decision<CollectionEvent> {
  return decide<CollectionEvent>(
    [
      when(one.state === 'CLOSED', reasons.COLLECTION_OVER),
      when(
        !amount.isPositive() || amount.compare(undisputed(one)) > 0,
        debtNoticeReasons.DISPUTED_SUM_UNFIT,
        {
          pointer: '/amount',
        },
      ),
    ],
    () => [{ type: 'DisputedPartPaused', amount }],
  );
}

/** The appeal ended: its part is collected again, in the stage the case stands in. */
export function resumeDisputed(one: CollectionCase): Decision<CollectionEvent> {
  return decide<CollectionEvent>(
    [
      when(one.state === 'CLOSED', reasons.COLLECTION_OVER),
      when(!one.paused.isPositive(), debtNoticeReasons.DISPUTED_SUM_UNFIT),
    ],
    () => [{ type: 'DisputedPartResumed', amount: one.paused }],
  );
}

/** Limitation ran out (art. 157.6(1)): closes the case, else nothing happens yet. */
export function closeAfterLimitation(
  one: CollectionCase,
  on: CivilDate,
  calendar: LegalCalendar,
): CollectionEvent | undefined {
  if (one.state === 'CLOSED' || !isOver(one.limitation, on)) return undefined;
  return closing(one, 'LIMITATION_EXPIRED', on, calendar);
}

/** The obligation ended on another ground than payment (art. 129.2, 157.6(2)), a remainder of at most EUR 5 among them. */
export function closeEndedObligation(
  one: CollectionCase,
  on: CivilDate,
  calendar: LegalCalendar,
): Decision<CollectionEvent> {
  return decide([when(one.state === 'CLOSED', reasons.COLLECTION_OVER)], () => [
    closing(one, 'OBLIGATION_ENDED', on, calendar),
  ]);
}

/** The debts of a case were written off (R-PAY-180): it owes less, and closes when nothing is left. */
export function followWriteOff(
  one: CollectionCase,
  writtenOff: readonly DebtWrittenOff[],
  calendar: LegalCalendar,
): readonly CollectionEvent[] {
  const last = writtenOff.at(-1);
  const { debt } = writtenOff.reduce<CollectionCase>(evolve, one);
  if (!last || one.state === 'CLOSED' || debt.isPositive()) return writtenOff;
  return [...writtenOff, closing(one, 'WRITTEN_OFF', last.on, calendar)];
}

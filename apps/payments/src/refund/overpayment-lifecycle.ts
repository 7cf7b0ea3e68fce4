/** From a registered overpayment application to the Treasury's copy (L11; art. 154.4 to 154.8). */
import type { CivilDate, LegalCalendar, TermEnd } from '@shekara/calendar';
import { decide, type Decision, Money, type Reason, reason, when } from '@shekara/kernel';
import type { MoneyPurpose } from '../payment-kind.js';
import { unfitStatus } from '../unfit-status.js';
import { type OverpaymentRegistered, type OverpaymentStatus, overpaymentTermEnd } from './overpayment.js';
import { refundReasons as reasons } from './refund-reasons.js';

/** An application as the decisions need it. */
export interface Overpayment {
  readonly status: OverpaymentStatus;
  readonly purpose: MoneyPurpose;
  readonly claimed: Money;
  /** What the reconciliation act showed. */
  readonly confirmed: Money;
  readonly deliveredOn?: CivilDate;
  readonly conclusion?: TaxConclusion;
}

/** The conclusion of the tax authority with its payment order (art. 154.7): customs neither offsets nor refunds itself. */
export interface TaxConclusion {
  readonly reference: string;
  readonly offset: Money;
  readonly refund: Money;
}

export type OverpaymentEvent =
  | OverpaymentRegistered
  | { readonly type: 'OverpaymentConfirmed'; readonly amount: Money; readonly act: string }
  | { readonly type: 'OverpaymentNotConfirmed'; readonly act: string; readonly reasons: readonly Reason[] }
  | {
      readonly type: 'ConfirmationDelivered';
      readonly deliveredOn: CivilDate;
      readonly applyToTaxBy: TermEnd;
    }
  | { readonly type: 'ConfirmationLapsed' }
  | { readonly type: 'TaxApplicationFiled'; readonly filedOn: CivilDate }
  | { readonly type: 'TaxAuthorityDecided'; readonly conclusion: TaxConclusion }
  | {
      readonly type: 'OffsetExecuted' | 'RefundExecuted';
      readonly amount: Money;
      readonly executedOn: CivilDate;
    }
  | { readonly type: 'RefundReturned'; readonly amount: Money; readonly returnedOn: CivilDate };

/** The application after an event; the first event is its registration. @throws RangeError for another first event. */
export function evolveOverpayment(
  overpayment: Overpayment | undefined,
  event: OverpaymentEvent,
): Overpayment {
  if (event.type === 'OverpaymentRegistered') {
    return { status: 'REGISTERED', purpose: event.purpose, claimed: event.amount, confirmed: Money.ZERO };
  }
  if (!overpayment)
    throw new RangeError(`an overpayment begins with its application, not with ${event.type}`);
  switch (event.type) {
    case 'OverpaymentConfirmed':
      return { ...overpayment, status: 'CONFIRMED', confirmed: event.amount };
    case 'OverpaymentNotConfirmed':
      return { ...overpayment, status: 'REFUSED' };
    case 'ConfirmationDelivered':
      return { ...overpayment, status: 'DELIVERED', deliveredOn: event.deliveredOn };
    case 'ConfirmationLapsed':
      return { ...overpayment, status: 'LAPSED' };
    case 'TaxApplicationFiled':
      return { ...overpayment, status: 'AT_TAX' };
    case 'TaxAuthorityDecided':
      return { ...overpayment, status: 'AT_TREASURY', conclusion: event.conclusion };
    case 'OffsetExecuted':
      return { ...overpayment, status: 'OFFSET' };
    case 'RefundExecuted':
      return { ...overpayment, status: 'REFUNDED' };
    case 'RefundReturned':
      return { ...overpayment, status: 'RETURNED' };
  }
}

/** What the reconciliation act shows as overpaid, or unused advance, of the purpose applied for. */
export interface ReconciledOverpayment {
  readonly act: string;
  readonly overpaid: Money;
}

/**
 * Decides on the act of reconciliation (R-PAY-189): confirms what it shows, at most what was claimed; shows it none, the
 * outcome is OVERPAYMENT_NOT_FOUND. Refuses OVERPAYMENT_STATE_UNFIT and OVERPAYMENT_ACT_MISSING.
 */
export function decideConfirmation(
  overpayment: Overpayment,
  { act, overpaid }: ReconciledOverpayment,
): Decision<OverpaymentEvent> {
  return decide<OverpaymentEvent>(
    [
      unfit(overpayment, 'REGISTERED'),
      when(act.trim() === '', reasons.OVERPAYMENT_ACT_MISSING, { pointer: '/act' }),
    ],
    () => [
      overpaid.isPositive()
        ? { type: 'OverpaymentConfirmed', amount: overpayment.claimed.min(overpaid), act }
        : { type: 'OverpaymentNotConfirmed', act, reasons: [reason(reasons.OVERPAYMENT_NOT_FOUND)] },
    ],
  );
}

/** Delivery opens the 15 working days for the application to the tax authority (R-PAY-190). */
export function deliverConfirmation(
  overpayment: Overpayment,
  deliveredOn: CivilDate,
  calendar: LegalCalendar,
): Decision<OverpaymentEvent> {
  const applyToTaxBy = overpaymentTermEnd('TAX_APPLICATION', deliveredOn, calendar);
  return decide<OverpaymentEvent>([unfit(overpayment, 'CONFIRMED')], () => [
    { type: 'ConfirmationDelivered', deliveredOn, applyToTaxBy },
  ]);
}

/** The payer's application to the tax authority (R-PAY-190): TAX_APPLICATION_LATE after the window. */
export function fileTaxApplication(
  overpayment: Overpayment,
  filedOn: CivilDate,
  calendar: LegalCalendar,
): Decision<OverpaymentEvent> {
  return decide<OverpaymentEvent>(
    [
      overpayment.status === 'LAPSED' ? undefined : unfit(overpayment, 'DELIVERED'),
      when(windowOver(overpayment, filedOn, calendar), reasons.TAX_APPLICATION_LATE, {
        parameters: { filedOn },
      }),
    ],
    () => [{ type: 'TaxApplicationFiled', filedOn }],
  );
}

/** The clock: a confirmation whose window passed without application lapses (R-PAY-190); undefined otherwise. */
export function lapseConfirmation(
  overpayment: Overpayment,
  today: CivilDate,
  calendar: LegalCalendar,
): OverpaymentEvent | undefined {
  const lapses = overpayment.status === 'DELIVERED' && windowOver(overpayment, today, calendar);
  return lapses ? { type: 'ConfirmationLapsed' } : undefined;
}

function windowOver({ deliveredOn }: Overpayment, on: CivilDate, calendar: LegalCalendar): boolean {
  return (
    deliveredOn !== undefined && on > overpaymentTermEnd('TAX_APPLICATION', deliveredOn, calendar).lastDay
  );
}

/** Records the tax authority's conclusion (art. 154.6-7; R-PAY-185). Refuses REFUND_SUMS_CONTRADICT above the confirmed sum. */
export function recordTaxConclusion(
  overpayment: Overpayment,
  conclusion: TaxConclusion,
): Decision<OverpaymentEvent> {
  const { offset, refund } = conclusion;
  const total = offset.plus(refund);
  const contradicts =
    offset.isNegative() ||
    refund.isNegative() ||
    !total.isPositive() ||
    total.compare(overpayment.confirmed) > 0;
  return decide<OverpaymentEvent>(
    [
      unfit(overpayment, 'AT_TAX'),
      when(contradicts, reasons.REFUND_SUMS_CONTRADICT, {
        parameters: { confirmed: overpayment.confirmed.toString(), decided: total.toString() },
      }),
    ],
    () => [{ type: 'TaxAuthorityDecided', conclusion }],
  );
}

/** The Treasury's copy (art. 154.8; R-PAY-192): each part of the conclusion becomes an entry, offset first. */
export function recordTreasuryCopy(
  overpayment: Overpayment,
  executedOn: CivilDate,
): Decision<OverpaymentEvent> {
  return decide<OverpaymentEvent>([unfit(overpayment, 'AT_TREASURY')], () => {
    const { offset = Money.ZERO, refund = Money.ZERO } = overpayment.conclusion ?? {};
    const parts = [
      { type: 'OffsetExecuted', amount: offset, executedOn },
      { type: 'RefundExecuted', amount: refund, executedOn },
    ] as const;
    return parts.filter(({ amount }) => amount.isPositive());
  });
}

/** The money could not be paid out, or came back: it is the payer's again, who may apply anew (art. 154.8). */
export function recordRefundReturned(
  overpayment: Overpayment,
  returnedOn: CivilDate,
): Decision<OverpaymentEvent> {
  const { refund: amount = Money.ZERO } = overpayment.conclusion ?? {};
  return decide<OverpaymentEvent>([unfit(overpayment, 'AT_TREASURY', 'REFUNDED')], () => [
    { type: 'RefundReturned', amount, returnedOn },
  ]);
}

function unfit({ status }: Overpayment, ...fit: readonly OverpaymentStatus[]): Reason | undefined {
  return unfitStatus(reasons.OVERPAYMENT_STATE_UNFIT, status, ...fit);
}

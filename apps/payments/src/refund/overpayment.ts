/** Overpayment confirmation and refund (L11; art. 154): customs confirms, the tax authority decides, the Treasury executes. */
import {
  type CivilDate,
  type LegalCalendar,
  type LegalTerm,
  type TermEnd,
  termFromDay,
} from '@shekara/calendar';
import { art, decide, type Decision, type Money, when } from '@shekara/kernel';
import { isOver, type LimitationEnd } from '../obligation/limitation.js';
import { obligationReasons, wrongCustomsBody } from '../obligation/obligation-reasons.js';
import type { MoneyPurpose } from '../payment-kind.js';
import { isPaymentMistake } from '../payment-mistake.js';
import { refundReasons as reasons } from './refund-reasons.js';

export const OVERPAYMENT_STATUSES = [
  'REGISTERED',
  'CONFIRMED',
  'REFUSED',
  'DELIVERED',
  'LAPSED',
  'AT_TAX',
  'AT_TREASURY',
  'OFFSET',
  'REFUNDED',
  /** The Treasury could not pay it out. */
  'RETURNED',
] as const;
export type OverpaymentStatus = (typeof OVERPAYMENT_STATUSES)[number];

export const OVERPAYMENT_TERMS = {
  APPLICATION: { id: 'D-PAY-36', length: 5, unit: 'YEARS', article: 'art. 154.2' },
  CONFIRMATION: { id: 'D-PAY-37', length: 10, unit: 'WORKING_DAYS', article: 'art. 154.4' },
  TAX_APPLICATION: { id: 'D-PAY-38', length: 15, unit: 'WORKING_DAYS', article: 'art. 154.6' },
} as const satisfies Record<string, LegalTerm>;

/** The last day of a term of art. 154 that opens on a day: the overpayment, the application, the delivery. */
export function overpaymentTermEnd(
  term: keyof typeof OVERPAYMENT_TERMS,
  from: CivilDate,
  calendar: LegalCalendar,
): TermEnd {
  return termFromDay(OVERPAYMENT_TERMS[term], from, calendar);
}

export type OverpaidAs = 'OVERPAID' | 'OVER_COLLECTED' | 'MISTAKEN' | 'ADVANCE';

/** The copies that an application carries, by what was paid for (art. 154.3; R-PAY-188). */
export const COPIES_NEEDED = {
  DECLARATION: ['PAYMENT_DOCUMENTS', 'DECLARATION'],
  OTHER_CLEARANCE: ['PAYMENT_DOCUMENTS', 'OTHER_CLEARANCE_DOCUMENTS'],
  NOTHING_YET: ['PAYMENT_DOCUMENTS'],
} as const satisfies Record<string, readonly string[]>;

export interface OverpaymentApplication {
  readonly applicant: string;
  readonly addressedTo: string;
  readonly paidAs: OverpaidAs;
  /** List PaymentMistake; MISTAKEN only. */
  readonly mistake?: string;
  readonly purpose: MoneyPurpose;
  readonly amount: Money;
  readonly overpaidOn: CivilDate;
  readonly paidFor: keyof typeof COPIES_NEEDED;
  readonly copies: readonly string[];
}

/** What customs knows of the payment. */
export interface OverpaymentFacts {
  readonly payer: string;
  /** The body that cleared the goods or issued the preliminary decision (art. 154.2). */
  readonly competentBody: string;
  /** Absent when the money belongs to no obligation yet. */
  readonly limitation?: LimitationEnd;
}

export interface OverpaymentRegistered {
  readonly type: 'OverpaymentRegistered';
  readonly amount: Money;
  readonly purpose: MoneyPurpose;
  readonly decideBy: TermEnd;
}

/**
 * Registers an application for confirmation (R-PAY-186 to R-PAY-188). Refuses OVERPAYMENT_APPLICANT_NOT_PAYER,
 * WRONG_CUSTOMS_BODY, OVERPAYMENT_TOO_OLD, LIMITATION_EXPIRED (R-PAY-075), OVERPAYMENT_DOCS_MISSING,
 * OVERPAYMENT_MISTAKE_UNNAMED and NOTHING_TO_REFUND.
 */
export function applyForConfirmation(
  application: OverpaymentApplication,
  facts: OverpaymentFacts,
  submittedOn: CivilDate,
  calendar: LegalCalendar,
): Decision<OverpaymentRegistered> {
  const { amount, purpose, mistake, paidAs, copies, overpaidOn } = application;
  const lastDay = overpaymentTermEnd('APPLICATION', overpaidOn, calendar).lastDay;
  const missing = COPIES_NEEDED[application.paidFor].filter((copy) => !copies.includes(copy));
  const mistakeUnfit = paidAs === 'MISTAKEN' ? !isPaymentMistake(mistake ?? '') : mistake !== undefined;
  return decide<OverpaymentRegistered>(
    [
      when(application.applicant !== facts.payer, reasons.OVERPAYMENT_APPLICANT_NOT_PAYER, {
        pointer: '/applicant',
      }),
      application.addressedTo === facts.competentBody
        ? undefined
        : wrongCustomsBody(facts.competentBody, '/addressedTo', art(154, 2)),
      when(submittedOn > lastDay, reasons.OVERPAYMENT_TOO_OLD, { parameters: { overpaidOn, lastDay } }),
      when(
        facts.limitation !== undefined && isOver(facts.limitation, submittedOn),
        obligationReasons.LIMITATION_EXPIRED,
        {
          parameters: { act: 'CONFIRMATION', on: submittedOn },
        },
      ),
      when(missing.length > 0, reasons.OVERPAYMENT_DOCS_MISSING, {
        parameters: { missing: missing.join(', ') },
      }),
      when(mistakeUnfit, reasons.OVERPAYMENT_MISTAKE_UNNAMED, { pointer: '/mistake' }),
      when(!amount.isPositive(), reasons.NOTHING_TO_REFUND, { pointer: '/amount' }),
    ],
    () => [
      {
        type: 'OverpaymentRegistered',
        amount,
        purpose,
        decideBy: overpaymentTermEnd('CONFIRMATION', submittedOn, calendar),
      },
    ],
  );
}

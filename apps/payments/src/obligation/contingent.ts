/** Contingent amounts of conditional release (art. 301, 315.2(2), 315.3(2), 138.12): they sleep until the use changes. */
import {
  type CivilDate,
  type LegalCalendar,
  type LegalTerm,
  type Span,
  termFromDay,
} from '@shekara/calendar';
import { art, decide, type Decision, type Exact, Money, when } from '@shekara/kernel';
import { obligationReasons as reasons, wrongCustomsBody } from './obligation-reasons.js';

/** Five years from release unless the act of the relief sets another period (art. 315.2(2)). */
export const LIMIT_PERIOD: Span = { length: 5, unit: 'YEARS' };

export interface AcceptedRelief {
  readonly relievedSum: Money;
  readonly hasUseLimits: boolean;
  readonly releasedOn: CivilDate;
  /** Another period than five years. */
  readonly period?: Span;
}

export type ContingentLiability =
  | { readonly state: 'CONTINGENT'; readonly amount: Money; readonly endsOn: CivilDate }
  /** A relief without use limits ends the liability at release (art. 129.2(2)). */
  | { readonly state: 'ENDED'; readonly code: 'RELEASED_WITH_RELIEF_NO_LIMITS' };

/** What a relief leaves: a contingent liability with its end date, or nothing (R-PAY-030, R-PAY-230). */
export function contingentOf(relief: AcceptedRelief, calendar: LegalCalendar): ContingentLiability {
  if (!relief.hasUseLimits) return { state: 'ENDED', code: 'RELEASED_WITH_RELIEF_NO_LIMITS' };
  const term: LegalTerm = { ...(relief.period ?? LIMIT_PERIOD), article: 'art. 315.2(2)' };
  const { lastDay } = termFromDay(term, relief.releasedOn, calendar);
  return { state: 'CONTINGENT', amount: relief.relievedSum, endsOn: lastDay };
}

/** F-25: duty at the common tariff rate less duty paid, in KZT (art. 301.1(3); R-PAY-231). Rounded once, half up. */
export function belowCommonTariff(customsValue: Exact, commonPercent: Exact, paidPercent: Exact): Money {
  return Money.round(customsValue.times(commonPercent.minus(paidPercent)).dividedBy(100));
}

/** Why a contingent liability ends without payment (art. 315.2(2)). */
export type ContingentEnding =
  | { readonly because: 'LIMIT_PERIOD_OVER'; readonly on: CivilDate }
  | { readonly because: 'RELEASED_FOR_RE_EXPORT'; readonly on: CivilDate }
  | {
      readonly because: 'ACCEPTED_BY_STATE' | 'DESTROYED';
      /** Day of the document of acceptance or destruction; absent without one. */
      readonly documentedOn?: CivilDate;
    };

export interface ContingentLiabilityEnded {
  readonly type: 'ContingentLiabilityEnded';
  readonly because: ContingentEnding['because'];
}

/**
 * Ends a contingent liability without payment (R-PAY-031, R-PAY-032): its period passed, or re-export was released, or
 * acceptance by the state or destruction was documented inside the period. `dueOn`: a due day that came before. Refuses
 * OBLIGATION_END_UNFOUNDED when one came, or when the ground is too early or too late.
 */
export function endContingent(
  endsOn: CivilDate,
  ending: ContingentEnding,
  dueOn?: CivilDate,
): Decision<ContingentLiabilityEnded> {
  const unfounded = dueOn !== undefined || !endsInTime(endsOn, ending);
  return decide(
    [when(unfounded, reasons.OBLIGATION_END_UNFOUNDED, { parameters: { ground: ending.because } })],
    () => [{ type: 'ContingentLiabilityEnded', because: ending.because }],
  );
}

function endsInTime(endsOn: CivilDate, ending: ContingentEnding): boolean {
  switch (ending.because) {
    case 'LIMIT_PERIOD_OVER':
      return ending.on > endsOn;
    case 'RELEASED_FOR_RE_EXPORT':
      return ending.on <= endsOn;
    case 'ACCEPTED_BY_STATE':
    case 'DESTROYED':
      return ending.documentedOn !== undefined && ending.documentedOn <= endsOn;
  }
}

/** The application to use the goods otherwise (art. 138.12). */
export interface OtherUseApplication {
  readonly applicant: 'DECLARANT' | 'PERSON_WITH_POWER_OVER_GOODS' | 'OTHER';
  readonly paymentDocument?: string;
  readonly declarationCopy: boolean;
  readonly customsBody: string;
  readonly registeredOn: CivilDate;
}

export interface OtherUseAccepted {
  readonly type: 'OtherUseAccepted';
  readonly dueOn: CivilDate;
  readonly amount: Money;
}

/**
 * Accepts an announced change of use: the sum left unpaid falls due on the application's registration day (R-PAY-063,
 * R-PAY-064). Refuses CONDITIONAL_PAYMENT_INCOMPLETE, and WRONG_CUSTOMS_BODY for a body that did not release the goods.
 */
export function acceptOtherUse(
  application: OtherUseApplication,
  conditional: { readonly releasedBy: string; readonly relievedSum: Money },
): Decision<OtherUseAccepted> {
  const missing = [
    application.applicant === 'OTHER' ? 'power over the goods' : undefined,
    application.paymentDocument ? undefined : 'payment document',
    application.declarationCopy ? undefined : 'declaration copy',
  ].filter((part) => part !== undefined);
  return decide(
    [
      when(missing.length > 0, reasons.CONDITIONAL_PAYMENT_INCOMPLETE, {
        parameters: { missing: missing.join(', ') },
      }),
      application.customsBody === conditional.releasedBy
        ? undefined
        : wrongCustomsBody(conditional.releasedBy, '/customsBody', art(138, 12)),
    ],
    () => [{ type: 'OtherUseAccepted', dueOn: application.registeredOn, amount: conditional.relievedSum }],
  );
}

/** Grounds of refund (art. 153, 155 and the articles of the procedures): which sums a ground makes returnable. */
import { type CivilDate, type LegalCalendar, type LegalTerm, termFromDay } from '@shekara/calendar';
import {
  art,
  decide,
  type Decision,
  type LegalRef,
  type Money,
  type Reason,
  reason,
  when,
} from '@shekara/kernel';
import { isCharge, type PaymentKind } from '../payment-kind.js';
import type { PaymentMistake } from '../payment-mistake.js';
import { refundReasons as reasons } from './refund-reasons.js';

/** Kinds that a ground reaches. */
type Reach = 'ANY' | 'DUTIES_AND_TAXES' | 'IMPORT' | 'EXPORT_DUTY';

/** List RefundGround. */
export const REFUND_GROUNDS = {
  OVERPAID: { article: art(153, 1), reach: 'ANY' },
  OVER_COLLECTED: { article: art(153, 1), reach: 'ANY' },
  MISTAKEN: { article: art(153, 2), reach: 'ANY' },
  DECLARATION_WITHDRAWN: { article: art(155, 1), reach: 'DUTIES_AND_TAXES' },
  ORIGIN_REGIME_RESTORED: { article: art(155, 2), reach: 'IMPORT' },
  CONCESSION_AS_REFUND: { article: art(155, 3), reach: 'DUTIES_AND_TAXES' },
  PROCEDURE_REFUND: { article: art(155, 4), reach: 'DUTIES_AND_TAXES' },
  PROCEDURE_CHANGED_LOWER: { article: art(155, 5), reach: 'DUTIES_AND_TAXES' },
  RE_EXPORT_DONE_LATE: { article: art(404, 5), reach: 'DUTIES_AND_TAXES' },
  TRANSIT_COMPLETED_LATE: { article: art(331, 5), reach: 'DUTIES_AND_TAXES' },
  TEMPORARY_DECLARATION_EXCESS: { article: art(294, 7), reach: 'DUTIES_AND_TAXES' },
  ILLEGAL_MOVE_REASSESSED: { article: art(130, 5), reach: 'DUTIES_AND_TAXES' },
} as const satisfies Record<string, { readonly article: LegalRef; readonly reach: Reach }>;

export type RefundGround = keyof typeof REFUND_GROUNDS;

/** Terms within which a ground must arise; each opens on the day of the first declaration or release. */
export const REFUND_TERMS = {
  ORIGIN_PROOF: { id: 'D-PAY-48', length: 1, unit: 'YEARS', article: 'art. 96.3' },
  RE_IMPORT: { id: 'D-PAY-49', length: 6, unit: 'MONTHS', article: 'art. 399' },
  FAULTY_RE_EXPORT: { id: 'D-PAY-50', length: 1, unit: 'YEARS', article: 'art. 401(2)' },
} as const satisfies Record<string, LegalTerm>;

/** The facts of a ground. Days are those of registration under the procedure named. */
export type RefundClaim =
  | {
      readonly ground:
        'OVERPAID' | 'OVER_COLLECTED' | 'TEMPORARY_DECLARATION_EXCESS' | 'ILLEGAL_MOVE_REASSESSED';
    }
  | { readonly ground: 'MISTAKEN'; readonly mistake: PaymentMistake }
  /** Foreign goods cannot be withdrawn once released (art. 290.1). */
  | {
      readonly ground: 'DECLARATION_WITHDRAWN';
      readonly permitted: boolean;
      readonly foreignGoodsReleased: boolean;
    }
  | {
      readonly ground: 'ORIGIN_REGIME_RESTORED';
      readonly registeredOn: CivilDate;
      readonly provedOn: CivilDate;
    }
  | { readonly ground: 'CONCESSION_AS_REFUND'; readonly granted: boolean }
  | { readonly ground: 'PROCEDURE_REFUND'; readonly procedure: ProcedureRefund }
  | { readonly ground: 'PROCEDURE_CHANGED_LOWER'; readonly from: '40' | '10'; readonly to: '40' | '10' }
  | { readonly ground: 'RE_EXPORT_DONE_LATE' | 'TRANSIT_COMPLETED_LATE'; readonly confirmedOn?: CivilDate };

/** Procedures that give a refund (art. 155(4), 399, 405). */
export type ProcedureRefund =
  | { readonly of: 'RE_IMPORT'; readonly exportedUnderProcedureOn: CivilDate; readonly placedOn: CivilDate }
  | {
      readonly of: 'FAULTY_RE_EXPORT';
      readonly releasedOn: CivilDate;
      readonly placedOn: CivilDate;
      readonly actuallyExportedOn?: CivilDate;
    }
  | { readonly of: 'EXPORT' | 'DESTRUCTION' | 'ABANDONMENT'; readonly procedureGivesRefund: boolean };

/** A kind as paid, and what stays payable when the ground holds (zero where everything returns). */
export interface PaidSum {
  readonly kind: PaymentKind;
  readonly paid: Money;
  readonly payable: Money;
  /** A periodic sum of partial temporary import (art. 386.3). */
  readonly partOfTemporaryImport?: boolean;
}

export interface RefundOpened {
  readonly type: 'RefundOpened';
  readonly ground: RefundGround;
  readonly article: string;
  readonly sums: readonly { readonly kind: PaymentKind; readonly amount: Money }[];
}

/** A sum of the claim that stays paid, with the reason. */
export interface SumKept {
  readonly type: 'SumKept';
  readonly kind: PaymentKind;
  readonly reason: Reason;
}

/**
 * Opens the refund that a ground gives (R-PAY-012, R-PAY-193 to R-PAY-196, R-PAY-204 to R-PAY-207, R-PAY-209). Each kind
 * returns what was paid above what stays payable; sums that stay are named with their reason. Refuses REFUND_TERM_OVER and
 * REFUND_CONDITION_UNMET when the ground does not hold, and with the reason of every sum when none returns.
 */
export function openRefund(
  claim: RefundClaim,
  sums: readonly PaidSum[],
  calendar: LegalCalendar,
): Decision<RefundOpened | SumKept> {
  const judged = sums.map((sum) => ({ sum, kept: keptBecause(claim, sum) }));
  const kept = judged.flatMap(({ sum: { kind }, kept: why }): SumKept[] =>
    why ? [{ type: 'SumKept', kind, reason: why }] : [],
  );
  const returned = judged.filter((line) => line.kept === undefined).map(({ sum }) => sum);
  const nothing = sums.length === 0 ? [reason(reasons.NOTHING_TO_REFUND)] : kept.map((line) => line.reason);
  const { article } = REFUND_GROUNDS[claim.ground];
  return decide<RefundOpened | SumKept>(
    [...groundUnmet(claim, calendar), ...(returned.length === 0 ? nothing : [])],
    () => [
      {
        type: 'RefundOpened',
        ground: claim.ground,
        article: article.text,
        sums: returned.map(({ kind, paid, payable }) => ({ kind, amount: paid.minus(payable) })),
      },
      ...kept,
    ],
  );
}

/** Grounds that speak of money that was never due, whatever its kind. */
const NEVER_DUE: ReadonlySet<RefundGround> = new Set<RefundGround>([
  'OVERPAID',
  'OVER_COLLECTED',
  'MISTAKEN',
]);

function keptBecause(claim: RefundClaim, sum: PaidSum): Reason | undefined {
  const details = { parameters: { kind: sum.kind, ground: claim.ground } };
  if (!NEVER_DUE.has(claim.ground)) {
    if (sum.kind === 'CHARGE_DECLARATION') return reason(reasons.FEE_NOT_REFUNDABLE, details);
    if (sum.partOfTemporaryImport) return reason(reasons.TEMP_IMPORT_PART_NOT_REFUNDABLE, details);
  }
  if (!reaches(reachOf(claim), sum.kind)) return reason(reasons.REFUND_KIND_OUTSIDE_GROUND, details);
  if (sum.paid.compare(sum.payable) > 0) return undefined;
  return reason(
    sum.kind === 'CHARGE_DECLARATION' ? reasons.FEE_NOT_REFUNDABLE : reasons.NOTHING_TO_REFUND,
    details,
  );
}

function reachOf(claim: RefundClaim): Reach {
  if (claim.ground !== 'PROCEDURE_REFUND') return REFUND_GROUNDS[claim.ground].reach;
  if (claim.procedure.of === 'RE_IMPORT') return 'EXPORT_DUTY';
  return claim.procedure.of === 'FAULTY_RE_EXPORT' ? 'IMPORT' : REFUND_GROUNDS.PROCEDURE_REFUND.reach;
}

function reaches(reach: Reach, kind: PaymentKind): boolean {
  switch (reach) {
    case 'ANY':
      return true;
    case 'DUTIES_AND_TAXES':
      return !isCharge(kind);
    case 'IMPORT':
      return !isCharge(kind) && kind !== 'EXPORT_DUTY';
    case 'EXPORT_DUTY':
      return kind === 'EXPORT_DUTY';
  }
}

function groundUnmet(claim: RefundClaim, calendar: LegalCalendar): readonly (Reason | undefined)[] {
  switch (claim.ground) {
    case 'DECLARATION_WITHDRAWN':
      return [
        unmet(!claim.permitted, 'WITHDRAWAL_NOT_PERMITTED', 'art. 290'),
        unmet(claim.foreignGoodsReleased, 'FOREIGN_GOODS_RELEASED', 'art. 290.1'),
      ];
    case 'ORIGIN_REGIME_RESTORED':
      return [late('ORIGIN_PROOF', claim.registeredOn, claim.provedOn, calendar)];
    case 'CONCESSION_AS_REFUND':
      return [unmet(!claim.granted, 'CONCESSION_NOT_GRANTED', 'art. 155(3)')];
    case 'PROCEDURE_CHANGED_LOWER':
      return [unmet(claim.from === claim.to, 'PROCEDURE_NOT_CHANGED', 'art. 155(5)')];
    case 'RE_EXPORT_DONE_LATE':
      return [unmet(claim.confirmedOn === undefined, 'EXPORT_NOT_CONFIRMED', 'art. 404.5')];
    case 'TRANSIT_COMPLETED_LATE':
      return [unmet(claim.confirmedOn === undefined, 'TRANSIT_NOT_COMPLETED', 'art. 331.5')];
    case 'PROCEDURE_REFUND':
      return procedureUnmet(claim.procedure, calendar);
    default:
      return [];
  }
}

function procedureUnmet(
  procedure: ProcedureRefund,
  calendar: LegalCalendar,
): readonly (Reason | undefined)[] {
  switch (procedure.of) {
    case 'RE_IMPORT':
      return [late('RE_IMPORT', procedure.exportedUnderProcedureOn, procedure.placedOn, calendar)];
    case 'FAULTY_RE_EXPORT':
      return [
        late('FAULTY_RE_EXPORT', procedure.releasedOn, procedure.placedOn, calendar),
        unmet(procedure.actuallyExportedOn === undefined, 'NOT_ACTUALLY_EXPORTED', 'art. 405'),
      ];
    default:
      return [unmet(!procedure.procedureGivesRefund, 'PROCEDURE_GIVES_NONE', 'art. 155(4)')];
  }
}

function unmet(holds: boolean, condition: string, article: string): Reason | undefined {
  return when(holds, reasons.REFUND_CONDITION_UNMET, { parameters: { condition, article } });
}

function late(term: keyof typeof REFUND_TERMS, from: CivilDate, on: CivilDate, calendar: LegalCalendar) {
  const { article } = REFUND_TERMS[term];
  const { lastDay } = termFromDay(REFUND_TERMS[term], from, calendar);
  return when(on > lastDay, reasons.REFUND_TERM_OVER, { parameters: { lastDay, on, article } });
}

/** How an obligation ends (art. 129.2) and why none is payable (art. 129.3): the two lists, and who may use which entry. */
import type { CivilDate } from '@shekara/calendar';
import { art, decide, type Decision, type Exact, type LegalRef, type Money, when } from '@shekara/kernel';
import { isSmallRemainder } from '../calculation/small-amounts.js';
import { obligationReasons as reasons } from './obligation-reasons.js';
import type { RowEnd } from './trigger.js';
import { rowOf, type Trigger } from './trigger-matrix.js';

/** List ObligationEnd: an obligation ends with one of these codes and with no other (R-PAY-058). */
export const OBLIGATION_ENDS = {
  PAID_OR_COLLECTED: art(129, '2(1)'),
  RELEASED_WITH_RELIEF_NO_LIMITS: art(129, '2(2)'),
  DESTROYED: art(129, '2(3)'),
  BELOW_5_EUR: art(129, '2(4)'),
  ABANDONED_TO_STATE: art(129, '2(5)'),
  STATE_OWNERSHIP: art(129, '2(6)'),
  LEVIED_ON_GOODS: art(129, '2(7)'),
  RELEASE_REFUSED: art(129, '2(8)'),
  WRITTEN_OFF: art(129, '2(9)'),
  OTHER_BY_CODE: art(129, '2(10)'),
} as const satisfies Record<string, LegalRef>;

export type ObligationEndCode = keyof typeof OBLIGATION_ENDS;

export function isObligationEnd(text: string): text is ObligationEndCode {
  return Object.hasOwn(OBLIGATION_ENDS, text);
}

/** List NotPayable. Each entry holds only while its condition does (R-PAY-246). */
export const NOT_PAYABLE = {
  PROCEDURE_WITHOUT_PAYMENT: art(129, '3(1)'),
  UP_TO_200_EUR: art(129, '3(2)'),
  PERSONAL_GOODS_BY_TREATY: art(129, '3(3)'),
  EXEMPT_BY_LAW: art(129, '3(4)'),
} as const satisfies Record<string, LegalRef>;

export type NotPayableCode = keyof typeof NOT_PAYABLE;

/** Why nothing is payable, with the row of the matrix that opens when the condition breaks. */
export interface NotPayable {
  readonly code: NotPayableCode;
  /** The condition in words, e.g. "goods stay under the customs warehouse procedure". */
  readonly condition: string;
  /** Absent where nothing can break: a small shipment stays one. */
  readonly onBreach?: Trigger;
}

/** The row that a broken condition opens (art. 129.3(1), 129.3(4); R-PAY-246). */
export function triggerOfBrokenCondition({ onBreach }: NotPayable): Trigger | undefined {
  return onBreach;
}

export interface Obligation {
  readonly trigger: Trigger;
  readonly arisenOn: CivilDate;
  /** The due date, once it is known. */
  readonly dueOn?: CivilDate;
  /** The declaration by which it was born. */
  readonly declarationId?: string;
  readonly goods: 'FOREIGN' | 'UNION';
  readonly unpaid: Money;
}

export type EndGround =
  | { readonly code: 'PAID_OR_COLLECTED' }
  | { readonly code: 'RELEASED_WITH_RELIEF_NO_LIMITS'; readonly reliefHasUseLimits: boolean }
  /** Accident, force majeure, natural loss. */
  | { readonly code: 'DESTROYED'; readonly documentsAccepted: boolean }
  | {
      readonly code: 'BELOW_5_EUR';
      /** All unpaid duties and taxes of the liability group, never charges (R-PAY-018). */
      readonly unpaidDutiesAndTaxes: Money;
      /** EUR 5 in KZT at the rate of the day the obligation arose. */
      readonly limit: Exact;
    }
  | { readonly code: 'ABANDONED_TO_STATE'; readonly declarationRegisteredOn: CivilDate }
  | { readonly code: 'STATE_OWNERSHIP' | 'LEVIED_ON_GOODS' }
  | { readonly code: 'RELEASE_REFUSED'; readonly declarationId: string }
  /** The ground in other legislation (art. 172). */
  | { readonly code: 'WRITTEN_OFF'; readonly groundInOtherLaw: string }
  /** A circumstance of the matrix row, on its day. */
  | { readonly code: 'OTHER_BY_CODE'; readonly circumstance: RowEnd; readonly on: CivilDate };

export interface ObligationEnded {
  readonly type: 'ObligationEnded';
  readonly code: ObligationEndCode;
  readonly article: string;
}

/** Procedures whose own article ends the obligation for lost Union goods too (art. 365.3(2), 394.3). */
const UNION_GOODS_LOSS_COUNTS: ReadonlySet<Trigger> = new Set<Trigger>([
  'OUTSIDE_PROCESSING_BREACH',
  'TEMPORARY_EXPORT_NOT_COMPLETED',
]);

/**
 * Ends an obligation on a ground of art. 129.2 (R-PAY-058 to R-PAY-060, R-PAY-069, R-PAY-240, R-PAY-241, R-PAY-243).
 * Refuses OBLIGATION_END_UNFOUNDED when the conditions of the ground do not hold for this obligation.
 */
export function endObligation(obligation: Obligation, ground: EndGround): Decision<ObligationEnded> {
  return decide(
    [
      when(!ends(obligation, ground), reasons.OBLIGATION_END_UNFOUNDED, {
        parameters: { ground: ground.code, trigger: obligation.trigger },
      }),
    ],
    () => [{ type: 'ObligationEnded', code: ground.code, article: OBLIGATION_ENDS[ground.code].text }],
  );
}

function ends(obligation: Obligation, ground: EndGround): boolean {
  switch (ground.code) {
    case 'PAID_OR_COLLECTED':
      return !obligation.unpaid.isPositive();
    case 'RELEASED_WITH_RELIEF_NO_LIMITS':
      return !ground.reliefHasUseLimits;
    case 'DESTROYED':
      return (
        ground.documentsAccepted &&
        (obligation.goods === 'FOREIGN' || UNION_GOODS_LOSS_COUNTS.has(obligation.trigger))
      );
    case 'BELOW_5_EUR':
      return isSmallRemainder(ground.unpaidDutiesAndTaxes, ground.limit);
    case 'ABANDONED_TO_STATE':
      return obligation.arisenOn < ground.declarationRegisteredOn;
    case 'STATE_OWNERSHIP':
    case 'LEVIED_ON_GOODS':
      return true;
    case 'RELEASE_REFUSED':
      return obligation.declarationId === ground.declarationId;
    case 'WRITTEN_OFF':
      return ground.groundInOtherLaw.trim() !== '';
    case 'OTHER_BY_CODE':
      return endsByRow(obligation, ground.circumstance, ground.on);
  }
}

/** The row must name the circumstance; completion ends nothing that fell due before it (R-PAY-241). */
function endsByRow(obligation: Obligation, circumstance: RowEnd, on: CivilDate): boolean {
  const named = rowOf(obligation.trigger).ends?.includes(circumstance) ?? false;
  const dueBefore = obligation.dueOn !== undefined && obligation.dueOn < on;
  return named && !(circumstance === 'COMPLETED_BEFORE_DUE' && dueBefore);
}

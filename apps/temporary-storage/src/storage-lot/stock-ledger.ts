/** The stock ledger of a lot (art. 44.3, 262.5): append-only movements, and balances that never fall below zero. */
import { type Decision, decide, Exact, type Reason, when } from '@shekara/kernel';
import { stockReasons } from './stock-reasons.js';

interface MovementRule {
  /** What the movement does to the stock in the place. */
  readonly direction: 1 | 0 | -1;
  /** Whether it needs a customs decision or document as its basis. */
  readonly basis: boolean;
}

/** List MOVEMENT_KIND. CORRECTION takes the opposite direction of the line it reverses. */
export const MOVEMENT_KINDS = {
  RECEIPT: { direction: 1, basis: true },
  RECEIPT_SHORTAGE: { direction: 0, basis: true },
  RECEIPT_SURPLUS: { direction: 0, basis: true },
  INTERNAL_MOVE: { direction: 0, basis: false },
  INSPECT_MEASURE: { direction: 0, basis: false },
  CARE: { direction: 0, basis: false },
  SAMPLE_OUT: { direction: -1, basis: true },
  SAMPLE_BACK: { direction: 1, basis: true },
  REPACK_DAMAGED: { direction: 0, basis: true },
  PREPARE_FOR_CARRIAGE: { direction: 0, basis: true },
  ISSUE_RELEASED: { direction: -1, basis: true },
  ISSUE_TRANSIT: { direction: -1, basis: true },
  ISSUE_TURNED_BACK: { direction: -1, basis: true },
  TRANSFER_OUT: { direction: -1, basis: true },
  TRANSFER_IN: { direction: 1, basis: true },
  DETAIN: { direction: 0, basis: true },
  DETAINED_RETURN: { direction: -1, basis: true },
  DETAINED_DISPOSAL: { direction: -1, basis: true },
  NATURAL_LOSS: { direction: -1, basis: true },
  WRITE_OFF_EXCUSED: { direction: -1, basis: true },
  WRITE_OFF_DUTIABLE: { direction: -1, basis: true },
  HANDED_OVER: { direction: -1, basis: true },
  DAMAGE_NOTE: { direction: 0, basis: false },
  RECOUNT: { direction: 0, basis: true },
  CORRECTION: { direction: 0, basis: false },
} as const satisfies Record<string, MovementRule>;

export type MovementKind = keyof typeof MOVEMENT_KINDS;

/** Whole packages and a gross weight in kg; neither is negative. */
export interface Quantity {
  readonly packages: number;
  readonly grossWeightKg: Exact;
}

/** The customs decision or document that allows a movement. */
export interface MovementBasis {
  readonly kind: string;
  readonly number: string;
}

/** One line of the ledger; written once, never changed (R-TST-088). */
export interface StockMovement {
  readonly id: string;
  /** Line of the lot. */
  readonly line: number;
  readonly kind: MovementKind;
  readonly quantity: Quantity;
  readonly at: Date;
  readonly recordedBy: string;
  readonly basis?: MovementBasis;
  /** CORRECTION only: the movement it cancels, why, and the second person who agrees. */
  readonly reverses?: string;
  readonly reason?: string;
  readonly secondPerson?: string;
}

export const NOTHING: Quantity = { packages: 0, grossWeightKg: new Exact(0) };

export function plus(a: Quantity, b: Quantity, sign: 1 | 0 | -1 = 1): Quantity {
  return {
    packages: a.packages + sign * b.packages,
    grossWeightKg: a.grossWeightKg.plus(b.grossWeightKg.times(sign)),
  };
}

/** Whether the first quantity is more than the second in packages or in weight. */
export function exceeds(a: Quantity, b: Quantity): boolean {
  return a.packages > b.packages || a.grossWeightKg.greaterThan(b.grossWeightKg);
}

/** What a movement does to the stock: 1 in, -1 out, 0 nothing. A correction undoes the line it reverses. */
export function directionOf(ledger: readonly StockMovement[], movement: StockMovement): 1 | 0 | -1 {
  if (movement.kind !== 'CORRECTION') return MOVEMENT_KINDS[movement.kind].direction;
  const reversed = ledger.find((line) => line.id === movement.reverses);
  if (!reversed || reversed.kind === 'CORRECTION') return 0;
  return opposite(MOVEMENT_KINDS[reversed.kind].direction);
}

function opposite(direction: 1 | 0 | -1): 1 | 0 | -1 {
  if (direction === 0) return 0;
  return direction === 1 ? -1 : 1;
}

/** F-TST-3: the balance of one line of the lot, now or as it stood at a past instant (both ends included). */
export function balanceOf(ledger: readonly StockMovement[], line: number, at?: Date): Quantity {
  return ledger
    .filter((movement) => movement.line === line && (at === undefined || movement.at <= at))
    .reduce((balance, movement) => plus(balance, movement.quantity, directionOf(ledger, movement)), NOTHING);
}

/**
 * Posts one movement: accepted with itself as the new line, or refused with every reason. NO_BASIS where its kind needs a
 * basis (art. 259.3, R-TST-090); EXCESS_OVER_RELEASE for an issue above what is released of the line and not issued yet
 * (art. 270.2.2, R-TST-091); BALANCE_BELOW_ZERO (art. 44.3, R-TST-089); a correction reverses one line once, whole, with a
 * reason and a second person (R-TST-088). A movement that the ledger holds already has no second effect (R-TST-096).
 */
export function postMovement(
  ledger: readonly StockMovement[],
  movement: StockMovement,
  released: ReadonlyMap<number, Quantity> = new Map(),
): Decision<StockMovement> {
  if (ledger.some((line) => line.id === movement.id)) return { accepted: true, events: [] };
  const after = plus(balanceOf(ledger, movement.line), movement.quantity, directionOf(ledger, movement));
  const parameters = { line: String(movement.line), kind: movement.kind };
  return decide(
    [
      when(
        movement.quantity.packages < 0 || movement.quantity.grossWeightKg.lessThan(0),
        stockReasons.QUANTITY_NEGATIVE,
        { parameters },
      ),
      when(MOVEMENT_KINDS[movement.kind].basis && !movement.basis?.number, stockReasons.NO_BASIS, {
        parameters,
      }),
      when(
        movement.kind === 'ISSUE_RELEASED' && exceedsRelease(ledger, movement, released),
        stockReasons.EXCESS_OVER_RELEASE,
        { parameters },
      ),
      when(after.packages < 0 || after.grossWeightKg.lessThan(0), stockReasons.BALANCE_BELOW_ZERO, {
        parameters,
      }),
      ...(movement.kind === 'CORRECTION' ? correctionRefusals(ledger, movement) : []),
    ],
    () => [movement],
  );
}

function exceedsRelease(
  ledger: readonly StockMovement[],
  movement: StockMovement,
  released: ReadonlyMap<number, Quantity>,
): boolean {
  const issued = ledger
    .filter(
      ({ line, kind, id }) => line === movement.line && kind === 'ISSUE_RELEASED' && !isReversed(ledger, id),
    )
    .reduce((sum, { quantity }) => plus(sum, quantity), NOTHING);
  return exceeds(plus(issued, movement.quantity), released.get(movement.line) ?? NOTHING);
}

function isReversed(ledger: readonly StockMovement[], id: string): boolean {
  return ledger.some((line) => line.kind === 'CORRECTION' && line.reverses === id);
}

function correctionRefusals(
  ledger: readonly StockMovement[],
  movement: StockMovement,
): (Reason | undefined)[] {
  const reversed = ledger.find(({ id }) => id === movement.reverses);
  const whole =
    reversed?.line === movement.line &&
    reversed.quantity.packages === movement.quantity.packages &&
    reversed.quantity.grossWeightKg.equals(movement.quantity.grossWeightKg);
  return [
    when(
      !whole || reversed.kind === 'CORRECTION' || isReversed(ledger, reversed.id),
      stockReasons.CORRECTION_REVERSES_NOTHING,
    ),
    when(
      !movement.reason || !movement.secondPerson || movement.secondPerson === movement.recordedBy,
      stockReasons.CORRECTION_NEEDS_SECOND_PERSON,
    ),
  ];
}

/** The trigger matrix (art. 129.1, 131): every situation in which an obligation to pay arises, as data. */
import { DECLARATION_TRIGGERS } from './declaration-triggers.js';
import { MOVEMENT_TRIGGERS } from './movement-triggers.js';
import { PROCEDURE_TRIGGERS } from './procedure-triggers.js';
import type { TriggerRow } from './trigger.js';

const ROWS = [...DECLARATION_TRIGGERS, ...MOVEMENT_TRIGGERS, ...PROCEDURE_TRIGGERS] as const;

/** The name of a row: every liability names exactly one (R-PAY-055). */
export type Trigger = (typeof ROWS)[number]['trigger'];

export interface MatrixRow extends TriggerRow {
  readonly trigger: Trigger;
}

export const TRIGGER_MATRIX: readonly MatrixRow[] = ROWS;

const BY_TRIGGER = new Map<Trigger, MatrixRow>(TRIGGER_MATRIX.map((row) => [row.trigger, row]));

export function isTrigger(text: string): text is Trigger {
  return BY_TRIGGER.has(text as Trigger);
}

/** The row of a trigger. */
export function rowOf(trigger: Trigger): MatrixRow {
  const row = BY_TRIGGER.get(trigger);
  if (!row) throw new Error(`no row ${trigger} in the trigger matrix`);
  return row;
}

/** How goods were moved illegally, as the finding says (art. 130.4). */
export interface IllegalMovement {
  readonly direction: 'IMPORT' | 'EXPORT';
  /** The declaration whose data were false, when the movement was by one. */
  readonly falseDeclaration?: 'TRANSIT' | 'OTHER';
}

/**
 * The row of an illegal movement: a false declaration has its own, but a false transit declaration counts as ordinary
 * illegal movement (art. 130.4-5; R-PAY-047, R-PAY-053).
 */
export function illegalMovementRow({ direction, falseDeclaration }: IllegalMovement): MatrixRow {
  if (falseDeclaration === 'OTHER') return rowOf('FALSE_DECLARATION');
  return rowOf(direction === 'IMPORT' ? 'ILLEGAL_IMPORT' : 'ILLEGAL_EXPORT');
}

/** The row of a periodic declaration: excise goods are paid before release on it, others by the full one (R-PAY-072). */
export function periodicDeclarationRow(exciseGoods: boolean): MatrixRow {
  return rowOf(exciseGoods ? 'PERIODIC_DECLARATION_OF_EXCISE_GOODS' : 'PERIODIC_DECLARATION');
}

/** Goods that are paid only with the full declaration are secured at filing unless the declarant is an AEO (art. 293.5-8). */
export function periodicDeclarationNeedsSecurity(exciseGoods: boolean, declarantIsAeo: boolean): boolean {
  return !exciseGoods && !declarantIsAeo;
}

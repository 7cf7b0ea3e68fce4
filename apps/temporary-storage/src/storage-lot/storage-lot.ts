/** A lot in temporary storage (art. 259): what registration, receipt, declaration, release and the end of the term do to it. */
import { type Decision, decide, when } from '@shekara/kernel';
import { lotReasons } from './lot-reasons.js';
import type { MovementKind } from './stock-ledger.js';

export type LotState = 'REGISTERED' | 'PLACED' | 'DECLARED' | 'EXPIRED' | 'ISSUED';

/**
 * List EXIT_GROUND: the only ways out of storage (R-TST-079), each with the movement that takes the goods out. DETAINED is
 * not here: it takes nothing out of the place, it changes the regime of the goods that lie in it (art. 237.3).
 */
export const EXIT_GROUNDS = {
  PLACED_UNDER_PROCEDURE: 'ISSUE_RELEASED',
  TURNED_BACK: 'ISSUE_TURNED_BACK',
  EXCUSED_LOSS: 'WRITE_OFF_EXCUSED',
  STATE_OWNERSHIP: 'DETAINED_DISPOSAL',
  DEBT_RECOVERY: 'DETAINED_DISPOSAL',
  PERSONAL_RELEASE: 'ISSUE_RELEASED',
} as const satisfies Record<string, MovementKind>;

export type ExitGround = keyof typeof EXIT_GROUNDS;

/** What decides of a lot. Registration and placing are two moments: the term hangs on the first (R-TST-011). */
export interface StorageLot {
  readonly state: LotState;
  readonly registeredAt: Date;
  readonly placedAt: Date | null;
  /** The last instant of the term. */
  readonly termEndsAt: Date;
  /** An extension request lodged in time that nobody decided yet. */
  readonly extensionPending: boolean;
}

export type LotEvent =
  | { readonly type: 'LotDeclared' }
  | { readonly type: 'LotBackInStorage'; readonly state: 'REGISTERED' | 'PLACED' }
  | { readonly type: 'TemporaryStorageTermExpired' }
  | { readonly type: 'GoodsTakenOut'; readonly ground: ExitGround; readonly document: string };

/** The state of goods in storage that nothing else is going on with. */
export function inStorage(lot: Pick<StorageLot, 'placedAt'>): 'REGISTERED' | 'PLACED' {
  return lot.placedAt === null ? 'REGISTERED' : 'PLACED';
}

function termIsOver(lot: StorageLot, at: Date): boolean {
  return at > lot.termEndsAt;
}

/**
 * A declaration was registered (art. 283.1). Lodged in the term, it holds the detention back (R-TST-061), also when the
 * message comes after the term ran out and the lot was told EXPIRED; lodged later, it changes nothing.
 */
export function declarationRegistered(lot: StorageLot, lodgedAt: Date): LotEvent | undefined {
  if (lot.state === 'ISSUED' || termIsOver(lot, lodgedAt)) return undefined;
  return { type: 'LotDeclared' };
}

/** Release refused or the declaration withdrawn (art. 290.1): the same term goes on, or expires at once (R-TST-061, R-TST-062). */
export function declarationEnded(lot: StorageLot, at: Date): LotEvent | undefined {
  if (lot.state !== 'DECLARED') return undefined;
  if (termIsOver(lot, at) && !lot.extensionPending) return { type: 'TemporaryStorageTermExpired' };
  return { type: 'LotBackInStorage', state: inStorage(lot) };
}

/**
 * The term ran out (art. 268.4): the lot expires, save where a declaration lodged in time (R-TST-061) or an undecided
 * extension request (R-TST-050) holds it. Nothing detains by itself: that is an officer's act.
 */
export function termEnds(lot: StorageLot, at: Date): LotEvent | undefined {
  const held = lot.state === 'DECLARED' || lot.extensionPending;
  if (held || lot.state === 'ISSUED' || lot.state === 'EXPIRED' || !termIsOver(lot, at)) return undefined;
  return { type: 'TemporaryStorageTermExpired' };
}

/** Goods leave storage only on a ground of EXIT_GROUND and with the document that is the ground (art. 259.3, R-TST-079). */
export function takeOut(lot: StorageLot, ground: ExitGround, document: string): Decision<LotEvent> {
  return decide(
    [
      when(lot.state === 'ISSUED', lotReasons.LOT_ENDED),
      when(document.trim() === '', lotReasons.EXIT_DOCUMENT_MISSING, { parameters: { ground } }),
    ],
    () => [{ type: 'GoodsTakenOut', ground, document }],
  );
}

/** The state after an event. */
export function evolve(event: LotEvent): LotState {
  switch (event.type) {
    case 'LotDeclared':
      return 'DECLARED';
    case 'LotBackInStorage':
      return event.state;
    case 'TemporaryStorageTermExpired':
      return 'EXPIRED';
    case 'GoodsTakenOut':
      return 'ISSUED';
  }
}

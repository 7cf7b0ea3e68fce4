/** The keeper takes the goods in (art. 44.2, 270.1.2): it counts, and the ledger carries what was counted. */
import { type Decision, decide, Exact, when } from '@shekara/kernel';
import { documentDefects } from '../storage-documents/document-defects.js';
import { lotReasons } from './lot-reasons.js';
import type { StorageLot } from './storage-lot.js';
import type { MovementBasis, MovementKind, Quantity } from './stock-ledger.js';
import { exceeds, NOTHING } from './stock-ledger.js';
import { stockReasons } from './stock-reasons.js';

/** List DISCREPANCY_KIND, the kinds that a receipt can find. */
export type ReceiptDiscrepancyKind = 'DOCUMENTS_VS_RECEIPT' | 'SEAL_BROKEN' | 'UNKNOWN_GOODS';

export interface LineQuantity extends Quantity {
  readonly line: number;
}

export interface Receipt {
  readonly counted: readonly LineQuantity[];
  readonly sealsIntact: boolean;
  /** Number of the act of keeper and carrier; a must where something is missing. */
  readonly shortageAct?: string;
}

export interface ReceiptFacts {
  readonly lot: Pick<StorageLot, 'state' | 'placedAt'>;
  readonly documented: readonly LineQuantity[];
  /** Registration number of the storage documents: the basis of the receipt. */
  readonly registrationNumber: string;
  readonly placeTakesGoods: boolean;
}

export interface ReceivedMovement {
  readonly line: number;
  readonly kind: Extract<MovementKind, 'RECEIPT' | 'RECEIPT_SHORTAGE' | 'RECEIPT_SURPLUS'>;
  readonly quantity: Quantity;
  readonly basis: MovementBasis;
}

export interface Discrepancy {
  readonly kind: ReceiptDiscrepancyKind;
  /** Absent for the whole lot. */
  readonly line?: number;
  readonly documented: Quantity;
  readonly counted: Quantity;
}

export interface GoodsReceived {
  readonly type: 'GoodsReceived';
  readonly movements: readonly ReceivedMovement[];
  readonly discrepancies: readonly Discrepancy[];
}

/**
 * Takes a registered lot in. The RECEIPT line carries counted quantities, at most the documented ones (R-TST-085); what is
 * missing is a RECEIPT_SHORTAGE on the act of keeper and carrier, what is too much a RECEIPT_SURPLUS held apart; each
 * difference is a discrepancy. Refuses a lot that is placed or ended, lines not counted or counted twice, a shortage
 * without its act (NO_BASIS), and a place that is suspended or removed (PLACE_NOT_ACTIVE, R-TST-133).
 */
export function receiveGoods(receipt: Receipt, facts: ReceiptFacts): Decision<GoodsReceived> {
  const lines = receipt.counted.map(({ line }) => line);
  const documentedLines = new Set(facts.documented.map(({ line }) => line));
  const short = facts.documented.some((wanted) => exceeds(wanted, countedOf(receipt, wanted.line)));
  return decide(
    [
      when(facts.lot.state === 'ISSUED', lotReasons.LOT_ENDED),
      when(facts.lot.placedAt !== null, lotReasons.LOT_ALREADY_PLACED),
      when(!facts.placeTakesGoods, documentDefects.PLACE_NOT_ACTIVE),
      when(new Set(lines).size !== lines.length, lotReasons.LINE_COUNTED_TWICE, { pointer: '/counted' }),
      ...[...documentedLines].map((line) =>
        when(!lines.includes(line), lotReasons.LINE_NOT_COUNTED, {
          pointer: '/counted',
          parameters: { line: String(line) },
        }),
      ),
      when(short && !receipt.shortageAct?.trim(), stockReasons.NO_BASIS, { pointer: '/shortageAct' }),
    ],
    () => [
      {
        type: 'GoodsReceived',
        movements: receipt.counted.flatMap((counted) => movementsOf(counted, receipt, facts)),
        discrepancies: discrepanciesOf(receipt, facts, documentedLines),
      },
    ],
  );
}

function countedOf({ counted }: Receipt, line: number): Quantity {
  return counted.find((count) => count.line === line) ?? NOTHING;
}

function movementsOf(counted: LineQuantity, receipt: Receipt, facts: ReceiptFacts): ReceivedMovement[] {
  const { line } = counted;
  const documented = facts.documented.find((wanted) => wanted.line === line) ?? NOTHING;
  const registered = { kind: 'STORAGE_DOCUMENTS', number: facts.registrationNumber };
  const taken = {
    packages: Math.min(counted.packages, documented.packages),
    grossWeightKg: Exact.min(counted.grossWeightKg, documented.grossWeightKg),
  };
  return [
    { line, kind: 'RECEIPT' as const, quantity: taken, basis: registered },
    {
      line,
      kind: 'RECEIPT_SHORTAGE' as const,
      quantity: above(documented, counted),
      basis: { kind: 'SHORTAGE_ACT', number: receipt.shortageAct ?? '' },
    },
    {
      line,
      kind: 'RECEIPT_SURPLUS' as const,
      quantity: above(counted, documented),
      basis: { kind: 'REPORT_TO_CUSTOMS', number: facts.registrationNumber },
    },
  ].filter(({ quantity }) => exceeds(quantity, NOTHING));
}

/** How much the first is above the second, nothing where it is below. */
function above(a: Quantity, b: Quantity): Quantity {
  return {
    packages: Math.max(0, a.packages - b.packages),
    grossWeightKg: Exact.max(0, a.grossWeightKg.minus(b.grossWeightKg)),
  };
}

function discrepanciesOf(receipt: Receipt, facts: ReceiptFacts, known: ReadonlySet<number>): Discrepancy[] {
  const broken: Discrepancy[] = receipt.sealsIntact
    ? []
    : [{ kind: 'SEAL_BROKEN', documented: NOTHING, counted: NOTHING }];
  const differences = receipt.counted.flatMap((counted): Discrepancy[] => {
    const documented = facts.documented.find((wanted) => wanted.line === counted.line) ?? NOTHING;
    if (!exceeds(documented, counted) && !exceeds(counted, documented)) return [];
    const kind = known.has(counted.line) ? 'DOCUMENTS_VS_RECEIPT' : 'UNKNOWN_GOODS';
    return [{ kind, line: counted.line, documented, counted }];
  });
  return [...broken, ...differences];
}

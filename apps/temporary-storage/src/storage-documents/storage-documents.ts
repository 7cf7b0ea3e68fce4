/** The storage documents (art. 267): what papers must show together, who may lodge them, and for which place. */
import { type Decision, decide, Exact, type Reason, when } from '@shekara/kernel';
import { mayTakeGoods, type StoragePlace } from '../warehouse/storage-place.js';
import { documentDefects } from './document-defects.js';

export interface StorageParty {
  readonly name: string;
  readonly address?: string;
}

/** One line of goods as a paper shows it. */
export interface StorageGoods {
  readonly line: number;
  readonly name: string;
  readonly packageCount: number;
  /** Decimals: kg, cubic metres, units; at least one of the three. */
  readonly grossWeightKg?: string;
  readonly volumeM3?: string;
  readonly units?: string;
  /** What the goods need of the place: COLD, HAZARDOUS, GAS, LIVE_ANIMALS, … */
  readonly specialConditions: readonly string[];
}

/** A transport, commercial or customs paper with the data that it shows; none of them is a must (R-TST-005). */
export interface StorageDocument {
  readonly kind: 'TRANSPORT' | 'COMMERCIAL' | 'CUSTOMS';
  readonly number: string;
  readonly date?: string;
  readonly goods: readonly StorageGoods[];
  readonly consignor?: StorageParty;
  readonly consignee?: StorageParty;
  readonly countryOfDeparture?: string;
  readonly countryOfDestination?: string;
}

export interface StorageDocumentSet {
  readonly arrivalNoticeNumber: string;
  readonly placeNumber: string;
  readonly submitter: {
    readonly role: 'CARRIER' | 'PERSON_WITH_AUTHORITY' | 'REPRESENTATIVE';
    /** The contract or power of attorney that gives authority over the goods, or to represent who has it. */
    readonly authority?: string;
  };
  readonly goodsStatus: 'FOREIGN' | 'UNION';
  readonly movement: 'VEHICLE' | 'PIPELINE' | 'POWER_LINE';
  readonly documents: readonly StorageDocument[];
}

/** What the check needs to know beside the set. */
export interface StorageFacts {
  /** BIN or IIN for which the submitter acts. */
  readonly submitterNumber: string;
  readonly carrierNumber: string;
  readonly consigneeNumber: string;
  readonly place: StoragePlace | undefined;
  /** Legal date of lodging. */
  readonly on: string;
  /** The consignment is stored already, or released already. */
  readonly stored: boolean;
  readonly released: boolean;
}

export interface StorageDocumentsRegisteredEvent {
  readonly type: 'StorageDocumentsRegistered';
  /** The goods that the papers show together, one entry a line. */
  readonly goods: readonly StorageGoods[];
}

/**
 * Registers a set that shows, in whatever papers, the goods, one of sender and receiver, and one of the countries of
 * departure and destination (art. 267.1); or returns it with every DOCUMENT_DEFECT at once, curable (R-TST-012).
 */
export function checkStorageDocuments(
  set: StorageDocumentSet,
  facts: StorageFacts,
): Decision<StorageDocumentsRegisteredEvent> {
  const goods = goodsOf(set);
  return decide(
    [
      when(set.goodsStatus === 'UNION', documentDefects.UNION_GOODS, { pointer: '/goodsStatus' }),
      when(set.movement !== 'VEHICLE', documentDefects.OUT_OF_SCOPE, { pointer: '/movement' }),
      when(!hasAuthority(set, facts), documentDefects.STORAGE_SUBMITTER_WITHOUT_AUTHORITY, {
        pointer: '/submitter',
      }),
      ...contentDefects(set, goods),
      ...placeDefects(set, facts, goods),
      when(facts.stored, documentDefects.STORAGE_ALREADY_REGISTERED, { pointer: '/arrivalNoticeNumber' }),
      when(facts.released, documentDefects.GOODS_ALREADY_RELEASED, { pointer: '/arrivalNoticeNumber' }),
    ],
    () => [{ type: 'StorageDocumentsRegistered', goods }],
  );
}

/** The lines of all papers; where two papers show the same line, the first one that shows it in full counts. */
export function goodsOf(set: StorageDocumentSet): readonly StorageGoods[] {
  const lines = new Map<number, StorageGoods>();
  for (const line of set.documents.flatMap((document) => document.goods)) {
    const known = lines.get(line.line);
    if (!known || (!isComplete(known) && isComplete(line))) lines.set(line.line, line);
  }
  return [...lines.values()].sort((a, b) => a.line - b.line);
}

/** Name, packages, and weight, volume or units (art. 267.1). Goods in bulk have no packages and then need the measure. */
function isComplete(line: StorageGoods): boolean {
  const measured = [line.grossWeightKg, line.volumeM3, line.units].some(
    (measure) => measure !== undefined && new Exact(measure).greaterThan(0),
  );
  return line.name.trim() !== '' && measured;
}

/** Art. 267.1: the carrier, another person with authority over the goods, or their representative (R-TST-003). */
function hasAuthority({ submitter }: StorageDocumentSet, facts: StorageFacts): boolean {
  const shown = (submitter.authority ?? '').trim() !== '';
  switch (submitter.role) {
    case 'CARRIER':
      return facts.submitterNumber !== '' && facts.submitterNumber === facts.carrierNumber;
    case 'PERSON_WITH_AUTHORITY':
      return shown || (facts.submitterNumber !== '' && facts.submitterNumber === facts.consigneeNumber);
    case 'REPRESENTATIVE':
      return shown;
  }
}

function contentDefects(set: StorageDocumentSet, goods: readonly StorageGoods[]): (Reason | undefined)[] {
  const shows = (shown: (document: StorageDocument) => unknown) =>
    set.documents.some((document) => shown(document));
  return [
    when(goods.length === 0, documentDefects.GOODS_INFO_MISSING, { pointer: '/documents' }),
    ...goods.map((line) =>
      when(!isComplete(line), documentDefects.GOODS_INFO_MISSING, {
        pointer: '/documents',
        parameters: { line: String(line.line) },
      }),
    ),
    when(!shows((paper) => paper.consignor ?? paper.consignee), documentDefects.PARTIES_MISSING, {
      pointer: '/documents',
    }),
    when(
      !shows((paper) => paper.countryOfDeparture ?? paper.countryOfDestination),
      documentDefects.COUNTRY_MISSING,
      {
        pointer: '/documents',
      },
    ),
  ];
}

/** Art. 42.3, 260.2, 260.4: the place takes goods that day, is adapted to them, and they are its owner's if it must be. */
function placeDefects(
  set: StorageDocumentSet,
  { place, on, consigneeNumber }: StorageFacts,
  goods: readonly StorageGoods[],
): (Reason | undefined)[] {
  const pointer = '/placeNumber';
  const needed = new Set(goods.flatMap((line) => line.specialConditions));
  const lacking = [...needed].filter((condition) => !place?.specialConditions.includes(condition));
  return [
    when(!mayTakeGoods(place, on), documentDefects.PLACE_NOT_ACTIVE, {
      pointer,
      parameters: { placeNumber: set.placeNumber, status: place?.status ?? 'NOT_IN_REGISTER' },
    }),
    when(place !== undefined && lacking.length > 0, documentDefects.PLACE_NOT_ADAPTED, {
      pointer,
      parameters: { conditions: lacking.join(', ') },
    }),
    when(
      place?.register === 'OWN_GOODS_WH' && place.keeperNumber !== consigneeNumber,
      documentDefects.NOT_OWN_GOODS,
      { pointer },
    ),
  ];
}

/** The arrival notice (art. 250, 251): what the carrier tells at the place of arrival, and whether it is complete. */
import { type Decision, decide, when } from '@shekara/kernel';
import { noticeDefects } from './arrival-notice-reasons.js';
import { airDefects } from './air-notice.js';
import type { AirFlight, OnBoard, RailCarriage, WaterVoyage } from './carriage.js';
import { type Defect, missingData, NAME_AND_ADDRESS } from './closed-list.js';
import type { PriorityGoods } from './priority-goods.js';
import { railDefects } from './rail-notice.js';
import { roadDefects } from './road-notice.js';
import { waterDefects } from './water-notice.js';

/** The modes that art. 251.1 has a list for. */
export type ListedMode = 'ROAD' | 'WATER' | 'AIR' | 'RAIL';
export type TransportMode = ListedMode | 'PIPELINE' | 'POWER_LINE';

/** LODGED is passed through in one step: the system checks at once (R-ARR-059). */
export type ArrivalNoticeStatus = 'ACCEPTED' | 'INCOMPLETE' | 'CLOSED';

export interface NoticeParty {
  readonly name?: string;
  readonly address?: string;
  readonly country?: string;
  readonly identificationNumber?: string;
}

export interface NoticeDocument {
  /** VEHICLE_DOCUMENTS, TRANSPORT_DOCUMENTS, COMMERCIAL_DOCUMENTS, UPU_MAIL_DOCUMENTS, … */
  readonly kind: string;
  readonly number: string;
  readonly date?: string;
  /** ISO 639-1. */
  readonly language: string;
  readonly translated: boolean;
}

export interface NoticeGoods {
  readonly line: number;
  readonly commodityCode?: string;
  readonly name?: string;
  readonly packageCount?: number;
  readonly packageKind?: string;
  readonly packageMarks?: string;
  /** Decimal, kg. */
  readonly grossWeightKg?: string;
  /** Decimal, cubic metres. */
  readonly volumeM3?: string;
  readonly description?: string;
  readonly containerised?: boolean;
  readonly containerNumbers?: readonly string[];
}

/** A means of identification put on before the border, by foreign customs, the shipper or the carrier (art. 198.3). */
export interface NotifiedSeal {
  readonly number: string;
  readonly appliedBy: 'FOREIGN_CUSTOMS' | 'SHIPPER' | 'CARRIER';
}

/** Which bans and restrictions the goods are under. Non-tariff measures are proved at declaration, not here (art. 251.2). */
export type RestrictionMeasure =
  | 'NON_TARIFF'
  | 'VETERINARY'
  | 'PLANT_QUARANTINE'
  | 'SANITARY'
  | 'RADIATION'
  | 'EXPORT_CONTROL'
  | 'OTHER';

/** A notice as lodged; whatever the law lists may be missing, and then it is a defect, not an unreadable request. */
export interface ArrivalNotice {
  readonly mode: TransportMode;
  readonly customsBody: string;
  /** Paper is entered by an officer and checked alike (R-ARR-039). */
  readonly channel?: 'ELECTRONIC' | 'PAPER';
  readonly submitter: NoticeSubmitter;
  readonly carrier: NoticeParty;
  readonly consignor: NoticeParty;
  readonly consignee: NoticeParty;
  readonly vehicleRegistration?: string;
  readonly originCountry?: string;
  readonly destinationCountry?: string;
  /** The carrier says which it is: papers held, held but naming no seller and recipient, or none held (R-ARR-051). */
  readonly commercialDocuments?: 'HELD' | 'HELD_WITHOUT_NAMES' | 'NONE_HELD';
  readonly seller?: string;
  readonly recipientPerCommercialDocuments?: string;
  readonly mailCarried: boolean;
  readonly oversized: boolean;
  readonly prohibitedOrRestricted?: boolean;
  /** Absent: not said which, and then a proof is asked. */
  readonly restrictionMeasures?: readonly RestrictionMeasure[];
  readonly restrictionProofs: readonly string[];
  readonly waybillPlace?: string;
  readonly waybillDate?: string;
  readonly documents: readonly NoticeDocument[];
  readonly goods: readonly NoticeGoods[];
  readonly seals?: readonly NotifiedSeal[];
  readonly priorityCode?: PriorityGoods;
  /** Numbers of preliminary declarations that the goods belong to (art. 291.2). */
  readonly preliminaryDeclarations?: readonly string[];
  /** Vessel or aircraft that crosses the territory: planned without a stop, or forced to make one (art. 248.4, 249.1). */
  readonly passage?: 'WITHOUT_STOP' | 'FORCED_STOP';
  readonly train?: RailCarriage;
  readonly voyage?: WaterVoyage;
  readonly flight?: AirFlight;
  /** Vessels and aircraft only. */
  readonly onBoard?: OnBoard;
}

export interface NoticeSubmitter {
  readonly role: 'CARRIER' | 'REPRESENTATIVE' | 'OTHER';
  /** The carrier's instruction or contract, when the submitter is not the carrier. */
  readonly instruction?: string;
  /** BIN or IIN of the submitter, when it is not the carrier. */
  readonly identificationNumber?: string;
}

/** Goods that the Government lets in only at some places, by the first digits of their code (art. 248.1). */
export interface TiedGoods {
  readonly codePrefix: string;
  /** Customs bodies at those places. */
  readonly places: readonly string[];
}

/** What the check needs to know beside the notice, as of the day of lodging. */
export interface NoticeFacts {
  /** Modes that the place is listed for; empty when it is no listed place (art. 248.1). */
  readonly modesOfPlace: readonly string[];
  /** Official languages of the member states, ISO 639-1 (art. 250.4). */
  readonly officialLanguages: readonly string[];
  readonly tiedGoods: readonly TiedGoods[];
}

export type ArrivalNoticeEvent = { readonly type: 'ArrivalNoticeAccepted' };

const DEFECTS_OF_LIST: Record<ListedMode, (notice: ArrivalNotice) => Defect[]> = {
  ROAD: roadDefects,
  RAIL: railDefects,
  WATER: waterDefects,
  AIR: airDefects,
};

/**
 * Accepts a notice that holds everything art. 251.1 lists for its mode, or returns it with every defect (R-ARR-146).
 * Nothing of another mode's list is asked (R-ARR-040). Who the carrier is, every notice says (art. 250.1). A movement
 * that needs no notice is returned with OUT_OF_SCOPE_MOVEMENT alone.
 */
export function checkArrivalNotice(notice: ArrivalNotice, facts: NoticeFacts): Decision<ArrivalNoticeEvent> {
  const mode = listedMode(notice);
  if (!mode) return decide([when(true, noticeDefects.OUT_OF_SCOPE_MOVEMENT, { pointer: '/mode' })], () => []);
  return decide(
    [
      when(!facts.modesOfPlace.includes(mode), noticeDefects.PLACE_NOT_LISTED, {
        pointer: '/customsBody',
        parameters: { customsBody: notice.customsBody, mode },
      }),
      ...tiedToOtherPlaces(notice, facts),
      when(
        notice.submitter.role !== 'CARRIER' && !notice.submitter.instruction,
        noticeDefects.SUBMITTER_WITHOUT_AUTHORITY,
        { pointer: '/submitter/instruction' },
      ),
      ...missingData(notice.carrier, '/carrier', NAME_AND_ADDRESS),
      ...DEFECTS_OF_LIST[mode](notice),
      ...untranslated(notice, facts),
      when(asksRestrictionProof(notice) && notice.restrictionProofs.length === 0, noticeDefects.RESTRICTION_PROOF_MISSING, {
        pointer: '/restrictionProofs',
      }),
    ],
    () => [{ type: 'ArrivalNoticeAccepted' }],
  );
}

/**
 * The mode whose list applies; undefined for what needs no notice: pipelines, power lines (R-ARR-001), and vessels and
 * aircraft that cross the territory without a stop, even when they are forced to make one (R-ARR-002).
 */
export function listedMode({ mode, passage }: Pick<ArrivalNotice, 'mode' | 'passage'>): ListedMode | undefined {
  if (mode === 'PIPELINE' || mode === 'POWER_LINE') return undefined;
  return passage !== undefined && (mode === 'WATER' || mode === 'AIR') ? undefined : mode;
}

/** Art. 249.1: a forced stop on a passage is an incident, which the nearest customs body takes up (R-ARR-002). */
export function isForcedStop(notice: ArrivalNotice): boolean {
  return notice.passage === 'FORCED_STOP' && listedMode(notice) === undefined;
}

/** Art. 248.1: a category of goods that the Government ties to other places (R-ARR-018). */
function tiedToOtherPlaces(notice: ArrivalNotice, facts: NoticeFacts): Defect[] {
  return notice.goods.map(({ commodityCode = '' }, index) => {
    const tied = facts.tiedGoods.find(({ codePrefix }) => commodityCode.startsWith(codePrefix));
    return when(
      tied !== undefined && !tied.places.includes(notice.customsBody),
      noticeDefects.CATEGORY_NOT_FOR_THIS_PLACE,
      { pointer: `/goods/${index}/commodityCode`, parameters: { places: tied?.places.join(' ') ?? '' } },
    );
  });
}

/** Art. 251.2: whatever the mode (R-ARR-054), save where only non-tariff measures apply (R-ARR-055). */
function asksRestrictionProof({ prohibitedOrRestricted, restrictionMeasures }: ArrivalNotice): boolean {
  if (prohibitedOrRestricted !== true) return false;
  return restrictionMeasures === undefined || restrictionMeasures.some((measure) => measure !== 'NON_TARIFF');
}

/** Art. 250.4: a document in a foreign language comes with a translation; official languages need none (R-ARR-057). */
function untranslated(notice: ArrivalNotice, facts: NoticeFacts): Defect[] {
  return notice.documents.map((document, index) =>
    when(
      !facts.officialLanguages.includes(document.language) && !document.translated,
      noticeDefects.TRANSLATION_MISSING,
      { pointer: `/documents/${index}`, parameters: { kind: document.kind, language: document.language } },
    ),
  );
}

/** Art. 252.4: goods are presented when both they and the notice are there; undefined until they are delivered. */
export function presentedAt(lodgedAt: Date, deliveredAt: Date | undefined): Date | undefined {
  if (!deliveredAt) return undefined;
  return deliveredAt > lodgedAt ? deliveredAt : lodgedAt;
}

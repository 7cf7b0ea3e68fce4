/** What an arrival notice says (art. 250, 251.1), whatever the mode of transport. */
import type { AirFlight, OnBoard, RailCarriage, WaterVoyage } from './carriage.js';
import type { PriorityGoods } from './priority-goods.js';

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
  'NON_TARIFF' | 'VETERINARY' | 'PLANT_QUARANTINE' | 'SANITARY' | 'RADIATION' | 'EXPORT_CONTROL' | 'OTHER';

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

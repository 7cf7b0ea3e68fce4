/** The arrival notice (art. 250, 251): what the carrier tells at the place of arrival, and whether it is complete. */
import { type Decision, decide, type Reason, when } from '@shekara/kernel';
import { noticeDefects } from './arrival-notice-reasons.js';
import { roadDefects } from './road-notice.js';

export type TransportMode = 'ROAD' | 'WATER' | 'AIR' | 'RAIL' | 'PIPELINE' | 'POWER_LINE';

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
}

/** A notice as lodged; whatever the law lists may be missing, and then it is a defect, not an unreadable request. */
export interface ArrivalNotice {
  readonly mode: TransportMode;
  readonly customsBody: string;
  readonly submitter: { readonly role: 'CARRIER' | 'REPRESENTATIVE' | 'OTHER'; readonly instruction?: string };
  readonly carrier: NoticeParty;
  readonly consignor: NoticeParty;
  readonly consignee: NoticeParty;
  readonly vehicleRegistration?: string;
  readonly originCountry?: string;
  readonly destinationCountry?: string;
  /** The carrier says which it is: papers held, or none held (R-ARR-051). */
  readonly commercialDocuments?: 'HELD' | 'NONE_HELD';
  readonly seller?: string;
  readonly recipientPerCommercialDocuments?: string;
  readonly mailCarried: boolean;
  readonly oversized: boolean;
  readonly prohibitedOrRestricted?: boolean;
  readonly restrictionProofs: readonly string[];
  readonly waybillPlace?: string;
  readonly waybillDate?: string;
  readonly documents: readonly NoticeDocument[];
  readonly goods: readonly NoticeGoods[];
}

/** What the check needs to know beside the notice, as of the day of lodging. */
export interface NoticeFacts {
  /** Modes that the place is listed for; empty when it is no listed place (art. 248.1). */
  readonly modesOfPlace: readonly string[];
  /** Official languages of the member states, ISO 639-1 (art. 250.4). */
  readonly officialLanguages: readonly string[];
}

export type ArrivalNoticeEvent = { readonly type: 'ArrivalNoticeAccepted' };

/**
 * Accepts a notice that holds everything art. 251.1 lists for its mode, or returns it with every defect (R-ARR-146).
 * Nothing of another mode's list is asked (R-ARR-040). Only the road list is built; other modes are returned with
 * PLACE_NOT_LISTED, because no place is open to them here yet.
 */
export function checkArrivalNotice(notice: ArrivalNotice, facts: NoticeFacts): Decision<ArrivalNoticeEvent> {
  if (notice.mode === 'PIPELINE' || notice.mode === 'POWER_LINE') {
    return decide([when(true, noticeDefects.OUT_OF_SCOPE_MOVEMENT, { pointer: '/mode' })], () => []);
  }
  return decide(
    [
      when(
        notice.mode !== 'ROAD' || !facts.modesOfPlace.includes(notice.mode),
        noticeDefects.PLACE_NOT_LISTED,
        { pointer: '/customsBody', parameters: { customsBody: notice.customsBody, mode: notice.mode } },
      ),
      when(
        notice.submitter.role !== 'CARRIER' && !notice.submitter.instruction,
        noticeDefects.SUBMITTER_WITHOUT_AUTHORITY,
        { pointer: '/submitter/instruction' },
      ),
      ...(notice.mode === 'ROAD' ? roadDefects(notice) : []),
      ...untranslated(notice, facts),
      when(
        notice.prohibitedOrRestricted === true && notice.restrictionProofs.length === 0,
        noticeDefects.RESTRICTION_PROOF_MISSING,
        { pointer: '/restrictionProofs' },
      ),
    ],
    () => [{ type: 'ArrivalNoticeAccepted' }],
  );
}

/** Art. 250.4: a document in a foreign language comes with a translation; official languages need none (R-ARR-057). */
function untranslated(notice: ArrivalNotice, facts: NoticeFacts): (Reason | undefined)[] {
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

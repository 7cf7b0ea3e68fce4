/** The arrival notice (art. 250, 251): what the carrier tells at the place of arrival, and whether it is complete. */
import { type Decision, decide, when } from '@shekara/kernel';
import { noticeDefects } from './arrival-notice-reasons.js';
import { airDefects } from './air-notice.js';
import { type Defect, missingData, NAME_AND_ADDRESS } from './closed-list.js';
import { railDefects } from './rail-notice.js';
import { roadDefects } from './road-notice.js';
import { waterDefects } from './water-notice.js';
import type { ArrivalNotice, ListedMode } from './notice-content.js';

export type * from './notice-content.js';

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
      when(
        asksRestrictionProof(notice) && notice.restrictionProofs.length === 0,
        noticeDefects.RESTRICTION_PROOF_MISSING,
        {
          pointer: '/restrictionProofs',
        },
      ),
    ],
    () => [{ type: 'ArrivalNoticeAccepted' }],
  );
}

/**
 * The mode whose list applies; undefined for what needs no notice: pipelines, power lines (R-ARR-001), and vessels and
 * aircraft that cross the territory without a stop, even when they are forced to make one (R-ARR-002).
 */
export function listedMode({
  mode,
  passage,
}: Pick<ArrivalNotice, 'mode' | 'passage'>): ListedMode | undefined {
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

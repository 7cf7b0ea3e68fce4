/** Tariff preferences by origin (art. 96.1, 96.3, 123): which share of the duty rate a claim leaves. */
import type { CivilDate } from '@shekara/calendar';
import { art, type CommodityCode, Exact, type LegalRef, reason, type Reason } from '@shekara/kernel';
import { preferenceReasons as reasons } from './preference-reasons.js';

export const PREFERENCES = ['PREF_FREE_TRADE_ZONE', 'PREF_DEVELOPING', 'PREF_LEAST_DEVELOPED'] as const;
export type Preference = (typeof PREFERENCES)[number];

/** The article of each (art. 123.2 to 123.4). */
export const PREFERENCE_ARTICLES = {
  PREF_FREE_TRADE_ZONE: art(123, 2),
  PREF_DEVELOPING: art(123, 3),
  PREF_LEAST_DEVELOPED: art(123, 4),
} as const satisfies Record<Preference, LegalRef>;

export function isPreference(code: string): code is Preference {
  return PREFERENCES.some((preference) => preference === code);
}

/** The lists of partners and of developing and least developed origins with their goods: dated reference data. */
export interface PreferenceLists {
  isFreeTradePartner(country: string, on: CivilDate): boolean;
  /** Share of the most-favoured rate for listed goods of a listed developing origin, for example 0.75. */
  developingShare(country: string, code: CommodityCode, on: CivilDate): Exact | undefined;
  isLeastDeveloped(country: string, on: CivilDate): boolean;
}

export interface PreferenceClaim {
  readonly preference: Preference;
  /** Country of origin, two letters. */
  readonly origin: string;
  readonly commodityCode: CommodityCode;
  /** The certificate or declaration of origin is there and holds. */
  readonly originProved: boolean;
}

/** What is left of the most-favoured rate, and why the claim was refused, if it was: the whole rate is due then. */
export interface DutyTreatment {
  readonly share: Exact;
  readonly preference?: Preference;
  readonly refused?: Reason;
}

const WHOLE = new Exact(1);
const NOTHING = new Exact(0);

/**
 * The share of the most-favoured-nation rate that is due for an item, by the lists of the rate date: none for a free trade
 * partner or a least developed origin, the listed share for a developing one, all of it without proof of origin or off the
 * lists, or where its quota has no balance left (R-PAY-026 to R-PAY-028, R-PAY-034). A refusal does not stop the
 * declaration: the rate stays, and the reason is told.
 */
export function dutyTreatment(
  claim: PreferenceClaim,
  lists: PreferenceLists,
  rateDate: CivilDate,
  quotaRefusal?: Reason,
): DutyTreatment {
  const parameters = { preference: claim.preference, origin: claim.origin, date: rateDate };
  if (!claim.originProved) {
    return { share: WHOLE, refused: reason(reasons.PREFERENCE_ORIGIN_UNPROVEN, { parameters }) };
  }
  const share = listedShare(claim, lists, rateDate);
  if (!share) return { share: WHOLE, refused: reason(reasons.PREFERENCE_NOT_LISTED, { parameters }) };
  if (quotaRefusal) return { share: WHOLE, refused: quotaRefusal };
  return { share, preference: claim.preference };
}

function listedShare(claim: PreferenceClaim, lists: PreferenceLists, on: CivilDate): Exact | undefined {
  const { origin, commodityCode } = claim;
  switch (claim.preference) {
    case 'PREF_FREE_TRADE_ZONE':
      return lists.isFreeTradePartner(origin, on) ? NOTHING : undefined;
    case 'PREF_DEVELOPING':
      return lists.developingShare(origin, commodityCode, on);
    case 'PREF_LEAST_DEVELOPED':
      return lists.isLeastDeveloped(origin, on) ? NOTHING : undefined;
  }
}

/** Export duty on goods of Kazakhstan origin that leave for a free trade partner is nothing; else as the Government set it (R-PAY-026). */
export function exportDutyShare(
  goods: { readonly origin: string; readonly destination: string },
  lists: Pick<PreferenceLists, 'isFreeTradePartner'>,
  rateDate: CivilDate,
): Exact {
  return goods.origin === 'KZ' && lists.isFreeTradePartner(goods.destination, rateDate) ? NOTHING : WHOLE;
}

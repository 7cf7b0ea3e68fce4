/** What the claims of box 36 do to the payments of an item (art. 96, 121, 123, 301): given, refused, or for an officer. */
import type { CivilDate } from '@shekara/calendar';
import { type CommodityCode, type Exact, reason, type Reason } from '@shekara/kernel';
import type { ReliefEntry, Reliefs, RelievedKind, Tariff } from '@shekara/reference-data';
import {
  type DutyTreatment,
  dutyTreatment,
  isPreference,
  type PreferenceLists,
} from '../preference/preference.js';
import { preferenceReasons } from '../preference/preference-reasons.js';
import { type ClaimedCode, claimedCodes } from './claimed-codes.js';
import { reliefReasons as reasons } from './relief-reasons.js';

/** The dated look-ups that claims are judged by: a part of `ReferenceData`. */
export interface ClaimReference {
  readonly preferences: PreferenceLists;
  readonly reliefs: Pick<Reliefs, 'find' | 'ofAnyDay' | 'lowerRate'>;
  readonly tariff: Pick<Tariff, 'find'>;
}

export interface ClaimingGoods {
  readonly commodityCode: CommodityCode;
  /** ISO 3166-1 alpha-2; empty where none is declared. */
  readonly origin: string;
  /** A certificate or declaration of origin is among the documents (art. 92 to 94). */
  readonly originProved: boolean;
  /** It is claimed for the first time when the year after registration is over (art. 96.3). */
  readonly claimedLate?: boolean;
  /** Why the quota of the preference does not take these goods, when it does not (art. 123.1). */
  readonly quotaRefusal?: Reason;
}

/** A duty rate below the common tariff, with the use limits of art. 301.2. */
export interface LowerDuty {
  readonly percent: Exact;
  readonly relief: ReliefEntry;
}

export interface TreatedClaims {
  /** What a claim of tariff preference left of the duty rate; all of it when none was claimed or given (art. 123). */
  readonly dutyTreatment?: DutyTreatment;
  readonly lowerDuty?: LowerDuty;
  /** Concessions and tax reliefs by the kind of payment that they take off. */
  readonly reliefs?: ReadonlyMap<RelievedKind, ReliefEntry>;
  /** Claims that were refused, by the kind of payment that stays due in full. */
  readonly refusedClaims?: ReadonlyMap<RelievedKind, readonly Reason[]>;
}

interface Claim {
  readonly entry: ReliefEntry;
  readonly kinds: readonly RelievedKind[];
}

type Outcome =
  | { readonly refused: Reason }
  | { readonly dutyTreatment: DutyTreatment }
  | { readonly lowerDuty: LowerDuty }
  | { readonly relief: ReliefEntry };

/**
 * Judges box 36 of an item by the lists of the rate date (R-PAY-026 to R-PAY-028, R-PAY-230, R-PAY-231). What is not given is
 * refused with its reason, and the whole sum stays due. Undefined where an officer has to decide: an unknown code, a code
 * in the place of a payment that it does not relieve of, claims that do not go together, a difference to a rate that is no
 * percent.
 */
export function treatClaims(
  box: string,
  goods: ClaimingGoods,
  reference: ClaimReference,
  rateDate: CivilDate,
): TreatedClaims | undefined {
  const codes = claimedCodes(box);
  if (codes.length === 0) return {};
  const claims = codes
    .map((code) => claimOf(code, reference.reliefs, rateDate))
    .filter((one) => one !== undefined);
  if (claims.length < codes.length || !goTogether(claims)) return undefined;

  let treated: Pick<TreatedClaims, 'dutyTreatment' | 'lowerDuty'> = {};
  const reliefs = new Map<RelievedKind, ReliefEntry>();
  const refused = new Map<RelievedKind, Reason[]>();
  for (const { entry, kinds } of claims) {
    const outcome = outcomeOf(entry, goods, reference, rateDate);
    if (!outcome) return undefined;
    const refusal = 'refused' in outcome ? outcome.refused : refusalOf(outcome);
    for (const kind of kinds) {
      if (refusal) refused.set(kind, [...(refused.get(kind) ?? []), refusal]);
      if ('relief' in outcome) reliefs.set(kind, outcome.relief);
    }
    if ('dutyTreatment' in outcome || 'lowerDuty' in outcome) treated = { ...treated, ...outcome };
  }
  return {
    ...treated,
    ...(reliefs.size > 0 && { reliefs }),
    ...(refused.size > 0 && { refusedClaims: refused }),
  };
}

/** The relief of a code with what it is claimed for; undefined for an unknown code, or one in a place that is not its own. */
function claimOf(
  { code, place }: ClaimedCode,
  reliefs: ClaimReference['reliefs'],
  on: CivilDate,
): Claim | undefined {
  const entry = reliefs.find(code, on) ?? reliefs.ofAnyDay(code);
  if (!entry) return undefined;
  const kinds = entry.kinds.filter((kind) => place === undefined || kind === place);
  return kinds.length > 0 ? { entry, kinds } : undefined;
}

/** One relief a kind of payment; of duty, a preference may stand beside a concession, and a rate of its own beside nothing. */
function goTogether(claims: readonly Claim[]): boolean {
  const classesOf = (kind: RelievedKind) =>
    claims.filter(({ kinds }) => kinds.includes(kind)).map(({ entry }) => entry.class);
  const duty = classesOf('IMPORT_DUTY');
  return (
    new Set(duty).size === duty.length &&
    !(duty.includes('RATE_BELOW_COMMON_TARIFF') && duty.length > 1) &&
    classesOf('IMPORT_EXCISE').length <= 1 &&
    classesOf('IMPORT_VAT').length <= 1
  );
}

function outcomeOf(
  entry: ReliefEntry,
  goods: ClaimingGoods,
  reference: ClaimReference,
  on: CivilDate,
): Outcome | undefined {
  const { commodityCode, origin, originProved } = goods;
  const parameters = { relief: entry.code, commodityCode, date: on };
  if (reference.reliefs.find(entry.code, on) !== entry)
    return { refused: reason(reasons.RELIEF_NOT_LISTED, { parameters }) };
  if (isPreference(entry.code)) {
    if (goods.claimedLate)
      return { refused: reason(preferenceReasons.PREFERENCE_CLAIMED_LATE, { parameters }) };
    const claim = { preference: entry.code, origin, commodityCode, originProved };
    return { dutyTreatment: dutyTreatment(claim, reference.preferences, on, goods.quotaRefusal) };
  }
  const notForThese = { refused: reason(reasons.RELIEF_NOT_FOR_THESE_GOODS, { parameters }) };
  const isFor =
    entry.prefixes.length === 0 || entry.prefixes.some((prefix) => commodityCode.startsWith(prefix));
  if (!isFor) return notForThese;
  if (entry.class !== 'RATE_BELOW_COMMON_TARIFF') return { relief: entry };
  const lower = reference.reliefs.lowerRate(commodityCode, on);
  const common = reference.tariff.find(commodityCode, on);
  if (!lower || !common) return notForThese;
  if (common.kind !== 'AD_VALOREM') return undefined;
  return common.adValoremPercent.gt(lower.percent)
    ? { lowerDuty: { percent: lower.percent, relief: entry } }
    : notForThese;
}

function refusalOf(outcome: Exclude<Outcome, { readonly refused: Reason }>): Reason | undefined {
  return 'dutyTreatment' in outcome ? outcome.dutyTreatment.refused : undefined;
}

/** Relief from the charge for customs declaration (art. 121.2, 121.5-6, 122): nine grounds, never an individual favour. */
import { art, decide, type Decision, defineReasons, when } from '@shekara/kernel';
import type { PaymentKind } from '../payment-kind.js';

export const FEE_RELIEF_GROUNDS = [
  'FEE_INTL_TRANSPORT',
  'FEE_SEA_FISHING_SUPPLY',
  'FEE_CURRENCY_SECURITIES',
  'FEE_HUMANITARIAN_AID',
  'FEE_CHARITY_TECHNICAL',
  'FEE_BANKNOTE_MATERIALS',
  'FEE_DIPLOMATIC',
  'FEE_ABANDONMENT',
  'FEE_GRANT',
] as const;

export type FeeReliefGround = (typeof FEE_RELIEF_GROUNDS)[number];

export const feeReliefReasons = defineReasons({
  FEE_EXEMPTION_NOT_LISTED: {
    article: { CODE_2010: art(122, 1) },
    text: {
      en: 'The ground named does not free from this charge.',
      ru: 'Названное основание не освобождает от этого сбора.',
      kk: 'Аталған негіз бұл алымнан босатпайды.',
    },
    cure: {
      en: 'Name a ground of art. 122 that fits the goods, or pay the charge.',
      ru: 'Укажите основание по ст. 122, подходящее к товарам, или уплатите сбор.',
      kk: 'Тауарларға сәйкес келетін 122-баптағы негізді көрсетіңіз немесе алымды төлеңіз.',
    },
  },
  FEE_EXEMPTION_DOCS_MISSING: {
    article: { CODE_2010: art(122, 2) },
    text: {
      en: 'Papers that the ground of relief needs are missing.',
      ru: 'Нет документов, необходимых для этого основания освобождения.',
      kk: 'Босату негізіне қажетті құжаттар жоқ.',
    },
    cure: {
      en: 'Hand in the papers that the Government names for this ground.',
      ru: 'Представьте документы, установленные Правительством для этого основания.',
      kk: 'Үкімет осы негіз үшін белгілеген құжаттарды ұсыныңыз.',
    },
  },
});

/** For whom goods for the private use of a mission's staff are (art. 122.1(7)). */
export type PrivateUse =
  | { readonly by: 'STAFF' }
  | { readonly by: 'FAMILY'; readonly livesWithStaff: boolean; readonly citizenOfKazakhstan: boolean };

export interface FeeReliefClaim {
  /** As the declarant wrote it. */
  readonly ground: string;
  readonly charge: PaymentKind;
  readonly goods: readonly {
    readonly exciseGoods: boolean;
    readonly carBuiltForMedicalUse: boolean;
    /** Coins that the officer found to be of cultural value. */
    readonly coinsOfCulturalValue?: boolean;
  }[];
  /** Goods for the private use of a mission's staff; absent for a mission's official use and for other grounds. */
  readonly privateUse?: PrivateUse;
  /** Papers that the Government names for the ground: reference data. */
  readonly papersNeeded: readonly string[];
  readonly papersPresent: readonly string[];
}

export interface FeeRelieved {
  readonly type: 'FeeRelieved';
  readonly ground: FeeReliefGround;
}

function isFeeReliefGround(text: string): text is FeeReliefGround {
  return (FEE_RELIEF_GROUNDS as readonly string[]).includes(text);
}

/**
 * Excise goods are no humanitarian aid, nor charitable or technical assistance but for cars built for medical use; coins of
 * cultural value are no currency; what a mission's family brings is free only for those who live with the staff member and
 * are not citizens of Kazakhstan.
 */
function fitsGround(ground: FeeReliefGround, { goods, privateUse }: FeeReliefClaim): boolean {
  switch (ground) {
    case 'FEE_HUMANITARIAN_AID':
      return goods.every(({ exciseGoods }) => !exciseGoods);
    case 'FEE_CHARITY_TECHNICAL':
      return goods.every(({ exciseGoods, carBuiltForMedicalUse }) => !exciseGoods || carBuiltForMedicalUse);
    case 'FEE_CURRENCY_SECURITIES':
      return goods.every(({ coinsOfCulturalValue }) => coinsOfCulturalValue !== true);
    case 'FEE_DIPLOMATIC':
      return privateUse?.by !== 'FAMILY' || (privateUse.livesWithStaff && !privateUse.citizenOfKazakhstan);
    default:
      return true;
  }
}

/**
 * Decides a claim of relief from the declaration charge (R-PAY-021 to R-PAY-025, R-PAY-033). Refuses
 * FEE_EXEMPTION_NOT_LISTED for another charge, another ground or goods that the ground leaves out, and
 * FEE_EXEMPTION_DOCS_MISSING while a paper that the Government names for the ground is missing.
 */
export function relieveFee(claim: FeeReliefClaim): Decision<FeeRelieved> {
  const ground = isFeeReliefGround(claim.ground) ? claim.ground : undefined;
  const listed = ground !== undefined && claim.charge === 'CHARGE_DECLARATION' && fitsGround(ground, claim);
  const missing = claim.papersNeeded.filter((paper) => !claim.papersPresent.includes(paper));
  return decide(
    [
      when(!listed, feeReliefReasons.FEE_EXEMPTION_NOT_LISTED, {
        parameters: { ground: claim.ground, charge: claim.charge },
      }),
      when(missing.length > 0, feeReliefReasons.FEE_EXEMPTION_DOCS_MISSING, {
        parameters: { papers: missing.join(', ') },
      }),
    ],
    () => (ground ? [{ type: 'FeeRelieved', ground }] : []),
  );
}

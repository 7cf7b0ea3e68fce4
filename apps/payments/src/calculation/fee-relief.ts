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

export interface FeeReliefClaim {
  /** As the declarant wrote it. */
  readonly ground: string;
  readonly charge: PaymentKind;
  readonly goods: readonly { readonly exciseGoods: boolean; readonly carBuiltForMedicalUse: boolean }[];
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

/** Excise goods are no humanitarian aid, nor charitable or technical assistance but for cars built for medical use. */
function fitsGoods(ground: FeeReliefGround, goods: FeeReliefClaim['goods']): boolean {
  if (ground === 'FEE_HUMANITARIAN_AID') return goods.every(({ exciseGoods }) => !exciseGoods);
  if (ground !== 'FEE_CHARITY_TECHNICAL') return true;
  return goods.every(({ exciseGoods, carBuiltForMedicalUse }) => !exciseGoods || carBuiltForMedicalUse);
}

/**
 * Decides a claim of relief from the declaration charge (R-PAY-021 to R-PAY-023, R-PAY-033). Refuses
 * FEE_EXEMPTION_NOT_LISTED for another charge, another ground or goods that the ground leaves out, and
 * FEE_EXEMPTION_DOCS_MISSING while a paper that the Government names for the ground is missing.
 */
export function relieveFee(claim: FeeReliefClaim): Decision<FeeRelieved> {
  const ground = isFeeReliefGround(claim.ground) ? claim.ground : undefined;
  const listed =
    ground !== undefined && claim.charge === 'CHARGE_DECLARATION' && fitsGoods(ground, claim.goods);
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

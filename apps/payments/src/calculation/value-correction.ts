/** What follows a correction of the customs value (art. 111.2-3, 125.9): before release the term decides, after it the interest. */
import { art, decide, type Decision, defineReasons, type Money, when } from '@shekara/kernel';

export const valueCorrectionReasons = defineReasons({
  CORRECTED_VALUE_UNPAID: {
    article: { CODE_2010: art(111, 2) },
    text: {
      en: 'The sum added by the correction of the customs value was not paid or secured inside the release term.',
      ru: 'Сумма, доначисленная при корректировке таможенной стоимости, не уплачена и не обеспечена в срок выпуска.',
      kk: 'Кедендік құнды түзету кезінде қосымша есептелген сома шығару мерзімінде төленбеген және қамтамасыз етілмеген.',
    },
    cure: {
      en: 'Pay or secure the added sum before the release term ends, or lodge the goods anew.',
      ru: 'Уплатите или обеспечьте доначисленную сумму до окончания срока выпуска либо подайте декларацию заново.',
      kk: 'Қосымша соманы шығару мерзімі аяқталғанға дейін төлеңіз не қамтамасыз етіңіз немесе декларацияны қайта беріңіз.',
    },
  },
});

export type CorrectedValue =
  | {
      readonly stage: 'BEFORE_RELEASE';
      readonly addedSum: Money;
      /** Paid or secured of the added sum. */
      readonly covered: Money;
      readonly releaseTermOver: boolean;
    }
  | {
      readonly stage: 'AFTER_RELEASE';
      readonly addedSum: Money;
      readonly declarantAgrees: boolean;
    };

export type CorrectionEffect =
  /** The release term runs on and the sum stays payable inside it. */
  | { readonly type: 'PayInsideReleaseTerm'; readonly sum: Money }
  | { readonly type: 'MayBeReleased' }
  /** By the declarant's own amendment, or by customs when it disagrees: a debt with penalty interest from its due date. */
  | { readonly type: 'DebtAssessed'; readonly calculatedBy: 'PAYER' | 'CUSTOMS'; readonly sum: Money };

/** R-PAY-239, R-PAY-043: the effect of a correction, or the refusal of release CORRECTED_VALUE_UNPAID once its term is over. */
export function effectOfCorrection(corrected: CorrectedValue): Decision<CorrectionEffect> {
  if (corrected.stage === 'AFTER_RELEASE') {
    const calculatedBy = corrected.declarantAgrees ? 'PAYER' : 'CUSTOMS';
    return decide([], () => [{ type: 'DebtAssessed', calculatedBy, sum: corrected.addedSum }]);
  }
  const short = corrected.addedSum.minus(corrected.covered);
  const isShort = !short.isZero() && !short.isNegative();
  return decide(
    [
      when(isShort && corrected.releaseTermOver, valueCorrectionReasons.CORRECTED_VALUE_UNPAID, {
        parameters: { short: short.toString() },
      }),
    ],
    () => [isShort ? { type: 'PayInsideReleaseTerm', sum: short } : { type: 'MayBeReleased' }],
  );
}

/** Why payments of a changed declaration wait for an officer. */
import { art, defineReasons } from '@shekara/kernel';

export const recalculationReasons = defineReasons({
  DECLARATION_CHANGED_AFTER_ASSESSMENT: {
    article: { CODE_2010: art(125, 2) },
    text: {
      en: 'An officer assessed the payments before the declaration was changed.',
      ru: 'Должностное лицо исчислило платежи до изменения декларации.',
      kk: 'Лауазымды тұлға төлемдерді декларация өзгертілгенге дейін есептеген.',
    },
    cure: {
      en: 'Wait for the officer of the clearing body, who assesses them anew (queue Q-PAY-02).',
      ru: 'Дождитесь, пока должностное лицо таможенного органа исчислит их заново (очередь Q-PAY-02).',
      kk: 'Кеден органының лауазымды тұлғасы оларды қайта есептегенін күтіңіз (Q-PAY-02 кезегі).',
    },
  },
});

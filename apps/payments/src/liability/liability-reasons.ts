/** Why a declaration's payments are not assessed by machine, beside what the calculation itself lacks. */
import { art, defineReasons } from '@shekara/kernel';

export const liabilityReasons = defineReasons({
  RATE_DATE_NOT_LOADED: {
    article: { CODE_2010: art(126, 1) },
    text: {
      en: 'No rates are loaded for this date.',
      ru: 'На эту дату ставки не загружены.',
      kk: 'Бұл күнге мөлшерлемелер жүктелмеген.',
    },
    cure: {
      en: 'Name a date whose rates are in the reference data.',
      ru: 'Укажите дату, ставки на которую есть в справочных данных.',
      kk: 'Мөлшерлемелері анықтамалық деректерде бар күнді көрсетіңіз.',
    },
  },
  RELIEF_NEEDS_ASSESSMENT: {
    article: { CODE_2010: art(125, 2) },
    text: {
      en: 'The item claims a relief or a preference; an officer decides on it before the payments are known.',
      ru: 'По товару заявлена льгота или преференция; решение принимает должностное лицо до исчисления платежей.',
      kk: 'Тауар бойынша жеңілдік немесе преференция мәлімделген; төлемдер есептелгенге дейін шешімді лауазымды тұлға қабылдайды.',
    },
    cure: {
      en: 'Wait for the officer of the clearing body (queue Q-PAY-02).',
      ru: 'Дождитесь решения должностного лица таможенного органа (очередь Q-PAY-02).',
      kk: 'Кеден органы лауазымды тұлғасының шешімін күтіңіз (Q-PAY-02 кезегі).',
    },
  },
  DECLARED_FIGURE_UNREADABLE: {
    article: { CODE_2010: art(125, 2) },
    text: {
      en: 'A code or figure of the item cannot be read.',
      ru: 'Код или показатель товара невозможно прочитать.',
      kk: 'Тауардың коды немесе көрсеткіші оқылмайды.',
    },
    cure: {
      en: 'State a ten-digit code and decimal figures.',
      ru: 'Укажите десятизначный код и десятичные числа.',
      kk: 'Он таңбалы кодты және ондық сандарды көрсетіңіз.',
    },
  },
});

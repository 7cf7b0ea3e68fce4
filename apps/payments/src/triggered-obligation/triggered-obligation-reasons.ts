/** Why what was found does not become a debt by itself. */
import { art, defineReasons } from '@shekara/kernel';

export const triggeredObligationReasons = defineReasons({
  OBLIGATION_SUM_NEEDS_OFFICER: {
    article: { CODE_2010: art(129, 1) },
    text: {
      en: 'The article of this situation sets the sum itself; no tariff rate gives it.',
      ru: 'Сумму в этой ситуации определяет сама статья; по ставкам тарифа она не исчисляется.',
      kk: 'Бұл жағдайда соманы баптың өзі белгілейді; ол тариф мөлшерлемелері бойынша есептелмейді.',
    },
    cure: {
      en: 'State the sums by kind of payment.',
      ru: 'Укажите суммы по видам платежей.',
      kk: 'Сомаларды төлем түрлері бойынша көрсетіңіз.',
    },
  },
  OBLIGATION_GOODS_MISSING: {
    article: { CODE_2010: art(125, 3) },
    text: {
      en: 'No goods are named that payments could be calculated for.',
      ru: 'Не указаны товары, по которым исчисляются платежи.',
      kk: 'Төлемдер есептелетін тауарлар көрсетілмеген.',
    },
    cure: {
      en: 'Name the goods with code, value and quantity, or the highest rates where they are not known (art. 130.6).',
      ru: 'Укажите код, стоимость и количество товаров, а если они неизвестны — наибольшие ставки (ст. 130.6).',
      kk: 'Тауарлардың кодын, құнын және санын көрсетіңіз, белгісіз болса — ең жоғары мөлшерлемелерді (130.6-бап).',
    },
  },
  OBLIGATION_IS_CONTINGENT: {
    article: { CODE_2010: art(301) },
    text: {
      en: 'The relieved sum of a declaration sleeps as a contingent liability; it falls due there.',
      ru: 'Сумма, от которой освобождена декларация, числится условным обязательством и взыскивается по нему.',
      kk: 'Декларация босатылған сома шартты міндеттеме ретінде есепте тұр, ол сол бойынша өндіріледі.',
    },
    cure: {
      en: 'Record the misuse or the other use on the contingent liability.',
      ru: 'Запишите нарушение или иное использование в условном обязательстве.',
      kk: 'Бұзушылықты немесе өзгеше пайдалануды шартты міндеттемеге жазыңыз.',
    },
  },
  OBLIGATION_RELIEFS_MIXED: {
    article: { CODE_2010: art(129, 1) },
    text: {
      en: 'Preferences count in this situation, reliefs do not, and an item claims both.',
      ru: 'В этой ситуации преференции учитываются, льготы — нет, а по товару заявлены и те, и другие.',
      kk: 'Бұл жағдайда преференциялар ескеріледі, жеңілдіктер ескерілмейді, ал тауар бойынша екеуі де мәлімделген.',
    },
    cure: {
      en: 'Name the preference alone.',
      ru: 'Укажите только преференцию.',
      kk: 'Тек преференцияны көрсетіңіз.',
    },
  },
});

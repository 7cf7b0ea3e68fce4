/** Why a contingent liability is not changed as asked (art. 131.5, 301, 315). */
import { art, defineReasons } from '@shekara/kernel';

export const contingentReasons = defineReasons({
  MISUSE_OUTSIDE_LIMIT_PERIOD: {
    article: { CODE_2010: art(315, '2(2)') },
    text: {
      en: 'The day named is not within the limit period: from the release of the goods to the end of the limits, and not to come.',
      ru: 'Указанный день не входит в период ограничений: со дня выпуска товаров до окончания ограничений, но не в будущем.',
      kk: 'Көрсетілген күн шектеу кезеңіне кірмейді: тауар шығарылған күннен шектеулер аяқталғанға дейін, бірақ болашақта емес.',
    },
    cure: {
      en: 'State the first day of misuse from the act; leave it out when it is unknown.',
      ru: 'Укажите первый день нарушения по акту; если он неизвестен, не указывайте его.',
      kk: 'Бұзушылықтың алғашқы күнін акт бойынша көрсетіңіз; белгісіз болса, көрсетпеңіз.',
    },
  },
  NOTHING_CONTINGENT_OF_ITEM: {
    article: { CODE_2010: art(301, '1(1)') },
    text: {
      en: 'Nothing of the item named is contingent here any more.',
      ru: 'По указанному товару здесь больше нет условной суммы.',
      kk: 'Көрсетілген тауар бойынша мұнда енді шартты сома жоқ.',
    },
    cure: {
      en: 'Name items whose sums are still open, or none for all that is left.',
      ru: 'Укажите товары с открытыми суммами или не указывайте ничего, чтобы взять весь остаток.',
      kk: 'Сомалары ашық тауарларды көрсетіңіз немесе бүкіл қалдық үшін ештеңе көрсетпеңіз.',
    },
  },
  NO_DIFFERENCE_TO_COMMON_TARIFF: {
    article: { CODE_2010: art(301, 5) },
    text: {
      en: 'The goods were not released at a duty rate below the common tariff: there is no difference to pay.',
      ru: 'Товары выпущены не по ставке ниже Единого таможенного тарифа: разницы к уплате нет.',
      kk: 'Тауарлар Бірыңғай кедендік тарифтен төмен мөлшерлемемен шығарылмаған: төленетін айырма жоқ.',
    },
    cure: {
      en: 'Apply for another use of the goods instead (art. 138.12).',
      ru: 'Вместо этого подайте заявление об использовании товаров в иных целях (ст. 138.12).',
      kk: 'Оның орнына тауарларды өзге мақсатта пайдалану туралы өтініш беріңіз (138.12-бап).',
    },
  },
});

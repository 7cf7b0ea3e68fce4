/** Why a relief that box 36 claims is not given (art. 121, 301): the whole sum is due then. */
import { art, defineReasons } from '@shekara/kernel';

export const reliefReasons = defineReasons({
  RELIEF_NOT_LISTED: {
    article: { CODE_2010: art(121, 1) },
    text: {
      en: 'On the rate date the claimed relief was not in force.',
      ru: 'На дату применения ставок заявленная льгота не действовала.',
      kk: 'Мөлшерлемелер қолданылатын күні мәлімделген жеңілдік күшінде болмаған.',
    },
    cure: {
      en: 'Pay the whole sum, or claim a relief that is in force on the registration day.',
      ru: 'Уплатите полную сумму или заявите льготу, действующую на день регистрации.',
      kk: 'Толық соманы төлеңіз немесе тіркелген күні күшінде болған жеңілдікті мәлімдеңіз.',
    },
  },
  RELIEF_NOT_FOR_THESE_GOODS: {
    article: { CODE_2010: art(121, 1) },
    text: {
      en: 'The claimed relief is not for goods of this code.',
      ru: 'Заявленная льгота не распространяется на товары с этим кодом.',
      kk: 'Мәлімделген жеңілдік бұл кодтағы тауарларға қолданылмайды.',
    },
    cure: {
      en: 'Pay the whole sum, or check the code of the goods and of the relief.',
      ru: 'Уплатите полную сумму или проверьте код товара и код льготы.',
      kk: 'Толық соманы төлеңіз немесе тауардың коды мен жеңілдіктің кодын тексеріңіз.',
    },
  },
});

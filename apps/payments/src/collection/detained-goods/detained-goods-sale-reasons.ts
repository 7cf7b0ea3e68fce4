/** Why money from a sale of detained goods is not shared, or its rest not given (art. 241). */
import { art, defineReasons } from '@shekara/kernel';

export const detainedGoodsSaleReasons = defineReasons({
  SALE_SHARED_ALREADY: {
    article: { CODE_2010: art(241, 1) },
    text: {
      en: 'The money of this sale is shared already.',
      ru: 'Деньги от этой продажи уже распределены.',
      kk: 'Осы сатудан түскен ақша бөлініп қойған.',
    },
    cure: {
      en: 'Check the number of the act of detention.',
      ru: 'Проверьте номер протокола о задержании.',
      kk: 'Ұстап қалу туралы хаттаманың нөмірін тексеріңіз.',
    },
  },
  SALE_REST_NOT_OPEN: {
    article: { CODE_2010: art(241, 2) },
    text: {
      en: 'There is no rest that can still be claimed: all was used, it was claimed, or 3 months passed.',
      ru: 'Остатка, который ещё можно получить, нет: он использован, востребован или прошло 3 месяца.',
      kk: 'Әлі алуға болатын қалдық жоқ: ол жұмсалған, талап етілген немесе 3 ай өткен.',
    },
    cure: {
      en: 'See the state of the sale.',
      ru: 'Посмотрите состояние продажи.',
      kk: 'Сатудың күйін қараңыз.',
    },
  },
});

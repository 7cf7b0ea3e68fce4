/** Why a bank's message cannot be read in full, and why an officer's step with a receipt is not possible. */
import { art, defineReasons } from '@shekara/kernel';

export const receiptHandlingReasons = defineReasons({
  CONFIRMATION_FIELD_UNREADABLE: {
    article: { CODE_2010: art(139, '(1)') },
    text: {
      en: 'A field of the confirmation is missing or is not what it should be.',
      ru: 'Поле подтверждения отсутствует или заполнено неверно.',
      kk: 'Растаудың өрісі жоқ немесе дұрыс толтырылмаған.',
    },
    cure: {
      en: 'The bank corrects the field and sends the confirmation again.',
      ru: 'Банк исправляет поле и направляет подтверждение повторно.',
      kk: 'Банк өрісті түзетіп, растауды қайта жібереді.',
    },
  },
  RECEIPT_HOLDS_NO_MONEY: {
    article: { CODE_2010: art(153, 2) },
    text: {
      en: 'The message was refused, so no money stands behind this receipt.',
      ru: 'Сообщение было отклонено, поэтому денег по этой записи нет.',
      kk: 'Хабарлама қабылданбаған, сондықтан бұл жазба бойынша ақша жоқ.',
    },
    cure: {
      en: 'Ask the bank for a corrected confirmation and close the item.',
      ru: 'Запросите у банка исправленное подтверждение и закройте задание.',
      kk: 'Банктен түзетілген растауды сұрап, тапсырманы жабыңыз.',
    },
  },
  MONEY_WAITS_FOR_ITS_PAYER: {
    article: { CODE_2010: art(153, 2) },
    text: {
      en: 'The money belongs to nobody yet; it is allocated, not closed.',
      ru: 'Деньги ещё никому не отнесены; их нужно распределить, а не закрыть.',
      kk: 'Ақша әлі ешкімге бөлінбеген; оны жабу емес, бөлу керек.',
    },
    cure: {
      en: 'Allocate the money to a payer.',
      ru: 'Отнесите деньги к плательщику.',
      kk: 'Ақшаны төлеушіге бөліңіз.',
    },
  },
  TREASURY_LINE_WITHOUT_RECEIPT: {
    article: { CODE_2010: art(138, 9) },
    text: {
      en: 'No confirmation of this bank has this reference.',
      ru: 'Подтверждения этого банка с таким номером нет.',
      kk: 'Бұл банктің мұндай нөмірі бар растауы жоқ.',
    },
    cure: {
      en: 'A line of the report waits for the confirmation. For a line that you enter, check bank and reference.',
      ru: 'Строка отчёта ожидает подтверждения. Для вносимой вами строки проверьте банк и номер.',
      kk: 'Есеп жолы растауды күтеді. Өзіңіз енгізетін жол үшін банк пен нөмірді тексеріңіз.',
    },
  },
  TREASURY_LINE_OF_OTHER_POST: {
    article: { CODE_2010: art(138, 1) },
    text: {
      en: 'The line is about money of a customs body for which you do not act.',
      ru: 'Строка относится к деньгам таможенного органа, от имени которого вы не действуете.',
      kk: 'Жол сіз атынан әрекет етпейтін кеден органының ақшасына қатысты.',
    },
    cure: {
      en: 'Let an officer of that customs body enter it.',
      ru: 'Строку вносит должностное лицо этого таможенного органа.',
      kk: 'Жолды сол кеден органының лауазымды тұлғасы енгізеді.',
    },
  },
});

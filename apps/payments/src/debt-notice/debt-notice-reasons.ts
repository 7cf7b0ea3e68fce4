/** Why a debt notice cannot be signed, delivered, suspended, replaced or closed (art. 159, 160, 179.3, 182). */
import { art, defineReasons } from '@shekara/kernel';

export const debtNoticeReasons = defineReasons({
  NOTICE_FIELD_MISSING: {
    article: { CODE_2010: art(159, 4) },
    text: {
      en: 'A part that every debt notice must have is missing.',
      ru: 'Отсутствуют сведения, обязательные для уведомления о погашении задолженности.',
      kk: 'Берешекті өтеу туралы хабарламада болуға тиіс мәліметтер жоқ.',
    },
    cure: {
      en: 'Fill in the part named, then sign.',
      ru: 'Заполните указанные сведения и подпишите.',
      kk: 'Көрсетілген мәліметтерді толтырып, қол қойыңыз.',
    },
  },
  NOTICE_STATE_UNFIT: {
    article: { CODE_2010: art(159) },
    text: {
      en: 'The notice is not in a state in which this can be done.',
      ru: 'В текущем состоянии уведомления это действие невозможно.',
      kk: 'Хабарламаның қазіргі күйінде бұл әрекет мүмкін емес.',
    },
    cure: {
      en: 'Read the notice again; its state may have changed.',
      ru: 'Откройте уведомление заново: его состояние могло измениться.',
      kk: 'Хабарламаны қайта ашыңыз: оның күйі өзгерген болуы мүмкін.',
    },
  },
  DELIVERY_EVIDENCE_MISSING: {
    article: { CODE_2010: art(160, 1) },
    text: {
      en: 'There is no signature of the payer and no postal record of delivery; the term does not run.',
      ru: 'Нет подписи плательщика или почтового подтверждения вручения; срок не течёт.',
      kk: 'Төлеушінің қолы немесе пошталық тапсыру растамасы жоқ; мерзім басталмайды.',
    },
    cure: {
      en: 'Deliver again, by hand against signature or by registered mail.',
      ru: 'Вручите повторно: лично под роспись или заказным письмом.',
      kk: 'Қайта тапсырыңыз: қол қойғызып өз қолына немесе тапсырыс хатпен.',
    },
  },
  NOTICE_DATES_CONTRADICT: {
    article: { CODE_2010: art(160, 2) },
    text: {
      en: 'The date lies before the event that must come first, or in the future.',
      ru: 'Дата раньше события, которое должно ей предшествовать, или ещё не наступила.',
      kk: 'Күн өзінен бұрын болуға тиіс оқиғадан ерте немесе әлі келген жоқ.',
    },
    cure: {
      en: 'State the date as it stands in the record.',
      ru: 'Укажите дату так, как она значится в подтверждающем документе.',
      kk: 'Күнді растайтын құжаттағыдай көрсетіңіз.',
    },
  },
  NOTICE_TERM_OVER: {
    article: { CODE_2010: art(160, 3) },
    text: {
      en: 'The appeal was submitted after the term of the notice; it suspends nothing.',
      ru: 'Жалоба подана после истечения срока уведомления; исполнение не приостанавливается.',
      kk: 'Шағым хабарлама мерзімі өткеннен кейін берілді; орындау тоқтатыла тұрмайды.',
    },
    cure: {
      en: 'The appeal may still go to court.',
      ru: 'Жалобу можно подать в суд.',
      kk: 'Шағымды сотқа беруге болады.',
    },
  },
  DISPUTED_SUM_UNFIT: {
    article: { CODE_2010: art(182, 2) },
    text: {
      en: 'The disputed sum is not above zero or exceeds what the notice demands.',
      ru: 'Оспариваемая сумма не больше нуля или превышает сумму уведомления.',
      kk: 'Даулы сома нөлден аспайды немесе хабарлама сомасынан асады.',
    },
    cure: {
      en: 'State the part of the notice that the appeal disputes.',
      ru: 'Укажите ту часть суммы уведомления, которая оспаривается.',
      kk: 'Хабарлама сомасының дауланатын бөлігін көрсетіңіз.',
    },
  },
  PAYMENT_BELOW_DEBT: {
    article: { CODE_2010: art(159, 5) },
    text: {
      en: 'The principal of the notice is not fully paid.',
      ru: 'Основной долг по уведомлению уплачен не полностью.',
      kk: 'Хабарлама бойынша негізгі борыш толық төленбеген.',
    },
    cure: {
      en: 'Record the payment once the whole principal is paid.',
      ru: 'Отметьте уплату после погашения всего основного долга.',
      kk: 'Негізгі борыш толық өтелгеннен кейін төлемді белгілеңіз.',
    },
  },
});

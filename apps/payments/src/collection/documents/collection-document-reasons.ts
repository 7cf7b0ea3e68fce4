/** Why a document of collection cannot be issued, served or taken (art. 162 to 168). */
import { art, defineReasons } from '@shekara/kernel';

export const collectionDocumentReasons = defineReasons({
  ACCOUNT_PROTECTED: {
    article: { CODE_2010: art(165, 1) },
    text: {
      en: 'This account may not give the sum: the law protects it, wholly or up to the loan it secures.',
      ru: 'С этого счёта сумму взыскать нельзя: он защищён законом полностью или в пределах обеспечиваемого займа.',
      kk: 'Бұл шоттан соманы өндіріп алуға болмайды: ол заңмен толық немесе қамтамасыз ететін қарыз шегінде қорғалған.',
    },
    cure: {
      en: 'Choose another account, or a sum above the principal still owed.',
      ru: 'Выберите другой счёт или сумму сверх остатка основного долга по займу.',
      kk: 'Басқа шотты немесе қарыз бойынша негізгі борыштың қалдығынан асатын соманы таңдаңыз.',
    },
  },
  ORDER_DUPLICATE: {
    article: { CODE_2010: art(165, 3) },
    text: {
      en: 'An order for the same sum and kind was executed by this bank already.',
      ru: 'Распоряжение на ту же сумму и по тому же виду платежа этим банком уже исполнено.',
      kk: 'Осы банк сол сома мен төлем түрі бойынша өкімді орындап қойған.',
    },
    cure: {
      en: 'Send no further order for this sum to this bank.',
      ru: 'Не направляйте в этот банк повторное распоряжение на эту сумму.',
      kk: 'Бұл банкке осы сомаға қайта өкім жібермеңіз.',
    },
  },
  ORDER_NOT_OPEN: {
    article: { CODE_2010: art(165, 5) },
    text: {
      en: 'No open collection order has this number.',
      ru: 'Нет неисполненного инкассового распоряжения с таким номером.',
      kk: 'Мұндай нөмірлі орындалмаған инкассолық өкім жоқ.',
    },
    cure: {
      en: 'Check the number; the order may have been answered, returned or recalled.',
      ru: 'Проверьте номер: распоряжение могло быть исполнено, возвращено или отозвано.',
      kk: 'Нөмірді тексеріңіз: өкім орындалған, қайтарылған немесе кері шақырылған болуы мүмкін.',
    },
  },
  COLLECTION_RATE_MISSING: {
    article: { CODE_2010: art(165, 4) },
    text: {
      en: 'The exchange rate of the collection day is missing.',
      ru: 'Не указан курс валюты на день взыскания.',
      kk: 'Өндіріп алу күнгі валюта бағамы көрсетілмеген.',
    },
    cure: {
      en: 'State the rate of the day on which the bank took the money.',
      ru: 'Укажите курс дня, в который банк списал деньги.',
      kk: 'Банк ақшаны есептен шығарған күнгі бағамды көрсетіңіз.',
    },
  },
  SPENDING_SUSPENDED: {
    article: { CODE_2010: art(162, 2) },
    text: {
      en: 'Spending on this account is suspended.',
      ru: 'Расходные операции по счёту приостановлены.',
      kk: 'Шот бойынша шығыс операциялары тоқтатыла тұрған.',
    },
    cure: {
      en: 'Pay this debt, or wait until the customs body cancels the order.',
      ru: 'Погасите эту задолженность или дождитесь отмены распоряжения таможенным органом.',
      kk: 'Осы берешекті өтеңіз немесе кеден органы өкімнің күшін жойғанын күтіңіз.',
    },
  },
  CASH_SPENDING_SUSPENDED: {
    article: { CODE_2010: art(163, 1) },
    text: {
      en: 'Cash may only be taken to a bank to pay this debt.',
      ru: 'Наличные можно сдать только в банк для погашения этой задолженности.',
      kk: 'Қолма-қол ақшаны тек осы берешекті өтеу үшін банкке тапсыруға болады.',
    },
    cure: {
      en: 'Take the cash to a bank for this debt.',
      ru: 'Сдайте наличные в банк в счёт этой задолженности.',
      kk: 'Қолма-қол ақшаны осы берешек есебіне банкке тапсырыңыз.',
    },
  },
  COLLECTION_PAPER_MISSING: {
    article: { CODE_2010: art(164, 5) },
    text: {
      en: 'A paper that must go with this document, or the proof that it was handed over, is missing.',
      ru: 'Нет документа, который должен прилагаться, или подтверждения его вручения.',
      kk: 'Қоса берілуге тиіс құжат немесе оның тапсырылғанын растау жоқ.',
    },
    cure: {
      en: 'Add the paper named.',
      ru: 'Приложите указанный документ.',
      kk: 'Көрсетілген құжатты қоса беріңіз.',
    },
  },
  RESTRICTION_VALUE_UNFIT: {
    article: { CODE_2010: art(164, 3) },
    text: {
      en: 'The property restricted does not correspond to the debt with penalty interest.',
      ru: 'Стоимость ограничиваемого имущества не соответствует сумме задолженности и пени.',
      kk: 'Шектелетін мүліктің құны берешек пен өсімпұл сомасына сәйкес келмейді.',
    },
    cure: {
      en: 'Restrict items worth the debt with interest, and no item more than needed.',
      ru: 'Ограничьте имущество стоимостью, равной долгу с пеней, без лишних предметов.',
      kk: 'Борыш пен өсімпұлға тең мүлікті ғана шектеңіз, артық зат қоспаңыз.',
    },
  },
  RECEIVABLE_UNCONFIRMED: {
    article: { CODE_2010: art(166, 2) },
    text: {
      en: 'The sum is above what the debtor is confirmed to owe the payer.',
      ru: 'Сумма превышает подтверждённый долг дебитора перед плательщиком.',
      kk: 'Сома дебитордың төлеуші алдындағы расталған борышынан асады.',
    },
    cure: {
      en: 'Take at most the confirmed receivable.',
      ru: 'Укажите не больше подтверждённой дебиторской задолженности.',
      kk: 'Расталған дебиторлық берешектен асырмаңыз.',
    },
  },
  DEBTOR_NOT_NOTICED: {
    article: { CODE_2010: art(166, 2) },
    text: {
      en: 'The debtor got no notice, or was given up.',
      ru: 'Дебитору не направлено уведомление, либо взыскание с него прекращено.',
      kk: 'Дебиторға хабарлама жіберілмеген немесе одан өндіріп алу тоқтатылған.',
    },
    cure: {
      en: 'Send the debtor a notice first.',
      ru: 'Сначала направьте дебитору уведомление.',
      kk: 'Алдымен дебиторға хабарлама жіберіңіз.',
    },
  },
  DEBTOR_TERM_RUNNING: {
    article: { CODE_2010: art(166, 1) },
    text: {
      en: 'Five working days since the debtor received the notice have not passed.',
      ru: 'Не истекли пять рабочих дней со дня получения уведомления дебитором.',
      kk: 'Дебитор хабарламаны алған күннен бастап бес жұмыс күні өткен жоқ.',
    },
    cure: {
      en: 'Send the order after the day named.',
      ru: 'Направьте распоряжение после указанного дня.',
      kk: 'Өкімді көрсетілген күннен кейін жіберіңіз.',
    },
  },
  SETTLEMENT_ACT_MISSING: {
    article: { CODE_2010: art(166, 4) },
    text: {
      en: 'There is no act of mutual settlement with this debtor.',
      ru: 'Нет акта сверки взаиморасчётов с этим дебитором.',
      kk: 'Осы дебитормен өзара есеп айырысуларды салыстырып тексеру актісі жоқ.',
    },
    cure: {
      en: 'Get the act first; an order without it is not possible.',
      ru: 'Сначала получите акт: без него распоряжение невозможно.',
      kk: 'Алдымен актіні алыңыз: онсыз өкім шығаруға болмайды.',
    },
  },
  SETTLEMENT_ACT_INCOMPLETE: {
    article: { CODE_2010: art(166, 3) },
    text: {
      en: 'The act of mutual settlement lacks a part, or is not stated as on the day the debtor received the notice.',
      ru: 'В акте сверки нет обязательных сведений, или он составлен не на день получения уведомления дебитором.',
      kk: 'Салыстырып тексеру актісінде міндетті мәліметтер жоқ немесе ол дебитор хабарламаны алған күнге жасалмаған.',
    },
    cure: {
      en: 'Return the act and ask for the part named.',
      ru: 'Верните акт для дополнения указанных сведений.',
      kk: 'Актіні көрсетілген мәліметтерді толықтыру үшін қайтарыңыз.',
    },
  },
  COLLECTION_DATES_CONTRADICT: {
    article: { CODE_2010: art(162, 3) },
    text: {
      en: 'The date lies before the event that must come first, or that event is not recorded, or it was recorded already.',
      ru: 'Дата раньше предшествующего события, либо это событие не зафиксировано или уже зафиксировано.',
      kk: 'Күн алдыңғы оқиғадан ерте, немесе ол оқиға тіркелмеген не тіркеліп қойған.',
    },
    cure: {
      en: 'State the date as it stands in the proof of receipt.',
      ru: 'Укажите дату по подтверждению получения.',
      kk: 'Күнді алғанын растайтын құжат бойынша көрсетіңіз.',
    },
  },
  COLLECTING_BODY_WRONG: {
    article: { CODE_2010: art(157, 7) },
    text: {
      en: 'Another customs body, or another state, collects this debt.',
      ru: 'Эту задолженность взыскивает другой таможенный орган или другое государство.',
      kk: 'Бұл берешекті басқа кеден органы немесе басқа мемлекет өндіріп алады.',
    },
    cure: {
      en: 'Hand the case over to the body named.',
      ru: 'Передайте дело указанному органу.',
      kk: 'Істі көрсетілген органға беріңіз.',
    },
  },
});

/** Why a bank's message is not taken, or why received money cannot be given to a payer at once (art. 138, 139, 153.2). */
import { art, defineReasons } from '@shekara/kernel';

/** The bank's message is refused; the bank corrects and repeats it. */
export const messageReasons = defineReasons({
  CURRENCY_NOT_KZT: {
    article: { CODE_2010: art(138, 3) },
    text: {
      en: 'The payment is not in tenge.',
      ru: 'Платёж произведён не в тенге.',
      kk: 'Төлем теңгемен жүргізілмеген.',
    },
    cure: { en: 'Pay in tenge.', ru: 'Уплатите в тенге.', kk: 'Теңгемен төлеңіз.' },
  },
  PAYMENT_AMOUNT_NOT_POSITIVE: {
    article: { CODE_2010: art(138, 3) },
    text: {
      en: 'The amount of the payment is zero or negative.',
      ru: 'Сумма платежа равна нулю или отрицательна.',
      kk: 'Төлем сомасы нөлге тең немесе теріс.',
    },
    cure: {
      en: 'Send the confirmation with the amount paid.',
      ru: 'Направьте подтверждение с уплаченной суммой.',
      kk: 'Төленген сома көрсетілген растауды жіберіңіз.',
    },
  },
  PAYMENT_DATE_IN_FUTURE: {
    article: { CODE_2010: art(158, 7) },
    text: {
      en: 'The day of payment lies in the future.',
      ru: 'Дата платежа ещё не наступила.',
      kk: 'Төлем күні әлі келген жоқ.',
    },
    cure: {
      en: 'Send the confirmation on the day of the payment or later.',
      ru: 'Направьте подтверждение в день платежа или позднее.',
      kk: 'Растауды төлем күні немесе одан кейін жіберіңіз.',
    },
  },
  PAYER_NAME_MISSING: {
    article: { CODE_2010: art(138, 6) },
    text: {
      en: 'A third party pays and the purpose text does not name the payer in full.',
      ru: 'Платит третье лицо, а плательщик не назван полностью в назначении платежа.',
      kk: 'Үшінші тұлға төлейді, ал төлем мақсатында төлеуші толық аталмаған.',
    },
    cure: {
      en: 'Name the payer in full in the purpose text.',
      ru: 'Укажите полное наименование плательщика в назначении платежа.',
      kk: 'Төлем мақсатында төлеушінің толық атауын көрсетіңіз.',
    },
  },
  PAYER_ID_INVALID: {
    article: { CODE_2010: art(139, '(1)') },
    text: {
      en: 'The BIN or IIN of the payer is not a valid number, or the national register has struck it off.',
      ru: 'БИН или ИИН плательщика недействителен либо исключён из национального реестра.',
      kk: 'Төлеушінің БСН немесе ЖСН нөмірі жарамсыз не ұлттық тізілімнен алынып тасталған.',
    },
    cure: {
      en: 'State the twelve-digit BIN or IIN of the payer.',
      ru: 'Укажите двенадцатизначный БИН или ИИН плательщика.',
      kk: 'Төлеушінің он екі таңбалы БСН немесе ЖСН нөмірін көрсетіңіз.',
    },
  },
  IDENTITY_DOCUMENT_MISSING: {
    article: { CODE_2010: art(139, '(2)') },
    text: {
      en: 'The payer is a non-resident and the bank does not state that it checked the identity documents.',
      ru: 'Плательщик — нерезидент, а банк не подтвердил проверку документов, удостоверяющих личность.',
      kk: 'Төлеуші резидент емес, ал банк жеке басын куәландыратын құжаттардың тексерілгенін растамаған.',
    },
    cure: {
      en: 'Check the identity documents and state it.',
      ru: 'Проверьте документы, удостоверяющие личность, и укажите это.',
      kk: 'Жеке басын куәландыратын құжаттарды тексеріп, оны көрсетіңіз.',
    },
  },
  BUDGET_CODE_MISSING: {
    article: { CODE_2010: art(138, 4) },
    text: {
      en: 'The message has no budget code or no tax beneficiary.',
      ru: 'В сообщении нет кода бюджетной классификации или бенефициара.',
      kk: 'Хабарламада бюджеттік сыныптама коды немесе бенефициар жоқ.',
    },
    cure: {
      en: 'State the budget code and the tax body that is the beneficiary.',
      ru: 'Укажите код бюджетной классификации и налоговый орган — бенефициара.',
      kk: 'Бюджеттік сыныптама кодын және бенефициар салық органын көрсетіңіз.',
    },
  },
  ON_SITE_CONTRACT_MISSING: {
    article: { CODE_2010: art(138, 9) },
    text: {
      en: 'An on-site receipt comes from a bank without a contract with the customs body.',
      ru: 'Чек принят на месте банком, у которого нет договора с таможенным органом.',
      kk: 'Түбіртек кеден органымен шарты жоқ банктен келген.',
    },
    cure: {
      en: 'Pay through a bank that has a contract, or by transfer.',
      ru: 'Уплатите через банк, имеющий договор, или переводом.',
      kk: 'Шарты бар банк арқылы немесе аударыммен төлеңіз.',
    },
  },
  BANK_NOT_LICENSED: {
    article: { CODE_2010: art(138, 5) },
    text: {
      en: 'The sender is not a licensed bank or organization.',
      ru: 'Отправитель не является банком или организацией с лицензией.',
      kk: 'Жіберуші лицензиясы бар банк немесе ұйым емес.',
    },
    cure: {
      en: 'Pay through a licensed bank.',
      ru: 'Уплатите через банк, имеющий лицензию.',
      kk: 'Лицензиясы бар банк арқылы төлеңіз.',
    },
  },
  BANK_REFERENCE_REUSED: {
    article: { CODE_2010: art(153, '2(4)') },
    text: {
      en: 'The bank used this reference before for another payment.',
      ru: 'Банк уже использовал этот номер для другого платежа.',
      kk: 'Банк бұл нөмірді бұрын басқа төлем үшін қолданған.',
    },
    cure: {
      en: 'Send the payment with a reference of its own.',
      ru: 'Направьте платёж с отдельным номером.',
      kk: 'Төлемді жеке нөмірмен жіберіңіз.',
    },
  },
});

/** The money has come and is kept; an officer finds out whose or what it is for (queue Q-PAY-01). */
export const matchingReasons = defineReasons({
  PAYER_UNKNOWN: {
    article: { CODE_2010: art(153, '2(1)') },
    text: {
      en: 'No registered payer has this identification number.',
      ru: 'Плательщик с таким идентификационным номером не зарегистрирован.',
      kk: 'Мұндай сәйкестендіру нөмірі бар төлеуші тіркелмеген.',
    },
    cure: {
      en: 'The account officer allocates the money to its payer.',
      ru: 'Должностное лицо, ведущее лицевые счета, отнесёт деньги к плательщику.',
      kk: 'Дербес шоттарды жүргізетін лауазымды тұлға ақшаны төлеушіге бөледі.',
    },
  },
  BUDGET_CODE_OF_OTHER_KIND: {
    article: { CODE_2010: art(153, '2(1)') },
    text: {
      en: 'The budget code does not belong to the stated kind of payment.',
      ru: 'Код бюджетной классификации не соответствует указанному виду платежа.',
      kk: 'Бюджеттік сыныптама коды көрсетілген төлем түріне сәйкес келмейді.',
    },
    cure: {
      en: 'Apply for the return or offset of the mistaken payment, and pay by the right code.',
      ru: 'Подайте заявление о возврате или зачёте ошибочного платежа и уплатите по верному коду.',
      kk: 'Қате төлемді қайтару немесе есепке жатқызу туралы өтініш беріп, дұрыс код бойынша төлеңіз.',
    },
  },
  PAYMENT_KIND_UNKNOWN: {
    article: { CODE_2010: art(153, '2(2)') },
    text: {
      en: 'The stated kind of payment does not exist.',
      ru: 'Указанного вида платежа не существует.',
      kk: 'Көрсетілген төлем түрі жоқ.',
    },
    cure: {
      en: 'The account officer asks the bank for the kind of payment.',
      ru: 'Должностное лицо, ведущее лицевые счета, уточнит у банка вид платежа.',
      kk: 'Дербес шоттарды жүргізетін лауазымды тұлға банктен төлем түрін нақтылайды.',
    },
  },
  PAYMENT_ORDER_CONFIRMED_TWICE: {
    article: { CODE_2010: art(153, '2(4)') },
    text: {
      en: 'The bank confirmed one payment order under two references.',
      ru: 'Банк подтвердил одно платёжное поручение под двумя номерами.',
      kk: 'Банк бір төлем тапсырмасын екі нөмірмен растаған.',
    },
    cure: {
      en: 'The account officer asks the bank whether it paid twice.',
      ru: 'Должностное лицо уточнит у банка, был ли платёж проведён дважды.',
      kk: 'Лауазымды тұлға банктен төлемнің екі рет жүргізілгенін нақтылайды.',
    },
  },
  TREASURY_LINE_DIFFERS: {
    article: { CODE_2010: art(138, 9) },
    text: {
      en: 'The line of the Treasury report differs from the confirmation in amount, payer or code.',
      ru: 'Строка отчёта казначейства расходится с подтверждением по сумме, плательщику или коду.',
      kk: 'Қазынашылық есебінің жолы растаудан сома, төлеуші немесе код бойынша өзгеше.',
    },
    cure: {
      en: 'The account officer asks the bank.',
      ru: 'Должностное лицо, ведущее лицевые счета, сделает запрос в банк.',
      kk: 'Дербес шоттарды жүргізетін лауазымды тұлға банкке сұрау салады.',
    },
  },
  RECEIPT_ALREADY_MATCHED: {
    article: { CODE_2010: art(138, 9) },
    text: {
      en: 'The money already belongs to a payer.',
      ru: 'Деньги уже отнесены к плательщику.',
      kk: 'Ақша төлеушіге бөлініп қойған.',
    },
    cure: {
      en: 'Nothing is left to allocate.',
      ru: 'Распределять нечего.',
      kk: 'Бөлетін ақша қалған жоқ.',
    },
  },
});

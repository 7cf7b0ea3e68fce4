/** Why a statement of a bank is not read, and why one of its entries is not taken (art. 138.3, 138.9, 139, 153.2). */
import { art, defineReasons, design } from '@shekara/kernel';

/** The document is no XML that can be read; nothing of it is taken. */
export const xmlReasons = defineReasons({
  XML_NOT_WELL_FORMED: {
    article: { CODE_2017: design('ISO 20022 statements') },
    text: {
      en: 'The document is not well-formed XML.',
      ru: 'Документ не является правильно построенным XML.',
      kk: 'Құжат дұрыс құрылған XML емес.',
    },
    cure: {
      en: 'Correct the document at the named line.',
      ru: 'Исправьте документ в указанной строке.',
      kk: 'Құжатты көрсетілген жолда түзетіңіз.',
    },
  },
  XML_DTD_FORBIDDEN: {
    article: { CODE_2017: design('ISO 20022 statements') },
    text: {
      en: 'The document has a document type declaration; it may define no entities.',
      ru: 'Документ содержит объявление типа документа; собственные сущности не допускаются.',
      kk: 'Құжатта құжат түрінің жариялануы бар; өз мәндерін анықтауға болмайды.',
    },
    cure: {
      en: 'Send the document without DOCTYPE.',
      ru: 'Направьте документ без DOCTYPE.',
      kk: 'Құжатты DOCTYPE-сыз жіберіңіз.',
    },
  },
  XML_ENCODING: {
    article: { CODE_2017: design('ISO 20022 statements') },
    text: {
      en: 'The document is not in UTF-8.',
      ru: 'Документ не в кодировке UTF-8.',
      kk: 'Құжат UTF-8 кодтауында емес.',
    },
    cure: {
      en: 'Send the document in UTF-8.',
      ru: 'Направьте документ в кодировке UTF-8.',
      kk: 'Құжатты UTF-8 кодтауында жіберіңіз.',
    },
  },
  XML_TOO_LARGE: {
    article: { CODE_2017: design('ISO 20022 statements') },
    text: {
      en: 'The document is nested too deep or has too many elements.',
      ru: 'Документ имеет слишком большую вложенность или слишком много элементов.',
      kk: 'Құжаттың кірістірілуі тым терең немесе элементтері тым көп.',
    },
    cure: {
      en: 'Send the entries in several statements.',
      ru: 'Направьте записи несколькими выписками.',
      kk: 'Жазбаларды бірнеше үзіндімен жіберіңіз.',
    },
  },
});

/** The statement as a whole is not taken; the bank corrects and repeats it. */
export const statementReasons = defineReasons({
  STATEMENT_TYPE_UNKNOWN: {
    article: { CODE_2017: design('ISO 20022 statements') },
    text: {
      en: 'The document is neither camt.053 nor camt.054 of a version that is taken.',
      ru: 'Документ не является camt.053 или camt.054 принимаемой версии.',
      kk: 'Құжат қабылданатын нұсқадағы camt.053 немесе camt.054 емес.',
    },
    cure: {
      en: 'Send camt.053.001.02 to .13 or camt.054.001.02 to .13.',
      ru: 'Направьте camt.053.001.02–.13 или camt.054.001.02–.13.',
      kk: 'camt.053.001.02–.13 немесе camt.054.001.02–.13 жіберіңіз.',
    },
  },
  STATEMENT_ELEMENT_MISSING: {
    article: { CODE_2010: art(138, 9) },
    text: {
      en: 'A required element of the statement is missing or empty.',
      ru: 'Обязательный элемент выписки отсутствует или пуст.',
      kk: 'Үзіндінің міндетті элементі жоқ немесе бос.',
    },
    cure: {
      en: 'Fill the named element.',
      ru: 'Заполните указанный элемент.',
      kk: 'Көрсетілген элементті толтырыңыз.',
    },
  },
  STATEMENT_TOO_MANY_ENTRIES: {
    article: { CODE_2017: design('ISO 20022 statements') },
    text: {
      en: 'The statement has more payments than one request may have.',
      ru: 'В выписке больше платежей, чем допускается в одном запросе.',
      kk: 'Үзіндіде бір сұрауға рұқсат етілгеннен көп төлем бар.',
    },
    cure: {
      en: 'Send the entries in several statements.',
      ru: 'Направьте записи несколькими выписками.',
      kk: 'Жазбаларды бірнеше үзіндімен жіберіңіз.',
    },
  },
  STATEMENT_OF_SEVERAL_BANKS: {
    article: { CODE_2010: art(138, 5) },
    text: {
      en: 'The document has statements of several banks.',
      ru: 'Документ содержит выписки нескольких банков.',
      kk: 'Құжатта бірнеше банктің үзінділері бар.',
    },
    cure: {
      en: 'Send a document for each bank.',
      ru: 'Направьте отдельный документ от каждого банка.',
      kk: 'Әр банк бойынша жеке құжат жіберіңіз.',
    },
  },
});

/** One entry is not taken; the others are. */
export const entryReasons = defineReasons({
  ENTRY_FIELD_UNREADABLE: {
    article: { CODE_2010: art(139, '(1)') },
    text: {
      en: 'A field of the entry is missing or is not what it should be.',
      ru: 'Поле записи отсутствует или заполнено неверно.',
      kk: 'Жазбаның өрісі жоқ немесе дұрыс толтырылмаған.',
    },
    cure: {
      en: 'Correct the named element and send the entry again.',
      ru: 'Исправьте указанный элемент и направьте запись повторно.',
      kk: 'Көрсетілген элементті түзетіп, жазбаны қайта жіберіңіз.',
    },
  },
  ENTRY_NOT_BOOKED: {
    article: { CODE_2010: art(138, 9) },
    text: {
      en: 'The bank has not booked the entry yet (PDNG, INFO, FUTR).',
      ru: 'Запись ещё не проведена банком (PDNG, INFO, FUTR).',
      kk: 'Жазбаны банк әлі жүргізген жоқ (PDNG, INFO, FUTR).',
    },
    cure: {
      en: 'Send the entry once it is booked (BOOK).',
      ru: 'Направьте запись после проведения (BOOK).',
      kk: 'Жазба жүргізілгеннен кейін жіберіңіз (BOOK).',
    },
  },
  ENTRY_IS_DEBIT: {
    article: { CODE_2010: art(138, 9) },
    text: {
      en: 'The entry takes money from the account: it is no payment to the budget.',
      ru: 'Запись списывает деньги со счёта и не является платежом в бюджет.',
      kk: 'Жазба шоттан ақша шығарады: бұл бюджетке төлем емес.',
    },
    cure: {
      en: 'Nothing is to be done; returns are told by the Treasury.',
      ru: 'Действий не требуется; о возвратах сообщает казначейство.',
      kk: 'Әрекет қажет емес; қайтарулар туралы қазынашылық хабарлайды.',
    },
  },
  ENTRY_IS_REVERSAL: {
    article: { CODE_2010: art(153, '2(4)') },
    text: {
      en: 'The bank takes an earlier payment back; an officer looks at it.',
      ru: 'Банк отменяет ранее проведённый платёж; запись рассмотрит должностное лицо.',
      kk: 'Банк бұрынғы төлемді кері қайтарады; оны лауазымды тұлға қарайды.',
    },
    cure: {
      en: 'Answer the inquiry of the account officer.',
      ru: 'Ответьте на запрос должностного лица.',
      kk: 'Лауазымды тұлғаның сұрауына жауап беріңіз.',
    },
  },
  ENTRY_SUM_DIFFERS: {
    article: { CODE_2010: art(138, 9) },
    text: {
      en: 'The payments of the entry do not sum to its amount.',
      ru: 'Сумма платежей записи не равна её сумме.',
      kk: 'Жазбадағы төлемдердің қосындысы оның сомасына тең емес.',
    },
    cure: {
      en: 'Send the entry with every payment in it.',
      ru: 'Направьте запись со всеми платежами.',
      kk: 'Жазбаны барлық төлемімен жіберіңіз.',
    },
  },
  ENTRY_OF_OTHER_POST: {
    article: { CODE_2010: art(138, 1) },
    text: {
      en: 'The payment goes to a customs body for which you do not act.',
      ru: 'Платёж поступил таможенному органу, от имени которого вы не действуете.',
      kk: 'Төлем сіз атынан әрекет етпейтін кеден органына түскен.',
    },
    cure: {
      en: 'Let an officer of that customs body enter it.',
      ru: 'Запись вносит должностное лицо этого таможенного органа.',
      kk: 'Жазбаны сол кеден органының лауазымды тұлғасы енгізеді.',
    },
  },
});

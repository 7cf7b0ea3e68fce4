/** The words of printed documents in Kazakh, Russian and English, and how they write dates and sums. */
import type { CivilDate } from '@shekara/calendar';
import type { Money, Sentence } from '@shekara/kernel';

export const WORDS = {
  kind: { kk: 'Төлем түрі', ru: 'Вид платежа', en: 'Kind of payment' },
  principal: { kk: 'Негізгі сома, теңге', ru: 'Основная сумма, тенге', en: 'Principal, KZT' },
  penaltyInterest: { kk: 'Өсімпұл, теңге', ru: 'Пеня, тенге', en: 'Penalty interest, KZT' },
  sum: { kk: 'Барлығы, теңге', ru: 'Всего, тенге', en: 'Total, KZT' },
  total: { kk: 'Жиыны', ru: 'Итого', en: 'Total' },
  number: { kk: 'Нөмірі', ru: 'Номер', en: 'Number' },
  date: { kk: 'Күні', ru: 'Дата', en: 'Date' },
  payer: { kk: 'Төлеуші', ru: 'Плательщик', en: 'Payer' },
  payerNumber: { kk: 'БСН/ЖСН', ru: 'БИН/ИИН', en: 'BIN/IIN' },
  address: { kk: 'Мекенжайы', ru: 'Адрес', en: 'Address' },
  customsBody: { kk: 'Кеден органы', ru: 'Таможенный орган', en: 'Customs body' },
  body: { kk: 'Орган', ru: 'Орган', en: 'Body' },
  debts: { kk: 'Берешек', ru: 'Задолженность', en: 'Debt' },
  demand: { kk: 'Талап', ru: 'Требование', en: 'Demand' },
  reason: { kk: 'Негіздеме', ru: 'Основание', en: 'Reason' },
  interestProcedure: { kk: 'Өсімпұлды есептеу', ru: 'Расчёт пени', en: 'How penalty interest was computed' },
  appealProcedure: { kk: 'Шағымдану тәртібі', ru: 'Порядок обжалования', en: 'How to appeal' },
  amendment: {
    kk: 'Декларацияға өзгерістер енгізу',
    ru: 'Внесение изменений в декларацию',
    en: 'Amendment of the declaration',
  },
  amendBy: { kk: 'Өзгерістер енгізу мерзімі', ru: 'Срок внесения изменений', en: 'Amend by' },
  executionTerm: { kk: 'Орындау мерзімі', ru: 'Срок исполнения', en: 'Term of execution' },
  executeBy: { kk: 'Орындаудың соңғы күні', ru: 'Последний день исполнения', en: 'Last day of the term' },
  earlierNotice: { kk: 'Бұрынғы хабарлама', ru: 'Прежнее уведомление', en: 'Earlier notice' },
  purpose: { kk: 'Мақсаты', ru: 'Цель', en: 'Purpose' },
  reconciliationAct: { kk: 'Салыстыру актісі', ru: 'Акт сверки', en: 'Reconciliation act' },
  asOn: { kk: 'Мәліметтер күні', ru: 'По состоянию на', en: 'As on' },
  byCustoms: { kk: 'Кеден органы бойынша', ru: 'По данным органа', en: 'By customs' },
  byPayer: { kk: 'Төлеуші бойынша', ru: 'По данным плательщика', en: 'By the payer' },
  difference: { kk: 'Айырмашылық', ru: 'Расхождение', en: 'Difference' },
  advances: {
    kk: 'Төлем түріне жатпайтын аванстық төлемдер',
    ru: 'Авансовые платежи, не отнесённые к виду платежа',
    en: 'Advance money of no kind',
  },
  amount: { kk: 'Сома, теңге', ru: 'Сумма, тенге', en: 'Sum, KZT' },
  accounts: { kk: 'Есеп айырысулар', ru: 'Расчёты', en: 'Accounts' },
  figuresMeaning: {
    kk: 'Оң сан – төлеушінің берешегі, теріс сан – артық төлегені.',
    ru: 'Положительное число – долг плательщика, отрицательное – переплата.',
    en: 'A positive figure is owed by the payer, a negative one was overpaid.',
  },
  objections: { kk: 'Төлеушінің қарсылықтары', ru: 'Возражения плательщика', en: 'Objections of the payer' },
  none: { kk: 'Жоқ', ru: 'Нет', en: 'None' },
  head: {
    kk: 'Кеден органының басшысы',
    ru: 'Руководитель таможенного органа',
    en: 'Head of the customs body',
  },
  actingHead: {
    kk: 'Кеден органы басшысының міндетін атқарушы',
    ru: 'И. о. руководителя таможенного органа',
    en: 'Acting head of the customs body',
  },
  official: {
    kk: 'Кеден органының лауазымды адамы',
    ru: 'Должностное лицо таможенного органа',
    en: 'Official of the customs body',
  },
  seal: { kk: 'М.О.', ru: 'М.П.', en: 'Seal' },
  verify: {
    kk: 'Құжаттың түпнұсқалығын осы код бойынша тексеріңіз',
    ru: 'Проверьте подлинность документа по этому коду',
    en: 'Check by this code that the document is genuine',
  },
  twoOriginals: {
    kk: 'Акт екі данада жасалды: бірі – төлеушіге, екіншісі – кеден органына.',
    ru: 'Акт составлен в двух экземплярах: один – плательщику, другой – таможенному органу.',
    en: 'The act is drawn up in two originals: one for the payer, one for the customs body.',
  },
} as const satisfies Record<string, Sentence>;

export type Language = keyof Sentence;
export type Word = keyof typeof WORDS;

/** The words of one language: `say('payer')`. */
export function speaking(language: Language): (word: Word) => string {
  return (word) => WORDS[word][language];
}

/** "Page 2 of 3". */
export const PAGE_OF: Readonly<Record<Language, (page: number, pages: number) => string>> = {
  kk: (page, pages) => `${pages} беттің ${page}-беті`,
  ru: (page, pages) => `Страница ${page} из ${pages}`,
  en: (page, pages) => `Page ${page} of ${pages}`,
};

/** 10.03.2026, in every language; nothing for no date. */
export function shownDate(date: CivilDate | null): string {
  return (date ?? '').split('-').reverse().join('.');
}

/** 1 008 767,12 in Kazakh and Russian, 1,008,767.12 in English; blanks that do not break. */
export function shownSum(amount: Money, language: Language): string {
  const [whole = '', tiyn = ''] = amount.toString().split('.');
  const separator = language === 'en' ? ',' : '\u00A0';
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, separator);
  return `${grouped}${language === 'en' ? '.' : ','}${tiyn}`;
}

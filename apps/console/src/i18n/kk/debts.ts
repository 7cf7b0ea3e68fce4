import type { debts as en } from '../en/debts.js';
import type { Words } from '../words.js';

export const debts: Words<typeof en> = {
  debtsTitle: 'Берешек және өсімпұл',
  debtsIntro: 'Мерзімінде төленбегені және оған күн сайынғы өсімпұл.',
  debtsAt: 'Кеден органы {customsBody}',
  noDebts: 'Берешек жоқ.',
  debtDue: 'Төлеу мерзімі',
  debtAmount: 'Сома',
  debtUnpaid: 'Төленбеген',
  interestUntil: '{day} дейінгі өсімпұл',
  interestPeriod: '{first} – {last}, күн саны {days}: {sum}, {percent} % × {multiplier}',
  papersTitle: 'Хабарламалар мен өтініштер',
  papersIntro: 'Кеден төлеушіге не жіберді және төлеуші не сұрады.',
  papers_NOTICES: 'Берешекті өтеу туралы хабарламалар',
  papers_CERTIFICATES: 'Берешек туралы анықтамалар',
  papers_RECONCILIATIONS: 'Салыстыру актілері',
  papers_DEFERRALS: 'Кейінге қалдыру немесе бөліп төлеу өтініштері',
  papers_REFUNDS: 'Артық төленген сомалар туралы өтініштер',
  noPapers: 'Жоқ.',
  paperDay: 'Күні',
  paperFile: 'Файл',
  paperPdf: 'PDF: {number}',
};

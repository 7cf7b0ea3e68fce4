import type { debts as en } from '../en/debts.js';
import type { Words } from '../words.js';

export const debts: Words<typeof en> = {
  debtsTitle: 'Задолженность и пеня',
  debtsIntro: 'Что не уплачено в срок, и пеня на это по дням.',
  debtsAt: 'Таможенный орган {customsBody}',
  noDebts: 'Задолженности нет.',
  debtDue: 'Срок уплаты',
  debtAmount: 'Сумма',
  debtUnpaid: 'Не уплачено',
  interestUntil: 'Пеня по {day}',
  interestPeriod: '{first} – {last}, дней: {days}: {sum} по {percent} % × {multiplier}',
  papersTitle: 'Уведомления и заявления',
  papersIntro: 'Что таможня направила плательщику и о чём плательщик заявил.',
  papers_NOTICES: 'Уведомления о погашении задолженности',
  papers_CERTIFICATES: 'Справки о задолженности',
  papers_RECONCILIATIONS: 'Акты сверки',
  papers_DEFERRALS: 'Заявления об отсрочке или рассрочке',
  papers_REFUNDS: 'Заявления об излишне уплаченных суммах',
  noPapers: 'Нет.',
  paperDay: 'Дата',
  paperFile: 'Файл',
  paperPdf: 'PDF: {number}',
};

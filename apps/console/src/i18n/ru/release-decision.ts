import type { releaseDecision as en } from '../en/release-decision.js';
import type { Words } from '../words.js';

export const releaseDecision: Words<typeof en> = {
  decisionTitle: 'Решение о выпуске',
  decisionKind: 'Ваше решение',
  decisionRelease: 'Выпустить товары',
  decisionRefuse: 'Отказать в выпуске',
  findingsConsidered: 'Как урегулированы расхождения',
  findingsConsideredHint: 'Обязательно, если контроль выявил расхождения.',
  refusalGrounds: 'Основания отказа: отметьте все применимые',
  groundsOfAct: 'Кодекс 2017 года, статья 201',
  groundFacts: 'Факты',
  groundFactsHint: 'Что именно, с документами и датами. Это прочтёт декларант.',
  groundCondition: 'Какое условие не соблюдено',
  condition_DOCUMENTS_PRESENT: 'Представлены документы и разрешения',
  condition_PROCEDURE_CONDITIONS_MET: 'Соблюдены условия процедуры',
  condition_PAID_OR_SECURED: 'Платежи уплачены или обеспечены',
  decisionMissing: 'Выберите выпуск или отказ.',
  groundMissing: 'Выберите хотя бы одно основание.',
  factsMissing: 'Изложите факты по каждому основанию.',
  conditionMissing: 'Укажите, какое условие выпуска не соблюдено.',
  submitRelease: 'Выпустить',
  submitRefusal: 'Отказать в выпуске',
  released: 'Товары выпущены.',
  refused: 'В выпуске отказано. Декларанту сообщены все основания.',
  sending: 'Отправка…',
};

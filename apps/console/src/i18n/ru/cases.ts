import type { cases as en } from '../en/cases.js';
import type { Words } from '../words.js';

export const cases: Words<typeof en> = {
  caseSearch: 'Номер декларации или уведомления о прибытии',
  caseSearchHint: 'Например, 55302/030226/0000017',
  search: 'Найти',
  caseNotFound: 'Дела с номером {number} нет.',
  caseOf: 'Дело {number}',
  caseIntro: 'Каждый шаг партии: когда, кто, на каком основании и сколько ждали.',
  steps: 'Шаги',
  noSteps: 'Пока ничего не произошло.',
  afterPrevious: 'через {duration}',
  start: 'начало',
  actor: 'Кто',
  wholeTime: 'Всего времени',
  longestWait: 'Самое долгое ожидание',
  numberOfSteps: 'Число шагов',
};

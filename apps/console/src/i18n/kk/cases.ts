import type { cases as en } from '../en/cases.js';
import type { Words } from '../words.js';

export const cases: Words<typeof en> = {
  caseSearch: 'Декларация немесе келу туралы хабарлама нөмірі',
  caseSearchHint: 'Мысалы, 55302/030226/0000017',
  search: 'Табу',
  caseNotFound: '{number} нөмірлі іс жоқ.',
  caseOf: '{number} ісі',
  caseIntro: 'Партияның әр қадамы: қашан, кім, қандай негізде және қанша күтті.',
  steps: 'Қадамдар',
  noSteps: 'Әзірге ештеңе болған жоқ.',
  afterPrevious: '{duration} кейін',
  start: 'басы',
  actor: 'Кім',
  wholeTime: 'Барлық уақыт',
  longestWait: 'Ең ұзақ күту',
  numberOfSteps: 'Қадам саны',
};

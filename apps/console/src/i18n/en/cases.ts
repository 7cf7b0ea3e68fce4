/** Words of the timeline of a case. */
export const cases = {
  caseSearch: 'Number of the declaration or arrival notice',
  caseSearchHint: 'For example 55302/030226/0000017',
  search: 'Find',
  caseNotFound: 'No case has the number {number}.',
  caseOf: 'Case {number}',
  caseIntro: 'Every step of a consignment: when, who, on what ground, and how long it waited.',
  steps: 'Steps',
  noSteps: 'Nothing has happened yet.',
  afterPrevious: 'after {duration}',
  start: 'start',
  actor: 'By',
  wholeTime: 'Whole time',
  longestWait: 'Longest wait',
  numberOfSteps: 'Number of steps',
};

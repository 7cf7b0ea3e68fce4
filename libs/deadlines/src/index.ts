export { type Deadline, endedPauses, type KeptPause, OnDeadline, type OpenDeadline } from './deadline.js';
export { DeadlineRunner } from './deadline-runner.js';
export {
  Deadlines,
  type Extension,
  type PauseToBegin,
  type PauseToEnd,
  type TermToRun,
} from './deadlines.js';
export { DeadlinesModule } from './deadlines.module.js';
export { DUE as DUE_TERMS } from './due-terms.js';
export { CreateDeadlines1764000000200 } from './migrations/1764000000200-deadlines.js';
export type { MovedTerm, NewEnd, RecomputedPage, TermsAfter, TermsToLookAt } from './recomputation.js';

export { type Deadline, OnDeadline } from './deadline.js';
export { DeadlineRunner } from './deadline-runner.js';
export { Deadlines, type TermToRun } from './deadlines.js';
export { DeadlinesModule } from './deadlines.module.js';
export { CreateDeadlines1764000000200 } from './migrations/1764000000200-deadlines.js';

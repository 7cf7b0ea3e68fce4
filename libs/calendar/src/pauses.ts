import { plainDate, plusDays } from './civil-date.js';
import type { CivilDate } from './civil-date.js';
import { TermRefused } from './legal-term.js';

/**
 * A stop that an article allows. EXCLUSIVE: the day of sending (`from`) still runs, the day of receipt (`to`) does not
 * (art. 81.1, 221.17). INCLUSIVE: both end days are left out (art. 160.3).
 */
export interface Pause {
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly kind: 'EXCLUSIVE' | 'INCLUSIVE';
}

/** Days left out of a term, both ends included, and the day on which the stop began. */
export interface DaysLeftOut {
  readonly startedOn: CivilDate;
  readonly first: CivilDate;
  readonly last: CivilDate;
}

/**
 * The days that pauses leave out, with pauses that overlap or touch merged into one, in order of time (R-REG-027).
 * Days before `notBefore` (the event that opened the term) cannot be left out of it. @throws TermRefused when a pause ends before it starts.
 */
export function mergePauses(pauses: readonly Pause[], notBefore: CivilDate): DaysLeftOut[] {
  const spans = pauses
    .map(daysLeftOutBy)
    .filter((span) => span.last >= span.first && span.last >= notBefore)
    .map((span) => (span.first < notBefore ? { ...span, first: notBefore } : span))
    .sort((a, b) => compare(a.first, b.first) || compare(a.startedOn, b.startedOn));
  const merged: DaysLeftOut[] = [];
  for (const span of spans) {
    const previous = merged.at(-1);
    if (previous !== undefined && span.first <= plusDays(previous.last, 1)) {
      merged[merged.length - 1] = {
        startedOn: earlier(previous.startedOn, span.startedOn),
        first: previous.first,
        last: span.last > previous.last ? span.last : previous.last,
      };
    } else {
      merged.push(span);
    }
  }
  return merged;
}

function daysLeftOutBy(pause: Pause): DaysLeftOut {
  const from = plainDate(pause.from).toString();
  const to = plainDate(pause.to).toString();
  if (to < from) throw new TermRefused('PAUSE_ENDS_BEFORE_START', `${from} to ${to}`);
  return { startedOn: from, first: pause.kind === 'EXCLUSIVE' ? plusDays(from, 1) : from, last: to };
}

function earlier(a: CivilDate, b: CivilDate): CivilDate {
  return a < b ? a : b;
}

function compare(a: CivilDate, b: CivilDate): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

import { civilDateOf, endOfDay } from './civil-date.js';
import { closingOn } from './closing.js';
import { TermRefused } from './legal-term.js';
import type { FilingChannel, TermEnd } from './legal-term.js';
import type { OfficeCalendar } from './office-calendar.js';
import type { WorkingDays } from './working-days.js';

/** How an act was done: what art. 5.7 needs to know to say whether it was in time. */
export interface ActInTime {
  readonly channel: FilingChannel;
  /** POST: when the postal operator took the paper, as its proof says; kept apart from the day of receipt (R-REG-014). */
  readonly postedAt?: Date;
  /** COUNTER: when the organisation stops taking papers on the last day, if the term itself does not know. */
  readonly counterClosesAt?: Date;
  /** COUNTER: the body whose closing time counts, in place of `counterClosesAt`. */
  readonly office?: OfficeCalendar;
}

/**
 * Whether an act at `actAt` keeps the term (art. 5.7). ELECTRONIC: until the end of the last day (R-REG-012). COUNTER: until
 * the organisation stops taking papers on it (R-REG-013). POST: handed to the operator by the end of the last day, whatever
 * day it arrives; where no posting is proved, the day of receipt is what is known (R-REG-014). A term in hours ends at its minute.
 * @throws TermRefused CLOSING_UNKNOWN for a counter act on the last day when nobody says when the counter closed.
 */
export function isOnTime(actAt: Date, term: TermEnd, act: ActInTime, days: WorkingDays): boolean {
  const doneAt = act.channel === 'POST' ? (act.postedAt ?? actAt) : actAt;
  return doneAt.getTime() <= lastInstant(doneAt, term, act, days).getTime();
}

function lastInstant(doneAt: Date, term: TermEnd, act: ActInTime, days: WorkingDays): Date {
  if (term.endsBy === 'MINUTE') return term.endsAt;
  const dayEnd = endOfDay(term.lastDay, term.timeZone);
  if (act.channel !== 'COUNTER') return dayEnd;
  if (civilDateOf(doneAt, term.timeZone) !== term.lastDay) return dayEnd;
  if (act.counterClosesAt !== undefined) return act.counterClosesAt;
  if (act.office !== undefined) return closingOn(act.office, term.lastDay, days) ?? dayEnd;
  if (term.endsBy === 'CLOSING') return term.endsAt;
  throw new TermRefused('CLOSING_UNKNOWN', `a counter act on ${term.lastDay}: say when the counter closed`);
}

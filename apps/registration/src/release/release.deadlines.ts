/** The timers of release: the legal term (art. 297) and, an hour before its end, the last moment to ask an officer. */
import type { Deadlines } from '@shekara/deadlines';
import { art, design } from '@shekara/kernel';
import type { Work } from '@shekara/persistence';
import type { ReleaseTerm } from './release-term.js';

export const RELEASE_TERM = 'RELEASE_TERM';
export const RELEASE_TERM_NEAR = 'RELEASE_TERM_NEAR';

export const RELEASE_TERM_ARTICLE = art(297, 1);
/** No text sets this hour: a refusal must come inside the term (R-DEC-235), so an officer is asked while it still can. */
export const LAST_HOUR = design('release: the last hour of the term');

/** By the clock. Terms end at closing or in office hours, so the hour before is one in which officers work. */
const HOUR = 60 * 60 * 1000;

export async function startReleaseDeadlines(
  deadlines: Deadlines,
  work: Work,
  { id, caseId }: { readonly id: string; readonly caseId: string },
  term: ReleaseTerm,
): Promise<void> {
  const common = { subjectId: id, caseId, startedAt: term.startedAt, term: term.counted };
  const { dueAt } = term;
  await deadlines.start(work, { ...common, kind: RELEASE_TERM, article: RELEASE_TERM_ARTICLE, dueAt });
  const lastHour = new Date(dueAt.getTime() - HOUR);
  await deadlines.start(work, { ...common, kind: RELEASE_TERM_NEAR, article: LAST_HOUR, dueAt: lastHour });
}

/** Release was decided: nothing runs any more. */
export async function endReleaseDeadlines(deadlines: Deadlines, work: Work, id: string): Promise<void> {
  await deadlines.cancel(work, RELEASE_TERM, id);
  await deadlines.cancel(work, RELEASE_TERM_NEAR, id);
}

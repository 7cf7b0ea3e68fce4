import type { CivilDate } from './civil-date.js';
import type { OfficeCalendar } from './office-calendar.js';
import type { Pause } from './pauses.js';

export type TermUnit = 'YEARS' | 'MONTHS' | 'CALENDAR_DAYS' | 'WORKING_DAYS' | 'HOURS' | 'MINUTES';
export type TermDirection = 'FORWARD' | 'BACKWARD' | 'LOOK_BACK' | 'MINIMUM_LENGTH';
export type HourMode = 'CLOCK' | 'OFFICE_HOURS';
export type Actor = 'PERSON' | 'CUSTOMS_BODY';
export type FilingChannel = 'ELECTRONIC' | 'COUNTER' | 'POST';
export type SpecialRule = 'RELEASE_IN_FOUR_HOURS' | 'TRANSIT_DOCUMENTS_BY_ROAD';

/** A length of time, without what it is for. */
export interface Span {
  readonly length: number;
  readonly unit: TermUnit;
}

/** Who acts and where: decides the calendar that counts and the hour at which the last day ends (art. 5.7, 5.8). */
export interface TermConduct {
  /** PERSON when not said. */
  readonly actor?: Actor;
  /** A customs operation of the office counts days on that office's own calendar (R-REG-005, R-REG-017). */
  readonly customsOperation?: boolean;
  /** How a person acts; ELECTRONIC when not said. */
  readonly channel?: FilingChannel;
}

/** One legal term as its article states it: a row of a term table, no dates yet (art. 5.1). */
export interface LegalTerm extends Span, TermConduct {
  /** FORWARD when not said; only FORWARD rolls off a non-working last day (art. 5.6). */
  readonly direction?: TermDirection;
  /** Obligatory for HOURS and MINUTES (R-REG-196). */
  readonly hourMode?: HourMode;
  /** The article that sets its own start or end and so wins over the general rules (art. 5.2; R-REG-021). */
  readonly specialRule?: SpecialRule;
  /** The article that gives the term, e.g. `art. 297.1`. */
  readonly article: string;
  readonly id?: string;
}

/** A term given as a calendar date (art. 5.1). */
export interface DateTerm extends TermConduct {
  readonly on: CivilDate;
  readonly article: string;
}

/** A term given as an event or action that is to happen (art. 5.1). */
export interface EventTerm {
  readonly until: string;
  readonly article: string;
}

export interface TermOptions {
  /** The customs body that acts or receives. */
  readonly office?: OfficeCalendar;
  /** Only where an article lets the term stand still (R-REG-027). */
  readonly pauses?: readonly Pause[];
  /** The date an article puts in place of the event's own: the term starts on the day after it (art. 5.2, 5.3; R-REG-002). */
  readonly startDate?: CivilDate;
  /** An end that a special article fixes: it wins and is not moved (art. 5.2; R-REG-002). */
  readonly fixedEnd?: CivilDate;
}

/** A computed term. All of it is kept with the case, so that the date can be explained later. */
export interface TermEnd {
  /**
   * FORWARD: the day after the event, even a Sunday. LOOK_BACK: the window's first day. MINIMUM_LENGTH: the start.
   * BACKWARD: equal to `lastDay`, for the law sets no beginning.
   */
  readonly firstDay: CivilDate;
  readonly lastDay: CivilDate;
  /** The last instant that is in time: an act at this very instant is on time, one millisecond later is late. */
  readonly endsAt: Date;
  /** What `endsAt` is: the end of the civil day, the office's closing, or an exact minute of a term in hours. */
  readonly endsBy: 'DAY_END' | 'CLOSING' | 'MINUTE';
  /** The nominal last day, when it was non-working and the last day moved off it (art. 5.6). */
  readonly shiftedFrom?: CivilDate;
  /** The zone of the customs body in whose civil dates the term was counted (R-REG-029). */
  readonly timeZone: string;
  /** The holiday table, and the office's calendar where it counted. */
  readonly calendarVersion: string;
  /** The rules of the law file that gave this result, in ascending order. */
  readonly rules: readonly string[];
}

export type TermRefusalCode =
  | 'LENGTH_NOT_POSITIVE'
  | 'HOUR_MODE_MISSING'
  | 'HOUR_MODE_NEEDLESS'
  | 'OFFICE_MISSING'
  | 'OFFICE_NEVER_OPEN'
  | 'SPECIAL_RULE_MISMATCH'
  | 'DIRECTION_NOT_FOR_HOURS'
  | 'START_DATE_NOT_FOR_HOURS'
  | 'PAUSE_NOT_ALLOWED'
  | 'PAUSE_ENDS_BEFORE_START'
  | 'CLOSING_UNKNOWN'
  | 'DAY_NUMBER_INVALID';

/** A term that cannot be counted as stated: a fault in the term table or in its use, never a person's. */
export class TermRefused extends Error {
  constructor(
    readonly code: TermRefusalCode,
    message: string,
  ) {
    super(`${code}: ${message}`);
    this.name = 'TermRefused';
  }
}

/** True for terms counted by the minute. */
export function isInHours(span: Span): boolean {
  return span.unit === 'HOURS' || span.unit === 'MINUTES';
}

/**
 * Checks that a term is complete enough to be counted: a positive whole length, a mode for hours (R-REG-196), an office
 * where one counts (art. 5.7, 5.8), pauses only for forward terms in days. @throws TermRefused otherwise.
 */
export function requireCountable(term: LegalTerm, options: TermOptions): void {
  const name = term.id ?? term.article;
  requirePositive(term, name);
  requireHourMode(term, name);
  requireSpecialRule(term, name);
  requireOffice(term, options.office, name);
  if (isInHours(term) && options.startDate !== undefined) {
    throw new TermRefused('START_DATE_NOT_FOR_HOURS', `${name}: a term in hours starts at a minute`);
  }
  const pausable =
    (term.direction ?? 'FORWARD') === 'FORWARD' && !isInHours(term) && options.fixedEnd === undefined;
  if ((options.pauses?.length ?? 0) > 0 && !pausable) {
    throw new TermRefused(
      'PAUSE_NOT_ALLOWED',
      `${name}: only a forward term in days, months or years can pause`,
    );
  }
}

/** @throws TermRefused when the length is not a positive whole number. */
export function requirePositive(span: Span, name: string): void {
  if (!Number.isSafeInteger(span.length) || span.length < 1) {
    throw new TermRefused('LENGTH_NOT_POSITIVE', `${name}: length ${String(span.length)}`);
  }
}

/** @throws TermRefused when the act is tied to an office's calendar or hours and no office is given. */
export function requireOffice(
  term: TermConduct & { hourMode?: HourMode },
  office: OfficeCalendar | undefined,
  name: string,
): void {
  const needsOffice =
    term.actor === 'CUSTOMS_BODY' ||
    term.customsOperation === true ||
    term.hourMode === 'OFFICE_HOURS' ||
    term.channel === 'COUNTER';
  if (needsOffice && office === undefined) {
    throw new TermRefused('OFFICE_MISSING', `${name}: say whose calendar and hours count`);
  }
}

function requireHourMode(term: LegalTerm, name: string): void {
  if (isInHours(term) && term.hourMode === undefined) {
    throw new TermRefused('HOUR_MODE_MISSING', `${name}: a term in hours carries CLOCK or OFFICE_HOURS`);
  }
  if (!isInHours(term) && term.hourMode !== undefined) {
    throw new TermRefused('HOUR_MODE_NEEDLESS', `${name}: only a term in hours has a mode`);
  }
  if (isInHours(term) && (term.direction ?? 'FORWARD') !== 'FORWARD') {
    throw new TermRefused(
      'DIRECTION_NOT_FOR_HOURS',
      `${name}: ${String(term.direction)} is counted in plain dates`,
    );
  }
}

/** The length that the article of a special rule states; its other hours are set in `office-hours.ts`. */
const SPECIAL_HOURS: Record<SpecialRule, number> = { RELEASE_IN_FOUR_HOURS: 4, TRANSIT_DOCUMENTS_BY_ROAD: 1 };

function requireSpecialRule(term: LegalTerm, name: string): void {
  if (term.specialRule === undefined) return;
  if (term.unit !== 'HOURS' || term.length !== SPECIAL_HOURS[term.specialRule]) {
    throw new TermRefused(
      'SPECIAL_RULE_MISMATCH',
      `${name}: ${term.specialRule} is ${SPECIAL_HOURS[term.specialRule]} h`,
    );
  }
}

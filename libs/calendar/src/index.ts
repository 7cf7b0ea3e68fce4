export {
  ALMATY,
  daysBetween,
  isCivilDate,
  plusDays,
  plusMonths,
  plusYears,
  weekdayOf,
} from './civil-date.js';
export type { CivilDate, Weekday } from './civil-date.js';
export { holidayTable, loadHolidays, parseHolidays } from './holidays.js';
export type { DeclaredDay, DeclaredDayKind, HolidayTable } from './holidays.js';
export { LegalCalendar, standardCalendar } from './legal-calendar.js';
export type { ConductOptions, DateWindow } from './legal-calendar.js';
export { TermRefused } from './legal-term.js';
export type {
  Actor,
  DateTerm,
  EventTerm,
  FilingChannel,
  HourMode,
  LegalTerm,
  Span,
  SpecialRule,
  TermConduct,
  TermDirection,
  TermEnd,
  TermOptions,
  TermRefusalCode,
  TermUnit,
} from './legal-term.js';
export { checkpointRoundTheClock, officeMondayToFriday } from './office-calendar.js';
export type { OfficeCalendar, OfficeException, OpeningHours } from './office-calendar.js';
export type { ActInTime } from './on-time.js';
export { mergePauses } from './pauses.js';
export { termFromDay } from './term-from-day.js';
export type { DaysLeftOut, Pause } from './pauses.js';
export { recomputeTerms } from './recompute.js';
export type { OpenTerm, RecomputedTerm } from './recompute.js';

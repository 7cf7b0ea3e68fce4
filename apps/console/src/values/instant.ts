/** Instants as people in Kazakhstan read them: one time zone for the whole country. */
export const TIME_ZONE = 'Asia/Almaty';

/** Date and time to the minute in Asia/Almaty: "03 Feb 2026, 13:05". */
export function formatInstant(instant: Date, locale: string): string {
  return new Intl.DateTimeFormat(locale, {
    timeZone: TIME_ZONE,
    day: '2-digit',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(instant);
}

/** Time to the second in Asia/Almaty: "13:05:09". */
export function formatTime(instant: Date, locale: string): string {
  return new Intl.DateTimeFormat(locale, { timeZone: TIME_ZONE, timeStyle: 'medium', hourCycle: 'h23' }).format(instant);
}

/** The day in Asia/Almaty: "3 February 2026". */
export function formatDay(instant: Date, locale: string): string {
  return new Intl.DateTimeFormat(locale, { timeZone: TIME_ZONE, dateStyle: 'long' }).format(instant);
}

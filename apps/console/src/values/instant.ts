/** Instants as people in Kazakhstan read them: one time zone for the whole country. */
export const TIME_ZONE = 'Asia/Almaty';

/** Browsers bring no Kazakh dates of their own: month names are ours. */
const KAZAKH_MONTHS = [
  'қаңтар',
  'ақпан',
  'наурыз',
  'сәуір',
  'мамыр',
  'маусым',
  'шілде',
  'тамыз',
  'қыркүйек',
  'қазан',
  'қараша',
  'желтоқсан',
];

/** Date and time to the minute in Asia/Almaty: "03 Feb 2026, 13:05". */
export function formatInstant(instant: Date, locale: string): string {
  const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: TIME_ZONE } as const;
  if (isKazakh(locale)) {
    return `${formatDay(instant, locale)}, ${new Intl.DateTimeFormat('en-GB', time).format(instant)}`;
  }
  return new Intl.DateTimeFormat(locale, { day: '2-digit', month: 'short', year: 'numeric', ...time }).format(
    instant,
  );
}

/** Time to the second in Asia/Almaty: "13:05:09". */
export function formatTime(instant: Date, locale: string): string {
  return new Intl.DateTimeFormat(isKazakh(locale) ? 'en-GB' : locale, {
    timeZone: TIME_ZONE,
    timeStyle: 'medium',
    hourCycle: 'h23',
  }).format(instant);
}

/** The day in Asia/Almaty: "3 February 2026", "2026 ж. 3 ақпан". */
export function formatDay(instant: Date, locale: string): string {
  if (!isKazakh(locale)) {
    return new Intl.DateTimeFormat(locale, { timeZone: TIME_ZONE, dateStyle: 'long' }).format(instant);
  }
  const numbers = new Intl.DateTimeFormat('en-GB', {
    timeZone: TIME_ZONE,
    day: 'numeric',
    month: 'numeric',
    year: 'numeric',
  }).formatToParts(instant);
  const part = (type: string) => Number(numbers.find((found) => found.type === type)?.value);
  return `${part('year')} ж. ${part('day')} ${KAZAKH_MONTHS[part('month') - 1]}`;
}

function isKazakh(locale: string): boolean {
  return locale.startsWith('kk');
}

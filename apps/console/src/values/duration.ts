/** How long something took or is left, in the two largest units that matter to a person. */
export type DurationUnit = 'millisecond' | 'second' | 'minute' | 'hour' | 'day';

export interface DurationPart {
  readonly value: number;
  readonly unit: DurationUnit;
}

const UNITS: readonly (readonly [DurationUnit, number])[] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
];

/** Browsers bring no Kazakh units of their own. */
const KAZAKH_UNITS: Readonly<Record<DurationUnit, string>> = {
  millisecond: 'мс',
  second: 'сек',
  minute: 'мин',
  hour: 'сағ',
  day: 'күн',
};

/** Splits whole milliseconds (the sign is dropped); under ten seconds milliseconds count, above they do not. */
export function durationParts(milliseconds: number): readonly DurationPart[] {
  const total = Math.abs(Math.trunc(milliseconds));
  if (total < 1_000) return [{ value: total, unit: 'millisecond' }];
  const first = UNITS.findIndex(([, size]) => total >= size);
  const parts: DurationPart[] = [];
  let rest = total;
  for (const [unit, size] of UNITS.slice(first, first + 2)) {
    const value = Math.floor(rest / size);
    rest -= value * size;
    if (value > 0) parts.push({ value, unit });
  }
  if (total < 10_000 && rest > 0) parts.push({ value: rest, unit: 'millisecond' });
  return parts;
}

/** "1 hr 5 min" in the language of the locale. */
export function formatDuration(milliseconds: number, locale: string): string {
  return durationParts(milliseconds)
    .map(({ value, unit }) =>
      locale.startsWith('kk')
        ? `${value}\u00a0${KAZAKH_UNITS[unit]}`
        : new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }).format(value),
    )
    .join(' ');
}

/** How heavy a wait weighs in a timeline: a machine's step, a pause, or a wait for a person. */
export function weightOf(milliseconds: number): 'instant' | 'short' | 'long' {
  if (milliseconds < 10_000) return 'instant';
  return milliseconds < 3_600_000 ? 'short' : 'long';
}

/** The longest wait between two steps of a timeline, in milliseconds; 0 for none. */
export function longestWaitOf(steps: readonly { readonly sincePreviousMs: number }[]): number {
  return steps.reduce((longest, { sincePreviousMs }) => Math.max(longest, sincePreviousMs), 0);
}

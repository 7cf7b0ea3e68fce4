/** The set form of single fields: numbers as text, dates, codes of classifiers. An absent field has no form to break. */
import type { Reason } from '@shekara/kernel';
import { isCivilDate } from '@shekara/calendar';
import { defectWhen } from './registration-refusal.js';

const NUMBER = /^(\d{1,15})(?:\.(\d{1,6}))?$/;

/** Whether the text is a number that is not negative, with at most `decimals` decimals (at most 6). */
export function isDecimal(text: string, decimals: number): boolean {
  const match = NUMBER.exec(text);
  return match !== null && (match[2] ?? '').length <= decimals;
}

export function decimalForm(text: string | undefined, decimals: number, pointer: string): readonly Reason[] {
  return defectWhen(text !== undefined && !isDecimal(text, decimals), 'NUMBER_MALFORMED', {
    pointer,
    value: text,
    expected: `0.${'0'.repeat(decimals)}`,
  });
}

/** A whole number that is not negative. */
export function countForm(count: number | undefined, pointer: string): readonly Reason[] {
  return defectWhen(count !== undefined && !(Number.isSafeInteger(count) && count >= 0), 'NUMBER_MALFORMED', {
    pointer,
    value: count,
  });
}

export function dateForm(date: string | undefined, pointer: string): readonly Reason[] {
  return defectWhen(date !== undefined && !isCivilDate(date), 'DATE_MALFORMED', { pointer, value: date });
}

/** A code of a classifier that holds on the day; `alsoAllowed` are the words that the box takes beside it. */
export function codeForm(
  code: string | undefined,
  list: { has(code: string, on: string): boolean },
  on: string,
  pointer: string,
  alsoAllowed: readonly string[] = [],
): readonly Reason[] {
  const known = code === undefined || code === '' || alsoAllowed.includes(code) || list.has(code, on);
  return defectWhen(!known, 'CODE_NOT_IN_LIST', { pointer, value: code });
}

export function countryForm(
  country: string | undefined,
  countries: { has(code: string, on: string): boolean },
  on: string,
  pointer: string,
  alsoAllowed: readonly string[] = [],
): readonly Reason[] {
  const known =
    country === undefined || country === '' || alsoAllowed.includes(country) || countries.has(country, on);
  return defectWhen(!known, 'COUNTRY_UNKNOWN', { pointer, value: country });
}

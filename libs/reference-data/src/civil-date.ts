/** A day of the calendar as law names it, without a time or a zone: "2025-09-02". Compares as text. */
export type CivilDate = string;

const DAY_MILLISECONDS = 86_400_000;

/** Whether the text is a real day written yyyy-mm-dd ("2025-02-29" is not). */
export function isCivilDate(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const instant = Date.parse(text);
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(text);
}

/** Calendar days from the first day to the second; negative when the second comes first. */
export function daysBetween(first: CivilDate, second: CivilDate): number {
  return (Date.parse(second) - Date.parse(first)) / DAY_MILLISECONDS;
}

/** @throws RangeError when the text is not a day: a bug of the caller, never a refusal. */
export function requireCivilDate(text: string): CivilDate {
  if (!isCivilDate(text)) throw new RangeError(`not a date: ${text}`);
  return text;
}

/** The edition of the law that a declaration follows: fixed on the day of its registration (R-DEC-273, art. 3.2). */
import type { Regime } from '@shekara/kernel';

/** The Code of 26 December 2017 replaced that of 2010 on this day. */
export const CODE_2017_SINCE = '2018-01-01';

/** The regime of a declaration registered on a legal date, `yyyy-mm-dd`. */
export function regimeOn(date: string): Regime {
  return date >= CODE_2017_SINCE ? 'CODE_2017' : 'CODE_2010';
}

/** Amounts in tenge, exact: tiyn as bigint, never a float. */

/** Kazakh groups digits as Russian does; browsers bring no Kazakh numbers of their own. */
const KAZAKH_GROUPING = 'ru-KZ';
const DECIMAL = /^(-?)(\d+)(?:\.(\d{1,2}))?$/;

/** Reads tenge as the services write them ("686400.00", "12", "-0.5"). @throws RangeError for anything else. */
export function tiynOf(tenge: string): bigint {
  const match = DECIMAL.exec(tenge);
  if (!match) throw new RangeError(`"${tenge}" is no amount in tenge`);
  const [, sign, whole = '0', fraction = ''] = match;
  const tiyn = BigInt(whole) * 100n + BigInt(fraction.padEnd(2, '0'));
  return sign === '-' ? -tiyn : tiyn;
}

/** Tenge with two decimals and the sign of the currency, in the grouping of the locale: "686 400,00 ₸". */
export function formatTenge(amount: bigint | string, locale: string): string {
  const tiyn = typeof amount === 'string' ? tiynOf(amount) : amount;
  const absolute = tiyn < 0n ? -tiyn : tiyn;
  const grouping = locale.startsWith('kk') ? KAZAKH_GROUPING : locale;
  const whole = new Intl.NumberFormat(grouping).format(absolute / 100n);
  const fraction = (absolute % 100n).toString().padStart(2, '0');
  return `${tiyn < 0n ? '−' : ''}${whole}${decimalMark(grouping)}${fraction}\u00a0₸`;
}

function decimalMark(locale: string): string {
  const parts = new Intl.NumberFormat(locale, { minimumFractionDigits: 1 }).formatToParts(0n);
  return parts.find(({ type }) => type === 'decimal')?.value ?? '.';
}

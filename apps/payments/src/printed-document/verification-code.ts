/** The code on a printed document: twelve letters and digits that people do not mistake for each other (60 bits). */

/** Crockford's base 32: no I, L, O, U. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** How many random bytes a code is made of; each gives one sign. */
export const BYTES_OF_CODE = 12;

/** @throws RangeError for another number of bytes. */
export function verificationCode(random: Uint8Array): string {
  if (random.length !== BYTES_OF_CODE) throw new RangeError(`${random.length} bytes make no code`);
  return Array.from(random, (byte) => ALPHABET[byte % 32]).join('');
}

/** As it stands on paper: `ABCD-EFGH-JKMN`. */
export function shownCode(code: string): string {
  return (code.match(/.{4}/g) ?? []).join('-');
}

/** The code that a person typed, whatever the case, dashes and blanks; O is read as 0, I and L as 1. Undefined for no code. */
export function readCode(typed: string): string | undefined {
  const code = typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
  return code.length === BYTES_OF_CODE && [...code].every((sign) => ALPHABET.includes(sign))
    ? code
    : undefined;
}

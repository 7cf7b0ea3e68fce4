/** Identifiers that cannot be invalid and cannot be mixed up: each is a branded string made by its own parser. */

declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

/** Business identification number of a legal person: 12 digits with a check digit. */
export type Bin = Branded<'Bin'>;
/** Individual identification number of a natural person: 12 digits with a check digit. */
export type Iin = Branded<'Iin'>;
/** Ten digits of the EAEU commodity nomenclature. That the code exists is the tariff's word (reference-data). */
export type CommodityCode = Branded<'CommodityCode'>;
/** Customs body: five digits. */
export type CustomsBodyCode = Branded<'CustomsBodyCode'>;
/** Number of a registered declaration: `customs body code/ddmmyy/serial` (art. 288.7). */
export type DeclarationNumber = Branded<'DeclarationNumber'>;
/** ISO 3166-1 alpha-2. */
export type CountryCode = Branded<'CountryCode'>;
/** ISO 4217. */
export type CurrencyCode = Branded<'CurrencyCode'>;

const FIRST_WEIGHTS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
const SECOND_WEIGHTS = [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2];

/** The twelfth digit that belongs to eleven digits, or undefined where no number may be issued. */
export function identificationCheckDigit(elevenDigits: string): number | undefined {
  if (!/^\d{11}$/.test(elevenDigits)) return undefined;
  for (const weights of [FIRST_WEIGHTS, SECOND_WEIGHTS]) {
    const sum = weights.reduce((total, weight, index) => total + weight * Number(elevenDigits[index]), 0);
    if (sum % 11 < 10) return sum % 11;
  }
  return undefined;
}

function hasCheckDigit(text: string): boolean {
  return /^\d{12}$/.test(text) && identificationCheckDigit(text.slice(0, 11)) === Number(text[11]);
}

/** A BIN, or undefined. The fifth digit tells a legal person (4, 5, 6); a natural person's IIN has a day there. */
export function parseBin(text: string): Bin | undefined {
  return hasCheckDigit(text) && /^[456]$/.test(text[4] ?? '') ? (text as Bin) : undefined;
}

/** An IIN, or undefined: it starts with a birth date (yymmdd). */
export function parseIin(text: string): Iin | undefined {
  const birth = /^\d\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])/.test(text);
  return birth && hasCheckDigit(text) ? (text as Iin) : undefined;
}

/** The number of a person, legal or natural. */
export function parseBinOrIin(text: string): Bin | Iin | undefined {
  return parseBin(text) ?? parseIin(text);
}

export function parseCommodityCode(text: string): CommodityCode | undefined {
  return /^\d{10}$/.test(text) ? (text as CommodityCode) : undefined;
}

export function parseCustomsBodyCode(text: string): CustomsBodyCode | undefined {
  return /^\d{5}$/.test(text) ? (text as CustomsBodyCode) : undefined;
}

export function parseCountryCode(text: string): CountryCode | undefined {
  return /^[A-Z]{2}$/.test(text) ? (text as CountryCode) : undefined;
}

export function parseCurrencyCode(text: string): CurrencyCode | undefined {
  return /^[A-Z]{3}$/.test(text) ? (text as CurrencyCode) : undefined;
}

const DECLARATION_NUMBER = /^(\d{5})\/(0[1-9]|[12]\d|3[01])(0[1-9]|1[0-2])(\d\d)\/(\d{7})$/;

export function parseDeclarationNumber(text: string): DeclarationNumber | undefined {
  return DECLARATION_NUMBER.test(text) ? (text as DeclarationNumber) : undefined;
}

/**
 * The number of a declaration (art. 288.7). `date` is the legal date of registration, `yyyy-mm-dd`; the serial counts
 * from 1 within customs body and day. @throws RangeError outside 1 to 9,999,999 or for a malformed date.
 */
export function declarationNumber(
  customsBody: CustomsBodyCode,
  date: string,
  serial: number,
): DeclarationNumber {
  const match = /^\d\d(\d\d)-(\d\d)-(\d\d)$/.exec(date);
  if (!match) throw new RangeError(`not a date: ${date}`);
  if (!Number.isInteger(serial) || serial < 1 || serial > 9_999_999) throw new RangeError(`serial ${serial}`);
  return `${customsBody}/${match[3]}${match[2]}${match[1]}/${serial.toString().padStart(7, '0')}` as DeclarationNumber;
}

import fc from 'fast-check';
import {
  type CustomsBodyCode,
  declarationNumber,
  identificationCheckDigit,
  parseBin,
  parseBinOrIin,
  parseCommodityCode,
  parseDeclarationNumber,
  parseIin,
} from './identifiers.js';

const KHORGOS = '55302' as CustomsBodyCode;
const elevenDigits = fc.stringMatching(/^\d{11}$/);

describe('identification numbers', () => {
  it.each(['980540000397', '050640001236', '191040012345'])('BIN %s has its check digit', (bin) => {
    expect(parseBin(bin)).toBe(bin);
    expect(parseIin(bin)).toBeUndefined();
  });

  it('IIN 870301300452 starts with a birth date and has its check digit', () => {
    expect(parseIin('870301300452')).toBe('870301300452');
    expect(parseBinOrIin('870301300452')).toBe('870301300452');
    expect(parseBin('870301300452')).toBeUndefined();
  });

  it.each(['980540000398', '98054000039', '9805400003970', 'abcdefghijkl', ''])('%s is no number', (text) => {
    expect(parseBinOrIin(text)).toBeUndefined();
  });

  it('a wrong last digit is always refused', () => {
    fc.assert(
      fc.property(elevenDigits, fc.integer({ min: 1, max: 9 }), (digits, shift) => {
        const check = identificationCheckDigit(digits);
        fc.pre(check !== undefined);
        expect(parseBinOrIin(`${digits}${((check ?? 0) + shift) % 10}`)).toBeUndefined();
      }),
    );
  });
});

describe('declaration number', () => {
  it('is customs body, day of registration and serial of that body and day', () => {
    expect(declarationNumber(KHORGOS, '2026-11-25', 17)).toBe('55302/251126/0000017');
  });

  it('comes back from its text, and nothing else does', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_999_999 }), (serial) => {
        const number = declarationNumber(KHORGOS, '2026-02-28', serial);
        expect(parseDeclarationNumber(number)).toBe(number);
      }),
    );
    for (const text of [
      '55302/321126/0000017',
      '5530/251126/0000017',
      '55302/251126/17',
      '55302/251326/0000017',
    ]) {
      expect(parseDeclarationNumber(text)).toBeUndefined();
    }
  });

  it.each([0, 10_000_000, 1.5])('serial %s does not exist', (serial) => {
    expect(() => declarationNumber(KHORGOS, '2026-11-25', serial)).toThrow(RangeError);
  });
});

describe('commodity code', () => {
  it('has ten digits', () => {
    expect(parseCommodityCode('8483402308')).toBe('8483402308');
    for (const text of ['848340230', '84834023080', '84834023O8', ''])
      expect(parseCommodityCode(text)).toBeUndefined();
  });
});

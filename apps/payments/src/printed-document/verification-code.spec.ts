import fc from 'fast-check';
import { BYTES_OF_CODE, readCode, shownCode, verificationCode } from './verification-code.js';

const bytes = fc.uint8Array({ minLength: BYTES_OF_CODE, maxLength: BYTES_OF_CODE });

describe('verification codes', () => {
  it('are read back however a person types them', () => {
    fc.assert(
      fc.property(bytes, (random) => {
        const code = verificationCode(random);
        expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{12}$/);
        expect(readCode(shownCode(code))).toBe(code);
        const typed = shownCode(code)
          .toLowerCase()
          .replaceAll('0', 'o')
          .replaceAll('1', 'l')
          .replaceAll('-', ' ');
        expect(readCode(typed)).toBe(code);
      }),
    );
  });

  it('use each of the 32 signs for the same number of bytes', () => {
    const signs = new Map<string, number>();
    for (let byte = 0; byte < 256; byte += 1) {
      const [sign = ''] = verificationCode(new Uint8Array(BYTES_OF_CODE).fill(byte));
      signs.set(sign, (signs.get(sign) ?? 0) + 1);
    }
    expect([...signs.values()]).toEqual(Array.from({ length: 32 }, () => 8));
  });

  it.each(['', 'ABCD', 'ABCD-EFGH-JKM', 'ABCD-EFGH-JKMNP', 'ABCD-EFGH-JKM?', 'UUUU-UUUU-UUUU'])(
    'are not %j',
    (typed) => {
      expect(readCode(typed)).toBeUndefined();
    },
  );

  it('are made of twelve bytes', () => {
    expect(() => verificationCode(new Uint8Array(11))).toThrow(RangeError);
  });
});

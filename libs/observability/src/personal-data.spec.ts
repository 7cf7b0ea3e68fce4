import { parseBin, parseIin } from '@shekara/kernel';
import { withoutPersonalData } from './personal-data.js';

const IIN = '900101300017';
const BIN = '140340001224';

describe('what is fit for a log', () => {
  it('hides the number of a natural person and keeps that of a legal one', () => {
    expect(parseIin(IIN)).toBe(IIN);
    expect(parseBin(BIN)).toBe(BIN);
    expect(withoutPersonalData(`payers ${IIN} and ${BIN}`)).toBe(`payers [redacted] and ${BIN}`);
  });

  it('keeps longer numbers, of which twelve digits happen to be an IIN', () => {
    expect(withoutPersonalData(`item 1${IIN}`)).toBe(`item 1${IIN}`);
  });

  it('finds fields however they are spelled and however deep they lie', () => {
    const value = { a: [{ 'Access-Token': 't', access_token: 't', accessToken: 't', kept: 1 }] };
    expect(withoutPersonalData(value)).toEqual({
      a: [{ 'Access-Token': '[redacted]', access_token: '[redacted]', accessToken: '[redacted]', kept: 1 }],
    });
  });

  it('can write everything that JSON cannot, and ends on circles', () => {
    const circle: Record<string, unknown> = { tiyn: 12n, at: new Date(0), bytes: new Uint8Array(3) };
    circle.map = new Map([['iin', IIN]]);
    circle.set = new Set(['a']);
    circle.self = circle;
    const copy = withoutPersonalData(circle);
    expect(copy).toMatchObject({
      tiyn: '12',
      at: '1970-01-01T00:00:00.000Z',
      bytes: '[3 bytes]',
      map: { iin: '[redacted]' },
      set: ['a'],
    });
    expect(() => JSON.stringify(copy)).not.toThrow();
  });

  it('leaves the value itself as it was', () => {
    const value = { iin: IIN };
    withoutPersonalData(value);
    expect(value.iin).toBe(IIN);
  });
});

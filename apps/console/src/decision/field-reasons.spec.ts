import { fieldReasons } from './field-reasons.js';

const reason = (code: string, pointer?: string) => ({ code, article: 'art. 1', pointer });

describe('reasons at their fields', () => {
  it('stand where their pointers say, several at one field, and none without a pointer', () => {
    const found = fieldReasons(
      [
        reason('ONE', '/lines/0/payable'),
        reason('TWO', '/lines/0/payable'),
        reason('THREE', '/lines'),
        reason('FOUR', '/a~1b'),
        reason('FIVE'),
        reason('SIX', ''),
      ],
      ({ code }) => code,
    );
    expect(found).toEqual({
      lines: { __errors: ['THREE'], 0: { payable: { __errors: ['ONE', 'TWO'] } } },
      'a/b': { __errors: ['FOUR'] },
    });
  });
});

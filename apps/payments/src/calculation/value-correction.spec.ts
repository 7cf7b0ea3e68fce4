import { Money } from '@shekara/kernel';
import { effectOfCorrection } from './value-correction.js';

const tenge = (text: string) => Money.ofTenge(text);

describe('A correction of the customs value', () => {
  const before = { stage: 'BEFORE_RELEASE', addedSum: tenge('120000'), releaseTermOver: false } as const;

  it('before release leaves the added sum payable inside the release term (R-PAY-239)', () => {
    expect(effectOfCorrection({ ...before, covered: tenge('20000') })).toEqual({
      accepted: true,
      events: [{ type: 'PayInsideReleaseTerm', sum: tenge('100000') }],
    });
    expect(effectOfCorrection({ ...before, covered: tenge('120000') })).toEqual({
      accepted: true,
      events: [{ type: 'MayBeReleased' }],
    });
  });

  it('has release refused when the term is over and the sum is not covered (R-PAY-239)', () => {
    const decision = effectOfCorrection({ ...before, covered: tenge('119999.99'), releaseTermOver: true });
    expect(decision.accepted ? [] : decision.reasons.map(({ code }) => code)).toEqual([
      'CORRECTED_VALUE_UNPAID',
    ]);
    expect(effectOfCorrection({ ...before, covered: tenge('120000'), releaseTermOver: true }).accepted).toBe(
      true,
    );
  });

  it.each([
    [true, 'PAYER'],
    [false, 'CUSTOMS'],
  ] as const)(
    'after release makes a debt, calculated by customs when the declarant disagrees (agrees: %s) (R-PAY-239)',
    (declarantAgrees, calculatedBy) => {
      const sum = tenge('120000');
      expect(effectOfCorrection({ stage: 'AFTER_RELEASE', addedSum: sum, declarantAgrees })).toEqual({
        accepted: true,
        events: [{ type: 'DebtAssessed', calculatedBy, sum }],
      });
    },
  );
});

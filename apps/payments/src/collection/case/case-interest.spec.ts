import { Exact, Money } from '@shekara/kernel';
import { interestSinceNotice, overdueOf } from './case-interest.js';

const tenge = (text: string) => Money.ofTenge(text);
const rates = {
  refinancingPercent: () => new Exact(10),
  multiplier: () => new Exact('2.5'),
  daysOfYear: () => 365,
};
const found = [
  { kind: 'IMPORT_VAT' as const, unpaid: tenge('600000'), dueOn: '2025-09-02' },
  { kind: 'IMPORT_VAT' as const, unpaid: tenge('400000'), dueOn: '2025-09-01' },
];
const whole = [{ kind: 'IMPORT_VAT' as const, principal: tenge('1000000'), penaltyInterest: Money.ZERO }];

describe('penalty interest of a case (art. 158.2)', () => {
  it('adds to the figure of the notice what one rounding of the whole run gives (R-PAY-135)', () => {
    const one = [{ kind: 'IMPORT_VAT' as const, principal: tenge('1000000'), dueOn: '2025-09-02' }];
    const since = (day: string) => interestSinceNotice(one, [], '2025-09-12', day, rates).get('IMPORT_VAT');
    expect(since('2025-09-12')).toEqual(Money.ZERO);
    expect(since('2025-09-16')?.plus(tenge('6849.32'))).toEqual(tenge('9589.04'));
  });

  it('runs on what is left after each settlement, from the day after it (R-PAY-128)', () => {
    const one = [{ kind: 'IMPORT_VAT' as const, principal: tenge('1000000'), dueOn: '2025-09-02' }];
    const settled = [{ kind: 'IMPORT_VAT' as const, amount: tenge('600000'), on: '2025-09-07' }];
    const interest = interestSinceNotice(one, settled, '2025-09-02', '2025-09-12', rates).get('IMPORT_VAT');
    expect(interest).toEqual(tenge('4794.52'));
  });

  it('takes the oldest late sums into the part of a notice that it collects', () => {
    const part = [{ kind: 'IMPORT_VAT' as const, principal: tenge('500000'), penaltyInterest: Money.ZERO }];
    expect(overdueOf(found, part)).toEqual([
      { kind: 'IMPORT_VAT', principal: tenge('400000'), dueOn: '2025-09-01' },
      { kind: 'IMPORT_VAT', principal: tenge('100000'), dueOn: '2025-09-02' },
    ]);
    expect(overdueOf(found, whole).map(({ principal }) => principal)).toEqual([
      tenge('400000'),
      tenge('600000'),
    ]);
  });
});

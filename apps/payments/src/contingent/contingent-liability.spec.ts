import { standardCalendar } from '@shekara/calendar';
import { Money } from '@shekara/kernel';
import type { TakenOff } from '../relief/taken-off.js';
import {
  byKind,
  type ContingentLiability,
  endWithoutPayment,
  givenUpBy,
  isOpen,
  leftByRelease,
  misuseRefusal,
  openSums,
  type RelievedLine,
  sumsOfItems,
  withClosed,
} from './contingent-liability.js';

const calendar = standardCalendar();
const RELEASED = '2026-03-10';

function line(item: number, relieved: string, changes: Partial<TakenOff> = {}): RelievedLine {
  return {
    item,
    kind: 'IMPORT_DUTY',
    takenOff: {
      code: 'CHARTER_CAPITAL',
      class: 'TARIFF_CONCESSION',
      article: 'art. 121.1(2)',
      relieved: Money.ofTenge(relieved),
      useLimits: {},
      ...changes,
    },
  };
}

function contingent(...lines: RelievedLine[]): ContingentLiability {
  const [first] = leftByRelease(lines, RELEASED, calendar).values();
  if (!first) throw new Error('nothing contingent');
  return first;
}

const codesOf = (decision: { accepted: boolean; reasons?: readonly { code: string }[] }) =>
  decision.accepted ? 'accepted' : decision.reasons?.map(({ code }) => code);

describe('What a release leaves contingent', () => {
  it('ends five years from release, or after the period of the relief (R-PAY-030)', () => {
    expect(contingent(line(1, '300000')).endsOn).toBe('2031-03-10');
    const period = { length: 3, unit: 'YEARS' } as const;
    // 10 March 2029 is a Saturday (art. 5.6).
    expect(contingent(line(1, '300000', { useLimits: { period } })).endsOn).toBe('2029-03-12');
  });

  it('is nothing of a relief without use limits (R-PAY-230)', () => {
    expect(leftByRelease([line(1, '300000', { useLimits: undefined })], RELEASED, calendar).size).toBe(0);
  });

  it('is one liability for each relief; a rate below the common tariff has no end day (R-PAY-231)', () => {
    const lines = [
      line(1, '300000'),
      line(2, '50000'),
      line(3, '1', { code: 'RATE_BELOW_COMMON_TARIFF', class: 'RATE_BELOW_COMMON_TARIFF' }),
    ];
    const left = leftByRelease(lines, RELEASED, calendar);
    expect([...left.keys()]).toEqual(['CHARTER_CAPITAL', 'RATE_BELOW_COMMON_TARIFF']);
    expect(left.get('RATE_BELOW_COMMON_TARIFF')?.endsOn).toBeUndefined();
    expect(byKind(left.get('CHARTER_CAPITAL')?.sums ?? []).map(({ amount }) => amount.toString())).toEqual([
      '350000.00',
    ]);
  });
});

describe('A contingent liability', () => {
  const whole = contingent(line(1, '300000'), line(2, '50000'));

  it('closes item by item', () => {
    const first = sumsOfItems(whole, [1]);
    if (!first.accepted) throw new Error('refused');
    const left = withClosed(whole, first.events, { by: 'MISUSED', on: RELEASED, dueOn: RELEASED });
    expect(openSums(left).map(({ item }) => item)).toEqual([2]);
    expect(codesOf(sumsOfItems(left, [1]))).toEqual(['NOTHING_CONTINGENT_OF_ITEM']);
    const closed = withClosed(left, openSums(left), { by: 'DESTROYED', on: RELEASED });
    expect(isOpen(closed)).toBe(false);
    expect(codesOf(sumsOfItems(closed, undefined))).toEqual(['OBLIGATION_ENDED']);
  });

  it('ends when its period is over, not before (R-PAY-031)', () => {
    const over = (on: string) => codesOf(endWithoutPayment(whole, { because: 'LIMIT_PERIOD_OVER', on }));
    expect(over('2031-03-10')).toEqual(['OBLIGATION_END_UNFOUNDED']);
    expect(over('2031-03-11')).toBe('accepted');
  });

  it('ends by release for re-export, or by acceptance or destruction with a document inside the period (R-PAY-032)', () => {
    const by = (...[ending]: [Parameters<typeof endWithoutPayment>[1]]) =>
      codesOf(endWithoutPayment(whole, ending));
    expect(by({ because: 'RELEASED_FOR_RE_EXPORT', on: '2027-01-15' })).toBe('accepted');
    expect(by({ because: 'DESTROYED', documentedOn: '2031-03-10' })).toBe('accepted');
    expect(by({ because: 'DESTROYED' })).toEqual(['OBLIGATION_END_UNFOUNDED']);
    expect(by({ because: 'ACCEPTED_BY_STATE', documentedOn: '2031-03-11' })).toEqual([
      'OBLIGATION_END_UNFOUNDED',
    ]);
  });

  it('does not end so after its sums fell due (R-PAY-032)', () => {
    const due = withClosed(whole, whole.sums, { by: 'MISUSED', on: RELEASED, dueOn: RELEASED });
    const ending = { because: 'RELEASED_FOR_RE_EXPORT', on: '2027-01-15' } as const;
    expect(codesOf(endWithoutPayment(due, ending))).toEqual(['OBLIGATION_END_UNFOUNDED']);
  });

  it('takes no misuse of a day before release, after the limits, or to come', () => {
    const code = (on: string, today = '2032-01-01') => misuseRefusal(whole, on, today)?.code;
    expect([code('2026-03-10'), code('2031-03-10')]).toEqual([undefined, undefined]);
    expect([code('2026-03-09'), code('2031-03-11'), code('2027-01-02', '2027-01-01')]).toEqual(
      Array(3).fill('MISUSE_OUTSIDE_LIMIT_PERIOD'),
    );
  });
});

describe('An adjustment of the declaration', () => {
  it('gives up what the same relief no longer takes off the same item and kind', () => {
    const whole = contingent(line(1, '300000'), line(2, '50000'));
    const still = { item: 1, kind: 'IMPORT_DUTY', relief: { code: 'CHARTER_CAPITAL' } };
    const givenUp = (...lines: (typeof still)[]) =>
      givenUpBy(whole, 'CHARTER_CAPITAL', lines).map(({ item }) => item);
    expect(givenUp(still, { ...still, item: 2 })).toEqual([]);
    expect(givenUp(still)).toEqual([2]);
    expect(givenUp(still, { ...still, item: 2, relief: { code: 'INVESTMENT_PROJECT' } })).toEqual([2]);
    expect(givenUp({ ...still, kind: 'IMPORT_VAT' })).toEqual([1, 2]);
  });
});

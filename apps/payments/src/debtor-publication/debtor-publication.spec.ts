import { plusDays, standardCalendar } from '@shekara/calendar';
import { Money } from '@shekara/kernel';
import fc from 'fast-check';
import {
  entersBy,
  type OverdueDebt,
  publishDebtors,
  type PublishedPerson,
  refreshBy,
  sixMonthsEnd,
} from './debtor-publication.js';

const calendar = standardCalendar();
const PAYER = '980540000397';
const persons = new Map<string, PublishedPerson>([
  [PAYER, { name: 'Trade LLP', head: { fullName: 'A. Omarov' }, legalEntity: true }],
  ['870301300452', { name: 'B. Akhmetov', legalEntity: false }],
]);
const debt = (changes: Partial<OverdueDebt> = {}): OverdueDebt => ({
  payer: PAYER,
  aroseOn: '2025-03-31',
  unpaid: Money.ofTenge('500000'),
  ...changes,
});
const publish = (month: string, ...debts: OverdueDebt[]) => publishDebtors(month, debts, persons, calendar);
const entries = (month: string, ...debts: OverdueDebt[]) => {
  const decision = publish(month, ...debts);
  return decision.accepted ? decision.events.flatMap((event) => event.entries) : [];
};

describe('public list of debtors (art. 170)', () => {
  it('lists a debt of 31 March after six months, 30 September, by 20 October (R-PAY-177, R-PAY-178, worked case 24)', () => {
    expect(sixMonthsEnd('2025-03-31', calendar).lastDay).toBe('2025-09-30');
    expect(entersBy('2025-03-31', calendar).lastDay).toBe('2025-10-20');
    expect(entries('2025-08', debt())).toEqual([]);
    expect(publish('2025-09', debt())).toMatchObject({
      accepted: true,
      events: [{ by: { lastDay: '2025-10-20' } }],
    });
    expect(entries('2025-09', debt())).toHaveLength(1);
  });

  it('is refreshed by the 20th of the next month, moved off a day off (R-PAY-178)', () => {
    expect(refreshBy('2025-08', calendar)).toMatchObject({
      lastDay: '2025-09-22',
      shiftedFrom: '2025-09-20',
    });
    expect(refreshBy('2025-12', calendar).lastDay).toBe('2026-01-20');
  });

  it('names payer, number, head and the total (R-PAY-177)', () => {
    const two = [debt(), debt({ aroseOn: '2025-02-03', unpaid: Money.ofTenge('0.01') })];
    expect(entries('2025-09', ...two)).toEqual([
      { payer: PAYER, name: 'Trade LLP', headFullName: 'A. Omarov', totalDebt: Money.ofTenge('500000.01') },
    ]);
    expect(entries('2025-09', debt({ payer: '870301300452' }))[0]).not.toHaveProperty('headFullName');
  });

  it('drops a repaid debt at the next update (R-PAY-177)', () => {
    expect(entries('2025-10', debt({ unpaid: Money.ZERO }))).toEqual([]);
  });

  it('publishes nothing half: every missing part is named', () => {
    const nameless = new Map([[PAYER, { name: ' ', legalEntity: true }]]);
    const decision = publishDebtors('2025-09', [debt(), debt({ payer: 'unknown' })], nameless, calendar);
    expect(decision.accepted ? [] : decision.reasons.map(({ parameters }) => parameters)).toEqual([
      { payer: PAYER, part: 'name' },
      { payer: PAYER, part: 'headFullName' },
      { payer: 'unknown', part: 'name' },
    ]);
  });

  it('lists each payer once with all its old debts, whatever their order', () => {
    const anyDebt = fc.record({
      payer: fc.constantFrom(...persons.keys()),
      aroseOn: fc.integer({ min: 0, max: 364 }).map((days) => plusDays('2025-01-01', days)),
      unpaid: fc.bigInt({ min: 0n, max: 10n ** 12n }).map((tiyn) => Money.ofTiyn(tiyn)),
    });
    fc.assert(
      fc.property(fc.array(anyDebt, { maxLength: 12 }), (debts) => {
        const listed = entries('2025-09', ...debts);
        expect(entries('2025-09', ...[...debts].reverse())).toEqual(listed);
        const old = debts.filter(({ aroseOn }) => aroseOn <= '2025-03-31').map(({ unpaid }) => unpaid);
        expect(Money.sum(listed.map(({ totalDebt }) => totalDebt)).tiyn).toBe(Money.sum(old).tiyn);
        expect(new Set(listed.map(({ payer }) => payer)).size).toBe(listed.length);
      }),
      { numRuns: 30 },
    );
  });
});

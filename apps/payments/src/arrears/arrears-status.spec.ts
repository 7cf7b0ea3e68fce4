import fc from 'fast-check';
import { Money } from '@shekara/kernel';
import { ARREARS_GROUPS, type ArrearsGroup } from '../certificates/arrears.js';
import {
  type ArrearsByBody,
  type ArrearsByKind,
  arrearsChange,
  arrearsOfAccount,
  sameArrears,
  withAccount,
} from './arrears-status.js';

const tenge = (text: string) => Money.ofTenge(text);
const none: ArrearsByBody = new Map();
const late = (group: ArrearsGroup, amount = '100') => new Map([[group, tenge(amount)]]);

describe('arrears of a payer', () => {
  it('are sums whose due day passed, by kind, and the penalty interest owed (R-PAY-124)', () => {
    const sum = (kind: 'IMPORT_DUTY' | 'IMPORT_VAT' | 'CHARGE_ESCORT', dueOn: string, unpaid: string) => ({
      ...{ kind, dueOn },
      unpaid: tenge(unpaid),
    });
    const sums = [
      sum('IMPORT_DUTY', '2026-03-09', '70'),
      sum('IMPORT_DUTY', '2026-03-10', '30'),
      sum('IMPORT_VAT', '2026-03-09', '0'),
      sum('CHARGE_ESCORT', '2026-03-01', '5'),
    ];
    const shown = (owed: string, on: string) =>
      [...arrearsOfAccount(sums, tenge(owed), on)].map(([kind, amount]) => `${kind} ${amount.toString()}`);
    expect(shown('1', '2026-03-10')).toEqual(['DUTIES 70.00', 'CHARGES 5.00', 'PENALTY_INTEREST 1.00']);
    expect(shown('0', '2026-03-11')).toEqual(['DUTIES 100.00', 'CHARGES 5.00']);
  });

  it('open once at two customs bodies and close when neither has any; amounts alone change nothing', () => {
    const one = withAccount(none, '55302', late('DUTIES'));
    expect(arrearsChange(none, one)).toMatchObject({ opened: ['DUTIES'], closed: [] });
    const two = withAccount(one, '55001', late('DUTIES', '50'));
    expect(arrearsChange(one, two)).toBeUndefined();
    expect(arrearsChange(two, withAccount(two, '55302', late('DUTIES', '99')))).toBeUndefined();
    const left = withAccount(two, '55302', new Map());
    expect(arrearsChange(two, left)).toBeUndefined();
    const interest = withAccount(left, '55001', late('PENALTY_INTEREST', '3'));
    expect(arrearsChange(left, interest)).toMatchObject({
      opened: ['PENALTY_INTEREST'],
      closed: ['DUTIES'],
      arrears: late('PENALTY_INTEREST', '3'),
    });
    expect(withAccount(interest, '55001', new Map()).size).toBe(0);
  });

  it('are told so that whoever adds what opens and takes away what closes knows the state, whatever accounts change', () => {
    const kinds: fc.Arbitrary<ArrearsByKind> = fc
      .uniqueArray(fc.constantFrom(...ARREARS_GROUPS))
      .chain((groups) => fc.tuple(...groups.map((group) => fc.tuple(fc.constant(group), fc.bigInt(1n, 9n)))))
      .map((entries) => new Map(entries.map(([group, tiyn]) => [group, Money.ofTiyn(tiyn)])));
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom('55302', '55001', '55311'), kinds)), (changes) => {
        let state = none;
        const heard = new Set<ArrearsGroup>();
        for (const [customsBody, now] of changes) {
          const next = withAccount(state, customsBody, now);
          const change = arrearsChange(state, next);
          for (const group of change?.opened ?? []) {
            expect(heard.has(group)).toBe(false);
            heard.add(group);
          }
          for (const group of change?.closed ?? []) expect(heard.delete(group)).toBe(true);
          const late = new Set([...next.values()].flatMap((ofBody) => [...ofBody.keys()]));
          expect([...heard].sort()).toEqual([...late].sort());
          if (change) expect([...change.arrears.keys()].sort()).toEqual([...late].sort());
          state = next;
        }
      }),
    );
  });

  it('are the same only with the same amounts', () => {
    expect(sameArrears(late('DUTIES'), late('DUTIES'))).toBe(true);
    expect(sameArrears(late('DUTIES'), late('DUTIES', '99'))).toBe(false);
    expect(sameArrears(late('DUTIES'), late('TAXES'))).toBe(false);
    expect(sameArrears(late('DUTIES'), new Map())).toBe(false);
  });
});

import { Money } from '@shekara/kernel';
import fc from 'fast-check';
import { checkOwedFor, lessSettled, owedFor, settledBy, totalOf } from './case-debts.js';
import { partToCollect, proveEntrepreneur, statusOf } from './case-opening.js';

const tenge = (text: string) => Money.ofTenge(text);
const debts = [
  { kind: 'IMPORT_DUTY' as const, principal: tenge('100'), penaltyInterest: tenge('7') },
  { kind: 'IMPORT_VAT' as const, principal: tenge('50'), penaltyInterest: tenge('3') },
];

describe('debts of a case by kind (R-PAY-001, R-PAY-003)', () => {
  it('credits principal of every kind before penalty interest, one budget code where it is named', () => {
    expect(settledBy(debts, tenge('151'))).toEqual([
      { kind: 'IMPORT_DUTY', part: 'PRINCIPAL', amount: tenge('100') },
      { kind: 'IMPORT_VAT', part: 'PRINCIPAL', amount: tenge('50') },
      { kind: 'IMPORT_DUTY', part: 'PENALTY_INTEREST', amount: tenge('1') },
    ]);
    expect(settledBy(debts, tenge('151'), 'PENALTY_INTEREST_IMPORT_VAT')).toEqual([
      { kind: 'IMPORT_VAT', part: 'PENALTY_INTEREST', amount: tenge('3') },
    ]);
  });

  it('keeps penalty interest under a budget code of its own (R-PAY-003)', () => {
    expect(owedFor(debts, 'IMPORT_VAT')).toEqual(tenge('50'));
    expect(checkOwedFor(debts, 'IMPORT_VAT', tenge('50')).accepted).toBe(true);
    expect(checkOwedFor(debts, 'IMPORT_VAT', tenge('50.01'))).toMatchObject({
      reasons: [{ code: 'COLLECTION_ABOVE_DEBT' }],
    });
  });

  it('takes off exactly what is settled and never more than is owed', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 20_000n }), (tiyn) => {
        const settled = settledBy(debts, Money.ofTiyn(tiyn));
        const sum = Money.sum(settled.map(({ amount }) => amount));
        const left = lessSettled(debts, settled);
        return totalOf(left).plus(sum).compare(totalOf(debts)) === 0 && sum.compare(Money.ofTiyn(tiyn)) <= 0;
      }),
    );
  });
});

describe('the part of a notice that a case collects (art. 161.1, 182.2)', () => {
  it('collects a whole notice in one case', () => {
    expect(partToCollect(debts, tenge('160'), [])).toEqual({ part: 'WHOLE', debts });
  });

  it('collects the undisputed part first and the rest in a case of its own', () => {
    const first = partToCollect(debts, tenge('120'), []);
    expect(first).toEqual({
      part: 'UNDISPUTED',
      debts: [
        { kind: 'IMPORT_DUTY', principal: tenge('100'), penaltyInterest: Money.ZERO },
        { kind: 'IMPORT_VAT', principal: tenge('20'), penaltyInterest: Money.ZERO },
      ],
    });
    expect(partToCollect(debts, tenge('160'), first?.debts ?? [])).toEqual({
      part: 'DISPUTED',
      debts: [
        { kind: 'IMPORT_DUTY', principal: Money.ZERO, penaltyInterest: tenge('7') },
        { kind: 'IMPORT_VAT', principal: tenge('30'), penaltyInterest: tenge('3') },
      ],
    });
    expect(partToCollect(debts, tenge('160'), debts)).toBeUndefined();
  });

  it('takes a payer with an IIN for an individual until its registration is proved (art. 157.5)', () => {
    expect([statusOf('980540000397'), statusOf('870301300452')]).toEqual(['LEGAL_ENTITY', 'INDIVIDUAL']);
    const person = { payer: 'INDIVIDUAL', state: 'S2_OWN_MONEY' } as const;
    expect(proveEntrepreneur(person, 'IP-1', '2026-03-31').accepted).toBe(true);
    const company = { ...person, payer: 'LEGAL_ENTITY' as const };
    expect(proveEntrepreneur(company, ' ', '2026-03-31')).toMatchObject({
      reasons: [{ code: 'PAYER_STATUS_UNFIT' }, { code: 'PAYER_STATUS_UNFIT' }],
    });
    expect(proveEntrepreneur({ ...person, state: 'COURT' }, 'IP-1', '2026-03-31')).toMatchObject({
      reasons: [{ code: 'COLLECTION_STAGE_PAST' }],
    });
  });
});

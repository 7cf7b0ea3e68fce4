import { Money, parseBinOrIin } from '@shekara/kernel';
import fc from 'fast-check';
import { checkPart, paidOn, setCharge, type ChargeToSet, type OtherChargeKind } from './other-charge.js';

const [stanok, altyn] = ['980540000397', '050640001236'].map((number) => parseBinOrIin(number));
if (!stanok || !altyn) throw new Error('numbers of the test are wrong');
const TODAY = '2026-03-10';
const RATES: Record<OtherChargeKind, string> = { ESCORT: '100000', PRELIMINARY_DECISION: '30000' };
const rateOf = (kind: OtherChargeKind) => Money.ofTenge(RATES[kind]);
const truck = (vehicle: string, payer = stanok) => ({ vehicle, payer, payerName: 'Payer' });
const ESCORT: ChargeToSet = {
  named: 'ESCORT',
  decidedOn: TODAY,
  firstEscortDay: '2026-03-11',
  payers: [truck('A 001'), truck('A 002', altyn), truck('A 003')],
};
const DECISION: ChargeToSet = {
  named: 'PRELIMINARY_DECISION',
  decidedOn: TODAY,
  payers: [{ payer: stanok, payerName: 'Payer' }],
};

function parts(charge: ChargeToSet) {
  const decision = setCharge(charge, rateOf, TODAY);
  if (!decision.accepted) return decision.reasons.map(({ code }) => code);
  return decision.events.flatMap((set) =>
    set.parts.map(({ payer, vehicles, amount }) => [payer, vehicles, amount.toString()]),
  );
}

describe('The charge of an escort or of a preliminary decision', () => {
  it('splits one charge over the vehicles, and a payer owes the parts of all its vehicles (R-PAY-010)', () => {
    expect(parts(ESCORT)).toEqual([
      [stanok, ['A 001', 'A 003'], '66666.67'],
      [altyn, ['A 002'], '33333.33'],
    ]);
    expect(parts(DECISION)).toEqual([[stanok, [], '30000.00']]);
  });

  it('adds up to the charge, whoever pays for which vehicle (R-PAY-010)', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 50 }), fc.nat(), (owners, tiyn) => {
        const payers = owners.map((own, place) => truck(`V-${place}`, own ? stanok : altyn));
        const set = setCharge({ ...ESCORT, payers }, () => Money.ofTiyn(BigInt(tiyn)), TODAY);
        const [event] = set.accepted ? set.events : [];
        expect(Money.sum(event?.parts.map(({ amount }) => amount) ?? []).tiyn).toBe(BigInt(tiyn));
      }),
    );
  });

  it('is refused for what the law does not charge (R-PAY-004, R-PAY-017)', () => {
    for (const named of ['STORAGE', 'REGISTER_ENTRY', '']) {
      expect(parts({ ...ESCORT, named })).toEqual(['CHARGE_NOT_IN_LAW']);
    }
    expect(parts({ ...DECISION, named: 'DECLARATION' })).toEqual(['CHARGE_SET_WITH_DECLARATION']);
  });

  it.each<[string, ChargeToSet, readonly string[]]>([
    ['no first day', { ...ESCORT, firstEscortDay: undefined }, ['ESCORT_DAY_UNFIT']],
    ['a first day before the decision', { ...ESCORT, firstEscortDay: '2026-03-09' }, ['ESCORT_DAY_UNFIT']],
    ['a first day of a decision', { ...DECISION, firstEscortDay: TODAY }, ['ESCORT_DAY_UNFIT']],
    ['no vehicle', { ...ESCORT, payers: [] }, ['ESCORTED_VEHICLES_UNFIT']],
    ['a vehicle twice', { ...ESCORT, payers: [truck('A'), truck('A', altyn)] }, ['ESCORTED_VEHICLES_UNFIT']],
    ['a payer without vehicle', { ...ESCORT, payers: DECISION.payers }, ['ESCORTED_VEHICLES_UNFIT']],
    ['a decision with a vehicle', { ...DECISION, payers: [truck('A')] }, ['ESCORTED_VEHICLES_UNFIT']],
    ['a decision to come', { ...DECISION, decidedOn: '2026-03-11' }, ['CHARGE_DECISION_IN_FUTURE']],
  ])('is refused with %s', (_, charge, codes) => {
    expect(parts(charge)).toEqual(codes);
  });

  it('of an escort is paid from the decision to the first day, both included (R-PAY-009)', () => {
    const charge = { kind: 'ESCORT', decidedOn: TODAY, firstEscortDay: '2026-03-11' } as const;
    const paid = (on: string) =>
      checkPart(charge, Money.ofTenge('5'), [{ on, amount: Money.ofTenge('5') }]).accepted;
    expect(['2026-03-09', '2026-03-10', '2026-03-11', '2026-03-12'].map(paid)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('counts money that came before the decision from the decision on (R-PAY-014)', () => {
    expect([paidOn('2026-03-01', TODAY), paidOn('2026-03-12', TODAY)]).toEqual([TODAY, '2026-03-12']);
  });
});

import { FEE_RELIEF_GROUNDS, type FeeReliefClaim, relieveFee } from './fee-relief.js';

const claim = (changes: Partial<FeeReliefClaim> = {}): FeeReliefClaim => ({
  ground: 'FEE_GRANT',
  charge: 'CHARGE_DECLARATION',
  goods: [{ exciseGoods: false, carBuiltForMedicalUse: false }],
  papersNeeded: [],
  papersPresent: [],
  ...changes,
});

function refusals(changes: Partial<FeeReliefClaim>): string[] {
  const decision = relieveFee(claim(changes));
  return decision.accepted ? [] : decision.reasons.map((reason) => reason.code);
}

const EXCISE = { exciseGoods: true, carBuiltForMedicalUse: false };
const AMBULANCE = { exciseGoods: true, carBuiltForMedicalUse: true };
const PLAIN = { exciseGoods: false, carBuiltForMedicalUse: false };

describe('Relief from the declaration charge', () => {
  it.each(FEE_RELIEF_GROUNDS)('is given on the ground %s (R-PAY-022)', (ground) => {
    expect(relieveFee(claim({ ground }))).toEqual({
      accepted: true,
      events: [{ type: 'FeeRelieved', ground }],
    });
  });

  it('has nine grounds and no other (R-PAY-022)', () => {
    expect(FEE_RELIEF_GROUNDS).toHaveLength(9);
    expect(refusals({ ground: 'FEE_FRIENDSHIP' })).toEqual(['FEE_EXEMPTION_NOT_LISTED']);
  });

  it.each(['CHARGE_ESCORT', 'CHARGE_PRELIMINARY_DECISION'] as const)(
    'never covers %s (R-PAY-021)',
    (charge) => {
      expect(refusals({ charge })).toEqual(['FEE_EXEMPTION_NOT_LISTED']);
    },
  );

  it('leaves excise goods out of aid, but for cars built for medical use in assistance (R-PAY-023)', () => {
    expect(refusals({ ground: 'FEE_HUMANITARIAN_AID', goods: [PLAIN] })).toEqual([]);
    expect(refusals({ ground: 'FEE_HUMANITARIAN_AID', goods: [PLAIN, EXCISE] })).toEqual([
      'FEE_EXEMPTION_NOT_LISTED',
    ]);
    expect(refusals({ ground: 'FEE_HUMANITARIAN_AID', goods: [AMBULANCE] })).toEqual([
      'FEE_EXEMPTION_NOT_LISTED',
    ]);
    expect(refusals({ ground: 'FEE_CHARITY_TECHNICAL', goods: [AMBULANCE] })).toEqual([]);
    expect(refusals({ ground: 'FEE_CHARITY_TECHNICAL', goods: [AMBULANCE, EXCISE] })).toEqual([
      'FEE_EXEMPTION_NOT_LISTED',
    ]);
  });

  it('is refused for coins of cultural value as currency (R-PAY-024)', () => {
    const ground = 'FEE_CURRENCY_SECURITIES';
    expect(refusals({ ground, goods: [PLAIN] })).toEqual([]);
    expect(refusals({ ground, goods: [PLAIN, { ...PLAIN, coinsOfCulturalValue: true }] })).toEqual([
      'FEE_EXEMPTION_NOT_LISTED',
    ]);
  });

  it.each([
    [true, false, []],
    [false, false, ['FEE_EXEMPTION_NOT_LISTED']],
    [true, true, ['FEE_EXEMPTION_NOT_LISTED']],
  ])(
    'reaches family that lives with the staff member (%s) and is no citizen of Kazakhstan (%s) (R-PAY-025)',
    (livesWithStaff, citizenOfKazakhstan, expected) => {
      const privateUse = { by: 'FAMILY', livesWithStaff, citizenOfKazakhstan } as const;
      expect(refusals({ ground: 'FEE_DIPLOMATIC', privateUse })).toEqual(expected);
      expect(refusals({ ground: 'FEE_DIPLOMATIC', privateUse: { by: 'STAFF' } })).toEqual([]);
    },
  );

  it('waits for the papers of its ground (R-PAY-033)', () => {
    const papersNeeded = ['grant agreement', 'letter of the ministry'];
    expect(refusals({ papersNeeded, papersPresent: ['grant agreement'] })).toEqual([
      'FEE_EXEMPTION_DOCS_MISSING',
    ]);
    expect(refusals({ papersNeeded, papersPresent: papersNeeded })).toEqual([]);
  });
});

import { calculated, declaration, item, parameterRows } from './calculation.fixture.js';
import { escortParts } from './other-charge-line.js';

describe('The charges for escort and for a preliminary decision', () => {
  const asked = [{ kind: 'CHARGE_ESCORT', vehicles: 3 }, { kind: 'CHARGE_PRELIMINARY_DECISION' }] as const;
  const { lines } = calculated(declaration([item()], { procedure: '80', otherCharges: asked }));
  const feeOf = (name: string) => parameterRows.find((row) => row.name === name)?.value.toString();

  it('are those of the dated parameters, one line each beside the declaration charge (R-PAY-005)', () => {
    const charges = lines.filter(({ kind }) => kind.startsWith('CHARGE_'));
    expect(charges.map(({ kind, payable }) => [kind, payable.toString()])).toEqual([
      ['CHARGE_ESCORT', feeOf('ESCORT_FEE')],
      ['CHARGE_PRELIMINARY_DECISION', feeOf('PRELIMINARY_DECISION_FEE')],
      ['CHARGE_DECLARATION', '20000.00'],
    ]);
  });

  it('of an escort are split over the vehicles (R-PAY-010, F-06)', () => {
    expect(escortParts(asked, lines).map(String)).toEqual(['33333.34', '33333.33', '33333.33']);
    expect(escortParts([], lines)).toEqual([]);
  });
});

import { Exact, parseCommodityCode, parseCurrencyCode, reason } from '@shekara/kernel';
import { loadReferenceData } from '@shekara/reference-data';
import { preferenceReasons } from '../preference/preference-reasons.js';
import type { DutyTreatment } from '../preference/preference.js';
import { calculate } from './calculation.js';
import { lineView } from './line-view.js';

const reference = loadReferenceData();
const commodityCode = parseCommodityCode('0803901000');
const currency = parseCurrencyCode('KZT');

function calculated(dutyTreatment?: DutyTreatment) {
  if (!commodityCode || !currency) throw new Error('bad fixture');
  const calculation = calculate(
    {
      procedure: '40',
      rateBasis: { kind: 'ORDINARY', registeredOn: '2026-03-10' },
      personalGoods: false,
      items: [
        {
          number: 1,
          commodityCode,
          customsValue: { amount: new Exact('10000000'), currency },
          netWeightKg: new Exact('20000'),
          quantities: [{ unit: 'KGM', amount: new Exact('20000') }],
          ...(dutyTreatment && { dutyTreatment }),
        },
      ],
    },
    reference,
  );
  if (!calculation.accepted) throw new Error(calculation.reasons.map(({ code }) => code).join());
  const [duty, vat] = calculation.lines;
  if (!duty || !vat) throw new Error('no lines');
  return { duty: duty.unrounded, vat: vat.unrounded, shown: lineView(duty).preference };
}

describe('Duty of goods with a tariff preference', () => {
  const full = calculated();

  it('is the listed share of the rate, and VAT follows the lower duty (R-PAY-027)', () => {
    const { duty, vat, shown } = calculated({ share: new Exact('0.75'), preference: 'PREF_DEVELOPING' });
    expect(full.duty.gt(0)).toBe(true);
    expect(duty.toString()).toBe(full.duty.times('0.75').toString());
    expect(full.vat.gt(vat)).toBe(true);
    expect(shown).toBe('PREF_DEVELOPING, 0.75');
  });

  it('is nothing for a free trade partner, and the line still names the rate (R-PAY-026)', () => {
    const { duty, shown } = calculated({ share: new Exact(0), preference: 'PREF_FREE_TRADE_ZONE' });
    expect([duty.toString(), shown]).toEqual(['0', 'PREF_FREE_TRADE_ZONE, 0']);
  });

  it('is the most-favoured rate when the claim was refused (R-PAY-028)', () => {
    const refused = reason(preferenceReasons.PREFERENCE_ORIGIN_UNPROVEN);
    expect(calculated({ share: new Exact(1), refused }).duty.toString()).toBe(full.duty.toString());
  });
});

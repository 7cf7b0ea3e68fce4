import { Exact, parseCommodityCode, parseCurrencyCode } from '@shekara/kernel';
import { loadReferenceData } from '@shekara/reference-data';
import { lineView } from '../calculation/line-view.js';
import { calculate } from '../calculation/calculation.js';
import { sumBeforeReliefs } from './taken-off.js';
import { treatClaims } from './treated-claims.js';

const reference = loadReferenceData();
const DAY = '2026-03-10';

interface Goods {
  readonly code: string;
  readonly value: string;
  readonly box: string;
  readonly origin: string;
  readonly originProved: boolean;
  readonly small: boolean;
}

/** Lines of one item: gear boxes of 10,000,000 (3 %, VAT 16 %) where nothing else is said. */
function linesOf(changes: Partial<Goods> = {}) {
  const goods = {
    code: '8483402100',
    value: '10000000',
    box: '',
    origin: 'UZ',
    originProved: true,
    ...changes,
  };
  const commodityCode = parseCommodityCode(goods.code);
  const currency = parseCurrencyCode('KZT');
  if (!commodityCode || !currency) throw new Error('bad fixture');
  const { origin, originProved, box } = goods;
  const claims = treatClaims(box, { commodityCode, origin, originProved }, reference, DAY);
  if (!claims) throw new Error(`${box} is for an officer`);
  const shipment = { transportDocument: 'CMR 1', sender: 'Hans', recipient: '950140000000' };
  const calculation = calculate(
    {
      procedure: '40',
      rateBasis: { kind: 'ORDINARY', registeredOn: DAY },
      personalGoods: false,
      items: [
        {
          number: 1,
          commodityCode,
          customsValue: { amount: new Exact(goods.value), currency },
          netWeightKg: new Exact('500'),
          quantities: [],
          ...(goods.small && { shipment }),
          ...claims,
        },
      ],
    },
    reference,
  );
  if (!calculation.accepted) throw new Error(calculation.reasons.map(({ code }) => code).join());
  return calculation.lines;
}

function shown(changes: Partial<Goods> = {}) {
  return linesOf(changes).map((line) => {
    const { payable, calculated, rate, notPayable, relief, refusedClaims } = lineView(line);
    return { payable, calculated, rate, notPayable, relief, refused: refusedClaims?.map(({ code }) => code) };
  });
}

describe('Lines of an item that claims a relief', () => {
  it('owe nothing of the relieved kind and keep what was taken off, with its limits and article', () => {
    const [duty, vat] = shown({ box: 'INVESTMENT_PROJECT' });
    expect(duty).toMatchObject({
      payable: '0.00',
      calculated: '300000.00',
      notPayable: 'EXEMPT_BY_LAW',
      relief: {
        code: 'INVESTMENT_PROJECT',
        class: 'TARIFF_CONCESSION',
        article: 'art. 121.1(2)',
        relieved: '300000.00',
        useLimits: { period: { length: 3, unit: 'YEARS' } },
      },
    });
    expect(vat).toMatchObject({ payable: '1600000.00' });
    expect(linesOf({ box: 'INVESTMENT_PROJECT' })[0]?.contingent).toMatchObject({
      trigger: 'CONSUMPTION_RELIEF_MISUSED',
    });
  });

  it('leave nothing contingent of a relief without use limits (R-PAY-230)', () => {
    const [duty] = linesOf({ box: 'OFFICIAL_SUPPLIES' });
    expect(duty?.takenOff).toMatchObject({ code: 'OFFICIAL_SUPPLIES' });
    expect([duty?.takenOff?.useLimits, duty?.contingent]).toEqual([undefined, undefined]);
  });

  it('owe duty at the rate below the common tariff, the difference sleeps (R-PAY-231, F-25)', () => {
    const [duty] = linesOf({ box: 'RATE_BELOW_COMMON_TARIFF' });
    expect(duty?.payable.toString()).toBe('0.00');
    expect(duty?.rate).toMatchObject({ type: 'AD_VALOREM', percent: new Exact(0) });
    expect(duty?.takenOff?.relieved.toString()).toBe('300000.00');
    expect(duty?.contingent).toMatchObject({ trigger: 'RATE_BELOW_COMMON_TARIFF' });
  });

  it('show what a preference took off, and none of it sleeps (R-PAY-026)', () => {
    const [duty, vat] = linesOf({ box: 'FT' });
    expect(duty?.takenOff).toMatchObject({ class: 'TARIFF_PREFERENCE', article: 'art. 123.2' });
    expect([duty?.payable.toString(), duty?.takenOff?.relieved.toString()]).toEqual(['0.00', '300000.00']);
    expect([duty?.contingent, vat?.payable.toString()]).toEqual([undefined, '1600000.00']);
  });

  it('owe the whole sum when the claim is refused, and say why (R-PAY-028)', () => {
    const [plainDuty, plainVat] = shown();
    const [duty, vat] = shown({ box: 'FT', originProved: false });
    expect(duty).toEqual({ ...plainDuty, refused: ['PREFERENCE_ORIGIN_UNPROVEN'] });
    expect(vat).toEqual(plainVat);
    expect(shown({ box: 'MEDICINES_VAT' })[1]).toEqual({
      ...plainVat,
      refused: ['RELIEF_NOT_FOR_THESE_GOODS'],
    });
  });

  it('are not relieved of what a small shipment does not owe', () => {
    const [duty] = linesOf({ box: 'CHARTER_CAPITAL', value: '50000', small: true });
    expect([duty?.notPayable, duty?.takenOff]).toEqual(['UP_TO_200_EUR', undefined]);
  });

  it('count into the cap what concessions and tax reliefs took off, preferences not (R-PAY-020)', () => {
    const sum = (box: string) => sumBeforeReliefs(linesOf({ box }).slice(0, 2)).toFixed();
    expect(sum('')).toBe('1948000');
    expect(sum('CHARTER_CAPITAL, EQUIPMENT_VAT')).toBe('1900000');
    expect(sum('FT')).toBe('1600000');
  });
});

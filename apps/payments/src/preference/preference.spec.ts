import { type CommodityCode, Exact, parseCommodityCode } from '@shekara/kernel';
import { securityForDoubtedOrigin } from './doubted-origin.js';
import { drawFromQuota } from './preference-quota.js';
import { drawInTurn } from './quota-draws.js';
import { dutyTreatment, exportDutyShare, type PreferenceClaim, type PreferenceLists } from './preference.js';

const exact = (text: string) => new Exact(text);
const CODE = code('0803901000');
const OTHER_CODE = code('8703231940');

function code(text: string): CommodityCode {
  const parsed = parseCommodityCode(text);
  if (!parsed) throw new Error(`${text} is no commodity code`);
  return parsed;
}

/** XA joined the free trade zone on 1 July 2025; XB is developing for one code, XC least developed until the end of 2025. */
const LISTS: PreferenceLists = {
  isFreeTradePartner: (country, on) => country === 'XA' && on >= '2025-07-01',
  developingShare: (country, commodity) =>
    country === 'XB' && commodity === CODE ? exact('0.75') : undefined,
  isLeastDeveloped: (country, on) => country === 'XC' && on <= '2025-12-31',
};

function claim(changes: Partial<PreferenceClaim>): PreferenceClaim {
  return {
    preference: 'PREF_FREE_TRADE_ZONE',
    origin: 'XA',
    commodityCode: CODE,
    originProved: true,
    ...changes,
  };
}

function outcome(changes: Partial<PreferenceClaim>, on = '2025-09-02') {
  const { share, preference, refused } = dutyTreatment(claim(changes), LISTS, on);
  return [share.toString(), preference ?? refused?.code];
}

describe('Tariff preferences', () => {
  it('free a proved origin in a free trade partner from import duty (R-PAY-026)', () => {
    expect(outcome({})).toEqual(['0', 'PREF_FREE_TRADE_ZONE']);
    expect(outcome({ origin: 'XB' })).toEqual(['1', 'PREFERENCE_NOT_LISTED']);
  });

  it('free goods of Kazakhstan origin from export duty when they leave for a free trade partner (R-PAY-026)', () => {
    const share = (origin: string, destination: string) =>
      exportDutyShare({ origin, destination }, LISTS, '2025-09-02').toString();
    expect([share('KZ', 'XA'), share('XB', 'XA'), share('KZ', 'XB')]).toEqual(['0', '1', '1']);
  });

  it('lower the rate for listed goods of a developing origin, to nothing for a least developed one (R-PAY-027)', () => {
    expect(outcome({ preference: 'PREF_DEVELOPING', origin: 'XB' })).toEqual(['0.75', 'PREF_DEVELOPING']);
    expect(outcome({ preference: 'PREF_DEVELOPING', origin: 'XB', commodityCode: OTHER_CODE })).toEqual([
      '1',
      'PREFERENCE_NOT_LISTED',
    ]);
    expect(outcome({ preference: 'PREF_LEAST_DEVELOPED', origin: 'XC' })).toEqual([
      '0',
      'PREF_LEAST_DEVELOPED',
    ]);
  });

  it('follow the lists of the rate date, not those of another day (R-PAY-027)', () => {
    expect(outcome({}, '2025-06-30')).toEqual(['1', 'PREFERENCE_NOT_LISTED']);
    expect(outcome({ preference: 'PREF_LEAST_DEVELOPED', origin: 'XC' }, '2026-01-01')).toEqual([
      '1',
      'PREFERENCE_NOT_LISTED',
    ]);
  });

  it('leave the most-favoured rate where the origin is not proved, and say so (R-PAY-028)', () => {
    expect(outcome({ originProved: false })).toEqual(['1', 'PREFERENCE_ORIGIN_UNPROVEN']);
  });

  it('are drawn from a quota up to its balance and refused beyond it, whole (R-PAY-034)', () => {
    const balance = { quota: 'BEEF-2025', total: exact('1000'), drawn: exact('940.5') };
    expect(drawFromQuota(balance, exact('59.5'))).toMatchObject({
      accepted: true,
      events: [{ quota: 'BEEF-2025', left: exact('0') }],
    });
    const refused = drawFromQuota(balance, exact('59.501'));
    expect(refused.accepted ? [] : refused.reasons.map((each) => each.code)).toEqual([
      'PREFERENCE_QUOTA_USED_UP',
    ]);
  });
});

describe('Goods of a doubted origin', () => {
  it('are secured at the rates of that origin, never below the consumption sum (R-PAY-029)', () => {
    const consumption = { duty: exact('100.004'), taxes: exact('50') };
    const suspected = { duty: exact('200'), taxes: exact('62.005') };
    expect(securityForDoubtedOrigin(suspected, consumption).toString()).toBe('262.01');
    expect(securityForDoubtedOrigin({ duty: exact('10'), taxes: exact('41') }, consumption).toString()).toBe(
      '150.00',
    );
  });
});

describe('The draws of one declaration on a quota', () => {
  const quota = {
    ...{ code: 'CHEESE', preference: 'PREF_FREE_TRADE_ZONE', origin: 'RS', prefix: '0406', unit: 'KGM' },
    ...{ total: exact('1000'), validFrom: '2026-01-01', source: 'test' },
  };
  const need = (item: number, quantity: string) => ({ item, quota, quantity: exact(quantity) });
  const none = { drawn: new Map(), own: new Map() };

  it('are whole or none, item by item in turn (R-PAY-034)', () => {
    const { draws, refusals } = drawInTurn([need(1, '700'), need(2, '400'), need(3, '300')], none);
    expect(draws.map(({ item }) => item)).toEqual([1, 3]);
    expect([...refusals].map(([item, { code: why, parameters }]) => [item, why, parameters.left])).toEqual([
      [2, 'PREFERENCE_QUOTA_USED_UP', '300'],
    ]);
  });

  it('count what others drew, and draw again only what goes beyond the own draw', () => {
    const drawn = new Map([['CHEESE', exact('900')]]);
    expect(drawInTurn([need(1, '101')], { ...none, drawn }).refusals.size).toBe(1);
    const own = new Map([['CHEESE/1', exact('60')]]);
    expect(
      drawInTurn([need(1, '101')], { drawn, own }).draws.map(({ quantity }) => quantity.toString()),
    ).toEqual(['41']);
    expect(drawInTurn([need(1, '50')], { drawn, own })).toMatchObject({ draws: [] });
  });

  it('need the quantity that the quota counts', () => {
    const { refusals } = drawInTurn([{ item: 1, quota, quantity: undefined }], none);
    expect(refusals.get(1)?.code).toBe('PREFERENCE_QUOTA_QUANTITY_MISSING');
  });
});

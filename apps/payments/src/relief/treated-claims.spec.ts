import { Exact, parseCommodityCode } from '@shekara/kernel';
import { loadReferenceData } from '@shekara/reference-data';
import { claimedCodes } from './claimed-codes.js';
import { type ClaimingGoods, treatClaims } from './treated-claims.js';

const reference = loadReferenceData();
const DAY = '2026-03-10';
/** Gear boxes, 3 %; the list has them at 0 %. */
const GEARS = code('8483402100');
const BANANAS = code('0803901000');

function code(text: string) {
  const parsed = parseCommodityCode(text);
  if (!parsed) throw new Error(`${text} is no commodity code`);
  return parsed;
}

function treated(box: string, changes: Partial<ClaimingGoods> = {}, on = DAY) {
  return treatClaims(
    box,
    { commodityCode: GEARS, origin: 'UZ', originProved: true, ...changes },
    reference,
    on,
  );
}

/** Refused codes by kind of payment. */
function refused(box: string, changes: Partial<ClaimingGoods> = {}, on = DAY) {
  const { refusedClaims = new Map() } = treated(box, changes, on) ?? {};
  return Object.fromEntries([...refusedClaims].map(([kind, [why]]) => [kind, why?.code as string]));
}

describe('box 36 as written', () => {
  it('claims nothing with zeros, or the letter O of either alphabet', () => {
    for (const box of ['', '00000000', 'OOOO-OO', 'ОО 00;00', '00/OO']) expect(claimedCodes(box)).toEqual([]);
  });

  it('holds codes in words between any separators, each once', () => {
    expect(claimedCodes('PREF_DEVELOPING; EQUIPMENT_VAT / PREF_DEVELOPING').map((one) => one.code)).toEqual([
      'PREF_DEVELOPING',
      'EQUIPMENT_VAT',
    ]);
  });

  it('holds two characters each for charge, duty, excise and VAT', () => {
    expect(claimedCodes('00CC00EV')).toEqual([
      { code: 'CC', place: 'IMPORT_DUTY' },
      { code: 'EV', place: 'IMPORT_VAT' },
    ]);
  });
});

describe('claims of box 36', () => {
  it('do nothing where nothing is claimed', () => {
    expect(treated('00000000')).toEqual({});
  });

  it('give a preference to a proved origin, by its code or by that of the box (R-PAY-026)', () => {
    for (const box of ['PREF_FREE_TRADE_ZONE', '00FT0000']) {
      const { share, preference } = treated(box)?.dutyTreatment ?? {};
      expect([share?.toString(), preference]).toEqual(['0', 'PREF_FREE_TRADE_ZONE']);
    }
    const listed = treated('DC', { commodityCode: BANANAS, origin: 'KE' });
    expect(listed?.dutyTreatment?.share.toString()).toBe('0.75');
  });

  it('refuse it without proof of origin, or off the lists of the day, and leave the whole rate (R-PAY-027, R-PAY-028)', () => {
    expect(refused('FT', { originProved: false })).toEqual({ IMPORT_DUTY: 'PREFERENCE_ORIGIN_UNPROVEN' });
    expect(refused('FT', { origin: 'DE' })).toEqual({ IMPORT_DUTY: 'PREFERENCE_NOT_LISTED' });
    expect(refused('FT', { origin: 'RS' }, '2021-07-09')).toEqual({ IMPORT_DUTY: 'PREFERENCE_NOT_LISTED' });
    expect(treated('FT', { originProved: false })?.dutyTreatment?.share.eq(new Exact(1))).toBe(true);
  });

  it('give reliefs to the kinds that they relieve, and in the box to the kind of their place', () => {
    expect([...(treated('CHARTER_CAPITAL, EQUIPMENT_VAT')?.reliefs ?? [])].map(([kind]) => kind)).toEqual([
      'IMPORT_DUTY',
      'IMPORT_VAT',
    ]);
    expect([...(treated('HT')?.reliefs ?? [])].map(([kind]) => kind)).toEqual([
      'IMPORT_VAT',
      'IMPORT_EXCISE',
    ]);
    expect([...(treated('000000HT')?.reliefs ?? [])].map(([kind]) => kind)).toEqual(['IMPORT_VAT']);
  });

  it('refuse a relief of other goods or of other days: the whole sum stays due', () => {
    expect(refused('MEDICINES_VAT')).toEqual({ IMPORT_VAT: 'RELIEF_NOT_FOR_THESE_GOODS' });
    const harvester = { commodityCode: code('8433510009') };
    expect(refused('EARLIER_AGRICULTURE', harvester)).toEqual({ IMPORT_DUTY: 'RELIEF_NOT_LISTED' });
    expect(treated('EARLIER_AGRICULTURE', harvester, '2024-12-31')?.reliefs?.size).toBe(1);
  });

  it('give a listed rate below the common tariff, and refuse it to goods that have none (R-PAY-231)', () => {
    expect(treated('RATE_BELOW_COMMON_TARIFF')?.lowerDuty?.percent.toString()).toBe('0');
    expect(refused('BT', { commodityCode: code('8703231940') })).toEqual({
      IMPORT_DUTY: 'RELIEF_NOT_FOR_THESE_GOODS',
    });
  });

  it('are for an officer when a code is unknown, in a place not its own, or does not go with another', () => {
    const boxes = [
      '00070000',
      'LP',
      'PREF_NEW',
      '00EV0000',
      'CC0000000',
      'FT DC',
      'CC, IP',
      'BT, CC',
      'BT/FT',
    ];
    expect(boxes.map((box) => treated(box))).toEqual(boxes.map(() => undefined));
    expect(treated('FT, CC')).toBeDefined();
  });
});

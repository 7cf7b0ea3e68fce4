import fc from 'fast-check';
import { importTariffCsv, Tariff } from './tariff.js';
import type { TariffRow } from './tariff.js';

const HEADER =
  'commodity_code,kind,ad_valorem_percent,specific_amount,specific_currency,specific_quantity,specific_unit';

function rowsOf(...lines: string[]): readonly TariffRow[] {
  const imported = importTariffCsv([HEADER, ...lines].join('\n'));
  if (!imported.ok) throw new Error(JSON.stringify(imported.badLines));
  return imported.rows;
}

function badLinesOf(...lines: string[]) {
  const imported = importTariffCsv([HEADER, ...lines].join('\n'));
  return imported.ok ? [] : imported.badLines;
}

function tariffOf(...lines: string[]): Tariff {
  return new Tariff([{ name: 'one', decision: 'No. 1', validFrom: '2025-01-01', rows: rowsOf(...lines) }]);
}

describe('import duty rates', () => {
  const tariff = tariffOf(
    '8703241098,COMBINED_SUM,12.5,0.36,EUR,1,CMQ',
    '0101210000,AD_VALOREM,0,,,,',
    '2204101100,SPECIFIC,,0.04,EUR,1,LTR',
    '6403990000,COMBINED_MIN,10,1.57,EUR,1,NPR',
    '0203110000,COMBINED_MIN,25,0.5,EUR,1,KGM',
  );

  it('keeps the four kinds of rates with exact figures', () => {
    expect(tariff.find('0101210000', '2025-09-02')).toMatchObject({ kind: 'AD_VALOREM' });
    const sum = tariff.find('8703241098', '2025-09-02');
    if (sum?.kind !== 'COMBINED_SUM') throw new Error('not percent plus amount');
    expect(sum.adValoremPercent.toFixed()).toBe('12.5');
    expect(sum.specific.amount.times(3).toFixed()).toBe('1.08');
    expect(sum.specific).toMatchObject({ currency: 'EUR', unit: 'CMQ' });
    expect(tariff.find('2204101100', '2025-09-02')?.kind).toBe('SPECIFIC');
    expect(tariff.find('6403990000', '2025-09-02')?.kind).toBe('COMBINED_MIN');
  });

  it('asks for a supplementary quantity only where the rate counts other than in net weight', () => {
    expect(tariff.supplementaryUnit('2204101100', '2025-09-02')).toBe('LTR');
    expect(tariff.supplementaryUnit('6403990000', '2025-09-02')).toBe('NPR');
    expect(tariff.supplementaryUnit('0203110000', '2025-09-02')).toBeUndefined();
    expect(tariff.supplementaryUnit('0101210000', '2025-09-02')).toBeUndefined();
  });

  it('knows no code that is not written with its ten digits', () => {
    for (const code of ['', '101210000', '01012100000', ' 0101210000', '1e9', '9999999999', '0000000000'])
      expect(tariff.find(code, '2025-09-02')).toBeUndefined();
  });

  it('tells whether any code lies under a heading of four digits', () => {
    expect(tariff.hasCodesUnder('8703', '2025-09-02')).toBe(true);
    expect(tariff.hasCodesUnder('01', '2025-09-02')).toBe(true);
    expect(tariff.hasCodesUnder('8704', '2025-09-02')).toBe(false);
    expect(tariff.hasCodesUnder('0102', '2025-09-02')).toBe(false);
    expect(tariff.hasCodesUnder('870', '2024-12-31')).toBe(false);
    expect(tariff.hasCodesUnder('87o3', '2025-09-02')).toBe(false);
  });

  it('refuses a day that does not exist', () => {
    expect(() => tariff.find('0101210000', '2025-02-29')).toThrow(RangeError);
  });

  it('finds every code of a tariff and no other, whatever the codes', () => {
    const code = fc.integer({ min: 0, max: 9_999_999_999 }).map((number) => String(number).padStart(10, '0'));
    fc.assert(
      fc.property(fc.uniqueArray(code, { minLength: 1, maxLength: 60 }), code, (codes, other) => {
        const any = tariffOf(...codes.map((each, index) => `${each},AD_VALOREM,${index},,,,`));
        codes.forEach((each, index) => {
          const rate = any.find(each, '2025-01-01');
          expect(rate?.kind === 'AD_VALOREM' && rate.adValoremPercent.toNumber()).toBe(index);
        });
        expect(any.exists(other, '2025-01-01')).toBe(codes.includes(other));
        expect(any.hasCodesUnder(other.slice(0, 2), '2025-01-01')).toBe(
          codes.some((each) => each.startsWith(other.slice(0, 2))),
        );
      }),
    );
  });
});

describe('versions of the nomenclature', () => {
  const revisions = [
    { name: 'new', decision: 'No. 2', validFrom: '2025-07-01', rows: rowsOf('0101300000,AD_VALOREM,5,,,,') },
    { name: 'old', decision: 'No. 1', validFrom: '2025-01-01', rows: rowsOf('0101210000,AD_VALOREM,3,,,,') },
  ];

  it('keeps each version with its day and decision, and the old one readable (R-CLS-002)', () => {
    const tariff = new Tariff(revisions);
    expect(tariff.exists('0101210000', '2025-06-30')).toBe(true);
    expect(tariff.exists('0101300000', '2025-06-30')).toBe(false);
    expect(tariff.exists('0101210000', '2025-07-01')).toBe(false);
    expect(tariff.exists('0101300000', '2025-07-01')).toBe(true);
    expect(tariff.exists('0101210000', '2024-12-31')).toBe(false);
    expect(tariff.revisionOn('2025-06-30')).toEqual({
      name: 'old',
      decision: 'No. 1',
      validFrom: '2025-01-01',
    });
    expect(tariff.revisionOn('2027-01-01')).toEqual({
      name: 'new',
      decision: 'No. 2',
      validFrom: '2025-07-01',
    });
    expect(tariff.revisionOn('2024-12-31')).toBeUndefined();
  });

  it('refuses two versions that start on one day', () => {
    expect(() => new Tariff([...revisions, ...revisions])).toThrow('2025-01-01');
  });
});

describe('import of a tariff file', () => {
  it('lists every bad line with its number and takes none of the rows', () => {
    expect(
      badLinesOf(
        '0101210000,AD_VALOREM,0,,,,',
        '101210000,AD_VALOREM,0,,,,',
        '0101291000,PERCENT,5,,,,',
        '0101299000,AD_VALOREM,-5,,,,',
        '0101300000,AD_VALOREM,5,0.1,EUR,1,KGM',
        '0102211000,SPECIFIC,5,0.1,EUR,1,KGM',
        '0102213000,COMBINED_MIN,5,0.1,EUR,0,KGM',
        '0102219000,COMBINED_SUM,5,0.1,euro,1,KGM',
        '0102290500,COMBINED_SUM,,0.1,EUR,1,KGM',
        '0101210000,AD_VALOREM,7,,,,',
        '0102291000,AD_VALOREM,5',
        '0102292100,AD_VALOREM,"12,5",,,,',
      ).map(({ line, message }) => `${line} ${message}`),
    ).toEqual([
      '3 commodity_code "101210000" is not a code of ten digits',
      '4 kind "PERCENT" is none of AD_VALOREM, SPECIFIC, COMBINED_MIN, COMBINED_SUM',
      '5 ad_valorem_percent "-5" is not a decimal number',
      '6 specific_amount must be empty',
      '7 ad_valorem_percent must be empty',
      '8 specific_quantity must be above zero',
      '9 specific_currency "euro" is not a currency code',
      '10 ad_valorem_percent is empty',
      '11 repeats line 2',
      '12 has 3 fields instead of 7',
      '13 ad_valorem_percent "12,5" is not a decimal number',
    ]);
  });

  it('refuses a foreign header, an empty table and an open quote', () => {
    expect(importTariffCsv('code,rate\n1,2')).toMatchObject({ ok: false, badLines: [{ line: 1 }] });
    expect(importTariffCsv('')).toMatchObject({ ok: false, badLines: [{ line: 1 }] });
    expect(importTariffCsv(`${HEADER}\n`)).toMatchObject({
      ok: false,
      badLines: [{ message: 'the table has no rows' }],
    });
    const open = importTariffCsv(`${HEADER}\n0101210000,AD_VALOREM,"5,,,,`);
    expect(open.ok).toBe(false);
  });

  it('reads a file with a byte order mark and Windows line ends', () => {
    const imported = importTariffCsv(`\ufeff${HEADER}\r\n0101210000,AD_VALOREM,5,,,,\r\n`);
    expect(imported.ok && imported.rows.map((row) => row.code)).toEqual(['0101210000']);
  });
});

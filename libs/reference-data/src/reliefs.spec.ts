import { importLowerDutyRatesCsv, importReliefsCsv, Reliefs } from './reliefs.js';

const HEADER =
  'code,box_code,name_en,name_ru,name_kk,class,kinds,use_limits,period,prefixes,article,valid_from,valid_to,source';

function reliefsOf(...lines: string[]): Reliefs {
  const imported = importReliefsCsv([HEADER, ...lines].join('\n'));
  if (!imported.ok) throw new Error(imported.badLines.map(({ message }) => message).join('; '));
  const lower = importLowerDutyRatesCsv(
    'prefix,goods,percent,valid_from,valid_to,source\n8450,washing machines,5,2016-01-11,,test',
  );
  if (!lower.ok) throw new Error('bad lines');
  return new Reliefs(imported.rows, lower.rows);
}

/** A row with the columns from the class to the prefixes. */
function row(code: string, box: string, columns: string, days = '2010-07-01,') {
  return `${code},${box},name,имя,атау,${columns},art. 121,${days},test`;
}

describe('the register of reliefs', () => {
  const reliefs = reliefsOf(
    row('CHARTER_CAPITAL', 'CC', 'TARIFF_CONCESSION,IMPORT_DUTY,YES,,84 85'),
    row('INVESTMENT_PROJECT', 'IP', 'TARIFF_CONCESSION,IMPORT_DUTY,YES,18M,'),
    row('AID_TAXES', 'HT', 'TAX_RELIEF,IMPORT_VAT IMPORT_EXCISE,NO,,', '2010-07-01,2024-12-31'),
  );

  it('finds a relief by its code and by the two characters of box 36', () => {
    const found = reliefs.find('CHARTER_CAPITAL', '2025-09-02');
    expect(found).toMatchObject({ kinds: ['IMPORT_DUTY'], hasUseLimits: true, prefixes: ['84', '85'] });
    expect(found?.period).toBeUndefined();
    expect(reliefs.find('CC', '2025-09-02')).toBe(found);
    expect(reliefs.find('IP', '2025-09-02')?.period).toEqual({ length: 18, unit: 'MONTHS' });
  });

  it('tells a relief of other days from a code that is none', () => {
    expect(reliefs.find('HT', '2024-12-31')?.kinds).toEqual(['IMPORT_VAT', 'IMPORT_EXCISE']);
    expect(reliefs.find('HT', '2025-01-01')).toBeUndefined();
    expect([reliefs.ofAnyDay('HT')?.code, reliefs.ofAnyDay('ZZ')?.code]).toEqual(['AID_TAXES', undefined]);
  });

  it('knows the rates below the common tariff', () => {
    expect(reliefs.lowerRate('8450111100', '2025-09-02')?.percent.toFixed()).toBe('5');
    expect(reliefs.lowerRate('8450111100', '2016-01-10')).toBeUndefined();
  });

  it('refuses a concession from taxes, a period without limits, a code of the box twice', () => {
    expect(() => reliefsOf(row('A_B', 'AB', 'TARIFF_CONCESSION,IMPORT_VAT,NO,,'))).toThrow(
      'kind "IMPORT_VAT"',
    );
    expect(() => reliefsOf(row('A_B', 'AB', 'TARIFF_CONCESSION,IMPORT_DUTY,NO,3Y,'))).toThrow('period');
    expect(() =>
      reliefsOf(
        row('A_B', 'AB', 'TAX_RELIEF,IMPORT_VAT,NO,,'),
        row('C_D', 'AB', 'TAX_RELIEF,IMPORT_VAT,NO,,'),
      ),
    ).toThrow('relief AB stands twice');
  });
});

import { ExportDuties, importExportDutyGoodsCsv, importExportDutyRatesCsv } from './export-duties.js';
import type { Imported } from './csv-table.js';

const RATES =
  'prefix,kind,ad_valorem_percent,specific_amount,specific_currency,specific_quantity,specific_unit';

function rowsOf<Row>(imported: Imported<Row>): readonly Row[] {
  if (!imported.ok) throw new Error(JSON.stringify(imported.badLines));
  return imported.rows;
}

function duties(goods: readonly string[], rates: readonly string[]): ExportDuties {
  return new ExportDuties(
    rowsOf(importExportDutyGoodsCsv(['prefix,goods,valid_from,valid_to,source', ...goods].join('\n'))),
    rowsOf(importExportDutyRatesCsv([`${RATES},valid_from,valid_to,source`, ...rates].join('\n'))),
  );
}

describe('export duty rates', () => {
  const scrap = '7204,scrap,2025-01-01,2025-12-31,list';
  const known = duties(
    [scrap],
    ['7204,AD_VALOREM,15,,,,,2020-01-01,,order', '72043,SPECIFIC,,20,EUR,1,TNE,2020-01-01,,order'],
  );

  it('are those of the longest prefix, while the goods are listed', () => {
    expect(known.find('7204100000', '2025-06-01')?.rate.kind).toBe('AD_VALOREM');
    expect(known.find('7204300000', '2025-06-01')?.rate.kind).toBe('SPECIFIC');
    expect(known.find('7204100000', '2026-01-01')).toBeUndefined();
    expect(known.find('5101110000', '2025-06-01')).toBeUndefined();
  });

  it('do not stand twice on one day', () => {
    expect(() =>
      duties([scrap, '7204,scrap,2025-06-01,,list'], ['72,AD_VALOREM,1,,,,,2020-01-01,,x']),
    ).toThrow(RangeError);
  });
});

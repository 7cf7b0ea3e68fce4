import {
  importPreferenceOriginsCsv,
  importPreferenceQuotasCsv,
  importPreferentialGoodsCsv,
  TariffPreferences,
} from './preferences.js';
import type { Imported } from './csv-table.js';

const ORIGINS = 'country,name,list,valid_from,valid_to,source';
const GOODS = 'prefix,goods,duty_share,valid_from,valid_to,source';
const QUOTAS = 'code,preference,origin,prefix,unit,total,valid_from,valid_to,source';

function rowsOf<Row>(imported: Imported<Row>): readonly Row[] {
  if (!imported.ok) throw new Error(imported.badLines.map(({ message }) => message).join('; '));
  return imported.rows;
}

function preferencesOf(origins: string[], goods: string[] = ['0803,bananas,0.75,2010-07-01,,test']) {
  return new TariffPreferences({
    origins: rowsOf(importPreferenceOriginsCsv([ORIGINS, ...origins].join('\n'))),
    goods: rowsOf(importPreferentialGoodsCsv([GOODS, ...goods].join('\n'))),
    quotas: rowsOf(
      importPreferenceQuotasCsv(
        [QUOTAS, 'CHEESE,PREF_FREE_TRADE_ZONE,RS,0406,KGM,1000,2025-01-01,2025-12-31,test'].join('\n'),
      ),
    ),
  });
}

describe('tariff preferences', () => {
  const preferences = preferencesOf([
    'RS,Serbia,FREE_TRADE,2021-07-10,,test',
    'KE,Kenya,DEVELOPING,2021-10-12,,test',
    'CN,China,DEVELOPING,2010-07-01,2021-10-11,test',
    'NP,Nepal,LEAST_DEVELOPED,2010-07-01,,test',
  ]);

  it('knows the lists of a day, not those of another day', () => {
    expect(preferences.isFreeTradePartner('RS', '2021-07-09')).toBe(false);
    expect(preferences.isFreeTradePartner('RS', '2021-07-10')).toBe(true);
    expect(preferences.isLeastDeveloped('NP', '2025-09-02')).toBe(true);
    expect(preferences.isLeastDeveloped('RS', '2025-09-02')).toBe(false);
  });

  it('leaves a share of the rate on listed goods of a listed developing origin alone', () => {
    expect(preferences.developingShare('KE', '0803901000', '2025-09-02')?.toFixed()).toBe('0.75');
    expect(preferences.developingShare('KE', '8703231940', '2025-09-02')).toBeUndefined();
    expect(preferences.developingShare('CN', '0803901000', '2021-10-11')?.toFixed()).toBe('0.75');
    expect(preferences.developingShare('CN', '0803901000', '2021-10-12')).toBeUndefined();
  });

  it('finds the quota of preference, origin, goods and day', () => {
    const quota = (origin: string, on: string) =>
      preferences.quotaOf('PREF_FREE_TRADE_ZONE', origin, '0406103000', on)?.code;
    expect(quota('RS', '2025-12-31')).toBe('CHEESE');
    expect(quota('RS', '2026-01-01')).toBeUndefined();
    expect(quota('MD', '2025-12-31')).toBeUndefined();
  });

  it('refuses a country twice on a list, and a share above the whole rate', () => {
    expect(() => preferencesOf(['RS,a,FREE_TRADE,2021-07-10,,x', 'RS,b,FREE_TRADE,2022-01-01,,x'])).toThrow(
      'RS stands twice',
    );
    expect(() => preferencesOf(['RS,a,FREE_TRADE,2021-07-10,,x'], ['0803,a,1.5,2010-07-01,,x'])).toThrow(
      'duty_share',
    );
  });
});

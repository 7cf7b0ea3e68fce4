import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ExciseRates, importExciseRatesCsv } from './excise-rates.js';
import { loadReferenceData, supplementaryUnits } from './reference-data.js';

const DAY = '2025-09-02';
const SHIPPED = new URL('../data/', import.meta.url);
const data = loadReferenceData();

/** The shipped tariff read another way than the loader reads it. */
function tariffLines(): readonly string[][] {
  const [, ...lines] = readFileSync(new URL('import-duty-rates.csv', SHIPPED), 'utf8').trim().split('\n');
  return lines.map((line) => line.split(','));
}

describe('the shipped reference data', () => {
  it('loads the 13,278 codes of the tariff, every one of them found again', () => {
    expect(data.tariff.size(DAY)).toBe(13_278);
    const kinds: Record<string, number> = {};
    for (const [code = '', kind, percent, amount] of tariffLines()) {
      const rate = data.tariff.find(code, DAY);
      expect(rate?.kind).toBe(kind);
      if (rate && rate.kind !== 'SPECIFIC') expect(rate.adValoremPercent.toFixed()).toBe(percent);
      if (rate && rate.kind !== 'AD_VALOREM') expect(rate.specific.amount.toFixed()).toBe(amount);
      kinds[rate?.kind ?? 'none'] = (kinds[rate?.kind ?? 'none'] ?? 0) + 1;
    }
    expect(kinds).toEqual({ AD_VALOREM: 11_559, SPECIFIC: 613, COMBINED_MIN: 1_072, COMBINED_SUM: 34 });
  });

  it('knows every unit and currency that a rate is in', () => {
    for (const [code = ''] of tariffLines()) {
      const rate = data.tariff.find(code, DAY);
      expect(data.chapters.has(code.slice(0, 2), DAY)).toBe(true);
      if (!rate || rate.kind === 'AD_VALOREM') continue;
      expect(data.units.has(rate.specific.unit, DAY)).toBe(true);
      expect(data.currencyRates.find(rate.specific.currency, DAY)).toBeDefined();
    }
    for (const code of ['2208301100', '2402209000', '2710124100', '8703241098']) {
      const unit = data.exciseRates.find(code, DAY)?.unit ?? '';
      expect(data.units.has(unit, DAY)).toBe(true);
    }
  });

  it('has the example rates of the worked cases: 1 EUR = 600.00 and 1 USD = 520.00 in September 2025', () => {
    for (const on of ['2025-09-01', '2025-09-02', '2025-09-16', '2025-09-30']) {
      expect(data.currencyRates.find('EUR', on)?.kztPerUnit.toFixed(2)).toBe('600.00');
      expect(data.currencyRates.find('USD', on)?.kztPerUnit.toFixed(2)).toBe('520.00');
    }
    expect(data.currencyRates.find('USD', DAY)?.source).toBe('example');
  });

  it('has a rate of EUR, USD, RUB and CNY on every day from 2024 to 2027', () => {
    for (let day = Date.parse('2024-01-01'); day <= Date.parse('2027-12-31'); day += 86_400_000) {
      const on = new Date(day).toISOString().slice(0, 10);
      for (const currency of ['EUR', 'USD', 'RUB', 'CNY'])
        if (!data.currencyRates.find(currency, on)) throw new Error(`no ${currency} on ${on}`);
    }
  });

  it('holds the seventeen procedures of art. 306 under their two digits', () => {
    expect(data.procedures.all(DAY)).toHaveLength(17);
    expect(data.procedures.find('40', DAY)?.procedure).toBe('RELEASE_FOR_DOMESTIC_CONSUMPTION');
    expect(data.procedures.has('41', DAY)).toBe(false);
  });

  it('holds all 249 countries, all chapters, and the member states from their accession', () => {
    expect(data.countries.all(DAY)).toHaveLength(249);
    expect(data.countries.find('KZ', DAY)?.name).toBe('Kazakhstan');
    expect(data.countries.has('XX', DAY)).toBe(false);
    expect(data.chapters.all(DAY)).toHaveLength(97);
    expect(data.eaeuStates.has('KG', '2015-08-11')).toBe(false);
    expect(data.eaeuStates.has('KG', '2015-08-12')).toBe(true);
    for (const state of data.eaeuStates.all(DAY)) expect(data.countries.has(state.code, DAY)).toBe(true);
  });

  it('knows a checkpoint that works round the clock and a post with office hours', () => {
    const khorgos = data.customsBodies.find('55302', DAY);
    expect(khorgos).toMatchObject({ kind: 'CHECKPOINT', superior: '55300', modes: ['ROAD'] });
    expect(khorgos?.officeHours).toBeUndefined();
    expect(data.customsBodies.find('55001', DAY)?.officeHours).toEqual({
      opens: '09:00',
      closes: '18:00',
      days: 'WORKING_DAYS',
    });
    for (const body of data.customsBodies.all(DAY))
      if (body.superior) expect(data.customsBodies.find(body.superior, DAY)?.kind).toBe('DEPARTMENT');
  });

  it('turns weight units into kilograms', () => {
    expect(data.units.find('TNE', DAY)?.kilograms?.toFixed()).toBe('1000');
    expect(data.units.find('LTR', DAY)?.kilograms).toBeUndefined();
  });

  it('asks for the unit of duty and of excise, and never for two with the shipped rates', () => {
    expect(supplementaryUnits(data, '8703241098', DAY)).toEqual(['CMQ']);
    expect(supplementaryUnits(data, '0101210000', DAY)).toEqual([]);
    expect(supplementaryUnits(data, '2208301100', DAY)).toEqual(['LTR']);
    expect(supplementaryUnits(data, '2402209000', DAY)).toEqual(['MIL']);
    for (const [code = ''] of tariffLines())
      expect(supplementaryUnits(data, code, DAY).length).toBeLessThan(2);
  });

  it('asks for two units where duty and excise count differently', () => {
    const imported = importExciseRatesCsv(
      'prefix,goods,kzt_amount,per_quantity,unit,valid_from,valid_to,source\n2208,spirits,2550,1,LPA,2025-01-01,,test',
    );
    if (!imported.ok) throw new Error('bad lines');
    const exciseRates = new ExciseRates(imported.rows);
    expect(supplementaryUnits({ tariff: data.tariff, exciseRates }, '2208301100', DAY)).toEqual([
      'LTR',
      'LPA',
    ]);
  });
});

describe('the shipped preferences and reliefs', () => {
  it('name countries and units that exist, and goods of the tariff', () => {
    const origins = readFileSync(new URL('preference-origins.csv', SHIPPED), 'utf8').trim().split('\n');
    for (const [country = ''] of origins.slice(1).map((line) => line.split(',')))
      expect(data.countries.has(country, DAY)).toBe(true);
    const cheese = data.preferences.quotaOf('PREF_FREE_TRADE_ZONE', 'RS', '0406103000', DAY);
    expect(data.units.has(cheese?.unit ?? '', DAY)).toBe(true);
    expect(data.preferences.developingShare('KE', '0803901000', DAY)?.toFixed()).toBe('0.75');
  });

  it('have rates below the common tariff that are below it, and no use limit on a preference', () => {
    const rate = data.tariff.find('8483402100', DAY);
    const lower = data.reliefs.lowerRate('8483402100', DAY);
    expect(rate?.kind === 'AD_VALOREM' && lower && rate.adValoremPercent.gt(lower.percent)).toBe(true);
    for (const code of ['FT', 'DC', 'LD'])
      expect(data.reliefs.find(code, DAY)).toMatchObject({
        class: 'TARIFF_PREFERENCE',
        hasUseLimits: false,
      });
  });
});

describe('loading', () => {
  it('names file and line of every bad row and loads nothing', () => {
    const folder = mkdtempSync(join(tmpdir(), 'reference-data-'));
    try {
      cpSync(SHIPPED, folder, { recursive: true });
      const file = join(folder, 'countries.csv');
      writeFileSync(
        file,
        readFileSync(file, 'utf8')
          .replace(/^AE,.*$/m, 'UAE,Emirates,2010-07-01,')
          .replace(/^AG,/m, 'AF,'),
      );
      const load = () => loadReferenceData(pathToFileURL(`${folder}/`));
      expect(load).toThrow('countries.csv:3: code "UAE" is not a code of this classifier');
      expect(load).toThrow('countries.csv:5: repeats line 4');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('fails when a file is not there', () => {
    expect(() => loadReferenceData(pathToFileURL(`${tmpdir()}/nothing-here/`))).toThrow('ENOENT');
  });
});

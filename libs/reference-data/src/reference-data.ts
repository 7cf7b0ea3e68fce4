/** Reference data as one service holds it: read once from data/*.csv, then looked up by date in memory. */
import { readFileSync } from 'node:fs';
import type { CivilDate } from './civil-date.js';
import * as classifier from './classifiers.js';
import type { Classifiers } from './classifiers.js';
import { CodeList } from './code-list.js';
import type { CodeListEntry } from './code-list.js';
import type { Imported } from './csv-table.js';
import { readTable } from './csv-table.js';
import { CurrencyRates, importCurrencyRatesCsv } from './currency-rates.js';
import { ExciseRates, importExciseRatesCsv } from './excise-rates.js';
import { ExportDuties, importExportDutyGoodsCsv, importExportDutyRatesCsv } from './export-duties.js';
import { LegalParameters, importLegalParametersCsv } from './legal-parameters.js';
import {
  importPreferenceOriginsCsv,
  importPreferenceQuotasCsv,
  importPreferentialGoodsCsv,
  TariffPreferences,
} from './preferences.js';
import { importLowerDutyRatesCsv, importReliefsCsv, Reliefs } from './reliefs.js';
import { importMemberStateVatCsv, MemberStateVat } from './member-state-vat.js';
import { Tariff, importTariffCsv, isNetWeightUnit } from './tariff.js';
import type { TariffRevision } from './tariff.js';

export interface ReferenceData extends Classifiers {
  readonly tariff: Tariff;
  readonly currencyRates: CurrencyRates;
  readonly parameters: LegalParameters;
  readonly exciseRates: ExciseRates;
  readonly exportDuties: ExportDuties;
  readonly memberStateVat: MemberStateVat;
  /** Tariff preferences by origin (art. 123). */
  readonly preferences: TariffPreferences;
  /** What box 36 may claim (art. 121, 123, 301). */
  readonly reliefs: Reliefs;
}

const SHIPPED_DATA = new URL('../data/', import.meta.url);

/**
 * Reads every table of the folder (the shipped one when none is named; it ends with "/"); the tariff, which is larger than
 * all others together, when it is first asked for: a service that needs it asks when it starts.
 * @throws Error naming file, line and fault of every bad line: a service must not start on half of the law.
 */
export function loadReferenceData(folder: URL = SHIPPED_DATA): ReferenceData {
  const read = <Row>(file: string, importCsv: (text: string) => Imported<Row>): readonly Row[] => {
    const imported = importCsv(readFileSync(new URL(file, folder), 'utf8'));
    if (imported.ok) return imported.rows;
    throw new Error(imported.badLines.map(({ line, message }) => `${file}:${line}: ${message}`).join('\n'));
  };
  const list = <Entry extends CodeListEntry>(file: string, importCsv: (text: string) => Imported<Entry>) =>
    new CodeList(read(file, importCsv));
  const readTariff = () =>
    new Tariff(
      read('tariff-revisions.csv', importTariffRevisionsCsv).map(({ file, ...revision }): TariffRevision => ({
        ...revision,
        rows: read(file, importTariffCsv),
      })),
    );
  let tariff: Tariff | undefined;
  return {
    get tariff() {
      return (tariff ??= readTariff());
    },
    currencyRates: new CurrencyRates(read('currency-rates.csv', importCurrencyRatesCsv)),
    parameters: new LegalParameters(read('legal-parameters.csv', importLegalParametersCsv)),
    exciseRates: new ExciseRates(read('excise-rates.csv', importExciseRatesCsv)),
    memberStateVat: new MemberStateVat(read('member-state-vat-rates.csv', importMemberStateVatCsv)),
    exportDuties: new ExportDuties(
      read('export-duty-goods.csv', importExportDutyGoodsCsv),
      read('export-duty-rates.csv', importExportDutyRatesCsv),
    ),
    preferences: new TariffPreferences({
      origins: read('preference-origins.csv', importPreferenceOriginsCsv),
      goods: read('preferential-goods.csv', importPreferentialGoodsCsv),
      quotas: read('preference-quotas.csv', importPreferenceQuotasCsv),
    }),
    reliefs: new Reliefs(
      read('reliefs.csv', importReliefsCsv),
      read('lower-duty-rates.csv', importLowerDutyRatesCsv),
    ),
    procedures: list('customs-procedures.csv', classifier.importProceduresCsv),
    transportModes: list('transport-modes.csv', classifier.importTransportModesCsv),
    packageKinds: list('package-kinds.csv', classifier.importPackageKindsCsv),
    units: list('units.csv', classifier.importUnitsCsv),
    countries: list('countries.csv', classifier.importCountriesCsv),
    eaeuStates: list('eaeu-states.csv', classifier.importCountriesCsv),
    currencies: list('currencies.csv', classifier.importCurrenciesCsv),
    documentKinds: list('document-kinds.csv', classifier.importDocumentKindsCsv),
    customsBodies: list('customs-bodies.csv', classifier.importCustomsBodiesCsv),
    chapters: list('chapters.csv', classifier.importChaptersCsv),
  };
}

function importTariffRevisionsCsv(
  text: string,
): Imported<Omit<TariffRevision, 'rows'> & { readonly file: string }> {
  return readTable(
    text,
    ['name', 'decision', 'valid_from', 'file'],
    (line) => ({
      name: line.required('name'),
      decision: line.required('decision'),
      validFrom: line.date('valid_from'),
      file: line.matching('file', /^[a-z0-9-]+\.csv$/, 'the name of a file of this folder'),
    }),
    (revision) => revision.validFrom,
  );
}

/**
 * The units in which an item of this code must state a quantity beside its net weight, so that duty and excise of the
 * day can be computed (art. 124.2, 279.2.5): none, one, or two where duty and excise count differently.
 */
export function supplementaryUnits(
  data: Pick<ReferenceData, 'tariff' | 'exciseRates'>,
  code: string,
  on: CivilDate,
): readonly string[] {
  const excise = data.exciseRates.find(code, on)?.unit;
  const units = [
    data.tariff.supplementaryUnit(code, on),
    excise && !isNetWeightUnit(excise) ? excise : undefined,
  ];
  return [...new Set(units.filter((unit) => unit !== undefined))];
}

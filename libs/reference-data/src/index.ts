/** Reference data: tariff, rates, legal parameters and code lists, all dated. `loadReferenceData()` reads them once. */
export type { CivilDate } from './civil-date.js';
export type {
  Classifiers,
  CurrencyEntry,
  CustomsBodyEntry,
  CustomsProcedureEntry,
  DocumentKindEntry,
  OfficeHours,
  TransportModeEntry,
  UnitEntry,
} from './classifiers.js';
export { CodeList } from './code-list.js';
export type { CodeListEntry } from './code-list.js';
export type { BadLine, Imported } from './csv-table.js';
export { CurrencyRates, importCurrencyRatesCsv, OLDEST_CURRENCY_RATE_DAYS } from './currency-rates.js';
export type { CurrencyRate } from './currency-rates.js';
export { ExciseRates, importExciseRatesCsv } from './excise-rates.js';
export type { ExciseRate } from './excise-rates.js';
export { MemberStateVat } from './member-state-vat.js';
export type { MemberStateVatRate } from './member-state-vat.js';
export { ExportDuties } from './export-duties.js';
export type { ExportDutyRate, ListedForExportDuty } from './export-duties.js';
export { importLegalParametersCsv, LEGAL_PARAMETER_UNITS, LegalParameters } from './legal-parameters.js';
export type {
  LegalParameterName,
  LegalParameterRow,
  LegalParameterUnit,
  LegalParameterValue,
} from './legal-parameters.js';
export { TariffPreferences } from './preferences.js';
export type {
  OriginList,
  PreferenceOrigin,
  PreferenceQuota,
  PreferenceRows,
  PreferentialGoods,
} from './preferences.js';
export { Reliefs } from './reliefs.js';
export type { LowerDutyRate, ReliefClass, ReliefEntry, RelievedKind } from './reliefs.js';
export { loadReferenceData, supplementaryUnits } from './reference-data.js';
export type { ReferenceData } from './reference-data.js';
export { importTariffCsv, isNetWeightUnit, Tariff } from './tariff.js';
export type { ImportDutyRate, SpecificRate, TariffRevision, TariffRow } from './tariff.js';
export type { Validity } from './validity.js';
export { officeCalendarOf } from './office-calendar-of.js';

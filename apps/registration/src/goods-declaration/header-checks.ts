/** Checks of the header: form, codes of classifiers, the competent customs body, currency (art. 278, 279.2, 288.4). */
import type { Reason } from '@shekara/kernel';
import type { DeclarationDraft } from './declaration-draft.js';
import { codeForm, countForm, countryForm, dateForm, decimalForm, isDecimal } from './field-forms.js';
import type { FilingFacts, FilingLaw } from './filing-facts.js';
import { defectWhen } from './registration-refusal.js';

/** Signature and form (art. 288.4.4; R-DEC-034, R-DEC-035, R-DEC-087). A paper filing is signed by hand. */
export function formDefects(draft: DeclarationDraft, facts: FilingFacts): readonly Reason[] {
  const pointer = '/signature';
  const transit = draft.procedureCode === '80';
  const personal = draft.declarant?.capacity === 'FOREIGN_PERSONAL_USE';
  return [
    ...defectWhen(facts.signature === 'MISSING', 'SIGNATURE_MISSING', { pointer }),
    ...defectWhen(facts.signature === 'INVALID', 'SIGNATURE_INVALID', { pointer }),
    ...defectWhen(facts.signature === 'EXPIRED', 'SIGNATURE_EXPIRED', { pointer }),
    ...defectWhen(facts.signature === 'OF_ANOTHER_PERSON', 'SIGNATURE_OF_ANOTHER_PERSON', { pointer }),
    ...defectWhen(draft.form !== 'GOODS_DECLARATION' || transit || personal, 'FORM_DOES_NOT_MATCH', {
      pointer: '/form',
      value: draft.form,
      expected: transit ? 'TRANSIT_DECLARATION' : personal ? 'PASSENGER_DECLARATION' : 'GOODS_DECLARATION',
    }),
  ];
}

/** The declaration goes to a body competent for it (art. 288.1, 288.4.1; R-DEC-085). */
export function officeDefects(draft: DeclarationDraft, facts: FilingFacts): readonly Reason[] {
  const { officeCode, procedureCode } = draft;
  if (officeCode === undefined || officeCode === '') return [];
  const found = { pointer: '/officeCode', value: officeCode };
  if (facts.office === undefined || facts.office.code !== officeCode)
    return defectWhen(true, 'OFFICE_UNKNOWN', found);
  const { procedures } = facts.office;
  const competent =
    procedures === undefined || procedureCode === undefined || procedures.includes(procedureCode);
  return defectWhen(!competent, 'OFFICE_NOT_COMPETENT', found);
}

/** Single fields of the header: numbers, dates and codes of classifiers (R-DEC-048). */
export function headerFieldDefects(draft: DeclarationDraft, on: string, law: FilingLaw): readonly Reason[] {
  const { procedureCode } = draft;
  const { countries, procedures, transportModes } = law.reference;
  const country = (
    code: string | undefined,
    pointer: string,
    alsoAllowed?: readonly string[],
  ): readonly Reason[] => countryForm(code, countries, on, pointer, alsoAllowed);
  return [
    ...defectWhen(!!procedureCode && !procedures.has(procedureCode, on), 'PROCEDURE_UNKNOWN', {
      pointer: '/procedureCode',
      value: procedureCode,
    }),
    ...codeForm(draft.modeBorder, transportModes, on, '/modeBorder'),
    ...codeForm(draft.modeInland, transportModes, on, '/modeInland'),
    ...country(draft.sender?.country, '/sender/country'),
    ...country(draft.consignee?.country, '/consignee/country'),
    ...country(draft.financialParty?.country, '/financialParty/country'),
    ...country(draft.declarant?.country, '/declarant/country'),
    ...country(draft.tradingCountry, '/tradingCountry'),
    ...country(draft.dispatchCountry, '/dispatchCountry'),
    ...country(draft.originCountryOverall, '/originCountryOverall', ['various', 'unknown']),
    ...country(draft.destinationCountry, '/destinationCountry'),
    ...country(draft.transportArrival?.nationality, '/transportArrival/nationality'),
    ...country(draft.transportBorder?.nationality, '/transportBorder/nationality'),
    ...countForm(draft.packagesTotal, '/packagesTotal'),
    ...countForm(draft.transportArrival?.count, '/transportArrival/count'),
    ...decimalForm(draft.totalCustomsValue, 2, '/totalCustomsValue'),
    ...decimalForm(draft.invoiceTotal, 2, '/invoiceTotal'),
    ...dateForm(draft.date, '/date'),
    ...dateForm(draft.representative?.contractDate, '/representative/contractDate'),
  ];
}

/**
 * The currency of the invoice has a rate on the day of registration; a rate that the declaration states is that one
 * (art. 127; R-DEC-049). `on` is the legal date of registration. Tenge need no rate.
 */
export function currencyDefects(draft: DeclarationDraft, on: string, law: FilingLaw): readonly Reason[] {
  const { invoiceCurrency, exchangeRate, rateDate } = draft;
  if (invoiceCurrency === undefined || invoiceCurrency === '' || invoiceCurrency === 'KZT') return [];
  const rate = law.reference.currencyRates.find(invoiceCurrency, on);
  if (rate === undefined) {
    return defectWhen(true, 'CURRENCY_RATE_UNKNOWN', { pointer: '/invoiceCurrency', value: invoiceCurrency });
  }
  const sameRate =
    exchangeRate === undefined || (isDecimal(exchangeRate, 6) && rate.kztPerUnit.equals(exchangeRate));
  return [
    ...defectWhen(!sameRate, 'EXCHANGE_RATE_DIFFERS', {
      pointer: '/exchangeRate',
      value: exchangeRate,
      expected: rate.kztPerUnit.toFixed(),
    }),
    ...defectWhen(rateDate !== undefined && rateDate !== on, 'EXCHANGE_RATE_DIFFERS', {
      pointer: '/rateDate',
      value: rateDate,
      expected: on,
    }),
  ];
}

/** The calendar, office and road import of the law file's worked cases, for specs of this service. */
import { LegalCalendar, officeMondayToFriday, standardCalendar } from '@shekara/calendar';
import type { DeclaredDay, OfficeCalendar } from '@shekara/calendar';
import { identificationCheckDigit } from '@shekara/kernel';
import { loadReferenceData } from '@shekara/reference-data';
import type { DeclarationDraft, DocumentReference, ItemDraft } from './declaration-draft.js';
import type { FilingFacts, FilingLaw } from './filing-facts.js';

const NOT_COUNTED = ['2024-08-30', '2024-10-25', '2024-12-16', '2025-01-01', '2025-01-02', '2025-01-07'];

/** Weekdays that do not count in the worked cases. */
export const exampleCalendar = new LegalCalendar({
  version: 'worked-cases',
  days: NOT_COUNTED.map((date): DeclaredDay => ({
    date,
    kind: 'HOLIDAY',
    name: 'example',
    act: 'example',
    source: 'example',
  })),
});

/** Office hours 09:00-18:00, Monday to Friday. */
export const exampleOffice: OfficeCalendar = officeMondayToFriday('55001', '09:00', '18:00');

/** An instant by the clock on the wall of the office. */
export function at(date: string, time: string): Date {
  return standardCalendar().instantOf(date, time);
}

function bin(elevenDigits: string): string {
  const digit = identificationCheckDigit(elevenDigits);
  if (digit === undefined) throw new Error(`no BIN begins with ${elevenDigits}`);
  return `${elevenDigits}${digit}`;
}

export const DECLARANT_BIN = bin('05014000012');
export const REPRESENTATIVE_BIN = bin('06024000034');

export const exampleLaw: FilingLaw = {
  reference: loadReferenceData(),
  calendar: exampleCalendar,
  exportMeasures: { owesExportDuty: () => false, onTemporaryExportList: () => false },
  reductions: [],
};

export function document(kind: string, fields: Partial<DocumentReference> = {}): DocumentReference {
  return {
    kind,
    number: `${kind}-1`,
    date: '2024-10-01',
    issuer: 'issuer',
    form: 'ELECTRONIC',
    language: 'ru',
    availability: 'PRESENT',
    ...fields,
  };
}

export const exampleDocuments: readonly DocumentReference[] = [
  document('AUTHORITY'),
  document('CONTRACT'),
  document('INVOICE'),
  document('CMR'),
  document('PAYMENT_PROOF'),
];

export function item(itemNumber: number, fields: Partial<ItemDraft> = {}): ItemDraft {
  return {
    itemNumber,
    description: 'portable computers',
    manufacturer: 'Example Works',
    packages: [{ count: 10, kind: 'CT', marks: 'none' }],
    commodityCode: '8471300000',
    originCountry: 'CN',
    grossKg: '120.500',
    netKg: '100.000',
    preference: { fee: '00', duty: '00', excise: '00', vat: '00' },
    procedure: '4000000',
    itemPrice: '5000.00',
    valuationMethod: 1,
    customsValue: '2400000.00',
    statisticalValue: '5000.00',
    ...fields,
  };
}

/** A road import for domestic consumption (procedure 40) that holds everything the law asks for. */
export function roadImport(fields: Partial<DeclarationDraft> = {}): DeclarationDraft {
  const items = fields.items ?? [item(1)];
  return {
    declarationId: '019292a0-0000-7000-8000-000000000001',
    form: 'GOODS_DECLARATION',
    feature: 'STANDARD',
    filingChannel: 'IS_ELECTRONIC',
    direction: 'IM',
    procedureCode: '40',
    officeCode: '55001',
    sender: { name: 'Seller', address: 'Urumqi', country: 'CN' },
    itemsTotal: items.length,
    packagesTotal: items.length * 10,
    consignee: { name: 'Buyer', address: 'Almaty', country: 'KZ', identification: DECLARANT_BIN },
    financialParty: { name: 'Buyer', address: 'Almaty', country: 'KZ' },
    tradingCountry: 'CN',
    totalCustomsValue: `${items.length * 2_400_000}.00`,
    declarant: {
      name: 'Buyer',
      address: 'Almaty',
      country: 'KZ',
      identification: DECLARANT_BIN,
      capacity: 'DEAL_PARTY',
    },
    dispatchCountry: 'CN',
    originCountryOverall: 'CN',
    destinationCountry: 'KZ',
    transportArrival: { count: 1, number: '123ABC02', nationality: 'KZ' },
    containerFlag: false,
    deliveryTerms: { code: 'DAP', place: 'Almaty' },
    invoiceCurrency: 'USD',
    invoiceTotal: `${items.length * 5_000}.00`,
    dealNature: '010',
    modeBorder: '31',
    modeInland: '31',
    entryExitOffice: '55302',
    goodsLocation: { type: '11', address: 'Almaty' },
    filledBy: { name: 'A. Person', position: 'manager', phone: '+7 700 000 00 00' },
    place: 'Almaty',
    date: '2024-10-14',
    documents: exampleDocuments,
    ...fields,
    items,
  };
}

/** Signed by the declarant, at a competent body, goods presented. */
export function facts(fields: Partial<FilingFacts> = {}): FilingFacts {
  return {
    filerIdentification: DECLARANT_BIN,
    signature: 'VALID',
    office: { code: '55001', calendar: exampleOffice },
    arrival: {
      noticeNumber: '55302/141024/0000001',
      status: 'ACCEPTED',
      presentedAt: at('2024-10-14', '08:00'),
    },
    ...fields,
  };
}

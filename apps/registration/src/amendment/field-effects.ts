/**
 * What a change of each field of the declaration touches (art. 289.1): duty, the decision on release, bans and
 * restrictions. A table, so that the same change is judged alike whoever asks; what it leaves open an officer judges.
 */
import type { ChangedField } from './field-changes.js';

export type FieldEffect =
  /** Code, origin, quantity, rate: data by which duties and taxes are counted, the customs value apart. */
  | 'DUTY'
  /** The customs value and what it is made of: its adjustment is no change of duty-relevant data (art. 289.1). */
  | 'VALUE'
  /** Amounts of boxes 47 and B: they follow the value, and are duty-relevant by themselves. */
  | 'AMOUNT'
  | 'RELEASE'
  | 'RESTRICTIONS'
  /** The number of goods items: other goods than those declared. */
  | 'GOODS'
  /** Said by the registration itself; whoever needs it otherwise withdraws and files anew. */
  | 'FIXED';

/** Pointers into the declaration, `*` for a position in a list. An empty list: the officer alone judges the change. */
export const FIELD_EFFECTS: Readonly<Record<string, readonly FieldEffect[]>> = {
  ...each(
    ['declarationId', 'form', 'feature', 'filingChannel', 'resubmissionOf', 'direction', 'procedureCode'],
    'FIXED',
  ),
  ...each(['officeCode', 'declarant/identification', 'declarant/capacity', 'declarant/forOwnUse'], 'FIXED'),
  ...each(['representative/identification', 'representative/registerNumber'], 'FIXED'),
  ...each(['representative/name', 'representative/address', 'representative/country']),
  ...each(['representative/contractNumber', 'representative/contractDate']),
  ...each(['sender', 'consignee', 'financialParty'].flatMap(partyFields)),
  ...each(['declarant/name', 'declarant/address', 'declarant/country']),
  ...each(['itemsTotal', 'items/*/itemNumber'], 'GOODS'),
  ...each([
    'packagesTotal',
    'items/*/packages/*/count',
    'items/*/packages/*/kind',
    'items/*/packages/*/marks',
  ]),
  ...each([
    'items/*/description',
    'items/*/manufacturer',
    'items/*/trademark',
    'items/*/model',
    'items/*/article',
  ]),
  ...each(['items/*/containerNumbers/*', 'items/*/statisticalValue']),
  ...each(['tradingCountry', 'dealNature', 'containerFlag', 'modeBorder', 'modeInland', 'entryExitOffice']),
  ...each(['transportArrival', 'transportBorder'].flatMap(transportFields)),
  ...each(['goodsLocation/type', 'goodsLocation/address', 'goodsLocation/warehouseRegisterNumber']),
  ...each(['goodsLocation/vehicleNumber', 'warehouse', 'place', 'date']),
  ...each(['filledBy/name', 'filledBy/position', 'filledBy/phone', 'filledBy/certificateNumber']),
  ...each(['dispatchCountry', 'destinationCountry'], 'RESTRICTIONS'),
  ...each(['originCountryOverall', 'items/*/originCountry', 'items/*/commodityCode'], 'DUTY', 'RESTRICTIONS'),
  ...each(['invoiceCurrency', 'exchangeRate', 'rateDate', 'items/*/grossKg', 'items/*/netKg'], 'DUTY'),
  ...each(['items/*/supplementaryQuantity', 'items/*/supplementaryUnit'], 'DUTY'),
  ...each(['items/*/procedure'], 'DUTY', 'RELEASE'),
  ...each(
    ['fee', 'duty', 'excise', 'vat'].map((part) => `items/*/preference/${part}`),
    'DUTY',
    'RELEASE',
  ),
  ...each(['items/*/restrictionMark'], 'RESTRICTIONS', 'RELEASE'),
  ...each(
    ['items/*/intellectualPropertyMark', 'items/*/previousDocument', 'items/*/conditionsProof'],
    'RELEASE',
  ),
  ...each(['totalCustomsValue', 'invoiceTotal', 'deliveryCostsShownApart', 'items/*/customsValue'], 'VALUE'),
  ...each(
    ['deliveryTerms/code', 'deliveryTerms/place', 'items/*/itemPrice', 'items/*/valuationMethod'],
    'VALUE',
  ),
  ...each(['paymentTotals/*/kind', 'paymentTotals/*/amount'], 'AMOUNT'),
  ...each(['items/*/payments/*/kind', 'items/*/payments/*/amount'], 'AMOUNT'),
  ...each(['documents/*/number', 'documents/*/date', 'documents/*/issuer', 'documents/*/language']),
  ...each(
    ['documents/*/kind', 'documents/*/availability', 'documents/*/dueDate', 'documents/*/form'],
    'RELEASE',
  ),
  ...each(['documents/*/earlierDeclarationNumber', 'documents/*/itemNumbers/*'], 'RELEASE'),
};

/** Sums that follow when the value of an item is corrected by a demand or a decision. */
const FOLLOWING_SUMS: ReadonlySet<string> = new Set(['/totalCustomsValue', '/invoiceTotal']);

/** What a change of the field touches; undefined for a field that no declaration has. */
export function effectsOf(field: string): readonly FieldEffect[] | undefined {
  return FIELD_EFFECTS[patternOf(field)];
}

/** The pointer with `*` for each position in a list. */
export function patternOf(field: string): string {
  return field.replaceAll(/\/\d+(?=\/|$)/g, '/*');
}

export function touches(change: Pick<ChangedField, 'field'>, ...effects: readonly FieldEffect[]): boolean {
  const touched = effectsOf(change.field);
  return touched === undefined || touched.some((effect) => effects.includes(effect));
}

/** Amounts and sums that only say what another change comes to. */
export function onlyFollows(change: ChangedField): boolean {
  return FOLLOWING_SUMS.has(change.field) || effectsOf(change.field)?.includes('AMOUNT') === true;
}

function each(fields: readonly string[], ...effects: readonly FieldEffect[]) {
  return Object.fromEntries(fields.map((field) => [`/${field}`, effects]));
}

function partyFields(party: string): readonly string[] {
  return ['name', 'address', 'country', 'identification'].map((field) => `${party}/${field}`);
}

function transportFields(transport: string): readonly string[] {
  return ['count', 'number', 'nationality'].map((field) => `${transport}/${field}`);
}

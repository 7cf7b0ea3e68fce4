/**
 * The data that a goods declaration must hold (art. 279.2), each with its article and the purpose it serves: the list is
 * closed, a field that serves no purpose is not demanded (art. 278.2, R-DEC-036). Sets may be reduced by configuration
 * (art. 278.3, R-DEC-037).
 */
import type { LegalRef, Reason } from '@shekara/kernel';
import { art } from '@shekara/kernel';
import { MODES_WITHOUT_VEHICLE, NO_PREVIOUS_PROCEDURE } from './code-lists.js';
import type { DeclarationDraft, ItemDraft } from './declaration-draft.js';
import { customsValueIsDeclared, dealExists, previousProcedure } from './declaration-draft.js';
import { defect } from './registration-refusal.js';

/** What a field may be demanded for (art. 278.2). */
export type FieldPurpose = 'DUTIES_AND_TAXES' | 'STATISTICS' | 'CUSTOMS_LAW';

export interface MandatoryField<Subject> {
  /** JSON pointer inside the header, or inside the item. */
  readonly path: string;
  readonly article: LegalRef;
  readonly purpose: FieldPurpose;
  readonly requiredWhen?: (subject: Subject, draft: DeclarationDraft) => boolean;
}

/** Takes a field out of the set; a part that is absent stands for all (art. 278.3). */
export interface DataSetReduction {
  /** Path of the field, for an item field with the prefix `/items`. */
  readonly path: string;
  readonly procedures?: readonly string[];
  readonly capacities?: readonly string[];
  readonly modes?: readonly string[];
}

const deal = (draft: DeclarationDraft): boolean => dealExists(draft);
const valued = (draft: DeclarationDraft): boolean => customsValueIsDeclared(draft);
const ofKazakhstan = (country: string | undefined): boolean => country === 'KZ';
const represented = (draft: DeclarationDraft): boolean => draft.representative !== undefined;
const withVehicle = (draft: DeclarationDraft): boolean => !MODES_WITHOUT_VEHICLE.has(draft.modeBorder ?? '');

function fields<Subject>(
  article: LegalRef,
  purpose: FieldPurpose,
  paths: readonly string[],
  requiredWhen?: MandatoryField<Subject>['requiredWhen'],
): MandatoryField<Subject>[] {
  return paths.map((path) => ({ path, article, purpose, requiredWhen }));
}

export const MANDATORY_HEADER_FIELDS: readonly MandatoryField<DeclarationDraft>[] = [
  ...fields<DeclarationDraft>(art(279, '2.1'), 'CUSTOMS_LAW', ['/direction', '/procedureCode']),
  ...fields<DeclarationDraft>(art(288, 1), 'CUSTOMS_LAW', ['/officeCode']),
  ...fields<DeclarationDraft>(art(279, '2.2'), 'CUSTOMS_LAW', [
    '/sender/name',
    '/sender/address',
    '/sender/country',
    '/consignee/name',
    '/consignee/address',
    '/consignee/country',
    '/declarant/name',
    '/declarant/address',
    '/declarant/country',
    '/declarant/capacity',
  ]),
  ...fields<DeclarationDraft>(art(279, '2.2'), 'DUTIES_AND_TAXES', ['/declarant/identification'], (draft) =>
    ofKazakhstan(draft.declarant?.country),
  ),
  ...fields<DeclarationDraft>(
    art(25, 3),
    'CUSTOMS_LAW',
    ['/representative/registerNumber', '/representative/contractNumber', '/representative/contractDate'],
    represented,
  ),
  ...fields<DeclarationDraft>(art(32, 1), 'CUSTOMS_LAW', ['/filledBy/certificateNumber'], represented),
  ...fields<DeclarationDraft>(art(279, '2.3'), 'STATISTICS', [
    '/containerFlag',
    '/modeBorder',
    '/entryExitOffice',
  ]),
  ...fields<DeclarationDraft>(art(279, '2.4'), 'STATISTICS', ['/modeInland']),
  ...fields<DeclarationDraft>(
    art(279, '2.4'),
    'CUSTOMS_LAW',
    ['/transportArrival/count', '/transportArrival/number', '/transportArrival/nationality'],
    withVehicle,
  ),
  ...fields<DeclarationDraft>(art(279, '2.5'), 'STATISTICS', [
    '/itemsTotal',
    '/packagesTotal',
    '/dispatchCountry',
    '/originCountryOverall',
    '/destinationCountry',
  ]),
  ...fields<DeclarationDraft>(art(279, '2.5'), 'DUTIES_AND_TAXES', ['/totalCustomsValue'], valued),
  ...fields<DeclarationDraft>(art(279, '2.6'), 'DUTIES_AND_TAXES', ['/financialParty/name'], deal),
  ...fields<DeclarationDraft>(
    art(279, '2.7'),
    'STATISTICS',
    ['/tradingCountry', '/deliveryTerms/code', '/deliveryTerms/place', '/dealNature'],
    deal,
  ),
  ...fields<DeclarationDraft>(
    art(279, '2.7'),
    'DUTIES_AND_TAXES',
    ['/invoiceCurrency', '/invoiceTotal'],
    deal,
  ),
  ...fields<DeclarationDraft>(art(260), 'CUSTOMS_LAW', ['/goodsLocation/type', '/goodsLocation/address']),
  ...fields<DeclarationDraft>(
    art(51),
    'CUSTOMS_LAW',
    ['/warehouse'],
    (draft) => draft.procedureCode === '70',
  ),
  ...fields<DeclarationDraft>(art(279, '2.12'), 'CUSTOMS_LAW', [
    '/filledBy/name',
    '/filledBy/position',
    '/filledBy/phone',
  ]),
  ...fields<DeclarationDraft>(art(279, '2.13'), 'CUSTOMS_LAW', ['/place', '/date']),
];

export const MANDATORY_ITEM_FIELDS: readonly MandatoryField<ItemDraft>[] = [
  ...fields<ItemDraft>(art(279, '2.5'), 'STATISTICS', [
    '/itemNumber',
    '/description',
    '/packages',
    '/grossKg',
    '/netKg',
    '/statisticalValue',
  ]),
  ...fields<ItemDraft>(art(279, '2.5'), 'DUTIES_AND_TAXES', ['/commodityCode', '/originCountry']),
  ...fields<ItemDraft>(
    art(279, '2.5'),
    'CUSTOMS_LAW',
    ['/containerNumbers'],
    (_, draft) => draft.containerFlag === true,
  ),
  ...fields<ItemDraft>(art(279, '2.9'), 'CUSTOMS_LAW', ['/manufacturer']),
  ...fields<ItemDraft>(art(279, '2.6'), 'DUTIES_AND_TAXES', [
    '/preference/fee',
    '/preference/duty',
    '/preference/excise',
    '/preference/vat',
  ]),
  ...fields<ItemDraft>(art(279, '2.1'), 'CUSTOMS_LAW', ['/procedure']),
  ...fields<ItemDraft>(art(282), 'CUSTOMS_LAW', ['/previousDocument'], (item) => {
    const previous = previousProcedure(item);
    return previous !== undefined && previous !== NO_PREVIOUS_PROCEDURE;
  }),
  ...fields<ItemDraft>(art(279, '2.7'), 'DUTIES_AND_TAXES', ['/itemPrice'], (_, draft) => dealExists(draft)),
  ...fields<ItemDraft>(
    art(279, '2.5'),
    'DUTIES_AND_TAXES',
    ['/customsValue', '/valuationMethod'],
    (_, draft) => customsValueIsDeclared(draft),
  ),
];

/** Every mandatory field that is empty, each with its JSON pointer (R-DEC-040). */
export function missingFields(
  draft: DeclarationDraft,
  reductions: readonly DataSetReduction[],
): readonly Reason[] {
  const active = reductions
    .filter((reduction) => appliesTo(reduction, draft))
    .map((reduction) => reduction.path);
  const missing = (path: string, article: LegalRef): Reason =>
    defect('FIELD_MISSING', { pointer: path, expected: article.text });
  const ofHeader = MANDATORY_HEADER_FIELDS.filter(
    (field) =>
      !active.includes(field.path) &&
      (field.requiredWhen?.(draft, draft) ?? true) &&
      isEmpty(valueAt(draft, field.path)),
  ).map((field) => missing(field.path, field.article));
  const itemFields = MANDATORY_ITEM_FIELDS.filter((field) => !active.includes(`/items${field.path}`));
  const ofItems = draft.items.flatMap((item, index) =>
    itemFields
      .filter((field) => (field.requiredWhen?.(item, draft) ?? true) && isEmpty(valueAt(item, field.path)))
      .map((field) => missing(`/items/${index}${field.path}`, field.article)),
  );
  return [...ofHeader, ...ofItems];
}

function appliesTo(reduction: DataSetReduction, draft: DeclarationDraft): boolean {
  const matches = (list: readonly string[] | undefined, value: string | undefined): boolean =>
    list === undefined || (value !== undefined && list.includes(value));
  return (
    matches(reduction.procedures, draft.procedureCode) &&
    matches(reduction.capacities, draft.declarant?.capacity) &&
    matches(reduction.modes, draft.modeBorder)
  );
}

function valueAt(subject: object, path: string): unknown {
  let value: unknown = subject;
  for (const key of path.slice(1).split('/')) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Reflect.get(value, key);
  }
  return value;
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === 'string') return value.trim() === '';
  return Array.isArray(value) && value.length === 0;
}

/** Checks of one goods item: code, unit, masses, procedure (table 2 of the law file; art. 279.2, 288.4). */
import type { Reason } from '@shekara/kernel';
import { Exact, parseCommodityCode } from '@shekara/kernel';
import { supplementaryUnits } from '@shekara/reference-data';
import { NO_PREVIOUS_PROCEDURE } from './code-lists.js';
import type { DeclarationDraft, ItemDraft } from './declaration-draft.js';
import { codeForm, countForm, countryForm, decimalForm, isDecimal } from './field-forms.js';
import type { FilingLaw } from './filing-facts.js';
import { defect, defectWhen } from './registration-refusal.js';

const PROCEDURE_OF_ITEM = /^\d{4}[0-9A-Z]{3}$/;
const VALUATION_METHODS = [1, 2, 3, 4, 5, 6];
const PREFERENCE_PARTS = ['fee', 'duty', 'excise', 'vat'] as const;

/** Every defect of the item at `index`; `on` is the legal date of registration, which decides the tariff (R-DEC-272). */
export function itemDefects(
  draft: DeclarationDraft,
  index: number,
  on: string,
  law: FilingLaw,
): readonly Reason[] {
  const item = draft.items[index];
  if (item === undefined) return [];
  const at = `/items/${index}`;
  return [
    ...codeDefects(item, at, on, law),
    ...massDefects(item, at),
    ...procedureDefects(item, at, draft.procedureCode, on, law),
    ...countryForm(item.originCountry, law.reference.countries, on, `${at}/originCountry`, ['unknown', 'EU']),
    ...decimalForm(item.itemPrice, 2, `${at}/itemPrice`),
    ...decimalForm(item.customsValue, 2, `${at}/customsValue`),
    ...decimalForm(item.statisticalValue, 2, `${at}/statisticalValue`),
    ...decimalForm(item.supplementaryQuantity, 6, `${at}/supplementaryQuantity`),
    ...(item.packages ?? []).flatMap((packages, place) => [
      ...countForm(packages.count, `${at}/packages/${place}/count`),
      ...codeForm(packages.kind, law.reference.packageKinds, on, `${at}/packages/${place}/kind`),
    ]),
    ...defectWhen(
      item.valuationMethod !== undefined && !VALUATION_METHODS.includes(item.valuationMethod),
      'CODE_NOT_IN_LIST',
      { pointer: `${at}/valuationMethod`, value: item.valuationMethod },
    ),
    ...PREFERENCE_PARTS.flatMap((part) =>
      defectWhen(
        item.preference?.[part] !== undefined && item.preference[part].length !== 2,
        'CODE_NOT_IN_LIST',
        {
          pointer: `${at}/preference/${part}`,
          value: item.preference?.[part],
        },
      ),
    ),
  ];
}

/** Ten digits that the nomenclature holds on the day, and the quantity in the unit that the code needs. */
function codeDefects(item: ItemDraft, at: string, on: string, law: FilingLaw): readonly Reason[] {
  const { commodityCode } = item;
  if (commodityCode === undefined || commodityCode === '') return [];
  const pointer = `${at}/commodityCode`;
  const code = parseCommodityCode(commodityCode);
  if (code === undefined) return [defect('COMMODITY_CODE_MALFORMED', { pointer, value: commodityCode })];
  if (!law.reference.tariff.exists(code, on))
    return [defect('COMMODITY_CODE_UNKNOWN', { pointer, value: code })];
  const units = supplementaryUnits(law.reference, code, on);
  if (units.length === 0) return [];
  const { supplementaryQuantity, supplementaryUnit = '' } = item;
  const expected = units.join(' / ');
  return [
    ...defectWhen(!supplementaryQuantity, 'SUPPLEMENTARY_QUANTITY_MISSING', {
      pointer: `${at}/supplementaryQuantity`,
      expected,
    }),
    ...defectWhen(
      !!supplementaryQuantity && !units.includes(supplementaryUnit),
      'SUPPLEMENTARY_UNIT_DIFFERS',
      {
        pointer: `${at}/supplementaryUnit`,
        value: supplementaryUnit,
        expected,
      },
    ),
  ];
}

/** Kilograms with at most three decimals; net is not above gross (F-13). */
function massDefects(item: ItemDraft, at: string): readonly Reason[] {
  const { grossKg, netKg } = item;
  const comparable =
    grossKg !== undefined && netKg !== undefined && isDecimal(grossKg, 3) && isDecimal(netKg, 3);
  return [
    ...decimalForm(grossKg, 3, `${at}/grossKg`),
    ...decimalForm(netKg, 3, `${at}/netKg`),
    ...defectWhen(comparable && new Exact(netKg).greaterThan(grossKg), 'NET_ABOVE_GROSS', {
      pointer: `${at}/netKg`,
      value: netKg,
      expected: grossKg,
    }),
  ];
}

/** Box 37: the declared procedure of the declaration, an earlier one that exists, three marks of the movement. */
function procedureDefects(
  item: ItemDraft,
  at: string,
  declared: string | undefined,
  on: string,
  law: FilingLaw,
): readonly Reason[] {
  const { procedure } = item;
  if (procedure === undefined || procedure === '') return [];
  const found = { pointer: `${at}/procedure`, value: procedure };
  if (!PROCEDURE_OF_ITEM.test(procedure)) return [defect('CODE_NOT_IN_LIST', found)];
  const previous = procedure.slice(2, 4);
  return [
    ...defectWhen(declared !== undefined && procedure.slice(0, 2) !== declared, 'PROCEDURE_DIFFERS', {
      ...found,
      expected: declared,
    }),
    ...defectWhen(
      previous !== NO_PREVIOUS_PROCEDURE && !law.reference.procedures.has(previous, on),
      'PROCEDURE_UNKNOWN',
      found,
    ),
  ];
}

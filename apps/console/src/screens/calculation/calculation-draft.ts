/** The goods of a calculation as they are typed, and as they are sent. */
import type { CalculationBody } from '../../api/payments-contract.js';

export interface ItemDraft {
  /** Tells rows apart while they come and go. */
  readonly key: number;
  readonly commodityCode: string;
  readonly amount: string;
  readonly currency: string;
  readonly netWeightKg: string;
  /** In the unit that the tariff asks for, where it asks for one. */
  readonly quantity: string;
  readonly unit: string;
  readonly originCountry: string;
  /** Codes of a preference and of reliefs, as in box 36. */
  readonly preference: string;
  readonly originProved: '' | 'YES' | 'NO';
}

export interface CalculationDraft {
  readonly procedure: string;
  /** Empty for today. */
  readonly registeredOn: string;
  readonly items: readonly ItemDraft[];
}

export const MOST_ITEMS = 999;

export function emptyItem(key: number): ItemDraft {
  return {
    key,
    ...{ commodityCode: '', amount: '', currency: 'KZT', netWeightKg: '', quantity: '', unit: '' },
    ...{ originCountry: '', preference: '', originProved: '' },
  };
}

export function emptyCalculation(): CalculationDraft {
  return { procedure: '40', registeredOn: '', items: [emptyItem(1)] };
}

export function withAnotherItem(draft: CalculationDraft): CalculationDraft {
  const key = Math.max(0, ...draft.items.map((item) => item.key)) + 1;
  return { ...draft, items: [...draft.items, emptyItem(key)] };
}

/** Items are numbered as they stand. Spaces in numbers and a decimal comma are read as people write them. */
export function calculationBody({ procedure, registeredOn, items }: CalculationDraft): CalculationBody {
  return {
    procedure: procedure.trim(),
    ...(registeredOn === '' ? {} : { registeredOn }),
    items: items.map((item, index) => itemBody(item, index + 1)),
  };
}

function itemBody(item: ItemDraft, number: number): CalculationBody['items'][number] {
  const originCountry = capitals(item.originCountry);
  const preference = capitals(item.preference);
  return {
    number,
    commodityCode: item.commodityCode.replaceAll(/\s/g, ''),
    ...(item.amount.trim() === ''
      ? {}
      : { customsValue: { amount: decimal(item.amount), currency: capitals(item.currency) } }),
    netWeightKg: decimal(item.netWeightKg),
    ...(item.quantity.trim() === ''
      ? {}
      : { quantities: [{ unit: capitals(item.unit), amount: decimal(item.quantity) }] }),
    ...(originCountry === '' ? {} : { originCountry }),
    ...(preference === '' ? {} : { preference }),
    ...(item.originProved === '' ? {} : { originProved: item.originProved === 'YES' }),
  };
}

function capitals(text: string): string {
  return text.trim().toUpperCase();
}

function decimal(text: string): string {
  return text.replaceAll(/\s/g, '').replace(',', '.');
}

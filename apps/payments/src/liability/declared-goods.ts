/** What a registered goods declaration tells payments (art. 124.2, 125). */
import {
  type CommodityCode,
  Exact,
  parseCommodityCode,
  parseCurrencyCode,
  type Reason,
  reason,
} from '@shekara/kernel';
import type { CivilDate } from '@shekara/reference-data';
import { calculationReasons } from '../calculation/calculation-reasons.js';
import type {
  DeclarationForCalculation,
  ItemForCalculation,
} from '../calculation/declaration-for-calculation.js';
import { chargesOf } from '../calculation/procedure-charges.js';
import type { PayerAtBody } from '../ledger/account.js';
import { type ClaimReference, treatClaims, type TreatedClaims } from '../relief/treated-claims.js';
import { liabilityReasons as reasons } from './liability-reasons.js';

/** An item as written: decimals as text. */
export interface DeclaredItem {
  readonly number: number;
  readonly commodityCode: string;
  /** Absent where a declaration of goods that leave states none (art. 279.2.5). */
  readonly customsValue?: { readonly amount: string; readonly currency: string };
  readonly netWeightKg: string;
  readonly quantities: readonly { readonly unit: string; readonly amount: string }[];
  /** Country of origin, ISO 3166-1 alpha-2; empty where none is declared. */
  readonly originCountry?: string;
  /** Codes of box 36, joined; empty for none. */
  readonly preference?: string;
  /** A proof of the item's origin is there; what its declaration says of all items where absent. */
  readonly originProved?: boolean;
  /** Seven digits of box 37, the previous procedure in the third and fourth; the declared procedure alone where absent. */
  readonly procedure?: string;
  readonly earlier?: ItemForCalculation['earlier'];
}

/** The goods of one consignment, to calculate payments from. */
export interface GoodsToAssess {
  /** Two digits. */
  readonly procedure: string;
  readonly registeredOn: CivilDate;
  readonly personalGoods: boolean;
  readonly unionGoods?: boolean;
  readonly foundIn?: DeclarationForCalculation['foundIn'];
  readonly otherCharges?: DeclarationForCalculation['otherCharges'];
  /** Country of destination, ISO 3166-1 alpha-2; empty where none is declared. */
  readonly destination?: string;
  readonly temporaryImport?: DeclarationForCalculation['temporaryImport'];
  /** A proof of origin is among the documents (art. 92 to 94). */
  readonly originProved?: boolean;
  /** Items whose preference is claimed for the first time over a year after registration (art. 96.3). */
  readonly claimedLate?: ReadonlySet<number>;
  /** By the number of the item: why a preference quota does not take it (art. 123.1). */
  readonly quotaRefusals?: ReadonlyMap<number, Reason>;
  readonly items: readonly DeclaredItem[];
  /** Named only when all goods came under one transport document. */
  readonly shipment?: ItemForCalculation['shipment'];
}

export interface DeclaredGoods extends GoodsToAssess {
  readonly declarationId: string;
  readonly declarationNumber: string;
  readonly caseId: string;
  readonly owner: PayerAtBody;
  readonly payerName: string;
  /** BIN of the customs representative; empty when the declarant files itself. */
  readonly representative: string;
  readonly securityNumber?: string;
}

/** What an officer found of goods that their declaration does not say. */
export interface FactsOfGoods extends Pick<GoodsToAssess, 'temporaryImport'> {
  /** By the number of the item. */
  readonly earlier: ReadonlyMap<number, DeclaredItem['earlier']>;
}

export function withFacts<Goods extends GoodsToAssess>(goods: Goods, facts: FactsOfGoods): Goods {
  const { temporaryImport, earlier } = facts;
  return {
    ...goods,
    ...(temporaryImport && { temporaryImport }),
    items: goods.items.map((item) => ({ ...item, earlier: earlier.get(item.number) ?? item.earlier })),
  };
}

/** What a declaration that states no value is read as; the calculation asks for one where a sum is a part of it. */
const NO_VALUE = { amount: '0', currency: 'KZT' };
const DECIMAL = /^\d{1,16}(\.\d{1,10})?$/;

function exactOf(text: string): Exact | undefined {
  return DECIMAL.test(text) ? new Exact(text) : undefined;
}

/**
 * The declaration as the calculation takes it. Refuses DECLARED_FIGURE_UNREADABLE for a code, currency or figure that is
 * none, CUSTOMS_VALUE_MISSING for goods whose procedure charges by the consumption sum, and RELIEF_NEEDS_ASSESSMENT for an item whose claims of preference or relief an officer has to decide (`treatClaims`).
 */
export function forCalculation(
  goods: GoodsToAssess,
  reference: ClaimReference,
):
  { readonly declaration: DeclarationForCalculation } | { readonly reasons: readonly [Reason, ...Reason[]] } {
  const against: Reason[] = [];
  const items = goods.items.flatMap((item, index) =>
    readItem(item, `/items/${index}`, { goods, reference }, against),
  );
  const [first, ...rest] = against;
  if (first) return { reasons: [first, ...rest] };
  const { procedure, registeredOn, personalGoods, unionGoods, destination, temporaryImport } = goods;
  const { foundIn, otherCharges } = goods;
  return {
    declaration: {
      procedure,
      rateBasis: { kind: 'ORDINARY', registeredOn },
      personalGoods,
      items,
      ...(unionGoods && { unionGoods }),
      ...(foundIn && { foundIn }),
      ...(otherCharges && { otherCharges }),
      ...(destination && { destination }),
      ...(temporaryImport && { temporaryImport }),
    },
  };
}

function readItem(
  item: DeclaredItem,
  pointer: string,
  { goods, reference }: { readonly goods: GoodsToAssess; readonly reference: ClaimReference },
  against: Reason[],
): ItemForCalculation[] {
  const unreadable = (field: string) => {
    against.push(reason(reasons.DECLARED_FIGURE_UNREADABLE, { pointer: `${pointer}/${field}` }));
  };
  const commodityCode = parseCommodityCode(item.commodityCode);
  const value = item.customsValue ?? NO_VALUE;
  if (!item.customsValue && chargesOf(goods.procedure, goods.unionGoods ?? false)?.importDuty) {
    against.push(reason(calculationReasons.CUSTOMS_VALUE_MISSING, { pointer: `${pointer}/customsValue` }));
  }
  const amount = exactOf(value.amount);
  const currency = parseCurrencyCode(value.currency);
  const netWeightKg = exactOf(item.netWeightKg);
  const quantities = item.quantities.flatMap(({ unit, amount: text }, index) => {
    const quantity = exactOf(text);
    if (!quantity) unreadable(`quantities/${index}/amount`);
    return quantity ? [{ unit, amount: quantity }] : [];
  });
  if (!commodityCode) unreadable('commodityCode');
  if (!amount) unreadable('customsValue/amount');
  if (!currency) unreadable('customsValue/currency');
  if (!netWeightKg) unreadable('netWeightKg');
  if (!commodityCode || !amount || !currency || !netWeightKg) return [];
  const claims = claimsOf(item, commodityCode, goods, reference);
  if (!claims) {
    against.push(reason(reasons.RELIEF_NEEDS_ASSESSMENT, { pointer: `${pointer}/preference` }));
    return [];
  }
  const { shipment } = goods;
  const { originCountry, procedure, earlier } = item;
  return [
    {
      number: item.number,
      commodityCode,
      customsValue: { amount, currency },
      netWeightKg,
      quantities,
      ...(shipment ? { shipment } : {}),
      ...(originCountry ? { origin: originCountry } : {}),
      ...(procedure ? { previousProcedure: procedure.slice(2, 4) } : {}),
      ...(earlier ? { earlier } : {}),
      ...claims,
    },
  ];
}

function claimsOf(
  item: DeclaredItem,
  commodityCode: CommodityCode,
  goods: GoodsToAssess,
  reference: ClaimReference,
): TreatedClaims | undefined {
  const { number, originCountry: origin = '', preference = '' } = item;
  const originProved = item.originProved ?? goods.originProved ?? false;
  const quotaRefusal = goods.quotaRefusals?.get(number);
  const claimedLate = goods.claimedLate?.has(number) ?? false;
  const claiming = { commodityCode, origin, originProved, quotaRefusal, claimedLate };
  return treatClaims(preference, claiming, reference, goods.registeredOn);
}

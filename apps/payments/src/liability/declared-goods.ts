/** What a registered goods declaration tells payments (art. 124.2, 125). */
import { Exact, parseCommodityCode, parseCurrencyCode, type Reason, reason } from '@shekara/kernel';
import type { CivilDate } from '@shekara/reference-data';
import type {
  DeclarationForCalculation,
  ItemForCalculation,
} from '../calculation/declaration-for-calculation.js';
import type { PayerAtBody } from '../ledger/account.js';
import { liabilityReasons as reasons } from './liability-reasons.js';

/** An item as written: decimals as text. */
export interface DeclaredItem {
  readonly number: number;
  readonly commodityCode: string;
  readonly customsValue: { readonly amount: string; readonly currency: string };
  readonly netWeightKg: string;
  readonly quantities: readonly { readonly unit: string; readonly amount: string }[];
  /** Codes of box 36, joined; empty for none. */
  readonly preference?: string;
}

/** The goods of one consignment, to calculate payments from. */
export interface GoodsToAssess {
  /** Two digits. */
  readonly procedure: string;
  readonly registeredOn: CivilDate;
  readonly personalGoods: boolean;
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

const DECIMAL = /^\d{1,16}(\.\d{1,10})?$/;
/** Box 36 without relief: zeros, or the letter O of either alphabet, with any separators. */
const NO_RELIEF = /^[0OО\s,;./-]*$/u;

function exactOf(text: string): Exact | undefined {
  return DECIMAL.test(text) ? new Exact(text) : undefined;
}

/**
 * The declaration as the calculation takes it. Refuses DECLARED_FIGURE_UNREADABLE for a code, currency or figure that is
 * none, and RELIEF_NEEDS_ASSESSMENT for an item that claims a preference or relief: an officer decides on it.
 */
export function forCalculation(
  goods: GoodsToAssess,
):
  { readonly declaration: DeclarationForCalculation } | { readonly reasons: readonly [Reason, ...Reason[]] } {
  const against: Reason[] = [];
  const items = goods.items.flatMap((item, index) =>
    readItem(item, `/items/${index}`, goods.shipment, against),
  );
  const [first, ...rest] = against;
  if (first) return { reasons: [first, ...rest] };
  const { procedure, registeredOn, personalGoods } = goods;
  return { declaration: { procedure, rateBasis: { kind: 'ORDINARY', registeredOn }, personalGoods, items } };
}

function readItem(
  item: DeclaredItem,
  pointer: string,
  shipment: GoodsToAssess['shipment'],
  against: Reason[],
): ItemForCalculation[] {
  const unreadable = (field: string) => {
    against.push(reason(reasons.DECLARED_FIGURE_UNREADABLE, { pointer: `${pointer}/${field}` }));
  };
  if (!NO_RELIEF.test(item.preference ?? '')) {
    against.push(reason(reasons.RELIEF_NEEDS_ASSESSMENT, { pointer: `${pointer}/preference` }));
  }
  const commodityCode = parseCommodityCode(item.commodityCode);
  const amount = exactOf(item.customsValue.amount);
  const currency = parseCurrencyCode(item.customsValue.currency);
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
  return [
    {
      number: item.number,
      commodityCode,
      customsValue: { amount, currency },
      netWeightKg,
      quantities,
      ...(shipment ? { shipment } : {}),
    },
  ];
}

/** Cross-checks at filing (F-13): the number of items and the totals of the header against the items. */
import type { Reason } from '@shekara/kernel';
import { Exact } from '@shekara/kernel';
import type { DeclarationDraft, PaymentLine } from './declaration-draft.js';
import { isDecimal } from './field-forms.js';
import { defectWhen } from './registration-refusal.js';

/** One declaration holds 1 to 999 goods items (R-DEC-041). */
export const MOST_ITEMS = 999;

/** Items 1 to 999, numbered without gaps, as many as box 5 says. */
export function itemCountDefects(draft: DeclarationDraft): readonly Reason[] {
  const count = draft.items.length;
  const firstGap = draft.items.findIndex(
    (item, index) => item.itemNumber !== undefined && item.itemNumber !== index + 1,
  );
  return [
    ...defectWhen(count === 0, 'NO_ITEMS', { pointer: '/items' }),
    ...defectWhen(count > MOST_ITEMS, 'TOO_MANY_ITEMS', {
      pointer: '/items',
      value: count,
      expected: MOST_ITEMS,
    }),
    ...defectWhen(firstGap >= 0, 'ITEM_NUMBERS_NOT_CONSECUTIVE', {
      pointer: `/items/${firstGap}/itemNumber`,
      value: draft.items[firstGap]?.itemNumber,
      expected: firstGap + 1,
    }),
    ...defectWhen(draft.itemsTotal !== undefined && draft.itemsTotal !== count, 'ITEMS_TOTAL_DIFFERS', {
      pointer: '/itemsTotal',
      value: draft.itemsTotal,
      expected: count,
    }),
  ];
}

/** Box 12 = sum of box 45; box 22 = sum of box 42; box 6 = sum of packages; box B = sum of box 47 per kind. */
export function totalDefects(draft: DeclarationDraft): readonly Reason[] {
  const { items, packagesTotal, totalCustomsValue, invoiceTotal } = draft;
  const values = sumOf(items.map((item) => item.customsValue));
  const prices = draft.deliveryCostsShownApart ? undefined : sumOf(items.map((item) => item.itemPrice));
  const packages = items
    .flatMap((item) => item.packages ?? [])
    .reduce((total, { count }) => total + (count ?? 0), 0);
  return [
    ...defectWhen(differs(totalCustomsValue, values), 'CUSTOMS_VALUE_TOTAL_DIFFERS', {
      pointer: '/totalCustomsValue',
      value: totalCustomsValue,
      expected: values?.toFixed(2),
    }),
    ...defectWhen(differs(invoiceTotal, prices), 'INVOICE_TOTAL_DIFFERS', {
      pointer: '/invoiceTotal',
      value: invoiceTotal,
      expected: prices?.toFixed(2),
    }),
    ...defectWhen(packagesTotal !== undefined && packagesTotal !== packages, 'PACKAGES_TOTAL_DIFFERS', {
      pointer: '/packagesTotal',
      value: packagesTotal,
      expected: packages,
    }),
    ...paymentTotalDefects(draft),
  ];
}

function paymentTotalDefects(draft: DeclarationDraft): readonly Reason[] {
  const lines = draft.items.flatMap((item) => item.payments ?? []);
  const kinds = new Set([...lines, ...(draft.paymentTotals ?? [])].map((line) => line.kind));
  const ofKind = (from: readonly PaymentLine[], kind: string): Exact | undefined =>
    sumOf(from.filter((line) => line.kind === kind).map((line) => line.amount));
  if (draft.paymentTotals === undefined) return [];
  const totals = draft.paymentTotals;
  return [...kinds].flatMap((kind) => {
    const stated = ofKind(totals, kind);
    const summed = ofKind(lines, kind);
    const bothKnown = stated !== undefined && summed !== undefined;
    return defectWhen(!bothKnown || !stated.equals(summed), 'PAYMENT_TOTAL_DIFFERS', {
      pointer: '/paymentTotals',
      value: `${kind} ${stated?.toFixed(2) ?? '-'}`,
      expected: summed?.toFixed(2),
    });
  });
}

/** The exact sum, or undefined where a value is absent or malformed: that is another defect. */
function sumOf(values: readonly (string | undefined)[]): Exact | undefined {
  let total = new Exact(0);
  for (const value of values) {
    if (value === undefined || !isDecimal(value, 2)) return undefined;
    total = total.plus(value);
  }
  return total;
}

function differs(stated: string | undefined, summed: Exact | undefined): boolean {
  return stated !== undefined && summed !== undefined && isDecimal(stated, 2) && !summed.equals(stated);
}

/** The two limits in euro: small shipment (art. 129.3(2), F-07) and small remainder (art. 129.2(4), F-08). */
import { Exact, type Money } from '@shekara/kernel';
import type { CivilDate } from '@shekara/reference-data';
import type { ValuedItem } from './assessable-item.js';
import type { DeclarationForCalculation, PaymentReference } from './declaration-for-calculation.js';

interface ShipmentTotal {
  readonly senders: Set<string>;
  readonly recipients: Set<string>;
  customsValue: Exact;
}

/**
 * The transport documents whose goods owe no duties and taxes: one sender, one recipient, total customs value at most
 * the limit, goods declared elsewhere under the same document counted in; all or nothing, never for personal goods
 * (R-PAY-061). Each transport document is tested on its own. `limit` is in KZT.
 */
export function smallShipments(
  declaration: Pick<DeclarationForCalculation, 'personalGoods' | 'declaredElsewhere'>,
  items: readonly ValuedItem[],
  limit: Exact,
): ReadonlySet<string> {
  if (declaration.personalGoods) return new Set();
  const totals = new Map<string, ShipmentTotal>();
  for (const { item, customsValue } of items) {
    if (!item.shipment) continue;
    const { transportDocument, sender, recipient } = item.shipment;
    const total = totals.get(transportDocument) ?? {
      senders: new Set(),
      recipients: new Set(),
      customsValue: new Exact(0),
    };
    total.senders.add(sender);
    total.recipients.add(recipient);
    total.customsValue = total.customsValue.plus(customsValue);
    totals.set(transportDocument, total);
  }
  for (const elsewhere of declaration.declaredElsewhere ?? []) {
    const total = totals.get(elsewhere.transportDocument);
    if (total) total.customsValue = total.customsValue.plus(elsewhere.customsValue);
  }
  const small = [...totals].filter(
    ([, total]) => total.senders.size === 1 && total.recipients.size === 1 && total.customsValue.lte(limit),
  );
  return new Set(small.map(([transportDocument]) => transportDocument));
}

/** EUR 5 in KZT at the rate of a day; undefined where no rate of it is known (art. 129.2(4), F-08). */
export function smallRemainderLimit(
  { currencyRates, parameters }: Pick<PaymentReference, 'currencyRates' | 'parameters'>,
  day: CivilDate,
): Exact | undefined {
  const euro = currencyRates.find('EUR', day);
  return euro && parameters.get('SMALL_REMAINDER_LIMIT', day).times(euro.kztPerUnit);
}

/** Whether unpaid duties and taxes together, never charges, are so small that they end (R-PAY-018, R-PAY-069). */
export function isSmallRemainder(unpaidDutiesAndTaxes: Money, limit: Exact): boolean {
  return unpaidDutiesAndTaxes.isPositive() && unpaidDutiesAndTaxes.toExact().lte(limit);
}

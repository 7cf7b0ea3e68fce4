/** Export duty (art. 113.1(2), 126.3, 318): on goods of the Commission's list only, at the Government's rate. */
import { art, Exact, type Reason, reason } from '@shekara/kernel';
import { exportDutyShare } from '../preference/preference.js';
import { specificBase, type ValuedItem } from './assessable-item.js';
import { foreign } from './consumption-lines.js';
import { calculationReasons } from './calculation-reasons.js';
import { appliedDutyRate, importDuty } from './import-duty.js';
import { type PaymentLine, paymentLine } from './payment-line.js';
import type { RatesOfDay } from './rates-of-day.js';

const GROUND = { article: art(126, 3), rule: 'R-PAY-044' };

/**
 * The export duty of goods, by the formulas of the tariff's kinds of rate (F-01 to F-03), and nothing for goods of Kazakhstan that
 * leave for a free trade partner (R-PAY-026); undefined, so no duty, for goods that the Commission does not list or the Government
 * sets no rate for (R-PAY-044). Adds RATE_QUANTITY_MISSING, EXCHANGE_RATE_MISSING, CUSTOMS_VALUE_MISSING.
 */
export function exportDutyLine(
  { item, customsValue, valueExchangeRate }: ValuedItem,
  destination: string | undefined,
  pointer: string,
  rates: RatesOfDay,
  against: Reason[],
): PaymentLine | undefined {
  const found = rates.reference.exportDuties.find(item.commodityCode, rates.date);
  if (!found) return undefined;
  const before = against.length;
  const { rate } = found;
  if (rate.kind !== 'SPECIFIC' && !customsValue.gt(0)) {
    against.push(reason(calculationReasons.CUSTOMS_VALUE_MISSING, { pointer: `${pointer}/customsValue` }));
  }
  const base = specificBase(rate, item, pointer, rates, against);
  if (against.length > before) return undefined;
  const share = shareOf(item.origin, destination, rates);
  return paymentLine(
    {
      item: item.number,
      kind: 'EXPORT_DUTY',
      base: { value: customsValue, ...(base && { quantity: base.quantity }) },
      rate: appliedDutyRate(rate),
      ...(share.isZero() && { preference: { kind: 'PREF_FREE_TRADE_ZONE', share } }),
      rateDate: rates.date,
      exchangeRates: foreign(base ? [valueExchangeRate, base.exchangeRate] : [valueExchangeRate]),
      unrounded: importDuty(rate, customsValue, base).times(share),
    },
    GROUND,
  );
}

/** Goods whose origin or destination nobody stated bear the whole rate. */
function shareOf(origin: string | undefined, destination: string | undefined, rates: RatesOfDay): Exact {
  if (origin === undefined || destination === undefined) return new Exact(1);
  return exportDutyShare({ origin, destination }, rates.reference.preferences, rates.date);
}

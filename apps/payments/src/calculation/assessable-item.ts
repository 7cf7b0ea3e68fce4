/** An item of goods with every rate, quantity and exchange rate that its payments are calculated from (art. 124.2, 126, 127). */
import { type Exact, reason, type Reason } from '@shekara/kernel';
import type { CivilDate, ExciseRate, ImportDutyRate } from '@shekara/reference-data';
import { calculationReasons as reasons } from './calculation-reasons.js';
import type { AppliedExchangeRate, ItemForCalculation } from './declaration-for-calculation.js';
import { specificPart, type SpecificBase } from './import-duty.js';
import { quantityIn } from './quantity.js';
import type { RatesOfDay } from './rates-of-day.js';

/** An item with its customs value in KZT, unrounded. */
export interface ValuedItem {
  readonly item: ItemForCalculation;
  readonly customsValue: Exact;
  readonly valueExchangeRate: AppliedExchangeRate;
}

/** An item whose rates, quantities and exchange rates are all found. */
export interface AssessableItem extends ValuedItem {
  readonly duty: { readonly rate: ImportDutyRate; readonly base: SpecificBase | undefined };
  readonly excise: { readonly rate: ExciseRate; readonly quantity: Exact } | undefined;
}

/** Finds the rates and measures of an item; adds a reason for each that is missing. */
export function assessableItem(
  item: ItemForCalculation,
  pointer: string,
  rates: RatesOfDay,
  against: Reason[],
): AssessableItem | undefined {
  const before = against.length;
  const valued = valuedItem(item, pointer, rates, against);

  const dutyRate = rates.reference.tariff.find(item.commodityCode, rates.date);
  if (!dutyRate) {
    against.push(
      reason(reasons.TARIFF_CODE_WITHOUT_RATE, {
        pointer: `${pointer}/commodityCode`,
        parameters: { code: item.commodityCode, date: rates.date },
      }),
    );
  }
  const base = dutyRate && specificBase(dutyRate, item, pointer, rates, against);

  const exciseRate = rates.reference.exciseRates.find(item.commodityCode, rates.date);
  const exciseQuantity = exciseRate && positive(quantityIn(exciseRate.unit, item));
  if (exciseRate && !exciseQuantity) against.push(quantityMissing(exciseRate.unit, pointer));
  if (exciseRate && rates.taxesOf !== 'KZ')
    against.push(memberStateTaxesMissing(rates.taxesOf, rates.date, `${pointer}/commodityCode`));

  if (against.length > before || !dutyRate || !valued) return undefined;
  return {
    ...valued,
    duty: { rate: dutyRate, base },
    excise: exciseRate && exciseQuantity && { rate: exciseRate, quantity: exciseQuantity },
  };
}

/** The customs value of an item in KZT; adds a reason for a negative figure and for a currency without a rate. */
export function valuedItem(
  item: ItemForCalculation,
  pointer: string,
  rates: RatesOfDay,
  against: Reason[],
): ValuedItem | undefined {
  if (hasNegativeBase(item)) against.push(reason(reasons.RATE_BASE_NEGATIVE, { pointer }));
  const { amount, currency } = item.customsValue;
  const valueExchangeRate = rates.exchange.find(currency);
  if (!valueExchangeRate)
    against.push(exchangeRateMissing(currency, rates.exchange.date, `${pointer}/customsValue/currency`));
  return (
    valueExchangeRate && { item, customsValue: amount.times(valueExchangeRate.kztPerUnit), valueExchangeRate }
  );
}

/** What the specific part of a rate is measured and converted with; undefined without such a part, or with a reason. */
export function specificBase(
  rate: ImportDutyRate,
  item: ItemForCalculation,
  pointer: string,
  rates: RatesOfDay,
  against: Reason[],
): SpecificBase | undefined {
  const specific = specificPart(rate);
  if (!specific) return undefined;
  const quantity = positive(quantityIn(specific.unit, item));
  const exchangeRate = rates.exchange.find(specific.currency);
  if (!quantity) against.push(quantityMissing(specific.unit, pointer));
  if (!exchangeRate)
    against.push(exchangeRateMissing(specific.currency, rates.exchange.date, `${pointer}/commodityCode`));
  return quantity && exchangeRate && { quantity: { unit: specific.unit, amount: quantity }, exchangeRate };
}

/** A quantity of zero measures nothing: a specific rate needs a real one. */
function positive(quantity: Exact | undefined): Exact | undefined {
  return quantity?.gt(0) ? quantity : undefined;
}

function hasNegativeBase(item: ItemForCalculation): boolean {
  return [
    item.customsValue.amount,
    item.netWeightKg,
    item.primaryPacking?.weightKg,
    ...item.quantities.map(({ amount }) => amount),
  ].some((figure) => figure?.isNegative() && !figure.isZero());
}

export function memberStateTaxesMissing(state: string, date: CivilDate, pointer: string): Reason {
  return reason(reasons.MEMBER_STATE_TAXES_MISSING, { pointer, parameters: { state, date } });
}

export function exchangeRateMissing(currency: string, date: CivilDate, pointer: string): Reason {
  return reason(reasons.EXCHANGE_RATE_MISSING, { pointer, parameters: { currency, date } });
}

function quantityMissing(unit: string, pointer: string): Reason {
  return reason(reasons.RATE_QUANTITY_MISSING, { pointer: `${pointer}/quantities`, parameters: { unit } });
}

/** Import duty by the rate of the tariff line (art. 114, 124.2; F-01 to F-03, R-PAY-037). Amounts in KZT, unrounded. */
import { Exact } from '@shekara/kernel';
import type { ExciseRate, ImportDutyRate } from '@shekara/reference-data';
import type { AppliedExchangeRate } from './declaration-for-calculation.js';
import type { AppliedRate } from './payment-line.js';
import type { Quantity } from './quantity.js';

/** An amount of money per so many units of the goods. */
export interface PerUnitRate {
  readonly amount: Exact;
  readonly perQuantity: Exact;
}

const ONE_PERCENT = new Exact('0.01');

/** F-01: percent of the customs value. */
export function adValoremDuty(customsValue: Exact, percent: Exact): Exact {
  return customsValue.times(percent).times(ONE_PERCENT);
}

/** F-02: quantity × amount per unit × exchange rate. */
export function specificDuty(quantity: Exact, rate: PerUnitRate, kztPerUnit: Exact): Exact {
  return quantity.times(rate.amount).times(kztPerUnit).dividedBy(rate.perQuantity);
}

/** What the specific part of a rate is measured and converted with. */
export interface SpecificBase {
  readonly quantity: Quantity;
  readonly exchangeRate: AppliedExchangeRate;
}

/** The specific part of a tariff rate, when it has one. */
export function specificPart(
  rate: ImportDutyRate,
): Extract<ImportDutyRate, { specific: unknown }>['specific'] | undefined {
  return rate.kind === 'AD_VALOREM' ? undefined : rate.specific;
}

/**
 * The duty before rounding. "Percent, but not less than" takes the higher part, "percent plus" adds both (F-03).
 * @throws Error when the rate has a specific part and no base for it is given: callers ask `specificPart` first.
 */
export function importDuty(rate: ImportDutyRate, customsValue: Exact, base: SpecificBase | undefined): Exact {
  if (rate.kind === 'AD_VALOREM') return adValoremDuty(customsValue, rate.adValoremPercent);
  if (!base) throw new Error(`a ${rate.kind} rate needs a quantity in ${rate.specific.unit}`);
  const specific = specificDuty(base.quantity.amount, rate.specific, base.exchangeRate.kztPerUnit);
  if (rate.kind === 'SPECIFIC') return specific;
  const adValorem = adValoremDuty(customsValue, rate.adValoremPercent);
  return rate.kind === 'COMBINED_MIN' ? Exact.max(adValorem, specific) : adValorem.plus(specific);
}

/** The tariff rate in the words of art. 114. */
export function appliedDutyRate(rate: ImportDutyRate): AppliedRate {
  switch (rate.kind) {
    case 'AD_VALOREM':
      return { type: 'AD_VALOREM', percent: rate.adValoremPercent };
    case 'SPECIFIC':
      return { type: 'SPECIFIC', specific: rate.specific };
    case 'COMBINED_MIN':
      return {
        type: 'COMBINED',
        combineMode: 'MAX',
        percent: rate.adValoremPercent,
        specific: rate.specific,
      };
    case 'COMBINED_SUM':
      return {
        type: 'COMBINED',
        combineMode: 'SUM',
        percent: rate.adValoremPercent,
        specific: rate.specific,
      };
  }
}

/** Excise is set in KZT per physical unit (art. 124.3, 126.4). */
export function appliedExciseRate(rate: ExciseRate): AppliedRate {
  return {
    type: 'SPECIFIC',
    specific: { amount: rate.kztAmount, currency: 'KZT', perQuantity: rate.perQuantity, unit: rate.unit },
  };
}

/** Conversion into KZT at the tax-law market rate of the rate date (art. 125.3, 127; F-05, R-PAY-036, R-PAY-040). */
import { Exact } from '@shekara/kernel';
import type { CivilDate } from '@shekara/reference-data';
import type { AppliedExchangeRate, PaymentReference } from './declaration-for-calculation.js';

/** The exchange rates of one day; each currency is looked up once. */
export class ExchangeRatesOfDay {
  private readonly found = new Map<string, AppliedExchangeRate | undefined>();

  constructor(
    private readonly rates: PaymentReference['currencyRates'],
    readonly date: CivilDate,
  ) {
    this.found.set('KZT', { currency: 'KZT', kztPerUnit: new Exact(1), date });
  }

  /** KZT per one unit of the currency, or undefined when the day has no rate. */
  find(currency: string): AppliedExchangeRate | undefined {
    if (!this.found.has(currency)) {
      const rate = this.rates.find(currency, this.date);
      this.found.set(currency, rate && { currency, kztPerUnit: rate.kztPerUnit, date: rate.date });
    }
    return this.found.get(currency);
  }
}

/** The rates and exchange rates of one day (art. 126.1, 127). */
import type { Exact } from '@shekara/kernel';
import type { CivilDate } from '@shekara/reference-data';
import type { PaymentReference } from './declaration-for-calculation.js';
import { ExchangeRatesOfDay } from './exchange.js';
import type { MemberState } from './transit-rates.js';

export class RatesOfDay {
  readonly exchange: ExchangeRatesOfDay;
  readonly vatPercent: Exact;

  /**
   * `exchangeDay`: another day for the exchange rates, where only the growth of duty and tax rates is asked for. `taxesOf`: the
   * member state whose taxes apply (art. 126.5). @throws RangeError where its VAT is not loaded.
   */
  constructor(
    readonly reference: PaymentReference,
    readonly date: CivilDate,
    exchangeDay: CivilDate = date,
    readonly taxesOf: MemberState = 'KZ',
  ) {
    this.exchange = new ExchangeRatesOfDay(reference.currencyRates, exchangeDay);
    this.vatPercent = vatOf(taxesOf, reference, date);
  }
}

function vatOf(state: MemberState, reference: PaymentReference, date: CivilDate): Exact {
  if (state === 'KZ') return reference.parameters.get('VAT_RATE_PERCENT', date);
  const percent = reference.memberStateVat.find(state, date);
  if (!percent) throw new RangeError(`no VAT of ${state} on ${date}`);
  return percent;
}

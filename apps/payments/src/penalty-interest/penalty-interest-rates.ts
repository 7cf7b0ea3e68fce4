/** The rates of penalty interest from the dated reference data (art. 158.2). */
import type { LegalParameters } from '@shekara/reference-data';
import type { PenaltyInterestRates } from './penalty-interest.js';

/** Each parameter on the day asked about. @throws RangeError on use, for a day on which none is loaded. */
export function penaltyInterestRatesOf(parameters: LegalParameters): PenaltyInterestRates {
  return {
    refinancingPercent: (on) => parameters.get('REFINANCING_RATE_PERCENT', on),
    multiplier: (on) => parameters.get('PENALTY_INTEREST_MULTIPLIER', on),
    daysOfYear: (on) => parameters.get('PENALTY_INTEREST_YEAR', on),
  };
}

/** Goods that may come from an origin without most-favoured treatment (art. 96.2(1), 151.2(1)): what has to be secured. */
import { Exact, Money } from '@shekara/kernel';

/** Duties and taxes of one declaration item, KZT, unrounded. */
export interface DutyAndTaxes {
  readonly duty: Exact;
  readonly taxes: Exact;
}

/**
 * The security that the officer must ask for: duty at the rates of the suspected origin and the taxes on it, never below the
 * sum for domestic consumption (R-PAY-029). Rounded half up to the tiyn, once.
 */
export function securityForDoubtedOrigin(
  atSuspectedOrigin: DutyAndTaxes,
  forConsumption: DutyAndTaxes,
): Money {
  const total = ({ duty, taxes }: DutyAndTaxes) => duty.plus(taxes);
  return Money.round(Exact.max(total(atSuspectedOrigin), total(forConsumption)));
}

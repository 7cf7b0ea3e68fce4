/** What is payable before release under temporary import (art. 386.3-5, 387.3): nothing, or a percent for each calendar month. */
import { art, Exact } from '@shekara/kernel';
import { partialTemporaryImportSum } from '../obligation/special-sums.js';
import type { TemporaryImport } from './declaration-for-calculation.js';
import { type PaymentLine, paymentLine, sleeping } from './payment-line.js';
import type { RatesOfDay } from './rates-of-day.js';

const GROUND = { article: art(386, 3), rule: 'R-PAY-054' };

/**
 * The line of one item and kind. `consumption` is the sum as for consumption; `full` the same without preferences and reliefs, which
 * falls due less the part when the conditions break (art. 387.5). Without a period nothing is payable: the caller refuses first.
 */
export function monthlyPart(
  consumption: PaymentLine,
  full: PaymentLine,
  stay: TemporaryImport | undefined,
  rates: RatesOfDay,
): PaymentLine {
  if (full.notPayable === 'UP_TO_200_EUR') return full;
  if (stay?.exemption !== 'PARTIAL') return sleeping(full, 'TEMPORARY_IMPORT_BREACH');
  const percentAMonth = rates.reference.parameters.get('PARTIAL_TEMPORARY_IMPORT_PERCENT', rates.date);
  const fullSum = consumption.notPayable ? new Exact(0) : consumption.unrounded;
  const part = paymentLine(
    {
      ...consumption,
      base: { value: fullSum },
      rate: { type: 'AD_VALOREM', percent: percentAMonth.times(stay.months) },
      unrounded: partialTemporaryImportSum({
        fullSum,
        fullSumWithoutReliefs: consumption.unrounded,
        months: stay.months,
        percentAMonth,
      }),
    },
    GROUND,
  );
  const left = full.calculated.minus(part.payable);
  return { ...part, contingent: { amount: left, trigger: 'TEMPORARY_IMPORT_BREACH' } };
}

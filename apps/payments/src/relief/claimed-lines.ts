/** The lines of an item whose box 36 claims something: relieved, at a lower rate, or due in full with the reason (art. 121, 301). */
import { Exact, Money } from '@shekara/kernel';
import type { ImportDutyRate, ReliefEntry, RelievedKind } from '@shekara/reference-data';
import type { PaymentLine } from '../calculation/payment-line.js';
import { belowCommonTariff } from '../obligation/contingent.js';
import type { Trigger } from '../obligation/trigger-matrix.js';
import { PREFERENCE_ARTICLES } from '../preference/preference.js';
import type { TakenOff } from './taken-off.js';
import type { LowerDuty, TreatedClaims } from './treated-claims.js';

/** What duty an item would bear without its claims. */
export interface DutyWithoutClaims {
  /** KZT, unrounded. */
  readonly customsValue: Exact;
  /** KZT, unrounded, by the rate that applies before a preference lowers it. */
  readonly sum: Exact;
  /** The rate of the common tariff. */
  readonly commonRate: ImportDutyRate;
}

/** The rate by which duty is counted: that of the common tariff, or the one below it. */
export function rateOfDuty(common: ImportDutyRate, { lowerDuty }: TreatedClaims): ImportDutyRate {
  return lowerDuty ? { kind: 'AD_VALOREM', adValoremPercent: lowerDuty.percent } : common;
}

/** The duty line with what was claimed: a concession takes off what a preference left (R-PAY-026, R-PAY-027, R-PAY-231). */
export function claimedDutyLine(
  line: PaymentLine,
  claims: TreatedClaims,
  without: DutyWithoutClaims,
): PaymentLine {
  const claimed = claimedLine(line, 'IMPORT_DUTY', claims);
  if (claimed.notPayable) return claimed;
  const takenOff = lowered(line, claims, without);
  return takenOff ? { ...claimed, ...remembered(takenOff, 'RATE_BELOW_COMMON_TARIFF') } : claimed;
}

/** A line with the relief of its kind: nothing is payable, and the sum is remembered (R-PAY-230); or with what was refused. */
export function claimedLine(line: PaymentLine, kind: RelievedKind, claims: TreatedClaims): PaymentLine {
  if (!claims.reliefs && !claims.refusedClaims) return line;
  const refusedClaims = claims.refusedClaims?.get(kind);
  const relief = line.notPayable ? undefined : claims.reliefs?.get(kind);
  return {
    ...line,
    ...(refusedClaims && { refusedClaims }),
    ...(relief && {
      payable: Money.ZERO,
      notPayable: 'EXEMPT_BY_LAW' as const,
      ...remembered(takenOffBy(relief, line.calculated), 'CONSUMPTION_RELIEF_MISUSED'),
    }),
  };
}

/** What was taken off, and with use limits the sum that sleeps until they are broken (R-PAY-030, R-PAY-231). */
function remembered(takenOff: TakenOff, trigger: Trigger): Pick<PaymentLine, 'takenOff' | 'contingent'> {
  const sleeps = takenOff.useLimits !== undefined && takenOff.relieved.isPositive();
  return { takenOff, ...(sleeps && { contingent: { amount: takenOff.relieved, trigger } }) };
}

/** What of a line the tax that follows counts into its base: nothing of a relieved one. */
export function dueForTaxBase({ unrounded, takenOff, notPayable }: PaymentLine): Exact {
  return takenOff && notPayable === 'EXEMPT_BY_LAW' ? new Exact(0) : unrounded;
}

function lowered(
  line: PaymentLine,
  { lowerDuty, dutyTreatment }: TreatedClaims,
  without: DutyWithoutClaims,
): TakenOff | undefined {
  if (lowerDuty) return takenOffBy(lowerDuty.relief, differenceTo(without, lowerDuty));
  const preference = dutyTreatment?.preference;
  return (
    preference && {
      code: preference,
      class: 'TARIFF_PREFERENCE',
      article: PREFERENCE_ARTICLES[preference].text,
      relieved: Money.round(without.sum).minus(line.calculated),
    }
  );
}

function differenceTo({ customsValue, commonRate }: DutyWithoutClaims, { percent }: LowerDuty): Money {
  if (commonRate.kind !== 'AD_VALOREM')
    throw new Error(`a rate below a common rate of kind ${commonRate.kind}`);
  return belowCommonTariff(customsValue, commonRate.adValoremPercent, percent);
}

function takenOffBy(relief: ReliefEntry, relieved: Money): TakenOff {
  const { code, class: ofClass, article, hasUseLimits, period } = relief;
  return {
    code,
    class: ofClass,
    article,
    relieved,
    ...(hasUseLimits && { useLimits: period ? { period } : {} }),
  };
}

/** A preference that is given as a quota (art. 123.1): what was drawn stays drawn, and nobody draws beyond it. */
import { decide, type Decision, type Exact, when } from '@shekara/kernel';
import { preferenceReasons as reasons } from './preference-reasons.js';

export interface QuotaBalance {
  readonly quota: string;
  /** In the unit of the quota. */
  readonly total: Exact;
  readonly drawn: Exact;
}

export interface QuotaDrawn {
  readonly type: 'QuotaDrawn';
  readonly quota: string;
  readonly quantity: Exact;
  /** What is left for others. */
  readonly left: Exact;
}

/** Books a quantity against the balance, or refuses PREFERENCE_QUOTA_USED_UP and books nothing of it (R-PAY-034). */
export function drawFromQuota(balance: QuotaBalance, quantity: Exact): Decision<QuotaDrawn> {
  if (!quantity.gt(0))
    throw new RangeError(`a quota is drawn by more than nothing, not by ${quantity.toString()}`);
  const left = balance.total.minus(balance.drawn);
  return decide(
    [
      when(quantity.gt(left), reasons.PREFERENCE_QUOTA_USED_UP, {
        parameters: { quota: balance.quota, left: left.toString(), asked: quantity.toString() },
      }),
    ],
    () => [{ type: 'QuotaDrawn', quota: balance.quota, quantity, left: left.minus(quantity) }],
  );
}

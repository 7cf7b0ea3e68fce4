/** The draws of one declaration on preferential quotas, item by item (art. 123.1). */
import { Exact, reason, type Reason } from '@shekara/kernel';
import type { PreferenceQuota } from '@shekara/reference-data';
import { drawFromQuota } from './preference-quota.js';
import { preferenceReasons as reasons } from './preference-reasons.js';

/** A quantity that an item asks of a quota. */
export interface QuotaNeed {
  readonly item: number;
  readonly quota: PreferenceQuota;
  /** In the unit of the quota; undefined when nothing declared measures it. */
  readonly quantity: Exact | undefined;
}

export interface QuotaDraw {
  readonly item: number;
  readonly quota: string;
  readonly quantity: Exact;
}

export interface QuotasDrawn {
  readonly draws: readonly QuotaDraw[];
  /** By the number of the item. */
  readonly refusals: ReadonlyMap<number, Reason>;
}

/** What was drawn so far, in the units of the quotas. */
export interface QuotaBalances {
  readonly drawn: ReadonlyMap<string, Exact>;
  /** What this declaration drew before, by `drawName`: only what goes beyond it is drawn again. */
  readonly own: ReadonlyMap<string, Exact>;
}

export function drawName({ quota, item }: Pick<QuotaDraw, 'quota' | 'item'>): string {
  return `${quota}/${item}`;
}

/** Draws for each item in turn, whole or not at all; an item that finds too little left is refused (R-PAY-034). */
export function drawInTurn(needs: readonly QuotaNeed[], balances: QuotaBalances): QuotasDrawn {
  const draws: QuotaDraw[] = [];
  const refusals = new Map<number, Reason>();
  const drawn = new Map(balances.drawn);
  for (const { item, quota, quantity } of needs) {
    const { code, total } = quota;
    if (!quantity?.gt(0)) {
      const parameters = { quota: code, unit: quota.unit };
      refusals.set(item, reason(reasons.PREFERENCE_QUOTA_QUANTITY_MISSING, { parameters }));
      continue;
    }
    const more = quantity.minus(balances.own.get(drawName({ quota: code, item })) ?? 0);
    if (!more.gt(0)) continue;
    const before = drawn.get(code) ?? new Exact(0);
    const decision = drawFromQuota({ quota: code, total, drawn: before }, more);
    if (!decision.accepted) {
      refusals.set(item, decision.reasons[0]);
      continue;
    }
    drawn.set(code, before.plus(more));
    draws.push({ item, quota: code, quantity: more });
  }
  return { draws, refusals };
}

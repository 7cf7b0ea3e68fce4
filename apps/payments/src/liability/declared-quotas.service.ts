/** Declared goods whose preferences are given as a quota: what the balances take, and the booking of it (art. 123.1). */
import { Inject, Injectable } from '@nestjs/common';
import { art, type Reason } from '@shekara/kernel';
import type { EntityManager, Work } from '@shekara/persistence';
import type { ReferenceData } from '@shekara/reference-data';
import { REFERENCE_DATA } from '@shekara/service-kit';
import { chargesOf } from '../calculation/procedure-charges.js';
import { quantityIn } from '../calculation/quantity.js';
import { PreferenceQuotas } from '../preference/preference-quotas.repository.js';
import { drawInTurn, type QuotaDraw, type QuotaNeed } from '../preference/quota-draws.js';
import { claimedCodes } from '../relief/claimed-codes.js';
import { type DeclaredGoods, forCalculation, type GoodsToAssess } from './declared-goods.js';

const QUOTA = art(123, 1);

/** Goods with what the quotas refuse of them, and what they draw. */
export interface GoodsOnQuotas<Goods> {
  readonly goods: Goods;
  readonly draws: readonly QuotaDraw[];
}

@Injectable()
export class DeclaredQuotas {
  constructor(
    @Inject(REFERENCE_DATA) private readonly reference: ReferenceData,
    @Inject(PreferenceQuotas) private readonly quotas: PreferenceQuotas,
  ) {}

  /** Asks the quotas of declared goods and holds their balances; `book` draws when the payments are assessed (R-PAY-034). */
  async ask<Goods extends DeclaredGoods>(work: Work, declared: Goods): Promise<GoodsOnQuotas<Goods>> {
    const needs = this.needsOf(declared);
    if (needs.length === 0) return { goods: declared, draws: [] };
    const balances = await this.quotas.hold(work, declared.declarationId, codesOf(needs));
    const { draws, refusals } = drawInTurn(needs, balances);
    return { goods: { ...declared, quotaRefusals: refusals }, draws };
  }

  /** Draws what was asked; it stays drawn. */
  async book(
    work: Work,
    { declarationId, caseId }: DeclaredGoods,
    draws: readonly QuotaDraw[],
  ): Promise<void> {
    if (draws.length === 0) return;
    await this.quotas.book(work, declarationId, draws);
    for (const { quota, item, quantity } of draws) {
      work.record({
        stream: 'PreferenceQuota',
        streamId: quota,
        caseId,
        type: 'QuotaDrawn',
        payload: { declarationId, item, quantity: quantity.toFixed() },
        ground: QUOTA,
      });
    }
  }

  /** What the quotas would refuse of goods now; nothing is held or drawn. */
  async preview(
    manager: EntityManager,
    goods: GoodsToAssess,
  ): Promise<ReadonlyMap<number, Reason> | undefined> {
    const needs = this.needsOf(goods);
    if (needs.length === 0) return undefined;
    return drawInTurn(needs, await this.quotas.look(manager, codesOf(needs))).refusals;
  }

  /** Where nothing of the duty is payable a preference takes nothing off, and draws nothing. */
  private needsOf(goods: GoodsToAssess): readonly QuotaNeed[] {
    const { importDuty } = chargesOf(goods.procedure, goods.unionGoods ?? false) ?? {};
    if (importDuty === undefined || importDuty === 'CONDITIONAL') return [];
    const claiming = goods.items.filter(({ preference = '' }) => claimedCodes(preference).length > 0);
    const read =
      claiming.length > 0 ? forCalculation({ ...goods, items: claiming }, this.reference) : undefined;
    if (!read || 'reasons' in read) return [];
    const originOf = new Map(claiming.map(({ number, originCountry = '' }) => [number, originCountry]));
    return read.declaration.items.flatMap((item) => {
      const preference = item.dutyTreatment?.preference;
      const origin = originOf.get(item.number) ?? '';
      const quota =
        preference &&
        this.reference.preferences.quotaOf(preference, origin, item.commodityCode, goods.registeredOn);
      return quota ? [{ item: item.number, quota, quantity: quantityIn(quota.unit, item) }] : [];
    });
  }
}

function codesOf(needs: readonly QuotaNeed[]): readonly string[] {
  return needs.map(({ quota }) => quota.code);
}

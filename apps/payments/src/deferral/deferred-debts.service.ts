/** Late sums of an account that deferrals put off, and give back when the decision is cancelled (art. 133, 135.4, 136.1). */
import { Inject, Injectable } from '@nestjs/common';
import { type CivilDate, LegalCalendar, plusDays } from '@shekara/calendar';
import { Money, type Reason, reason } from '@shekara/kernel';
import type { Work } from '@shekara/persistence';
import type { PayerAtBody } from '../ledger/account.js';
import { InterestAccrual } from '../penalty-interest/interest-accrual.service.js';
import { LateSums } from '../penalty-interest/late-sums.repository.js';
import { type DutyOfDocument, isDeferrable, restByDocument, sumsPutOff } from './debts-put-off.js';
import { deferralReasons } from './deferral-reasons.js';
import { keepPutOff, namedDebts, putOffBy } from './deferred-debts.repository.js';

/** A deferral as far as its debts go. */
export interface DeferralOfDebts extends PayerAtBody {
  readonly id: string;
  readonly declarationNumber: string;
}

@Injectable()
export class DeferredDebts {
  constructor(
    @Inject(LegalCalendar) private readonly calendar: LegalCalendar,
    @Inject(LateSums) private readonly lateSums: LateSums,
    @Inject(InterestAccrual) private readonly accrual: InterestAccrual,
  ) {}

  /**
   * Why these debts cannot be deferred: DEFERRAL_DEBT_UNFIT for one that is not import duty owed on this account, or whose
   * due day has passed (L1: a deferral is granted of what arose or is due). The account is held.
   */
  async refusal(
    work: Work,
    owner: PayerAtBody,
    declarationNumber: string,
    debtIds: readonly string[],
  ): Promise<Reason | undefined> {
    const today = this.today(work);
    const { sums } = await this.accrual.interestOf(work.manager, owner, today);
    const deferrable = sums.filter(
      (sum) => isDeferrable(sum, declarationNumber, debtIds) && sum.unpaid.isPositive(),
    );
    const overdue = deferrable.find(({ dueOn }) => dueOn < today);
    const unknown = debtIds.findIndex((debtId) => !deferrable.some(({ id }) => id === debtId));
    if (overdue) {
      const { document, dueOn } = overdue;
      return reason(deferralReasons.DEFERRAL_DEBT_UNFIT, { parameters: { document, dueOn } });
    }
    return unknown < 0
      ? undefined
      : reason(deferralReasons.DEFERRAL_DEBT_UNFIT, { pointer: `/debtIds/${unknown}` });
  }

  /**
   * A deferral was granted: what it puts off is late no longer, nor carries interest before the new day (R-PAY-092). Answers how
   * much of the duty is that of other documents than the declaration. The account is held.
   */
  async putOff(work: Work, deferral: DeferralOfDebts, duty: Money): Promise<Money> {
    const { sums } = await this.accrual.interestOf(work.manager, ownerOf(deferral), this.today(work));
    const debtIds = await namedDebts(work, deferral.id);
    const deferrable = sums.filter((sum) => isDeferrable(sum, deferral.declarationNumber, debtIds));
    const parts = sumsPutOff(deferrable, duty);
    if (parts.length === 0) return Money.ZERO;
    await keepPutOff(work, deferral.id, parts);
    await this.moved(
      work,
      deferral,
      parts.map(({ id, amount }) => ({ id, by: amount.negated() })),
    );
    const elsewhere = new Set(
      deferrable.filter(({ document }) => document !== deferral.declarationNumber).map(({ id }) => id),
    );
    return Money.sum(parts.filter(({ id }) => elsewhere.has(id)).map(({ amount }) => amount));
  }

  /**
   * The decision was cancelled (art. 135.4): what is not paid of it is due on its first day again. A part paid of the
   * declaration's own sum settles that sum by itself.
   */
  async takeBack(work: Work, deferral: DeferralOfDebts, outstanding: Money): Promise<void> {
    const parts = await putOffBy(work, deferral.id);
    if (parts.length === 0) return;
    let left = outstanding;
    const changes = parts.map(({ id, amount, document }) => {
      const by = document === deferral.declarationNumber ? amount : amount.min(left);
      left = left.minus(by.min(left));
      return { id, by };
    });
    await keepPutOff(
      work,
      deferral.id,
      parts.map(({ id }) => ({ id, amount: Money.ZERO })),
    );
    await this.moved(
      work,
      deferral,
      changes.filter(({ by }) => by.isPositive()),
    );
  }

  /** What is unpaid of the deferral by the documents that it is owed by, each once. */
  async restOf(
    work: Work,
    { id, declarationNumber }: Pick<DeferralOfDebts, 'id' | 'declarationNumber'>,
    outstanding: Money,
  ): Promise<readonly DutyOfDocument[]> {
    const ofDocuments = Map.groupBy(await putOffBy(work, id), ({ document }) => document);
    const putOff = [...ofDocuments].map(([document, parts]) => ({
      document,
      amount: Money.sum(parts.map(({ amount }) => amount)),
    }));
    return restByDocument(outstanding, declarationNumber, putOff);
  }

  private async moved(
    work: Work,
    deferral: DeferralOfDebts,
    changes: readonly { readonly id: string; readonly by: Money }[],
  ): Promise<void> {
    await this.lateSums.change(work, changes);
    await this.accrual.bringUpTo(work, ownerOf(deferral), plusDays(this.today(work), -1));
  }

  private today(work: Work): CivilDate {
    return this.calendar.civilDate(work.context.at);
  }
}

function ownerOf({ payer, customsBody }: DeferralOfDebts): PayerAtBody {
  return { payer, customsBody };
}

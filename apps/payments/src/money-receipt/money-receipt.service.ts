/** What an officer does with a receipt: allocates money of nobody known, or closes what is settled with the bank. */
import { Inject, Injectable } from '@nestjs/common';
import { type CustomsBodyCode, parseBinOrIin, reason, refuse, type Refused } from '@shekara/kernel';
import type { Work } from '@shekara/persistence';
import type { Principal } from '@shekara/auth';
import { WorkItems } from '@shekara/work-items';
import type { PayerAtBody } from '../ledger/account.js';
import { Ledger, postingsIn } from '../ledger/ledger.repository.js';
import { Cover } from '../liability/cover.service.js';
import { PayerAccounts } from '../payer-account/payer-accounts.repository.js';
import type { MoneyPurpose } from '../payment-kind.js';
import { allocateByOfficer, evolve, type MoneyReceipt, type MoneyReceiptEvent } from './money-receipt.js';
import { type KeptReceipt, MoneyReceipts } from './money-receipts.repository.js';
import { ReceiptAnnouncements, UNMATCHED_MONEY } from './receipt-announcements.service.js';
import type { KeptMoney } from './receipt-rows.repository.js';
import { receiptHandlingReasons } from './receipt-handling-reasons.js';
import { postingsOf } from './receipt-postings.js';

export type HandledReceipt = { readonly accepted: true; readonly kept: KeptMoney } | Refused;

@Injectable()
export class MoneyReceiptService {
  constructor(
    @Inject(MoneyReceipts) private readonly receipts: MoneyReceipts,
    @Inject(PayerAccounts) private readonly payers: PayerAccounts,
    @Inject(Ledger) private readonly ledger: Ledger,
    @Inject(Cover) private readonly cover: Cover,
    @Inject(ReceiptAnnouncements) private readonly announcements: ReceiptAnnouncements,
    @Inject(WorkItems) private readonly workItems: WorkItems,
  ) {}

  /**
   * An officer tells whose money it is (queue Q-PAY-01); the payer becomes known. Completes the officer's work item.
   * Refuses RECEIPT_ALREADY_MATCHED, RECEIPT_HOLDS_NO_MONEY.
   */
  async allocate(
    work: Work,
    kept: KeptReceipt,
    to: { readonly owner: PayerAtBody; readonly name: string; readonly purpose: MoneyPurpose },
    officer: Principal,
  ): Promise<HandledReceipt> {
    const { receipt } = kept;
    if (!receipt) return refuse(reason(receiptHandlingReasons.RECEIPT_HOLDS_NO_MONEY));
    const decision = allocateByOfficer(receipt, to.owner, to.purpose);
    if (!decision.accepted) return decision;
    await this.workItems.complete(
      work,
      UNMATCHED_MONEY,
      kept.id,
      officer,
      `ALLOCATED ${to.owner.payer} ${to.purpose}`,
    );
    await this.payers.hold(work, to.owner, to.name);
    const allocated = await this.change(work, { ...kept, receipt }, decision.events, kept.report);
    await this.cover.retryShort(work, to.owner);
    return { accepted: true, kept: allocated };
  }

  /** The officer settled a refused message or a differing line with the bank. Refuses MONEY_WAITS_FOR_ITS_PAYER. */
  async close(
    work: Work,
    kept: KeptReceipt,
    officer: Principal,
    outcome: string,
  ): Promise<Refused | undefined> {
    if (kept.receipt && !kept.receipt.matched) {
      return refuse(reason(receiptHandlingReasons.MONEY_WAITS_FOR_ITS_PAYER));
    }
    await this.workItems.complete(work, UNMATCHED_MONEY, kept.id, officer, outcome);
    this.announcements.closed(work, kept, outcome);
    return undefined;
  }

  private async change(
    work: Work,
    before: KeptMoney,
    events: readonly MoneyReceiptEvent[],
    report: KeptReceipt['report'],
  ): Promise<KeptMoney> {
    const receipt = events.reduce<MoneyReceipt>(evolve, before.receipt);
    const after: KeptMoney = { ...before, receipt, ...(report ? { report } : {}) };
    await this.receipts.save(work, after);
    await this.post(work, before.id, events, before.receipt);
    this.announcements.changed(work, after, events);
    return after;
  }

  private async post(
    work: Work,
    id: string,
    events: readonly MoneyReceiptEvent[],
    before: MoneyReceipt | undefined,
  ): Promise<void> {
    await this.ledger.post(
      work,
      postingsIn(
        id,
        events.flatMap((event) => postingsOf(event, before)),
      ),
    );
  }
}

/** The payer and body that an officer names; undefined for a number without its check digit. */
export function ownerOf(payer: string, customsBody: string): PayerAtBody | undefined {
  const number = parseBinOrIin(payer);
  return number && { payer: number, customsBody: customsBody as CustomsBodyCode };
}

/** Money that the Treasury reports although its message was refused: it came, and is kept as a mistaken payment (art. 153.2). */
import { Inject, Injectable } from '@nestjs/common';
import type { Work } from '@shekara/persistence';
import { WorkItemBatches } from '@shekara/work-items';
import { Ledger, type Posting, postingsIn } from '../ledger/ledger.repository.js';
import { readConfirmation } from './confirmation-message.js';
import { evolve, type MoneyReceipt, type MoneyReceiptEvent } from './money-receipt.js';
import { bookRefusedMoney, type TreasuryLine } from './treasury-line.js';
import { MoneyReceipts } from './money-receipts.repository.js';
import { ReceiptAnnouncements, UNMATCHED_MONEY } from './receipt-announcements.service.js';
import { postingsOf } from './receipt-postings.js';
import { type KeptMoney, ReceiptRows, type TakenRow } from './receipt-rows.repository.js';

interface LineOfRefused extends TreasuryLine {
  readonly bankId: string;
  readonly bankReference: string;
  readonly mayHandle: (customsBody: string) => boolean;
  readonly work: Work;
}

interface Came extends TakenRow {
  readonly reference: string;
  readonly refusedId: string;
  readonly work: Work;
  readonly events: readonly MoneyReceiptEvent[];
}

@Injectable()
export class RefusedMoney {
  constructor(
    @Inject(MoneyReceipts) private readonly receipts: MoneyReceipts,
    @Inject(ReceiptRows) private readonly rows: ReceiptRows,
    @Inject(Ledger) private readonly ledger: Ledger,
    @Inject(ReceiptAnnouncements) private readonly announcements: ReceiptAnnouncements,
    @Inject(WorkItemBatches) private readonly workItems: WorkItemBatches,
  ) {}

  /**
   * Books what came of these lines, each reference once, and answers the receipts by `[bank, reference]` as JSON. Lines whose
   * message nobody sent or nobody can read, and those of other customs bodies, are left out.
   */
  async book(work: Work, lines: readonly LineOfRefused[]): Promise<ReadonlyMap<string, KeptMoney>> {
    if (lines.length === 0) return new Map();
    const refused = await this.receipts.refusedByReferences(work, lines);
    const came = new Map<string, Came>();
    for (const line of lines) {
      const reference = JSON.stringify([line.bankId, line.bankReference]);
      const found = refused.get(reference);
      const read = found && readConfirmation(found.message);
      if (
        !found ||
        !read ||
        'reasons' in read ||
        came.has(reference) ||
        !line.mayHandle(found.kept.customsBody)
      )
        continue;
      const { kept, message } = found;
      const events = bookRefusedMoney(read.confirmation, line, kept.reasons);
      const receipt = events.reduce<MoneyReceipt | undefined>(evolve, undefined);
      if (!receipt) throw new Error('money came and made no receipt');
      const { payerIdentificationNumber: payerNumber, reportDate: date, reportReference } = line;
      const report = { date, reference: reportReference };
      const money = { ...kept, id: work.newId(), payerNumber, receipt, report, receivedAt: work.context.at };
      came.set(reference, {
        reference,
        refusedId: kept.id,
        work: line.work,
        events,
        kept: money,
        message,
        firstOfOrder: false,
      });
    }
    return this.keep(work, [...came.values()]);
  }

  private async keep(work: Work, came: readonly Came[]): Promise<ReadonlyMap<string, KeptMoney>> {
    if (came.length === 0) return new Map();
    const added = await this.rows.addTaken(work, came);
    const kept = came.filter((one) => added.has(one.kept.id));
    await this.receipts.saveBooked(
      work,
      kept.map((one) => one.kept),
    );
    const postings: Posting[] = kept.flatMap((one) =>
      postingsIn(
        one.kept.id,
        one.events.flatMap((event) => postingsOf(event, undefined)),
      ),
    );
    await this.ledger.post(work, postings);
    for (const one of kept) {
      this.announcements.cameAfterRefusal(one.work, one.kept);
      this.announcements.queueNew(one.work, one.kept);
    }
    const refused = kept.map(({ refusedId }) => refusedId);
    await this.workItems.cancelAll(work, UNMATCHED_MONEY, refused, 'The money came');
    return new Map(kept.map((one) => [one.reference, one.kept]));
  }
}

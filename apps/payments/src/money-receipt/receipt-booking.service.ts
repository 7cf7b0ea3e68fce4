/** Lines of the Treasury's report on receipts, many at a time (art. 138.9): pending money becomes the payers'. */
import { Inject, Injectable } from '@nestjs/common';
import { reason, type Reason } from '@shekara/kernel';
import type { Work } from '@shekara/persistence';
import type { PayerAtBody } from '../ledger/account.js';
import { Ledger, type Posting, postingsIn } from '../ledger/ledger.repository.js';
import { Cover } from '../liability/cover.service.js';
import { PayerAccounts } from '../payer-account/payer-accounts.repository.js';
import { evolve, type MoneyReceiptEvent } from './money-receipt.js';
import { bookTreasuryLine, type TreasuryLine } from './treasury-line.js';
import { MoneyReceipts } from './money-receipts.repository.js';
import { ReceiptAnnouncements } from './receipt-announcements.service.js';
import type { LineVerdict } from './waiting-lines.repository.js';
import { RefusedMoney } from './refused-money.service.js';
import { receiptHandlingReasons } from './receipt-handling-reasons.js';
import { postingsOf } from './receipt-postings.js';
import type { KeptMoney } from './receipt-rows.repository.js';

export interface LineOfReceipt extends TreasuryLine {
  readonly bankId: string;
  readonly bankReference: string;
  /** Whether the sender of the line acts for a customs body. */
  readonly mayHandle: (customsBody: string) => boolean;
  /** What it causes names it: the work of its report, or of the confirmation for which it waited. */
  readonly work: Work;
}

/** BOOKED with reasons: the message was refused, the money came and is a mistaken payment. DIFFERS: queue Q-PAY-01 asks the bank. REPEATED: booked before. OTHER_POST: `mayHandle` said no. */
export type BookedLine =
  | {
      readonly outcome: 'BOOKED' | 'REPEATED' | 'OTHER_POST' | 'DIFFERS';
      readonly kept: KeptMoney;
      readonly reasons: readonly Reason[];
    }
  | { readonly outcome: 'UNKNOWN'; readonly kept?: undefined; readonly reasons: readonly [Reason] };

interface Change {
  readonly before: KeptMoney;
  readonly after: KeptMoney;
  readonly events: readonly MoneyReceiptEvent[];
  readonly work: Work;
}

@Injectable()
export class ReceiptBooking {
  constructor(
    @Inject(MoneyReceipts) private readonly receipts: MoneyReceipts,
    @Inject(RefusedMoney) private readonly refusedMoney: RefusedMoney,
    @Inject(PayerAccounts) private readonly payers: PayerAccounts,
    @Inject(Ledger) private readonly ledger: Ledger,
    @Inject(Cover) private readonly cover: Cover,
    @Inject(ReceiptAnnouncements) private readonly announcements: ReceiptAnnouncements,
  ) {}

  /**
   * Books lines and answers one outcome for each, in their order (R-PAY-101, R-PAY-103). A line without a receipt is
   * TREASURY_LINE_WITHOUT_RECEIPT. Receipts are locked in the order of their ids, then payers in theirs. As many statements
   * for one line as for thousands.
   */
  async bookAll(work: Work, lines: readonly LineOfReceipt[]): Promise<readonly BookedLine[]> {
    const held = await this.receipts.holdByReferences(work, lines);
    const missing = lines.filter((line) => !held.has(referenceOf(line)));
    const came = await this.refusedMoney.book(work, missing);
    const changes = new Map<string, Change>();
    const outcomes = lines.map((line): BookedLine => {
      const mistaken = came.get(referenceOf(line));
      if (mistaken) return { outcome: 'BOOKED', kept: mistaken, reasons: mistaken.reasons };
      const found = held.get(referenceOf(line));
      if (!found)
        return {
          outcome: 'UNKNOWN',
          reasons: [reason(receiptHandlingReasons.TREASURY_LINE_WITHOUT_RECEIPT)],
        };
      const kept = changes.get(found.id)?.after ?? found;
      if (!line.mayHandle(kept.customsBody)) return { outcome: 'OTHER_POST', kept, reasons: [] };
      const events = bookTreasuryLine(kept.receipt, line);
      const differences = events.flatMap((event) =>
        event.type === 'TreasuryLineUnmatched' ? event.reasons : [],
      );
      if (differences.length > 0) return { outcome: 'DIFFERS', kept, reasons: differences };
      if (events.length === 0) return { outcome: 'REPEATED', kept, reasons: [] };
      const report = { date: line.reportDate, reference: line.reportReference };
      const after = { ...kept, receipt: events.reduce(evolve, kept.receipt), report };
      changes.set(kept.id, { before: kept, after, events, work: line.work });
      return { outcome: 'BOOKED', kept: after, reasons: [] };
    });
    await this.apply(work, [...changes.values()]);
    await this.askAbout(work, lines, outcomes);
    return outcomes;
  }

  private async apply(work: Work, changes: readonly Change[]): Promise<void> {
    if (changes.length === 0) return;
    const owners = new Map<string, PayerAtBody & { readonly name: string; readonly work: Work }>();
    for (const { before, work: cause } of changes) {
      const owner = before.receipt.matched?.owner;
      if (owner)
        owners.set(`${owner.payer}:${owner.customsBody}`, {
          ...owner,
          name: before.receipt.confirmation.payerName,
          work: cause,
        });
    }
    await this.payers.holdAll(work, [...owners.values()]);
    await this.receipts.saveBooked(
      work,
      changes.map(({ after }) => after),
    );
    const postings: Posting[] = changes.flatMap(({ before, events }) =>
      postingsIn(
        before.id,
        events.flatMap((event) => postingsOf(event, before.receipt)),
      ),
    );
    await this.ledger.post(work, postings);
    for (const change of changes) this.announcements.changed(change.work, change.after, change.events);
    await this.cover.retryAllShort(
      work,
      [...owners.values()].map((owner) => ({ owner, work: owner.work })),
    );
  }

  /** Money of nobody known is in the queue already. */
  private async askAbout(
    work: Work,
    lines: readonly LineOfReceipt[],
    outcomes: readonly BookedLine[],
  ): Promise<void> {
    const differing = outcomes.flatMap(({ outcome, kept, reasons }, place) => {
      const line = lines[place];
      return outcome === 'DIFFERS' && line ? [{ kept, reasons, line }] : [];
    });
    await this.announcements.queueAll(
      work,
      differing.flatMap(({ kept, reasons }) => (kept.receipt.matched ? [{ ...kept, reasons }] : [])),
    );
    for (const { kept, line, reasons } of differing)
      this.announcements.treasuryLineDiffers(line.work, kept, line, reasons);
  }
}

/** What is kept of a line after it was looked at; without receipt it waits for the bank's confirmation. */
export function verdictOf({ outcome, kept, reasons }: BookedLine): LineVerdict {
  switch (outcome) {
    case 'UNKNOWN':
      return { outcome: 'WAITING', receiptId: null, reasons };
    case 'OTHER_POST':
      return {
        outcome: 'REFUSED',
        receiptId: null,
        reasons: [reason(receiptHandlingReasons.TREASURY_LINE_OF_OTHER_POST)],
      };
    case 'DIFFERS':
      return { outcome, receiptId: kept.id, reasons };
    case 'BOOKED':
    case 'REPEATED':
      return { outcome: 'BOOKED', receiptId: kept.id, reasons };
  }
}

function referenceOf({ bankId, bankReference }: LineOfReceipt): string {
  return JSON.stringify([bankId, bankReference]);
}

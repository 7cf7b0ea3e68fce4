/** What payments tells of receipts: messages, history and the officers' queue Q-PAY-01. */
import { Inject, Injectable } from '@nestjs/common';
import {
  moneyMessage,
  MoneyReceivedSchema,
  PaymentBookedSchema,
  PaymentMistakeFoundSchema,
  reasonMessage,
  timestampOf,
} from '@shekara/contracts';
import { art, type LegalRef, type Reason } from '@shekara/kernel';
import { Outbox } from '@shekara/messaging';
import type { Work } from '@shekara/persistence';
import { WorkItemBatches, WorkItems, type WorkToDo } from '@shekara/work-items';
import { countsForRelease, type MoneyReceipt, type MoneyReceiptEvent } from './money-receipt.js';
import { PAYMENT_MISTAKES } from '../payment-mistake.js';
import { type TreasuryLine } from './treasury-line.js';
import type { KeptReceipt } from './money-receipts.repository.js';

/** Queue Q-PAY-01: money of nobody known, mistaken money, refused messages, differing Treasury lines. */
export const UNMATCHED_MONEY = 'UNMATCHED_MONEY';

const STREAM = 'MoneyReceipt';
const RECEIVED = art(138, 9);
const MISTAKEN = art(153, 2);
/** The key of a message about a payer without any number. */
const NO_NUMBER = 'UNKNOWN';

type KeptMoney = KeptReceipt & { readonly receipt: MoneyReceipt };

@Injectable()
export class ReceiptAnnouncements {
  constructor(
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(WorkItems) private readonly workItems: WorkItems,
    @Inject(WorkItemBatches) private readonly batches: WorkItemBatches,
  ) {}

  /** A confirmation was taken; money that does not fit is told of under its own name too (art. 153.2). */
  received(work: Work, kept: KeptMoney): void {
    this.publish(work, kept);
    this.publishMistake(work, kept);
    this.record(work, kept, 'PaymentReceived', RECEIVED, {
      bankId: kept.bankId,
      bankReference: kept.bankReference,
      amount: kept.receipt.confirmation.amount,
      state: kept.receipt.state,
      matched: kept.receipt.matched ?? null,
      reasons: codesOf(kept.reasons),
    });
  }

  /** The Treasury reported money whose message was refused: it came and is booked as mistaken (R-PAY-106). */
  cameAfterRefusal(work: Work, kept: KeptMoney): void {
    this.received(work, kept);
    this.publishBooked(work, kept);
  }

  refused(work: Work, kept: KeptReceipt): void {
    const { bankId, bankReference } = kept;
    const reasons = codesOf(kept.reasons);
    this.record(work, kept, 'PaymentConfirmationRefused', RECEIVED, { bankId, bankReference, reasons });
  }

  changed(work: Work, kept: KeptMoney, events: readonly MoneyReceiptEvent[]): void {
    this.publish(work, kept);
    for (const { type } of events) {
      if (type === 'PaymentBooked') this.publishBooked(work, kept);
      const { matched = null, state } = kept.receipt;
      this.record(work, kept, type, RECEIVED, { state, matched, report: kept.report ?? null });
    }
  }

  treasuryLineDiffers(work: Work, kept: KeptReceipt, line: TreasuryLine, reasons: readonly Reason[]): void {
    const { reportDate, reportReference, payerIdentificationNumber, budgetCode, amount } = line;
    this.record(work, kept, 'TreasuryLineUnmatched', RECEIVED, {
      line: { reportDate, reportReference, payerIdentificationNumber, budgetCode, amount },
      reasons: codesOf(reasons),
    });
  }

  closed(work: Work, kept: KeptReceipt, outcome: string): void {
    this.record(work, kept, 'PaymentInquiryClosed', MISTAKEN, { outcome });
  }

  /** A receipt that is new: it has no item yet. */
  queueNew(work: Work, kept: KeptReceipt): void {
    this.workItems.begin(work, itemOf(kept));
  }

  /** Receipts that may be in the queue already: each gets one item. Their rows are held. */
  async queueAll(work: Work, kept: readonly KeptReceipt[]): Promise<void> {
    await this.batches.openAll(work, kept.map(itemOf));
  }

  private publish(work: Work, kept: KeptMoney): void {
    this.outbox.publish(
      work,
      MoneyReceivedSchema,
      {
        receiptId: kept.id,
        bankId: kept.bankId,
        bankReference: kept.bankReference,
        payer: numberOf(kept),
        amount: moneyMessage(kept.receipt.confirmation.amount),
        state: toldState(kept.receipt),
        reasons: kept.receipt.matched ? [] : kept.reasons.map(reasonMessage),
        receivedAt: timestampOf(kept.receivedAt),
      },
      { caseId: kept.id, ground: RECEIVED },
    );
  }

  private publishMistake(work: Work, kept: KeptMoney): void {
    const { id: receiptId, customsBody, bankId, bankReference, reasons, receipt } = kept;
    const { mistake } = receipt;
    if (mistake === undefined) return;
    this.outbox.publish(
      work,
      PaymentMistakeFoundSchema,
      {
        ...{ receiptId, payer: numberOf(kept), customsBody, mistakeCode: mistake, bankId, bankReference },
        amount: moneyMessage(receipt.confirmation.amount),
        reasons: reasons.map(reasonMessage),
      },
      { caseId: receiptId, ground: PAYMENT_MISTAKES[mistake] },
    );
  }

  private publishBooked(work: Work, kept: KeptMoney): void {
    const { id: receiptId, bankId, bankReference, report } = kept;
    const { matched, confirmation } = kept.receipt;
    this.outbox.publish(
      work,
      PaymentBookedSchema,
      {
        ...{ receiptId, bankId, bankReference },
        payer: matched?.owner.payer ?? numberOf(kept),
        customsBody: matched?.owner.customsBody ?? kept.customsBody,
        purpose: matched?.purpose ?? '',
        amount: moneyMessage(confirmation.amount),
        valueDate: confirmation.paidOn,
        reportDate: report?.date ?? '',
        reportReference: report?.reference ?? '',
      },
      { caseId: receiptId, ground: RECEIVED },
    );
  }

  private record(work: Work, { id }: KeptReceipt, type: string, ground: LegalRef, payload: unknown): void {
    work.record({ stream: STREAM, streamId: id, caseId: id, type, payload, ground });
  }
}

function numberOf({ payerNumber }: KeptReceipt): string {
  return payerNumber === '' ? NO_NUMBER : payerNumber;
}

/** What others need to know of the state: the Treasury's booking confirms for release too. */
function toldState(receipt: MoneyReceipt): 'CONFIRMED_FOR_RELEASE' | 'PENDING_TREASURY' | 'UNMATCHED' {
  if (!receipt.matched) return 'UNMATCHED';
  return countsForRelease(receipt) ? 'CONFIRMED_FOR_RELEASE' : 'PENDING_TREASURY';
}

function itemOf(kept: KeptReceipt): WorkToDo {
  const codes = [...new Set(kept.reasons.map(({ code }) => code))].join(', ');
  return {
    kind: UNMATCHED_MONEY,
    role: 'ACCOUNT_OFFICER',
    customsBody: kept.customsBody,
    subject: STREAM,
    subjectId: kept.id,
    caseId: kept.id,
    title: `Payment ${kept.bankReference} of bank ${kept.bankId}: ${codes}`,
    article: MISTAKEN,
  };
}

function codesOf(reasons: readonly Reason[]) {
  return reasons.map(({ code, pointer, parameters }) => ({ code, pointer, parameters }));
}

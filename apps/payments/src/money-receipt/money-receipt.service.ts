/** Money from banks: every confirmation is kept, taken money is posted at once, what is doubtful goes to an officer. */
import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { LegalCalendar } from '@shekara/calendar';
import {
  type CustomsBodyCode,
  parseBinOrIin,
  type Reason,
  reason,
  refuse,
  type Refused,
} from '@shekara/kernel';
import { canonicalJson, type Work } from '@shekara/persistence';
import type { ReferenceData } from '@shekara/reference-data';
import { REFERENCE_DATA } from '@shekara/service-kit';
import type { Principal } from '@shekara/auth';
import { WorkItems } from '@shekara/work-items';
import type { PayerAtBody } from '../ledger/account.js';
import { Ledger, postingsIn } from '../ledger/ledger.repository.js';
import { Cover } from '../liability/cover.service.js';
import { PayerAccounts } from '../payer-account/payer-accounts.repository.js';
import type { MoneyPurpose } from '../payment-kind.js';
import { type ConfirmationMessage, readConfirmation } from './confirmation-message.js';
import {
  allocateByOfficer,
  bookTreasuryLine,
  evolve,
  type MoneyReceipt,
  type MoneyReceiptEvent,
  receiveConfirmation,
  type TreasuryLine,
} from './money-receipt.js';
import { type KeptReceipt, MoneyReceipts } from './money-receipts.repository.js';
import { ReceiptAnnouncements, UNMATCHED_MONEY } from './receipt-announcements.service.js';
import { receiptHandlingReasons } from './receipt-handling-reasons.js';
import { postingsOf } from './receipt-postings.js';

/** Whose queue gets a message that names no customs body of the register: the clearance post of Almaty. */
const BODY_OF_LAST_RESORT = '55001';

/** A receipt that holds money. */
export type KeptMoney = KeptReceipt & { readonly receipt: MoneyReceipt };

export type HandledReceipt = { readonly accepted: true; readonly kept: KeptMoney } | Refused;

@Injectable()
export class MoneyReceiptService {
  constructor(
    @Inject(REFERENCE_DATA) private readonly reference: ReferenceData,
    @Inject(LegalCalendar) private readonly calendar: LegalCalendar,
    @Inject(MoneyReceipts) private readonly receipts: MoneyReceipts,
    @Inject(PayerAccounts) private readonly payers: PayerAccounts,
    @Inject(Ledger) private readonly ledger: Ledger,
    @Inject(Cover) private readonly cover: Cover,
    @Inject(ReceiptAnnouncements) private readonly announcements: ReceiptAnnouncements,
    @Inject(WorkItems) private readonly workItems: WorkItems,
  ) {}

  /**
   * Takes a bank's confirmation (art. 138.9, 139, 153.2). The same bank reference counts once (R-PAY-105). A refused
   * message is kept with its reasons and queued; money of nobody known is posted and queued, never lost (R-PAY-106);
   * a payer's money covers at once what waits for it.
   */
  async receive(work: Work, message: ConfirmationMessage, contract: string): Promise<void> {
    const read = readConfirmation(message);
    if ('reasons' in read) return this.keepRefused(work, message, read.reasons);
    const { confirmation } = read;
    await this.receipts.lockReference(work, confirmation.bankId, confirmation.bankReference);
    const today = this.calendar.civilDate(work.context.at);
    const facts = await this.receipts.factsFor(work, confirmation, contract, today);
    const decision = receiveConfirmation(confirmation, facts);
    if (!decision.accepted) return this.keepRefused(work, message, decision.reasons);
    if (decision.events.some(({ type }) => type === 'PaymentConfirmationRepeated')) return;

    const receipt = decision.events.reduce<MoneyReceipt | undefined>(evolve, undefined);
    if (!receipt) throw new Error('a confirmation was taken and made no receipt');
    const kept: KeptMoney = {
      ...this.keptOf(work, message),
      receipt,
      reasons: decision.events.flatMap((event) => ('reasons' in event ? event.reasons : [])),
    };
    if (receipt.matched) await this.payers.hold(work, receipt.matched.owner, confirmation.payerName);
    await this.receipts.add(work, kept, message, digestOf(message));
    await this.post(work, kept.id, decision.events, undefined);
    this.announcements.received(work, kept);
    if (receipt.matched) await this.cover.retryShort(work, receipt.matched.owner);
    else await this.announcements.queue(work, kept);
  }

  private async keepRefused(
    work: Work,
    message: ConfirmationMessage,
    reasons: readonly Reason[],
  ): Promise<void> {
    const kept = { ...this.keptOf(work, message), reasons };
    if (!(await this.receipts.addRefused(work, kept, message, digestOf(message)))) return;
    this.announcements.refused(work, kept);
    await this.announcements.queue(work, kept);
  }

  private keptOf(work: Work, message: ConfirmationMessage): KeptReceipt {
    const day = this.calendar.civilDate(work.context.at);
    const known = this.reference.customsBodies.find(message.customsBody, day) !== undefined;
    return {
      id: uuidv7(),
      customsBody: known ? message.customsBody : BODY_OF_LAST_RESORT,
      bankId: message.bankId,
      bankReference: message.bankReference,
      payerNumber: message.payerIdentificationNumber,
      reasons: [],
      receivedAt: work.context.at,
    };
  }

  /**
   * A line of the Treasury's report (R-PAY-101, R-PAY-103): pending money becomes the payer's. A line that differs goes
   * to the queue. Refuses TREASURY_LINE_WITHOUT_RECEIPT. `mayHandle` checks the customs body of the receipt.
   */
  async bookTreasuryLine(
    work: Work,
    line: TreasuryLine & { readonly bankId: string; readonly bankReference: string },
    mayHandle: (kept: KeptReceipt) => void,
  ): Promise<HandledReceipt & { readonly differences?: readonly Reason[] }> {
    const kept = await this.receipts.holdByReference(work, line.bankId, line.bankReference);
    if (!kept?.receipt) return refuse(reason(receiptHandlingReasons.TREASURY_LINE_WITHOUT_RECEIPT));
    mayHandle(kept);
    const { receipt } = kept;
    const events = bookTreasuryLine(receipt, line);
    const differences = events.flatMap((event) =>
      event.type === 'TreasuryLineUnmatched' ? event.reasons : [],
    );
    if (differences.length > 0) {
      await this.announcements.queue(work, { ...kept, reasons: differences });
      this.announcements.treasuryLineDiffers(work, kept, line, differences);
      return { accepted: true, kept: { ...kept, receipt }, differences };
    }
    if (events.length === 0) return { accepted: true, kept: { ...kept, receipt } };
    if (receipt.matched) await this.payers.hold(work, receipt.matched.owner, receipt.confirmation.payerName);
    const booked = await this.change(work, { ...kept, receipt }, events, {
      date: line.reportDate,
      reference: line.reportReference,
    });
    if (receipt.matched) await this.cover.retryShort(work, receipt.matched.owner);
    return { accepted: true, kept: booked };
  }

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

function digestOf(message: ConfirmationMessage): string {
  return createHash('sha256').update(canonicalJson(message)).digest('hex');
}

/** The payer and body that an officer names; undefined for a number without its check digit. */
export function ownerOf(payer: string, customsBody: string): PayerAtBody | undefined {
  const number = parseBinOrIin(payer);
  return number && { payer: number, customsBody: customsBody as CustomsBodyCode };
}

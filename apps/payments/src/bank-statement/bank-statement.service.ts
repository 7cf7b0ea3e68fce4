/** A statement of a bank: every payment judged alone, the good ones posted together, in one transaction (art. 138.9, 153.2). */
import { Inject, Injectable } from '@nestjs/common';
import { LegalCalendar } from '@shekara/calendar';
import { art, reason, type Reason } from '@shekara/kernel';
import type { Work } from '@shekara/persistence';
import { WorkItems } from '@shekara/work-items';
import type { ConfirmationMessage } from '../money-receipt/confirmation-message.js';
import {
  BODY_OF_LAST_RESORT,
  ReceiptIntake,
  type ReceiptOutcome,
} from '../money-receipt/receipt-intake.service.js';
import { entryReasons } from './bank-statement-reasons.js';
import { BankStatements, type EntryResult, type KeptStatement } from './bank-statements.repository.js';
import { readPayment } from './camt-payment.js';
import type { BankStatement } from './camt-statement.js';

/** Queue Q-PAY-01: a statement with reversals or entries that cannot be read. */
export const BANK_STATEMENT = 'BANK_STATEMENT';

const STREAM = 'BankStatement';
const RECEIVED = art(138, 9);
/** Refusals after which an officer asks the bank; pending and debit entries need nobody. */
const TO_BE_LOOKED_AT: ReadonlySet<string> = new Set([
  entryReasons.ENTRY_FIELD_UNREADABLE.code,
  entryReasons.ENTRY_IS_REVERSAL.code,
  entryReasons.ENTRY_SUM_DIFFERS.code,
]);

export interface StatementResult {
  readonly statement: KeptStatement;
  /** The same statement was posted before: these are its first results. */
  readonly repeated: boolean;
  readonly entries: readonly EntryResult[];
}

interface Judged {
  readonly place: number;
  readonly message: ConfirmationMessage;
}

@Injectable()
export class BankStatementService {
  constructor(
    @Inject(LegalCalendar) private readonly calendar: LegalCalendar,
    @Inject(BankStatements) private readonly statements: BankStatements,
    @Inject(ReceiptIntake) private readonly intake: ReceiptIntake,
    @Inject(WorkItems) private readonly workItems: WorkItems,
  ) {}

  /**
   * Takes a statement. A payment that is refused leaves the others alone; each is posted once by the bank's reference
   * (R-PAY-105). `posts` limits what an officer enters to its customs bodies; a bank has no such limit.
   */
  async receive(
    work: Work,
    statement: BankStatement,
    text: string,
    posts: readonly string[] | undefined,
  ): Promise<StatementResult> {
    const { kept, repeated } = await this.statements.add(work, statement, text);
    if (repeated)
      return { statement: kept, repeated, entries: await this.statements.entriesOf(work.manager, kept.id) };
    const entries = await this.judge(work, statement, posts);
    this.statements.addEntries(work, kept, entries);
    await this.record(work, kept, entries);
    return { statement: kept, repeated, entries };
  }

  private async judge(
    work: Work,
    { payments, bankId }: BankStatement,
    posts: readonly string[] | undefined,
  ): Promise<readonly EntryResult[]> {
    const results: EntryResult[] = [];
    const judged: Judged[] = [];
    payments.forEach((payment, place) => {
      const read = readPayment(payment, bankId, this.calendar);
      const body = 'message' in read ? read.message.customsBody : '';
      const foreign = posts !== undefined && body !== '' && !posts.includes(body);
      const refusals =
        'reasons' in read ? read.reasons : foreign ? [reason(entryReasons.ENTRY_OF_OTHER_POST)] : [];
      results[place] = {
        ...{ number: payment.number, bankReference: kept(read.reference), customsBody: kept(body) },
        ...{ outcome: 'REFUSED', receiptId: null, state: null, reasons: refusals },
      };
      if ('message' in read && refusals.length === 0) judged.push({ place, message: read.message });
    });
    const outcomes = await this.intake.receiveAll(
      work,
      judged.map(({ message }) => ({ message, contract: '', work })),
    );
    judged.forEach(({ place }, index) => {
      const first = results[place];
      const outcome = outcomes[index];
      if (!first || !outcome) throw new Error(`payment ${place} of a statement has no outcome`);
      results[place] = { ...first, ...resultOf(outcome) };
    });
    return results;
  }

  private async record(
    work: Work,
    { id, bankId, messageId }: KeptStatement,
    entries: readonly EntryResult[],
  ) {
    const payload = { bankId, messageId, ...countsOf(entries) };
    work.record({
      stream: STREAM,
      streamId: id,
      caseId: id,
      type: 'BankStatementReceived',
      payload,
      ground: RECEIVED,
    });
    const open = entries.filter(({ reasons }) => reasons.some(({ code }) => TO_BE_LOOKED_AT.has(code)));
    if (open.length === 0) return;
    await this.workItems.open(work, {
      kind: BANK_STATEMENT,
      role: 'ACCOUNT_OFFICER',
      customsBody: BODY_OF_LAST_RESORT,
      subject: STREAM,
      subjectId: id,
      caseId: id,
      title: `Statement ${messageId} of bank ${bankId}: ${open.length} entries to ask about`,
      article: art(153, 2),
    });
  }
}

/** How many payments were accepted, refused and repeated. */
export function countsOf(entries: readonly EntryResult[]) {
  const count = (outcome: EntryResult['outcome']) =>
    entries.filter((entry) => entry.outcome === outcome).length;
  return { accepted: count('ACCEPTED'), refused: count('REFUSED'), repeated: count('REPEATED') };
}

function resultOf({
  outcome,
  kept: receipt,
}: ReceiptOutcome): Pick<EntryResult, 'outcome' | 'receiptId' | 'state' | 'reasons'> {
  const reasons: readonly Reason[] = receipt.reasons;
  if (outcome === 'REFUSED') return { outcome, receiptId: receipt.id, state: null, reasons };
  const state = receipt.receipt?.matched ? receipt.receipt.state : 'UNMATCHED';
  return { outcome: outcome === 'TAKEN' ? 'ACCEPTED' : 'REPEATED', receiptId: receipt.id, state, reasons };
}

/** XML has no NUL and no halves of surrogate pairs; a text may still be longer than a number of a document. */
function kept(text: string): string {
  return text.slice(0, 200);
}

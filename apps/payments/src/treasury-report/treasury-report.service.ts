/** A report of the Treasury: its lines book receipts and tell what became of orders of refund (art. 138.9, 154.8). */
import { Inject, Injectable } from '@nestjs/common';
import { art, reason, type Reason } from '@shekara/kernel';
import type { Work } from '@shekara/persistence';
import { WorkItems } from '@shekara/work-items';
import { BODY_OF_LAST_RESORT } from '../money-receipt/receipt-intake.service.js';
import { ReceiptBooking, verdictOf } from '../money-receipt/receipt-booking.service.js';
import { receiptHandlingReasons } from '../money-receipt/receipt-handling-reasons.js';
import { type LineVerdict, WaitingLines } from '../money-receipt/waiting-lines.repository.js';
import { RefundExecution } from '../refund/refund-execution.service.js';
import { digestOf, type JudgedLine, type KeptReport, TreasuryLines } from './treasury-lines.repository.js';
import { treasuryReportReasons as reasons } from './treasury-report-reasons.js';
import { TREASURY_REPORT, WaitingTerm } from './waiting-term.service.js';
import { type ReadLine, readLine, type TreasuryReport, type WrittenLine } from './treasury-report.js';

const STREAM = 'TreasuryReport';
const REPORTED = art(138, 9);

/** REPEATED: the line was taken before. */
export interface LineResult {
  readonly number: string;
  readonly outcome: JudgedLine['outcome'] | 'REPEATED';
  readonly receiptId: string | null;
  readonly reasons: readonly Reason[];
}

export interface ReportResult {
  readonly report: KeptReport;
  readonly lines: readonly LineResult[];
}

interface Pending {
  readonly place: number;
  readonly written: WrittenLine;
  readonly line: ReadLine;
}

@Injectable()
export class TreasuryReportService {
  constructor(
    @Inject(TreasuryLines) private readonly lines: TreasuryLines,
    @Inject(WaitingLines) private readonly waitingLines: WaitingLines,
    @Inject(ReceiptBooking) private readonly booking: ReceiptBooking,
    @Inject(RefundExecution) private readonly refunds: RefundExecution,
    @Inject(WaitingTerm) private readonly waitingTerm: WaitingTerm,
    @Inject(WorkItems) private readonly workItems: WorkItems,
  ) {}

  /**
   * Takes a report, or a part of one: each line alone, each once by report and number. Repeated lines answer REPEATED; a line
   * that was refused is judged anew when it comes again. A line of which the bank told nothing waits until it does (R-PAY-103).
   * `handledBodies` limits an officer to its customs bodies; the Treasury has no such limit.
   */
  async receive(
    work: Work,
    report: TreasuryReport,
    handledBodies: readonly string[] | undefined,
  ): Promise<ReportResult> {
    const kept = await this.lines.hold(work, report);
    const results: LineResult[] = [];
    const pending: Pending[] = [];
    const seen = new Set<number>();
    report.lines.forEach((written, place) => {
      const read = readLine(written);
      const refusals = 'reasons' in read ? read.reasons : again(read.line, seen);
      results[place] = { number: written.number, outcome: 'REFUSED', receiptId: null, reasons: refusals };
      if ('line' in read && refusals.length === 0) pending.push({ place, written, line: read.line });
    });
    const fresh = await this.withoutEarlier(work, kept, pending, results);
    const judged = await this.judge(work, report, fresh, handledBodies);
    for (const [index, { place, written }] of fresh.entries()) {
      const verdict = judged[index];
      if (!verdict) throw new Error(`line ${written.number} of report ${report.reference} is not judged`);
      results[place] = { number: written.number, ...verdict };
    }
    await this.lines.keep(
      work,
      kept,
      fresh.flatMap(({ written, line }, index) => {
        const verdict = judged[index];
        return verdict ? [{ number: line.number, line: written, ...verdict }] : [];
      }),
      handledBodies,
    );
    if (judged.some((verdict) => verdict?.outcome === 'WAITING')) await this.waitingTerm.run(work, kept);
    await this.record(work, kept, results);
    return { report: kept, lines: results };
  }

  private async withoutEarlier(
    work: Work,
    kept: KeptReport,
    pending: readonly Pending[],
    results: LineResult[],
  ): Promise<readonly Pending[]> {
    const numbers = pending.map(({ line }) => line.number);
    const earlier = await this.lines.earlier(work, kept, numbers);
    return pending.filter(({ place, written, line }) => {
      const first = earlier.get(line.number);
      if (!first || first.outcome === 'REFUSED') return true;
      const same = first.digest === digestOf(written);
      results[place] = same
        ? { number: written.number, outcome: 'REPEATED', receiptId: first.receiptId, reasons: first.reasons }
        : refusedLine(written, reason(reasons.TREASURY_LINE_NUMBER_REUSED, { pointer: '/number' }));
      return false;
    });
  }

  private async judge(
    work: Work,
    report: TreasuryReport,
    pending: readonly Pending[],
    handledBodies: readonly string[] | undefined,
  ): Promise<readonly (LineVerdict | undefined)[]> {
    const mayHandle = (customsBody: string) => handledBodies?.includes(customsBody) ?? true;
    const verdicts: (LineVerdict | undefined)[] = [];
    const receipts = pending.flatMap(({ line }, index) => {
      return line.type === 'RECEIPT' ? [{ index, line: lineOfReceipt(report, line) }] : [];
    });
    const lines = receipts.map(({ line }) => ({ ...line, mayHandle, work }));
    await this.waitingLines.bar(work, lines);
    const booked = await this.booking.bookAll(work, lines);
    receipts.forEach(({ index }, at) => {
      const one = booked[at];
      if (one) verdicts[index] = verdictOf(one);
    });
    await this.judgeOrders(work, report, pending, verdicts, mayHandle);
    return verdicts;
  }

  /** Orders of refund and offset: carried out, or the money came back (R-PAY-192). */
  private async judgeOrders(
    work: Work,
    { reference, date }: TreasuryReport,
    pending: readonly Pending[],
    verdicts: (LineVerdict | undefined)[],
    mayHandle: (customsBody: string) => boolean,
  ): Promise<void> {
    const orders = pending.flatMap(({ line }, index) => (line.type === 'RECEIPT' ? [] : [{ index, line }]));
    if (orders.length === 0) return;
    const bodies = await this.lines.bodiesOfOrders(
      work.manager,
      orders.map(({ line }) => line.order),
    );
    const own = orders.filter(({ index, line }) => {
      const body = bodies.get(line.order);
      if (body === undefined || mayHandle(body)) return true;
      verdicts[index] = refused([reason(receiptHandlingReasons.TREASURY_LINE_OF_OTHER_POST)]);
      return false;
    });
    const copyOf = ({ number }: ReadLine) => `${reference}/${number}`;
    const done = own.filter(({ line }) => line.type === 'REFUND');
    const failed = own.filter(({ line }) => line.type === 'REFUND_FAILED');
    const outcomes = [
      ...(await this.refunds.executed(
        work,
        done.map(({ line }) => ({
          number: line.order,
          amount: line.amount,
          executedOn: date,
          copy: copyOf(line),
        })),
      )),
      ...(await this.refunds.returned(
        work,
        failed.map(({ line }) => ({
          ...{ number: line.order, amount: line.amount, returnedOn: date },
          ...{ copy: copyOf(line), cause: line.cause },
        })),
      )),
    ];
    [...done, ...failed].forEach(({ index }, at) => {
      const outcome = outcomes[at];
      if (!outcome) return;
      verdicts[index] = outcome.accepted
        ? { outcome: 'BOOKED', receiptId: null, reasons: [] }
        : refused(outcome.reasons);
    });
  }

  private async record(
    work: Work,
    { id, reference }: KeptReport,
    results: readonly LineResult[],
  ): Promise<void> {
    const refusals = results.filter(({ outcome }) => outcome === 'REFUSED');
    work.record({
      stream: STREAM,
      streamId: id,
      caseId: id,
      type: 'TreasuryReportReceived',
      ground: REPORTED,
      payload: { reference, ...countsOf(results) },
    });
    if (refusals.length === 0) return;
    await this.workItems.open(work, {
      kind: TREASURY_REPORT,
      role: 'ACCOUNT_OFFICER',
      customsBody: BODY_OF_LAST_RESORT,
      subject: STREAM,
      subjectId: id,
      caseId: id,
      title: `Treasury report ${reference}: ${refusals.length} lines are refused`,
      article: REPORTED,
    });
  }
}

/** How many lines were booked, differ, wait, were refused and repeated. */
export function countsOf(lines: readonly LineResult[]) {
  const count = (outcome: LineResult['outcome']) => lines.filter((line) => line.outcome === outcome).length;
  return {
    booked: count('BOOKED'),
    differing: count('DIFFERS'),
    waiting: count('WAITING'),
    refused: count('REFUSED'),
    repeated: count('REPEATED'),
  };
}

function refused(why: readonly Reason[]): LineVerdict {
  return { outcome: 'REFUSED', receiptId: null, reasons: why };
}

function refusedLine({ number }: WrittenLine, why: Reason): LineResult {
  return { number, ...refused([why]) };
}

/** A number may stand once in a report. */
function again({ number }: ReadLine, seen: Set<number>): readonly Reason[] {
  if (seen.has(number)) return [reason(reasons.TREASURY_LINE_NUMBER_REUSED, { pointer: '/number' })];
  seen.add(number);
  return [];
}

function lineOfReceipt(
  { reference, date }: TreasuryReport,
  { bankId, bankReference, payer, budgetCode, amount }: Extract<ReadLine, { type: 'RECEIPT' }>,
) {
  return {
    reportDate: date,
    reportReference: reference,
    bankId,
    bankReference,
    payerIdentificationNumber: payer,
    budgetCode,
    amount,
  };
}

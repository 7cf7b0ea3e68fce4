/**
 * Lines of the Treasury's reports that came before the bank's confirmation (art. 138.9): they wait and are matched when it
 * comes. A line that finds no receipt, and a confirmation that finds no line, could be written at the same moment and never
 * meet: so a report that lacks receipts of a bank bars that bank's confirmations until it is written.
 */
import { Injectable } from '@nestjs/common';
import type { CivilDate } from '@shekara/calendar';
import { Money, type Reason } from '@shekara/kernel';
import type { Work } from '@shekara/persistence';
import type { TreasuryLine } from './treasury-line.js';

export interface ReferenceOfBank {
  readonly bankId: string;
  readonly bankReference: string;
}

/** What is kept of a line. WAITING: the bank has not told of its money. DIFFERS: the receipt is there and says otherwise. */
export interface LineVerdict {
  readonly outcome: 'BOOKED' | 'DIFFERS' | 'REFUSED' | 'WAITING';
  readonly receiptId: string | null;
  readonly reasons: readonly Reason[];
}

export interface WaitingLine extends TreasuryLine, ReferenceOfBank {
  readonly reportId: string;
  readonly number: number;
  /** Customs bodies of the officer who entered it; undefined for a line of the Treasury's own. */
  readonly handledBodies: readonly string[] | undefined;
}

interface WaitingRow {
  readonly report_id: string;
  readonly number: number;
  readonly line: ReferenceOfBank & {
    readonly payer: string;
    readonly budgetCode: string;
    readonly amount: string;
  };
  readonly handled_bodies: readonly string[] | null;
  readonly report_date: CivilDate;
  readonly reference: string;
}

/** The first key of the locks of banks; the second is the bank's. */
const LOCKS_OF_BANKS = 138_009;

@Injectable()
export class WaitingLines {
  /**
   * Confirmations of these banks are taken now. The first lock of a work: a report takes the same ones before all others,
   * both in the order of the banks' keys.
   */
  async admit(work: Work, banks: readonly string[]): Promise<void> {
    if (banks.length === 0) return;
    await work.manager.query(
      `SELECT pg_advisory_xact_lock_shared($2::int, bank.key)
         FROM (SELECT DISTINCT hashtext(id) AS key FROM unnest($1::text[]) AS id ORDER BY key) AS bank`,
      [banks, LOCKS_OF_BANKS],
    );
  }

  /** Bars the confirmations of those banks that told nothing of some of these lines. */
  async bar(work: Work, lines: readonly ReferenceOfBank[]): Promise<void> {
    if (lines.length === 0) return;
    await work.manager.query(
      `SELECT pg_advisory_xact_lock($3::int, bank.key)
         FROM (SELECT DISTINCT hashtext(l.bank_id) AS key
                 FROM unnest($1::text[], $2::text[]) AS l(bank_id, bank_reference)
                WHERE NOT EXISTS (SELECT FROM money_receipts r
                                   WHERE r.bank_id = l.bank_id AND r.bank_reference = l.bank_reference
                                     AND r.state <> 'REFUSED')
                ORDER BY key) AS bank`,
      [lines.map(({ bankId }) => bankId), lines.map(({ bankReference }) => bankReference), LOCKS_OF_BANKS],
    );
  }

  /** The lines that wait for these references, locked, in the order in which they were judged. */
  async hold(work: Work, wanted: readonly ReferenceOfBank[]): Promise<readonly WaitingLine[]> {
    if (wanted.length === 0) return [];
    const rows = await work.manager.query<WaitingRow[]>(
      `SELECT l.report_id, l.number, l.line, l.handled_bodies, r.report_date::text AS report_date, r.reference
         FROM treasury_report_lines l JOIN treasury_reports r ON r.id = l.report_id
        WHERE l.outcome = 'WAITING'
          AND (l.line ->> 'bankId', l.line ->> 'bankReference') IN (SELECT * FROM unnest($1::text[], $2::text[]))
        ORDER BY l.report_id, l.number FOR UPDATE OF l`,
      [wanted.map(({ bankId }) => bankId), wanted.map(({ bankReference }) => bankReference)],
    );
    return rows.map(
      ({ report_id: reportId, number, line, handled_bodies: bodies, report_date, reference }) => ({
        ...{ reportId, number, handledBodies: bodies ?? undefined },
        ...{ reportDate: report_date, reportReference: reference },
        ...{ bankId: line.bankId, bankReference: line.bankReference },
        payerIdentificationNumber: line.payer,
        budgetCode: line.budgetCode,
        amount: Money.ofTenge(line.amount),
      }),
    );
  }

  /** What became of lines that waited. */
  async settle(
    work: Work,
    settled: readonly { readonly line: WaitingLine; readonly verdict: LineVerdict }[],
  ): Promise<void> {
    if (settled.length === 0) return;
    await work.manager.query(
      `UPDATE treasury_report_lines l
          SET outcome = s.outcome, receipt_id = s.receipt_id, reasons = s.reasons, judged_at = $1
         FROM unnest($2::uuid[], $3::int[], $4::text[], $5::uuid[], $6::jsonb[])
              AS s(report_id, number, outcome, receipt_id, reasons)
        WHERE l.report_id = s.report_id AND l.number = s.number`,
      [
        work.context.at,
        settled.map(({ line }) => line.reportId),
        settled.map(({ line }) => line.number),
        settled.map(({ verdict }) => verdict.outcome),
        settled.map(({ verdict }) => verdict.receiptId),
        settled.map(({ verdict }) => JSON.stringify(verdict.reasons)),
      ],
    );
  }
}

/** The rows of the Treasury's reports. */
import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Reason } from '@shekara/kernel';
import { canonicalJson, type EntityManager, type Work } from '@shekara/persistence';
import type { TreasuryReport, WrittenLine } from './treasury-report.js';

export interface KeptReport {
  readonly id: string;
  readonly reference: string;
  readonly date: string;
}

/** DIFFERS: the receipt is there and the line says otherwise; an officer asks the bank. */
export interface JudgedLine {
  readonly number: number;
  readonly line: WrittenLine;
  readonly outcome: 'BOOKED' | 'DIFFERS' | 'REFUSED';
  readonly receiptId: string | null;
  readonly reasons: readonly Reason[];
}

export type EarlierLine = Pick<JudgedLine, 'number' | 'outcome' | 'receiptId' | 'reasons'> & {
  readonly digest: string;
};

@Injectable()
export class TreasuryLines {
  /** The report by its number, made on first sight; parts of one report wait for each other. */
  async hold(work: Work, { reference, date }: TreasuryReport): Promise<KeptReport> {
    const [kept] = await work.manager.query<KeptReport[]>(
      `INSERT INTO treasury_reports AS r (id, reference, report_date, first_received_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT (reference) DO UPDATE SET reference = r.reference
       RETURNING id, reference, report_date::text AS date`,
      [work.newId(), reference, date, work.context.at],
    );
    if (!kept) throw new Error(`no row of report ${reference}`);
    return kept;
  }

  /** What was said before of these numbers. */
  async earlier(
    work: Work,
    { id }: KeptReport,
    numbers: readonly number[],
  ): Promise<ReadonlyMap<number, EarlierLine>> {
    const rows = await work.manager.query<EarlierLine[]>(
      `SELECT number, digest, outcome, receipt_id AS "receiptId", reasons FROM treasury_report_lines
        WHERE report_id = $1 AND number = ANY ($2)`,
      [id, numbers],
    );
    return new Map(rows.map((row) => [row.number, row]));
  }

  /** Keeps lines; one that was refused before is judged anew. */
  async keep(work: Work, { id }: KeptReport, lines: readonly JudgedLine[]): Promise<void> {
    if (lines.length === 0) return;
    await work.manager.query(
      `INSERT INTO treasury_report_lines (report_id, number, type, line, digest, outcome, receipt_id, reasons, judged_at)
       SELECT $1, number, type, line, digest, outcome, receipt_id, reasons, $2
         FROM unnest($3::int[], $4::text[], $5::jsonb[], $6::text[], $7::text[], $8::uuid[], $9::jsonb[])
              AS l(number, type, line, digest, outcome, receipt_id, reasons)
       ON CONFLICT (report_id, number) DO UPDATE
         SET type = excluded.type, line = excluded.line, digest = excluded.digest, outcome = excluded.outcome,
             receipt_id = excluded.receipt_id, reasons = excluded.reasons, judged_at = excluded.judged_at
       WHERE treasury_report_lines.outcome = 'REFUSED'`,
      [
        id,
        work.context.at,
        lines.map(({ number }) => number),
        lines.map(({ line }) => line.type),
        lines.map(({ line }) => JSON.stringify(line)),
        lines.map(({ line }) => digestOf(line)),
        lines.map(({ outcome }) => outcome),
        lines.map(({ receiptId }) => receiptId),
        lines.map(({ reasons }) => JSON.stringify(reasons)),
      ],
    );
  }

  /** Customs bodies of orders to the Treasury, by the orders' numbers. */
  async bodiesOfOrders(
    manager: EntityManager,
    orders: readonly string[],
  ): Promise<ReadonlyMap<string, string>> {
    const rows = await manager.query<{ number: string; customs_body: string }[]>(
      `SELECT number, customs_body FROM treasury_orders WHERE number = ANY ($1)`,
      [orders],
    );
    return new Map(rows.map(({ number, customs_body }) => [number, customs_body]));
  }
}

export function digestOf(line: WrittenLine): string {
  return createHash('sha256').update(canonicalJson(line)).digest('hex');
}

/** The rows of the Treasury's reports. */
import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { canonicalJson, type EntityManager, type Work } from '@shekara/persistence';
import type { LineVerdict } from '../money-receipt/waiting-lines.repository.js';
import type { TreasuryReport, WrittenLine } from './treasury-report.js';

export interface KeptReport {
  readonly id: string;
  readonly reference: string;
  readonly date: string;
}

export interface JudgedLine extends LineVerdict {
  readonly number: number;
  readonly line: WrittenLine;
}

export type EarlierLine = Pick<JudgedLine, 'number' | 'outcome' | 'receiptId' | 'reasons'> & {
  readonly digest: string;
};

export interface LinesWanted {
  readonly id: string;
  readonly outcome?: LineVerdict['outcome'] | undefined;
  readonly after: number;
  readonly limit: number;
}

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
  async keep(
    work: Work,
    { id }: KeptReport,
    lines: readonly JudgedLine[],
    handledBodies: readonly string[] | undefined,
  ): Promise<void> {
    if (lines.length === 0) return;
    await work.manager.query(
      `INSERT INTO treasury_report_lines (report_id, number, type, line, digest, outcome, receipt_id, reasons,
                                          judged_at, handled_bodies)
       SELECT $1, number, type, line, digest, outcome, receipt_id, reasons, $2, $10
         FROM unnest($3::int[], $4::text[], $5::jsonb[], $6::text[], $7::text[], $8::uuid[], $9::jsonb[])
              AS l(number, type, line, digest, outcome, receipt_id, reasons)
       ON CONFLICT (report_id, number) DO UPDATE
         SET type = excluded.type, line = excluded.line, digest = excluded.digest, outcome = excluded.outcome,
             receipt_id = excluded.receipt_id, reasons = excluded.reasons, judged_at = excluded.judged_at,
             handled_bodies = excluded.handled_bodies
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
        handledBodies ?? null,
      ],
    );
  }

  /** Lines of a report in the order of their numbers, of one outcome when it is named. */
  async page(
    manager: EntityManager,
    { id, outcome, after, limit }: LinesWanted,
  ): Promise<readonly JudgedLine[]> {
    return manager.query(
      `SELECT number, line, outcome, receipt_id AS "receiptId", reasons FROM treasury_report_lines
        WHERE report_id = $1 AND number > $2 AND ($3::text IS NULL OR outcome = $3) ORDER BY number LIMIT $4`,
      [id, after, outcome ?? null, limit],
    );
  }

  async find(manager: EntityManager, id: string): Promise<KeptReport | undefined> {
    const [row] = await manager.query<KeptReport[]>(
      `SELECT id, reference, report_date::text AS date FROM treasury_reports WHERE id = $1`,
      [id],
    );
    return row;
  }

  /** How many lines of the report still wait for the bank's confirmation. */
  async waiting(work: Work, reportId: string): Promise<number> {
    const [row] = await work.manager.query<{ waiting: string }[]>(
      `SELECT count(*) AS waiting FROM treasury_report_lines WHERE report_id = $1 AND outcome = 'WAITING'`,
      [reportId],
    );
    return Number(row?.waiting ?? 0);
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

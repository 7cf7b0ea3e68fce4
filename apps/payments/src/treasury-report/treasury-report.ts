/**
 * The Treasury's daily report (art. 138.9, 154.8): what it booked, what it returned, what it could not return. It comes as a
 * file (CSV) or as messages; either way the same lines, each judged alone.
 */
import { parse } from 'csv-parse/sync';
import { isCivilDate, type CivilDate } from '@shekara/calendar';
import { Money, type Reason, reason } from '@shekara/kernel';
import { treasuryReportReasons as reasons } from './treasury-report-reasons.js';

/** RECEIPT: money came; REFUND: an order of refund or offset was carried out; REFUND_FAILED: money came back. */
export const TREASURY_LINE_TYPES = ['RECEIPT', 'REFUND', 'REFUND_FAILED'] as const;
export type TreasuryLineType = (typeof TREASURY_LINE_TYPES)[number];

/** A line as it is written. Amounts are decimal tenge. */
export interface WrittenLine {
  readonly number: string;
  readonly type: string;
  readonly bankId: string;
  readonly bankReference: string;
  readonly refundNumber: string;
  readonly payer: string;
  readonly budgetCode: string;
  readonly amount: string;
  readonly reason: string;
}

export interface TreasuryReport {
  readonly reference: string;
  readonly date: CivilDate;
  readonly lines: readonly WrittenLine[];
}

interface ReportLine {
  readonly number: number;
  readonly amount: Money;
}

export type ReadLine =
  | (ReportLine & {
      readonly type: 'RECEIPT';
      readonly bankId: string;
      readonly bankReference: string;
      readonly payer: string;
      readonly budgetCode: string;
    })
  | (ReportLine & {
      readonly type: 'REFUND' | 'REFUND_FAILED';
      readonly order: string;
      readonly cause: string;
    });

export const MOST_LINES = 20_000;
export const HEADING = 'number,type,bank_id,bank_reference,refund_number,payer,budget_code,amount,reason';

const LONGEST_REFERENCE = 100;
const NUMBER = /^[1-9]\d{0,8}$/;
const AMOUNT = /^\d{1,15}(\.\d{1,2})?$/;

type Refusal = { readonly reasons: readonly [Reason, ...Reason[]] };

/** A report by its heading data and lines. Refuses TREASURY_REPORT_UNREADABLE; its lines are judged one by one later. */
export function reportOf(
  reference: string,
  date: string,
  lines: readonly WrittenLine[],
): { readonly report: TreasuryReport } | Refusal {
  const unread = [
    reference.trim() === '' || reference.length > LONGEST_REFERENCE ? '/reference' : undefined,
    isCivilDate(date) ? undefined : '/date',
    lines.length > MOST_LINES ? '/lines' : undefined,
  ].flatMap((pointer) =>
    pointer === undefined ? [] : [reason(reasons.TREASURY_REPORT_UNREADABLE, { pointer })],
  );
  const [first, ...rest] = unread;
  if (first) return { reasons: [first, ...rest] };
  if (!isCivilDate(date)) throw new Error('a date is neither read nor named');
  return { report: { reference, date, lines } };
}

/** Reads a file: the heading of `HEADING`, a line a record. A record of another width has no readable fields. */
export function readReportFile(
  reference: string,
  date: string,
  text: string,
): { readonly report: TreasuryReport } | Refusal {
  let records: string[][];
  try {
    records = parse(text, {
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      to: MOST_LINES + 2,
    });
  } catch {
    // Not hidden: told to the sender as what it is, no CSV.
    return { reasons: [reason(reasons.TREASURY_REPORT_UNREADABLE, { pointer: '/lines' })] };
  }
  const [heading = [], ...lines] = records;
  if (heading.join() !== HEADING)
    return { reasons: [reason(reasons.TREASURY_REPORT_UNREADABLE, { pointer: '/heading' })] };
  return reportOf(
    reference,
    date,
    lines.map((fields) => {
      const whole = fields.length === heading.length ? fields : fields.slice(0, 1);
      const [number = '', type = '', bankId = '', bankReference = '', refundNumber = ''] = whole;
      const [payer = '', budgetCode = '', amount = '', cause = ''] = whole.slice(5);
      return { number, type, bankId, bankReference, refundNumber, payer, budgetCode, amount, reason: cause };
    }),
  );
}

/** Reads a line, or names every field that cannot be read (TREASURY_LINE_UNREADABLE). */
export function readLine(line: WrittenLine): { readonly line: ReadLine } | Refusal {
  const type = TREASURY_LINE_TYPES.find((one) => one === line.type);
  const isReceipt = type === 'RECEIPT';
  const amount = AMOUNT.test(line.amount) ? Money.ofTenge(line.amount) : undefined;
  const [first, ...rest] = (
    [
      ['number', !NUMBER.test(line.number)],
      ['type', type === undefined],
      ['bankId', isReceipt && line.bankId === ''],
      ['bankReference', isReceipt && line.bankReference === ''],
      ['payer', isReceipt && line.payer === ''],
      ['budgetCode', isReceipt && line.budgetCode === ''],
      ['refundNumber', type !== undefined && !isReceipt && line.refundNumber === ''],
      ['amount', !amount?.isPositive()],
    ] as const
  ).flatMap(([field, isUnread]) =>
    isUnread ? [reason(reasons.TREASURY_LINE_UNREADABLE, { pointer: `/${field}` })] : [],
  );
  if (first) return { reasons: [first, ...rest] };
  if (!type || !amount) throw new Error('a field is neither read nor named');
  const common = { number: Number(line.number), amount };
  const { bankId, bankReference, payer, budgetCode } = line;
  return {
    line:
      type === 'RECEIPT'
        ? { ...common, type, bankId, bankReference, payer, budgetCode }
        : { ...common, type, order: line.refundNumber, cause: line.reason },
  };
}

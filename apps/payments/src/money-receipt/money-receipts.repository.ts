/** The rows of receipts, one at a time and in pages. */
import { Injectable } from '@nestjs/common';
import { type CustomsBodyCode, Money, parseBinOrIin, type Reason } from '@shekara/kernel';
import type { EntityManager, Work } from '@shekara/persistence';
import type { MoneyPurpose } from '../payment-kind.js';
import type { BankConfirmation } from './bank-confirmation.js';
import type { ConfirmationMessage } from './confirmation-message.js';
import type { PaymentMistake } from '../payment-mistake.js';
import type { MoneyReceipt, ReceiptState } from './money-receipt.js';

/** A receipt as kept. A refused message is kept too, without money. */
export interface KeptReceipt {
  readonly id: string;
  /** The body in whose queue it lies. */
  readonly customsBody: string;
  readonly bankId: string;
  readonly bankReference: string;
  readonly payerNumber: string;
  /** Absent for a refused message. */
  readonly receipt?: MoneyReceipt;
  readonly reasons: readonly Reason[];
  readonly receivedAt: Date;
  readonly report?: { readonly date: string; readonly reference: string };
}

/** A row as the database gives it. */
export interface ReceiptRow {
  readonly id: string;
  readonly bank_id: string;
  readonly bank_reference: string;
  readonly payer_number: string;
  readonly customs_body: string;
  readonly state: ReceiptState | 'REFUSED';
  readonly matched_payer: string | null;
  readonly matched_body: string | null;
  readonly matched_purpose: MoneyPurpose | null;
  readonly mistake: PaymentMistake | null;
  readonly reasons: readonly Reason[];
  readonly confirmation: (Omit<BankConfirmation, 'amount'> & { readonly amount: string }) | null;
  readonly received_at: Date;
  readonly report_date: string | null;
  readonly report_reference: string | null;
}

const COLUMNS = `id, bank_id, bank_reference, payer_number, customs_body, state, matched_payer, matched_body,
  matched_purpose, mistake, reasons, confirmation, received_at, report_date::text AS report_date, report_reference`;

/** The money of a row; undefined for a refused message. */
export function receiptOf(row: ReceiptRow): MoneyReceipt | undefined {
  if (row.state === 'REFUSED' || !row.confirmation) return undefined;
  const payer = parseBinOrIin(row.matched_payer ?? '');
  const customsBody = row.matched_body as CustomsBodyCode | null;
  return {
    confirmation: { ...row.confirmation, amount: Money.ofTenge(row.confirmation.amount) },
    state: row.state,
    ...(payer && customsBody && row.matched_purpose
      ? { matched: { owner: { payer, customsBody }, purpose: row.matched_purpose } }
      : {}),
    ...(row.mistake ? { mistake: row.mistake } : {}),
  };
}

export function keptOf(row: ReceiptRow): KeptReceipt {
  return {
    id: row.id,
    customsBody: row.customs_body,
    bankId: row.bank_id,
    bankReference: row.bank_reference,
    payerNumber: row.payer_number,
    receipt: receiptOf(row),
    reasons: row.reasons,
    receivedAt: row.received_at,
    ...(row.report_date && row.report_reference
      ? { report: { date: row.report_date, reference: row.report_reference } }
      : {}),
  };
}

/** UNMATCHED is money of nobody known; the other states are those of the rows. */
export type ShownState = ReceiptState | 'UNMATCHED' | 'REFUSED';

export interface ReceiptPage {
  readonly customsBodies: readonly string[];
  readonly state?: ShownState;
  readonly after?: string;
  readonly limit: number;
}

@Injectable()
export class MoneyReceipts {
  async save(work: Work, { id, receipt, report }: KeptReceipt & { receipt: MoneyReceipt }): Promise<void> {
    await work.manager.query(
      `UPDATE money_receipts
          SET state = $2, matched_payer = $3, matched_body = $4, matched_purpose = $5, report_date = $6,
              report_reference = $7, version = version + 1
        WHERE id = $1`,
      [
        id,
        receipt.state,
        receipt.matched?.owner.payer ?? null,
        receipt.matched?.owner.customsBody ?? null,
        receipt.matched?.purpose ?? null,
        report?.date ?? null,
        report?.reference ?? null,
      ],
    );
  }

  /** The receipt, locked for this work. */
  async hold(work: Work, id: string): Promise<KeptReceipt | undefined> {
    const [row] = await work.manager.query<ReceiptRow[]>(
      `SELECT ${COLUMNS} FROM money_receipts WHERE id = $1 FOR UPDATE`,
      [id],
    );
    return row && keptOf(row);
  }

  /** Receipts that hold money by their banks' references, locked in the order of their ids. Keys: `[bank, reference]` as JSON. */
  async holdByReferences(
    work: Work,
    wanted: readonly { readonly bankId: string; readonly bankReference: string }[],
  ): Promise<ReadonlyMap<string, KeptReceipt & { readonly receipt: MoneyReceipt }>> {
    const rows = await work.manager.query<ReceiptRow[]>(
      `SELECT ${COLUMNS} FROM money_receipts
        WHERE state <> 'REFUSED'
          AND (bank_id, bank_reference) IN (SELECT * FROM unnest($1::text[], $2::text[]))
        ORDER BY id FOR UPDATE`,
      [wanted.map(({ bankId }) => bankId), wanted.map(({ bankReference }) => bankReference)],
    );
    return new Map(
      rows
        .map(keptOf)
        .flatMap(({ receipt, ...kept }) =>
          receipt ? [[JSON.stringify([kept.bankId, kept.bankReference]), { ...kept, receipt }] as const] : [],
        ),
    );
  }

  /** The newest refused message of each of these references, by `[bank, reference]` as JSON. */
  async refusedByReferences(
    work: Work,
    wanted: readonly { readonly bankId: string; readonly bankReference: string }[],
  ): Promise<ReadonlyMap<string, { readonly kept: KeptReceipt; readonly message: ConfirmationMessage }>> {
    const rows = await work.manager.query<(ReceiptRow & { readonly message: ConfirmationMessage })[]>(
      `SELECT DISTINCT ON (bank_id, bank_reference) ${COLUMNS}, message FROM money_receipts
        WHERE state = 'REFUSED' AND (bank_id, bank_reference) IN (SELECT * FROM unnest($1::text[], $2::text[]))
        ORDER BY bank_id, bank_reference, id DESC`,
      [wanted.map(({ bankId }) => bankId), wanted.map(({ bankReference }) => bankReference)],
    );
    return new Map(
      rows.map((row) => [
        JSON.stringify([row.bank_id, row.bank_reference]),
        { kept: keptOf(row), message: row.message },
      ]),
    );
  }

  /** Receipts that the Treasury booked: one statement. */
  async saveBooked(work: Work, booked: readonly KeptReceipt[]): Promise<void> {
    await work.manager.query(
      `UPDATE money_receipts r
          SET state = 'BOOKED', report_date = b.report_date, report_reference = b.reference, version = version + 1
         FROM unnest($1::uuid[], $2::date[], $3::text[]) AS b(id, report_date, reference)
        WHERE r.id = b.id`,
      [
        booked.map(({ id }) => id),
        booked.map(({ report }) => report?.date ?? null),
        booked.map(({ report }) => report?.reference ?? null),
      ],
    );
  }

  async find(manager: EntityManager, id: string): Promise<KeptReceipt | undefined> {
    const [row] = await manager.query<ReceiptRow[]>(`SELECT ${COLUMNS} FROM money_receipts WHERE id = $1`, [
      id,
    ]);
    return row && keptOf(row);
  }

  /** A page of the receipts of some customs bodies, the oldest first. */
  async page(
    manager: EntityManager,
    { customsBodies, state, after, limit }: ReceiptPage,
  ): Promise<KeptReceipt[]> {
    const inState =
      state === 'UNMATCHED'
        ? `state <> 'REFUSED' AND matched_payer IS NULL`
        : state
          ? `state = $4 AND (state = 'REFUSED' OR matched_payer IS NOT NULL)`
          : '$4::text IS NULL';
    const rows = await manager.query<ReceiptRow[]>(
      `SELECT ${COLUMNS} FROM money_receipts
        WHERE customs_body = ANY ($1) AND ($2::uuid IS NULL OR id > $2) AND ${inState}
        ORDER BY id LIMIT $3`,
      [customsBodies, after ?? null, limit, ...(state === 'UNMATCHED' ? [] : [state ?? null])],
    );
    return rows.map(keptOf);
  }
}

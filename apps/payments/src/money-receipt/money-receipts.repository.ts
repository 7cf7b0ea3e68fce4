/** The rows of receipts, and what is known of banks and payers when a confirmation arrives. */
import { Injectable } from '@nestjs/common';
import { type CustomsBodyCode, Money, parseBinOrIin, type Reason } from '@shekara/kernel';
import type { EntityManager, Work } from '@shekara/persistence';
import type { MoneyPurpose } from '../payment-kind.js';
import type { BankConfirmation } from './bank-confirmation.js';
import type { PaymentMistake } from '../payment-mistake.js';
import type { MoneyReceipt, ReceiptFacts, ReceiptState } from './money-receipt.js';

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

interface ReceiptRow {
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

function receiptOf(row: ReceiptRow): MoneyReceipt | undefined {
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

function keptOf(row: ReceiptRow): KeptReceipt {
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
  /** Makes messages with one bank reference wait for each other until the work ends. */
  async lockReference(work: Work, bankId: string, bankReference: string): Promise<void> {
    await work.manager.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 138))`, [
      JSON.stringify([bankId, bankReference]),
    ]);
  }

  /** Everything that decides on a confirmation, in one query. */
  async factsFor(
    work: Work,
    confirmation: BankConfirmation,
    contract: string,
    today: string,
  ): Promise<ReceiptFacts> {
    const [found] = await work.manager.query<
      {
        licensed: boolean;
        contracted: boolean;
        known: boolean;
        budget_codes: Readonly<Record<string, string>>;
        same_reference: ReceiptRow | null;
        same_order: ReceiptRow | null;
      }[]
    >(
      `SELECT EXISTS (SELECT FROM licensed_banks
                       WHERE bank_id = $1 AND valid_from <= $6 AND (valid_to IS NULL OR valid_to >= $6)) AS licensed,
              EXISTS (SELECT FROM on_site_contracts
                       WHERE bank_id = $1 AND customs_body = $4 AND channel = $5 AND ($7 = '' OR number = $7)
                         AND valid_from <= $6 AND (valid_to IS NULL OR valid_to >= $6)) AS contracted,
              EXISTS (SELECT FROM payer_accounts WHERE payer = $3) AS known,
              (SELECT jsonb_object_agg(purpose, budget_code) FROM budget_codes
                WHERE valid_from <= $6 AND (valid_to IS NULL OR valid_to >= $6)) AS budget_codes,
              (SELECT to_jsonb(r) FROM money_receipts r
                WHERE bank_id = $1 AND bank_reference = $2 AND state <> 'REFUSED') AS same_reference,
              (SELECT to_jsonb(r) FROM money_receipts r
                WHERE bank_id = $1 AND payment_order = $8 AND bank_reference <> $2 AND state <> 'REFUSED'
                LIMIT 1) AS same_order`,
      [
        confirmation.bankId,
        confirmation.bankReference,
        confirmation.payerIdentificationNumber,
        confirmation.customsBody,
        confirmation.channel,
        confirmation.paidOn,
        contract,
        confirmation.paymentOrder ?? null,
      ],
    );
    if (!found) throw new Error('no facts of a confirmation');
    const sameReference = found.same_reference ? receiptOf(found.same_reference) : undefined;
    const sameOrder = found.same_order ? receiptOf(found.same_order) : undefined;
    return {
      today,
      bankLicensed: found.licensed,
      bankHasOnSiteContract: found.contracted,
      isRegisteredPayer: (payer) => found.known && payer === confirmation.payerIdentificationNumber,
      budgetCodeOf: (purpose) => found.budget_codes[purpose],
      ...(sameReference ? { sameReference } : {}),
      ...(sameOrder ? { sameOrder } : {}),
    };
  }

  /** Keeps money that was taken. @throws on a second receipt of a reference: callers hold the reference. */
  async add(
    work: Work,
    kept: KeptReceipt & { receipt: MoneyReceipt },
    message: unknown,
    digest: string,
  ): Promise<void> {
    const { confirmation, matched, state, mistake } = kept.receipt;
    await work.manager.query(
      `INSERT INTO money_receipts (id, bank_id, bank_reference, payment_order, payer_number, customs_body, state,
         matched_payer, matched_body, matched_purpose, mistake, reasons, amount, confirmation, message, digest, received_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
      [
        kept.id,
        kept.bankId,
        kept.bankReference,
        confirmation.paymentOrder ?? null,
        kept.payerNumber,
        kept.customsBody,
        state,
        matched?.owner.payer ?? null,
        matched?.owner.customsBody ?? null,
        matched?.purpose ?? null,
        mistake ?? null,
        JSON.stringify(kept.reasons),
        confirmation.amount.tiyn.toString(),
        JSON.stringify(confirmation),
        JSON.stringify(message),
        digest,
        kept.receivedAt,
      ],
    );
  }

  /** Keeps a refused message; false when the same message was kept before. */
  async addRefused(work: Work, kept: KeptReceipt, message: unknown, digest: string): Promise<boolean> {
    const rows = await work.manager.query<unknown[]>(
      `INSERT INTO money_receipts (id, bank_id, bank_reference, payer_number, customs_body, state, reasons, message,
         digest, received_at)
       VALUES ($1, $2, $3, $4, $5, 'REFUSED', $6, $7, $8, $9) ON CONFLICT DO NOTHING RETURNING id`,
      [
        kept.id,
        kept.bankId,
        kept.bankReference,
        kept.payerNumber,
        kept.customsBody,
        JSON.stringify(kept.reasons),
        JSON.stringify(message),
        digest,
        kept.receivedAt,
      ],
    );
    return rows.length === 1;
  }

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

  /** The receipt of a bank's reference that holds money, locked for this work. */
  async holdByReference(work: Work, bankId: string, reference: string): Promise<KeptReceipt | undefined> {
    const [row] = await work.manager.query<ReceiptRow[]>(
      `SELECT ${COLUMNS} FROM money_receipts
        WHERE bank_id = $1 AND bank_reference = $2 AND state <> 'REFUSED' FOR UPDATE`,
      [bankId, reference],
    );
    return row && keptOf(row);
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

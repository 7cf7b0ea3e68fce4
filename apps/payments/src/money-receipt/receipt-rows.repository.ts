/** What is known of many confirmations, and their rows: one statement each, whatever their number. */
import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { canonicalJson, type Work } from '@shekara/persistence';
import type { BankConfirmation } from './bank-confirmation.js';
import type { ConfirmationMessage } from './confirmation-message.js';
import type { MoneyReceipt, ReceiptFacts } from './money-receipt.js';
import { type KeptReceipt, keptOf, receiptOf, type ReceiptRow } from './money-receipts.repository.js';

/** A receipt that holds money. */
export type KeptMoney = KeptReceipt & { readonly receipt: MoneyReceipt };

export interface TakenRow {
  readonly kept: KeptMoney;
  readonly message: ConfirmationMessage;
  /** No other receipt holds its payment order. */
  readonly firstOfOrder: boolean;
}

export interface RefusedRow {
  readonly kept: KeptReceipt;
  readonly message: ConfirmationMessage;
}

export type KnownOfConfirmation = ReceiptFacts & {
  /** The receipt of the same reference, as it is kept. */
  readonly first?: KeptMoney;
};

interface FactsRow {
  readonly licensed: boolean;
  readonly contracted: boolean;
  readonly known: boolean;
  readonly struck: boolean;
  readonly same_reference: (ReceiptRow & { readonly received_at: string }) | null;
  readonly same_order: ReceiptRow | null;
}

@Injectable()
export class ReceiptRows {
  /** Everything that decides on the confirmations, in their order: two queries. */
  async factsFor(
    work: Work,
    asked: readonly { readonly confirmation: BankConfirmation; readonly contract: string }[],
    today: string,
  ): Promise<readonly KnownOfConfirmation[]> {
    const confirmations = asked.map(({ confirmation }) => confirmation);
    const found = await work.manager.query<FactsRow[]>(FACTS, [
      confirmations.map(({ bankId }) => bankId),
      confirmations.map(({ bankReference }) => bankReference),
      confirmations.map(({ payerIdentificationNumber }) => payerIdentificationNumber),
      confirmations.map(({ customsBody }) => customsBody),
      confirmations.map(({ channel }) => channel),
      confirmations.map(({ paidOn }) => paidOn),
      asked.map(({ contract }) => contract),
      confirmations.map(({ paymentOrder }) => paymentOrder ?? null),
    ]);
    const codes = await this.budgetCodes(work, [...new Set(confirmations.map(({ paidOn }) => paidOn))]);
    return found.map((row, index): KnownOfConfirmation => {
      const confirmation = confirmations[index];
      const codesOfDay = codes.get(confirmation?.paidOn ?? '');
      const first = row.same_reference ? moneyOf(row.same_reference) : undefined;
      const sameOrder = row.same_order ? receiptOf(row.same_order) : undefined;
      return {
        today,
        bankLicensed: row.licensed,
        bankHasOnSiteContract: row.contracted,
        numberStruckOff: row.struck,
        isRegisteredPayer: (payer) => row.known && payer === confirmation?.payerIdentificationNumber,
        budgetCodeOf: (purpose) => codesOfDay?.[purpose],
        ...(first ? { first, sameReference: first.receipt } : {}),
        ...(sameOrder ? { sameOrder } : {}),
      };
    });
  }

  /** Budget codes by purpose for each day of payment. */
  private async budgetCodes(
    work: Work,
    days: readonly string[],
  ): Promise<ReadonlyMap<string, Readonly<Record<string, string>>>> {
    const rows = await work.manager.query<{ day: string; codes: Readonly<Record<string, string>> }[]>(
      `SELECT d.day::text AS day, jsonb_object_agg(c.purpose, c.budget_code) AS codes
         FROM unnest($1::date[]) AS d(day)
         JOIN budget_codes c ON c.valid_from <= d.day AND (c.valid_to IS NULL OR c.valid_to >= d.day)
        GROUP BY d.day`,
      [days],
    );
    return new Map(rows.map(({ day, codes }) => [day, codes]));
  }

  /**
   * Adds receipts in the order of their references; answers the ids of those that were added. One whose reference or payment
   * order another transaction has taken meanwhile is left out.
   */
  async addTaken(work: Work, taken: readonly TakenRow[]): Promise<ReadonlySet<string>> {
    const sorted = [...taken].sort((one, other) => (referenceOf(one) < referenceOf(other) ? -1 : 1));
    const kept = sorted.map((row) => row.kept);
    const added = await work.manager.query<{ id: string }[]>(ADD_TAKEN, [
      kept.map(({ id }) => id),
      kept.map(({ bankId }) => bankId),
      kept.map(({ bankReference }) => bankReference),
      kept.map(({ receipt }) => receipt.confirmation.paymentOrder ?? null),
      sorted.map(({ firstOfOrder }, index) => firstOfOrder && hasOrder(kept[index])),
      kept.map(({ payerNumber }) => payerNumber),
      kept.map(({ customsBody }) => customsBody),
      kept.map(({ receipt }) => receipt.state),
      kept.map(({ receipt }) => receipt.matched?.owner.payer ?? null),
      kept.map(({ receipt }) => receipt.matched?.owner.customsBody ?? null),
      kept.map(({ receipt }) => receipt.matched?.purpose ?? null),
      kept.map(({ receipt }) => receipt.mistake ?? null),
      kept.map(({ reasons }) => JSON.stringify(reasons)),
      kept.map(({ receipt }) => receipt.confirmation.amount.tiyn.toString()),
      kept.map(({ receipt }) => JSON.stringify(receipt.confirmation)),
      sorted.map(({ message }) => JSON.stringify(message)),
      sorted.map(({ message }) => digestOf(message)),
      kept.map(({ receivedAt }) => receivedAt),
    ]);
    return new Set(added.map(({ id }) => id));
  }

  /** Keeps refused messages; answers for each the id of its row, which is an earlier one's where it came before. */
  async addRefused(work: Work, refused: readonly RefusedRow[]): Promise<readonly string[]> {
    const digests = refused.map(({ message }) => digestOf(message));
    const rows = await work.manager.query<
      { bank_id: string; bank_reference: string; digest: string; id: string }[]
    >(ADD_REFUSED, [
      refused.map(({ kept }) => kept.id),
      refused.map(({ kept }) => kept.bankId),
      refused.map(({ kept }) => kept.bankReference),
      refused.map(({ kept }) => kept.payerNumber),
      refused.map(({ kept }) => kept.customsBody),
      refused.map(({ kept }) => JSON.stringify(kept.reasons)),
      refused.map(({ message }) => JSON.stringify(message)),
      digests,
      refused.map(({ kept }) => kept.receivedAt),
    ]);
    const ids = new Map(rows.map((row) => [keyOf(row.bank_id, row.bank_reference, row.digest), row.id]));
    return refused.map(({ kept }, index) => {
      const id = ids.get(keyOf(kept.bankId, kept.bankReference, digests[index] ?? ''));
      if (id === undefined) throw new Error(`no row of the refused message ${kept.bankReference}`);
      return id;
    });
  }
}

const FACTS = `
  SELECT EXISTS (SELECT FROM licensed_banks b
                  WHERE b.bank_id = a.bank_id AND b.valid_from <= a.paid_on
                    AND (b.valid_to IS NULL OR b.valid_to >= a.paid_on)) AS licensed,
         EXISTS (SELECT FROM on_site_contracts c
                  WHERE c.bank_id = a.bank_id AND c.customs_body = a.customs_body AND c.channel = a.channel
                    AND (a.contract = '' OR c.number = a.contract)
                    AND c.valid_from <= a.paid_on AND (c.valid_to IS NULL OR c.valid_to >= a.paid_on)) AS contracted,
         EXISTS (SELECT FROM payer_accounts p WHERE p.payer = a.payer) AS known,
         EXISTS (SELECT FROM struck_identification_numbers s
                  WHERE s.number = a.payer AND s.valid_from <= a.paid_on
                    AND (s.valid_to IS NULL OR s.valid_to >= a.paid_on)) AS struck,
         (SELECT to_jsonb(r) FROM money_receipts r
           WHERE r.bank_id = a.bank_id AND r.bank_reference = a.bank_reference AND r.state <> 'REFUSED')
           AS same_reference,
         (SELECT to_jsonb(r) FROM money_receipts r
           WHERE r.bank_id = a.bank_id AND r.payment_order = a.payment_order AND r.bank_reference <> a.bank_reference
             AND r.state <> 'REFUSED' ORDER BY r.first_of_order DESC LIMIT 1) AS same_order
    FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::date[], $7::text[], $8::text[])
         WITH ORDINALITY AS a(bank_id, bank_reference, payer, customs_body, channel, paid_on, contract, payment_order, place)
   ORDER BY a.place`;

const ADD_TAKEN = `
  INSERT INTO money_receipts (id, bank_id, bank_reference, payment_order, first_of_order, payer_number, customs_body, state,
                              matched_payer, matched_body, matched_purpose, mistake, reasons, amount, confirmation, message,
                              digest, received_at)
  SELECT id, bank_id, bank_reference, payment_order, first_of_order, payer_number, customs_body, state, matched_payer,
         matched_body, matched_purpose, mistake, reasons, amount, confirmation, message, digest, received_at
    FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::boolean[], $6::text[], $7::text[], $8::text[],
                $9::text[], $10::text[], $11::text[], $12::text[], $13::jsonb[], $14::bigint[], $15::jsonb[],
                $16::jsonb[], $17::text[], $18::timestamptz[]) WITH ORDINALITY
         AS r(id, bank_id, bank_reference, payment_order, first_of_order, payer_number, customs_body, state, matched_payer,
              matched_body, matched_purpose, mistake, reasons, amount, confirmation, message, digest, received_at, place)
   ORDER BY place
  ON CONFLICT DO NOTHING RETURNING id`;

/** An earlier row of the same message answers with its id: the update that changes nothing makes it visible. */
const ADD_REFUSED = `
  INSERT INTO money_receipts AS kept (id, bank_id, bank_reference, payer_number, customs_body, state, reasons, message,
                                      digest, received_at)
  SELECT DISTINCT ON (bank_id, bank_reference, digest)
         id, bank_id, bank_reference, payer_number, customs_body, 'REFUSED', reasons, message, digest, received_at
    FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::jsonb[], $7::jsonb[], $8::text[],
                $9::timestamptz[]) WITH ORDINALITY
         AS r(id, bank_id, bank_reference, payer_number, customs_body, reasons, message, digest, received_at, place)
   ORDER BY bank_id, bank_reference, digest, place
  ON CONFLICT (bank_id, bank_reference, digest) WHERE state = 'REFUSED' DO UPDATE SET version = kept.version
  RETURNING bank_id, bank_reference, digest, id`;

function digestOf(message: ConfirmationMessage): string {
  return createHash('sha256').update(canonicalJson(message)).digest('hex');
}

function keyOf(...parts: readonly string[]): string {
  return JSON.stringify(parts);
}

function referenceOf({ kept }: TakenRow): string {
  return keyOf(kept.bankId, kept.bankReference);
}

function hasOrder(kept: KeptMoney | undefined): boolean {
  return kept?.receipt.confirmation.paymentOrder !== undefined;
}

/** A row as JSON: its instant is a text. @throws Error for a receipt without money: a bug. */
function moneyOf(row: ReceiptRow & { readonly received_at: string }): KeptMoney {
  const { receipt, ...kept } = keptOf({ ...row, received_at: new Date(row.received_at) });
  if (!receipt) throw new Error(`receipt ${row.id} holds no money`);
  return { ...kept, receipt };
}

/** The ledger's tables: entries are added, balances move with them in the same statement (art. 141). */
import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { LegalCalendar } from '@shekara/calendar';
import { type CustomsBodyCode, type Bin, type Iin, Money } from '@shekara/kernel';
import type { Work } from '@shekara/persistence';
import { isMoneyPurpose, isPayableKind, isPaymentKind } from '../payment-kind.js';
import { type Account, accountKey, NORMAL_SIDE, type PayerAtBody } from './account.js';
import { Balances } from './balances.js';
import type { JournalEntry } from './journal-entry.js';
import { partOf } from './ledger-part.js';

export interface AccountRow {
  readonly account_type: string;
  readonly payer: string | null;
  readonly customs_body: string | null;
  readonly purpose: string | null;
}

/** The columns of an account. */
function columnsOf(account: Account) {
  return {
    key: accountKey(account),
    type: account.type,
    payer: 'payer' in account ? account.payer : null,
    customsBody: 'payer' in account ? account.customsBody : null,
    purpose: 'kind' in account ? account.kind : 'purpose' in account ? account.purpose : null,
  };
}

/** The account of a row that this service wrote. @throws Error for any other row: a bug. */
function payersAccountOf(row: AccountRow): Account {
  const payer = row.payer as Bin | Iin | null;
  const customsBody = row.customs_body as CustomsBodyCode | null;
  const purpose = row.purpose ?? '';
  if (payer && customsBody) {
    const type = row.account_type;
    switch (type) {
      case 'ADVANCE_MONEY':
      case 'PENDING_TREASURY':
      case 'REFUND_ORDERED':
        if (isMoneyPurpose(purpose)) return { type, payer, customsBody, purpose };
        break;
      case 'PAYER_DUE':
      case 'GUARANTEE_SECURED':
        if (isPaymentKind(purpose)) return { type, payer, customsBody, kind: purpose };
        break;
      case 'INTEREST_DUE':
        if (isPaymentKind(purpose)) return { type, payer, customsBody, kind: purpose };
        break;
      case 'OVERPAID_MONEY':
        if (isPayableKind(purpose)) return { type, payer, customsBody, kind: purpose };
        break;
      case 'DEPOSIT_MONEY':
        return { type, payer, customsBody };
    }
  }
  throw new Error(`no account of a payer: ${JSON.stringify(row)}`);
}

/** An entry with the case that it belongs to. */
export interface Posting {
  readonly entry: JournalEntry;
  readonly caseId: string;
}

export function postingsIn(caseId: string, entries: readonly JournalEntry[]): readonly Posting[] {
  return entries.map((entry) => ({ entry, caseId }));
}

interface Movement extends ReturnType<typeof columnsOf> {
  readonly part: number;
  amount: bigint;
}

function movementsOf(entries: readonly JournalEntry[]): Movement[] {
  const movements = new Map<string, Movement>();
  for (const entry of entries) {
    for (const { account, amount } of entry.lines) {
      const part = partOf(account, entry.document);
      const columns = columnsOf(account);
      const at = `${columns.key}#${part}`;
      const movement = movements.get(at) ?? { ...columns, part, amount: 0n };
      movement.amount += NORMAL_SIDE[account.type] === 'DEBIT' ? amount.tiyn : -amount.tiyn;
      movements.set(at, movement);
    }
  }
  return [...movements.values()].filter(({ amount }) => amount !== 0n);
}

@Injectable()
export class Ledger {
  constructor(@Inject(LegalCalendar) private readonly calendar: LegalCalendar) {}

  /** All balances of a payer at a customs body. Locked by the caller, who holds the payer's account. */
  async balancesOf(work: Work, { payer, customsBody }: PayerAtBody): Promise<Balances> {
    const rows = await work.manager.query<(AccountRow & { balance: string })[]>(
      `SELECT account_type, payer, customs_body, purpose, balance::text
         FROM account_balances WHERE payer = $1 AND customs_body = $2`,
      [payer, customsBody],
    );
    return Balances.of(
      rows.map((row) => ({ account: payersAccountOf(row), balance: Money.ofTiyn(BigInt(row.balance)) })),
    );
  }

  /**
   * Posts entries: one statement, whatever their number. Rows of balances are locked in the order of their keys; an
   * account below zero or an entry out of balance fails in the database.
   */
  async post(work: Work, postings: readonly Posting[]): Promise<void> {
    if (postings.length === 0) return;
    const { at, actor, causationId } = work.context;
    const today = this.calendar.civilDate(at);
    const numbered = postings.map((posting) => ({ id: uuidv7(), ...posting }));
    const lines = numbered.flatMap(({ id, entry }) =>
      entry.lines.map(({ account, amount }, index) => ({
        id,
        line: index + 1,
        ...columnsOf(account),
        amount,
      })),
    );
    const movements = movementsOf(postings.map(({ entry }) => entry));
    await work.manager.query(POST, [
      numbered.map(({ id }) => id),
      numbered.map(({ entry }) => entry.type),
      numbered.map(({ entry }) => entry.document),
      numbered.map(({ entry }) => entry.valueDate),
      numbered.map(({ entry }) => entry.ground.text),
      numbered.map(({ entry }) => entry.lines.length),
      numbered.map(({ caseId }) => caseId),
      today,
      at,
      actor,
      causationId ?? null,
      lines.map(({ id }) => id),
      lines.map(({ line }) => line),
      lines.map(({ key }) => key),
      lines.map(({ type }) => type),
      lines.map(({ payer }) => payer),
      lines.map(({ customsBody }) => customsBody),
      lines.map(({ purpose }) => purpose),
      lines.map(({ amount }) => amount.tiyn.toString()),
      movements.map(({ key }) => key),
      movements.map(({ part }) => part),
      movements.map(({ type }) => type),
      movements.map(({ payer }) => payer),
      movements.map(({ customsBody }) => customsBody),
      movements.map(({ purpose }) => purpose),
      movements.map(({ amount }) => amount.toString()),
    ]);
  }
}

/** `held` locks in the order of keys before anything moves; accounts of payers are made when first moved. */
const POST = `
  WITH entry AS (
    INSERT INTO journal_entries (id, type, document, value_date, ground, line_count, case_id, posted_on, posted_at,
                                 posted_by, causation_id)
    SELECT e.*, $8::date, $9::timestamptz, $10, $11
      FROM unnest($1::uuid[], $2::text[], $3::text[], $4::date[], $5::text[], $6::smallint[], $7::uuid[]) AS e
  ), line AS (
    INSERT INTO journal_lines (entry_id, line, account_key, account_type, payer, customs_body, purpose, amount, posted_on)
    SELECT l.*, $8::date
      FROM unnest($12::uuid[], $13::smallint[], $14::text[], $15::text[], $16::text[], $17::text[], $18::text[],
                  $19::bigint[]) AS l
  ), movement AS MATERIALIZED (
    SELECT *
      FROM unnest($20::text[], $21::smallint[], $22::text[], $23::text[], $24::text[], $25::text[], $26::bigint[])
           AS m(account_key, part, account_type, payer, customs_body, purpose, amount)
  ), held AS MATERIALIZED (
    SELECT b.account_key, b.part, m.amount
      FROM account_balances b JOIN movement m USING (account_key, part)
     ORDER BY b.account_key, b.part FOR UPDATE OF b
  ), moved AS (
    UPDATE account_balances b SET balance = b.balance + h.amount
      FROM held h WHERE b.account_key = h.account_key AND b.part = h.part
    RETURNING b.account_key, b.part
  )
  INSERT INTO account_balances (account_key, part, account_type, payer, customs_body, purpose, balance)
  SELECT m.account_key, m.part, m.account_type, m.payer, m.customs_body, m.purpose, m.amount
    FROM movement m
   WHERE NOT EXISTS (SELECT FROM moved d WHERE d.account_key = m.account_key AND d.part = m.part)
   ORDER BY m.account_key, m.part
  ON CONFLICT (account_key, part) DO UPDATE SET balance = account_balances.balance + excluded.balance`;

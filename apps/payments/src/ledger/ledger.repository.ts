/** The ledger's tables: entries are added, balances move with them in the same statement (art. 141). */
import { randomInt } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { LegalCalendar } from '@shekara/calendar';
import { type CustomsBodyCode, type Bin, type Iin, Money } from '@shekara/kernel';
import type { Work } from '@shekara/persistence';
import { isMoneyPurpose, isPayableKind, isPaymentKind } from '../payment-kind.js';
import { type Account, accountKey, NORMAL_SIDE, type PayerAtBody } from './account.js';
import { Balances } from './balances.js';
import type { JournalEntry } from './journal-entry.js';
import { partOf, PARTS_OF_TWO_SIDED, Turns } from './ledger-part.js';

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

/** What moves each balance, in the order in which balances are locked. */
function movementsOf(entries: readonly JournalEntry[], turn: number): Movement[] {
  const movements = new Map<string, Movement>();
  for (const entry of entries) {
    for (const { account, amount } of entry.lines) {
      const part = partOf(account, entry.document, turn);
      const columns = columnsOf(account);
      const at = `${columns.key}#${part}`;
      const movement = movements.get(at) ?? { ...columns, part, amount: 0n };
      movement.amount += NORMAL_SIDE[account.type] === 'DEBIT' ? amount.tiyn : -amount.tiyn;
      movements.set(at, movement);
    }
  }
  return [...movements]
    .filter(([, { amount }]) => amount !== 0n)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, movement]) => movement);
}

@Injectable()
export class Ledger {
  private readonly turns = new Turns(randomInt(PARTS_OF_TWO_SIDED));

  constructor(@Inject(LegalCalendar) private readonly calendar: LegalCalendar) {}

  /** All balances of a payer at a customs body. Locked by the caller, who holds the payer's account. */
  balancesOf(work: Work, owner: PayerAtBody): Promise<Balances> {
    return this.balancesOfAll(work, [owner]);
  }

  /** As `balancesOf`, of several payers together: one statement. */
  async balancesOfAll(work: Work, owners: readonly PayerAtBody[]): Promise<Balances> {
    const rows = await work.manager.query<(AccountRow & { balance: string })[]>(
      `SELECT b.account_type, b.payer, b.customs_body, b.purpose, b.balance::text
         FROM account_balances b
         JOIN unnest($1::text[], $2::text[]) AS o(payer, customs_body)
           ON b.payer = o.payer AND b.customs_body = o.customs_body`,
      [owners.map(({ payer }) => payer), owners.map(({ customsBody }) => customsBody)],
    );
    return Balances.of(
      rows.map((row) => ({ account: payersAccountOf(row), balance: Money.ofTiyn(BigInt(row.balance)) })),
    );
  }

  /**
   * Posts entries: one call, whatever their number. Rows of balances are locked in the order of their keys; an
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
    const movements = movementsOf(
      postings.map(({ entry }) => entry),
      this.turns.of(work.manager),
    );
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

/** Posts in the database (`post_entries`), with a plan that a session makes once. */
const POST = `
  SELECT post_entries($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22,
                      $23, $24, $25, $26)`;

/** The arrears of each payer over all customs bodies: one row, which two bodies change one after the other. */
import { Injectable } from '@nestjs/common';
import { Money } from '@shekara/kernel';
import type { Work } from '@shekara/persistence';
import type { ArrearsGroup } from '../certificates/arrears.js';
import type { PayerAtBody } from '../ledger/account.js';
import type { ArrearsByBody } from './arrears-status.js';

/** Amounts in tiyn, by customs body and kind. */
type KeptArrears = Readonly<Record<string, Readonly<Partial<Record<ArrearsGroup, string>>>>>;

export interface ArrearsOfPayer {
  /** How many states were told. */
  readonly version: bigint;
  readonly bodies: ArrearsByBody;
}

@Injectable()
export class ArrearsStatuses {
  /** Makes the row of a payer who had no arrears before. */
  async open(work: Work, payer: string): Promise<void> {
    await work.manager.query(
      `INSERT INTO arrears (payer, version, accounts, changed_at) VALUES ($1, 0, '{}', $2) ON CONFLICT DO NOTHING`,
      [payer, work.context.at],
    );
  }

  /**
   * The arrears of a payer, locked until the work ends: another customs body of the same payer waits here, whose account it
   * holds, and then reads what this one wrote. Undefined for a payer who never had any.
   */
  async hold(work: Work, payer: string): Promise<ArrearsOfPayer | undefined> {
    const [row] = await work.manager.query<{ version: string; accounts: KeptArrears }[]>(
      `SELECT version::text AS version, accounts FROM arrears WHERE payer = $1 FOR UPDATE`,
      [payer],
    );
    return row && { version: BigInt(row.version), bodies: bodiesOf(row.accounts) };
  }

  async save(work: Work, payer: string, { version, bodies }: ArrearsOfPayer): Promise<void> {
    await work.manager.query(
      `UPDATE arrears SET version = $2, accounts = $3, changed_at = $4 WHERE payer = $1`,
      [payer, version.toString(), JSON.stringify(keptOf(bodies)), work.context.at],
    );
  }

  /** Penalty interest that an account owes, of all kinds. The account is held. */
  async interestOwed(work: Work, { payer, customsBody }: PayerAtBody): Promise<Money> {
    const [row] = await work.manager.query<{ owed: string }[]>(
      `SELECT coalesce(sum(balance), 0)::text AS owed FROM account_balances
        WHERE payer = $1 AND customs_body = $2 AND account_type = 'INTEREST_DUE'`,
      [payer, customsBody],
    );
    return Money.ofTiyn(BigInt(row?.owed ?? '0'));
  }
}

function bodiesOf(accounts: KeptArrears): ArrearsByBody {
  return new Map(
    Object.entries(accounts).map(([customsBody, kinds]) => [
      customsBody,
      new Map(
        Object.entries(kinds).map(([kind, tiyn]) => [kind as ArrearsGroup, Money.ofTiyn(BigInt(tiyn))]),
      ),
    ]),
  );
}

function keptOf(bodies: ArrearsByBody): KeptArrears {
  return Object.fromEntries(
    [...bodies].map(([customsBody, kinds]) => [
      customsBody,
      Object.fromEntries([...kinds].map(([kind, amount]) => [kind, amount.tiyn.toString()])),
    ]),
  );
}

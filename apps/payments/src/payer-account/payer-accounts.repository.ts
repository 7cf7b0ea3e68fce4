/** Known payers: one account per payer and customs body; its row is the lock of all the payer's balances there. */
import { Injectable } from '@nestjs/common';
import type { Work } from '@shekara/persistence';
import type { PayerAtBody } from '../ledger/account.js';

@Injectable()
export class PayerAccounts {
  /**
   * Opens the account where there is none (art. 141.2; R-PAY-115) and locks it until the work ends: everything that
   * changes a payer's money or debts at a customs body does this first. From then on the payer is known everywhere.
   */
  async hold(work: Work, { payer, customsBody }: PayerAtBody, name: string): Promise<void> {
    await work.manager.query(
      `INSERT INTO payer_accounts (payer, customs_body, name, opened_at, opened_by) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (payer, customs_body) DO UPDATE SET movements = payer_accounts.movements + 1, closed_at = NULL`,
      [payer, customsBody, name, work.context.at, work.context.actor],
    );
  }

  /** As `hold`, for several payers: one statement, which locks in the order of the accounts' keys. */
  async holdAll(work: Work, owners: readonly (PayerAtBody & { readonly name: string })[]): Promise<void> {
    if (owners.length === 0) return;
    await work.manager.query(
      `INSERT INTO payer_accounts (payer, customs_body, name, opened_at, opened_by)
       SELECT DISTINCT ON (payer, customs_body) payer, customs_body, name, $4, $5
         FROM unnest($1::text[], $2::text[], $3::text[]) WITH ORDINALITY AS o(payer, customs_body, name, place)
        ORDER BY payer, customs_body, place
       ON CONFLICT (payer, customs_body) DO UPDATE SET movements = payer_accounts.movements + 1, closed_at = NULL`,
      [
        owners.map(({ payer }) => payer),
        owners.map(({ customsBody }) => customsBody),
        owners.map(({ name }) => name),
        work.context.at,
        work.context.actor,
      ],
    );
  }

  /** Locks an account until the work ends; false when there is none. */
  async lock(work: Work, { payer, customsBody }: PayerAtBody): Promise<boolean> {
    const rows = await work.manager.query<unknown[]>(
      `SELECT 1 FROM payer_accounts WHERE payer = $1 AND customs_body = $2 FOR UPDATE`,
      [payer, customsBody],
    );
    return rows.length > 0;
  }

  /** Whether the account is closed. */
  async isClosed(work: Work, { payer, customsBody }: PayerAtBody): Promise<boolean> {
    const [row] = await work.manager.query<{ closed: boolean }[]>(
      `SELECT closed_at IS NOT NULL AS closed FROM payer_accounts WHERE payer = $1 AND customs_body = $2`,
      [payer, customsBody],
    );
    return row?.closed ?? false;
  }

  async close(work: Work, { payer, customsBody }: PayerAtBody): Promise<void> {
    await work.manager.query(
      `UPDATE payer_accounts SET closed_at = $3 WHERE payer = $1 AND customs_body = $2`,
      [payer, customsBody, work.context.at],
    );
  }

  /** Locks the account that a declaration's liability stands on; false when there is no such liability. */
  async holdOfDeclaration(work: Work, declarationId: string): Promise<boolean> {
    const rows = await work.manager.query<unknown[]>(
      `SELECT 1 FROM payer_accounts a
        WHERE (a.payer, a.customs_body) =
              (SELECT l.payer, l.customs_body FROM liabilities l WHERE l.declaration_id = $1)
          FOR UPDATE OF a`,
      [declarationId],
    );
    return rows.length > 0;
  }
}

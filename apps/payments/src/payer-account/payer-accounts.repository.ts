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
       ON CONFLICT (payer, customs_body) DO UPDATE SET movements = payer_accounts.movements + 1`,
      [payer, customsBody, name, work.context.at, work.context.actor],
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

/** Whose entry a late sum is: the payer declared it, or customs entered it (art. 141.4, 141.5). */
import type { Work } from '@shekara/persistence';
import type { PayerAtBody } from '../ledger/account.js';
import type { LateSum } from '../penalty-interest/late-sums.js';

/** True for a sum that the ledger has from the payer's declaration, and that customs did not enter under the same number. */
export async function isPayersOwn(
  work: Work,
  { payer, customsBody }: PayerAtBody,
  { document, kind }: LateSum,
): Promise<boolean> {
  const [row] = await work.manager.query<{ own: boolean }[]>(
    `SELECT coalesce(bool_and(e.type = 'LIABILITY_ASSESSED'), false) AS own
       FROM journal_lines l JOIN journal_entries e ON e.id = l.entry_id
      WHERE l.payer = $1 AND l.customs_body = $2 AND l.account_type = 'PAYER_DUE' AND l.purpose = $3 AND e.document = $4
        AND e.type IN ('LIABILITY_ASSESSED', 'DEBT_ASSESSED')`,
    [payer, customsBody, kind, document],
  );
  return row?.own ?? false;
}

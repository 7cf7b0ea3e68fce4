/** The receipt whose money pays a debt: its bank date ends the interest (art. 158.7). */
import type { CivilDate } from '@shekara/calendar';
import type { Work } from '@shekara/persistence';
import type { PayerAtBody } from '../ledger/account.js';

/** Debit, deposit or terminal date of confirmed money of this account; undefined for any other receipt. */
export async function bankDateOf(
  work: Work,
  { payer, customsBody }: PayerAtBody,
  receiptId: string,
): Promise<CivilDate | undefined> {
  const [row] = await work.manager.query<{ paidOn: string }[]>(
    `SELECT confirmation ->> 'paidOn' AS "paidOn" FROM money_receipts
      WHERE id = $1 AND matched_payer = $2 AND matched_body = $3 AND state IN ('CONFIRMED_FOR_RELEASE', 'BOOKED')`,
    [receiptId, payer, customsBody],
  );
  return row?.paidOn;
}

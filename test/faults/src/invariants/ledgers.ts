/** The books: money, securities and stock are what their lines say, to the last tiyn, and never below nothing. */
import type { Databases } from '../databases.js';
import { Findings } from './findings.js';

/** Journal entries sum to zero, balances are the sum of their lines, and each confirmation of the bank counts once. */
export async function moneyBalances(databases: Databases, confirmedTiyn: bigint): Promise<Findings> {
  const findings = new Findings('the money ledger balances');
  const [lines] = await databases.rows<{ count: number; total: string }>(
    'payments',
    `SELECT count(*)::int AS count, coalesce(sum(amount), 0)::text AS total FROM journal_lines`,
  );
  findings.checked(lines?.count ?? 0);
  if (lines?.total !== '0') findings.add(`all lines sum to ${lines?.total} tiyn`);
  const uneven = await databases.rows<{ entry_id: string; total: string }>(
    'payments',
    `SELECT entry_id, sum(amount)::text AS total FROM journal_lines GROUP BY entry_id HAVING sum(amount) <> 0`,
  );
  for (const { entry_id, total } of uneven) findings.add(`entry ${entry_id} sums to ${total}`);
  const differing = await databases.rows<{ account_key: string; kept: string; summed: string }>(
    'payments',
    `SELECT account_key, kept::text, summed::text
       FROM (SELECT account_key, sum(balance) AS kept FROM account_balances GROUP BY account_key) b
       FULL JOIN (SELECT account_key, abs(sum(amount)) AS summed FROM journal_lines GROUP BY account_key) l
            USING (account_key)
      WHERE coalesce(kept, 0) <> coalesce(summed, 0)`,
  );
  for (const { account_key, kept, summed } of differing)
    findings.add(`${account_key} is ${kept}, its lines are ${summed}`);
  const [below] = await databases.rows<{ count: number }>(
    'payments',
    `SELECT count(*)::int AS count FROM account_balances WHERE balance < 0`,
  );
  if (below?.count !== 0) findings.add(`${below?.count} balances are below zero`);
  const [receipts] = await databases.rows<{ total: string; refused: number }>(
    'payments',
    `SELECT coalesce(sum(amount) FILTER (WHERE state <> 'REFUSED'), 0)::text AS total,
            count(*) FILTER (WHERE state = 'REFUSED')::int AS refused FROM money_receipts`,
  );
  if (receipts?.total !== confirmedTiyn.toString()) {
    findings.add(`the bank confirmed ${confirmedTiyn} tiyn, ${receipts?.total} were received`);
  }
  const repeated = await databases.rows<{ document: string; type: string; times: number }>(
    'payments',
    `SELECT document, type, count(*)::int AS times
       FROM (SELECT e.document, e.type, e.causation_id,
                    (SELECT string_agg(l.account_key, ' ' ORDER BY l.account_key) FROM journal_lines l
                      WHERE l.entry_id = e.id) AS accounts
               FROM journal_entries e WHERE e.causation_id IS NOT NULL) posted
      GROUP BY document, type, causation_id, accounts HAVING count(*) > 1`,
  );
  for (const { document, type, times } of repeated)
    findings.add(`${type} of ${document} was posted ${times} times`);
  return findings;
}

/** What is reserved is what reservations hold and what the ledger says, and never more than was granted. */
export async function securitiesHold(databases: Databases): Promise<Findings> {
  const findings = new Findings('no security is over-reserved');
  const rows = await databases.rows<{
    number: string;
    amount: string;
    reserved: string;
    held: string;
    ledger: string;
  }>(
    'guarantees',
    `SELECT s.number, s.amount::text, s.reserved::text,
            coalesce((SELECT sum(greatest(r.amount - r.called, 0)) FROM reservations r
                       WHERE r.security_number = s.number AND r.status NOT IN ('REFUSED', 'RELEASED', 'SATISFIED')),
                     0)::text AS held,
            coalesce((SELECT l.reserved_after FROM security_ledger l
                       WHERE l.security_id = s.id ORDER BY l.line DESC LIMIT 1), 0)::text AS ledger
       FROM securities s`,
  );
  for (const { number, amount, reserved, held, ledger } of rows) {
    findings.checked();
    if (BigInt(reserved) > BigInt(amount)) findings.add(`${number}: ${reserved} reserved of ${amount}`);
    if (reserved !== held) findings.add(`${number}: ${reserved} reserved, reservations hold ${held}`);
    if (reserved !== ledger) findings.add(`${number}: ${reserved} reserved, the ledger says ${ledger}`);
  }
  const twice = await databases.rows<{ declaration_id: string; times: number }>(
    'guarantees',
    `SELECT declaration_id, count(*)::int AS times FROM reservations WHERE status NOT IN ('REFUSED', 'RELEASED')
      GROUP BY declaration_id HAVING count(*) > 1`,
  );
  for (const { declaration_id, times } of twice)
    findings.add(`${declaration_id} holds ${times} reservations`);
  const secured = await databases.rows<{ declaration_id: string }>(
    'payments',
    `SELECT declaration_id::text FROM liabilities WHERE security_state = 'RESERVED'`,
  );
  const holding = await databases.rows<{ declaration_id: string }>(
    'guarantees',
    `SELECT declaration_id FROM reservations WHERE status NOT IN ('REFUSED', 'RELEASED')`,
  );
  const held = new Set(holding.map((row) => row.declaration_id));
  if (held.size !== secured.length || secured.some((row) => !held.has(row.declaration_id))) {
    findings.add(`payments rely on ${secured.length} reservations, guarantees hold ${held.size}`);
  }
  return findings;
}

/** The stock of each line is the sum of its movements; what was released has left. */
export async function stockBalances(databases: Databases): Promise<Findings> {
  const findings = new Findings('the stock ledger balances');
  const rows = await databases.rows<{
    lot_id: string;
    line: number;
    kept: number;
    moved: number;
    state: string;
  }>(
    'temporary-storage',
    `SELECT b.lot_id, b.line, b.packages AS kept, lot.state,
            (SELECT coalesce(sum(m.direction * m.packages), 0)::int FROM stock_movements m
              WHERE m.lot_id = b.lot_id AND m.line = b.line) AS moved
       FROM stock_balances b JOIN storage_lots lot ON lot.id = b.lot_id`,
  );
  for (const { lot_id, line, kept, moved, state } of rows) {
    findings.checked();
    if (kept !== moved) findings.add(`lot ${lot_id} line ${line}: ${kept} packages, movements make ${moved}`);
    if (kept < 0) findings.add(`lot ${lot_id} line ${line} is below zero`);
    if (state === 'ISSUED' && kept !== 0)
      findings.add(`lot ${lot_id} is issued and still holds ${kept} packages`);
  }
  return findings;
}

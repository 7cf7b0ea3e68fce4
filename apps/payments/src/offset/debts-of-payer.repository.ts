/** What a payer owes at every customs body, as the ledger has it; read while all accounts of the payer are held. */
import { Injectable } from '@nestjs/common';
import { type CustomsBodyCode, Money } from '@shekara/kernel';
import type { EntityManager, Work } from '@shekara/persistence';
import { isPaymentKind } from '../payment-kind.js';
import type { DebtPart, DebtToOffset } from './offset.js';

export interface DebtOfPayer extends DebtToOffset {
  readonly customsBody: CustomsBodyCode;
  /**
   * The debt of declarations whose goods were released uncovered: money that covers such a declaration ends it, so nothing
   * is set off against it, yet nothing is refunded over it either.
   */
  readonly ofDeclarations: boolean;
}

interface DebtRow {
  readonly account_type: 'PAYER_DUE' | 'INTEREST_DUE';
  readonly customs_body: CustomsBodyCode;
  readonly purpose: string;
  readonly balance: string;
  readonly waiting: string;
  readonly released: string;
}

@Injectable()
export class DebtsOfPayer {
  /** Locks every account of the payer, in the order of the bodies: nothing of its money or debts moves meanwhile. */
  hold(work: Work, payer: string): Promise<void> {
    return this.holdAll(work, [payer]);
  }

  /** As `hold`, for several payers: one statement, in the order of their numbers. */
  async holdAll(work: Work, payers: readonly string[]): Promise<void> {
    await work.manager.query(
      `SELECT 1 FROM payer_accounts WHERE payer = ANY ($1) ORDER BY payer, customs_body FOR UPDATE`,
      [payers],
    );
  }

  /** Debts with a sum. What declarations owe that are not released is no debt yet (art. 131.3): it is left out. */
  async of(manager: EntityManager, payer: string): Promise<readonly DebtOfPayer[]> {
    const rows = await manager.query<DebtRow[]>(
      `SELECT b.account_type, b.customs_body, b.purpose, b.balance::text AS balance,
              coalesce(w.waiting, 0)::bigint::text AS waiting, coalesce(w.released, 0)::bigint::text AS released
         FROM account_balances b
         LEFT JOIN (SELECT l.customs_body, k ->> 'kind' AS kind, sum((k ->> 'payable')::numeric * 100) AS waiting,
                           sum((k ->> 'payable')::numeric * 100) FILTER (WHERE l.released) AS released
                      FROM liabilities l CROSS JOIN jsonb_array_elements(l.kinds) AS k
                     WHERE l.payer = $1 AND l.status IN ('ASSESSED', 'SHORT')
                     GROUP BY l.customs_body, k ->> 'kind') w
           ON b.account_type = 'PAYER_DUE' AND w.customs_body = b.customs_body AND w.kind = b.purpose
        WHERE b.payer = $1 AND b.account_type IN ('PAYER_DUE', 'INTEREST_DUE') AND b.balance > 0
        ORDER BY b.customs_body, b.account_key`,
      [payer],
    );
    return rows.flatMap(debtsOf);
  }

  /** What orders of offset that the Treasury has not carried out yet, or that wait for an officer, take of each debt. */
  async ordered(manager: EntityManager, payer: string): Promise<ReadonlyMap<string, Money>> {
    const rows = await manager.query<{ reference: string; sum: string }[]>(
      `SELECT concat_ws('/', debt ->> 'customsBody', debt ->> 'kind', debt ->> 'part') AS reference,
              sum(amount)::numeric(17, 2)::text AS sum
         FROM (SELECT debt, amount FROM treasury_orders WHERE payer = $1 AND status = 'ORDERED' AND type = 'OFFSET'
               UNION ALL
               SELECT h -> 'debt', (h ->> 'amount')::numeric
                 FROM overpayment_applications a CROSS JOIN jsonb_array_elements(a.held) AS h
                WHERE a.payer = $1 AND a.status = 'AT_TREASURY') AS taken
        GROUP BY 1`,
      [payer],
    );
    return new Map(rows.map(({ reference, sum }) => [reference, Money.ofTenge(sum)]));
  }
}

function debtsOf(row: DebtRow): DebtOfPayer[] {
  const kind = row.purpose;
  if (!isPaymentKind(kind)) throw new Error(`a debt of no kind: ${kind}`);
  const part: DebtPart = row.account_type === 'PAYER_DUE' ? 'PRINCIPAL' : 'PENALTY_INTEREST';
  const debt = (tiyn: bigint, ofDeclarations: boolean): DebtOfPayer => ({
    reference: `${row.customs_body}/${kind}/${part}${ofDeclarations ? '/declarations' : ''}`,
    customsBody: row.customs_body,
    kind,
    part,
    amount: Money.ofTiyn(tiyn),
    ofDeclarations,
  });
  return [debt(BigInt(row.balance) - BigInt(row.waiting), false), debt(BigInt(row.released), true)].filter(
    ({ amount }) => amount.isPositive(),
  );
}

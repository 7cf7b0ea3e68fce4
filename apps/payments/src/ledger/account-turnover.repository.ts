/** What went over a payer's account in a period, by budget code: the sums that art. 141.3 wants on it (R-PAY-115). */
import { Inject, Injectable } from '@nestjs/common';
import type { CivilDate } from '@shekara/calendar';
import { Money } from '@shekara/kernel';
import { DataSource } from '@shekara/persistence';
import type { PayerAtBody } from './account.js';

export interface AccountTurnover {
  /** A kind, the penalty interest on it, or ADVANCE. */
  readonly purpose: string;
  /** As it is at the end of the period; null where none is kept. */
  readonly budgetCode: string | null;
  /** By the payer's declarations. */
  readonly calculated: string;
  /** By customs: debts and penalty interest. */
  readonly assessed: string;
  readonly reduced: string;
  readonly paid: string;
  readonly offset: string;
  readonly returned: string;
}

const SUMS = ['calculated', 'assessed', 'reduced', 'paid', 'offset', 'returned'] as const;

@Injectable()
export class AccountTurnovers {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  /** Sums of entries posted from one legal day to another, both included; purposes without any are left out. */
  async of(
    { payer, customsBody }: PayerAtBody,
    from: CivilDate,
    to: CivilDate,
  ): Promise<readonly AccountTurnover[]> {
    const rows = await this.dataSource.query<AccountTurnover[]>(TURNOVER, [payer, customsBody, from, to]);
    return rows.map((row) => ({
      ...row,
      ...Object.fromEntries(SUMS.map((sum) => [sum, Money.ofTiyn(BigInt(row[sum])).toString()])),
    }));
  }
}

const TURNOVER = `
  WITH mine AS (
    SELECT DISTINCT entry_id FROM journal_lines
     WHERE payer = $1 AND customs_body = $2 AND posted_on BETWEEN $3 AND $4
  ), line AS (
    SELECT e.type, l.account_type, l.amount,
           CASE WHEN l.account_type IN ('INTEREST_DUE', 'INTEREST_INCOME') THEN 'PENALTY_INTEREST_' || l.purpose
                ELSE l.purpose END AS purpose
      FROM mine JOIN journal_entries e ON e.id = mine.entry_id JOIN journal_lines l ON l.entry_id = e.id
     WHERE l.purpose IS NOT NULL
  ), sums AS (
    SELECT purpose,
           sum(-amount) FILTER (WHERE type = 'LIABILITY_ASSESSED' AND account_type = 'ASSESSED_INCOME') AS calculated,
           sum(-amount) FILTER (WHERE type IN ('DEBT_ASSESSED', 'INTEREST_ACCRUED')
                                  AND account_type IN ('BUDGET_INCOME', 'INTEREST_INCOME')) AS assessed,
           sum(amount) FILTER (WHERE type IN ('LIABILITY_REVERSED', 'DEBT_REDUCED', 'INTEREST_REDUCED',
                                              'SMALL_REMAINDER_ENDED', 'DEBT_WRITTEN_OFF')
                                 AND account_type IN ('ASSESSED_INCOME', 'BUDGET_INCOME', 'INTEREST_INCOME', 'WRITTEN_OFF')
                                 AND amount > 0) AS reduced,
           sum(-amount) FILTER (WHERE type IN ('COVERED_FROM_MONEY', 'SECURED_DEBT_PAID', 'DEBT_PAID', 'INTEREST_PAID',
                                               'COLLECTED', 'DEPOSIT_OFFSET')
                                  AND account_type IN ('PAYER_DUE', 'GUARANTEE_SECURED', 'INTEREST_DUE')) AS paid,
           sum(-amount) FILTER (WHERE type = 'OFFSET' AND account_type IN ('PAYER_DUE', 'INTEREST_DUE')) AS "offset",
           sum(amount) FILTER (WHERE type = 'REFUND_EXECUTED' AND account_type = 'REFUND_ORDERED') AS returned
      FROM line GROUP BY purpose
  )
  SELECT s.purpose, code.budget_code AS "budgetCode", coalesce(calculated, 0)::text AS calculated,
         coalesce(assessed, 0)::text AS assessed, coalesce(reduced, 0)::text AS reduced, coalesce(paid, 0)::text AS paid,
         coalesce("offset", 0)::text AS "offset", coalesce(returned, 0)::text AS returned
    FROM sums s
    LEFT JOIN budget_codes code ON code.purpose = s.purpose AND code.valid_from <= $4
                               AND (code.valid_to IS NULL OR code.valid_to >= $4)
   WHERE coalesce(calculated, assessed, reduced, paid, "offset", returned) IS NOT NULL
   ORDER BY s.purpose`;

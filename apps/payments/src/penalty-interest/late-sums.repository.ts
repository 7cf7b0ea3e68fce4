/** The rows of sums that fell due and of the interest on them; they change only while the payer's account is held. */
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { CivilDate } from '@shekara/calendar';
import { Money } from '@shekara/kernel';
import type { EntityManager, Work } from '@shekara/persistence';
import type { PayerAtBody } from '../ledger/account.js';
import type { PaymentKind } from '../payment-kind.js';
import {
  type AccruedInterest,
  type KeptLateSum,
  type LateSum,
  type Settlement,
  SETTLING_ENTRIES,
  type SumToKeep,
} from './late-sums.js';
import type { InterestStandstill } from './penalty-interest.js';

type Tiyn = string;
/** Ids made in one millisecond are not in order: what follows the millisecond is left out. */
const ORDERED_PART = 13;
const UNORDERED_PART = '-0000-0000-000000000000';

@Injectable()
export class LateSums {
  /** Keeps sums that are not kept yet; a sum of the same document, kind and due day is the same sum. */
  async add(work: Work, { payer, customsBody }: PayerAtBody, sums: readonly SumToKeep[]): Promise<void> {
    await work.manager.query(
      `INSERT INTO late_sums (id, payer, customs_body, kind, document, origin, trigger, case_id, amount, arisen_on, due_on,
                              since_entry, notice)
       SELECT s.id, $2, $3, s.kind, s.document, s.origin, s.trigger, s.case_id, s.amount, s.arisen_on, s.due_on,
              s.since_entry, s.notice
         FROM unnest($1::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::uuid[], $9::bigint[], $10::date[],
                     $11::date[], $12::uuid[], $13::text[])
              AS s(id, kind, document, origin, trigger, case_id, amount, arisen_on, due_on, since_entry, notice)
       ON CONFLICT (payer, customs_body, document, kind, due_on) DO NOTHING`,
      [
        sums.map(() => uuidv7()),
        payer,
        customsBody,
        sums.map(({ kind }) => kind),
        sums.map(({ document }) => document),
        sums.map(({ origin }) => origin),
        sums.map(({ trigger }) => trigger),
        sums.map(({ caseId }) => caseId),
        sums.map(({ amount }) => amount.tiyn.toString()),
        sums.map(({ arisenOn }) => arisenOn),
        sums.map(({ dueOn }) => dueOn),
        sums.map(() => `${uuidv7().slice(0, ORDERED_PART)}${UNORDERED_PART}`),
        sums.map(({ noticeSeenTo }) => (noticeSeenTo === true ? 'CLOSED' : null)),
      ],
    );
  }

  /** The declaration waits for cover no longer: what it leaves unpaid is a debt on the account. */
  async leaveAsDebt(work: Work, document: string): Promise<void> {
    await work.manager.query(
      `UPDATE late_sums SET origin = 'CUSTOMS' WHERE document = $1 AND origin = 'DECLARATION'`,
      [document],
    );
  }

  /** A decision lowered a sum from its first day on. */
  async lower(
    work: Work,
    { payer, customsBody }: PayerAtBody,
    { kind, document, dueOn, amount }: LateSum,
  ): Promise<void> {
    await work.manager.query(
      `UPDATE late_sums SET amount = amount - $6
        WHERE payer = $1 AND customs_body = $2 AND kind = $3 AND document = $4 AND due_on = $5`,
      [payer, customsBody, kind, document, dueOn, amount.tiyn.toString()],
    );
  }

  /** Lowers sums by what a deferral puts off, or raises them by what it puts off no longer. */
  async change(work: Work, changes: readonly { readonly id: string; readonly by: Money }[]): Promise<void> {
    await work.manager.query(
      `UPDATE late_sums s SET amount = s.amount + c.by FROM unnest($1::uuid[], $2::bigint[]) AS c(id, by) WHERE s.id = c.id`,
      [changes.map(({ id }) => id), changes.map(({ by }) => by.tiyn.toString())],
    );
  }

  /** These sums became debts on this day. */
  async keepArisen(work: Work, ids: readonly string[], on: CivilDate): Promise<void> {
    await work.manager.query(`UPDATE late_sums SET arose_on = $2 WHERE id = ANY ($1::uuid[])`, [ids, on]);
  }

  async keepNotice(work: Work, ids: readonly string[], notice: 'ASKED' | 'CLOSED'): Promise<void> {
    await work.manager.query(`UPDATE late_sums SET notice = $2 WHERE id = ANY ($1::uuid[])`, [ids, notice]);
  }

  /** Whose account a late sum stands on, and of which document it is. */
  async accountOf(
    manager: EntityManager,
    id: string,
  ): Promise<(PayerAtBody & Pick<LateSum, 'document'>) | undefined> {
    const [row] = await manager.query<(PayerAtBody & Pick<LateSum, 'document'>)[]>(
      `SELECT payer, customs_body AS "customsBody", document FROM late_sums WHERE id = $1`,
      [id],
    );
    return row;
  }

  async ofAccount(manager: EntityManager, { payer, customsBody }: PayerAtBody): Promise<KeptLateSum[]> {
    const rows = await manager.query<(Omit<KeptLateSum, 'amount'> & { amount: Tiyn })[]>(
      `SELECT id, kind, document, origin, trigger, case_id AS "caseId", amount::text AS amount,
              arisen_on::text AS "arisenOn", due_on::text AS "dueOn", since_entry AS "sinceEntry",
              arose_on::text AS "aroseOn", notice
         FROM late_sums WHERE payer = $1 AND customs_body = $2 ORDER BY due_on, document, kind`,
      [payer, customsBody],
    );
    return rows.map((row) => ({ ...row, amount: Money.ofTiyn(BigInt(row.amount)) }));
  }

  /** What settled debts of the account since an entry, in the order of posting, by kind. */
  async settlements(
    manager: EntityManager,
    { payer, customsBody }: PayerAtBody,
    sinceEntry: string,
  ): Promise<Settlement[]> {
    const rows = await manager.query<(Omit<Settlement, 'amount'> & { amount: Tiyn })[]>(
      `SELECT l.entry_id AS entry, l.purpose AS kind, e.type, e.document, (-l.amount)::text AS amount, e.value_date::text AS "valueDate",
              e.posted_on::text AS "postedOn",
              coalesce((SELECT own.purpose FROM journal_lines own
                         WHERE own.entry_id = l.entry_id AND own.amount > 0 AND own.payer IS NOT NULL LIMIT 1), '')
                AS "paidFrom"
         FROM journal_lines l JOIN journal_entries e ON e.id = l.entry_id
        WHERE l.payer = $1 AND l.customs_body = $2 AND l.entry_id >= $3 AND l.amount < 0
          AND l.account_type IN ('PAYER_DUE', 'GUARANTEE_SECURED') AND e.type = ANY ($4)
        ORDER BY l.entry_id`,
      [payer, customsBody, sinceEntry, [...SETTLING_ENTRIES]],
    );
    return rows.map((row) => ({ ...row, amount: Money.ofTiyn(BigInt(row.amount)) }));
  }

  async accrued(manager: EntityManager, { payer, customsBody }: PayerAtBody): Promise<AccruedInterest[]> {
    const rows = await manager.query<{ kind: PaymentKind; accrued: Tiyn; until: string }[]>(
      `SELECT kind, accrued::text AS accrued, accrued_until::text AS until FROM penalty_interest
        WHERE payer = $1 AND customs_body = $2`,
      [payer, customsBody],
    );
    return rows.map((row) => ({ ...row, accrued: Money.ofTiyn(BigInt(row.accrued)) }));
  }

  async saveAccrued(
    work: Work,
    { payer, customsBody }: PayerAtBody,
    interest: readonly AccruedInterest[],
  ): Promise<void> {
    await work.manager.query(
      `INSERT INTO penalty_interest (payer, customs_body, kind, accrued, accrued_until)
       SELECT $1, $2, i.* FROM unnest($3::text[], $4::bigint[], $5::date[]) AS i
       ON CONFLICT (payer, customs_body, kind)
       DO UPDATE SET accrued = excluded.accrued, accrued_until = excluded.accrued_until`,
      [
        payer,
        customsBody,
        interest.map(({ kind }) => kind),
        interest.map(({ accrued }) => accrued.tiyn.toString()),
        interest.map(({ until }) => until),
      ],
    );
  }

  /** What stops or pauses the interest of a payer at every customs body (art. 158.3, 158.4). */
  async standstills(manager: EntityManager, payer: string): Promise<InterestStandstill[]> {
    const rows = await manager.query<
      { by: InterestStandstill['by']; from: string; cancelledOn: string | null }[]
    >(
      `SELECT cause AS by, from_day::text AS from, cancelled_on::text AS "cancelledOn"
         FROM interest_standstills WHERE payer = $1 ORDER BY from_day`,
      [payer],
    );
    return rows.map(({ by, from, cancelledOn }) =>
      by === 'MISSING_PERSON' ? { by, from, cancelledOn: cancelledOn ?? undefined } : { by, from },
    );
  }

  /** Keeps a standstill, or the day on which the one that began then was cancelled. */
  async keepStandstill(
    work: Work,
    payer: string,
    standstill: InterestStandstill & { readonly evidence: string },
  ): Promise<void> {
    const cancelledOn = standstill.by === 'MISSING_PERSON' ? (standstill.cancelledOn ?? null) : null;
    await work.manager.query(
      `INSERT INTO interest_standstills (id, payer, cause, from_day, cancelled_on, evidence)
       VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (payer, cause, from_day) DO UPDATE SET cancelled_on = excluded.cancelled_on, evidence = excluded.evidence`,
      [uuidv7(), payer, standstill.by, standstill.from, cancelledOn, standstill.evidence],
    );
  }
}

/** Rows of charges beside the declaration's, and what the ledger says was paid of an escort's. */
import { Injectable } from '@nestjs/common';
import type { CivilDate } from '@shekara/calendar';
import { Money } from '@shekara/kernel';
import type { EntityManager, Work } from '@shekara/persistence';
import type { ChargePayment } from '../calculation/customs-charges.js';
import { SETTLING_ENTRIES } from '../penalty-interest/late-sums.js';
import { type ChargeStatus, OtherChargeEntity } from './other-charge.entity.js';
import { OTHER_CHARGES } from './other-charge.js';

export interface ChargesWanted {
  readonly payer?: string | undefined;
  /** Bodies in an officer's scope. */
  readonly customsBodies?: readonly string[] | undefined;
  readonly status?: ChargeStatus | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
}

/** What was paid of the parts, by payer. */
export type PaymentsOfParts = ReadonlyMap<string, readonly ChargePayment[]>;

@Injectable()
export class OtherCharges {
  /** The charge, locked for this work. */
  async hold(work: Work, id: string): Promise<OtherChargeEntity | undefined> {
    const lock = { mode: 'pessimistic_write' } as const;
    return (await work.manager.findOne(OtherChargeEntity, { where: { id }, lock })) ?? undefined;
  }

  /** True when the charge of this decision is set, or its debt entered, already; a work that sets it now is waited for. */
  async isSet(
    work: Work,
    {
      customsBody,
      kind,
      decision,
      payers,
    }: Pick<OtherChargeEntity, 'customsBody' | 'kind' | 'decision' | 'payers'>,
  ): Promise<boolean> {
    await work.manager.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 116))`, [
      `${customsBody} ${kind} ${decision}`,
    ]);
    const [row] = await work.manager.query<[{ known: boolean }]>(
      `SELECT EXISTS (SELECT FROM customs_charges WHERE customs_body = $1 AND kind = $2 AND decision = $3)
           OR EXISTS (SELECT FROM late_sums
                       WHERE payer = ANY ($4) AND customs_body = $1 AND document = $3 AND kind = $5) AS known`,
      [customsBody, kind, decision, payers, OTHER_CHARGES[kind]],
    );
    return row.known;
  }

  page(
    manager: EntityManager,
    { payer, customsBodies, status, after, limit }: ChargesWanted,
  ): Promise<OtherChargeEntity[]> {
    const rows = manager.createQueryBuilder(OtherChargeEntity, 'c').orderBy('c.id').take(limit);
    if (payer !== undefined) rows.andWhere(`c.payers @> ARRAY[:payer]::text[]`, { payer });
    if (customsBodies !== undefined)
      rows.andWhere('c.customsBody = ANY (:customsBodies)', { customsBodies: [...customsBodies] });
    if (status !== undefined) rows.andWhere('c.status = :status', { status });
    if (after !== undefined) rows.andWhere('c.id > :after', { after });
    return rows.getMany();
  }

  /** Payments of the parts: of an escort the ledger's entries on its decision, of a preliminary decision its own. */
  async payments(manager: EntityManager, charge: OtherChargeEntity): Promise<PaymentsOfParts> {
    if (charge.kind === 'PRELIMINARY_DECISION') {
      return new Map(
        charge.parts.flatMap(({ payer, amount, paidOn }) =>
          paidOn === null ? [] : [[payer, [{ on: paidOn, amount: Money.ofTenge(amount) }]] as const],
        ),
      );
    }
    const rows = await manager.query<{ payer: string; on: CivilDate; amount: string }[]>(
      `SELECT s.payer, e.value_date::text AS on, (-l.amount)::text AS amount
         FROM late_sums s
         JOIN journal_lines l ON l.payer = s.payer AND l.customs_body = s.customs_body AND l.entry_id >= s.since_entry
                             AND l.account_type = 'PAYER_DUE' AND l.purpose = s.kind AND l.amount < 0
         JOIN journal_entries e ON e.id = l.entry_id AND e.document = s.document AND e.type = ANY ($5)
        WHERE s.payer = ANY ($1) AND s.customs_body = $2 AND s.document = $3 AND s.kind = $4
        ORDER BY l.entry_id`,
      [charge.payers, charge.customsBody, charge.decision, OTHER_CHARGES[charge.kind], [...SETTLING_ENTRIES]],
    );
    return Map.groupBy(
      rows.map(({ payer, on, amount }) => ({ payer, on, amount: Money.ofTiyn(BigInt(amount)) })),
      ({ payer }) => payer,
    );
  }
}

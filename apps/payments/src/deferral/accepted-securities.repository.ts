/** Securities that guarantees accepted, as their events tell of them (art. 134.5). */
import { Injectable } from '@nestjs/common';
import type { CivilDate } from '@shekara/calendar';
import { Money } from '@shekara/kernel';
import type { EntityManager, Work } from '@shekara/persistence';
import type { DeferralConditions } from './deferral-application.js';

export interface AcceptedSecurity {
  readonly number: string;
  /** BIN or IIN of the person whose payments it secures. */
  readonly principal: string;
  readonly amount: Money;
  /** Last day; absent where it has none. */
  readonly validUntil?: CivilDate;
}

@Injectable()
export class AcceptedSecurities {
  async add(
    work: Work,
    { number, principal, amount, validUntil }: AcceptedSecurity,
    at: Date,
  ): Promise<void> {
    await work.manager.query(
      `INSERT INTO accepted_securities (number, principal, amount, valid_until, registered_at)
       VALUES ($1, $2, $3, $4, $5) ON CONFLICT (number) DO NOTHING`,
      [number, principal, amount.toString(), validUntil ?? null, at],
    );
  }

  /** The security as the conditions ask for it: accepted for this payer, still valid on the day, large enough for the sum. */
  async guarantee(
    manager: EntityManager,
    { number, payer, on, amount }: { number: string; payer: string; on: CivilDate; amount: Money },
  ): Promise<NonNullable<DeferralConditions['guarantee']>> {
    const rows = await manager.query<unknown[]>(
      `SELECT 1 FROM accepted_securities
        WHERE number = $1 AND principal = $2 AND coalesce(valid_until, $3::date) >= $3::date AND amount >= $4`,
      [number, payer, on, amount.toString()],
    );
    return { reference: number, accepted: rows.length > 0 };
  }
}

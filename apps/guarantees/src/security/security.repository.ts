/** Reads, numbers and books securities. */
import { Injectable } from '@nestjs/common';
import type { Money } from '@shekara/kernel';
import type { Work } from '@shekara/persistence';
import { after, type LedgerLineType } from './balance.js';
import { SecurityEntity, SecurityLedgerEntity } from './security.entity.js';

@Injectable()
export class SecurityRepository {
  /** The security by its number, locked for this work: its reservations are decided one after the other. */
  async lock(work: Work, number: string): Promise<SecurityEntity | undefined> {
    const found = await work.manager.findOne(SecurityEntity, {
      where: { number },
      lock: { mode: 'pessimistic_write' },
    });
    return found ?? undefined;
  }

  /** The security by its id, locked. @throws EntityNotFoundError when there is none: a bug. */
  lockById(work: Work, id: string): Promise<SecurityEntity> {
    return work.manager.findOneOrFail(SecurityEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** The next number, `customs body-year-S and six digits`, without gaps. */
  async nextNumber(work: Work, customsBody: string, year: number): Promise<string> {
    const [row] = await work.manager.query<{ last: number }[]>(
      `INSERT INTO security_serials (customs_body, year, last) VALUES ($1, $2, 1)
       ON CONFLICT (customs_body, year) DO UPDATE SET last = security_serials.last + 1 RETURNING last`,
      [customsBody, year],
    );
    if (!row) throw new Error(`no serial for ${customsBody} in ${year}`);
    return `${customsBody}-${year}-S${String(row.last).padStart(6, '0')}`;
  }

  /** Whether another application stands on the same document of the same issuer (R-GUA-060). */
  filedBefore(work: Work, principal: string, guarantor: string, documentNumber: string): Promise<boolean> {
    const issuer = guarantor === '' ? { guarantor, principal } : { guarantor };
    return work.manager.existsBy(SecurityEntity, { ...issuer, documentNumber });
  }

  /** Adds a line to the ledger of a locked security and moves its balance with it. */
  async book(
    work: Work,
    security: SecurityEntity,
    type: LedgerLineType,
    amount: Money,
    reservationId = '',
  ): Promise<void> {
    const granted = type === 'GRANT' ? security.amount.minus(amount) : security.amount;
    const { reserved, called } = security;
    const balance = after({ granted, reserved, called }, { type, amount });
    security.reserved = balance.reserved;
    security.called = balance.called;
    security.ledgerLines += 1;
    await work.manager.save(security);
    await work.manager.insert(SecurityLedgerEntity, {
      securityId: security.id,
      line: security.ledgerLines,
      type,
      amount,
      grantedAfter: balance.granted,
      reservedAfter: balance.reserved,
      calledAfter: balance.called,
      reservationId,
      actor: work.context.actor,
      at: work.context.at,
    });
  }
}

/** What guarantees reported of each cover; the row of a cover is the lock of its reports. */
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { EntityManager, Work } from '@shekara/persistence';
import { GuaranteeCallEntity } from './guarantee-call.entity.js';

export type NamedCover = Pick<GuaranteeCallEntity, 'coverId' | 'securityNumber' | 'caseId'>;

@Injectable()
export class GuaranteeCallRecords {
  /** The record of a cover, locked; a case that is opened and a report of its cover wait for each other here. */
  async hold(work: Work, { coverId, securityNumber, caseId }: NamedCover): Promise<GuaranteeCallEntity> {
    await work.manager.query(
      `INSERT INTO guarantee_calls (cover_id, security_number, case_id, version) VALUES ($1, $2, $3, 1)
       ON CONFLICT (cover_id) DO NOTHING`,
      [coverId, securityNumber, caseId],
    );
    const lock = { mode: 'pessimistic_write' } as const;
    return work.manager.findOneOrFail(GuaranteeCallEntity, { where: { coverId }, lock });
  }

  of(manager: EntityManager, coverIds: readonly string[]): Promise<GuaranteeCallEntity[]> {
    return manager.find(GuaranteeCallEntity, {
      where: { coverId: In([...coverIds]) },
      order: { coverId: 'ASC' },
    });
  }
}

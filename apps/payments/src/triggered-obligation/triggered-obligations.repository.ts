/** The rows of obligations that events made arise. */
import { Injectable } from '@nestjs/common';
import { In, MoreThan } from 'typeorm';
import type { ListScope } from '@shekara/auth';
import type { EntityManager, Work } from '@shekara/persistence';
import { type ObligationStatus, TriggeredObligationEntity } from './triggered-obligation.entity.js';

@Injectable()
export class TriggeredObligations {
  /** The obligation, locked for this work. */
  async hold(work: Work, id: string): Promise<TriggeredObligationEntity | undefined> {
    const lock = { mode: 'pessimistic_write' } as const;
    return (await work.manager.findOne(TriggeredObligationEntity, { where: { id }, lock })) ?? undefined;
  }

  page(
    manager: EntityManager,
    { organisation, customsBodies }: ListScope<string>,
    { status, after, limit }: { status?: ObligationStatus; after?: string; limit: number },
  ): Promise<TriggeredObligationEntity[]> {
    return manager.find(TriggeredObligationEntity, {
      where: {
        ...(organisation === undefined ? {} : { payer: organisation }),
        ...(customsBodies === undefined ? {} : { customsBody: In([...customsBodies]) }),
        ...(status === undefined ? {} : { status }),
        ...(after === undefined ? {} : { id: MoreThan(after) }),
      },
      order: { id: 'ASC' },
      take: limit,
    });
  }
}

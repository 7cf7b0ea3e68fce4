/** The rows of appeals: locked for a work, pending against a notice, and in pages in the order of their filing. */
import { Injectable } from '@nestjs/common';
import { Brackets, In } from 'typeorm';
import type { EntityManager, Work } from '@shekara/persistence';
import { AppealEntity } from './appeal.entity.js';

export interface AppealsWanted {
  /** The addressee of the notice, or who appealed. */
  readonly party?: string;
  readonly noticeId?: string;
  /** Bodies in an officer's scope: that issued the notice or hear the appeal. */
  readonly customsBodies?: readonly string[];
  readonly after?: string;
  readonly limit: number;
}

@Injectable()
export class Appeals {
  async hold(work: Work, id: string): Promise<AppealEntity | undefined> {
    const lock = { mode: 'pessimistic_write' } as const;
    return (await work.manager.findOne(AppealEntity, { where: { id }, lock })) ?? undefined;
  }

  /** The appeal against the notice that is not decided yet. */
  async pending(work: Work, noticeId: string): Promise<AppealEntity | undefined> {
    const status = In(['REGISTERED', 'IN_REVIEW', 'CLOCK_STOPPED']);
    return (await work.manager.findOneBy(AppealEntity, { noticeId, status })) ?? undefined;
  }

  page(
    manager: EntityManager,
    { party, noticeId, customsBodies, after, limit }: AppealsWanted,
  ): Promise<AppealEntity[]> {
    const query = manager.createQueryBuilder(AppealEntity, 'a').orderBy('a.id').take(limit);
    if (party !== undefined) {
      query.andWhere(
        new Brackets((either) => either.where('a.payer = :party').orWhere('a.appellant = :party')),
        { party },
      );
    }
    if (noticeId !== undefined) query.andWhere('a.notice_id = :noticeId', { noticeId });
    if (customsBodies !== undefined) {
      query.andWhere(
        new Brackets((either) =>
          either.where('a.customs_body = ANY (:bodies)').orWhere('a.hearing_body = ANY (:bodies)'),
        ),
        { bodies: customsBodies },
      );
    }
    if (after !== undefined) query.andWhere('a.id > :after', { after });
    return query.getMany();
  }
}

/** The queue of release: one open item a declaration, the officer's inside the term, the head's after it (R-DEC-190). */
import { Inject, Injectable } from '@nestjs/common';
import type { Principal } from '@shekara/auth';
import type { Work } from '@shekara/persistence';
import { type WorkItem, WorkItems } from '@shekara/work-items';
import { AMENDMENT_DEMAND_UNANSWERED } from '../amendment/amendment-queues.js';
import { ArrivalNoticeEntity } from '../arrival-notice/arrival-notice.entity.js';
import { goesAhead } from '../arrival-notice/priority-goods.js';
import type { ReleaseQueue } from '../goods-declaration/goods-declaration.entity.js';
import {
  changeDeclaration,
  type RegisteredDeclaration,
} from '../goods-declaration/goods-declaration.repository.js';
import { RELEASE_TERM_ARTICLE } from './release.deadlines.js';

const ROLE_OF_QUEUE: Record<ReleaseQueue, 'RELEASE_OFFICER' | 'HEAD_OF_POST'> = {
  RELEASE: 'RELEASE_OFFICER',
  RELEASE_OVERDUE: 'HEAD_OF_POST',
};

@Injectable()
export class ReleaseQueues {
  constructor(@Inject(WorkItems) private readonly workItems: WorkItems) {}

  /** Asks a person, once; the head's item takes the place of the officer's. */
  async ask(work: Work, declaration: RegisteredDeclaration, queue: ReleaseQueue, why: string): Promise<void> {
    const { openWorkItem } = declaration;
    if (openWorkItem === queue || openWorkItem === 'RELEASE_OVERDUE') return;
    if (openWorkItem) await this.workItems.cancel(work, openWorkItem, declaration.id, 'TERM_OVER');
    await this.open(work, declaration, queue, why);
    await changeDeclaration(work, declaration, { openWorkItem: queue });
  }

  /** The platform decided: nobody is asked any more. */
  async withdraw(work: Work, declaration: RegisteredDeclaration, outcome: string): Promise<void> {
    if (declaration.openWorkItem) {
      await this.workItems.cancel(work, declaration.openWorkItem, declaration.id, outcome);
    }
  }

  /**
   * The officer decided: closes the item that it holds, and with it that of a demand that was not answered. Where nobody was asked yet, the decision is put into the queue
   * as the officer's own, so that every human decision has an item. @throws ProblemException 409 when another holds it.
   */
  async complete(
    work: Work,
    declaration: RegisteredDeclaration,
    officer: Principal,
    outcome: string,
  ): Promise<void> {
    const queue = declaration.openWorkItem ?? queueOf(officer);
    if (!declaration.openWorkItem) {
      const item = await this.open(work, declaration, queue, 'decided before anybody was asked');
      await this.workItems.claim(work, item.id, officer);
    }
    await this.workItems.complete(work, queue, declaration.id, officer, outcome);
    await this.workItems.cancel(work, AMENDMENT_DEMAND_UNANSWERED, declaration.id, outcome);
  }

  /** Goods of a priority category, as their arrival notice says, stand ahead (R-DEC-025). */
  private async open(
    work: Work,
    declaration: RegisteredDeclaration,
    queue: ReleaseQueue,
    why: string,
  ): Promise<WorkItem> {
    const { arrivalNoticeNumber: number } = declaration;
    const notice = number === '' ? null : await work.manager.findOneBy(ArrivalNoticeEntity, { number });
    return this.workItems.open(work, {
      kind: queue,
      role: ROLE_OF_QUEUE[queue],
      customsBody: declaration.customsBody,
      subject: 'GoodsDeclaration',
      subjectId: declaration.id,
      caseId: declaration.caseId,
      title: `Release of ${declaration.number}: ${why}`,
      article: RELEASE_TERM_ARTICLE,
      dueAt: declaration.releaseDueAt,
      goesAhead: goesAhead(notice?.notice.priorityCode, 'PLACEMENT'),
    });
  }
}

function queueOf(officer: Principal): ReleaseQueue {
  return officer.roles.includes('RELEASE_OFFICER') ? 'RELEASE' : 'RELEASE_OVERDUE';
}

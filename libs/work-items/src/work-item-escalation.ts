/** Passes an item to the head of the post when nobody decided it in time: a legal term like any other. */
import { Inject, Injectable } from '@nestjs/common';
import { type Deadline, OnDeadline } from '@shekara/deadlines';
import type { Work } from '@shekara/persistence';
import { ESCALATION, WorkItems } from './work-items.js';

@Injectable()
export class WorkItemEscalation {
  constructor(@Inject(WorkItems) private readonly workItems: WorkItems) {}

  @OnDeadline(ESCALATION)
  async undecided(deadline: Deadline, work: Work): Promise<void> {
    await this.workItems.escalate(work, deadline.subjectId, 'the term nears its end');
  }
}

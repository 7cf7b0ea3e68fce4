/** What happens to entries without an order: the end of a suspension. */
import { Controller, Inject } from '@nestjs/common';
import { type Deadline, OnDeadline } from '@shekara/deadlines';
import type { Work } from '@shekara/persistence';
import { WorkItems } from '@shekara/work-items';
import { RegisterEntryEntity } from './register-entry.entity.js';
import { SUSPENSION_OVER } from './register-orders.service.js';
import { SUSPENSION_ARTICLE, SUSPENSION_END } from './register-terms.js';

@Controller()
export class RegisterEntryConsumer {
  constructor(@Inject(WorkItems) private readonly workItems: WorkItems) {}

  /** Art. 42.1, open reading 19: nothing resumes by itself; the territorial unit contacts the owner (Q-REG-11). */
  @OnDeadline(SUSPENSION_END)
  async suspensionOver(deadline: Deadline, work: Work): Promise<void> {
    const entry = await work.manager.findOneByOrFail(RegisterEntryEntity, { id: deadline.subjectId });
    work.record({
      stream: 'RegisterEntry',
      streamId: entry.id,
      caseId: entry.id,
      type: 'SuspensionOver',
      payload: { registrationNumber: entry.registrationNumber, suspendedUntil: entry.suspendedUntil },
      ground: SUSPENSION_ARTICLE,
    });
    await this.workItems.open(work, {
      kind: SUSPENSION_OVER,
      role: 'REGISTRAR',
      customsBody: entry.customsBody,
      subject: 'RegisterEntry',
      subjectId: entry.id,
      caseId: entry.id,
      title: `The suspension of ${entry.registrationNumber} is over and nobody asked to resume`,
      article: SUSPENSION_ARTICLE,
    });
  }
}

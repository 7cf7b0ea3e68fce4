/** What others report of arrived goods, and the end of the placement term. */
import { Controller, Inject } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import {
  instantOf,
  PlacementDeadlineMissedSchema,
  type StorageDocumentsRegistered,
  StorageDocumentsRegisteredSchema,
  timestampOf,
} from '@shekara/contracts';
import { type Deadline, OnDeadline } from '@shekara/deadlines';
import { type MessageContext, OnMessage, Outbox } from '@shekara/messaging';
import type { Work } from '@shekara/persistence';
import { WorkItems } from '@shekara/work-items';
import { ArrivalNoticeEntity } from './arrival-notice.entity.js';
import { ArrivalNoticeService } from './arrival-notice.service.js';
import { DELIVERY_ARTICLE, NON_DELIVERY } from './non-delivery.js';
import { PLACEMENT, PLACEMENT_ARTICLE, PLACEMENT_OVERDUE } from './placement-term.js';

@Controller()
export class ArrivalNoticeConsumer {
  constructor(
    @Inject(ArrivalNoticeService) private readonly arrivals: ArrivalNoticeService,
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(WorkItems) private readonly workItems: WorkItems,
  ) {}

  /** Art. 253.2.1, 267.3: storage begins; the placement term is met. */
  @OnMessage(StorageDocumentsRegisteredSchema)
  async storageDocumentsRegistered(
    @Payload() event: StorageDocumentsRegistered,
    @Ctx() { work }: MessageContext,
  ): Promise<void> {
    const notice = await this.arrivals.byNumber(work, event.arrivalNoticeNumber);
    if (!notice) return;
    const storageLastDay = event.lastDay || null;
    if (notice.storageLastDay !== storageLastDay) {
      await work.manager.update(ArrivalNoticeEntity, { id: notice.id }, { storageLastDay });
    }
    if (notice.outcome !== 'NONE') return;
    await this.arrivals.recordOutcome(
      work,
      notice,
      'IN_STORAGE',
      instantOf(event.lodgedAt ?? event.registeredAt),
    );
  }

  /** R-ARR-079: a missed term is told and put into a queue; it detains nothing and makes nothing due. */
  @OnDeadline(PLACEMENT)
  async placementDeadlineMissed(deadline: Deadline, work: Work): Promise<void> {
    const notice = await work.manager.findOneByOrFail(ArrivalNoticeEntity, { id: deadline.subjectId });
    this.outbox.publish(
      work,
      PlacementDeadlineMissedSchema,
      {
        noticeId: notice.id,
        noticeNumber: notice.number,
        caseId: notice.caseId,
        consignmentId: notice.consignmentId,
        customsBody: notice.customsBody,
        deadline: timestampOf(deadline.dueAt),
      },
      { caseId: notice.caseId, ground: PLACEMENT_ARTICLE },
    );
    await this.workItems.open(work, {
      kind: PLACEMENT_OVERDUE,
      role: 'CHECKPOINT_OFFICER',
      customsBody: notice.customsBody,
      subject: 'ArrivalNotice',
      subjectId: notice.id,
      caseId: notice.caseId,
      goesAhead: notice.goesAhead,
      title: `Goods of ${notice.number} are neither stored nor declared`,
      article: PLACEMENT_ARTICLE,
    });
  }

  /** R-ARR-062: goods were announced or crossed the border and did not come; an officer looks for them. */
  @OnDeadline(NON_DELIVERY)
  async goodsDidNotCome(deadline: Deadline, work: Work): Promise<void> {
    const notice = await work.manager.findOneByOrFail(ArrivalNoticeEntity, { id: deadline.subjectId });
    await this.workItems.open(work, {
      kind: NON_DELIVERY,
      role: 'CHECKPOINT_OFFICER',
      customsBody: notice.customsBody,
      subject: 'ArrivalNotice',
      subjectId: notice.id,
      caseId: notice.caseId,
      goesAhead: notice.goesAhead,
      title: `Goods of ${notice.number} did not reach the place of arrival`,
      article: DELIVERY_ARTICLE,
    });
  }
}

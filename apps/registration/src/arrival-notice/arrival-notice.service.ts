/** Lodging and curing a notice, presentation, and what becomes of the consignment: load, decide, save, publish. */
import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { LegalCalendar } from '@shekara/calendar';
import {
  ArrivalNoticeAcceptedSchema,
  ArrivalNoticeReturnedSchema,
  ConsignmentOutcomeRecordedSchema,
  timestampOf,
} from '@shekara/contracts';
import { Deadlines } from '@shekara/deadlines';
import { art, type Decision } from '@shekara/kernel';
import { Outbox } from '@shekara/messaging';
import { type Additions, DataSource, type Work } from '@shekara/persistence';
import type { ReferenceData } from '@shekara/reference-data';
import { REFERENCE_DATA } from '@shekara/service-kit';
import { WorkItems, type WorkToDo } from '@shekara/work-items';
import { DocumentNumbers } from '../document-number/document-numbers.repository.js';
import {
  type ArrivalNotice,
  type ArrivalNoticeEvent,
  checkArrivalNotice,
  isForcedStop,
  presentedAt,
} from './arrival-notice.js';
import { ArrivalNoticeEntity, type ConsignmentOutcome } from './arrival-notice.entity.js';
import { addNotice, saveNotice } from './arrival-notice.repository.js';
import { noticeAccepted, noticeReturned } from './arrival-notice.events.js';
import { noticeFactsOn } from './notice-facts.js';
import { isLatePlacing, PLACEMENT, PLACEMENT_ARTICLE, PLACEMENT_OVERDUE } from './placement-term.js';
import { PresentationService } from './presentation.service.js';
import { goesAhead } from './priority-goods.js';

const NOTICE_ARTICLE = art(250, 1);
const INCIDENT_ARTICLE = art(249, 1);
const STREAM = 'ArrivalNotice';

export interface LodgedNotice {
  readonly entity: ArrivalNoticeEntity;
  readonly decision: Decision<ArrivalNoticeEvent>;
}

@Injectable()
export class ArrivalNoticeService {
  constructor(
    @Inject(REFERENCE_DATA) private readonly reference: ReferenceData,
    @Inject(LegalCalendar) private readonly calendar: LegalCalendar,
    @Inject(Deadlines) private readonly deadlines: Deadlines,
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(WorkItems) private readonly workItems: WorkItems,
    @Inject(PresentationService) private readonly presentations: PresentationService,
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(DocumentNumbers) private readonly numbers: DocumentNumbers,
  ) {}

  /** Art. 250: stamps the moment of lodging, numbers and keeps the notice, complete or not (R-ARR-059, R-ARR-060). */
  async lodge(
    work: Additions,
    notice: ArrivalNotice,
    moments: { readonly crossedAt?: Date; readonly deliveredAt?: Date },
  ): Promise<LodgedNotice> {
    const lodgedAt = work.context.at;
    const day = this.calendar.civilDate(lodgedAt);
    const serial = await this.numbers.next('ARRIVAL_NOTICE', notice.customsBody, day);
    const entity = Object.assign(new ArrivalNoticeEntity(), {
      id: work.newId(),
      number: noticeNumber(notice.customsBody, day, serial),
      caseId: uuidv7(),
      consignmentId: uuidv7(),
      customsBody: notice.customsBody,
      mode: notice.mode,
      notice,
      carrierNumber: notice.carrier.identificationNumber ?? '',
      consigneeNumber: notice.consignee.identificationNumber ?? '',
      lodgedBy: work.context.actor,
      lodgedAt,
      crossedAt: moments.crossedAt ?? null,
      presentation: null,
      differences: [],
      presentedAt: presentedAt(lodgedAt, moments.deliveredAt) ?? null,
      placementDeadline: null,
      outcome: 'NONE',
      late: false,
    } satisfies Partial<ArrivalNoticeEntity>);
    const decision = this.check(entity, day);
    this.presentations.beginTerms(work, entity);
    addNotice(work, entity);
    this.tell(work, entity, decision);
    if (isForcedStop(notice)) this.workItems.begin(work, incidentOf(entity));
    return { entity, decision };
  }

  /** Art. 250.1, 251.1: the carrier cures a returned notice; number, moment of lodging and clock stay (R-ARR-061). */
  async supplement(work: Work, entity: ArrivalNoticeEntity, cured: ArrivalNotice): Promise<LodgedNotice> {
    const notice = { ...cured, customsBody: entity.customsBody };
    entity.notice = notice;
    entity.mode = notice.mode;
    entity.carrierNumber = notice.carrier.identificationNumber ?? '';
    entity.consigneeNumber = notice.consignee.identificationNumber ?? '';
    const decision = this.check(entity, this.calendar.civilDate(entity.lodgedAt));
    await this.presentations.runTerms(work, entity);
    await saveNotice(work, entity);
    this.tell(work, entity, decision);
    if (isForcedStop(notice)) await this.workItems.open(work, incidentOf(entity));
    return { entity, decision };
  }

  /** Whether the notice is complete; the entity takes the status. */
  private check(entity: ArrivalNoticeEntity, day: string): Decision<ArrivalNoticeEvent> {
    const decision = checkArrivalNotice(
      entity.notice,
      noticeFactsOn(day, entity.customsBody, this.reference),
    );
    entity.status = decision.accepted ? 'ACCEPTED' : 'INCOMPLETE';
    entity.goesAhead = goesAhead(entity.notice.priorityCode, 'ARRIVAL');
    return decision;
  }

  /** Publishes and records that the notice was accepted, or returned with its defects. */
  private tell(work: Additions, entity: ArrivalNoticeEntity, decision: Decision<ArrivalNoticeEvent>): void {
    const options = { caseId: entity.caseId, ground: NOTICE_ARTICLE };
    if (decision.accepted) {
      this.outbox.publish(work, ArrivalNoticeAcceptedSchema, noticeAccepted(entity), options);
      this.presentations.announce(work, entity);
    } else {
      this.outbox.publish(
        work,
        ArrivalNoticeReturnedSchema,
        noticeReturned(entity, decision.reasons, work.context.at),
        options,
      );
    }
    this.record(work, entity, decision.accepted ? 'ArrivalNoticeAccepted' : 'ArrivalNoticeReturned', {
      notice: entity.notice,
      defects: decision.accepted ? [] : decision.reasons.map(({ code, pointer }) => ({ code, pointer })),
    });
  }

  /**
   * Storage documents or a declaration met the placement term (R-ARR-077), judged by the moment the person lodged them
   * (R-ARR-078); late placing is accepted and carries the late flag (R-ARR-080). Release ends the carrier's liability.
   */
  async recordOutcome(
    work: Work,
    entity: ArrivalNoticeEntity,
    outcome: Exclude<ConsignmentOutcome, 'NONE'>,
    lodgedAt: Date,
  ): Promise<void> {
    if (entity.outcome === 'NONE') {
      await this.deadlines.cancel(work, PLACEMENT, entity.id);
      await this.workItems.cancel(work, PLACEMENT_OVERDUE, entity.id, outcome);
      entity.late = isLatePlacing(lodgedAt, entity.placementDeadline);
    }
    if (outcome !== 'DECLARED') await this.presentations.goodsCame(work, entity.id);
    entity.outcome = outcome;
    if (outcome === 'RELEASED') entity.status = 'CLOSED';
    const { id, status, late } = entity;
    await work.manager.update(ArrivalNoticeEntity, { id }, { outcome, status, late });
    this.outbox.publish(
      work,
      ConsignmentOutcomeRecordedSchema,
      {
        noticeId: entity.id,
        noticeNumber: entity.number,
        caseId: entity.caseId,
        consignmentId: entity.consignmentId,
        outcome,
        late: entity.late,
        recordedAt: timestampOf(work.context.at),
      },
      { caseId: entity.caseId, ground: PLACEMENT_ARTICLE },
    );
    this.record(work, entity, 'ConsignmentOutcomeRecorded', { outcome, late: entity.late });
  }

  /** Goods at this body that are neither stored nor declared: priority goods first, then as lodged (art. 242.1, 242.4). */
  queueOf(customsBody: string, limit: number): Promise<ArrivalNoticeEntity[]> {
    return this.dataSource.manager.find(ArrivalNoticeEntity, {
      where: { customsBody, outcome: 'NONE' },
      order: { goesAhead: 'DESC', lodgedAt: 'ASC', id: 'ASC' },
      take: limit,
    });
  }

  /** The notice by its number, locked for this work; undefined when there is none. */
  async byNumber(work: Work, number: string): Promise<ArrivalNoticeEntity | undefined> {
    const found = await work.manager.findOne(ArrivalNoticeEntity, {
      where: { number },
      lock: { mode: 'pessimistic_write' },
    });
    return found ?? undefined;
  }

  private record(work: Additions, entity: ArrivalNoticeEntity, type: string, payload: unknown): void {
    work.record({
      stream: STREAM,
      streamId: entity.id,
      caseId: entity.caseId,
      type,
      payload,
      ground: NOTICE_ARTICLE,
    });
  }
}

/** Art. 249.1: the body that hears of a forced stop takes the incident up (R-ARR-002). */
function incidentOf(entity: ArrivalNoticeEntity): WorkToDo {
  return {
    kind: 'INCIDENT',
    role: 'CHECKPOINT_OFFICER',
    customsBody: entity.customsBody,
    subject: 'ArrivalNotice',
    subjectId: entity.id,
    caseId: entity.caseId,
    goesAhead: entity.goesAhead,
    title: `Forced stop of a vessel or aircraft on passage, ${entity.number}`,
    article: INCIDENT_ARTICLE,
  };
}

/** `customs body/ddmmyy/A and six digits`: the letter keeps notices apart from declarations. */
function noticeNumber(customsBody: string, day: string, serial: number): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${customsBody}/${date}${month}${year.slice(2)}/A${serial.toString().padStart(6, '0')}`;
}

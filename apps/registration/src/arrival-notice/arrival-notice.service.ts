/** Lodging and curing a notice, presentation, and what becomes of the consignment: load, decide, save, publish. */
import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { LegalCalendar, type TermEnd } from '@shekara/calendar';
import {
  ArrivalNoticeAcceptedSchema,
  ArrivalNoticeReturnedSchema,
  ConsignmentOutcomeRecordedSchema,
  GoodsArrivedSchema,
  timestampOf,
} from '@shekara/contracts';
import { Deadlines } from '@shekara/deadlines';
import { art, type Decision } from '@shekara/kernel';
import { Outbox } from '@shekara/messaging';
import type { Work } from '@shekara/persistence';
import { officeCalendarOf, type ReferenceData } from '@shekara/reference-data';
import { REFERENCE_DATA } from '@shekara/service-kit';
import { nextSerial } from '../document-number/document-numbers.repository.js';
import {
  type ArrivalNotice,
  type ArrivalNoticeEvent,
  checkArrivalNotice,
  type NoticeFacts,
  presentedAt,
} from './arrival-notice.js';
import { ArrivalNoticeEntity, type ConsignmentOutcome } from './arrival-notice.entity.js';
import { goodsArrived, noticeAccepted, noticeReturned } from './arrival-notice.events.js';
import { PLACEMENT, PLACEMENT_ARTICLE, placementTerm } from './placement-term.js';

/** Official languages of the member states (art. 250.4), ISO 639-1. */
const OFFICIAL_LANGUAGES = ['kk', 'ru', 'be', 'hy', 'ky'];

const NOTICE_ARTICLE = art(250, 1);
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
  ) {}

  /** Art. 250: stamps the moment of lodging, numbers and keeps the notice, complete or not (R-ARR-059, R-ARR-060). */
  async lodge(
    work: Work,
    notice: ArrivalNotice,
    moments: { readonly crossedAt?: Date; readonly deliveredAt?: Date },
  ): Promise<LodgedNotice> {
    const lodgedAt = work.context.at;
    const day = this.calendar.civilDate(lodgedAt);
    const serial = await nextSerial(work, 'ARRIVAL_NOTICE', notice.customsBody, day);
    const entity = work.manager.create(ArrivalNoticeEntity, {
      id: uuidv7(),
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
      presentedAt: presentedAt(lodgedAt, moments.deliveredAt) ?? null,
      placementDeadline: null,
      outcome: 'NONE',
      late: false,
    });
    return this.check(work, entity, day);
  }

  /** Art. 250.1, 251.1: the carrier cures a returned notice; number, moment of lodging and clock stay (R-ARR-061). */
  supplement(work: Work, entity: ArrivalNoticeEntity, notice: ArrivalNotice): Promise<LodgedNotice> {
    entity.notice = notice;
    return this.check(work, entity, this.calendar.civilDate(entity.lodgedAt));
  }

  private async check(work: Work, entity: ArrivalNoticeEntity, day: string): Promise<LodgedNotice> {
    const decision = checkArrivalNotice(entity.notice, this.factsOn(day, entity.customsBody));
    entity.status = decision.accepted ? 'ACCEPTED' : 'INCOMPLETE';
    const term = await this.startPlacement(work, entity, day);
    await work.manager.save(entity);
    const options = { caseId: entity.caseId, ground: NOTICE_ARTICLE };
    if (decision.accepted) {
      this.outbox.publish(work, ArrivalNoticeAcceptedSchema, noticeAccepted(entity), options);
      if (entity.presentedAt && term) {
        this.outbox.publish(work, GoodsArrivedSchema, goodsArrived(entity, entity.presentedAt, term.endsAt), {
          caseId: entity.caseId,
          ground: PLACEMENT_ARTICLE,
        });
      }
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
    return { entity, decision };
  }

  /** Art. 252.4: the term runs from presentation, whether the notice is complete or not, at a place that is one. */
  private async startPlacement(work: Work, entity: ArrivalNoticeEntity, day: string): Promise<TermEnd | undefined> {
    const body = this.reference.customsBodies.find(entity.customsBody, day);
    if (!entity.presentedAt || !body) return undefined;
    const term = placementTerm(entity.mode, entity.presentedAt, officeCalendarOf(body), this.calendar);
    if (entity.placementDeadline === null) {
      entity.placementDeadline = term.endsAt;
      await this.deadlines.start(work, {
        kind: PLACEMENT,
        subjectId: entity.id,
        caseId: entity.caseId,
        article: PLACEMENT_ARTICLE,
        startedAt: entity.presentedAt,
        dueAt: term.endsAt,
        term,
      });
    }
    return term;
  }

  private factsOn(day: string, customsBody: string): NoticeFacts {
    return {
      modesOfPlace: this.reference.customsBodies.find(customsBody, day)?.modes ?? [],
      officialLanguages: OFFICIAL_LANGUAGES,
    };
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
      entity.late = entity.placementDeadline !== null && lodgedAt > entity.placementDeadline;
    }
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

  /** The notice by its number, locked for this work; undefined when there is none. */
  async byNumber(work: Work, number: string): Promise<ArrivalNoticeEntity | undefined> {
    const found = await work.manager.findOne(ArrivalNoticeEntity, {
      where: { number },
      lock: { mode: 'pessimistic_write' },
    });
    return found ?? undefined;
  }

  private record(work: Work, entity: ArrivalNoticeEntity, type: string, payload: unknown): void {
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

/** `customs body/ddmmyy/A and six digits`: the letter keeps notices apart from declarations. */
function noticeNumber(customsBody: string, day: string, serial: number): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${customsBody}/${date}${month}${year.slice(2)}/A${serial.toString().padStart(6, '0')}`;
}

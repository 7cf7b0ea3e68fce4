/** Opens, completes and cancels controls: load, decide, save, publish, in one transaction. */
import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Principal } from '@shekara/auth';
import { checkpointRoundTheClock, LegalCalendar } from '@shekara/calendar';
import {
  ControlCompletedSchema,
  ControlMeasureInformedSchema,
  ControlOpenedSchema,
  type ControlOrdered,
  instantOf,
  timestampOf,
} from '@shekara/contracts';
import { Deadlines } from '@shekara/deadlines';
import { art, type Decision } from '@shekara/kernel';
import { Outbox } from '@shekara/messaging';
import type { Work } from '@shekara/persistence';
import { officeCalendarOf, type ReferenceData } from '@shekara/reference-data';
import { REFERENCE_DATA } from '@shekara/service-kit';
import { WorkItems } from '@shekara/work-items';
import { ControlEntity } from './control.entity.js';
import {
  type Control,
  type ControlEvent,
  type EndOfNeed,
  endsControl,
  type ExaminationNotice,
  FORM_ARTICLE,
  informPerson,
  openControl,
} from './control.js';
import { holdDocument } from './controlled-documents.repository.js';
import { type ControlResult, type ControlResultRecorded, recordResult } from './control-result.js';
import { reasonableTime } from './reasonable-time.js';

/** The term of the control: release, or what risk management set (art. 297; D-CTL-21). */
export const CONTROL_TERM = 'CONTROL_TERM';
/** The queue of the head of the post for controls whose term is over. */
export const CONTROL_OVERDUE = 'CONTROL_OVERDUE';
/** The queue of the head of the post for orders that no officer here can carry out. */
const CONTROL_ORDER_REFUSED = 'CONTROL_ORDER_REFUSED';

export const TERM_ARTICLE = art(297, '1');
const STREAM = 'Control';
const SUBJECT = 'Control';

@Injectable()
export class ControlService {
  constructor(
    @Inject(REFERENCE_DATA) private readonly reference: ReferenceData,
    @Inject(LegalCalendar) private readonly calendar: LegalCalendar,
    @Inject(Deadlines) private readonly deadlines: Deadlines,
    @Inject(WorkItems) private readonly workItems: WorkItems,
    @Inject(Outbox) private readonly outbox: Outbox,
  ) {}

  /**
   * Opens a control for an order and puts it before an officer of the post. A second order changes nothing, nor does one
   * for a document whose release was refused before the order came (art. 290): that is recorded.
   */
  async open(work: Work, order: ControlOrdered): Promise<void> {
    const decision = openControl(order);
    if (!decision.accepted) return this.refuseOrder(work, order, decision.reasons[0].code);
    for (const event of decision.events) {
      if (event.type === 'ControlOpened') await this.openOnce(work, order, event.form);
    }
  }

  private async openOnce(work: Work, order: ControlOrdered, form: ControlEntity['form']): Promise<void> {
    const { instructionId, subjectId, caseId, documentNumber, customsBody, stage, task } = order;
    const refused = await holdDocument(work, subjectId, { refused: false });
    if (await work.manager.existsBy(ControlEntity, { instructionId })) return;
    if (refused) {
      const late = {
        stream: 'ControlOrder',
        streamId: instructionId,
        caseId,
        type: 'ControlOrderCameTooLate',
      };
      return work.record({
        ...late,
        payload: { subjectId, measure: order.measure },
        ground: FORM_ARTICLE[form],
      });
    }
    const dueAt = instantOf(order.dueAt);
    const control = work.manager.create(ControlEntity, {
      ...{ id: uuidv7(), instructionId, stage, subjectId, caseId, documentNumber, customsBody, form, task },
      itemNumbers: order.itemNumbers,
      status: 'OPEN',
      openedAt: work.context.at,
      dueAt,
      overdue: false,
      continuesAfterRelease: order.continuesAfterRelease,
    });
    await work.manager.save(control);
    await this.workItems.open(work, {
      kind: form,
      role: 'INSPECTION_OFFICER',
      customsBody,
      subject: SUBJECT,
      subjectId: control.id,
      caseId,
      title: `${documentNumber}: ${task}`,
      article: FORM_ARTICLE[form],
      dueAt,
    });
    await this.deadlines.start(work, {
      kind: CONTROL_TERM,
      subjectId: control.id,
      caseId,
      article: TERM_ARTICLE,
      startedAt: work.context.at,
      dueAt,
      term: { setBy: 'ControlOrdered', instructionId },
    });
    this.outbox.publish(
      work,
      ControlOpenedSchema,
      {
        ...{ controlId: control.id, instructionId, subjectId, caseId, form },
        openedAt: timestampOf(control.openedAt),
        dueAt: timestampOf(dueAt),
      },
      { caseId, ground: FORM_ARTICLE[form] },
    );
    this.record(work, control, 'ControlOpened', { form, itemNumbers: control.itemNumbers, dueAt });
  }

  private async refuseOrder(work: Work, order: ControlOrdered, code: string): Promise<void> {
    await this.workItems.open(work, {
      kind: CONTROL_ORDER_REFUSED,
      role: 'HEAD_OF_POST',
      customsBody: order.customsBody,
      subject: 'ControlOrder',
      subjectId: order.instructionId || order.subjectId,
      caseId: order.caseId,
      title: `${order.documentNumber}: ${order.measure} cannot be carried out (${code})`,
      article: art(199),
    });
  }

  /** Tells the declarant place and time; D-CTL-07 runs on the calendar of the post. */
  async inform(
    work: Work,
    entity: ControlEntity,
    notice: ExaminationNotice,
  ): Promise<Decision<ControlEvent>> {
    const now = work.context.at;
    const body = this.reference.customsBodies.find(entity.customsBody, this.calendar.civilDate(now));
    const office = body ? officeCalendarOf(body) : checkpointRoundTheClock(entity.customsBody);
    const timeEnds = reasonableTime(now, office, this.calendar).endsAt;
    const decision = informPerson(controlOf(entity), notice, now, timeEnds);
    if (!decision.accepted) return decision;
    for (const event of decision.events) {
      if (event.type !== 'ControlMeasureInformed') continue;
      entity.notice = event.notice;
      entity.personInformedAt = event.personInformedAt;
      entity.awaitPersonUntil = event.awaitPersonUntil;
      await work.manager.save(entity);
      this.record(work, entity, event.type, event);
      const { id: controlId, instructionId, subjectId, caseId, form } = entity;
      const { place, startsAt } = event.notice;
      this.outbox.publish(
        work,
        ControlMeasureInformedSchema,
        {
          ...{ controlId, instructionId, subjectId, caseId, place },
          startsAt: timestampOf(startsAt),
          personInformedAt: timestampOf(event.personInformedAt),
        },
        { caseId, ground: FORM_ARTICLE[form] },
      );
    }
    return decision;
  }

  /** Records the result with its act, tells everybody, and closes the officer's work item (R-CTL-005). */
  async complete(
    work: Work,
    entity: ControlEntity,
    result: ControlResult,
    officer: Principal,
  ): Promise<Decision<ControlResultRecorded>> {
    const decision = recordResult(controlOf(entity), result, work.context.at);
    if (!decision.accepted) return decision;
    for (const { outcome, discrepancies } of decision.events) {
      await this.workItems.complete(work, entity.form, entity.id, officer, outcome);
      await this.closeTerm(work, entity, outcome);
      entity.status = 'COMPLETED';
      entity.actNumber = await this.nextActNumber(work, entity.customsBody);
      entity.outcome = outcome;
      entity.result = result;
      entity.officer = officer.subject;
      entity.completedAt = work.context.at;
      await work.manager.save(entity);
      const { instructionId, subjectId, caseId, form, actNumber } = entity;
      this.outbox.publish(
        work,
        ControlCompletedSchema,
        {
          ...{ controlId: entity.id, instructionId, subjectId, caseId, form, actNumber, outcome },
          findings: discrepancies.map(({ itemNumber, kind, text }) => ({ itemNumber, kind, text })),
          officer: officer.subject,
          completedAt: timestampOf(entity.completedAt),
        },
        { caseId, ground: FORM_ARTICLE[form] },
      );
      this.record(work, entity, 'ControlCompleted', { actNumber, outcome, result });
    }
    return decision;
  }

  /** The need of control ended otherwise: open controls of the document are cancelled, their work items with them. */
  async end(work: Work, subjectId: string, why: EndOfNeed): Promise<void> {
    if (why !== 'GOODS_RELEASED') await holdDocument(work, subjectId, { refused: true });
    const open = await work.manager.find(ControlEntity, {
      where: { subjectId, status: 'OPEN' },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
    for (const entity of open) {
      if (!endsControl(why, entity)) continue;
      entity.status = 'CANCELLED';
      entity.cancelledBecause = why;
      await work.manager.save(entity);
      await this.workItems.cancel(work, entity.form, entity.id, why);
      await this.closeTerm(work, entity, why);
      this.record(work, entity, 'ControlCancelled', { why });
    }
  }

  /** The term is over: the control stays open, and the head of the post has to see to it. */
  async escalate(work: Work, entity: ControlEntity): Promise<void> {
    entity.overdue = true;
    await work.manager.save(entity);
    await this.workItems.open(work, {
      kind: CONTROL_OVERDUE,
      role: 'HEAD_OF_POST',
      customsBody: entity.customsBody,
      subject: SUBJECT,
      subjectId: entity.id,
      caseId: entity.caseId,
      title: `${entity.documentNumber}: the term of the control is over`,
      article: TERM_ARTICLE,
    });
    this.record(work, entity, 'ControlOverdue', { dueAt: entity.dueAt });
  }

  /** The control, locked for this work; undefined when there is none. */
  async byId(work: Work, id: string): Promise<ControlEntity | undefined> {
    const found = await work.manager.findOne(ControlEntity, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
    return found ?? undefined;
  }

  private async closeTerm(work: Work, entity: ControlEntity, outcome: string): Promise<void> {
    await this.deadlines.cancel(work, CONTROL_TERM, entity.id);
    await this.workItems.cancel(work, CONTROL_OVERDUE, entity.id, outcome);
  }

  /** `customs body/year/serial`, counted per body and year of Almaty; the row stays locked until commit. */
  private async nextActNumber(work: Work, customsBody: string): Promise<string> {
    const year = Number(this.calendar.civilDate(work.context.at).slice(0, 4));
    const [row] = await work.manager.query<{ last: number }[]>(
      `INSERT INTO control_act_serials (customs_body, year, last) VALUES ($1, $2, 1)
       ON CONFLICT (customs_body, year) DO UPDATE SET last = control_act_serials.last + 1 RETURNING last`,
      [customsBody, year],
    );
    if (!row) throw new Error(`no act number at ${customsBody}`);
    return `${customsBody}/${year}/${row.last.toString().padStart(6, '0')}`;
  }

  private record(work: Work, entity: ControlEntity, type: string, payload: unknown): void {
    work.record({
      stream: STREAM,
      streamId: entity.id,
      caseId: entity.caseId,
      type,
      payload,
      ground: FORM_ARTICLE[entity.form],
    });
  }
}

function controlOf(entity: ControlEntity): Control {
  const { form, itemNumbers, status, openedAt, personInformedAt, awaitPersonUntil } = entity;
  return {
    ...{ form, itemNumbers, status, openedAt },
    ...(personInformedAt && { personInformedAt }),
    ...(awaitPersonUntil && { awaitPersonUntil }),
  };
}

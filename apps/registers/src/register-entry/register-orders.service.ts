/** What every order on an entry does: the row, the history, the message; and what follows it: terms and notices. */
import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { LegalCalendar } from '@shekara/calendar';
import { RegisterEntryChangedSchema } from '@shekara/contracts';
import { Deadlines } from '@shekara/deadlines';
import type { LegalRef } from '@shekara/kernel';
import { Outbox } from '@shekara/messaging';
import type { Work } from '@shekara/persistence';
import { officeCalendarOf, type ReferenceData } from '@shekara/reference-data';
import { REFERENCE_DATA } from '@shekara/service-kit';
import { WorkItems } from '@shekara/work-items';
import type { Order } from './register-entry.js';
import { type RegisterEntryEntity, RegisterOrderEntity } from './register-entry.entity.js';
import { entryChanged } from './register-entry.events.js';
import { SUSPENSION_ARTICLE, SUSPENSION_END, type TermCounting } from './register-terms.js';

/** Queue of the written notices that follow an order (Q-REG-07). */
export const ORDER_NOTICE = 'REGISTER_ORDER_NOTICE';
/** Queue of suspensions whose end has come without a notice of the owner (Q-REG-11). */
export const SUSPENSION_OVER = 'REGISTER_SUSPENSION_OVER';
const STREAM = 'RegisterEntry';

type TermOf = (startsAt: Date, counting: TermCounting) => { readonly endsAt: Date };

interface OrderMade {
  readonly kind: RegisterOrderEntity['kind'];
  readonly ground: LegalRef;
  readonly groundCode?: string;
  readonly cause?: string;
  /** Whether the order came after its term. */
  readonly late?: boolean;
}

@Injectable()
export class RegisterOrders {
  constructor(
    @Inject(REFERENCE_DATA) private readonly reference: ReferenceData,
    @Inject(LegalCalendar) private readonly calendar: LegalCalendar,
    @Inject(Deadlines) private readonly deadlines: Deadlines,
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(WorkItems) private readonly workItems: WorkItems,
  ) {}

  /** Saves the entry, adds the order, keeps the history and tells everybody the new state. Returns the order's id. */
  async change(
    work: Work,
    entry: RegisterEntryEntity,
    order: Order,
    { kind, ground, groundCode = '', cause = '', late }: OrderMade,
  ): Promise<string> {
    const id = uuidv7();
    await work.manager.save(entry);
    await work.manager.insert(RegisterOrderEntity, {
      id,
      entryId: entry.id,
      kind,
      number: order.number,
      signedAt: order.signedAt,
      signerRole: order.signerRole,
      ground: groundCode,
      cause,
    });
    const { registrationNumber, status, reapplyFrom, goodsOutBy, suspendedUntil } = entry;
    work.record({
      stream: STREAM,
      streamId: entry.id,
      caseId: entry.id,
      type: `${kind}_ORDERED`,
      payload: {
        registrationNumber,
        status,
        order: order.number,
        signer: order.signerRole,
        ground: groundCode,
        cause,
        suspendedUntil: suspendedUntil ?? null,
        goodsOutBy: goodsOutBy ?? null,
        reapplyFrom: reapplyFrom ?? null,
        late: late ?? entry.decidedLate,
      },
      ground,
    });
    this.outbox.publish(work, RegisterEntryChangedSchema, entryChanged(entry, order.signedAt), {
      caseId: entry.id,
      ground,
    });
    return id;
  }

  /** D-REG-13: when the named end comes without resumption, the entry stays suspended and an officer gets a task. */
  async startSuspensionEnd(
    work: Work,
    entry: RegisterEntryEntity,
    order: Order,
    until: string,
  ): Promise<void> {
    const term = this.calendar.endOnDate({ on: until, article: SUSPENSION_ARTICLE.text });
    await this.deadlines.start(work, {
      kind: SUSPENSION_END,
      subjectId: entry.id,
      caseId: entry.id,
      article: SUSPENSION_ARTICLE,
      startedAt: order.signedAt,
      dueAt: term.endsAt,
      term,
    });
  }

  /** The suspension is over by an order: its timer and its task end. */
  async endSuspension(work: Work, entry: RegisterEntryEntity, outcome: string): Promise<void> {
    entry.suspendedUntil = null;
    await this.deadlines.cancel(work, SUSPENSION_END, entry.id);
    await this.workItems.cancel(work, SUSPENSION_OVER, entry.id, outcome);
  }

  /** Art. 28.3, 36.3, 42.6, 43.3: an officer tells the person in writing, by the end of the term. */
  async askForNotice(
    work: Work,
    entry: RegisterEntryEntity,
    orderId: string,
    order: Order,
    article: LegalRef,
    termOf: TermOf,
  ): Promise<void> {
    const counting = this.counting(entry.customsBody, entry.statusFrom);
    await this.workItems.open(work, {
      kind: ORDER_NOTICE,
      role: 'REGISTRAR',
      customsBody: entry.customsBody,
      subject: 'RegisterOrder',
      subjectId: orderId,
      caseId: entry.id,
      title: `Tell ${entry.name} in writing of order ${order.number} on ${entry.registrationNumber}`,
      article,
      dueAt: termOf(order.signedAt, counting).endsAt,
    });
  }

  /** Whether the order came after the term that the owner's notice started. */
  late(entry: RegisterEntryEntity, order: Order, noticeAt: Date | undefined, termOf: TermOf): boolean {
    const counting = this.counting(entry.customsBody, this.calendar.civilDate(order.signedAt));
    return noticeAt !== undefined && order.signedAt > termOf(noticeAt, counting).endsAt;
  }

  /** The calendar and the office of the body that acts. @throws Error for a body that reference data lacks. */
  counting(customsBody: string, day: string): TermCounting {
    const body = this.reference.customsBodies.find(customsBody, day);
    if (!body) throw new Error(`customs body ${customsBody} is not known on ${day}`);
    return { calendar: this.calendar, office: officeCalendarOf(body) };
  }
}

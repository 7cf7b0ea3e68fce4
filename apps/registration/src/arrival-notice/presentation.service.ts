/** Goods at the place or still awaited: their presentation, the placement term, the check for goods that do not come. */
import { Inject, Injectable } from '@nestjs/common';
import type { Principal } from '@shekara/auth';
import { LegalCalendar } from '@shekara/calendar';
import { GoodsArrivedSchema } from '@shekara/contracts';
import { Deadlines, type TermToRun } from '@shekara/deadlines';
import type { Decision } from '@shekara/kernel';
import { Outbox } from '@shekara/messaging';
import type { Additions, Work } from '@shekara/persistence';
import { type CustomsBodyEntry, officeCalendarOf, type ReferenceData } from '@shekara/reference-data';
import { REFERENCE_DATA } from '@shekara/service-kit';
import { WorkItems } from '@shekara/work-items';
import { listedMode } from './arrival-notice.js';
import { ArrivalNoticeEntity } from './arrival-notice.entity.js';
import { goodsArrived } from './arrival-notice.events.js';
import type { DifferenceOutcome } from './difference-decision.dto.js';
import { DELIVERY_ARTICLE, NON_DELIVERY, nonDeliveryTerm } from './non-delivery.js';
import { PLACEMENT, PLACEMENT_ARTICLE, placementTerm } from './placement-term.js';
import { type GoodsPresented, presentGoods, type Presentation } from './presentation.js';

/** The queue of goods that were found other than notified. */
const PRESENTATION_DIFFERENCE = 'PRESENTATION_DIFFERENCE';

@Injectable()
export class PresentationService {
  constructor(
    @Inject(REFERENCE_DATA) private readonly reference: ReferenceData,
    @Inject(LegalCalendar) private readonly calendar: LegalCalendar,
    @Inject(Deadlines) private readonly deadlines: Deadlines,
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(WorkItems) private readonly workItems: WorkItems,
  ) {}

  /** Records what was found at the place; a difference from the notice opens a discrepancy case (R-ARR-063). */
  async present(
    work: Work,
    entity: ArrivalNoticeEntity,
    found: Presentation,
  ): Promise<Decision<GoodsPresented>> {
    const decision = presentGoods(
      {
        notice: entity.notice,
        lodgedAt: entity.lodgedAt,
        crossedAt: entity.crossedAt ?? undefined,
        presentedAt: entity.presentedAt ?? undefined,
        placeKnown: this.placeOf(entity) !== undefined,
      },
      found,
      work.context.at,
    );
    if (!decision.accepted) return decision;
    for (const { presentedAt, differences } of decision.events) {
      entity.presentation = { ...found, deliveredAt: found.deliveredAt.toISOString() };
      entity.presentedAt = presentedAt;
      entity.differences = differences;
      await this.runTerms(work, entity);
      await work.manager.save(entity);
      this.announce(work, entity);
      this.record(work, entity, 'GoodsPresented', { ...found, presentedAt, differences });
      if (differences.length > 0) await this.openDiscrepancy(work, entity);
    }
    return decision;
  }

  /** The officer's decision on the differences closes the case of that kind (art. 198.4, 248.2). */
  async decideDifference(
    work: Work,
    entity: ArrivalNoticeEntity,
    officer: Principal,
    decision: { readonly outcome: DifferenceOutcome; readonly note: string },
  ): Promise<void> {
    await this.workItems.complete(work, PRESENTATION_DIFFERENCE, entity.id, officer, decision.outcome);
    this.record(work, entity, 'PresentationDifferenceDecided', decision);
  }

  /** Starts what runs for the goods of a new notice. Sets the deadline of the entity, which is not written yet. */
  beginTerms(work: Additions, entity: ArrivalNoticeEntity): void {
    const term = this.termOf(entity);
    if (term) this.deadlines.begin(work, term);
  }

  /** Starts what runs for these goods, in place of what ran before. Sets the deadline of the entity; the caller saves it. */
  async runTerms(work: Work, entity: ArrivalNoticeEntity): Promise<void> {
    if (entity.placementDeadline) return;
    const term = this.termOf(entity);
    if (entity.placementDeadline) await this.goodsCame(work, entity.id);
    if (term) await this.deadlines.start(work, term);
  }

  /**
   * What runs for these goods: the placement term from presentation, complete notice or not (R-ARR-061), else the check
   * for goods that do not come (R-ARR-062). Nothing runs for a movement that needs no notice, at a place that is none, or
   * for goods that were placed already.
   */
  private termOf(entity: ArrivalNoticeEntity): TermToRun | undefined {
    const body = this.placeOf(entity);
    const mode = listedMode(entity.notice);
    if (!body || !mode || entity.placementDeadline) return undefined;
    if (!entity.presentedAt) return this.awaitedTerm(entity, body);
    const term = placementTerm(mode, entity.presentedAt, officeCalendarOf(body), this.calendar);
    entity.placementDeadline = term.endsAt;
    if (entity.outcome !== 'NONE') return undefined;
    return {
      kind: PLACEMENT,
      subjectId: entity.id,
      caseId: entity.caseId,
      article: PLACEMENT_ARTICLE,
      startedAt: entity.presentedAt,
      dueAt: term.endsAt,
      term,
    };
  }

  /** Tells that the goods are here, once their notice is accepted (art. 252.4, 291.7; R-ARR-066). */
  announce(work: Additions, entity: ArrivalNoticeEntity): void {
    if (entity.status !== 'ACCEPTED' || !entity.presentedAt || !entity.placementDeadline) return;
    this.outbox.publish(
      work,
      GoodsArrivedSchema,
      goodsArrived(entity, entity.presentedAt, entity.placementDeadline),
      {
        caseId: entity.caseId,
        ground: PLACEMENT_ARTICLE,
      },
    );
  }

  /** The goods are seen at the place: nobody has to look for them any more. */
  async goodsCame(work: Work, noticeId: string): Promise<void> {
    await this.deadlines.cancel(work, NON_DELIVERY, noticeId);
    await this.workItems.cancel(work, NON_DELIVERY, noticeId, 'GOODS_FOUND');
  }

  private awaitedTerm(entity: ArrivalNoticeEntity, body: CustomsBodyEntry): TermToRun {
    const hours = this.reference.parameters.get(
      'NON_DELIVERY_ALERT_HOURS',
      this.calendar.civilDate(entity.lodgedAt),
    );
    const term = nonDeliveryTerm(entity, hours, officeCalendarOf(body), this.calendar);
    return {
      kind: NON_DELIVERY,
      subjectId: entity.id,
      caseId: entity.caseId,
      article: DELIVERY_ARTICLE,
      startedAt: entity.crossedAt ?? entity.lodgedAt,
      dueAt: term.endsAt,
      term,
    };
  }

  private async openDiscrepancy(work: Work, entity: ArrivalNoticeEntity): Promise<void> {
    await this.workItems.open(work, {
      kind: PRESENTATION_DIFFERENCE,
      role: 'CHECKPOINT_OFFICER',
      customsBody: entity.customsBody,
      subject: 'ArrivalNotice',
      subjectId: entity.id,
      caseId: entity.caseId,
      goesAhead: entity.goesAhead,
      title: `Goods of ${entity.number} differ from their notice: ${entity.differences.map(({ kind }) => kind).join(', ')}`,
      article: DELIVERY_ARTICLE,
    });
  }

  private record(work: Work, entity: ArrivalNoticeEntity, type: string, payload: unknown): void {
    work.record({
      stream: 'ArrivalNotice',
      streamId: entity.id,
      caseId: entity.caseId,
      type,
      payload,
      ground: DELIVERY_ARTICLE,
    });
  }

  private placeOf(entity: ArrivalNoticeEntity): CustomsBodyEntry | undefined {
    return this.reference.customsBodies.find(entity.customsBody, this.calendar.civilDate(entity.lodgedAt));
  }
}

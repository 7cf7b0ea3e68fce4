/** Money from the sale of detained goods: shared in the order of the law, the rest told of, claimed or lapsed (art. 241). */
import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Principal } from '@shekara/auth';
import { LegalCalendar } from '@shekara/calendar';
import { type Deadline, Deadlines, OnDeadline } from '@shekara/deadlines';
import { art, type LegalRef, type Money, reason, type Refused, refuse } from '@shekara/kernel';
import type { Work } from '@shekara/persistence';
import { type WorkItemKind, WorkItems } from '@shekara/work-items';
import { DetainedGoodsSaleEntity } from './detained-goods-sale.entity.js';
import { detainedGoodsSaleReasons as reasons } from './detained-goods-sale-reasons.js';
import { shareSaleMoney } from './detained-goods-sale.js';

/** D-PAY-51. */
const CLAIM_TERM = 'DETAINED_GOODS_SALE_CLAIM';
/** The declarant or the owner is to be told of the rest. */
export const TELL_OF_REST = 'SALE_REST_TO_TELL';
/** The rest was claimed and is to be returned. */
export const RETURN_REST = 'SALE_REST_TO_RETURN';

export interface SaleToShare {
  readonly detentionAct: string;
  readonly customsBody: string;
  readonly caseId?: string;
  readonly claimant: string;
  readonly declared: boolean;
  readonly proceeds: Money;
  /** As for release for consumption on the detention day. */
  readonly dutiesAndTaxes: Money;
  readonly costs: Money;
  readonly receivedOn: string;
}

export type SaleHandled = { readonly accepted: true; readonly sale: DetainedGoodsSaleEntity } | Refused;

@Injectable()
export class DetainedGoodsSales {
  constructor(
    @Inject(LegalCalendar) private readonly calendar: LegalCalendar,
    @Inject(Deadlines) private readonly deadlines: Deadlines,
    @Inject(WorkItems) private readonly workItems: WorkItems,
  ) {}

  /** Duties and taxes first, then the costs; the rest waits 3 months for its claim (R-PAY-182). Refuses SALE_SHARED_ALREADY. */
  async share(work: Work, asked: SaleToShare): Promise<SaleHandled> {
    const { detentionAct, customsBody, caseId, claimant, proceeds, receivedOn } = asked;
    const known = await work.manager.findOneBy(DetainedGoodsSaleEntity, { customsBody, detentionAct });
    if (known) return refuse(reason(reasons.SALE_SHARED_ALREADY, { pointer: '/detentionAct' }));
    const shared = shareSaleMoney(asked, this.calendar);
    const sale = work.manager.create(DetainedGoodsSaleEntity, {
      id: uuidv7(),
      detentionAct,
      caseId: caseId ?? uuidv7(),
      customsBody,
      claimant,
      restTo: shared.restTo,
      proceeds: proceeds.toString(),
      dutiesAndTaxes: shared.dutiesAndTaxes.toString(),
      costs: shared.costs.toString(),
      rest: shared.rest.toString(),
      state: shared.rest.isPositive() ? 'OPEN' : 'NO_REST',
      receivedOn,
      claimBy: shared.claimBy.lastDay,
      toldBy: null,
      claimedOn: null,
    });
    await work.manager.save(sale);
    this.record(work, sale, 'SaleMoneyShared', art(241, 1), { ...shared });
    if (sale.state === 'NO_REST') return { accepted: true, sale };
    await this.deadlines.start(work, {
      kind: CLAIM_TERM,
      subjectId: sale.id,
      caseId: sale.caseId,
      article: art(241, 2),
      startedAt: work.context.at,
      dueAt: shared.claimBy.endsAt,
      term: shared.claimBy,
    });
    await this.ask(work, sale, TELL_OF_REST, `Rest of the sale by act ${detentionAct} to tell of`);
    return { accepted: true, sale };
  }

  /** The declarant or the owner was told in writing; completes the officer's item. */
  async tell(
    work: Work,
    sale: DetainedGoodsSaleEntity,
    letter: string,
    officer: Principal,
  ): Promise<SaleHandled> {
    await this.workItems.complete(work, TELL_OF_REST, sale.id, officer, letter);
    sale.toldBy = letter;
    await work.manager.save(sale);
    this.record(work, sale, 'SaleRestTold', art(241, 2), { letter });
    return { accepted: true, sale };
  }

  /** Claimed in time: an officer returns it. Refuses SALE_REST_NOT_OPEN. */
  async claim(work: Work, sale: DetainedGoodsSaleEntity): Promise<SaleHandled> {
    if (sale.state !== 'OPEN')
      return refuse(reason(reasons.SALE_REST_NOT_OPEN, { parameters: { state: sale.state } }));
    sale.state = 'CLAIMED';
    sale.claimedOn = this.calendar.civilDate(work.context.at);
    await this.deadlines.cancel(work, CLAIM_TERM, sale.id);
    await work.manager.save(sale);
    this.record(work, sale, 'SaleRestClaimed', art(241, 2), { rest: sale.rest });
    await this.ask(work, sale, RETURN_REST, `Rest of the sale by act ${sale.detentionAct} to return`);
    return { accepted: true, sale };
  }

  /** The sale by its id, locked for this work. */
  async hold(work: Work, id: string): Promise<DetainedGoodsSaleEntity | undefined> {
    const lock = { mode: 'pessimistic_write' } as const;
    return (await work.manager.findOne(DetainedGoodsSaleEntity, { where: { id }, lock })) ?? undefined;
  }

  /** 3 months passed unclaimed (art. 241.2). */
  @OnDeadline(CLAIM_TERM)
  async lapse(deadline: Deadline, work: Work): Promise<void> {
    const sale = await this.hold(work, deadline.subjectId);
    if (!sale) throw new Error(`the sale of deadline ${deadline.id} is gone`);
    if (sale.state !== 'OPEN') return;
    sale.state = 'LAPSED';
    await work.manager.save(sale);
    this.record(work, sale, 'SaleRestLapsed', art(241, 2), { rest: sale.rest });
  }

  private async ask(
    work: Work,
    sale: DetainedGoodsSaleEntity,
    kind: WorkItemKind,
    title: string,
  ): Promise<void> {
    await this.workItems.open(work, {
      kind,
      role: 'ACCOUNT_OFFICER',
      customsBody: sale.customsBody,
      subject: 'DetainedGoodsSale',
      subjectId: sale.id,
      caseId: sale.caseId,
      title,
      article: art(241, 2),
    });
  }

  private record(
    work: Work,
    sale: DetainedGoodsSaleEntity,
    type: string,
    ground: LegalRef,
    facts: object,
  ): void {
    const { id: streamId, caseId, detentionAct } = sale;
    work.record({
      stream: 'DetainedGoodsSale',
      streamId,
      caseId,
      type,
      payload: { detentionAct, ...facts },
      ground,
    });
  }
}

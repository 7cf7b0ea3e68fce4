/** The clocks and queues of demands (D-GUA-08 to 14; Q-GUA-6 to Q-GUA-8). */
import { Inject, Injectable } from '@nestjs/common';
import type { Principal } from '@shekara/auth';
import { LegalCalendar, type TermEnd } from '@shekara/calendar';
import { type Deadline, Deadlines, OnDeadline } from '@shekara/deadlines';
import type { LegalRef } from '@shekara/kernel';
import type { Work } from '@shekara/persistence';
import { type WorkItemKind, WorkItems } from '@shekara/work-items';
import { SecurityRepository } from '../security/security.repository.js';
import { CALL_INS, transferDay } from './call-in-path.js';
import { DemandAnnouncements } from './demand-announcements.service.js';
import type { DemandEntity } from './demand.entity.js';
import { Demands } from './demands.repository.js';

/** Q-GUA-6: the demand is to be sent, or enforcement on a pledge begun. */
export const SECURITY_DEMAND = 'SECURITY_DEMAND';
/** Q-GUA-7: duties and taxes are to be moved from a deposit. */
export const SECURITY_CASH_TRANSFER = 'SECURITY_CASH_TRANSFER';
/** Q-GUA-8: the guarantor did not pay in its days. */
export const SECURITY_DEMAND_OVERDUE = 'SECURITY_DEMAND_OVERDUE';

/** D-GUA-09, 11, 13: customs sends the demand. */
const SENDING_TERM = 'SECURITY_DEMAND_SENDING';
/** D-GUA-08: the payer may still pay. */
const TRANSFER_TERM = 'SECURITY_DEPOSIT_TRANSFER';
/** D-GUA-10, 12, 14: the addressee pays. */
const PAYMENT_TERM = 'SECURITY_DEMAND_PAYMENT';

@Injectable()
export class DemandTerms {
  constructor(
    @Inject(LegalCalendar) private readonly calendar: LegalCalendar,
    @Inject(Deadlines) private readonly deadlines: Deadlines,
    @Inject(WorkItems) private readonly workItems: WorkItems,
    @Inject(SecurityRepository) private readonly securities: SecurityRepository,
    @Inject(Demands) private readonly demands: Demands,
    @Inject(DemandAnnouncements) private readonly announcements: DemandAnnouncements,
  ) {}

  /** A demand is put before an officer at once (R-GUA-075); a deposit waits for the payer first. */
  async runToAct(work: Work, demand: DemandEntity, act: TermEnd | undefined): Promise<void> {
    const { article } = CALL_INS[demand.path];
    const deposit = demand.path === 'BUDGET_TRANSFER_CASH';
    if (act) await this.run(work, demand, deposit ? TRANSFER_TERM : SENDING_TERM, act, article);
    if (deposit) return;
    const title = `Call in security ${demand.securityNumber} for declaration ${demand.declarationNumber}`;
    await this.ask(work, demand, SECURITY_DEMAND, title, article, act?.endsAt);
  }

  /** The officer who holds the item sent, transferred or cancelled. @throws ProblemException 409 for another. */
  async acted(work: Work, demand: DemandEntity, officer: Principal, outcome: string): Promise<void> {
    const deposit = demand.path === 'BUDGET_TRANSFER_CASH';
    if (deposit && outcome === 'CANCELLED') return;
    const kind = deposit ? SECURITY_CASH_TRANSFER : SECURITY_DEMAND;
    await this.workItems.complete(work, kind, demand.id, officer, outcome);
    await this.deadlines.cancel(work, deposit ? TRANSFER_TERM : SENDING_TERM, demand.id);
  }

  async runToPay(work: Work, demand: DemandEntity, payment: TermEnd): Promise<void> {
    await this.run(work, demand, PAYMENT_TERM, payment, CALL_INS[demand.path].article);
  }

  /** Nothing is waited for any more. */
  async ended(work: Work, { id }: DemandEntity, outcome: string): Promise<void> {
    for (const term of [SENDING_TERM, TRANSFER_TERM, PAYMENT_TERM])
      await this.deadlines.cancel(work, term, id);
    for (const kind of [SECURITY_DEMAND, SECURITY_CASH_TRANSFER, SECURITY_DEMAND_OVERDUE] as const)
      await this.workItems.cancel(work, kind, id, outcome);
  }

  /** The five working days passed: the item went to the head; the demand is still to be sent, and late. */
  @OnDeadline(SENDING_TERM)
  async sendingOverdue(deadline: Deadline, work: Work): Promise<void> {
    const demand = await this.held(work, deadline);
    if (demand.state === 'DUE') this.announcements.sendingOverdue(work, demand);
  }

  /** The 15 days passed unpaid: the transfer is due on the next working day (D-GUA-08). */
  @OnDeadline(TRANSFER_TERM)
  async transferDue(deadline: Deadline, work: Work): Promise<void> {
    const demand = await this.held(work, deadline);
    if (demand.state !== 'DUE') return;
    const { article } = CALL_INS[demand.path];
    const on = transferDay({ ...(deadline.term as TermEnd) }, this.calendar);
    const { endsAt } = this.calendar.endOnDate({ on, article: article.text });
    const title = `Move duties and taxes from deposit ${demand.securityNumber} to the budget`;
    await this.ask(work, demand, SECURITY_CASH_TRANSFER, title, article, endsAt);
  }

  /** The addressee's days passed: a lawyer looks at it at once (Q-GUA-8). */
  @OnDeadline(PAYMENT_TERM)
  async paymentOverdue(deadline: Deadline, work: Work): Promise<void> {
    const demand = await this.held(work, deadline);
    if (demand.state !== 'DELIVERED') return;
    demand.state = 'OVERDUE';
    await work.manager.save(demand);
    this.announcements.overdue(work, demand);
    const title = `${demand.addressee} did not pay demand ${demand.number ?? ''} by ${demand.payBy ?? ''}`;
    const { article } = CALL_INS[demand.path];
    await this.ask(work, demand, SECURITY_DEMAND_OVERDUE, title, article, deadline.dueAt);
  }

  /** The demand, its security locked. */
  private async held(work: Work, { subjectId }: Deadline): Promise<DemandEntity> {
    const { securityId } = await this.demands.byId(work, subjectId);
    await this.securities.lockById(work, securityId);
    return this.demands.byId(work, subjectId);
  }

  private async run(
    work: Work,
    demand: DemandEntity,
    kind: string,
    end: TermEnd,
    article: LegalRef,
  ): Promise<void> {
    const { id: subjectId, caseId } = demand;
    const startedAt = work.context.at;
    await this.deadlines.start(work, {
      kind,
      subjectId,
      caseId,
      article,
      startedAt,
      dueAt: end.endsAt,
      term: end,
    });
  }

  private async ask(
    work: Work,
    demand: DemandEntity,
    kind: WorkItemKind,
    title: string,
    article: LegalRef,
    dueAt: Date | undefined,
  ): Promise<void> {
    await this.workItems.open(work, {
      kind,
      role: 'ACCOUNT_OFFICER',
      customsBody: demand.customsBody,
      subject: 'Demand',
      subjectId: demand.id,
      caseId: demand.caseId,
      title,
      article,
      ...(dueAt ? { dueAt } : {}),
      ...(dueAt && kind === SECURITY_DEMAND ? { escalateAt: dueAt } : {}),
    });
  }
}

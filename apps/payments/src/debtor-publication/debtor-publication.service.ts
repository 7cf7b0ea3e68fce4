/** The public list of debtors, drawn up by the machine when a month ends, by an officer where a name is missing (art. 170). */
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Principal } from '@shekara/auth';
import { type CivilDate, LegalCalendar, plusMonths } from '@shekara/calendar';
import { DebtorListPublishedSchema, moneyMessage } from '@shekara/contracts';
import { type Deadline, Deadlines, OnDeadline } from '@shekara/deadlines';
import { art, type Clock, type Reason, reason, type Refused, refuse } from '@shekara/kernel';
import { Outbox } from '@shekara/messaging';
import { CLOCK, UnitOfWork, type Work } from '@shekara/persistence';
import { WorkItems } from '@shekara/work-items';
import { PayerDebts } from '../certificates/payer-debts.repository.js';
import { DebtorLists } from './debtor-lists.repository.js';
import { debtorPublicationReasons as reasons } from './debtor-publication-reasons.js';
import {
  type DebtorListPublished,
  type OverdueDebt,
  publishDebtors,
  refreshBy,
} from './debtor-publication.js';
import { overdueDebts } from './overdue-debts.js';

/** Queue Q-PAY-24. */
export const PUBLIC_DEBTOR_LIST = 'PUBLIC_DEBTOR_LIST';
/** A month ended: its list is to be drawn up (D-PAY-35). */
const MONTH_END = 'DEBTOR_LIST_MONTH';
const LIST = art(170, 2);
/** The list stands outside of all cases. */
const NO_CASE = '00000000-0000-0000-0000-000000000000';
/** Injection token of the customs body whose officers keep the list; the code list knows no central office. */
export const PUBLISHING_BODY = Symbol('PUBLISHING_BODY');

/** The document of a month: the list is one, its months are known without asking. */
export function listOfMonth(month: string): string {
  return `00000000-0000-4000-8000-000000${month.replace('-', '')}`;
}

export type ListHandled = { readonly accepted: true; readonly list: DebtorListPublished } | Refused;

@Injectable()
export class DebtorPublicationService implements OnApplicationBootstrap {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LegalCalendar) private readonly calendar: LegalCalendar,
    @Inject(Deadlines) private readonly deadlines: Deadlines,
    @Inject(WorkItems) private readonly workItems: WorkItems,
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(PayerDebts) private readonly debts: PayerDebts,
    @Inject(DebtorLists) private readonly lists: DebtorLists,
    @Inject(PUBLISHING_BODY) private readonly publishingBody: string,
  ) {}

  /** The first start of the service starts the first month; from then on each month starts the next. */
  async onApplicationBootstrap(): Promise<void> {
    const month = this.calendar.civilDate(this.clock.now()).slice(0, 7);
    const running = await this.deadlines.open(listOfMonth(month));
    if (running.length > 0) return;
    await this.unitOfWork.run({ actor: 'system:payments' }, (work) => this.waitFor(work, month));
  }

  /**
   * A month ended: publishes its list. Where a name is missing nothing is published half: the officers of queue Q-PAY-24
   * have until the 20th (R-PAY-177, R-PAY-178).
   */
  @OnDeadline(MONTH_END)
  async monthEnded({ subjectId }: Deadline, work: Work): Promise<void> {
    const month = `${subjectId.slice(-6, -2)}-${subjectId.slice(-2)}`;
    await this.waitFor(work, plusMonths(`${month}-01`, 1).slice(0, 7));
    const handled = await this.publish(work, month);
    if (handled.accepted) return;
    if (handled.reasons.some(({ code }) => code === reasons.DEBTOR_LIST_STATE_UNFIT.code)) return;
    await this.askForNames(work, month, handled.reasons);
  }

  /** Publishes the list of a month that is over at the debts of today; for an officer who claimed the month's item. */
  async publishFor(work: Work, month: string, officer: Principal): Promise<ListHandled> {
    const handled = await this.publish(work, month);
    if (handled.accepted)
      await this.workItems.complete(work, PUBLIC_DEBTOR_LIST, listOfMonth(month), officer, 'PUBLISHED');
    return handled;
  }

  private async publish(work: Work, month: string): Promise<ListHandled> {
    const today = this.calendar.civilDate(work.context.at);
    const newest = await this.lists.newest(work.manager);
    if (month >= today.slice(0, 7) || (newest && newest.reportingMonth >= month)) {
      return refuse(reason(reasons.DEBTOR_LIST_STATE_UNFIT, { pointer: '/reportingMonth' }));
    }
    const debts = await this.debtsOf(work, today);
    const persons = await this.lists.persons(work.manager, [...new Set(debts.map(({ payer }) => payer))]);
    const decision = publishDebtors(month, debts, persons, this.calendar);
    if (!decision.accepted) return decision;
    const [list] = decision.events;
    if (!list) throw new Error('a published list is one event');
    await this.keep(work, list, today);
    return { accepted: true, list };
  }

  private async debtsOf(work: Work, today: CivilDate): Promise<readonly OverdueDebt[]> {
    const debts: OverdueDebt[] = [];
    for (const payer of await this.debts.payersInDebt(work.manager)) {
      debts.push(...overdueDebts(payer, await this.debts.sumsOn(work.manager, payer, today), today));
    }
    return debts;
  }

  private async keep(work: Work, list: DebtorListPublished, today: CivilDate): Promise<void> {
    const id = uuidv7();
    const { reportingMonth, entries } = list;
    await this.lists.add(work, id, list, today);
    this.outbox.publish(
      work,
      DebtorListPublishedSchema,
      {
        listId: id,
        reportingMonth,
        publishedOn: today,
        entries: entries.map(({ payer, name, headFullName, totalDebt }) => ({
          payer,
          name,
          headFullName: headFullName ?? '',
          totalDebt: moneyMessage(totalDebt),
        })),
      },
      { caseId: NO_CASE, ground: LIST },
    );
    this.record(work, reportingMonth, 'DebtorListPublished', { listId: id, entries: entries.length });
  }

  private async askForNames(work: Work, month: string, missing: readonly Reason[]): Promise<void> {
    const dueAt = refreshBy(month, this.calendar).endsAt;
    await this.workItems.open(work, {
      kind: PUBLIC_DEBTOR_LIST,
      role: 'ACCOUNT_OFFICER',
      customsBody: this.publishingBody,
      subject: 'DebtorList',
      subjectId: listOfMonth(month),
      caseId: NO_CASE,
      title: `Public list of debtors of ${month}: ${missing.length} parts to add, then to publish`,
      article: LIST,
      dueAt,
      escalateAt: dueAt,
    });
    this.record(work, month, 'DebtorListIncomplete', {
      missing: missing.map(({ parameters }) => parameters),
    });
  }

  private async waitFor(work: Work, month: string): Promise<void> {
    const next = plusMonths(`${month}-01`, 1);
    await this.deadlines.start(work, {
      kind: MONTH_END,
      subjectId: listOfMonth(month),
      caseId: NO_CASE,
      article: LIST,
      startedAt: work.context.at,
      dueAt: this.calendar.instantOf(next, '00:00'),
      term: { reportingMonth: month, publishBy: refreshBy(month, this.calendar).lastDay },
    });
  }

  private record(work: Work, month: string, type: string, payload: object): void {
    const streamId = listOfMonth(month);
    const said = { reportingMonth: month, ...payload };
    work.record({ stream: 'DebtorList', streamId, caseId: NO_CASE, type, payload: said, ground: LIST });
  }
}

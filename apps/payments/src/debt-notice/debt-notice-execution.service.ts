/** The life of a notice after it was sent: delivery, appeal, payment, withdrawal, default (art. 160, 161.1, 179.3). */
import { Inject, Injectable } from '@nestjs/common';
import type { Principal } from '@shekara/auth';
import { type CivilDate, LegalCalendar, type TermEnd } from '@shekara/calendar';
import { type Deadline, Deadlines, OnDeadline } from '@shekara/deadlines';
import { art, Money, reason, refuse } from '@shekara/kernel';
import type { Work } from '@shekara/persistence';
import type { ReferenceData } from '@shekara/reference-data';
import { REFERENCE_DATA, requestReasons } from '@shekara/service-kit';
import { WorkItems } from '@shekara/work-items';
import type { AppealOutcome } from '../appeal/appeal-outcome.js';
import { penaltyInterestRatesOf } from '../penalty-interest/penalty-interest-rates.js';
import { DebtNoticeAnnouncements } from './debt-notice-announcements.service.js';
import {
  defaultNotice,
  deliverNotice,
  type DeliveryProof,
  endSuspension,
  executeBy,
  type PartInDefault,
  payNotice,
  recallNotice,
  suspendNotice,
  undisputedPart,
} from './debt-notice.js';
import { type DebtNoticeEntity, debtsOf, noticeOf } from './debt-notice.entity.js';
import { DebtNoticeService, type Handled, NOTICE_TO_RECALL } from './debt-notice.service.js';
import { noticeDueBy } from './execution-term.js';
import { NoticeDebts } from './notice-debts.service.js';
import { interestLeft } from './notice-payment.js';
import { planNoticePayment } from './notice-settlement.js';

/** The term of execution; while a part is disputed, that of the rest (art. 160.2, 182.2). */
const TERM = 'DEBT_NOTICE_TERM';
/** The term of a part that an appeal suspended (art. 160.3). */
const DISPUTED_TERM = 'DEBT_NOTICE_DISPUTED_TERM';
/** Queue Q-PAY-07. */
export const UNDELIVERED_NOTICE = 'UNDELIVERED_NOTICE';

@Injectable()
export class DebtNoticeExecution {
  constructor(
    @Inject(REFERENCE_DATA) private readonly reference: ReferenceData,
    @Inject(LegalCalendar) private readonly calendar: LegalCalendar,
    @Inject(Deadlines) private readonly deadlines: Deadlines,
    @Inject(WorkItems) private readonly workItems: WorkItems,
    @Inject(DebtNoticeService) private readonly notices: DebtNoticeService,
    @Inject(NoticeDebts) private readonly debts: NoticeDebts,
    @Inject(DebtNoticeAnnouncements) private readonly announcements: DebtNoticeAnnouncements,
  ) {}

  /** Art. 160.1: with proof the term runs; without it nothing runs and the notice joins queue Q-PAY-07 (R-PAY-143). */
  async deliver(work: Work, notice: DebtNoticeEntity, proof: DeliveryProof): Promise<Handled> {
    const decision = deliverNotice(noticeOf(notice), proof, this.today(work));
    if (!decision.accepted) {
      if (notice.status === 'SENT' && proof.evidence.trim() === '') await this.askToRedeliver(work, notice);
      return decision;
    }
    notice.status = 'DELIVERED';
    notice.deliveredOn = proof.deliveredOn;
    notice.deliveryMethod = proof.method;
    notice.deliveryEvidence = proof.evidence;
    await this.runTerm(work, notice, TERM, executeBy(noticeOf(notice), this.calendar).undisputed);
    await this.workItems.cancel(work, UNDELIVERED_NOTICE, notice.id, 'DELIVERED');
    await work.manager.save(notice);
    this.announcements.delivered(work, notice);
    return { accepted: true, notice };
  }

  /** Art. 160.3, 182.2: the disputed part stands still; the clock of the rest goes on (R-PAY-220, R-PAY-221). */
  async suspend(
    work: Work,
    notice: DebtNoticeEntity,
    submittedOn: CivilDate,
    disputed: Money,
  ): Promise<Handled> {
    const decision = suspendNotice(noticeOf(notice), { submittedOn, disputed }, this.calendar);
    if (!decision.accepted) return decision;
    notice.status = 'SUSPENDED';
    notice.appeals = [...notice.appeals, { submittedOn, disputed: disputed.toString() }];
    await this.deadlines.cancel(work, DISPUTED_TERM, notice.id);
    if (!undisputedPart(noticeOf(notice)).isPositive()) await this.deadlines.cancel(work, TERM, notice.id);
    await work.manager.save(notice);
    this.announcements.suspended(work, notice, submittedOn, disputed);
    return { accepted: true, notice };
  }

  /** Art. 160.3, 179: the rest of the term runs, or the notice must be recalled in 5 or 10 working days (R-PAY-222). */
  async appealDecided(
    work: Work,
    notice: DebtNoticeEntity,
    outcome: AppealOutcome,
    decidedOn: CivilDate,
  ): Promise<Handled> {
    const decision = endSuspension(noticeOf(notice), outcome, decidedOn);
    if (!decision.accepted) return decision;
    notice.appeals = notice.appeals.map((appeal) =>
      appeal.decidedOn === undefined ? { ...appeal, decidedOn, outcome } : appeal,
    );
    for (const event of decision.events) {
      if (event.type === 'NoticeResumed') {
        notice.status = 'DELIVERED';
        await this.runTerm(work, notice, DISPUTED_TERM, executeBy(noticeOf(notice), this.calendar).disputed);
      } else {
        await this.deadlines.cancel(work, TERM, notice.id);
        await this.askToRecall(work, notice, event.newNotice, decidedOn);
      }
    }
    await work.manager.save(notice);
    this.announcements.appealDecided(work, notice, decidedOn, outcome);
    return { accepted: true, notice };
  }

  /** Art. 179.3: withdraws a notice; completes the item of its recall when there is one. */
  async withdraw(work: Work, notice: DebtNoticeEntity, cause: string, officer: Principal): Promise<Handled> {
    const decision = recallNotice(noticeOf(notice));
    if (!decision.accepted) return decision;
    await this.debts.takeBack(work, notice, [], cause);
    notice.status = 'WITHDRAWN';
    notice.closedOn = this.today(work);
    await this.close(work, notice, officer, 'WITHDRAWN');
    await work.manager.save(notice);
    this.announcements.withdrawn(work, notice, cause);
    return { accepted: true, notice };
  }

  /** Ends terms and the item of recall of a notice that is replaced or withdrawn. */
  async close(work: Work, notice: DebtNoticeEntity, officer: Principal, outcome: string): Promise<void> {
    const cancelled = notice.appeals.some((appeal) => appeal.outcome?.includes('CANCELLED'));
    if (cancelled) await this.workItems.complete(work, NOTICE_TO_RECALL, notice.id, officer, outcome);
    else await this.workItems.cancel(work, NOTICE_TO_RECALL, notice.id, outcome);
    await this.workItems.cancel(work, UNDELIVERED_NOTICE, notice.id, outcome);
    await this.deadlines.cancel(work, TERM, notice.id);
    await this.deadlines.cancel(work, DISPUTED_TERM, notice.id);
  }

  /**
   * A payment of the notice, told with its bank date. What the account does not show as paid yet is taken from the payer's
   * confirmed money; what it shows is only recorded. All paid ends the notice; interest left over drafts an additional notice
   * for what ran after the sum shown (art. 159.5; R-PAY-145, R-PAY-152). Refuses as `planNoticePayment` and `payNotice`.
   */
  async pay(
    work: Work,
    notice: DebtNoticeEntity,
    told: { readonly on: CivilDate; readonly principal: Money; readonly interest: Money },
  ): Promise<Handled> {
    if (told.on > this.today(work))
      return refuse(reason(requestReasons.FIELD_INVALID, { pointer: '/paidOn' }));
    const shown = debtsOf(notice);
    const rates = penaltyInterestRatesOf(this.reference.parameters);
    const { kinds, advance } = await this.debts.onAccount(work, notice, told.on, rates);
    const plan = planNoticePayment(kinds, advance, told);
    if (!plan.accepted) return plan;
    const [planned] = plan.events;
    if (!planned) throw new Error(`the payment of notice ${notice.number} is not planned`);
    const paid = { ...planned, on: told.on };
    const untilPayment = kinds
      .filter(({ sums, offAccount }) => sums.length > 0 || offAccount.isPositive())
      .map(({ kind, principal, interest }) => ({ kind, principal, penaltyInterest: interest }));
    const { left, toClaim } = interestLeft(shown, untilPayment, paid.interest);
    const decision = payNotice(noticeOf(notice), {
      principalLeft: Money.sum(shown.map(({ principal }) => principal)).minus(paid.principal),
      interestLeft: left,
    });
    if (!decision.accepted) return decision;
    await this.debts.take(work, notice, paid.taken, paid.on);
    for (const event of decision.events) {
      await this.deadlines.cancel(work, TERM, notice.id);
      await this.deadlines.cancel(work, DISPUTED_TERM, notice.id);
      if (event.type === 'NoticeExecuted') {
        notice.status = 'EXECUTED';
        notice.closedOn = this.today(work);
        this.announcements.executed(work, notice, paid.on);
        continue;
      }
      const first = notice.status !== 'PAID_PART';
      notice.status = 'PAID_PART';
      this.announcements.paidWithoutInterest(work, notice, paid.on, event.interest);
      if (first && toClaim.length > 0) await this.notices.draftAdditional(work, notice, toClaim, paid.on);
    }
    await work.manager.save(notice);
    return { accepted: true, notice };
  }

  /** The term of what nobody disputes ended unpaid (art. 161.1, 182.2). */
  @OnDeadline(TERM)
  async termEnded(deadline: Deadline, work: Work): Promise<void> {
    await this.fallIntoDefault(work, deadline, 'UNDISPUTED');
  }

  /** The term of the part that was disputed ended unpaid. */
  @OnDeadline(DISPUTED_TERM)
  async disputedTermEnded(deadline: Deadline, work: Work): Promise<void> {
    await this.fallIntoDefault(work, deadline, 'EVERYTHING');
  }

  private async fallIntoDefault(work: Work, deadline: Deadline, part: PartInDefault): Promise<void> {
    const notice = await this.notices.hold(work, deadline.subjectId);
    if (!notice) throw new Error(`the notice of deadline ${deadline.id} is gone`);
    const event = defaultNotice(noticeOf(notice), part);
    if (!event) return;
    if (event.whole) notice.status = 'DEFAULTED';
    await work.manager.save(notice);
    this.announcements.defaulted(work, notice, event, this.calendar.civilDate(deadline.dueAt));
  }

  private async runTerm(
    work: Work,
    notice: DebtNoticeEntity,
    kind: string,
    end: TermEnd | undefined,
  ): Promise<void> {
    if (!end) throw new Error(`the term of ${notice.number} has no end while an appeal is pending`);
    notice.executeBy = end.lastDay;
    await this.deadlines.start(work, {
      kind,
      subjectId: notice.id,
      caseId: notice.caseId,
      article: art(160, 2),
      startedAt: work.context.at,
      dueAt: end.endsAt,
      term: end,
    });
  }

  private async askToRedeliver(work: Work, notice: DebtNoticeEntity): Promise<void> {
    const tomorrow = this.calendar.addWorkingDays(this.today(work), 1);
    await this.workItems.open(work, {
      kind: UNDELIVERED_NOTICE,
      ...queued(notice),
      title: `Debt notice ${notice.number} has no proof of delivery`,
      article: art(160, 1),
      dueAt: this.calendar.endOnDate({ on: tomorrow, article: 'art. 160.1' }).endsAt,
    });
  }

  /** Art. 179.3: queue Q-PAY-23: the notice is to be withdrawn in 5 working days, or replaced in 10 (R-PAY-222). */
  async askToRecall(work: Work, notice: DebtNoticeEntity, newNotice: boolean, on: CivilDate): Promise<void> {
    const occasion = newNotice ? 'CANCELLED_IN_PART' : 'CANCELLED_IN_FULL';
    await this.workItems.open(work, {
      kind: NOTICE_TO_RECALL,
      ...queued(notice),
      title: `Debt notice ${notice.number} to ${newNotice ? 'replace' : 'withdraw'} after an appeal`,
      article: art(179, 3),
      dueAt: noticeDueBy({ occasion, on }, this.calendar).endsAt,
    });
  }

  private today(work: Work): CivilDate {
    return this.calendar.civilDate(work.context.at);
  }
}

function queued({ id, caseId, customsBody }: DebtNoticeEntity) {
  return { role: 'ACCOUNT_OFFICER', customsBody, subject: 'DebtNotice', subjectId: id, caseId };
}

/** What an appeal and a court claim do to the notice: stand still, run on, recall (art. 160.3, 179.3, 182). */
import { Inject, Injectable } from '@nestjs/common';
import { type CivilDate, LegalCalendar } from '@shekara/calendar';
import { Money } from '@shekara/kernel';
import type { Work } from '@shekara/persistence';
import { CollectionDisputes } from '../collection/acts/collection-disputes.service.js';
import { DebtNoticeExecution } from '../debt-notice/debt-notice-execution.service.js';
import { DebtNoticeService, type Handled } from '../debt-notice/debt-notice.service.js';
import type { DebtNoticeEntity } from '../debt-notice/debt-notice.entity.js';
import type { AppealEntity } from './appeal.entity.js';
import type { AppealOutcome, DecidedOutcome } from './appeal-outcome.js';
import { followUp } from './appeal.js';

@Injectable()
export class AppealEffects {
  constructor(
    @Inject(LegalCalendar) private readonly calendar: LegalCalendar,
    @Inject(DebtNoticeService) private readonly notices: DebtNoticeService,
    @Inject(DebtNoticeExecution) private readonly execution: DebtNoticeExecution,
    @Inject(CollectionDisputes) private readonly collection: CollectionDisputes,
  ) {}

  /**
   * The disputed part stands still from the day on (R-PAY-220, R-PAY-221). Undefined where nothing is left to stand still:
   * nothing disputed, paid, in default, or held by another appeal. Else the notice's own answer.
   */
  async suspend(
    work: Work,
    notice: DebtNoticeEntity,
    from: CivilDate,
    disputed: Money,
  ): Promise<Handled | undefined> {
    if (notice.status !== 'DELIVERED' || !disputed.isPositive()) return undefined;
    return this.execution.suspend(work, notice, from, disputed);
  }

  /**
   * The appeal ended: the rest of the term runs, or the notice is to be recalled (R-PAY-222). While a court claim still
   * holds a notice that customs left as it was, nothing runs yet (art. 182.2).
   */
  async appealEnded(work: Work, appeal: AppealEntity, outcome: AppealOutcome, on: CivilDate): Promise<void> {
    const inCourt = appeal.courtClaimedOn !== null && appeal.courtInForceOn === null;
    const unchanged = outcome === 'NOTICE_UNCHANGED' || outcome === 'NOT_CONSIDERED';
    if (inCourt && unchanged) return;
    await this.release(work, appeal, outcome, on);
  }

  /**
   * A court claim holds the disputed part from its day until the judgment is in force (R-PAY-220, R-PAY-225): in the notice
   * while its term runs, in the cases of its collection once it is in default. An appeal that holds the notice goes on doing so.
   */
  async claimed(work: Work, appeal: AppealEntity, claimedOn: CivilDate): Promise<void> {
    if (appeal.holdsNotice) return;
    const notice = await this.notices.hold(work, appeal.noticeId);
    if (!notice) throw new Error(`the notice of appeal ${appeal.id} is gone`);
    const disputed = Money.ofTenge(appeal.disputed);
    const held = await this.suspend(work, notice, claimedOn, disputed);
    appeal.holdsNotice = held?.accepted === true;
    if (!appeal.holdsNotice) await this.collection.pauseNotice(work, notice.id, disputed);
  }

  /**
   * The judgment is in force: collection goes on, and what it says of the notice is done. A notice that it leaves as it was
   * still waits for an appeal that is not decided yet.
   */
  async judged(work: Work, appeal: AppealEntity, outcome: DecidedOutcome, on: CivilDate): Promise<void> {
    await this.collection.resumeNotice(work, appeal.noticeId);
    if (appeal.endedOn === null && outcome === 'NOTICE_UNCHANGED') return;
    await this.release(work, appeal, outcome, on);
  }

  private async release(
    work: Work,
    appeal: AppealEntity,
    outcome: AppealOutcome,
    on: CivilDate,
  ): Promise<void> {
    const notice = await this.notices.hold(work, appeal.noticeId);
    if (!notice) throw new Error(`the notice of appeal ${appeal.id} is gone`);
    if (appeal.holdsNotice && notice.status === 'SUSPENDED') {
      const handled = await this.execution.appealDecided(work, notice, outcome, on);
      if (!handled.accepted) {
        const codes = handled.reasons.map(({ code }) => code).join(', ');
        throw new Error(`${notice.number} does not follow its appeal: ${codes}`);
      }
    } else if (outcome !== 'NOT_CONSIDERED' && stillOut(notice)) {
      const duty = followUp(outcome, on, this.calendar)?.duty;
      if (duty) await this.execution.askToRecall(work, notice, duty === 'WITHDRAW_AND_REPLACE', on);
    }
    appeal.holdsNotice = false;
  }
}

function stillOut({ status }: DebtNoticeEntity): boolean {
  return status !== 'WITHDRAWN' && status !== 'REPLACED' && status !== 'EXECUTED';
}

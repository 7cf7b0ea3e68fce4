/** Hearing an appeal: admission, stops of its term, decision, court claim (art. 174.2, 177 to 182). Load, decide, save, publish. */
import { Inject, Injectable } from '@nestjs/common';
import type { Principal } from '@shekara/auth';
import { type CivilDate, LegalCalendar, type TermEnd } from '@shekara/calendar';
import { type Deadline, Deadlines, OnDeadline } from '@shekara/deadlines';
import { art, reason, refuse, type Refused } from '@shekara/kernel';
import type { Work } from '@shekara/persistence';
import { WorkItems } from '@shekara/work-items';
import { DebtNoticeService } from '../debt-notice/debt-notice.service.js';
import { AppealAnnouncements } from './appeal-announcements.service.js';
import type { DecisionContent } from './appeal-content.js';
import { AppealEffects } from './appeal-effects.service.js';
import { type AppealEntity, appealOf, keepAppeal, queuedAt } from './appeal.entity.js';
import type { DecidedOutcome } from './appeal-outcome.js';
import { appealQueues } from './appeal-queues.js';
import { appealReasons } from './appeal-reasons.js';
import {
  acceptAppeal,
  type AppealEvent,
  decideAppeal,
  evolve,
  refuseToConsider,
  recordCourtClaim,
  recordJudgment,
  resumeTerm,
  type StopToAnnounce,
  stopTerm,
} from './appeal.js';
import { appealTermEnd } from './appeal-terms.js';
import { Appeals } from './appeals.repository.js';
import { fileBy } from './filing.js';

const { DECISION_TERM, ADMISSION_QUEUE, COPY_QUEUE, DECISION_QUEUE } = appealQueues;

/** The stop of art. 180.1 as the decision's term keeps it: one at a time. */
const STOP = 'ART_180';

export type AppealHandled = { readonly accepted: true; readonly appeal: AppealEntity } | Refused;

export interface WrittenDecision {
  readonly outcome: DecidedOutcome;
  readonly content: DecisionContent;
  /** Documents filed with the appeal that were considered. */
  readonly consideredDocuments: readonly string[];
}

@Injectable()
export class AppealService {
  constructor(
    @Inject(LegalCalendar) private readonly calendar: LegalCalendar,
    @Inject(Deadlines) private readonly deadlines: Deadlines,
    @Inject(WorkItems) private readonly workItems: WorkItems,
    @Inject(DebtNoticeService) private readonly notices: DebtNoticeService,
    @Inject(Appeals) private readonly appeals: Appeals,
    @Inject(AppealEffects) private readonly effects: AppealEffects,
    @Inject(AppealAnnouncements) private readonly announcements: AppealAnnouncements,
  ) {}

  /** Art. 178.1: the appeal is considered; the item of its decision has the term that has run since registration. */
  async accept(work: Work, appeal: AppealEntity, officer: Principal): Promise<AppealHandled> {
    const decision = acceptAppeal(appealOf(appeal));
    if (!decision.accepted) return decision;
    await this.workItems.complete(work, ADMISSION_QUEUE, appeal.id, officer, 'CONSIDERED');
    this.take(work, appeal, decision.events);
    await this.askToDecide(work, appeal, appealTermEnd('DECIDE', appeal.registeredOn, this.calendar));
    await work.manager.save(appeal);
    return { accepted: true, appeal };
  }

  /** Art. 177: refuses to consider on the marked grounds; the notice runs on from the day after (R-PAY-214). */
  async refuse(work: Work, appeal: AppealEntity, officer: Principal): Promise<AppealHandled> {
    const today = this.today(work);
    const notice = await this.notices.hold(work, appeal.noticeId);
    if (!notice?.deliveredOn) throw new Error(`appeal ${appeal.id} against a notice that was not delivered`);
    const term = fileBy({ deliveredOn: notice.deliveredOn }, this.calendar);
    const decision = refuseToConsider(appealOf(appeal), today, term);
    if (!decision.accepted) return decision;
    await this.workItems.complete(work, ADMISSION_QUEUE, appeal.id, officer, 'NOT_CONSIDERED');
    await this.end(work, appeal, decision.events);
    await this.effects.appealEnded(work, appeal, 'NOT_CONSIDERED', today);
    await work.manager.save(appeal);
    return { accepted: true, appeal };
  }

  /** Art. 180: stops the term of the decision, announced in writing (R-PAY-217, R-PAY-218). */
  async stop(work: Work, appeal: AppealEntity, stop: StopToAnnounce): Promise<AppealHandled> {
    if (stop.from > this.today(work)) return contradicts('/from');
    const decision = stopTerm(appealOf(appeal), stop);
    if (!decision.accepted) return decision;
    this.take(work, appeal, decision.events);
    appeal.decideBy = null;
    const pause = { from: stop.from, kind: 'INCLUSIVE', article: art(180, 1), stop: STOP } as const;
    await this.deadlines.pause(work, DECISION_TERM, appeal.id, pause);
    await this.workItems.cancel(work, DECISION_QUEUE, appeal.id, 'TERM_STOPPED');
    await work.manager.save(appeal);
    return { accepted: true, appeal };
  }

  /** Art. 180.1: the answer came, or the court decided: the rest of the 30 days runs. */
  async resume(work: Work, appeal: AppealEntity, on: CivilDate): Promise<AppealHandled> {
    if (on > this.today(work)) return contradicts('/on');
    const decision = resumeTerm(appealOf(appeal), on, this.calendar);
    if (!decision.accepted) return decision;
    for (const event of decision.events) {
      if (event.type !== 'AppealTermResumed') continue;
      const { endsAt: dueAt, lastDay } = event.decideBy;
      appeal.decideBy = lastDay;
      const end = { to: on, dueAt, term: event.decideBy, stop: STOP };
      await this.deadlines.resume(work, DECISION_TERM, appeal.id, end);
      await this.askToDecide(work, appeal, event.decideBy);
    }
    this.take(work, appeal, decision.events);
    await work.manager.save(appeal);
    return { accepted: true, appeal };
  }

  /** Art. 179, 181: decides for the officer who claimed the item; the notice runs on or is recalled (R-PAY-219, R-PAY-223). */
  async decide(
    work: Work,
    appeal: AppealEntity,
    { outcome, content, consideredDocuments }: WrittenDecision,
    officer: Principal,
  ): Promise<AppealHandled> {
    const today = this.today(work);
    const { enclosures } = appeal.content;
    const decision = decideAppeal(appealOf(appeal), {
      outcome,
      on: today,
      decidedBy: appeal.addressedTo,
      content,
      unreadDocuments: enclosures.filter((document) => !consideredDocuments.includes(document)),
    });
    if (!decision.accepted) return decision;
    await this.workItems.complete(work, DECISION_QUEUE, appeal.id, officer, outcome);
    appeal.decision = {
      outcome,
      content,
      consideredDocuments,
      copiesTo: decision.events.flatMap((event) => (event.type === 'AppealDecided' ? event.copiesTo : [])),
    };
    await this.end(work, appeal, decision.events);
    this.announcements.decisionKept(work, appeal, outcome);
    await this.effects.appealEnded(work, appeal, outcome, today);
    await work.manager.save(appeal);
    return { accepted: true, appeal };
  }

  /** Art. 175.2: the issuer has its copy; completes the item that asked for it (R-PAY-215). */
  async copySent(work: Work, appeal: AppealEntity, officer: Principal): Promise<AppealHandled> {
    await this.workItems.complete(work, COPY_QUEUE, appeal.id, officer, 'SENT');
    appeal.copyToIssuer = true;
    await work.manager.save(appeal);
    this.announcements.copySent(work, appeal);
    return { accepted: true, appeal };
  }

  /** Art. 174.2, 182.2: a claim against the same notice: its disputed part stands still until the judgment is in force (R-PAY-225). */
  async claimed(
    work: Work,
    appeal: AppealEntity,
    claim: { readonly number: string; readonly claimedOn: CivilDate },
  ): Promise<AppealHandled> {
    if (claim.claimedOn > this.today(work)) return contradicts('/claimedOn');
    const decision = recordCourtClaim(appealOf(appeal), claim.claimedOn);
    if (!decision.accepted) return decision;
    appeal.courtClaim = claim.number;
    await this.effects.claimed(work, appeal, claim.claimedOn);
    this.take(work, appeal, decision.events);
    await work.manager.save(appeal);
    return { accepted: true, appeal };
  }

  /** Art. 182.2: the judgment is in force; the notice runs on from the day after, or is recalled. */
  async judged(
    work: Work,
    appeal: AppealEntity,
    { outcome, inForceOn }: { readonly outcome: DecidedOutcome; readonly inForceOn: CivilDate },
  ): Promise<AppealHandled> {
    if (inForceOn > this.today(work)) return contradicts('/inForceOn');
    const decision = recordJudgment(appealOf(appeal), inForceOn);
    if (!decision.accepted) return decision;
    appeal.courtOutcome = outcome;
    this.take(work, appeal, decision.events);
    await this.effects.judged(work, appeal, outcome, inForceOn);
    await work.manager.save(appeal);
    return { accepted: true, appeal };
  }

  /** The last day to decide passed (D-PAY-45): the history says so; the item goes to the head by its own timer. */
  @OnDeadline(DECISION_TERM)
  async decisionTermEnded(deadline: Deadline, work: Work): Promise<void> {
    const appeal = await this.appeals.hold(work, deadline.subjectId);
    if (!appeal) throw new Error(`the appeal of deadline ${deadline.id} is gone`);
    if (appeal.endedOn === null) this.announcements.decisionOverdue(work, appeal);
  }

  private take(work: Work, appeal: AppealEntity, events: readonly AppealEvent[]): void {
    for (const event of events) {
      const next = evolve(appealOf(appeal), event);
      if (next) keepAppeal(appeal, next);
      this.announcements.happened(work, appeal, event);
    }
  }

  private async end(work: Work, appeal: AppealEntity, events: readonly AppealEvent[]): Promise<void> {
    await this.deadlines.cancel(work, DECISION_TERM, appeal.id);
    await this.workItems.cancel(work, COPY_QUEUE, appeal.id, 'APPEAL_ENDED');
    this.take(work, appeal, events);
  }

  private async askToDecide(work: Work, appeal: AppealEntity, { endsAt }: TermEnd): Promise<void> {
    await this.workItems.open(work, {
      kind: DECISION_QUEUE,
      ...queuedAt(appeal.hearingBody, appeal),
      title: `Appeal against ${appeal.noticeNumber} to decide`,
      article: art(178, 1),
      dueAt: endsAt,
      escalateAt: endsAt,
    });
  }

  private today(work: Work): CivilDate {
    return this.calendar.civilDate(work.context.at);
  }
}

function contradicts(pointer: string): Refused {
  return refuse(reason(appealReasons.APPEAL_DATES_CONTRADICT, { pointer }));
}

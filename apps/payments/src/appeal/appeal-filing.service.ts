/** Filing an appeal against a notice (art. 173 to 176, 182): registered the day it is accepted, the disputed part stands still. */
import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { type FilingChannel, LegalCalendar } from '@shekara/calendar';
import { Deadlines } from '@shekara/deadlines';
import { art, art2017, reason, type Refused, refuse } from '@shekara/kernel';
import type { Work } from '@shekara/persistence';
import { officeCalendarOf, type ReferenceData } from '@shekara/reference-data';
import { REFERENCE_DATA, requestReasons } from '@shekara/service-kit';
import { WorkItems } from '@shekara/work-items';
import { debtNoticeReasons } from '../debt-notice/debt-notice-reasons.js';
import { type DebtNoticeEntity, noticeOf } from '../debt-notice/debt-notice.entity.js';
import { unfitStatus } from '../unfit-status.js';
import { AppealAnnouncements } from './appeal-announcements.service.js';
import type { AppealContent } from './appeal-content.js';
import { AppealEffects } from './appeal-effects.service.js';
import { AppealEntity, queuedAt } from './appeal.entity.js';
import { appealQueues } from './appeal-queues.js';
import { appealReasons } from './appeal-reasons.js';
import type { AppealEvent } from './appeal.js';
import { Appeals } from './appeals.repository.js';
import { type AppealFiling, type AppellantCapacity, fileAppeal, fileBy } from './filing.js';

const { DECISION_TERM, ADMISSION_QUEUE, COPY_QUEUE, CODE_2017_QUEUE } = appealQueues;

export interface AppealPapers {
  readonly appellant: string;
  readonly capacity: AppellantCapacity;
  readonly represents?: string;
  readonly addressedTo: AppealFiling['addressedTo'];
  readonly copyToIssuer: boolean;
  readonly channel: FilingChannel;
  readonly postedAt?: Date;
  readonly content: AppealContent;
}

export type Filed =
  | { readonly accepted: true; readonly appeal: AppealEntity }
  | { readonly accepted: true; readonly underCode2017: { readonly chapter: 55 } }
  | Refused;

type Registered = Extract<AppealEvent, { type: 'AppealRegistered' }>;

@Injectable()
export class AppealFilingService {
  constructor(
    @Inject(REFERENCE_DATA) private readonly reference: ReferenceData,
    @Inject(LegalCalendar) private readonly calendar: LegalCalendar,
    @Inject(Deadlines) private readonly deadlines: Deadlines,
    @Inject(WorkItems) private readonly workItems: WorkItems,
    @Inject(Appeals) private readonly appeals: Appeals,
    @Inject(AppealEffects) private readonly effects: AppealEffects,
    @Inject(AppealAnnouncements) private readonly announcements: AppealAnnouncements,
  ) {}

  /**
   * Registers an appeal received now, with every mark of art. 177.1 (R-PAY-210 to R-PAY-213, R-PAY-226). The notice is
   * locked. Refuses for a notice that was not delivered or is recalled, while another appeal against it is pending, and
   * what `fileAppeal` and the notice itself refuse.
   */
  async file(work: Work, notice: DebtNoticeEntity, papers: AppealPapers): Promise<Filed> {
    const { regime, payer, deliveredOn, customsBody } = notice;
    const unfit = unfitStatus(
      debtNoticeReasons.NOTICE_STATE_UNFIT,
      notice.status,
      'DELIVERED',
      'SUSPENDED',
      'PAID_PART',
      'EXECUTED',
      'DEFAULTED',
    );
    if (unfit || deliveredOn === null) return unfit ? refuse(unfit) : notDelivered(notice);
    const pending = await this.appeals.pending(work, notice.id);
    if (pending) {
      const parameters = { status: pending.status, appeal: pending.id };
      return refuse(reason(appealReasons.APPEAL_STATE_UNFIT, { parameters }));
    }
    const hearingBody = this.hearingBody(customsBody, papers.addressedTo, work);
    if (hearingBody === undefined)
      return refuse(reason(requestReasons.FIELD_INVALID, { pointer: '/addressedTo' }));
    const office = this.reference.customsBodies.find(hearingBody, this.calendar.civilDate(work.context.at));
    const filing: AppealFiling = {
      ...papers,
      receivedAt: work.context.at,
      ...(office && papers.channel === 'COUNTER' ? { office: officeCalendarOf(office) } : {}),
    };
    const { demanded } = noticeOf(notice);
    const appealed = { regime, addressee: payer, deliveredOn, demanded };
    const decision = fileAppeal(appealed, filing, this.calendar);
    if (!decision.accepted) return decision;
    const registered = decision.events.find((event) => event.type === 'AppealRegistered');
    if (!registered) return this.underCode2017(work, notice, papers.appellant);
    const { suspendsFrom, disputed } = registered;
    const held =
      suspendsFrom === undefined
        ? undefined
        : await this.effects.suspend(work, notice, suspendsFrom, disputed);
    if (held && !held.accepted) return held;
    const term = fileBy({ deliveredOn }, this.calendar).lastDay;
    const appeal = this.opened(notice, papers, registered, { hearingBody, term, holds: held !== undefined });
    await work.manager.insert(AppealEntity, appeal);
    await this.ask(work, appeal, registered);
    for (const event of decision.events) {
      this.announcements.happened(work, appeal, event);
      if (event.type === 'CopyToIssuerMissing') await this.askForCopy(work, appeal);
    }
    return { accepted: true, appeal };
  }

  /** The issuing body itself, or the one it belongs to; undefined where there is none above it in the register. */
  private hearingBody(
    customsBody: string,
    addressedTo: AppealFiling['addressedTo'],
    work: Work,
  ): string | undefined {
    if (addressedTo === 'ISSUING_BODY') return customsBody;
    const today = this.calendar.civilDate(work.context.at);
    return this.reference.customsBodies.find(customsBody, today)?.superior;
  }

  private opened(
    { id: noticeId, number: noticeNumber, caseId, payer, customsBody }: DebtNoticeEntity,
    { postedAt: _postedAt, represents, content, ...papers }: AppealPapers,
    event: Registered,
    found: { readonly hearingBody: string; readonly term: string; readonly holds: boolean },
  ): AppealEntity {
    return {
      ...papers,
      id: uuidv7(),
      noticeId,
      noticeNumber,
      caseId,
      payer,
      customsBody,
      hearingBody: found.hearingBody,
      represents: represents ?? null,
      content: {
        ...content,
        disputed: content.disputed.map(({ kind, amount }) => ({ kind, amount: amount.toString() })),
      },
      status: 'REGISTERED',
      disputed: event.disputed.toString(),
      marks: event.marks,
      stops: [],
      submittedOn: event.submittedOn,
      registeredOn: event.registeredOn,
      suspendsFrom: event.suspendsFrom ?? null,
      fileBy: found.term,
      tellRefusalBy: event.tellRefusalBy.lastDay,
      decideBy: event.decideBy.lastDay,
      endedOn: null,
      decision: null,
      courtClaim: null,
      courtClaimedOn: null,
      courtOutcome: null,
      courtInForceOn: null,
      holdsNotice: found.holds,
      version: 1,
    };
  }

  private async ask(
    work: Work,
    appeal: AppealEntity,
    { tellRefusalBy, decideBy }: Registered,
  ): Promise<void> {
    await this.workItems.open(work, {
      kind: ADMISSION_QUEUE,
      ...queuedAt(appeal.hearingBody, appeal),
      title: `Appeal against ${appeal.noticeNumber} to consider, or not`,
      article: art(177, 2),
      dueAt: tellRefusalBy.endsAt,
      escalateAt: tellRefusalBy.endsAt,
    });
    await this.deadlines.start(work, {
      kind: DECISION_TERM,
      subjectId: appeal.id,
      caseId: appeal.caseId,
      article: art(178, 1),
      startedAt: work.context.at,
      dueAt: decideBy.endsAt,
      term: decideBy,
    });
  }

  /** Art. 175.2: a missing copy is a task and no ground to refuse (R-PAY-215). */
  private async askForCopy(work: Work, appeal: AppealEntity): Promise<void> {
    await this.workItems.open(work, {
      kind: COPY_QUEUE,
      ...queuedAt(appeal.hearingBody, appeal),
      title: `Copy of the appeal against ${appeal.noticeNumber} for ${appeal.customsBody}`,
      article: art(175, 2),
    });
  }

  /** Code 2017: this workflow only marks the regime (R-PAY-224); an officer hands the papers on. */
  private async underCode2017(work: Work, notice: DebtNoticeEntity, appellant: string): Promise<Filed> {
    const { id: subjectId, caseId, customsBody, number } = notice;
    this.announcements.underCode2017(work, notice, appellant);
    await this.workItems.open(work, {
      kind: CODE_2017_QUEUE,
      role: 'ACCOUNT_OFFICER',
      customsBody,
      subject: 'DebtNotice',
      subjectId,
      caseId,
      title: `Appeal against cameral notice ${number}: Chapter 55 of Code 2017`,
      article: art2017(416),
    });
    return { accepted: true, underCode2017: { chapter: 55 } };
  }
}

function notDelivered({ status }: DebtNoticeEntity): Refused {
  return refuse(
    reason(debtNoticeReasons.NOTICE_STATE_UNFIT, { parameters: { status, needed: 'DELIVERED' } }),
  );
}

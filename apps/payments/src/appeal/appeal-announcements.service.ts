/** What others are told of an appeal, and what its history keeps (art. 173 to 182). */
import { Inject, Injectable } from '@nestjs/common';
import {
  AppealAcceptedSchema,
  AppealCourtClaimedSchema,
  AppealDecidedSchema,
  AppealJudgmentInForceSchema,
  AppealNotConsideredSchema,
  AppealRegisteredSchema,
  AppealTermResumedSchema,
  AppealTermStoppedSchema,
  moneyMessage,
  reasonMessage,
} from '@shekara/contracts';
import { art, art2017, type LegalRef, Money } from '@shekara/kernel';
import { Outbox } from '@shekara/messaging';
import type { Work } from '@shekara/persistence';
import type { DebtNoticeEntity } from '../debt-notice/debt-notice.entity.js';
import type { AppealEntity } from './appeal.entity.js';
import type { DecidedOutcome } from './appeal-outcome.js';
import type { AppealEvent } from './appeal.js';

const GROUNDS = {
  AppealUnderCode2017: art2017(416),
  AppealRegistered: art(175, 1),
  CopyToIssuerMissing: art(175, 2),
  AppealAccepted: art(178, 1),
  AppealNotConsidered: art(177, 1),
  AppealTermStopped: art(180, 1),
  AppealTermResumed: art(180, 1),
  AppealDecided: art(179, 2),
  CourtClaimRecorded: art(174, 2),
  JudgmentInForce: art(182, 2),
} as const satisfies Record<AppealEvent['type'], LegalRef>;

/** Fields that every message of an appeal starts with. */
function identity({ id, noticeId, noticeNumber, caseId, payer, customsBody, hearingBody }: AppealEntity) {
  return { appealId: id, noticeId, noticeNumber, caseId, payer, customsBody, hearingBody };
}

@Injectable()
export class AppealAnnouncements {
  constructor(@Inject(Outbox) private readonly outbox: Outbox) {}

  /** Keeps and tells an event of the appeal as the row now stands. */
  happened(work: Work, appeal: AppealEntity, event: AppealEvent): void {
    const ground = GROUNDS[event.type];
    const said = { caseId: appeal.caseId, ground };
    const who = identity(appeal);
    const disputed = moneyMessage(Money.ofTenge(appeal.disputed));
    const decideBy = appeal.decideBy ?? '';
    switch (event.type) {
      case 'AppealRegistered':
        this.outbox.publish(
          work,
          AppealRegisteredSchema,
          {
            ...who,
            disputed,
            registeredOn: event.registeredOn,
            suspendsFrom: event.suspendsFrom ?? '',
            marks: event.marks.map(({ code }) => code),
            decideBy,
          },
          said,
        );
        break;
      case 'AppealAccepted':
        this.outbox.publish(work, AppealAcceptedSchema, { ...who, decideBy }, said);
        break;
      case 'AppealNotConsidered':
        this.outbox.publish(
          work,
          AppealNotConsideredSchema,
          {
            ...who,
            grounds: event.grounds.map(reasonMessage),
            toldOn: event.on,
            mayRefileUntil: event.mayRefileUntil?.lastDay ?? '',
          },
          said,
        );
        break;
      case 'AppealTermStopped':
        this.outbox.publish(
          work,
          AppealTermStoppedSchema,
          { ...who, by: event.stop.by, stoppedFrom: event.stop.from, letter: event.letter },
          said,
        );
        break;
      case 'AppealTermResumed':
        this.outbox.publish(work, AppealTermResumedSchema, { ...who, resumedOn: event.on, decideBy }, said);
        break;
      case 'AppealDecided':
        this.outbox.publish(
          work,
          AppealDecidedSchema,
          {
            ...who,
            outcome: event.outcome,
            disputed,
            decidedOn: event.on,
            copiesTo: [...event.copiesTo],
          },
          said,
        );
        break;
      case 'CourtClaimRecorded':
        this.outbox.publish(
          work,
          AppealCourtClaimedSchema,
          { ...who, claimedOn: event.claimedOn, disputed },
          said,
        );
        break;
      case 'JudgmentInForce':
        this.outbox.publish(
          work,
          AppealJudgmentInForceSchema,
          { ...who, outcome: appeal.courtOutcome ?? '', inForceOn: event.on },
          said,
        );
        break;
      case 'CopyToIssuerMissing':
      case 'AppealUnderCode2017':
        break;
    }
    const { type, ...payload } = event;
    this.record(work, appeal, type, ground, payload);
  }

  /** The decision's own words, and the court's, beside the events. */
  decisionKept(work: Work, appeal: AppealEntity, outcome: DecidedOutcome): void {
    this.record(work, appeal, 'AppealDecisionKept', art(181), { outcome, decision: appeal.decision });
  }

  copySent(work: Work, appeal: AppealEntity): void {
    this.record(work, appeal, 'AppealCopySentToIssuer', art(175, 2), {});
  }

  /** The last day to decide passed without a decision (D-PAY-45). */
  decisionOverdue(work: Work, appeal: AppealEntity): void {
    this.record(work, appeal, 'AppealDecisionOverdue', art(178, 1), { decideBy: appeal.decideBy });
  }

  /** Only the regime is marked: Chapter 55 of Code 2017 hears it (R-PAY-224). */
  underCode2017(work: Work, notice: DebtNoticeEntity, appellant: string): void {
    work.record({
      stream: 'DebtNotice',
      streamId: notice.id,
      caseId: notice.caseId,
      type: 'AppealUnderCode2017',
      payload: { number: notice.number, appellant, chapter: 55 },
      ground: GROUNDS.AppealUnderCode2017,
    });
  }

  private record(
    work: Work,
    { id: streamId, caseId, noticeNumber }: AppealEntity,
    type: string,
    ground: LegalRef,
    payload: object,
  ): void {
    work.record({ stream: 'Appeal', streamId, caseId, type, payload: { noticeNumber, ...payload }, ground });
  }
}

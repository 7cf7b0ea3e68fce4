/** What others are told of a notice, and what its history keeps (art. 159, 160, 179.3). */
import { Inject, Injectable } from '@nestjs/common';
import {
  DebtNoticeDefaultedSchema,
  DebtNoticeDeliveredSchema,
  DebtNoticeExecutedSchema,
  DebtNoticeReplacedSchema,
  DebtNoticeResumedSchema,
  DebtNoticeSentSchema,
  DebtNoticeSuspendedSchema,
  DebtNoticeWithdrawnSchema,
  moneyMessage,
  timestampOf,
} from '@shekara/contracts';
import { art, type LegalRef, Money } from '@shekara/kernel';
import { Outbox } from '@shekara/messaging';
import type { Work } from '@shekara/persistence';
import type { NoticeDefaulted } from './debt-notice.js';
import type { DebtNoticeEntity } from './debt-notice.entity.js';

const NOTICE = art(159, 4);
const DELIVERY = art(160, 1);
const SUSPENSION = art(160, 3);
const REPLACEMENT = art(159, 6);
const WITHDRAWAL = art(179, 3);
const PAID = art(129, '2(1)');
const DEFAULT = art(161, 1);

/** Fields that every message of a notice starts with. */
function identity({ id, number, caseId, payer, customsBody }: DebtNoticeEntity) {
  return { noticeId: id, number, caseId, payer, customsBody };
}

@Injectable()
export class DebtNoticeAnnouncements {
  constructor(@Inject(Outbox) private readonly outbox: Outbox) {}

  drafted(work: Work, notice: DebtNoticeEntity, proceedings?: 'ADMINISTRATIVE' | 'CRIMINAL'): void {
    const { found, noticeType: type } = notice;
    this.record(work, notice, 'DebtNoticeDrafted', NOTICE, { found, type, proceedings });
  }

  sent(work: Work, notice: DebtNoticeEntity): void {
    const { regime, noticeType, earlierNoticeId, debts, sentOn, caseId } = notice;
    this.outbox.publish(
      work,
      DebtNoticeSentSchema,
      {
        ...identity(notice),
        regime,
        noticeType,
        earlierNoticeId: earlierNoticeId ?? '',
        debts: debts.map(({ kind, principal, penaltyInterest }) => ({
          paymentKind: kind,
          principal: moneyMessage(Money.ofTenge(principal)),
          penaltyInterest: moneyMessage(Money.ofTenge(penaltyInterest)),
        })),
        sentOn: sentOn ?? '',
      },
      { caseId, ground: NOTICE },
    );
    this.record(work, notice, 'DebtNoticeSent', NOTICE, { debts, sentOn });
  }

  delivered(work: Work, notice: DebtNoticeEntity): void {
    const { deliveredOn, executeBy, deliveryMethod, deliveryEvidence, caseId } = notice;
    this.outbox.publish(
      work,
      DebtNoticeDeliveredSchema,
      { ...identity(notice), deliveredOn: deliveredOn ?? '', executeBy: executeBy ?? '' },
      { caseId, ground: DELIVERY },
    );
    this.record(work, notice, 'DebtNoticeDelivered', DELIVERY, {
      deliveredOn,
      executeBy,
      deliveryMethod,
      deliveryEvidence,
    });
  }

  suspended(work: Work, notice: DebtNoticeEntity, submittedOn: string, disputed: Money): void {
    this.outbox.publish(
      work,
      DebtNoticeSuspendedSchema,
      { ...identity(notice), submittedOn, disputed: moneyMessage(disputed) },
      { caseId: notice.caseId, ground: SUSPENSION },
    );
    this.record(work, notice, 'DebtNoticeSuspended', SUSPENSION, { submittedOn, disputed });
  }

  appealDecided(work: Work, notice: DebtNoticeEntity, decidedOn: string, outcome: string): void {
    if (notice.status === 'DELIVERED') {
      this.outbox.publish(
        work,
        DebtNoticeResumedSchema,
        { ...identity(notice), decidedOn, executeBy: notice.executeBy ?? '' },
        { caseId: notice.caseId, ground: SUSPENSION },
      );
    }
    this.record(work, notice, 'DebtNoticeAppealDecided', SUSPENSION, { decidedOn, outcome });
  }

  replaced(work: Work, notice: DebtNoticeEntity, by: DebtNoticeEntity): void {
    this.outbox.publish(
      work,
      DebtNoticeReplacedSchema,
      { ...identity(notice), newNoticeId: by.id, newNumber: by.number },
      { caseId: notice.caseId, ground: REPLACEMENT },
    );
    this.record(work, notice, 'DebtNoticeReplaced', REPLACEMENT, { by: by.number });
  }

  withdrawn(work: Work, notice: DebtNoticeEntity, cause: string): void {
    this.outbox.publish(
      work,
      DebtNoticeWithdrawnSchema,
      { ...identity(notice), cause, withdrawnOn: notice.closedOn ?? '' },
      { caseId: notice.caseId, ground: WITHDRAWAL },
    );
    this.record(work, notice, 'DebtNoticeWithdrawn', WITHDRAWAL, { cause });
  }

  executed(work: Work, notice: DebtNoticeEntity, paidOn: string): void {
    this.outbox.publish(
      work,
      DebtNoticeExecutedSchema,
      { ...identity(notice), paidOn },
      { caseId: notice.caseId, ground: PAID },
    );
    this.record(work, notice, 'DebtNoticeExecuted', PAID, { paidOn });
  }

  paidWithoutInterest(work: Work, notice: DebtNoticeEntity, paidOn: string, interest: Money): void {
    this.record(work, notice, 'DebtNoticePaidWithoutInterest', art(159, 5), { paidOn, interest });
  }

  defaulted(
    work: Work,
    notice: DebtNoticeEntity,
    { amount, whole }: NoticeDefaulted,
    termEndedOn: string,
  ): void {
    this.outbox.publish(
      work,
      DebtNoticeDefaultedSchema,
      {
        ...identity(notice),
        amount: moneyMessage(amount),
        termEndedOn,
        defaultedAt: timestampOf(work.context.at),
      },
      { caseId: notice.caseId, ground: DEFAULT },
    );
    this.record(work, notice, 'DebtNoticeDefaulted', DEFAULT, { amount, whole, termEndedOn });
  }

  private record(
    work: Work,
    notice: DebtNoticeEntity,
    type: string,
    ground: LegalRef,
    payload: unknown,
  ): void {
    work.record({
      stream: 'DebtNotice',
      streamId: notice.id,
      caseId: notice.caseId,
      type,
      payload: { number: notice.number, ...(payload as object) },
      ground,
    });
  }
}

/** What others are told of a finding, and what its history keeps. */
import { Inject, Injectable } from '@nestjs/common';
import {
  moneyMessage,
  ObligationAssessedSchema,
  ObligationDismissedSchema,
  ObligationNotAssessedSchema,
  reasonMessage,
} from '@shekara/contracts';
import { art, type LegalRef, Money, type Reason } from '@shekara/kernel';
import { Outbox } from '@shekara/messaging';
import type { Work } from '@shekara/persistence';
import type { TriggeredObligationEntity } from './triggered-obligation.entity.js';

/** The stream of the history, and the subject of work items. */
export const OBLIGATION = 'Obligation';
const ARISES = art(129, 1);
const ENDS = art(129, 2);

@Injectable()
export class ObligationAnnouncements {
  constructor(@Inject(Outbox) private readonly outbox: Outbox) {}

  assessed(work: Work, row: TriggeredObligationEntity): void {
    const { payer, jointPayers, sums, arisenOn, dueOn, rateDate, caseId } = row;
    this.outbox.publish(
      work,
      ObligationAssessedSchema,
      {
        ...identity(row),
        payer: payer ?? '',
        jointPayers,
        sums: sums.map(({ kind, amount }) => ({
          paymentKind: kind,
          amount: moneyMessage(Money.ofTenge(amount)),
        })),
        arisenOn: arisenOn ?? '',
        dueOn: dueOn ?? '',
        rateDate: rateDate ?? '',
      },
      { caseId, ground: ARISES },
    );
    const { trigger, document } = row;
    const payload = { trigger, document, payer, jointPayers, sums, arisenOn, dueOn, rateDate };
    this.record(work, row, 'ObligationAssessed', payload, ARISES);
  }

  notAssessed(work: Work, row: TriggeredObligationEntity, reasons: readonly Reason[]): void {
    const { caseId, trigger, document } = row;
    this.outbox.publish(
      work,
      ObligationNotAssessedSchema,
      { ...identity(row), reasons: reasons.map(reasonMessage) },
      { caseId, ground: ARISES },
    );
    const codes = reasons.map(({ code, pointer, parameters }) => ({ code, pointer, parameters }));
    this.record(work, row, 'ObligationNotAssessed', { trigger, document, reasons: codes }, ARISES);
  }

  dismissed(work: Work, row: TriggeredObligationEntity): void {
    const { caseId, trigger, document, dismissedBecause } = row;
    this.outbox.publish(
      work,
      ObligationDismissedSchema,
      { ...identity(row), reason: dismissedBecause ?? '' },
      { caseId, ground: ENDS },
    );
    this.record(work, row, 'ObligationDismissed', { trigger, document, because: dismissedBecause }, ENDS);
  }

  private record(
    work: Work,
    { id, caseId }: TriggeredObligationEntity,
    type: string,
    payload: unknown,
    ground: LegalRef,
  ): void {
    work.record({ stream: OBLIGATION, streamId: id, caseId, type, payload, ground });
  }
}

function identity({ id, caseId, customsBody, trigger, document }: TriggeredObligationEntity) {
  return { obligationId: id, caseId, customsBody, trigger, document };
}

/** What others are told of a demand, and what its history keeps (art. 145.3, 146.4-5, 147.3-4, 148.7, 149.4-5). */
import { Inject, Injectable } from '@nestjs/common';
import type { TermEnd } from '@shekara/calendar';
import {
  DefaultRecordedSchema,
  DepositTransferredSchema,
  type MessageInitShape,
  moneyMessage,
  SecurityDemandDeliveredSchema,
  SecurityDemandOverdueSchema,
  SecurityDemandSentSchema,
  SecurityRecoveredSchema,
  SecurityShortfallSchema,
} from '@shekara/contracts';
import { art, Money } from '@shekara/kernel';
import { Outbox } from '@shekara/messaging';
import type { Work } from '@shekara/persistence';
import { CALL_INS } from './call-in-path.js';
import type { DemandEntity } from './demand.entity.js';
import type { DepositMoved } from './demand.js';
import type { Owed } from './demand-sums.js';

/** A cover that was called and holds nothing: there is no demand. */
export interface AbsentCover {
  readonly securityNumber: string;
  readonly reservationId: string;
  readonly caseId: string;
  readonly collectionId: string;
  readonly declarationNumber: string;
  readonly principal: string;
}

type DemandSchema =
  | typeof DefaultRecordedSchema
  | typeof DepositTransferredSchema
  | typeof SecurityDemandDeliveredSchema
  | typeof SecurityDemandOverdueSchema
  | typeof SecurityDemandSentSchema
  | typeof SecurityRecoveredSchema
  | typeof SecurityShortfallSchema;

function identity(demand: DemandEntity) {
  const { securityNumber, caseId, declarationId, declarationNumber, collectionId, principal, path } = demand;
  return {
    securityNumber,
    cover: {
      demandId: demand.id,
      coverId: demand.reservationId,
      declarationId,
      declarationNumber,
      caseId,
      collectionId,
      principal,
      path,
    },
  };
}

@Injectable()
export class DemandAnnouncements {
  constructor(@Inject(Outbox) private readonly outbox: Outbox) {}

  defaulted(work: Work, demand: DemandEntity, principal: Money, act: TermEnd | undefined): void {
    const { dueOn, identifiedOn, collectionId, sums, actBy } = demand;
    const said = { amount: moneyMessage(principal), dueOn, identifiedOn, actBy: actBy ?? '' };
    this.tell(work, demand, DefaultRecordedSchema, said);
    this.record(work, demand, 'DefaultRecorded', { dueOn, identifiedOn, collectionId, sums, act });
  }

  calledAgain(work: Work, demand: DemandEntity, collectionId: string): void {
    this.record(work, demand, 'CalledAgain', { collectionId, state: demand.state });
  }

  sendingOverdue(work: Work, demand: DemandEntity): void {
    this.record(work, demand, 'DemandSendingOverdue', { actBy: demand.actBy });
  }

  sent(work: Work, demand: DemandEntity, { penaltyInterest }: Owed, late: boolean): void {
    const { addressee, demanded, sentOn, lateReason, number } = demand;
    this.tell(work, demand, SecurityDemandSentSchema, {
      demandNumber: number ?? '',
      addressee,
      amount: moneyMessage(demanded),
      penaltyInterest: moneyMessage(penaltyInterest),
      demandedOn: sentOn ?? '',
      late,
    });
    this.record(work, demand, 'SecurityDemandSent', {
      number,
      addressee,
      demanded,
      penaltyInterest,
      late,
      lateReason,
    });
  }

  delivered(work: Work, demand: DemandEntity): void {
    const { deliveredOn, payBy, proofOfDelivery, number } = demand;
    const said = { demandNumber: number ?? '', deliveredOn: deliveredOn ?? '', payBy: payBy ?? '' };
    this.tell(work, demand, SecurityDemandDeliveredSchema, said);
    this.record(work, demand, 'SecurityDemandDelivered', { deliveredOn, payBy, proofOfDelivery });
  }

  overdue(work: Work, demand: DemandEntity): void {
    const { addressee, demanded, payBy, number } = demand;
    const unpaid = moneyMessage(demanded);
    const said = { demandNumber: number ?? '', addressee, unpaid, payBy: payBy ?? '' };
    this.tell(work, demand, SecurityDemandOverdueSchema, said);
    this.record(work, demand, 'SecurityDemandOverdue', { payBy, demanded });
  }

  overdueMeasure(work: Work, demand: DemandEntity): void {
    this.record(work, demand, 'OverdueMeasureTaken', { measure: demand.overdueMeasures.at(-1) });
  }

  recovered(work: Work, demand: DemandEntity, { penaltyInterest }: Owed): void {
    const { paid, paidOn, paymentDocument, number } = demand;
    this.tell(work, demand, SecurityRecoveredSchema, {
      demandNumber: number ?? '',
      recovered: moneyMessage(paid),
      penaltyInterest: moneyMessage(penaltyInterest),
      recoveredOn: paidOn ?? '',
      document: paymentDocument ?? '',
    });
    this.record(work, demand, 'SecurityRecovered', { paid, penaltyInterest, paidOn, paymentDocument });
  }

  short(work: Work, demand: DemandEntity, shortfall: Money): void {
    const { paid, paidOn, paymentDocument, number } = demand;
    this.tell(work, demand, SecurityShortfallSchema, {
      demandNumber: number ?? '',
      recovered: moneyMessage(paid),
      shortfall: moneyMessage(shortfall),
      on: paidOn ?? '',
      result: 'SHORT',
      document: paymentDocument ?? '',
    });
    this.record(work, demand, 'SecurityShortfall', { paid, shortfall, paidOn, paymentDocument });
  }

  transferred(work: Work, demand: DemandEntity, { kinds, amount, shortfall }: DepositMoved): void {
    const { paidOn, paymentDocument, number } = demand;
    this.tell(work, demand, DepositTransferredSchema, {
      demandNumber: number ?? '',
      amount: moneyMessage(amount),
      kinds: kinds.map((part) => ({ kind: part.kind, amount: moneyMessage(part.amount) })),
      shortfall: moneyMessage(shortfall),
      transferredOn: paidOn ?? '',
      document: paymentDocument ?? '',
    });
    this.record(work, demand, 'DepositTransferred', { kinds, amount, shortfall, paidOn, paymentDocument });
  }

  /** Nothing is asked of the security any more: whoever waits for a result is told that it gives nothing. */
  cancelled(work: Work, demand: DemandEntity, on: string): void {
    this.tell(work, demand, SecurityShortfallSchema, {
      demandNumber: demand.number ?? '',
      ...nothing(on),
    });
    this.record(work, demand, 'DemandCancelled', { because: demand.cancelledBecause }, art(143, 6));
  }

  /** A call for a cover that holds nothing (R-PAY-184: reported absent). */
  absent(work: Work, cover: AbsentCover, on: string): void {
    const { securityNumber, reservationId, caseId, collectionId, declarationNumber, principal } = cover;
    const ground = art(143, 6);
    this.outbox.publish(
      work,
      SecurityShortfallSchema,
      {
        securityNumber,
        cover: { coverId: reservationId, caseId, collectionId, declarationNumber, principal },
        ...nothing(on),
      },
      { caseId, ground },
    );
    work.record({
      stream: 'Reservation',
      streamId: reservationId,
      caseId,
      type: 'CalledWithoutHolding',
      payload: { securityNumber, collectionId },
      ground,
    });
  }

  private tell<Schema extends DemandSchema>(
    work: Work,
    demand: DemandEntity,
    schema: Schema,
    said: MessageInitShape<Schema>,
  ): void {
    const message = { ...identity(demand), ...said } as MessageInitShape<Schema>;
    const { article: ground } = CALL_INS[demand.path];
    this.outbox.publish(work, schema, message, { caseId: demand.caseId, ground });
  }

  private record(
    work: Work,
    demand: DemandEntity,
    type: string,
    payload: object,
    ground = CALL_INS[demand.path].article,
  ): void {
    const { id, caseId, securityNumber, reservationId } = demand;
    work.record({
      stream: 'Demand',
      streamId: id,
      caseId,
      type,
      payload: { securityNumber, reservationId, ...payload },
      ground,
    });
  }
}

function nothing(on: string) {
  const zero = moneyMessage(Money.ZERO);
  return { recovered: zero, shortfall: zero, on, result: 'NONE' };
}

/** What others are told of a contingent liability, and what its history keeps (art. 301, 315.2, 315.3). */
import { Inject, Injectable } from '@nestjs/common';
import {
  ContingentLiabilityClosedSchema,
  ContingentLiabilityOpenedSchema,
  moneyMessage,
} from '@shekara/contracts';
import { art, type LegalRef, Money } from '@shekara/kernel';
import { Outbox } from '@shekara/messaging';
import type { Work } from '@shekara/persistence';
import type { ContingentLiabilityEntity } from './contingent-liability.entity.js';
import {
  type ClosedSum,
  type ContingentClosing,
  type ContingentSum,
  openSums,
  sumOf,
} from './contingent-liability.js';
import type { KeptContingent } from './contingent-liabilities.repository.js';

const CONDITIONAL_RELEASE = art(301, 1);
const ENDED = art(315, '2(2)');
const GROUNDS: Readonly<Record<ContingentClosing, LegalRef>> = {
  LIMIT_PERIOD_OVER: ENDED,
  RELEASED_FOR_RE_EXPORT: ENDED,
  ACCEPTED_BY_STATE: ENDED,
  DESTROYED: ENDED,
  DECLARATION_WITHDRAWN: art(290),
  DIFFERENCE_PAID: art(301, 5),
  MISUSED: art(131, 5),
  OTHER_USE_ANNOUNCED: art(131, 6),
  RELIEF_GIVEN_UP: art(131, 6),
};

@Injectable()
export class ContingentAnnouncements {
  constructor(@Inject(Outbox) private readonly outbox: Outbox) {}

  opened(work: Work, { entity, state }: KeptContingent): void {
    const { caseId, reason } = entity;
    this.outbox.publish(
      work,
      ContingentLiabilityOpenedSchema,
      { ...identity(entity), reason, ...sumsOf(state.sums) },
      { caseId, ground: CONDITIONAL_RELEASE },
    );
    this.record(work, entity, 'ContingentLiabilityOpened', CONDITIONAL_RELEASE, {
      reason,
      amount: entity.amount,
      endsOn: entity.endsOn,
      sums: state.sums,
    });
  }

  /** Sums ended or fell due; `finding` is what the officer or the applicant says of it. */
  closed(
    work: Work,
    { entity, state }: KeptContingent,
    closing: readonly ContingentSum[],
    closed: ClosedSum,
    finding?: string,
  ): void {
    const ground = GROUNDS[closed.by];
    const left = sumOf(openSums(state));
    this.outbox.publish(
      work,
      ContingentLiabilityClosedSchema,
      {
        ...identity(entity),
        reason: closed.by,
        ...sumsOf(closing),
        dueOn: closed.dueOn ?? '',
        left: moneyMessage(left),
      },
      { caseId: entity.caseId, ground },
    );
    this.record(work, entity, 'ContingentLiabilityClosed', ground, {
      ...closed,
      finding,
      amount: sumOf(closing),
      items: [...new Set(closing.map(({ item }) => item))],
      left,
    });
  }

  private record(
    work: Work,
    { id, caseId, declarationNumber, relief }: ContingentLiabilityEntity,
    type: string,
    ground: LegalRef,
    payload: object,
  ): void {
    work.record({
      stream: 'ContingentLiability',
      streamId: id,
      caseId,
      type,
      payload: { declarationNumber, relief, ...payload },
      ground,
    });
  }
}

function identity(entity: ContingentLiabilityEntity) {
  const { id, declarationId, declarationNumber, caseId, payer, customsBody, relief, endsOn } = entity;
  return {
    contingentLiabilityId: id,
    ...{ declarationId, declarationNumber, caseId, payer, customsBody, relief },
    endDate: endsOn ?? '',
  };
}

function sumsOf(sums: readonly ContingentSum[]) {
  return {
    amount: moneyMessage(Money.sum(sums.map(({ amount }) => amount))),
    kinds: sums.map(({ item, kind, amount }) => ({
      itemNumber: item,
      paymentKind: kind,
      amount: moneyMessage(amount),
    })),
  };
}

/** What others are told of a deferral, and what its history keeps (art. 133 to 137). */
import { Inject, Injectable } from '@nestjs/common';
import {
  DeferralBrokenSchema,
  DeferralCancelledSchema,
  DeferralEndedSchema,
  DeferralGrantedSchema,
  DeferralRefusedSchema,
  DeferralRegisteredSchema,
  DeferralRestoredSchema,
  moneyMessage,
} from '@shekara/contracts';
import { art, type LegalRef, Money } from '@shekara/kernel';
import { Outbox } from '@shekara/messaging';
import type { Work } from '@shekara/persistence';
import type { DeferralRegistered, SumLeftOut } from './deferral-application.js';
import type { DeferralCancelled, DeferralGranted, DeferralRefused } from './deferral-decision.js';
import type { DeferralEntity } from './deferral.entity.js';
import type { DeferralPaymentEvent } from './deferral-payment.js';

const APPLICATION = art(135, 1);
const DECISION = art(135, 2);
const REASONED = art(135, 4);
const PAYMENT = art(136, 1);
const BREACH = art(136, 2);
const END = art(137);

/** Fields that every message of a deferral starts with. */
function identity({ id, caseId, payer, customsBody, declarationNumber }: DeferralEntity) {
  return { deferralId: id, caseId, payer, customsBody, declarationNumber };
}

@Injectable()
export class DeferralAnnouncements {
  constructor(@Inject(Outbox) private readonly outbox: Outbox) {}

  registered(
    work: Work,
    deferral: DeferralEntity,
    events: readonly (DeferralRegistered | SumLeftOut)[],
  ): void {
    const { caseId, mode, securityNumber, registeredOn, decideBy } = deferral;
    const duty = moneyMessage(Money.ofTenge(deferral.duty));
    this.outbox.publish(
      work,
      DeferralRegisteredSchema,
      { ...identity(deferral), mode, duty, securityNumber, registeredOn, decideBy },
      { caseId, ground: APPLICATION },
    );
    for (const { type, ...payload } of events) this.record(work, deferral, type, APPLICATION, payload);
  }

  granted(work: Work, deferral: DeferralEntity, event: DeferralGranted): void {
    const { caseId, mode, securityNumber, termChangeInterest } = deferral;
    const { parts, decidedOn } = event;
    this.outbox.publish(
      work,
      DeferralGrantedSchema,
      {
        ...identity(deferral),
        mode,
        securityNumber,
        parts: parts.map(({ dueOn, amount }) => ({ dueOn, amount: moneyMessage(amount) })),
        termChangeInterest: moneyMessage(Money.ofTenge(termChangeInterest)),
        decidedOn,
      },
      { caseId, ground: DECISION },
    );
    const { decision } = deferral;
    this.record(work, deferral, event.type, DECISION, { parts, decidedOn, termChangeInterest, decision });
  }

  refused(work: Work, deferral: DeferralEntity, { type, code, words, decidedOn }: DeferralRefused): void {
    this.outbox.publish(
      work,
      DeferralRefusedSchema,
      { ...identity(deferral), code, words, decidedOn },
      { caseId: deferral.caseId, ground: REASONED },
    );
    this.record(work, deferral, type, REASONED, { code, words, decidedOn, decision: deferral.decision });
  }

  cancelled(
    work: Work,
    deferral: DeferralEntity,
    { type, treatyGround }: DeferralCancelled,
    letter: string,
  ): void {
    this.outbox.publish(
      work,
      DeferralCancelledSchema,
      { ...identity(deferral), treatyGround, letter },
      { caseId: deferral.caseId, ground: REASONED },
    );
    this.record(work, deferral, type, REASONED, { treatyGround, letter });
  }

  sent(work: Work, deferral: DeferralEntity): void {
    this.record(work, deferral, 'DeferralDecisionSent', DECISION, { sentOn: deferral.sentOn });
  }

  /** The last day to decide passed without a decision (D-PAY-08). */
  decisionOverdue(work: Work, deferral: DeferralEntity): void {
    this.record(work, deferral, 'DeferralDecisionOverdue', APPLICATION, { decideBy: deferral.decideBy });
  }

  /** A payment, the end, a breach or its mending. */
  moved(work: Work, deferral: DeferralEntity, event: DeferralPaymentEvent): void {
    const { type, ...payload } = event;
    const { caseId, securityNumber } = deferral;
    switch (event.type) {
      case 'DeferredDutyPaid':
        return this.record(work, deferral, type, PAYMENT, payload);
      case 'DeferralEnded':
        this.outbox.publish(
          work,
          DeferralEndedSchema,
          { ...identity(deferral), by: event.by },
          { caseId, ground: END },
        );
        return this.record(work, deferral, type, END, payload);
      case 'DeferralBroken': {
        const { cause, dueOn } = event;
        this.outbox.publish(
          work,
          DeferralBrokenSchema,
          {
            ...identity(deferral),
            cause,
            outstanding: moneyMessage(event.outstanding),
            dueOn,
            securityNumber,
          },
          { caseId, ground: BREACH },
        );
        return this.record(work, deferral, type, BREACH, payload);
      }
      case 'DeferralRestored':
        this.outbox.publish(work, DeferralRestoredSchema, identity(deferral), { caseId, ground: PAYMENT });
        return this.record(work, deferral, type, PAYMENT, payload);
    }
  }

  private record(
    work: Work,
    deferral: DeferralEntity,
    type: string,
    ground: LegalRef,
    payload: object,
  ): void {
    const { id: streamId, caseId, declarationNumber } = deferral;
    work.record({
      stream: 'Deferral',
      streamId,
      caseId,
      type,
      payload: { declarationNumber, ...payload },
      ground,
    });
  }
}

/** What payments tells of charges beside the declaration's: messages and history. */
import { Inject, Injectable } from '@nestjs/common';
import type { CivilDate } from '@shekara/calendar';
import {
  CustomsChargeOverdueSchema,
  CustomsChargePaidSchema,
  CustomsChargeSetSchema,
  moneyMessage,
  PreliminaryDecisionHandedOverSchema,
} from '@shekara/contracts';
import { art, type LegalRef, Money } from '@shekara/kernel';
import { Outbox } from '@shekara/messaging';
import type { Work } from '@shekara/persistence';
import type { OtherChargeEntity } from './other-charge.entity.js';
import type { PartOfCharge } from './other-charge.js';

const STREAM = 'CustomsCharge';
const SET = art(141, 5);
const ESCORT = art(120, 3);
const DECISION = art(120, 4);

@Injectable()
export class OtherChargeAnnouncements {
  constructor(@Inject(Outbox) private readonly outbox: Outbox) {}

  set(work: Work, charge: OtherChargeEntity): void {
    const { kind, decidedOn, firstEscortDay, amount, parts, caseId } = charge;
    this.outbox.publish(
      work,
      CustomsChargeSetSchema,
      {
        ...{ ...identity(charge), kind, decidedOn, dueOn: firstEscortDay ?? '' },
        amount: moneyMessage(Money.ofTenge(amount)),
        parts: parts.map(({ payer, vehicles, amount: part }) => ({
          ...{ payer, vehicles: [...vehicles], amount: moneyMessage(Money.ofTenge(part)) },
        })),
      },
      { caseId, ground: SET },
    );
    this.record(work, charge, 'CustomsChargeSet', SET, { kind, decidedOn, firstEscortDay, amount, parts });
  }

  paid(work: Work, charge: OtherChargeEntity, { payer, amount }: PartOfCharge, on: CivilDate): void {
    const { kind, caseId } = charge;
    const paidInFull = charge.status === 'PAID';
    const ground = groundOf(charge);
    this.outbox.publish(
      work,
      CustomsChargePaidSchema,
      { ...identity(charge), kind, payer, amount: moneyMessage(amount), paidOn: on, paidInFull },
      { caseId, ground },
    );
    this.record(work, charge, 'CustomsChargePaid', ground, { payer, amount, on, paidInFull });
  }

  /** The parts are debts from now on: the queue of debts on accounts asks for their notices (art. 159). */
  overdue(work: Work, charge: OtherChargeEntity, unpaid: readonly PartOfCharge[]): void {
    const { caseId, firstEscortDay } = charge;
    this.outbox.publish(
      work,
      CustomsChargeOverdueSchema,
      {
        ...identity(charge),
        dueOn: firstEscortDay ?? '',
        unpaid: unpaid.map(({ payer, vehicles, amount }) => ({
          ...{ payer, vehicles: [...vehicles], amount: moneyMessage(amount) },
        })),
      },
      { caseId, ground: ESCORT },
    );
    this.record(work, charge, 'CustomsChargeOverdue', ESCORT, { unpaid });
  }

  handedOver(work: Work, charge: OtherChargeEntity): void {
    const { caseId, handedOverOn, payers } = charge;
    const [payer = ''] = payers;
    this.outbox.publish(
      work,
      PreliminaryDecisionHandedOverSchema,
      { ...identity(charge), payer, handedOverOn: handedOverOn ?? '' },
      { caseId, ground: DECISION },
    );
    this.record(work, charge, 'PreliminaryDecisionHandedOver', DECISION, { handedOverOn });
  }

  private record(
    work: Work,
    { id, caseId, decision }: OtherChargeEntity,
    type: string,
    ground: LegalRef,
    payload: object,
  ): void {
    work.record({ stream: STREAM, streamId: id, caseId, type, payload: { decision, ...payload }, ground });
  }
}

function groundOf({ kind }: OtherChargeEntity): LegalRef {
  return kind === 'ESCORT' ? ESCORT : DECISION;
}

function identity({ id, caseId, customsBody, decision }: OtherChargeEntity) {
  return { chargeId: id, caseId, customsBody, decision };
}

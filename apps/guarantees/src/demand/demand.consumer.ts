/** Calls of securities from payments, and the end of secured obligations. */
import { Controller, Inject } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { isCivilDate } from '@shekara/calendar';
import {
  type GuaranteeCalled,
  GuaranteeCalledSchema,
  moneyOf,
  type ReleaseReservation,
  ReleaseReservationSchema,
} from '@shekara/contracts';
import { type MessageContext, OnMessage } from '@shekara/messaging';
import { CoverCalls } from './cover-calls.service.js';

@Controller()
export class DemandConsumer {
  constructor(@Inject(CoverCalls) private readonly calls: CoverCalls) {}

  /** Art. 161.1: stage 2 of collection is open. */
  @OnMessage(GuaranteeCalledSchema)
  async called(@Payload() event: GuaranteeCalled, @Ctx() context: MessageContext): Promise<void> {
    const { coverId, securityNumber, declarationNumber, dueOn, accruedTo, collectionId, collection } = event;
    if (coverId === '' || !collection) throw new TypeError('a call without its cover or its case');
    if (!isCivilDate(dueOn) || !isCivilDate(accruedTo))
      throw new TypeError(`"${dueOn}" or "${accruedTo}" is not a date`);
    const { caseId, payer: principal } = collection;
    const sums = event.sums.map(({ kind, principal: owed, penaltyInterest }) => ({
      kind,
      principal: moneyOf(owed),
      penaltyInterest: moneyOf(penaltyInterest),
    }));
    await this.calls.called(
      context.work,
      { securityNumber, reservationId: coverId, caseId, collectionId, declarationNumber, principal },
      { dueOn, accruedTo, sums, collectionId },
    );
  }

  /** Art. 143.6. */
  @OnMessage(ReleaseReservationSchema)
  async released(@Payload() command: ReleaseReservation, @Ctx() context: MessageContext): Promise<void> {
    await this.calls.obligationEnded(context.work, command);
  }
}

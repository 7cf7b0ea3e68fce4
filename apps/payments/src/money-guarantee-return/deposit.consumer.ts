/** What guarantees reports of securities in money (art. 145, 156.1). */
import { Controller, Inject } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { LegalCalendar } from '@shekara/calendar';
import {
  instantOf,
  moneyOf,
  type ReservationReleased,
  ReservationReleasedSchema,
  type SecurityRegistered,
  SecurityRegisteredSchema,
} from '@shekara/contracts';
import { parseBinOrIin, parseCustomsBodyCode } from '@shekara/kernel';
import { type MessageContext, OnMessage } from '@shekara/messaging';
import { DepositService } from './deposit.service.js';

@Controller()
export class DepositConsumer {
  constructor(
    @Inject(LegalCalendar) private readonly calendar: LegalCalendar,
    @Inject(DepositService) private readonly deposits: DepositService,
  ) {}

  /** A security in money is registered only when its money is on the deposit account: it is booked (art. 145.1). */
  @OnMessage(SecurityRegisteredSchema)
  async securityRegistered(
    @Payload() event: SecurityRegistered,
    @Ctx() context: MessageContext,
  ): Promise<void> {
    const { method, principal, securityNumber, amount } = event;
    if (method !== 'CASH') return;
    const payer = parseBinOrIin(principal);
    const customsBody = parseCustomsBodyCode(securityNumber.slice(0, 5));
    if (!payer || !customsBody) throw new TypeError(`security ${securityNumber} of ${principal}`);
    await this.deposits.receive(context.work, {
      owner: { payer, customsBody },
      payerName: payer,
      kind: 'MONEY_GUARANTEE',
      securedObligation: securityNumber,
      amount: moneyOf(amount),
      caseId: context.envelope.caseId,
    });
  }

  /** A secured obligation ended (art. 156.1). */
  @OnMessage(ReservationReleasedSchema)
  async reservationReleased(
    @Payload() event: ReservationReleased,
    @Ctx() context: MessageContext,
  ): Promise<void> {
    const on = this.calendar.civilDate(instantOf(event.releasedAt));
    await this.deposits.reservationReleased(context.work, event, on);
  }
}

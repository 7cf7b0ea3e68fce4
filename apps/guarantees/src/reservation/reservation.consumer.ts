/** Commands to reserve, from `guarantees.commands.v1`. */
import { Controller, Inject } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { isCivilDate } from '@shekara/calendar';
import { moneyOf, type ReserveSecurity, ReserveSecuritySchema } from '@shekara/contracts';
import { type MessageContext, OnMessage } from '@shekara/messaging';
import { ReservationService } from './reservation.service.js';

@Controller()
export class ReservationConsumer {
  constructor(@Inject(ReservationService) private readonly reservations: ReservationService) {}

  @OnMessage(ReserveSecuritySchema)
  async reserve(@Payload() command: ReserveSecurity, @Ctx() context: MessageContext): Promise<void> {
    const { reservationId, securityNumber, declarationId, declarationNumber, caseId, principal, on } =
      command;
    if (reservationId === '' || declarationId === '') throw new TypeError('command without its ids');
    if (!isCivilDate(on)) throw new TypeError(`"${on}" is not a date`);
    await this.reservations.reserve(context.work, {
      reservationId,
      securityNumber,
      declarationId,
      declarationNumber,
      caseId,
      principal,
      on,
      amount: moneyOf(command.amount),
    });
  }
}

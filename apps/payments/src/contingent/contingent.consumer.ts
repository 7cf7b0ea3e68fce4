/** What registration reports: the release that starts the limits of use (art. 301, 315.2(2)), a withdrawal (art. 290). */
import { Controller, Inject } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { LegalCalendar } from '@shekara/calendar';
import {
  type DeclarationWithdrawn,
  DeclarationWithdrawnSchema,
  type GoodsReleased,
  GoodsReleasedSchema,
  instantOf,
} from '@shekara/contracts';
import { type MessageContext, OnMessage } from '@shekara/messaging';
import { ContingentOpening } from './contingent-opening.service.js';
import { GivenUpReliefs } from './given-up-reliefs.service.js';

@Controller()
export class ContingentConsumer {
  constructor(
    @Inject(ContingentOpening) private readonly opening: ContingentOpening,
    @Inject(GivenUpReliefs) private readonly givenUp: GivenUpReliefs,
    @Inject(LegalCalendar) private readonly calendar: LegalCalendar,
  ) {}

  @OnMessage(GoodsReleasedSchema)
  async goodsReleased(@Payload() event: GoodsReleased, @Ctx() context: MessageContext): Promise<void> {
    const { work } = context;
    const decidedAt = event.decidedAt ? instantOf(event.decidedAt) : work.context.at;
    await this.opening.goodsReleased(work, event.declarationId, this.calendar.civilDate(decidedAt));
  }

  @OnMessage(DeclarationWithdrawnSchema)
  async withdrawn(@Payload() event: DeclarationWithdrawn, @Ctx() context: MessageContext): Promise<void> {
    await this.givenUp.withdrawn(context.work, event.declarationId);
  }
}

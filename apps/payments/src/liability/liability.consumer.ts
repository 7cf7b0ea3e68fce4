/** What others report of declarations and securities. */
import { Controller, Inject } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import {
  type DeclarationRegistered,
  DeclarationRegisteredSchema,
  type GoodsReleased,
  type GoodsReleaseRefused,
  GoodsReleaseRefusedSchema,
  GoodsReleasedSchema,
  instantOf,
  moneyOf,
  type ReservationRefused,
  ReservationRefusedSchema,
  type SecurityReserved,
  SecurityReservedSchema,
} from '@shekara/contracts';
import { LegalCalendar } from '@shekara/calendar';
import { type MessageContext, OnMessage } from '@shekara/messaging';
import { LiabilityService } from './liability.service.js';
import { RegisteredGoods } from './registered-goods.service.js';

@Controller()
export class LiabilityConsumer {
  constructor(
    @Inject(RegisteredGoods) private readonly goods: RegisteredGoods,
    @Inject(LiabilityService) private readonly liabilities: LiabilityService,
    @Inject(LegalCalendar) private readonly calendar: LegalCalendar,
  ) {}

  /** Art. 126.1, 129.1: the obligation arises at registration. */
  @OnMessage(DeclarationRegisteredSchema)
  async declarationRegistered(
    @Payload() event: DeclarationRegistered,
    @Ctx() context: MessageContext,
  ): Promise<void> {
    await this.liabilities.declarationRegistered(context.work, this.goods.of(event));
  }

  /** Art. 143: the security carries the sum. */
  @OnMessage(SecurityReservedSchema)
  async securityReserved(@Payload() event: SecurityReserved, @Ctx() context: MessageContext): Promise<void> {
    const { declarationId, reservationId, amount } = event;
    await this.liabilities.securityReserved(context.work, declarationId, reservationId, moneyOf(amount));
  }

  @OnMessage(ReservationRefusedSchema)
  async reservationRefused(
    @Payload() event: ReservationRefused,
    @Ctx() context: MessageContext,
  ): Promise<void> {
    const { declarationId, reservationId, reasons } = event;
    await this.liabilities.reservationRefused(
      context.work,
      declarationId,
      reservationId,
      reasons.map(({ code, article, pointer, parameters }) => ({
        code,
        article,
        parameters,
        ...(pointer === '' ? {} : { pointer }),
      })),
    );
  }

  /** Art. 131.3. */
  @OnMessage(GoodsReleasedSchema)
  async goodsReleased(@Payload() event: GoodsReleased, @Ctx() context: MessageContext): Promise<void> {
    const { work } = context;
    const decidedAt = event.decidedAt ? instantOf(event.decidedAt) : work.context.at;
    await this.liabilities.goodsReleased(work, event.declarationId, this.calendar.civilDate(decidedAt));
  }

  /** Art. 129.2(8). */
  @OnMessage(GoodsReleaseRefusedSchema)
  async releaseRefused(@Payload() event: GoodsReleaseRefused, @Ctx() context: MessageContext): Promise<void> {
    await this.liabilities.releaseRefused(context.work, event.declarationId);
  }
}

/** What others report: a security that may stand behind deferred duty (art. 134.5), a release refused (art. 129.2(8)). */
import { Controller, Inject } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import {
  type DeclarationWithdrawn,
  DeclarationWithdrawnSchema,
  type GoodsReleaseRefused,
  GoodsReleaseRefusedSchema,
  instantOf,
  moneyOf,
  type SecurityRegistered,
  SecurityRegisteredSchema,
} from '@shekara/contracts';
import { type MessageContext, OnMessage } from '@shekara/messaging';
import { AcceptedSecurities } from './accepted-securities.repository.js';
import { DeferralPayments } from './deferral-payments.service.js';

@Controller()
export class DeferralConsumer {
  constructor(
    @Inject(AcceptedSecurities) private readonly securities: AcceptedSecurities,
    @Inject(DeferralPayments) private readonly payments: DeferralPayments,
  ) {}

  /** Art. 129.2(8): the duty has ended, and its deferral with it. */
  @OnMessage(GoodsReleaseRefusedSchema)
  async releaseRefused(@Payload() event: GoodsReleaseRefused, @Ctx() context: MessageContext): Promise<void> {
    await this.payments.releaseRefused(context.work, event.number);
  }

  /** Art. 290: a withdrawn declaration owes no duty that could be deferred. */
  @OnMessage(DeclarationWithdrawnSchema)
  async withdrawn(@Payload() event: DeclarationWithdrawn, @Ctx() context: MessageContext): Promise<void> {
    await this.payments.releaseRefused(context.work, event.number);
  }

  @OnMessage(SecurityRegisteredSchema)
  async securityRegistered(
    @Payload() event: SecurityRegistered,
    @Ctx() context: MessageContext,
  ): Promise<void> {
    const { securityNumber: number, principal, amount, validUntil, registeredAt } = event;
    const security = { number, principal, amount: moneyOf(amount) };
    await this.securities.add(
      context.work,
      validUntil === '' ? security : { ...security, validUntil },
      instantOf(registeredAt),
    );
  }
}

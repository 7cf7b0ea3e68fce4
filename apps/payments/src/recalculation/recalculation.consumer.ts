/** What registration reports of declarations besides their release: amended, adjusted, withdrawn (art. 289, 290). */
import { Controller, Inject } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import {
  type AmendmentPermitted,
  AmendmentPermittedSchema,
  type DeclarationAdjustedAfterRelease,
  DeclarationAdjustedAfterReleaseSchema,
  type DeclarationRegistered,
  type DeclarationWithdrawn,
  DeclarationWithdrawnSchema,
  instantOf,
} from '@shekara/contracts';
import { type MessageContext, OnMessage } from '@shekara/messaging';
import type { DeclaredGoods } from '../liability/declared-goods.js';
import { RegisteredGoods } from '../liability/registered-goods.service.js';
import { isOpenedBy } from './adjusted-payments.js';
import { Adjustments } from './adjustment.service.js';
import { Amendments } from './amendment.service.js';
import { Withdrawals } from './withdrawal.service.js';

@Controller()
export class RecalculationConsumer {
  constructor(
    @Inject(RegisteredGoods) private readonly goods: RegisteredGoods,
    @Inject(Amendments) private readonly amendments: Amendments,
    @Inject(Adjustments) private readonly adjustments: Adjustments,
    @Inject(Withdrawals) private readonly withdrawals: Withdrawals,
  ) {}

  /** Art. 289.1, 141.4. */
  @OnMessage(AmendmentPermittedSchema)
  async amended(@Payload() event: AmendmentPermitted, @Ctx() context: MessageContext): Promise<void> {
    const { amendmentId, version, demanded } = event;
    const declared = this.declaredIn(event);
    await this.amendments.permitted(context.work, { amendmentId, version, demanded, declared });
  }

  /** Art. 289.2, 289.3. @throws TypeError when it names nobody who opened it. */
  @OnMessage(DeclarationAdjustedAfterReleaseSchema)
  async adjusted(
    @Payload() event: DeclarationAdjustedAfterRelease,
    @Ctx() context: MessageContext,
  ): Promise<void> {
    const { declarationId, adjustmentId, version, openedBy } = event;
    if (!isOpenedBy(openedBy)) throw new TypeError(`adjustment ${adjustmentId} opened by ${openedBy}`);
    const declared = this.declaredIn(event);
    const submittedAt = event.receivedAt && instantOf(event.receivedAt);
    const adjustment = { declarationId, adjustmentId, version, openedBy, declared, submittedAt };
    await this.adjustments.accepted(context.work, adjustment);
  }

  /** Art. 290, 155(1). */
  @OnMessage(DeclarationWithdrawnSchema)
  async withdrawn(@Payload() event: DeclarationWithdrawn, @Ctx() context: MessageContext): Promise<void> {
    await this.withdrawals.withdrawn(context.work, event.declarationId);
  }

  /** @throws TypeError when the declaration as it stands now is missing, or is another one. */
  private declaredIn(event: {
    readonly declarationId: string;
    readonly number: string;
    readonly declaration?: DeclarationRegistered;
  }): DeclaredGoods {
    const { declaration, declarationId, number } = event;
    if (declaration?.declarationId !== declarationId)
      throw new TypeError(`a change of ${number} without the declaration`);
    return this.goods.of(declaration);
  }
}

/** What orders control, what ends the need of it, and the end of its term. */
import { Controller, Inject } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import {
  type ControlOrdered,
  ControlOrderedSchema,
  type DeclarationWithdrawn,
  DeclarationWithdrawnSchema,
  type GoodsReleased,
  GoodsReleasedSchema,
  type GoodsReleaseRefused,
  GoodsReleaseRefusedSchema,
} from '@shekara/contracts';
import { type Deadline, OnDeadline } from '@shekara/deadlines';
import { type MessageContext, OnMessage } from '@shekara/messaging';
import type { Work } from '@shekara/persistence';
import { CONTROL_TERM, ControlService } from './control.service.js';

@Controller()
export class ControlConsumer {
  constructor(@Inject(ControlService) private readonly controls: ControlService) {}

  /** Art. 216.1: risk management orders, an officer of the post carries out. */
  @OnMessage(ControlOrderedSchema)
  async controlOrdered(@Payload() order: ControlOrdered, @Ctx() { work }: MessageContext): Promise<void> {
    await this.controls.open(work, order);
  }

  @OnMessage(GoodsReleasedSchema)
  async goodsReleased(@Payload() event: GoodsReleased, @Ctx() { work }: MessageContext): Promise<void> {
    await this.controls.end(work, event.declarationId, 'GOODS_RELEASED');
  }

  @OnMessage(GoodsReleaseRefusedSchema)
  async releaseRefused(
    @Payload() event: GoodsReleaseRefused,
    @Ctx() { work }: MessageContext,
  ): Promise<void> {
    await this.controls.end(work, event.declarationId, 'RELEASE_REFUSED');
  }

  /** Art. 290: there is nothing to check against any more. */
  @OnMessage(DeclarationWithdrawnSchema)
  async declarationWithdrawn(
    @Payload() event: DeclarationWithdrawn,
    @Ctx() { work }: MessageContext,
  ): Promise<void> {
    await this.controls.end(work, event.declarationId, 'DECLARATION_WITHDRAWN');
  }

  @OnDeadline(CONTROL_TERM)
  async controlTermOver(deadline: Deadline, work: Work): Promise<void> {
    const control = await this.controls.byId(work, deadline.subjectId);
    if (control?.status === 'OPEN') await this.controls.escalate(work, control);
  }
}

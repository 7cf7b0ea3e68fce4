/** Hears of every change of the registers (representatives, carriers, warehouses). */
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { type RegisterEntryChanged, RegisterEntryChangedSchema } from '@shekara/contracts';
import { type MessageContext, OnMessage } from '@shekara/messaging';
import { keepRegisterEntry } from './register-projection.repository.js';

@Controller()
export class RegisterProjectionConsumer {
  @OnMessage(RegisterEntryChangedSchema)
  async registerEntryChanged(
    @Payload() entry: RegisterEntryChanged,
    @Ctx() context: MessageContext,
  ): Promise<void> {
    await keepRegisterEntry(context.work, entry);
  }
}

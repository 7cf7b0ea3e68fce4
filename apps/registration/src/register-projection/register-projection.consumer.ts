/** Hears of every change of the registers (representatives, carriers, warehouses). */
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { type RegisterEntryChanged, RegisterEntryChangedSchema } from '@shekara/contracts';
import { type BatchContext, type Delivered, OnMessages } from '@shekara/messaging';
import { keepRegisterEntries } from './register-projection.repository.js';

@Controller()
export class RegisterProjectionConsumer {
  @OnMessages(RegisterEntryChangedSchema)
  async registerEntriesChanged(
    @Payload() delivered: readonly Delivered<RegisterEntryChanged>[],
    @Ctx() { work }: BatchContext,
  ): Promise<void> {
    await keepRegisterEntries(
      work,
      delivered.map(({ message }) => message),
    );
  }
}

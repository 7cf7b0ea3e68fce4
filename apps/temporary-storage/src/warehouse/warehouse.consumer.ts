/** Keeps the storage places in step with their registers. */
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { type RegisterEntryChanged, RegisterEntryChangedSchema } from '@shekara/contracts';
import { type BatchContext, type Delivered, OnMessages } from '@shekara/messaging';
import { isStoragePlaceRegister } from './storage-place.js';
import { keepPlaces } from './warehouse.repository.js';

@Controller()
export class WarehouseConsumer {
  /** Entries of persons are passed over. */
  @OnMessages(RegisterEntryChangedSchema)
  async registerEntriesChanged(
    @Payload() delivered: readonly Delivered<RegisterEntryChanged>[],
    @Ctx() { work }: BatchContext,
  ): Promise<void> {
    const entries = delivered.map(({ message }) => message);
    await keepPlaces(
      work,
      entries.filter(({ register }) => isStoragePlaceRegister(register)),
    );
  }
}

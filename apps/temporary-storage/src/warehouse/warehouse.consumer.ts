/** Keeps the storage places in step with their registers. */
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { type RegisterEntryChanged, RegisterEntryChangedSchema } from '@shekara/contracts';
import { type MessageContext, OnMessage } from '@shekara/messaging';
import { isStoragePlaceRegister } from './storage-place.js';

@Controller()
export class WarehouseConsumer {
  /** The newest version of an entry wins, in whatever order they come; entries of persons are passed over. */
  @OnMessage(RegisterEntryChangedSchema)
  async registerEntryChanged(
    @Payload() entry: RegisterEntryChanged,
    @Ctx() context: MessageContext,
  ): Promise<void> {
    if (!isStoragePlaceRegister(entry.register)) return;
    await context.work.manager.query(
      `INSERT INTO warehouses (number, register, status, status_from, keeper_number, customs_body, entry_version)
       VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (number) DO UPDATE
         SET register = excluded.register, status = excluded.status, status_from = excluded.status_from,
             keeper_number = excluded.keeper_number, customs_body = excluded.customs_body,
             entry_version = excluded.entry_version
       WHERE warehouses.entry_version < excluded.entry_version`,
      [
        entry.registrationNumber,
        entry.register,
        entry.status,
        entry.statusFrom,
        entry.person?.identificationNumber ?? '',
        entry.customsBody,
        entry.version.toString(),
      ],
    );
  }
}

/** The message that tells others the whole present state of an entry. */
import {
  type MessageInitShape,
  reasonMessage,
  type RegisterEntryChangedSchema,
  timestampOf,
} from '@shekara/contracts';
import { REGISTER_KIND } from './register-kind.js';
import type { RegisterEntryEntity } from './register-entry.entity.js';

export function entryChanged(
  entry: RegisterEntryEntity,
  changedAt: Date,
): MessageInitShape<typeof RegisterEntryChangedSchema> {
  return {
    registrationNumber: entry.registrationNumber,
    register: entry.register,
    status: entry.status,
    person: {
      name: entry.name,
      address: entry.premisesAddress || entry.address,
      country: 'KZ',
      identificationNumber: entry.bin,
    },
    customsBody: REGISTER_KIND[entry.register].perPremises ? entry.customsBody : '',
    statusFrom: entry.statusFrom,
    grounds: entry.grounds.map(reasonMessage),
    version: BigInt(entry.version),
    changedAt: timestampOf(changedAt),
  };
}

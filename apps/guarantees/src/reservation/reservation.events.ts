/** The messages that answer a command to reserve or release. */
import {
  type MessageInitShape,
  moneyMessage,
  reasonMessage,
  type ReservationRefusedSchema,
  type ReservationReleasedSchema,
  type SecurityReservedSchema,
  timestampOf,
} from '@shekara/contracts';
import type { Reason } from '@shekara/kernel';
import type { ReservationEntity } from './reservation.entity.js';

function identity({ id, securityNumber, declarationId, caseId }: ReservationEntity) {
  return { reservationId: id, securityNumber, declarationId, caseId };
}

export function reserved(reservation: ReservationEntity): MessageInitShape<typeof SecurityReservedSchema> {
  return {
    ...identity(reservation),
    amount: moneyMessage(reservation.amount),
    reservedAt: timestampOf(reservation.decidedAt),
  };
}

export function refused(
  reservation: ReservationEntity,
  reasons: readonly Reason[],
  refusedAt: Date,
): MessageInitShape<typeof ReservationRefusedSchema> {
  return { ...identity(reservation), reasons: reasons.map(reasonMessage), refusedAt: timestampOf(refusedAt) };
}

export function released(
  reservation: ReservationEntity,
  releasedAt: Date,
): MessageInitShape<typeof ReservationReleasedSchema> {
  return { ...identity(reservation), releasedAt: timestampOf(releasedAt) };
}

/** Reserving and releasing parts of a security: lock, decide, book, answer, in one transaction. */
import { Inject, Injectable } from '@nestjs/common';
import { LegalCalendar } from '@shekara/calendar';
import {
  ReservationRefusedSchema,
  ReservationReleasedSchema,
  SecurityReservedSchema,
} from '@shekara/contracts';
import { art, Money, type Reason, reason } from '@shekara/kernel';
import { Outbox } from '@shekara/messaging';
import type { Work } from '@shekara/persistence';
import type { ReferenceData } from '@shekara/reference-data';
import { REFERENCE_DATA } from '@shekara/service-kit';
import { WorkItems } from '@shekara/work-items';
import type { SecurityEntity } from '../security/security.entity.js';
import { SecurityRepository } from '../security/security.repository.js';
import { COVER_LOST } from '../security/security.service.js';
import { decideReservation, type ReservationCommand, type SecurityToReserve } from './reservation.js';
import { reservationRefusals } from './reservation-reasons.js';
import { heldBy, ReservationEntity } from './reservation.entity.js';
import { refused, released, reserved } from './reservation.events.js';

const RESERVATION_ARTICLE = art(151, 2);
const RELEASE_ARTICLE = art(143, 6);

export interface ReserveCommand extends ReservationCommand {
  readonly securityNumber: string;
  readonly caseId: string;
}

@Injectable()
export class ReservationService {
  constructor(
    @Inject(REFERENCE_DATA) private readonly reference: ReferenceData,
    @Inject(LegalCalendar) private readonly calendar: LegalCalendar,
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(WorkItems) private readonly workItems: WorkItems,
    @Inject(SecurityRepository) private readonly securities: SecurityRepository,
  ) {}

  /**
   * Art. 150.1, 151.2: reserves or refuses, and answers with a message. The security stays locked to the end of the work,
   * so of two parallel requests that together exceed the balance at most one succeeds (R-GUA-108). A repeated command
   * gets the first answer again; the same id with other data is refused and changes nothing (R-GUA-109).
   */
  async reserve(work: Work, command: ReserveCommand): Promise<ReservationEntity> {
    const security = await this.securities.lock(work, command.securityNumber);
    const earlier = await work.manager.findOneBy(ReservationEntity, { id: command.reservationId });
    if (earlier) return this.answerAgain(work, earlier, command);
    const decision = decideReservation(
      command,
      security && (await this.toReserve(work, security)),
      (customsBody) => this.divisionOf(customsBody, command.on),
      this.calendar,
    );
    const reservation = work.manager.create(ReservationEntity, {
      id: command.reservationId,
      securityNumber: command.securityNumber,
      declarationId: command.declarationId,
      declarationNumber: command.declarationNumber,
      caseId: command.caseId,
      principal: command.principal,
      amount: command.amount,
      called: Money.ZERO,
      on: command.on,
      status: decision.accepted ? 'RESERVED' : 'REFUSED',
      reasons: decision.accepted ? [] : [...decision.reasons],
      decidedAt: work.context.at,
      releasedAt: null,
      releaseCause: '',
    });
    await work.manager.save(reservation);
    if (decision.accepted && security) {
      await this.securities.book(work, security, 'RESERVE', command.amount, reservation.id);
    }
    this.record(work, reservation, decision.accepted ? 'SecurityReserved' : 'ReservationRefused', {
      amount: String(reservation.amount),
      reasons: reservation.reasons.map(({ code, parameters }) => ({ code, parameters })),
    });
    this.answer(work, reservation);
    return reservation;
  }

  /**
   * Art. 143.6: the obligation ended, what is still held is free again. Releasing twice answers twice and frees once; a
   * reservation that its security satisfied has nothing to free.
   * @throws Error for a reservation that never held anything: the sender is wrong, the message is parked.
   */
  async release(work: Work, reservationId: string, securityNumber: string, cause: string): Promise<void> {
    const security = await this.securities.lock(work, securityNumber);
    const reservation = await work.manager.findOneBy(ReservationEntity, {
      id: reservationId,
      securityNumber,
    });
    if (!security || !reservation || reservation.status === 'REFUSED') {
      throw new Error(`reservation ${reservationId} holds nothing on security ${securityNumber}`);
    }
    if (reservation.status !== 'RELEASED' && reservation.status !== 'SATISFIED') {
      reservation.status = 'RELEASED';
      reservation.releasedAt = work.context.at;
      reservation.releaseCause = cause;
      await work.manager.save(reservation);
      const held = await this.free(work, security, reservation);
      this.record(work, reservation, 'ReservationReleased', { amount: String(held), cause });
    }
    this.answerReleased(work, reservation);
  }

  /** The security gave what was owed: the rest of the reservation is free. */
  async satisfy(work: Work, security: SecurityEntity, reservation: ReservationEntity): Promise<void> {
    reservation.status = 'SATISFIED';
    await work.manager.save(reservation);
    const held = await this.free(work, security, reservation);
    this.record(work, reservation, 'ReservationReleased', { amount: String(held), cause: 'SATISFIED' });
    this.answerReleased(work, reservation);
  }

  private answerReleased(work: Work, reservation: ReservationEntity): void {
    this.outbox.publish(
      work,
      ReservationReleasedSchema,
      released(reservation, reservation.releasedAt ?? work.context.at),
      { caseId: reservation.caseId, ground: RELEASE_ARTICLE },
    );
  }

  /** The last open obligation of an ended security is gone: nothing is uncovered any more. */
  private async free(work: Work, security: SecurityEntity, reservation: ReservationEntity): Promise<Money> {
    const held = heldBy(reservation);
    const left = security.reserved.minus(held);
    if (security.status === 'EXPIRED_UNCOVERED' && left.isZero()) {
      security.status = 'EXPIRED';
      await this.workItems.cancel(work, COVER_LOST, security.id, 'OBLIGATIONS_ENDED');
    }
    if (held.isPositive()) await this.securities.book(work, security, 'RELEASE', held, reservation.id);
    else await work.manager.save(security);
    return held;
  }

  private answerAgain(work: Work, earlier: ReservationEntity, command: ReserveCommand): ReservationEntity {
    if (sameCommand(earlier, command)) {
      this.answer(work, earlier);
      return earlier;
    }
    const conflict = work.manager.create(ReservationEntity, {
      ...earlier,
      securityNumber: command.securityNumber,
      declarationId: command.declarationId,
      caseId: command.caseId,
    });
    this.publishRefusal(work, conflict, [reason(reservationRefusals.RESERVATION_ID_REUSED)], work.context.at);
    return earlier;
  }

  private answer(work: Work, reservation: ReservationEntity): void {
    if (reservation.status === 'REFUSED') {
      this.publishRefusal(work, reservation, reservation.reasons, reservation.decidedAt);
      return;
    }
    this.outbox.publish(work, SecurityReservedSchema, reserved(reservation), {
      caseId: reservation.caseId,
      ground: RESERVATION_ARTICLE,
    });
  }

  private publishRefusal(
    work: Work,
    reservation: ReservationEntity,
    reasons: readonly Reason[],
    refusedAt: Date,
  ): void {
    this.outbox.publish(work, ReservationRefusedSchema, refused(reservation, reasons, refusedAt), {
      caseId: reservation.caseId,
      ground: RESERVATION_ARTICLE,
    });
  }

  private async toReserve(work: Work, security: SecurityEntity): Promise<SecurityToReserve> {
    const served =
      security.kind === 'SINGLE'
        ? await work.manager.query<{ declaration_id: string }[]>(
            `SELECT DISTINCT declaration_id FROM reservations WHERE security_number = $1 AND status <> 'REFUSED'`,
            [security.number],
          )
        : [];
    const { kind, method, status, principal, acceptingBody, bodyScope, validFrom, validTo } = security;
    return {
      kind,
      method,
      status,
      principal,
      acceptingBody,
      bodyScope,
      validFrom,
      ...(validTo === null ? {} : { validTo }),
      balance: { granted: security.amount, reserved: security.reserved, called: security.called },
      servedDeclarations: served.map(({ declaration_id: declaration }) => declaration),
    };
  }

  /** A department is its own division; a post or checkpoint belongs to that of its department. */
  private divisionOf(customsBody: string, on: string): string {
    return this.reference.customsBodies.find(customsBody, on)?.superior ?? customsBody;
  }

  private record(work: Work, reservation: ReservationEntity, type: string, payload: object): void {
    const { id, caseId, securityNumber, declarationId } = reservation;
    work.record({
      stream: 'Reservation',
      streamId: id,
      caseId,
      type,
      payload: { securityNumber, declarationId, ...payload },
      ground: type === 'ReservationReleased' ? RELEASE_ARTICLE : RESERVATION_ARTICLE,
    });
  }
}

function sameCommand(earlier: ReservationEntity, command: ReserveCommand): boolean {
  return (
    earlier.securityNumber === command.securityNumber &&
    earlier.declarationId === command.declarationId &&
    earlier.principal === command.principal &&
    earlier.on === command.on &&
    earlier.amount.compare(command.amount) === 0
  );
}

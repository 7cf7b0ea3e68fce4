/** What a demand does to the balance of its security and to its reservation (F-GUA-8). The security is locked. */
import { Inject, Injectable } from '@nestjs/common';
import { LegalCalendar } from '@shekara/calendar';
import { Money } from '@shekara/kernel';
import type { Work } from '@shekara/persistence';
import { heldBy, type ReservationEntity } from '../reservation/reservation.entity.js';
import { ReservationService } from '../reservation/reservation.service.js';
import { available } from '../security/balance.js';
import type { SecurityEntity } from '../security/security.entity.js';
import { SecurityRepository } from '../security/security.repository.js';
import type { DemandEntity } from './demand.entity.js';
import type { Limits } from './demand.js';
import { Demands } from './demands.repository.js';

/** A demand with what it is about. */
export interface CalledCover {
  readonly demand: DemandEntity;
  readonly security: SecurityEntity;
  readonly reservation: ReservationEntity;
}

@Injectable()
export class CalledBalance {
  constructor(
    @Inject(LegalCalendar) private readonly calendar: LegalCalendar,
    @Inject(SecurityRepository) private readonly securities: SecurityRepository,
    @Inject(ReservationService) private readonly reservations: ReservationService,
    @Inject(Demands) private readonly demands: Demands,
  ) {}

  /** What the security carries for this cover, and what is asked of others. */
  async limits(work: Work, { demand, security, reservation }: CalledCover): Promise<Limits> {
    const { amount: granted, reserved, called } = security;
    const free = available({ granted, reserved, called });
    return {
      callable: demand.demanded.plus(heldBy(reservation)).plus(free),
      demandedOfOthers: await this.demands.demandedOfOthers(work, demand),
    };
  }

  /** Calls in more: first what the reservation holds; fines above it are taken from what is free (R-GUA-132). */
  async call(
    work: Work,
    { demand, security, reservation }: CalledCover,
    amount: Money,
    type: 'CALL' | 'BUDGET_TRANSFER',
  ): Promise<void> {
    const above = amount.minus(heldBy(reservation));
    if (above.isPositive()) await this.securities.book(work, security, 'ADJUST', above, reservation.id);
    security.status = 'CALLED';
    await this.securities.book(work, security, type, amount, reservation.id);
    reservation.called = reservation.called.plus(amount);
    reservation.status = 'CALLED';
    await work.manager.save(reservation);
    demand.demanded = demand.demanded.plus(amount);
  }

  /** The demand ended: paid in full the rest of the reservation is free, else what it holds stays held. */
  async finish(work: Work, cover: CalledCover, satisfied: boolean): Promise<void> {
    const { security, reservation } = cover;
    security.status = await this.statusAfter(work, cover);
    if (satisfied) {
      await this.reservations.satisfy(work, security, reservation);
      return;
    }
    reservation.status = 'SHORTFALL';
    await work.manager.save(reservation);
    await work.manager.save(security);
  }

  /** The demand was withdrawn: what it called is held again, as far as it was held before. */
  async undo(work: Work, cover: CalledCover): Promise<void> {
    const { demand, security, reservation } = cover;
    const { demanded } = demand;
    if (demanded.isPositive()) {
      const above = demanded.minus(reservation.amount);
      await this.securities.book(work, security, 'CALL_CANCEL', demanded, reservation.id);
      if (above.isPositive()) await this.securities.book(work, security, 'RELEASE', above, reservation.id);
    }
    demand.demanded = Money.ZERO;
    reservation.called = Money.ZERO;
    reservation.status = 'RESERVED';
    await work.manager.save(reservation);
    security.status = await this.statusAfter(work, cover);
    await work.manager.save(security);
  }

  /** Money of the demand came. */
  async paid(work: Work, { security, reservation }: CalledCover, amount: Money): Promise<void> {
    if (amount.isPositive()) await this.securities.book(work, security, 'CALL_PAID', amount, reservation.id);
  }

  /** Where the security stands when this demand no longer waits (state table "Security"). */
  private async statusAfter(
    work: Work,
    { demand, security }: CalledCover,
  ): Promise<SecurityEntity['status']> {
    if (security.status !== 'CALLED') return security.status;
    if (await this.demands.othersOpen(work, demand)) return 'CALLED';
    const { amount, reserved, called, validTo } = security;
    const left = amount.minus(called);
    if (!left.isPositive()) return 'EXHAUSTED';
    if (validTo === null || this.calendar.civilDate(work.context.at) <= validTo) return 'ACTIVE';
    return reserved.isPositive() ? 'EXPIRED_UNCOVERED' : 'EXPIRED';
  }
}

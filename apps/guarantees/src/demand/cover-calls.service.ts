/** What messages do to covers: collection calls a security, or the secured obligation ended (art. 143.6, 157.2, 161.1). */
import { Inject, Injectable } from '@nestjs/common';
import { LegalCalendar } from '@shekara/calendar';
import type { Work } from '@shekara/persistence';
import { ReservationEntity } from '../reservation/reservation.entity.js';
import { ReservationService } from '../reservation/reservation.service.js';
import { SecurityRepository } from '../security/security.repository.js';
import type { CalledCover } from './called-balance.service.js';
import { type AbsentCover, DemandAnnouncements } from './demand-announcements.service.js';
import type { DemandEntity } from './demand.entity.js';
import { isOpen } from './demand.js';
import { DemandService, type FoundDefault } from './demand.service.js';
import { Demands } from './demands.repository.js';

@Injectable()
export class CoverCalls {
  constructor(
    @Inject(LegalCalendar) private readonly calendar: LegalCalendar,
    @Inject(SecurityRepository) private readonly securities: SecurityRepository,
    @Inject(ReservationService) private readonly reservations: ReservationService,
    @Inject(Demands) private readonly demands: Demands,
    @Inject(DemandService) private readonly service: DemandService,
    @Inject(DemandAnnouncements) private readonly announcements: DemandAnnouncements,
  ) {}

  /** Everything of a demand of the security, which is locked; undefined for a demand of another one. */
  async hold(work: Work, securityNumber: string, id: string): Promise<CalledCover | undefined> {
    const security = await this.securities.lock(work, securityNumber);
    const demand = security && (await this.demands.find(work.manager, securityNumber, id));
    return security && demand && { demand, security, reservation: await this.reservationOf(work, demand) };
  }

  /**
   * Collection names a security of its debt. A cover that is not called in yet is in default from now on; of one that is,
   * nothing is asked twice (R-GUA-182); one that holds nothing is reported absent.
   */
  async called(work: Work, cover: AbsentCover, found: FoundDefault): Promise<void> {
    const { securityNumber, reservationId: id, collectionId } = cover;
    const security = await this.securities.lock(work, securityNumber);
    const demand = await this.demands.ofCover(work, id);
    if (demand) {
      if (demand.collectionId === '') {
        demand.collectionId = collectionId;
        await work.manager.save(demand);
      }
      this.announcements.calledAgain(work, demand, collectionId);
      return;
    }
    const reservation = await work.manager.findOneBy(ReservationEntity, { id, securityNumber });
    const handled =
      security && reservation && (await this.service.default(work, security, reservation, found));
    if (!handled?.accepted) this.announcements.absent(work, cover, this.calendar.civilDate(work.context.at));
  }

  /** The obligation ended: an open demand is withdrawn, and what is held is free again (R-GUA-067, R-GUA-113). */
  async obligationEnded(
    work: Work,
    {
      reservationId,
      securityNumber,
      cause,
    }: { reservationId: string; securityNumber: string; cause: string },
  ): Promise<void> {
    const security = await this.securities.lock(work, securityNumber);
    const demand = await this.demands.ofCover(work, reservationId);
    if (security && demand && isOpen(demand)) {
      const reservation = await this.reservationOf(work, demand);
      await this.service.cancel(work, { demand, security, reservation }, cause);
    }
    await this.reservations.release(work, reservationId, securityNumber, cause);
  }

  private reservationOf(work: Work, { reservationId: id }: DemandEntity): Promise<ReservationEntity> {
    return work.manager.findOneByOrFail(ReservationEntity, { id });
  }
}

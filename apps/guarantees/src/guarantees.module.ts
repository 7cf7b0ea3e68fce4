import { Module } from '@nestjs/common';
import { LawModule } from '@shekara/service-kit';
import { DemandModule } from './demand/demand.module.js';
import { ReservationModule } from './reservation/reservation.module.js';
import { SecurityModule } from './security/security.module.js';

/** What secures duties and taxes: securities, their reservations, and what is called in. One line a slice. */
@Module({ imports: [LawModule, SecurityModule, ReservationModule, DemandModule] })
export class GuaranteesModule {}

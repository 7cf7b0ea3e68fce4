import { Module } from '@nestjs/common';
import { LawModule } from '@shekara/service-kit';
import { ReservationModule } from './reservation/reservation.module.js';
import { SecurityModule } from './security/security.module.js';

/** What secures duties and taxes: securities and their reservations. One line a slice. */
@Module({ imports: [LawModule, SecurityModule, ReservationModule] })
export class GuaranteesModule {}

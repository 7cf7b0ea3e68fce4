import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ReservationModule } from '../reservation/reservation.module.js';
import { SecurityModule } from '../security/security.module.js';
import { CalledBalance } from './called-balance.service.js';
import { CoverCalls } from './cover-calls.service.js';
import { DemandAnnouncements } from './demand-announcements.service.js';
import { DemandConsumer } from './demand.consumer.js';
import { DemandController } from './demand.controller.js';
import { DemandEntity } from './demand.entity.js';
import { DemandReadingController } from './demand-reading.controller.js';
import { DemandService } from './demand.service.js';
import { DemandTerms } from './demand-terms.service.js';
import { Demands } from './demands.repository.js';
import { LateDemandsController } from './late-demands.controller.js';
import { OverdueDemands } from './overdue-demands.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([DemandEntity]), SecurityModule, ReservationModule],
  controllers: [DemandController, DemandReadingController, LateDemandsController, DemandConsumer],
  providers: [
    Demands,
    CalledBalance,
    DemandAnnouncements,
    DemandTerms,
    DemandService,
    OverdueDemands,
    CoverCalls,
  ],
})
export class DemandModule {}

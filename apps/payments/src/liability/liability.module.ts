import { Module } from '@nestjs/common';
import { PenaltyInterestModule } from '../penalty-interest/penalty-interest.module.js';
import { CalculationController } from './calculation.controller.js';
import { Cover } from './cover.service.js';
import { Liabilities } from './liabilities.repository.js';
import { LiabilityAnnouncements } from './liability-announcements.service.js';
import { LiabilityConsumer } from './liability.consumer.js';
import { LiabilityController } from './liability.controller.js';
import { LiabilityService } from './liability.service.js';
import { OfficerLiabilityController } from './officer-liability.controller.js';
import { OfficerLiabilities } from './officer-liability.service.js';
import { ReleasedLiabilities } from './released-liabilities.service.js';

@Module({
  imports: [PenaltyInterestModule],
  controllers: [LiabilityController, OfficerLiabilityController, CalculationController, LiabilityConsumer],
  providers: [
    Liabilities,
    LiabilityAnnouncements,
    Cover,
    LiabilityService,
    ReleasedLiabilities,
    OfficerLiabilities,
  ],
  exports: [Cover, Liabilities],
})
export class LiabilityModule {}

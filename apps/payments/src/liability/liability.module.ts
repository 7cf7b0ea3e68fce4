import { Module } from '@nestjs/common';
import { PayerAccountModule } from '../payer-account/payer-account.module.js';
import { CalculationController } from './calculation.controller.js';
import { Cover } from './cover.service.js';
import { Liabilities } from './liabilities.repository.js';
import { LiabilityAnnouncements } from './liability-announcements.service.js';
import { LiabilityConsumer } from './liability.consumer.js';
import { LiabilityController } from './liability.controller.js';
import { LiabilityService } from './liability.service.js';

@Module({
  imports: [PayerAccountModule],
  controllers: [LiabilityController, CalculationController, LiabilityConsumer],
  providers: [Liabilities, LiabilityAnnouncements, Cover, LiabilityService],
  exports: [Cover],
})
export class LiabilityModule {}

import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CustomsDebtModule } from '../debt/customs-debt.module.js';
import { ObligationAnnouncements } from './obligation-announcements.service.js';
import { ObligationConsumer } from './triggered-obligation.consumer.js';
import { ObligationController } from './triggered-obligation.controller.js';
import { TriggeredObligationEntity } from './triggered-obligation.entity.js';
import { TriggeredObligations } from './triggered-obligations.repository.js';
import { ObligationFindings } from './triggered-obligations.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([TriggeredObligationEntity]), CustomsDebtModule],
  controllers: [ObligationController, ObligationConsumer],
  providers: [ObligationFindings, ObligationAnnouncements, TriggeredObligations],
})
export class TriggeredObligationModule {}

import { Module } from '@nestjs/common';
import { ContingentModule } from '../contingent/contingent.module.js';
import { CustomsDebtModule } from '../debt/customs-debt.module.js';
import { LiabilityModule } from '../liability/liability.module.js';
import { AdjustmentController } from './adjustment.controller.js';
import { AdjustmentAnnouncements } from './adjustment-announcements.service.js';
import { Adjustments } from './adjustment.service.js';
import { AdjustmentRows } from './adjustments.repository.js';
import { Amendments } from './amendment.service.js';
import { LoweredPayments } from './lowered-payments.service.js';
import { OfficerAdjustments } from './officer-adjustment.service.js';
import { RecalculationConsumer } from './recalculation.consumer.js';
import { Withdrawals } from './withdrawal.service.js';

@Module({
  imports: [ContingentModule, CustomsDebtModule, LiabilityModule],
  controllers: [AdjustmentController, RecalculationConsumer],
  providers: [
    AdjustmentAnnouncements,
    AdjustmentRows,
    Adjustments,
    Amendments,
    LoweredPayments,
    OfficerAdjustments,
    Withdrawals,
  ],
})
export class RecalculationModule {}

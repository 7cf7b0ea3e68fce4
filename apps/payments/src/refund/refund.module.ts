import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { LiabilityModule } from '../liability/liability.module.js';
import { OffsetModule } from '../offset/offset.module.js';
import { PenaltyInterestModule } from '../penalty-interest/penalty-interest.module.js';
import { OrdersOfApplication } from './orders-of-application.service.js';
import { OverpaidMoneyOfPayer } from './overpaid-money.service.js';
import { OverpaymentApplicationEntity } from './overpayment-application.entity.js';
import { OverpaymentApplications } from './overpayment-applications.repository.js';
import { OverpaymentConfirmation } from './overpayment-confirmation.service.js';
import { OverpaymentController } from './overpayment.controller.js';
import { OverpaymentRegistration } from './overpayment-registration.service.js';
import { RefundAnnouncements } from './refund-announcements.service.js';
import { RefundExecution } from './refund-execution.service.js';
import { TaxConclusions } from './tax-conclusion.service.js';
import { TreasuryOrderEntity } from './treasury-order.entity.js';

@Module({
  imports: [
    PenaltyInterestModule,
    LiabilityModule,
    OffsetModule,
    TypeOrmModule.forFeature([OverpaymentApplicationEntity, TreasuryOrderEntity]),
  ],
  controllers: [OverpaymentController],
  providers: [
    OverpaymentApplications,
    OverpaidMoneyOfPayer,
    OverpaymentRegistration,
    OverpaymentConfirmation,
    TaxConclusions,
    OrdersOfApplication,
    RefundExecution,
    RefundAnnouncements,
  ],
  exports: [RefundExecution],
})
export class RefundModule {}

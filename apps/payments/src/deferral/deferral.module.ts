import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DebtNoticeModule } from '../debt-notice/debt-notice.module.js';
import { LedgerModule } from '../ledger/ledger.module.js';
import { LiabilityModule } from '../liability/liability.module.js';
import { PayerAccountModule } from '../payer-account/payer-account.module.js';
import { PenaltyInterestModule } from '../penalty-interest/penalty-interest.module.js';
import { AcceptedSecurities } from './accepted-securities.repository.js';
import { DeferralAnnouncements } from './deferral-announcements.service.js';
import { DeferralApplications } from './deferral-application.service.js';
import { DeferralConsumer } from './deferral.consumer.js';
import { DeferralController } from './deferral.controller.js';
import { DeferralEntity, DeferralPartEntity, DeferralPaymentEntity } from './deferral.entity.js';
import { DeferralPayments } from './deferral-payments.service.js';
import { DeferralService } from './deferral.service.js';
import { DeferralSuspensionController } from './deferral-suspension.controller.js';
import { DeferralSuspensions } from './deferral-suspensions.service.js';
import { DeferredDebts } from './deferred-debts.service.js';
import { Deferrals } from './deferrals.repository.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([DeferralEntity, DeferralPartEntity, DeferralPaymentEntity]),
    LedgerModule,
    PayerAccountModule,
    PenaltyInterestModule,
    LiabilityModule,
    DebtNoticeModule,
  ],
  controllers: [DeferralController, DeferralSuspensionController, DeferralConsumer],
  providers: [
    AcceptedSecurities,
    Deferrals,
    DeferralAnnouncements,
    DeferralApplications,
    DeferralPayments,
    DeferralService,
    DeferredDebts,
    DeferralSuspensions,
  ],
})
export class DeferralModule {}

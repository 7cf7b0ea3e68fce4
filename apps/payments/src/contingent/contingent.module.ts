import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CustomsDebtModule } from '../debt/customs-debt.module.js';
import { LedgerModule } from '../ledger/ledger.module.js';
import { PayerAccountModule } from '../payer-account/payer-account.module.js';
import { ContingentAnnouncements } from './contingent-announcements.service.js';
import { ContingentClosings } from './contingent-closings.service.js';
import { ContingentConsumer } from './contingent.consumer.js';
import { ContingentController } from './contingent.controller.js';
import { ContingentLiabilities } from './contingent-liabilities.repository.js';
import { ContingentLiabilityEntity } from './contingent-liability.entity.js';
import { ContingentOpening } from './contingent-opening.service.js';
import { ContingentService } from './contingent.service.js';
import { GivenUpReliefs } from './given-up-reliefs.service.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([ContingentLiabilityEntity]),
    LedgerModule,
    PayerAccountModule,
    CustomsDebtModule,
  ],
  controllers: [ContingentController, ContingentConsumer],
  providers: [
    ContingentLiabilities,
    ContingentAnnouncements,
    ContingentClosings,
    ContingentOpening,
    ContingentService,
    GivenUpReliefs,
  ],
  exports: [GivenUpReliefs],
})
export class ContingentModule {}

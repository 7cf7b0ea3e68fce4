import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BankOrdersModule } from '../bank-orders/bank-orders.module.js';
import { LiabilityModule } from '../liability/liability.module.js';
import { DepositModule } from '../money-guarantee-return/deposit.module.js';
import { PenaltyInterestModule } from '../penalty-interest/penalty-interest.module.js';
import { BankStage } from './forced/bank-stage.service.js';
import { CollectionActs } from './acts/collection-acts.service.js';
import { CollectionAnnouncements } from './case/collection-announcements.service.js';
import { CollectionCaseController } from './opening/collection-case.controller.js';
import { CollectionCaseEntity } from './case/collection-case.entity.js';
import { CollectionCases } from './case/collection-cases.repository.js';
import { CollectionCommands } from './acts/collection-commands.service.js';
import { CollectionConsumer } from './opening/collection.consumer.js';
import { CollectionDisputes } from './acts/collection-disputes.service.js';
import { CollectionDocumentEntity } from './case/collection-document.entity.js';
import { CollectionDocuments } from './case/collection-documents.service.js';
import { CollectionFollowUps } from './acts/collection-follow-ups.service.js';
import { CollectionMoney } from './acts/collection-money.service.js';
import { CollectionOpening } from './opening/collection-opening.service.js';
import { CollectionTerms } from './acts/collection-terms.service.js';
import { DebtorTerms } from './forced/debtor-terms.service.js';
import { DebtorStage } from './forced/debtor-stage.service.js';
import { DetainedGoodsSaleController } from './detained-goods/detained-goods-sale.controller.js';
import { DetainedGoodsSaleEntity } from './detained-goods/detained-goods-sale.entity.js';
import { DetainedGoodsSales } from './detained-goods/detained-goods-sales.service.js';
import { ForcedCollectionController } from './forced/forced-collection.controller.js';
import { GuaranteeCallEntity } from './own-money/guarantee-call.entity.js';
import { GuaranteeCallRecords } from './own-money/guarantee-calls.repository.js';
import { GuaranteeCalls } from './own-money/guarantee-calls.service.js';
import { GuaranteeConsumer } from './own-money/guarantee.consumer.js';
import { OwnMoneyStage } from './own-money/own-money.service.js';
import { PropertyStage } from './forced/property-stage.service.js';
import { SecuringController } from './securing/securing.controller.js';
import { SecuringStage } from './securing/securing.service.js';
import { SecuringTerms } from './securing/securing-terms.service.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([
      CollectionCaseEntity,
      CollectionDocumentEntity,
      DetainedGoodsSaleEntity,
      GuaranteeCallEntity,
    ]),
    BankOrdersModule,
    DepositModule,
    LiabilityModule,
    PenaltyInterestModule,
  ],
  controllers: [
    CollectionCaseController,
    SecuringController,
    ForcedCollectionController,
    DetainedGoodsSaleController,
    CollectionConsumer,
    GuaranteeConsumer,
  ],
  providers: [
    CollectionCases,
    CollectionAnnouncements,
    CollectionDocuments,
    CollectionTerms,
    CollectionMoney,
    CollectionFollowUps,
    CollectionActs,
    CollectionOpening,
    CollectionDisputes,
    CollectionCommands,
    GuaranteeCallRecords,
    GuaranteeCalls,
    OwnMoneyStage,
    SecuringStage,
    SecuringTerms,
    BankStage,
    DebtorStage,
    DebtorTerms,
    PropertyStage,
    DetainedGoodsSales,
  ],
  exports: [CollectionDisputes],
})
export class CollectionModule {}

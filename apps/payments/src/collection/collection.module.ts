import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BankOrdersModule } from '../bank-orders/bank-orders.module.js';
import { PenaltyInterestModule } from '../penalty-interest/penalty-interest.module.js';
import { BankStage } from './bank-stage.service.js';
import { CollectionActs } from './collection-acts.service.js';
import { CollectionAnnouncements } from './collection-announcements.service.js';
import { CollectionCaseController } from './collection-case.controller.js';
import { CollectionCaseEntity } from './collection-case.entity.js';
import { CollectionCases } from './collection-cases.repository.js';
import { CollectionCommands } from './collection-commands.service.js';
import { CollectionConsumer } from './collection.consumer.js';
import { CollectionDisputes } from './collection-disputes.service.js';
import { CollectionDocumentEntity } from './collection-document.entity.js';
import { CollectionDocuments } from './collection-documents.service.js';
import { CollectionFollowUps } from './collection-follow-ups.service.js';
import { CollectionMoney } from './collection-money.service.js';
import { CollectionOpening } from './collection-opening.service.js';
import { CollectionTerms } from './collection-terms.service.js';
import { DebtorStage } from './debtor-stage.service.js';
import { DetainedGoodsSaleController } from './detained-goods-sale.controller.js';
import { DetainedGoodsSaleEntity } from './detained-goods-sale.entity.js';
import { DetainedGoodsSales } from './detained-goods-sales.service.js';
import { ForcedCollectionController } from './forced-collection.controller.js';
import { OwnMoneyStage } from './own-money.service.js';
import { PropertyStage } from './property-stage.service.js';
import { SecuringController } from './securing.controller.js';
import { SecuringStage } from './securing.service.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([CollectionCaseEntity, CollectionDocumentEntity, DetainedGoodsSaleEntity]),
    BankOrdersModule,
    PenaltyInterestModule,
  ],
  controllers: [
    CollectionCaseController,
    SecuringController,
    ForcedCollectionController,
    DetainedGoodsSaleController,
    CollectionConsumer,
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
    OwnMoneyStage,
    SecuringStage,
    BankStage,
    DebtorStage,
    PropertyStage,
    DetainedGoodsSales,
  ],
  exports: [CollectionDisputes],
})
export class CollectionModule {}

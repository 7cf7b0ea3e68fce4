import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { OffsetModule } from '../offset/offset.module.js';
import { PenaltyInterestModule } from '../penalty-interest/penalty-interest.module.js';
import { CalledDeposits } from './called-deposits.service.js';
import { DepositAnnouncements } from './deposit-announcements.service.js';
import { DepositConsumer } from './deposit.consumer.js';
import { DepositController } from './deposit.controller.js';
import { DepositEntity } from './deposit.entity.js';
import { DepositService } from './deposit.service.js';
import { DepositUses } from './deposit-use.service.js';
import { Deposits } from './deposits.repository.js';

@Module({
  imports: [PenaltyInterestModule, OffsetModule, TypeOrmModule.forFeature([DepositEntity])],
  controllers: [DepositController, DepositConsumer],
  providers: [Deposits, DepositService, DepositUses, DepositAnnouncements, CalledDeposits],
  exports: [DepositService, CalledDeposits],
})
export class DepositModule {}

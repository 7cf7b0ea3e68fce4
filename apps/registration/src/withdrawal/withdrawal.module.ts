import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ArrivalNoticeModule } from '../arrival-notice/arrival-notice.module.js';
import { ReleaseModule } from '../release/release.module.js';
import { WithdrawalConsumer } from './withdrawal.consumer.js';
import { WithdrawalController } from './withdrawal.controller.js';
import { WithdrawalEntity } from './withdrawal.entity.js';
import { WithdrawalService } from './withdrawal.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([WithdrawalEntity]), ArrivalNoticeModule, ReleaseModule],
  controllers: [WithdrawalController, WithdrawalConsumer],
  providers: [WithdrawalService],
})
export class WithdrawalModule {}

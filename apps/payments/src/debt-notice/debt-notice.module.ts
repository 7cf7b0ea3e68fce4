import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CustomsDebtModule } from '../debt/customs-debt.module.js';
import { LiabilityModule } from '../liability/liability.module.js';
import { AccountDebtController } from './account-debt.controller.js';
import { AccountDebtNotices } from './account-debt-notices.service.js';
import { DebtNoticeAnnouncements } from './debt-notice-announcements.service.js';
import { DebtNoticeController } from './debt-notice.controller.js';
import { DebtNoticeEntity } from './debt-notice.entity.js';
import { DebtNoticeExecution } from './debt-notice-execution.service.js';
import { DebtNoticeService } from './debt-notice.service.js';
import { NoticeDebts } from './notice-debts.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([DebtNoticeEntity]), CustomsDebtModule, LiabilityModule],
  controllers: [DebtNoticeController, AccountDebtController],
  providers: [
    DebtNoticeAnnouncements,
    NoticeDebts,
    DebtNoticeService,
    AccountDebtNotices,
    DebtNoticeExecution,
  ],
  exports: [DebtNoticeService, DebtNoticeExecution],
})
export class DebtNoticeModule {}

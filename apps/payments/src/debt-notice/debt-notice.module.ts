import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CustomsDebtModule } from '../debt/customs-debt.module.js';
import { DebtNoticeAnnouncements } from './debt-notice-announcements.service.js';
import { DebtNoticeController } from './debt-notice.controller.js';
import { DebtNoticeEntity } from './debt-notice.entity.js';
import { DebtNoticeExecution } from './debt-notice-execution.service.js';
import { DebtNoticeService } from './debt-notice.service.js';
import { NoticeDebts } from './notice-debts.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([DebtNoticeEntity]), CustomsDebtModule],
  controllers: [DebtNoticeController],
  providers: [DebtNoticeAnnouncements, NoticeDebts, DebtNoticeService, DebtNoticeExecution],
  exports: [DebtNoticeService, DebtNoticeExecution],
})
export class DebtNoticeModule {}

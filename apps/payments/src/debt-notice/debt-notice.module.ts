import { Module } from '@nestjs/common';
import { DebtNoticeAnnouncements } from './debt-notice-announcements.service.js';
import { DebtNoticeController } from './debt-notice.controller.js';
import { DebtNoticeExecution } from './debt-notice-execution.service.js';
import { DebtNoticeService } from './debt-notice.service.js';

@Module({
  controllers: [DebtNoticeController],
  providers: [DebtNoticeAnnouncements, DebtNoticeService, DebtNoticeExecution],
})
export class DebtNoticeModule {}

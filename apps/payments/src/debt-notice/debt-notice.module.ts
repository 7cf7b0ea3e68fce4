import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DebtNoticeAnnouncements } from './debt-notice-announcements.service.js';
import { DebtNoticeController } from './debt-notice.controller.js';
import { DebtNoticeEntity } from './debt-notice.entity.js';
import { DebtNoticeExecution } from './debt-notice-execution.service.js';
import { DebtNoticeService } from './debt-notice.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([DebtNoticeEntity])],
  controllers: [DebtNoticeController],
  providers: [DebtNoticeAnnouncements, DebtNoticeService, DebtNoticeExecution],
})
export class DebtNoticeModule {}

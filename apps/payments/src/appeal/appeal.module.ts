import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CollectionModule } from '../collection/collection.module.js';
import { DebtNoticeModule } from '../debt-notice/debt-notice.module.js';
import { AppealAnnouncements } from './appeal-announcements.service.js';
import { AppealController } from './appeal.controller.js';
import { AppealEffects } from './appeal-effects.service.js';
import { AppealEntity } from './appeal.entity.js';
import { AppealFilingService } from './appeal-filing.service.js';
import { AppealService } from './appeal.service.js';
import { Appeals } from './appeals.repository.js';

@Module({
  imports: [TypeOrmModule.forFeature([AppealEntity]), DebtNoticeModule, CollectionModule],
  controllers: [AppealController],
  providers: [Appeals, AppealAnnouncements, AppealEffects, AppealFilingService, AppealService],
})
export class AppealModule {}

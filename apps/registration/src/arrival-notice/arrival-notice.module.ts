import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ArrivalNoticeConsumer } from './arrival-notice.consumer.js';
import { ArrivalNoticeController } from './arrival-notice.controller.js';
import { ArrivalNoticeEntity } from './arrival-notice.entity.js';
import { ArrivalNoticeService } from './arrival-notice.service.js';
import { PresentationService } from './presentation.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([ArrivalNoticeEntity])],
  controllers: [ArrivalNoticeController, ArrivalNoticeConsumer],
  providers: [ArrivalNoticeService, PresentationService],
  exports: [ArrivalNoticeService],
})
export class ArrivalNoticeModule {}

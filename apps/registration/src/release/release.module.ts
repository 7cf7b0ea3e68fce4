import { Module } from '@nestjs/common';
import { ArrivalNoticeModule } from '../arrival-notice/arrival-notice.module.js';
import { ReleaseConsumer } from './release.consumer.js';
import { ReleaseController } from './release.controller.js';
import { ReleaseQueues } from './release-queue.service.js';
import { ReleaseService } from './release.service.js';

@Module({
  imports: [ArrivalNoticeModule],
  controllers: [ReleaseController, ReleaseConsumer],
  providers: [ReleaseService, ReleaseQueues],
  exports: [ReleaseService],
})
export class ReleaseModule {}

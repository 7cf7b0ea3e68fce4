import { Module } from '@nestjs/common';
import { CaseFiles } from './case-files.js';
import { TimelineConsumer } from './timeline.consumer.js';
import { TimelineController } from './timeline.controller.js';

@Module({ controllers: [TimelineController, TimelineConsumer], providers: [CaseFiles] })
export class TimelineModule {}

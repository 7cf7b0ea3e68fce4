import { Module } from '@nestjs/common';
import { LawModule } from '@shekara/service-kit';
import { ArrivalNoticeModule } from './arrival-notice/arrival-notice.module.js';

/** What is on the border: arrival, declaration, release. One line a slice. */
@Module({ imports: [LawModule, ArrivalNoticeModule] })
export class RegistrationModule {}

import { Module } from '@nestjs/common';
import { LawModule } from '@shekara/service-kit';
import { ArrivalNoticeModule } from './arrival-notice/arrival-notice.module.js';
import { DocumentNumberModule } from './document-number/document-number.module.js';
import { GoodsDeclarationModule } from './goods-declaration/goods-declaration.module.js';
import { RegisterProjectionModule } from './register-projection/register-projection.module.js';
import { ReleaseModule } from './release/release.module.js';

/** What is on the border: arrival, declaration, release. One line a slice. */
@Module({
  imports: [
    LawModule.withTariff(),
    DocumentNumberModule,
    ArrivalNoticeModule,
    RegisterProjectionModule,
    GoodsDeclarationModule,
    ReleaseModule,
  ],
})
export class RegistrationModule {}

import { Module } from '@nestjs/common';
import { LawModule, OfficialRatesModule } from '@shekara/service-kit';
import { AdjustmentModule } from './adjustment/adjustment.module.js';
import { AmendmentModule } from './amendment/amendment.module.js';
import { ArrivalNoticeModule } from './arrival-notice/arrival-notice.module.js';
import { DocumentNumberModule } from './document-number/document-number.module.js';
import { GoodsDeclarationModule } from './goods-declaration/goods-declaration.module.js';
import { RegisterProjectionModule } from './register-projection/register-projection.module.js';
import { ReleaseModule } from './release/release.module.js';
import { WithdrawalModule } from './withdrawal/withdrawal.module.js';

/** What is on the border: arrival, declaration, release. One line a slice. */
@Module({
  imports: [
    LawModule.withTariff(),
    OfficialRatesModule,
    DocumentNumberModule,
    ArrivalNoticeModule,
    RegisterProjectionModule,
    GoodsDeclarationModule,
    ReleaseModule,
    AmendmentModule,
    AdjustmentModule,
    WithdrawalModule,
  ],
})
export class RegistrationModule {}

import { Module } from '@nestjs/common';
import { LawModule } from '@shekara/service-kit';
import { DebtNoticeModule } from './debt-notice/debt-notice.module.js';
import { LedgerModule } from './ledger/ledger.module.js';
import { LiabilityModule } from './liability/liability.module.js';
import { MoneyReceiptModule } from './money-receipt/money-receipt.module.js';
import { PayerAccountModule } from './payer-account/payer-account.module.js';

/** Who owes what, and is it covered. One line a slice. */
@Module({
  imports: [
    LawModule,
    LedgerModule,
    PayerAccountModule,
    LiabilityModule,
    MoneyReceiptModule,
    DebtNoticeModule,
  ],
})
export class PaymentsModule {}

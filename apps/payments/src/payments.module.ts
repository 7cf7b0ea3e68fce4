import { Module } from '@nestjs/common';
import { LawModule } from '@shekara/service-kit';
import { AppealModule } from './appeal/appeal.module.js';
import { CollectionModule } from './collection/collection.module.js';
import { BankOrdersModule } from './bank-orders/bank-orders.module.js';
import { CustomsDebtModule } from './debt/customs-debt.module.js';
import { CertificatesModule } from './certificates/certificates.module.js';
import { BankStatementModule } from './bank-statement/bank-statement.module.js';
import { DebtNoticeModule } from './debt-notice/debt-notice.module.js';
import { DeferralModule } from './deferral/deferral.module.js';
import { DebtorPublicationModule } from './debtor-publication/debtor-publication.module.js';
import { LedgerModule } from './ledger/ledger.module.js';
import { LiabilityModule } from './liability/liability.module.js';
import { DepositModule } from './money-guarantee-return/deposit.module.js';
import { MoneyReceiptModule } from './money-receipt/money-receipt.module.js';
import { PayerAccountModule } from './payer-account/payer-account.module.js';
import { PrintedDocumentModule } from './printed-document/printed-document.module.js';
import { RefundModule } from './refund/refund.module.js';
import { WriteOffModule } from './write-off/write-off.module.js';
import { TreasuryReportModule } from './treasury-report/treasury-report.module.js';

/** Who owes what, and is it covered. One line a slice. */
@Module({
  imports: [
    LawModule.withTariff(),
    LedgerModule,
    PayerAccountModule,
    LiabilityModule,
    MoneyReceiptModule,
    BankOrdersModule,
    BankStatementModule,
    TreasuryReportModule,
    DebtNoticeModule,
    CertificatesModule,
    PrintedDocumentModule,
    DebtorPublicationModule,
    CustomsDebtModule,
    DeferralModule,
    AppealModule,
    CollectionModule,
    WriteOffModule,
    RefundModule,
    DepositModule,
  ],
})
export class PaymentsModule {}

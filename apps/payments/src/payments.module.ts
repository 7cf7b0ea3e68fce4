import { Module } from '@nestjs/common';
import { LawModule, OfficialRatesModule } from '@shekara/service-kit';
import { AppealModule } from './appeal/appeal.module.js';
import { CollectionModule } from './collection/collection.module.js';
import { BankOrdersModule } from './bank-orders/bank-orders.module.js';
import { ContingentModule } from './contingent/contingent.module.js';
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
import { RecalculationModule } from './recalculation/recalculation.module.js';
import { OtherChargesModule } from './other-charges/other-charges.module.js';
import { ReceiptVoucherModule } from './receipt-voucher/receipt-voucher.module.js';
import { RefundModule } from './refund/refund.module.js';
import { TriggeredObligationModule } from './triggered-obligation/triggered-obligation.module.js';
import { WriteOffModule } from './write-off/write-off.module.js';
import { TreasuryReportModule } from './treasury-report/treasury-report.module.js';

/** Who owes what, and is it covered. One line a slice. */
@Module({
  imports: [
    LawModule.withTariff(),
    OfficialRatesModule,
    LedgerModule,
    PayerAccountModule,
    LiabilityModule,
    RecalculationModule,
    MoneyReceiptModule,
    BankOrdersModule,
    BankStatementModule,
    TreasuryReportModule,
    DebtNoticeModule,
    CertificatesModule,
    PrintedDocumentModule,
    DebtorPublicationModule,
    CustomsDebtModule,
    TriggeredObligationModule,
    ContingentModule,
    DeferralModule,
    AppealModule,
    CollectionModule,
    WriteOffModule,
    RefundModule,
    DepositModule,
    OtherChargesModule,
    ReceiptVoucherModule,
  ],
})
export class PaymentsModule {}

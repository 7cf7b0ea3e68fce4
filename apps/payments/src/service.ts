import { CreateOfficialRates1764000000460, type ServiceDefinition } from '@shekara/service-kit';
import { CreateLedger1764000020000 } from './migrations/1764000020000-ledger.js';
import { CreatePayersAndBanks1764000020100 } from './migrations/1764000020100-payers-and-banks.js';
import { CreateMoneyReceipts1764000020200 } from './migrations/1764000020200-money-receipts.js';
import { CreateLiabilities1764000020300 } from './migrations/1764000020300-liabilities.js';
import { CreateDebtNotices1764000020310 } from './migrations/1764000020310-debt-notices.js';
import { ExtendLedger1764000020400 } from './migrations/1764000020400-ledger-of-debts.js';
import { CreateLateSums1764000020401 } from './migrations/1764000020401-late-sums.js';
import { AddDueDaysOfLiabilities1764000020402 } from './migrations/1764000020402-due-days-of-liabilities.js';
import { CloseAccounts1764000020403 } from './migrations/1764000020403-closing-of-accounts.js';
import { CreateCollection1764000020520 } from './migrations/1764000020520-collection.js';
import { CreateDetainedGoodsSales1764000020530 } from './migrations/1764000020530-detained-goods-sales.js';
import { CreateBankOrders1764000020430 } from './migrations/1764000020430-bank-orders.js';
import { TakeReceiptsInBatches1764000020431 } from './migrations/1764000020431-receipts-in-batches.js';
import { CreateDeferrals1764000020490 } from './migrations/1764000020490-deferrals.js';
import { CreateAppeals1764000020500 } from './migrations/1764000020500-appeals.js';
import { CreateWriteOffs1764000020510 } from './migrations/1764000020510-write-offs.js';
import { CreateOverpayments1764000020460 } from './migrations/1764000020460-overpayments.js';
import { CreateCertificates1764000020550 } from './migrations/1764000020550-certificates.js';
import { CreateDebtorLists1764000020560 } from './migrations/1764000020560-debtor-lists.js';
import { CreatePrintedDocuments1764000020570 } from './migrations/1764000020570-printed-documents.js';
import { CreateStruckIdentificationNumbers1764000020580 } from './migrations/1764000020580-struck-identification-numbers.js';
import { CreateBankStatements1764000020432 } from './migrations/1764000020432-bank-statements.js';
import { CreateDeposits1764000020461 } from './migrations/1764000020461-deposits.js';
import { CreateTreasuryReports1764000020433 } from './migrations/1764000020433-treasury-reports.js';
import { KeepWaitingTreasuryLines1764000020830 } from './migrations/1764000020830-waiting-treasury-lines.js';
import { AddVoucherKinds1764000020831 } from './migrations/1764000020831-voucher-kinds.js';
import { CreateCustomsCharges1764000020832 } from './migrations/1764000020832-customs-charges.js';
import { CreateReceiptVouchers1764000020833 } from './migrations/1764000020833-receipt-vouchers.js';
import { AddDeclarationChanges1764000020700 } from './migrations/1764000020700-declaration-changes.js';
import { PostFaster1764000020600 } from './migrations/1764000020600-faster-postings.js';
import { AddArrears1764000020800 } from './migrations/1764000020800-arrears.js';
import { PutDebtsOff1764000020801 } from './migrations/1764000020801-debts-put-off.js';
import { LeaveChargesWithoutTrigger1764000020770 } from './migrations/1764000020770-liabilities-of-the-charge-alone.js';
import { CreatePreferenceQuotas1764000020730 } from './migrations/1764000020730-preference-quotas.js';
import { CreateContingentLiabilities1764000020740 } from './migrations/1764000020740-contingent-liabilities.js';
import { CreateTriggeredObligations1764000020870 } from './migrations/1764000020870-triggered-obligations.js';
import { KeepSuspensionsOfDeferrals1764000020802 } from './migrations/1764000020802-suspensions-of-deferrals.js';
import { CreateGuaranteeCalls1764000030450 } from './migrations/1764000030450-guarantee-calls.js';
import { KeepGoodsToAssess1764000020771 } from './migrations/1764000020771-goods-to-assess.js';
import { IndexWaitingCollectionCases1764000020880 } from './migrations/1764000020880-waiting-collection-cases.js';
import { PaymentsModule } from './payments.module.js';

export const paymentsService: ServiceDefinition = {
  name: 'payments',
  title: 'Duties, taxes and charges: calculation, ledger, bank money, cover',
  module: PaymentsModule,
  migrations: [
    CreateOfficialRates1764000000460,
    CreateLedger1764000020000,
    CreatePayersAndBanks1764000020100,
    CreateMoneyReceipts1764000020200,
    CreateLiabilities1764000020300,
    CreateDebtNotices1764000020310,
    ExtendLedger1764000020400,
    CreateLateSums1764000020401,
    AddDueDaysOfLiabilities1764000020402,
    CloseAccounts1764000020403,
    CreateCollection1764000020520,
    CreateDetainedGoodsSales1764000020530,
    CreateBankOrders1764000020430,
    TakeReceiptsInBatches1764000020431,
    CreateBankStatements1764000020432,
    CreateTreasuryReports1764000020433,
    CreateDeferrals1764000020490,
    CreateAppeals1764000020500,
    CreateWriteOffs1764000020510,
    CreateOverpayments1764000020460,
    CreateDeposits1764000020461,
    CreateCertificates1764000020550,
    CreateDebtorLists1764000020560,
    CreatePrintedDocuments1764000020570,
    CreateStruckIdentificationNumbers1764000020580,
    PostFaster1764000020600,
    CreateTriggeredObligations1764000020870,
    AddDeclarationChanges1764000020700,
    CreatePreferenceQuotas1764000020730,
    CreateContingentLiabilities1764000020740,
    LeaveChargesWithoutTrigger1764000020770,
    KeepGoodsToAssess1764000020771,
    KeepWaitingTreasuryLines1764000020830,
    AddVoucherKinds1764000020831,
    CreateCustomsCharges1764000020832,
    CreateReceiptVouchers1764000020833,
    AddArrears1764000020800,
    PutDebtsOff1764000020801,
    KeepSuspensionsOfDeferrals1764000020802,
    CreateGuaranteeCalls1764000030450,
    IndexWaitingCollectionCases1764000020880,
  ],
};

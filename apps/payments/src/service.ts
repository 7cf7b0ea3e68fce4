import type { ServiceDefinition } from '@shekara/service-kit';
import { CreateLedger1764000020000 } from './migrations/1764000020000-ledger.js';
import { CreatePayersAndBanks1764000020100 } from './migrations/1764000020100-payers-and-banks.js';
import { CreateMoneyReceipts1764000020200 } from './migrations/1764000020200-money-receipts.js';
import { CreateLiabilities1764000020300 } from './migrations/1764000020300-liabilities.js';
import { CreateDebtNotices1764000020310 } from './migrations/1764000020310-debt-notices.js';
import { PaymentsModule } from './payments.module.js';

export const paymentsService: ServiceDefinition = {
  name: 'payments',
  title: 'Duties, taxes and charges: calculation, ledger, bank money, cover',
  module: PaymentsModule,
  migrations: [
    CreateLedger1764000020000,
    CreatePayersAndBanks1764000020100,
    CreateMoneyReceipts1764000020200,
    CreateLiabilities1764000020300,
    CreateDebtNotices1764000020310,
  ],
};

import { Module } from '@nestjs/common';
import { LedgerModule } from '../ledger/ledger.module.js';
import { AccountEntriesController } from './account-entries.controller.js';
import { AccountEntries } from './account-entries.repository.js';
import { PayerAccountController } from './payer-account.controller.js';
import { PayerAccounts } from './payer-accounts.repository.js';

@Module({
  imports: [LedgerModule],
  controllers: [PayerAccountController, AccountEntriesController],
  providers: [PayerAccounts, AccountEntries],
  exports: [PayerAccounts, LedgerModule],
})
export class PayerAccountModule {}

import { Module } from '@nestjs/common';
import { LedgerModule } from '../ledger/ledger.module.js';
import { PayerAccountController } from './payer-account.controller.js';
import { PayerAccounts } from './payer-accounts.repository.js';

@Module({
  imports: [LedgerModule],
  controllers: [PayerAccountController],
  providers: [PayerAccounts],
  exports: [PayerAccounts, LedgerModule],
})
export class PayerAccountModule {}

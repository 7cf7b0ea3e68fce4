import { Module } from '@nestjs/common';
import { AccountStatements } from './account-statements.repository.js';
import { AccountTurnovers } from './account-turnover.repository.js';
import { Ledger } from './ledger.repository.js';

@Module({
  providers: [Ledger, AccountStatements, AccountTurnovers],
  exports: [Ledger, AccountStatements, AccountTurnovers],
})
export class LedgerModule {}

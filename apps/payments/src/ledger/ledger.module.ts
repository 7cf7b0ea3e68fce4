import { Module } from '@nestjs/common';
import { AccountStatements } from './account-statements.repository.js';
import { Ledger } from './ledger.repository.js';

@Module({ providers: [Ledger, AccountStatements], exports: [Ledger, AccountStatements] })
export class LedgerModule {}

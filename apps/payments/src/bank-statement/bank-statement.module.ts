import { Module } from '@nestjs/common';
import { MoneyReceiptModule } from '../money-receipt/money-receipt.module.js';
import { BankStatementController } from './bank-statement.controller.js';
import { BankStatementService } from './bank-statement.service.js';
import { BankStatements } from './bank-statements.repository.js';
import { TextBodies } from './text-body.service.js';

@Module({
  imports: [MoneyReceiptModule],
  controllers: [BankStatementController],
  providers: [BankStatementService, BankStatements, TextBodies],
})
export class BankStatementModule {}

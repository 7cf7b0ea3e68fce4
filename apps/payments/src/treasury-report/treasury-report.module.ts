import { Module } from '@nestjs/common';
import { MoneyReceiptModule } from '../money-receipt/money-receipt.module.js';
import { RefundModule } from '../refund/refund.module.js';
import { TreasuryLines } from './treasury-lines.repository.js';
import { TreasuryReportConsumer } from './treasury-report.consumer.js';
import { TreasuryReportController } from './treasury-report.controller.js';
import { TreasuryReportService } from './treasury-report.service.js';
import { WaitingTerm } from './waiting-term.service.js';

@Module({
  imports: [MoneyReceiptModule, RefundModule],
  controllers: [TreasuryReportController, TreasuryReportConsumer],
  providers: [TreasuryLines, TreasuryReportService, WaitingTerm],
})
export class TreasuryReportModule {}

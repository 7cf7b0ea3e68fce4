import { Module } from '@nestjs/common';
import { LiabilityModule } from '../liability/liability.module.js';
import { PayerAccountModule } from '../payer-account/payer-account.module.js';
import { MoneyReceiptConsumer } from './money-receipt.consumer.js';
import { MoneyReceiptController } from './money-receipt.controller.js';
import { MoneyReceiptService } from './money-receipt.service.js';
import { MoneyReceipts } from './money-receipts.repository.js';
import { ReceiptAnnouncements } from './receipt-announcements.service.js';

@Module({
  imports: [PayerAccountModule, LiabilityModule],
  controllers: [MoneyReceiptController, MoneyReceiptConsumer],
  providers: [MoneyReceipts, MoneyReceiptService, ReceiptAnnouncements],
})
export class MoneyReceiptModule {}

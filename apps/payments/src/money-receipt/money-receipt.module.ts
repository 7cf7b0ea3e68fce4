import { Module } from '@nestjs/common';
import { LiabilityModule } from '../liability/liability.module.js';
import { PayerAccountModule } from '../payer-account/payer-account.module.js';
import { LicensedBanks } from './licensed-banks.repository.js';
import { MoneyReceiptConsumer } from './money-receipt.consumer.js';
import { MoneyReceiptController } from './money-receipt.controller.js';
import { MoneyReceiptService } from './money-receipt.service.js';
import { MoneyReceipts } from './money-receipts.repository.js';
import { ReceiptAnnouncements } from './receipt-announcements.service.js';
import { ReceiptBooking } from './receipt-booking.service.js';
import { ReceiptIntake } from './receipt-intake.service.js';
import { ReceiptRows } from './receipt-rows.repository.js';
import { RefusedMoney } from './refused-money.service.js';
import { WaitingLines } from './waiting-lines.repository.js';
import { WaitingLineMatching } from './waiting-lines.service.js';

@Module({
  imports: [PayerAccountModule, LiabilityModule],
  controllers: [MoneyReceiptController, MoneyReceiptConsumer],
  providers: [
    LicensedBanks,
    MoneyReceipts,
    MoneyReceiptService,
    ReceiptAnnouncements,
    ReceiptBooking,
    ReceiptIntake,
    ReceiptRows,
    RefusedMoney,
    WaitingLineMatching,
    WaitingLines,
  ],
  exports: [
    LicensedBanks,
    MoneyReceipts,
    MoneyReceiptService,
    ReceiptAnnouncements,
    ReceiptBooking,
    ReceiptIntake,
    WaitingLines,
  ],
})
export class MoneyReceiptModule {}

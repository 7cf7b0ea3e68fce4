import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PayerAccountModule } from '../payer-account/payer-account.module.js';
import { ReceiptVoucherController } from './receipt-voucher.controller.js';
import { ReceiptVoucherEntity } from './receipt-voucher.entity.js';
import { ReceiptVoucherService } from './receipt-voucher.service.js';
import { ReceiptVouchers } from './receipt-vouchers.repository.js';

@Module({
  imports: [TypeOrmModule.forFeature([ReceiptVoucherEntity]), PayerAccountModule],
  controllers: [ReceiptVoucherController],
  providers: [ReceiptVoucherService, ReceiptVouchers],
})
export class ReceiptVoucherModule {}

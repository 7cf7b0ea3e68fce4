import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { LicensedBanks } from '../money-receipt/licensed-banks.repository.js';
import { BankOrderAnnouncements } from './bank-order-announcements.service.js';
import { BankOrderListeners } from './bank-order-listeners.service.js';
import { BankOrderTerms } from './bank-order-terms.service.js';
import { BankOrdersConsumer } from './bank-orders.consumer.js';
import { BankOrdersController } from './bank-orders.controller.js';
import { BankOrderEntity } from './bank-order.entity.js';
import { BankOrders } from './bank-orders.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([BankOrderEntity])],
  controllers: [BankOrdersController, BankOrdersConsumer],
  providers: [BankOrderAnnouncements, BankOrderListeners, BankOrderTerms, BankOrders, LicensedBanks],
  exports: [BankOrders, BankOrderListeners],
})
export class BankOrdersModule {}

import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CustomsDebtModule } from '../debt/customs-debt.module.js';
import { PayerAccountModule } from '../payer-account/payer-account.module.js';
import { OtherChargeAnnouncements } from './other-charge-announcements.service.js';
import { OtherChargeController } from './other-charge.controller.js';
import { OtherChargeEntity } from './other-charge.entity.js';
import { OtherChargeService } from './other-charge.service.js';
import { OtherCharges } from './other-charges.repository.js';

@Module({
  imports: [TypeOrmModule.forFeature([OtherChargeEntity]), CustomsDebtModule, PayerAccountModule],
  controllers: [OtherChargeController],
  providers: [OtherChargeAnnouncements, OtherChargeService, OtherCharges],
})
export class OtherChargesModule {}

import { Module } from '@nestjs/common';
import { PenaltyInterestModule } from '../penalty-interest/penalty-interest.module.js';
import { CustomsDebtController } from './customs-debt.controller.js';
import { CustomsDebts } from './customs-debts.service.js';

@Module({
  imports: [PenaltyInterestModule],
  controllers: [CustomsDebtController],
  providers: [CustomsDebts],
  exports: [CustomsDebts, PenaltyInterestModule],
})
export class CustomsDebtModule {}

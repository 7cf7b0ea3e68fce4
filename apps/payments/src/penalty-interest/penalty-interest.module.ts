import { Module } from '@nestjs/common';
import { PayerAccountModule } from '../payer-account/payer-account.module.js';
import { InterestAccrual } from './interest-accrual.service.js';
import { LateSums } from './late-sums.repository.js';

@Module({
  imports: [PayerAccountModule],
  providers: [LateSums, InterestAccrual],
  exports: [LateSums, InterestAccrual, PayerAccountModule],
})
export class PenaltyInterestModule {}

import { Module } from '@nestjs/common';
import { AccountDebts } from '../arrears/account-debts.service.js';
import { ArrearsStatusService } from '../arrears/arrears-status.service.js';
import { ArrearsStatuses } from '../arrears/arrears-statuses.repository.js';
import { PayerAccountModule } from '../payer-account/payer-account.module.js';
import { InterestAccrual } from './interest-accrual.service.js';
import { LateSums } from './late-sums.repository.js';

@Module({
  imports: [PayerAccountModule],
  providers: [LateSums, ArrearsStatuses, ArrearsStatusService, AccountDebts, InterestAccrual],
  exports: [LateSums, AccountDebts, InterestAccrual, PayerAccountModule],
})
export class PenaltyInterestModule {}

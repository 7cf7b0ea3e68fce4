import { Module } from '@nestjs/common';
import { PenaltyInterestModule } from '../penalty-interest/penalty-interest.module.js';
import { PreferenceQuotas } from '../preference/preference-quotas.repository.js';
import { CalculationController } from './calculation.controller.js';
import { AssessmentQueue } from './assessment-queue.service.js';
import { Cover } from './cover.service.js';
import { EndedLiabilities } from './ended-liabilities.service.js';
import { Liabilities } from './liabilities.repository.js';
import { KeptGoods } from './kept-goods.repository.js';
import { DeclaredQuotas } from './declared-quotas.service.js';
import { LiabilityAnnouncements } from './liability-announcements.service.js';
import { LiabilityConsumer } from './liability.consumer.js';
import { LiabilityController } from './liability.controller.js';
import { LiabilityService } from './liability.service.js';
import { MachineAssessment } from './machine-assessment.service.js';
import { OfficerLiabilityController } from './officer-liability.controller.js';
import { OfficerLiabilities } from './officer-liability.service.js';
import { Recalculation } from './recalculation.service.js';
import { RegisteredGoods } from './registered-goods.service.js';
import { ReleasedLiabilities } from './released-liabilities.service.js';
import { SecuredDefaults } from './secured-defaults.service.js';

@Module({
  imports: [PenaltyInterestModule],
  controllers: [LiabilityController, OfficerLiabilityController, CalculationController, LiabilityConsumer],
  providers: [
    PreferenceQuotas,
    DeclaredQuotas,
    KeptGoods,
    Liabilities,
    LiabilityAnnouncements,
    Cover,
    LiabilityService,
    MachineAssessment,
    ReleasedLiabilities,
    OfficerLiabilities,
    AssessmentQueue,
    EndedLiabilities,
    Recalculation,
    RegisteredGoods,
    SecuredDefaults,
  ],
  exports: [
    DeclaredQuotas,
    KeptGoods,
    AssessmentQueue,
    Cover,
    EndedLiabilities,
    Liabilities,
    LiabilityAnnouncements,
    MachineAssessment,
    Recalculation,
    RegisteredGoods,
    ReleasedLiabilities,
    SecuredDefaults,
  ],
})
export class LiabilityModule {}

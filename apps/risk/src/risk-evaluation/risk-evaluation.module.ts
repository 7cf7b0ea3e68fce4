import { Module } from '@nestjs/common';
import { ControlInstructionModule } from '../control-instruction/control-instruction.module.js';
import { RiskProfileModule } from '../risk-profile/risk-profile.module.js';
import { PersonRecords } from './person-records.service.js';
import { RandomSelectionController } from './random-selection.controller.js';
import { RandomSelections } from './random-selections.service.js';
import { RiskEvaluationConsumer } from './risk-evaluation.consumer.js';
import { RiskEvaluationService } from './risk-evaluation.service.js';

@Module({
  imports: [RiskProfileModule, ControlInstructionModule],
  controllers: [RandomSelectionController, RiskEvaluationConsumer],
  providers: [PersonRecords, RandomSelections, RiskEvaluationService],
})
export class RiskEvaluationModule {}

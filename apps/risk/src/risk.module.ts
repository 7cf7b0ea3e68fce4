import { Module } from '@nestjs/common';
import { LawModule } from '@shekara/service-kit';
import { ControlInstructionModule } from './control-instruction/control-instruction.module.js';
import { RiskEvaluationModule } from './risk-evaluation/risk-evaluation.module.js';
import { RiskProfileModule } from './risk-profile/risk-profile.module.js';

/** What to check and why. One line a slice. */
@Module({ imports: [LawModule, RiskProfileModule, RiskEvaluationModule, ControlInstructionModule] })
export class RiskModule {}

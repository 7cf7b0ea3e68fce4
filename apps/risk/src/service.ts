import type { ServiceDefinition } from '@shekara/service-kit';
import { CreateRiskProfiles1764000003000 } from './migrations/1764000003000-risk-profiles.js';
import { CreateRiskEvaluations1764000003100 } from './migrations/1764000003100-risk-evaluations.js';
import { SeedExampleProfiles1764000003200 } from './migrations/1764000003200-example-profiles.js';
import { KeepArrearsOfPersons1764000003300 } from './migrations/1764000003300-arrears-of-persons.js';
import { RiskModule } from './risk.module.js';

export const riskService: ServiceDefinition = {
  name: 'risk',
  title: 'What is controlled, in which form and how deep; profiles stay inside',
  module: RiskModule,
  migrations: [
    CreateRiskProfiles1764000003000,
    CreateRiskEvaluations1764000003100,
    SeedExampleProfiles1764000003200,
    KeepArrearsOfPersons1764000003300,
  ],
};

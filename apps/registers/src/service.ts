import { CreateOfficialRates1764000000460, type ServiceDefinition } from '@shekara/service-kit';
import { CreateRegisterEntries1764000007000 } from './migrations/1764000007000-register-entries.js';
import { CreatePublishedFigures1764000007100 } from './migrations/1764000007100-published-figures.js';
import { RegistersModule } from './registers.module.js';

export const registersService: ServiceDefinition = {
  name: 'registers',
  title: 'Registers of persons and places in customs affairs',
  module: RegistersModule,
  migrations: [
    CreateOfficialRates1764000000460,
    CreateRegisterEntries1764000007000,
    CreatePublishedFigures1764000007100,
  ],
};

import type { ServiceDefinition } from '@shekara/service-kit';
import { CreateRegisterEntries1764000007000 } from './migrations/1764000007000-register-entries.js';
import { RegistersModule } from './registers.module.js';

export const registersService: ServiceDefinition = {
  name: 'registers',
  title: 'Registers of persons and places in customs affairs',
  module: RegistersModule,
  migrations: [CreateRegisterEntries1764000007000],
};

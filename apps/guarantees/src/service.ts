import type { ServiceDefinition } from '@shekara/service-kit';
import { GuaranteesModule } from './guarantees.module.js';
import { CreateSecurities1764000008000 } from './migrations/1764000008000-securities.js';
import { CreateReservations1764000008100 } from './migrations/1764000008100-reservations.js';
import { CreateDemands1764000030400 } from './migrations/1764000030400-demands.js';

export const guaranteesService: ServiceDefinition = {
  name: 'guarantees',
  title: 'Securities of duties and taxes and their reservations',
  module: GuaranteesModule,
  migrations: [CreateSecurities1764000008000, CreateReservations1764000008100, CreateDemands1764000030400],
};

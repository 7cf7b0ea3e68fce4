import 'reflect-metadata';
import { bootstrap } from '@shekara/service-kit';
import { registrationService } from './service.js';

await bootstrap(registrationService);

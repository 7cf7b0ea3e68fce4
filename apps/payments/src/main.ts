import 'reflect-metadata';
import { bootstrap } from '@shekara/service-kit';
import { paymentsService } from './service.js';

await bootstrap(paymentsService);

import 'reflect-metadata';
import { bootstrap } from '@shekara/service-kit';
import { riskService } from './service.js';

await bootstrap(riskService);

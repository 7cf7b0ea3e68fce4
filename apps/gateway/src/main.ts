import 'reflect-metadata';
import { bootstrap } from '@shekara/service-kit';
import { gatewayService } from './service.js';

await bootstrap(gatewayService);

import 'reflect-metadata';
import { bootstrap } from '@shekara/service-kit';
import { registersService } from './service.js';

await bootstrap(registersService);

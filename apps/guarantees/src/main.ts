import 'reflect-metadata';
import { bootstrap } from '@shekara/service-kit';
import { guaranteesService } from './service.js';

await bootstrap(guaranteesService);

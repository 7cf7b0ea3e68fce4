import 'reflect-metadata';
import { bootstrap } from '@shekara/service-kit';
import { inspectionsService } from './service.js';

await bootstrap(inspectionsService);

import 'reflect-metadata';
import { bootstrap } from '@shekara/service-kit';
import { temporaryStorageService } from './service.js';

await bootstrap(temporaryStorageService);

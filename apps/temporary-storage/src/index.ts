export { temporaryStorageService } from './service.js';

export { inspectionsService } from './service.js';

export { registrationService } from './service.js';

export { riskService } from './service.js';

export { registersService } from './service.js';

export { guaranteesService } from './service.js';

export * from './database.js';
export * from './history.js';
export * from './persistence.module.js';
export * from './tokens.js';
export * from './unit-of-work.js';
export * from './work.js';
export { DataSource, EntityManager } from 'typeorm';

export * from './database.js';
export {
  CHAIN_START,
  canonicalJson,
  chainHash,
  type HistoryEntry,
  historyOf,
  writeHistory,
} from './history.js';
export * from './history-heads.js';
export * from './history-verification.js';
export * from './persistence.module.js';
export * from './tokens.js';
export { urlAsRole } from './runtime-role.js';
export * from './unit-of-work.js';
export * from './work.js';
export { DataSource, EntityManager } from 'typeorm';

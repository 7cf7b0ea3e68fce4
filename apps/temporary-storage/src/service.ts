import type { ServiceDefinition } from '@shekara/service-kit';
import { CreateWarehouses1764000050000 } from './migrations/1764000050000-warehouses.js';
import { CreateStorageLots1764000050100 } from './migrations/1764000050100-storage-lots.js';
import { CreateStockLedger1764000050200 } from './migrations/1764000050200-stock-ledger.js';
import { TemporaryStorageModule } from './temporary-storage.module.js';

export const temporaryStorageService: ServiceDefinition = {
  name: 'temporary-storage',
  title: 'Goods in temporary storage: documents, stock ledger, terms',
  module: TemporaryStorageModule,
  migrations: [CreateWarehouses1764000050000, CreateStorageLots1764000050100, CreateStockLedger1764000050200],
};

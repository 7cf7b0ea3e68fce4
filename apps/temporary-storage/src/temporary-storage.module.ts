import { Module } from '@nestjs/common';
import { LawModule } from '@shekara/service-kit';
import { ExpectedConsignmentModule } from './expected-consignment/expected-consignment.module.js';
import { StorageDocumentsModule } from './storage-documents/storage-documents.module.js';
import { StorageLotModule } from './storage-lot/storage-lot.module.js';
import { StorageTermModule } from './storage-term/storage-term.module.js';
import { WarehouseModule } from './warehouse/warehouse.module.js';

/** Where goods lie between arrival and a procedure. One line a slice. */
@Module({
  imports: [
    LawModule,
    WarehouseModule,
    ExpectedConsignmentModule,
    StorageDocumentsModule,
    StorageLotModule,
    StorageTermModule,
  ],
})
export class TemporaryStorageModule {}

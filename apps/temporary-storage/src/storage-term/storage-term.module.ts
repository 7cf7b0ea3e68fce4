import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { StorageLotModule } from '../storage-lot/storage-lot.module.js';
import { ExtensionRequestEntity } from './extension-request.entity.js';
import { StorageTermController } from './storage-term.controller.js';
import { StorageTermDeadlines } from './storage-term.deadlines.js';
import { StorageTermService } from './storage-term.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([ExtensionRequestEntity]), StorageLotModule],
  controllers: [StorageTermController],
  providers: [StorageTermService, StorageTermDeadlines],
})
export class StorageTermModule {}

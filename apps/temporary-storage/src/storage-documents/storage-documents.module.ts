import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { StorageLotModule } from '../storage-lot/storage-lot.module.js';
import { StorageDocumentSetEntity } from './storage-document-set.entity.js';
import { StorageDocumentsController } from './storage-documents.controller.js';
import { StorageDocumentsService } from './storage-documents.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([StorageDocumentSetEntity]), StorageLotModule],
  controllers: [StorageDocumentsController],
  providers: [StorageDocumentsService],
})
export class StorageDocumentsModule {}

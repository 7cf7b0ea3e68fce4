import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Printables } from './printables.repository.js';
import { PrintedDocumentController } from './printed-document.controller.js';
import { PrintedDocumentEntity } from './printed-document.entity.js';
import { PrintedDocuments, VERIFICATION_ADDRESS } from './printed-documents.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([PrintedDocumentEntity])],
  controllers: [PrintedDocumentController],
  providers: [
    Printables,
    PrintedDocuments,
    { provide: VERIFICATION_ADDRESS, useFactory: () => process.env.VERIFICATION_ADDRESS ?? '' },
  ],
})
export class PrintedDocumentModule {}

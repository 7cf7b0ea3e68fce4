import { Global, Module } from '@nestjs/common';
import { DocumentNumbers } from './document-numbers.repository.js';

/** Numbers for the documents of every slice. */
@Global()
@Module({ providers: [DocumentNumbers], exports: [DocumentNumbers] })
export class DocumentNumberModule {}

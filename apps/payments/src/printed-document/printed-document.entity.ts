import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PrintedKind } from './verification.js';

/** The verification code of a document: one, in whatever language and how often it is printed. */
@Entity('printed_documents')
export class PrintedDocumentEntity {
  @PrimaryColumn('text')
  code: string;

  @Column('text')
  kind: PrintedKind;

  @Column('uuid', { name: 'document_id' })
  documentId: string;

  @Column('timestamptz', { name: 'first_printed_at' })
  firstPrintedAt: Date;

  @Column('text', { name: 'first_printed_by' })
  firstPrintedBy: string;
}

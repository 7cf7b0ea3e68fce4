import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';

/** The documents that collection issues or takes (law file, "Collection documents"). */
export const COLLECTION_DOCUMENT_KINDS = [
  'OWN_MONEY_OFFSET',
  'GUARANTEE_CALL',
  'BANK_ACCOUNT_SUSPENSION',
  'CASH_SUSPENSION',
  'PROPERTY_RESTRICTION',
  'MEASURE_IMPOSSIBLE',
  'COLLECTION_ORDER',
  'DEBTOR_LIST',
  'DEBTOR_NOTICE',
  'SETTLEMENT_ACT',
  'FORECLOSURE_RESOLUTION',
  'BANKRUPTCY_APPLICATION',
  'COURT_APPLICATION',
] as const;
export type CollectionDocumentKind = (typeof COLLECTION_DOCUMENT_KINDS)[number];

/** L5 to L9; a document that nothing happens to afterwards stays ISSUED. */
export const COLLECTION_DOCUMENT_STATES = [
  'ISSUED',
  'IN_FORCE',
  'DELIVERED',
  'RESTRICTED',
  'FORECLOSED',
  'CANCELLED',
  'SENT',
  'EXECUTED',
  'PARTIAL',
  'UNFILLED',
  'RETURNED',
  'RECALLED',
  'RECEIVED',
  'COLLECTING',
  'DROPPED',
  'TAKEN',
] as const;
export type CollectionDocumentState = (typeof COLLECTION_DOCUMENT_STATES)[number];

/** One document of a case, with its parts as they were signed or received. */
@Entity('collection_documents')
export class CollectionDocumentEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'collection_id' })
  collectionId: string;

  @Column('text')
  kind: CollectionDocumentKind;

  @Column('text')
  number: string;

  @Column('text')
  state: CollectionDocumentState;

  /** Its parts; sums are tenge as text, instants ISO 8601. */
  @Column('jsonb')
  content: Readonly<Record<string, unknown>>;

  @Column('date', { name: 'issued_on' })
  issuedOn: string;

  @VersionColumn()
  version: number;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What registration told of the consignment's declaration. */
export type DeclarationStatus = 'NONE' | 'REGISTERED' | 'RELEASED' | 'REFUSED';

/**
 * What this service knows of a consignment that arrived, by the number of its arrival notice. Its row is the lock under
 * which storage documents and messages of the declaration meet, whichever comes first.
 */
@Entity('expected_consignments')
export class ExpectedConsignmentEntity {
  @PrimaryColumn('text', { name: 'arrival_notice_number' })
  arrivalNoticeNumber: string;

  /** False while only its declaration is known: the message of arrival is still on its way. */
  @Column('boolean')
  arrived: boolean;

  @Column('text', { name: 'case_id' })
  caseId: string;

  @Column('text', { name: 'customs_body' })
  customsBody: string;

  @Column('text', { name: 'carrier_number' })
  carrierNumber: string;

  @Column('text', { name: 'consignee_number' })
  consigneeNumber: string;

  @Column('timestamptz', { name: 'placement_deadline', nullable: true })
  placementDeadline: Date | null;

  @Column('jsonb')
  goods: readonly ArrivedGoods[];

  @Column('text', { name: 'declaration_id' })
  declarationId: string;

  @Column('text', { name: 'declaration_number' })
  declarationNumber: string;

  @Column('timestamptz', { name: 'declaration_filed_at', nullable: true })
  declarationFiledAt: Date | null;

  @Column('text', { name: 'declaration_status' })
  declarationStatus: DeclarationStatus;
}

/** A line of goods as the arrival notice names it; weights are decimals in kg, empty when not given. */
export interface ArrivedGoods {
  readonly line: number;
  readonly commodityCode: string;
  readonly name: string;
  readonly packageCount: number;
  readonly grossWeightKg: string;
}

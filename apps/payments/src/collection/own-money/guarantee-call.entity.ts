import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';

/**
 * GuaranteeCallRecord: what guarantees reports of one cover of a debt, copied from its messages and never made here (art. 145.3,
 * 146.4, 147.3, 149.4, 161.1). Sums are tenge as text. A message that came twice, or before an earlier one, changes nothing
 * that is known.
 */
@Entity('guarantee_calls')
export class GuaranteeCallEntity {
  /** The reservation. */
  @PrimaryColumn('text', { name: 'cover_id' })
  coverId: string;

  @Column('text', { name: 'security_number' })
  securityNumber: string;

  @Column('uuid', { name: 'case_id' })
  caseId: string;

  @Column('text', { name: 'demand_number', nullable: true })
  demandNumber: string | null;

  @Column('numeric', { precision: 20, scale: 2, nullable: true })
  demanded: string | null;

  @Column('date', { name: 'demanded_on', nullable: true })
  demandedOn: string | null;

  /** The last day of the guarantor to pay. */
  @Column('date', { name: 'pay_by', nullable: true })
  payBy: string | null;

  /** NONE: nothing was called in, or the call was withdrawn. */
  @Column('text', { nullable: true })
  result: 'RECOVERED' | 'SHORT' | 'NONE' | null;

  @Column('numeric', { precision: 20, scale: 2, nullable: true })
  recovered: string | null;

  @Column('date', { name: 'result_on', nullable: true })
  resultOn: string | null;

  /** Number of the payment or transfer document. */
  @Column('text', { nullable: true })
  document: string | null;

  @VersionColumn()
  version: number;
}

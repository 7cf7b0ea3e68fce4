import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import type { Bin, CustomsBodyCode, Iin } from '@shekara/kernel';
import type { PaymentKind } from '../payment-kind.js';
import type { ClosedSum, ContingentReason } from './contingent-liability.js';

/** A sum of an item and kind; the amount is text in tenge. */
export interface KeptContingentSum {
  readonly item: number;
  readonly kind: PaymentKind;
  readonly amount: string;
  readonly closed?: ClosedSum;
}

/** What a relief of a released declaration leaves unpaid while its limits of use hold (art. 301, 315.2). Sums are tenge. */
@Entity('contingent_liabilities')
export class ContingentLiabilityEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'case_id' })
  caseId: string;

  @Column('uuid', { name: 'declaration_id' })
  declarationId: string;

  @Column('text', { name: 'declaration_number' })
  declarationNumber: string;

  @Column('text')
  payer: Bin | Iin;

  /** BIN of the customs representative; empty when the declarant filed itself. */
  @Column('text')
  representative: string;

  /** The body that released the goods. */
  @Column('text', { name: 'customs_body' })
  customsBody: CustomsBodyCode;

  @Column('text')
  reason: ContingentReason;

  /** Code of the relief in the register. */
  @Column('text')
  relief: string;

  @Column('text')
  article: string;

  /** What slept at release. */
  @Column('numeric')
  amount: string;

  /** What still sleeps. */
  @Column('numeric')
  left: string;

  @Column('jsonb')
  sums: readonly KeptContingentSum[];

  @Column('date', { name: 'registered_on' })
  registeredOn: string;

  @Column('date', { name: 'released_on' })
  releasedOn: string;

  @Column('date', { name: 'ends_on', nullable: true })
  endsOn: string | null;

  @Column('text')
  status: 'OPEN' | 'CLOSED';

  @VersionColumn()
  version: number;
}

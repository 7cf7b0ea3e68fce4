import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import { type Bin, type CustomsBodyCode, type Iin, Money } from '@shekara/kernel';
import type { MoneyPurpose } from '../payment-kind.js';
import type { KeptDebt } from './overpayment-application.entity.js';
import type { TreasuryOrder, TreasuryOrderStatus, TreasuryOrderType } from './treasury-order.js';

/** An order to the Treasury (art. 154.7). Sums are tenge as text with two decimals. */
@Entity('treasury_orders')
export class TreasuryOrderEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  number: string;

  @Column('uuid', { name: 'application_id' })
  applicationId: string;

  @Column('uuid', { name: 'case_id' })
  caseId: string;

  @Column('text', { name: 'customs_body' })
  customsBody: CustomsBodyCode;

  @Column('text')
  payer: Bin | Iin;

  @Column('text')
  type: TreasuryOrderType;

  @Column('text')
  purpose: MoneyPurpose;

  @Column('numeric')
  amount: string;

  @Column('jsonb', { nullable: true })
  debt: KeptDebt | null;

  /** The rule by which an officer let import duty be set off across kinds. */
  @Column('text', { name: 'treaty_rule', nullable: true })
  treatyRule: string | null;

  @Column('text')
  status: TreasuryOrderStatus;

  @Column('date', { name: 'ordered_on' })
  orderedOn: string;

  @Column('date', { name: 'executed_on', nullable: true })
  executedOn: string | null;

  @Column('date', { name: 'returned_on', nullable: true })
  returnedOn: string | null;

  /** The part of an offset that found no debt any more. */
  @Column('numeric', { name: 'not_used' })
  notUsed: string;

  /** The Treasury's report and line. */
  @Column('text', { nullable: true })
  copy: string | null;

  @Column('text', { nullable: true })
  cause: string | null;

  @VersionColumn()
  version: number;
}

/** The order as the decisions need it. */
export function orderOf({ number, type, status, amount }: TreasuryOrderEntity): TreasuryOrder {
  return { number, type, status, amount: Money.ofTenge(amount) };
}

import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import type { SaleMoneyShared } from './detained-goods-sale.js';

/** NO_REST: all went to duties, taxes and costs. OPEN: the rest may be claimed. LAPSED: nobody did in 3 months. */
export type SaleRestState = 'NO_REST' | 'OPEN' | 'CLAIMED' | 'LAPSED';

/** The money of a sale of detained goods and how it was shared (art. 241). Sums are tenge as text. */
@Entity('detained_goods_sales')
export class DetainedGoodsSaleEntity {
  @PrimaryColumn('uuid')
  id: string;

  /** Number of the act of detention. */
  @Column('text', { name: 'detention_act' })
  detentionAct: string;

  @Column('uuid', { name: 'case_id' })
  caseId: string;

  @Column('text', { name: 'customs_body' })
  customsBody: string;

  /** BIN or IIN of the declarant, or of the owner when nothing was declared. */
  @Column('text')
  claimant: string;

  @Column('text', { name: 'rest_to' })
  restTo: SaleMoneyShared['restTo'];

  @Column('numeric', { precision: 20, scale: 2 })
  proceeds: string;

  @Column('numeric', { name: 'duties_and_taxes', precision: 20, scale: 2 })
  dutiesAndTaxes: string;

  @Column('numeric', { precision: 20, scale: 2 })
  costs: string;

  @Column('numeric', { precision: 20, scale: 2 })
  rest: string;

  @Column('text')
  state: SaleRestState;

  @Column('date', { name: 'received_on' })
  receivedOn: string;

  @Column('date', { name: 'claim_by' })
  claimBy: string;

  /** Number of the letter that told of the rest. */
  @Column('text', { name: 'told_by', nullable: true })
  toldBy: string | null;

  @Column('date', { name: 'claimed_on', nullable: true })
  claimedOn: string | null;

  @VersionColumn()
  version: number;
}

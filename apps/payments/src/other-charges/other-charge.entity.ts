import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import { type Bin, type CustomsBodyCode, type Iin, Money } from '@shekara/kernel';
import type { OtherChargeKind, PartOfCharge } from './other-charge.js';

/** SET until every part is paid; OVERDUE: the first day of the escort ended before. */
export const CHARGE_STATUSES = ['SET', 'PAID', 'OVERDUE', 'HANDED_OVER'] as const;
export type ChargeStatus = (typeof CHARGE_STATUSES)[number];

/** A part as kept; sums are tenge as text. `paidOn` is kept of a preliminary decision only: an escort's is in the ledger. */
export interface KeptPart {
  readonly payer: Bin | Iin;
  readonly payerName: string;
  readonly vehicles: readonly string[];
  readonly amount: string;
  readonly paidOn: string | null;
}

/** The charge of an escort or of a preliminary decision (art. 116, 118). */
@Entity('customs_charges')
export class OtherChargeEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'case_id' })
  caseId: string;

  @Column('text', { name: 'customs_body' })
  customsBody: CustomsBodyCode;

  @Column('text')
  kind: OtherChargeKind;

  /** Number of the decision: the document of the debt. */
  @Column('text')
  decision: string;

  @Column('date', { name: 'decided_on' })
  decidedOn: string;

  @Column('date', { name: 'first_escort_day', nullable: true })
  firstEscortDay: string | null;

  @Column('numeric')
  amount: string;

  @Column('jsonb')
  parts: readonly KeptPart[];

  /** The payers of the parts, for their lists. */
  @Column('text', { array: true })
  payers: string[];

  @Column('text')
  status: ChargeStatus;

  @Column('date', { name: 'handed_over_on', nullable: true })
  handedOverOn: string | null;

  @Column('timestamptz', { name: 'set_at' })
  setAt: Date;

  @VersionColumn()
  version: number;
}

export function partOf({ payer, payerName, vehicles, amount }: KeptPart): PartOfCharge {
  return { payer, payerName, vehicles, amount: Money.ofTenge(amount) };
}

export function keptPart({ payer, payerName, vehicles, amount }: PartOfCharge): KeptPart {
  return { payer, payerName, vehicles, amount: amount.toString(), paidOn: null };
}

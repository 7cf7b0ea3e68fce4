import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import type { Bin, CustomsBodyCode, Iin } from '@shekara/kernel';
import { Money } from '@shekara/kernel';
import type { PaymentKind } from '../payment-kind.js';
import type { UncollectibleDebt, WriteOff, WriteOffStatus } from './write-off.js';

/** Sums are tenge as text. */
export interface KeptUncollectibleDebt {
  readonly liability: string;
  readonly kind: PaymentKind;
  readonly principal: string;
  readonly penaltyInterest: string;
}

/** A proposal to write debt off, and what the head decided (art. 172). */
@Entity('write_offs')
export class WriteOffEntity {
  @PrimaryColumn('uuid')
  id: string;

  /** The case in which every measure was used. */
  @Column('uuid', { name: 'collection_id' })
  collectionId: string;

  @Column('text', { name: 'collection_number' })
  collectionNumber: string;

  @Column('uuid', { name: 'case_id' })
  caseId: string;

  @Column('text', { name: 'customs_body' })
  customsBody: CustomsBodyCode;

  @Column('text')
  payer: Bin | Iin;

  @Column('text', { name: 'payer_name' })
  payerName: string;

  /** As proposed; once written off, as it stood that day. */
  @Column('jsonb')
  debts: readonly KeptUncollectibleDebt[];

  @Column('text', { name: 'ground_act' })
  groundAct: string;

  @Column('text', { name: 'ground_provision' })
  groundProvision: string;

  @Column('text')
  status: WriteOffStatus;

  @Column('jsonb', { nullable: true })
  decision: { readonly number: string; readonly signature: string; readonly by: string } | null;

  @Column('date', { name: 'proposed_on' })
  proposedOn: string;

  @Column('date', { name: 'decided_on', nullable: true })
  decidedOn: string | null;

  @VersionColumn()
  version: number;
}

export function keptUncollectible(debts: readonly UncollectibleDebt[]): readonly KeptUncollectibleDebt[] {
  return debts.map(({ liability, kind, principal, penaltyInterest }) => ({
    liability,
    kind,
    principal: principal.toString(),
    penaltyInterest: penaltyInterest.toString(),
  }));
}

/** The write-off as the decisions need it. */
export function writeOffOf({ status, debts, groundAct, groundProvision }: WriteOffEntity): WriteOff {
  return {
    status,
    debts: debts.map((debt) => ({
      ...debt,
      principal: Money.ofTenge(debt.principal),
      penaltyInterest: Money.ofTenge(debt.penaltyInterest),
    })),
    ground: { act: groundAct, provision: groundProvision },
  };
}

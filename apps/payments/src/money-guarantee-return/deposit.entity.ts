import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import { type Bin, type CustomsBodyCode, type Iin, Money } from '@shekara/kernel';
import type { PayerAtBody } from '../ledger/account.js';
import type { DebtPart } from '../offset/offset.js';
import type { PaymentKind } from '../payment-kind.js';
import type { Deposit, DEPOSIT_KINDS, DepositStatus } from './money-guarantee.js';

/** Another use that a payer asks for (art. 156.7). PAYMENT names the debt; GUARANTEE the obligation to secure. */
export interface AskedUse {
  readonly as: 'PAYMENT' | 'GUARANTEE';
  readonly obligation: string;
  readonly amount: string;
  readonly kind?: PaymentKind | undefined;
  readonly part?: DebtPart | undefined;
}

/** How a deposit was paid out (art. 156.5). Sums are tenge as text. */
export interface KeptSplit {
  readonly debtsDeducted: string;
  readonly bankChargesDeducted: string;
  readonly returned: string;
}

/** A deposit on the account of temporary allocation (art. 145). Sums are tenge as text with two decimals. */
@Entity('deposits')
export class DepositEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'case_id' })
  caseId: string;

  @Column('text')
  kind: (typeof DEPOSIT_KINDS)[number];

  @Column('text')
  payer: Bin | Iin;

  /** The customs body that holds the account. */
  @Column('text', { name: 'held_by' })
  heldBy: CustomsBodyCode;

  /** Number of the security, or the document of a provisional duty. */
  @Column('text', { name: 'secured_obligation' })
  securedObligation: string;

  @Column('text')
  status: DepositStatus;

  @Column('numeric')
  received: string;

  /** What is left of it. */
  @Column('numeric')
  amount: string;

  @Column('date', { name: 'registered_on' })
  registeredOn: string;

  @Column('date', { name: 'fulfilled_on', nullable: true })
  fulfilledOn: string | null;

  @Column('date', { name: 'apply_by', nullable: true })
  applyBy: string | null;

  @Column('date', { name: 'return_requested_on', nullable: true })
  returnRequestedOn: string | null;

  @Column('date', { name: 'pay_by', nullable: true })
  payBy: string | null;

  @Column('date', { name: 'paid_on', nullable: true })
  paidOn: string | null;

  @Column('jsonb', { nullable: true })
  split: KeptSplit | null;

  @Column('jsonb', { name: 'uses_asked', nullable: true })
  usesAsked: readonly AskedUse[] | null;

  @VersionColumn()
  version: number;
}

/** The deposit as the decisions need it; `open`: a reservation of its security still runs. */
export function depositOf(entity: DepositEntity, open: boolean): Deposit {
  const { kind, status, amount, securedObligation, fulfilledOn, heldBy } = entity;
  return {
    kind,
    status,
    amount: Money.ofTenge(amount),
    securedObligation,
    heldBy,
    ...(fulfilledOn === null || open ? {} : { fulfilledOn }),
  };
}

/** Whose deposit it is, at the body that holds it. */
export function ownerOf({ payer, heldBy }: DepositEntity): PayerAtBody {
  return { payer, customsBody: heldBy };
}

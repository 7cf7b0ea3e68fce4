import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import { type Bin, type CustomsBodyCode, type Iin, Money, type Reason } from '@shekara/kernel';
import type { PayerAtBody } from '../ledger/account.js';
import type { DebtPart } from '../offset/offset.js';
import type { MoneyPurpose, PaymentKind } from '../payment-kind.js';
import type { Overpayment } from './overpayment-lifecycle.js';
import type { COPIES_NEEDED, OverpaidAs, OverpaymentStatus } from './overpayment.js';
import type { ClaimedGround } from './refund-claim.js';
import type { MoneyPlace } from './refundable-sum.js';

/** Where a debt stands, on which an order of offset is set. */
export interface KeptDebt {
  readonly customsBody: CustomsBodyCode;
  readonly kind: PaymentKind;
  readonly part: DebtPart;
}

/** An offset to or from import duty that waits for an officer (R-PAY-108). Sums are tenge as text. */
export interface HeldOffset {
  readonly debt: KeptDebt;
  readonly amount: string;
}

export interface KeptConclusion {
  readonly reference: string;
  readonly offset: string;
  readonly refund: string;
}

/** An application for confirmation of an overpayment (art. 154.2). Sums are tenge as text with two decimals. */
@Entity('overpayment_applications')
export class OverpaymentApplicationEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  number: string;

  @Column('uuid', { name: 'case_id' })
  caseId: string;

  @Column('text', { name: 'customs_body' })
  customsBody: CustomsBodyCode;

  @Column('text')
  payer: Bin | Iin;

  /** The payer, or the representative of the declaration. */
  @Column('text', { name: 'applied_by' })
  appliedBy: string;

  @Column('text', { name: 'paid_as' })
  paidAs: OverpaidAs;

  @Column('text')
  purpose: MoneyPurpose;

  @Column('numeric')
  claimed: string;

  @Column('jsonb', { nullable: true })
  ground: ClaimedGround | null;

  @Column('numeric', { name: 'stays_payable', nullable: true })
  staysPayable: string | null;

  @Column('date', { name: 'overpaid_on' })
  overpaidOn: string;

  @Column('text', { name: 'paid_for' })
  paidFor: keyof typeof COPIES_NEEDED;

  @Column('text', { name: 'declaration_number', nullable: true })
  declarationNumber: string | null;

  @Column('jsonb')
  copies: readonly string[];

  @Column('text')
  status: OverpaymentStatus;

  @Column('date', { name: 'submitted_on' })
  submittedOn: string;

  @Column('date', { name: 'decide_by' })
  decideBy: string;

  @Column('date', { name: 'decided_on', nullable: true })
  decidedOn: string | null;

  /** The reconciliation act. */
  @Column('text', { nullable: true })
  act: string | null;

  @Column('text', { name: 'money_place', nullable: true })
  moneyPlace: MoneyPlace | null;

  @Column('numeric')
  confirmed: string;

  /** Overpaid money that this application holds until its orders are carried out. */
  @Column('numeric')
  reserved: string;

  @Column('jsonb')
  reasons: readonly Reason[];

  @Column('date', { name: 'delivered_on', nullable: true })
  deliveredOn: string | null;

  @Column('date', { name: 'apply_to_tax_by', nullable: true })
  applyToTaxBy: string | null;

  @Column('date', { name: 'tax_filed_on', nullable: true })
  taxFiledOn: string | null;

  @Column('jsonb', { nullable: true })
  conclusion: KeptConclusion | null;

  @Column('jsonb')
  held: readonly HeldOffset[];

  @Column('date', { name: 'closed_on', nullable: true })
  closedOn: string | null;

  @VersionColumn()
  version: number;
}

/** The application as the decisions need it. */
export function overpaymentOf(entity: OverpaymentApplicationEntity): Overpayment {
  const { status, purpose, deliveredOn, conclusion } = entity;
  return {
    status,
    purpose,
    claimed: Money.ofTenge(entity.claimed),
    confirmed: Money.ofTenge(entity.confirmed),
    ...(deliveredOn === null ? {} : { deliveredOn }),
    ...(conclusion === null
      ? {}
      : {
          conclusion: {
            reference: conclusion.reference,
            offset: Money.ofTenge(conclusion.offset),
            refund: Money.ofTenge(conclusion.refund),
          },
        }),
  };
}

/** Whose money it is, at which body. */
export function ownerOf({ payer, customsBody }: OverpaymentApplicationEntity): PayerAtBody {
  return { payer, customsBody };
}

import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import type { CustomsBodyCode } from '@shekara/kernel';
import { Money, parseBinOrIin } from '@shekara/kernel';
import type { DebtOfKind } from '../../debt-notice/notice-content.js';
import { keptDebts, type KeptDebtOfKind } from '../../debt-notice/debt-notice.entity.js';
import type { PayerAtBody } from '../../ledger/account.js';
import type { DebtPart } from '../../offset/offset.js';
import type { PaymentKind } from '../../payment-kind.js';
import type { SettledPart } from './case-debts.js';
import type { PrincipalSettled } from './case-interest.js';
import type { NoticePart } from './case-opening.js';
import { type ClosingGround, type CollectionCase, openCase } from './collection-case.js';
import type { CollectionOrder } from '../documents/collection-order-document.js';
import type { CollectionState, PayerStatus } from './collection-measures.js';
import type { DebtorNotice } from '../documents/debtor-documents.js';

/** Sums are tenge as text. */
type Kept<T, Sums extends keyof T> = Omit<T, Sums> & { readonly [Sum in Sums]: string };
type KeptOrder = Kept<Omit<CollectionOrder, 'came'>, 'amount'> & { readonly came?: string };
type KeptDebtorNotice = Kept<Omit<DebtorNotice, 'confirmedBySettlementAct'>, 'receivable' | 'amount'> & {
  readonly confirmedBySettlementAct?: string;
};

/** What was done so far; its sums are tenge as text. */
export interface KeptProgress extends Pick<
  CollectionCase,
  'covers' | 'noSecurity' | 'measures' | 'foreclosure' | 'saleDone'
> {
  readonly offset: string;
  readonly recovered: string;
  readonly orders: readonly KeptOrder[];
  readonly debtorNotices: readonly KeptDebtorNotice[];
}

/** What was collected and waits for its money on the account. */
export interface KeptUnposted {
  readonly kind: PaymentKind;
  readonly part: DebtPart;
  readonly amount: string;
  /** Number of the document that collected it. */
  readonly document: string;
  readonly on: string;
}

export interface KeptPrincipalSettled {
  readonly kind: PaymentKind;
  readonly amount: string;
  readonly on: string;
}

/** A case of forced collection: one part of one notice (art. 157, 161 to 169). */
@Entity('collection_cases')
export class CollectionCaseEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  number: string;

  @Column('uuid', { name: 'notice_id' })
  noticeId: string;

  @Column('text', { name: 'notice_number' })
  noticeNumber: string;

  /** The day of the notice: interest up to it stands in the notice. */
  @Column('date', { name: 'notice_date' })
  noticeDate: string;

  @Column('text')
  part: NoticePart;

  @Column('uuid', { name: 'case_id' })
  caseId: string;

  @Column('text', { name: 'customs_body' })
  customsBody: string;

  @Column('text')
  payer: string;

  @Column('text', { name: 'payer_name' })
  payerName: string;

  @Column('text', { name: 'payer_status' })
  payerStatus: PayerStatus;

  @Column('text')
  state: CollectionState;

  /** Tenge as text, as all sums here. */
  @Column('numeric', { precision: 20, scale: 2 })
  debt: string;

  @Column('numeric', { precision: 20, scale: 2 })
  paused: string;

  /** What defaulted, by kind. */
  @Column('jsonb')
  defaulted: readonly KeptDebtOfKind[];

  /** What of it is left, with the interest that ran since. */
  @Column('jsonb')
  debts: readonly KeptDebtOfKind[];

  /** The late sums on which interest runs. */
  @Column('jsonb')
  overdue: readonly { readonly kind: PaymentKind; readonly principal: string; readonly dueOn: string }[];

  /** Interest added since the notice, by kind. */
  @Column('jsonb', { name: 'interest_added' })
  interestAdded: Readonly<Partial<Record<PaymentKind, string>>>;

  @Column('jsonb', { name: 'principal_settled' })
  principalSettled: readonly KeptPrincipalSettled[];

  @Column('jsonb')
  unposted: readonly KeptUnposted[];

  @Column('jsonb')
  progress: KeptProgress;

  /** The last day of limitation; without one a dispute holds it open (art. 132). */
  @Column('date', { name: 'limitation_last_day', nullable: true })
  limitationLastDay: string | null;

  @Column('date', { name: 'opened_on' })
  openedOn: string;

  @Column('date', { name: 'closed_on', nullable: true })
  closedOn: string | null;

  @Column('text', { name: 'closing_ground', nullable: true })
  closingGround: ClosingGround | null;

  @VersionColumn()
  version: number;
}

/** The case as the decisions need it. */
export function caseOf(row: CollectionCaseEntity): CollectionCase {
  const { offset, recovered, orders, debtorNotices, ...done } = row.progress;
  return {
    ...openCase(
      row.payerStatus,
      row.limitationLastDay === null ? 'OPEN' : { lastDay: row.limitationLastDay },
    ),
    ...done,
    state: row.state,
    debt: Money.ofTenge(row.debt),
    paused: Money.ofTenge(row.paused),
    offset: Money.ofTenge(offset),
    recovered: Money.ofTenge(recovered),
    orders: orders.map(({ amount, came, ...order }) => ({
      ...order,
      amount: Money.ofTenge(amount),
      ...(came === undefined ? {} : { came: Money.ofTenge(came) }),
    })),
    debtorNotices: debtorNotices.map(({ receivable, amount, confirmedBySettlementAct, ...notice }) => ({
      ...notice,
      receivable: Money.ofTenge(receivable),
      amount: Money.ofTenge(amount),
      ...(confirmedBySettlementAct === undefined
        ? {}
        : { confirmedBySettlementAct: Money.ofTenge(confirmedBySettlementAct) }),
    })),
  };
}

/** Writes a case after an event into its row. */
export function keepCase(row: CollectionCaseEntity, one: CollectionCase): void {
  row.state = one.state;
  row.payerStatus = one.payer;
  row.debt = one.debt.toString();
  row.paused = one.paused.toString();
  row.progress = progressOf(one);
}

export function progressOf(one: CollectionCase): KeptProgress {
  return {
    covers: one.covers,
    noSecurity: one.noSecurity,
    measures: one.measures,
    saleDone: one.saleDone,
    ...(one.foreclosure === undefined ? {} : { foreclosure: one.foreclosure }),
    offset: one.offset.toString(),
    recovered: one.recovered.toString(),
    orders: one.orders.map(({ amount, came, ...order }) => ({
      ...order,
      amount: amount.toString(),
      ...(came === undefined ? {} : { came: came.toString() }),
    })),
    debtorNotices: one.debtorNotices.map(({ receivable, amount, confirmedBySettlementAct, ...notice }) => ({
      ...notice,
      receivable: receivable.toString(),
      amount: amount.toString(),
      ...(confirmedBySettlementAct === undefined
        ? {}
        : { confirmedBySettlementAct: confirmedBySettlementAct.toString() }),
    })),
  };
}

/** What defaulted or is left, as money. */
export function debtsIn(kept: readonly KeptDebtOfKind[]): readonly DebtOfKind[] {
  return kept.map(({ kind, principal, penaltyInterest }) => ({
    kind,
    principal: Money.ofTenge(principal),
    penaltyInterest: Money.ofTenge(penaltyInterest),
  }));
}

/** Takes settled parts off what is left, and keeps from when interest knows of them. */
export function keepSettled(
  row: CollectionCaseEntity,
  left: readonly DebtOfKind[],
  settled: readonly SettledPart[],
  on: string,
): void {
  row.debts = keptDebts(left);
  row.principalSettled = [
    ...row.principalSettled,
    ...settled
      .filter(({ part }) => part === 'PRINCIPAL')
      .map(({ kind, amount }) => ({ kind, amount: amount.toString(), on })),
  ];
}

export function principalSettledOf(row: CollectionCaseEntity): readonly PrincipalSettled[] {
  return row.principalSettled.map((settled) => ({ ...settled, amount: Money.ofTenge(settled.amount) }));
}

/** Whose account the case's debts stand on. @throws TypeError for a number that no notice carries. */
export function ownerOf({ payer, customsBody }: CollectionCaseEntity): PayerAtBody {
  const number = parseBinOrIin(payer);
  if (!number) throw new TypeError(`collection against ${payer}: no BIN and no IIN`);
  return { payer: number, customsBody: customsBody as CustomsBodyCode };
}

/** Less is payable by a declaration that was released or is withdrawn: out of what the lowering comes (art. 141.4, 289, 290). */
import { Money } from '@shekara/kernel';
import type { JournalEntry } from '../ledger/journal-entry.js';
import { liabilityLowered } from '../ledger/liability-postings.js';
import { keptOf } from '../liability/recalculation.js';
import {
  type DeclarationLiability,
  type KindOfLiability,
  paidOf,
  uncoveredOf,
} from '../liability/liability.js';
import { ofDeclaration } from '../liability/liability-entries.js';
import { isCharge, type PaymentKind } from '../payment-kind.js';

/** A sum of the declaration that is a debt of the account: left by its release, or added by an adjustment. */
export interface DebtOfDeclaration {
  readonly kind: PaymentKind;
  readonly document: string;
  readonly amount: Money;
  readonly unpaid: Money;
}

/** The declaration's own sums, and those that its adjustments added. */
export function isOfDeclaration(document: string, declarationNumber: string): boolean {
  return document === declarationNumber || document.startsWith(`${declarationNumber}/`);
}

/** A kind as it stands: parts that nobody has paid, parts that were paid, and what a refund took back already. */
export interface StandingKind {
  readonly kind: KindOfLiability;
  readonly debts: readonly DebtOfDeclaration[];
  /** Owed, covered by nothing and no debt of the account by itself. */
  readonly open: Money;
  readonly deferred: Money;
  readonly money: KindOfLiability['money'];
}

export interface LoweredKind {
  readonly kind: PaymentKind;
  readonly debts: readonly { readonly document: string; readonly amount: Money }[];
  /** Had ended as at most EUR 5: nobody owed it any more. */
  readonly smallRemainder: Money;
  readonly open: Money;
  readonly guarantee: Money;
  readonly deferred: Money;
  /** Given back to the payer. */
  readonly money: KindOfLiability['money'];
}

/**
 * How a kind of the declaration stands, with its debts on the account, newest first, and what refunds took back of its money.
 * What release left uncovered, or a broken deferral, stands among the debts and is not counted twice.
 */
export function standingOf(
  { declarationNumber, status }: DeclarationLiability,
  kind: KindOfLiability,
  debts: readonly DebtOfDeclaration[],
  takenBack: Money,
): StandingKind {
  const own = debts.filter((debt) => debt.kind === kind.kind);
  const left = Money.sum(
    own.filter(({ document }) => document === declarationNumber).map(({ amount }) => amount),
  );
  const uncovered = Money.sum(uncoveredOf({ kinds: [kind] }).map(({ amount }) => amount));
  const open = status === 'ENDED' ? above(uncovered, left) : uncovered;
  const deferred = above(kind.deferred ?? Money.ZERO, above(left, uncovered));
  return { kind, debts: own, open, deferred, money: keptOf(kind.money, above(paidOf(kind), takenBack)) };
}

/**
 * What a kind is lowered by to a sum, never below zero: first what nobody has paid, the EUR 5 that ended, debts, the open rest,
 * what a security covers; then what was paid, of debts and by the declaration; duty that a deferral puts off last, for its
 * parts are agreed. A paid charge stays (art. 117; R-PAY-012).
 */
export function loweredTo(sum: Money, standing: StandingKind): LoweredKind {
  const { kind, debts, open, deferred } = standing;
  const charge = isCharge(kind.kind);
  const money = charge ? [] : standing.money;
  const paidDebts = debts.map(({ amount, unpaid }) => (charge ? Money.ZERO : amount.minus(unpaid)));
  let left = above(kind.payable, sum).min(above(standingSum(standing), sum));
  const take = (available: Money): Money => {
    const taken = available.min(left);
    left = left.minus(taken);
    return taken;
  };
  const smallRemainder = take(kind.smallRemainder);
  const unpaid = debts.map((debt) => take(debt.unpaid));
  const fromOpen = take(open);
  const guarantee = take(kind.guarantee);
  const paid = paidDebts.map(take);
  const back = takenFrom(money, take(paidOf({ money })));
  return {
    kind: kind.kind,
    debts: debts
      .map(({ document }, place) => ({
        document,
        amount: (unpaid[place] ?? Money.ZERO).plus(paid[place] ?? Money.ZERO),
      }))
      .filter(({ amount }) => amount.isPositive()),
    smallRemainder,
    open: fromOpen,
    guarantee,
    money: back,
    deferred: take(deferred),
  };
}

/** What the payer owes or has paid of a kind today. */
export function standingSum({ kind, debts, open, deferred, money }: StandingKind): Money {
  return Money.sum([
    ...debts.map(({ amount }) => amount),
    open,
    kind.guarantee,
    deferred,
    kind.smallRemainder,
    paidOf({ money }),
  ]);
}

/** What goes back of money: the advance first. */
function takenFrom(money: KindOfLiability['money'], amount: Money): KindOfLiability['money'] {
  const kept = keptOf(money, paidOf({ money }).minus(amount));
  return money
    .map((part) => ({
      purpose: part.purpose,
      amount: part.amount.minus(kept.find(({ purpose }) => purpose === part.purpose)?.amount ?? Money.ZERO),
    }))
    .filter((part) => part.amount.isPositive());
}

/**
 * The kind after the lowering. What refunds took back of its money stays in it, as they count on. Of its debts and its deferred
 * duty no more is left than the rest of what is payable.
 */
export function afterLowering(
  { declarationNumber }: Pick<DeclarationLiability, 'declarationNumber'>,
  kind: KindOfLiability,
  sum: Money,
  lowered: LoweredKind,
): KindOfLiability {
  const byAdjustments = Money.sum(
    lowered.debts.filter(({ document }) => document !== declarationNumber).map(({ amount }) => amount),
  );
  const payable = isCharge(kind.kind) ? kind.payable.minus(loweredSum(lowered)) : sum.min(kind.payable);
  const money = keptOf(kind.money, paidOf(kind).minus(paidOf(lowered)));
  const guarantee = kind.guarantee.minus(lowered.guarantee);
  const smallRemainder = kind.smallRemainder.minus(lowered.smallRemainder);
  const rest = above(payable, Money.sum([paidOf({ money }), guarantee, smallRemainder]));
  const debt = kind.debt?.minus(byAdjustments).min(rest);
  const deferred = kind.deferred?.minus(lowered.deferred).min(above(rest, debt ?? Money.ZERO));
  return {
    ...kind,
    ...{ payable, money, guarantee, smallRemainder },
    ...(debt ? { debt } : {}),
    ...(deferred ? { deferred } : {}),
  };
}

/** What the payer owes less, or has paid too much. */
export function loweredSum({ debts, open, guarantee, money, deferred }: LoweredKind): Money {
  return Money.sum([
    ...debts.map(({ amount }) => amount),
    open,
    guarantee,
    deferred,
    ...money.map(({ amount }) => amount),
  ]);
}

/**
 * The entry of what the declaration itself stands for, without its debts. Before the liability ended its income is not final and
 * money goes back to what it was sent for; final income gives back money of its kind, as every overpayment is (art. 153.1).
 */
export function loweredPostings(
  liability: DeclarationLiability,
  { kind, open, guarantee, money, deferred }: LoweredKind,
): readonly JournalEntry[] {
  const owed = open.plus(deferred);
  const back = paidOf({ money });
  const amount = Money.sum([owed, guarantee, back]);
  if (!amount.isPositive()) return [];
  const of = { ...ofDeclaration(liability), kind, amount };
  if (liability.status !== 'ENDED') return [liabilityLowered(of, { money, guarantee }, 'ASSESSED_INCOME')];
  const ofKind = back.isPositive() ? [{ purpose: kind, amount: back }] : [];
  return [liabilityLowered(of, { money: ofKind, guarantee }, 'BUDGET_INCOME')];
}

function above(one: Money, other: Money): Money {
  return one.minus(one.min(other));
}

/** Payments of a declaration calculated anew (art. 141.4; R-DEC-112): new sums, what goes on covering them, the difference. */
import { type Exact, Money } from '@shekara/kernel';
import type { JournalEntry } from '../ledger/journal-entry.js';
import {
  coveredByGuarantee,
  coveredFromMoney,
  guaranteeTakenOff,
  liabilityAssessed,
  liabilityLowered,
  smallRemainderEnded,
} from '../ledger/liability-postings.js';
import { isCharge, type MoneyPurpose, type PaymentKind } from '../payment-kind.js';
import type { MoneyCover } from '../release-cover/release-cover.js';
import { type DeclarationLiability, type KindOfLiability, paidOf } from './liability.js';
import { ofDeclaration } from './liability-entries.js';

export interface NewSums {
  readonly payable: ReadonlyMap<PaymentKind, Money>;
  readonly smallRemainderLimit: Exact;
}

type MoneyOfKind = KindOfLiability['money'];

/** Whether any kind is payable in another sum than before. */
export function sumsDiffer(
  { kinds }: Pick<DeclarationLiability, 'kinds'>,
  payable: NewSums['payable'],
): boolean {
  return (
    kinds.some(({ kind, payable: before }) => before.compare(payable.get(kind) ?? Money.ZERO) !== 0) ||
    [...payable].some(([kind, sum]) => sum.isPositive() && !kinds.some((one) => one.kind === kind))
  );
}

/**
 * The liability with its new sums, whose cover is still to be found. What money paid stays as far as it is needed; the rest is
 * the payer's again, the advance first. A security and the EUR 5 are sought anew, for both are of the whole declaration. A
 * deferral puts off at most what is left. A paid charge is never lowered (art. 117; R-PAY-012).
 */
export function recalculated(
  liability: DeclarationLiability,
  { payable, smallRemainderLimit }: NewSums,
): DeclarationLiability {
  const known = new Map(liability.kinds.map((kind) => [kind.kind, kind]));
  const names = [...payable.keys(), ...[...known.keys()].filter((kind) => !payable.has(kind))];
  return {
    ...liability,
    status: 'ASSESSED',
    reasons: [],
    smallRemainderLimit,
    kinds: names
      .map((kind) => renewed(kind, payable.get(kind) ?? Money.ZERO, known.get(kind)))
      .filter((kind) => payable.has(kind.kind) || kind.payable.isPositive()),
  };
}

function renewed(kind: PaymentKind, sum: Money, before: KindOfLiability | undefined): KindOfLiability {
  const paid = before ? paidOf(before) : Money.ZERO;
  const payable = isCharge(kind) && sum.compare(paid) < 0 ? paid : sum;
  const money = keptOf(before?.money ?? [], payable);
  const open = payable.minus(paidOf({ money }));
  const deferred = before?.deferred?.min(open);
  return {
    kind,
    payable,
    money,
    guarantee: Money.ZERO,
    smallRemainder: Money.ZERO,
    ...(deferred?.isPositive() ? { deferred } : {}),
  };
}

/** Money that goes on paying, at most a sum: that sent for the kind stays first, the advance goes back first. */
export function keptOf(money: MoneyOfKind, needed: Money): MoneyOfKind {
  let left = needed;
  return [...money]
    .sort((one, other) => Number(one.purpose === 'ADVANCE') - Number(other.purpose === 'ADVANCE'))
    .map(({ purpose, amount }) => {
      const kept = amount.min(left);
      left = left.minus(kept);
      return { purpose, amount: kept };
    })
    .filter(({ amount }) => amount.isPositive());
}

/** Money that pays the declaration no longer: what it paid before less what it pays now, by kind and purpose. */
export function moneyBack(before: DeclarationLiability, now: DeclarationLiability): readonly MoneyCover[] {
  return before.kinds.flatMap((kind) => {
    const kept = now.kinds.find((one) => one.kind === kind.kind);
    return kind.money
      .map(({ purpose, amount }) => ({
        kind: kind.kind,
        purpose,
        amount: amount.minus(ofPurpose(kept, purpose)),
      }))
      .filter(({ amount }) => amount.isPositive());
  });
}

function ofPurpose(kind: KindOfLiability | undefined, purpose: MoneyPurpose): Money {
  return Money.sum(
    (kind?.money ?? []).filter((part) => part.purpose === purpose).map(({ amount }) => amount),
  );
}

/**
 * The entries that bring the ledger from one state of the liability to the next, before release: differences only. First what
 * frees money, then what is added, then the cover (art. 141.4).
 */
export function differencePostings(
  before: DeclarationLiability,
  now: DeclarationLiability,
): readonly JournalEntry[] {
  const names = new Set([...before.kinds, ...now.kinds].map(({ kind }) => kind));
  const changes = [...names].map((kind) => changeOf(kind, before, now));
  const of = ofDeclaration(now);
  return [
    ...changes
      .filter(({ guarantee }) => guarantee.isNegative())
      .map(({ kind, guarantee }) => guaranteeTakenOff({ ...of, kind, amount: guarantee.negated() })),
    ...changes
      .filter(({ lowered }) => lowered.isPositive())
      .map(({ kind, lowered, back }) =>
        liabilityLowered(
          { ...of, kind, amount: lowered },
          { money: back, guarantee: Money.ZERO },
          'ASSESSED_INCOME',
        ),
      ),
    ...changes
      .filter(({ added }) => added.isPositive())
      .map(({ kind, added }) => liabilityAssessed({ ...of, kind, amount: added })),
    ...changes.flatMap(({ kind, taken }) =>
      taken.map(({ purpose, amount }) => coveredFromMoney({ ...of, kind, amount }, purpose)),
    ),
    ...changes
      .filter(({ guarantee }) => guarantee.isPositive())
      .map(({ kind, guarantee }) => coveredByGuarantee({ ...of, kind, amount: guarantee })),
    ...changes
      .filter(({ ended }) => ended.isPositive())
      .map(({ kind, ended }) => smallRemainderEnded({ ...of, kind, amount: ended })),
  ];
}

/** How a kind changes: what is assessed more or less, which money came or went, what the security covers more or less. */
function changeOf(kind: PaymentKind, before: DeclarationLiability, now: DeclarationLiability) {
  const [old, next] = [before, now].map(({ kinds }) => kinds.find((one) => one.kind === kind));
  const [endedBefore, endedNow] = [old?.smallRemainder ?? Money.ZERO, next?.smallRemainder ?? Money.ZERO];
  const stays = endedBefore.min(endedNow);
  const change = (next?.payable ?? Money.ZERO)
    .minus(old?.payable ?? Money.ZERO)
    .plus(endedBefore.minus(stays));
  const purposes = [
    ...new Set([...(old?.money ?? []), ...(next?.money ?? [])].map(({ purpose }) => purpose)),
  ];
  const moved = purposes.map((purpose) => ({
    purpose,
    amount: ofPurpose(next, purpose).minus(ofPurpose(old, purpose)),
  }));
  return {
    kind,
    added: change,
    lowered: change.negated(),
    ended: endedNow.minus(stays),
    back: moved
      .filter(({ amount }) => amount.isNegative())
      .map(({ purpose, amount }) => ({ purpose, amount: amount.negated() })),
    taken: moved.filter(({ amount }) => amount.isPositive()),
    guarantee: (next?.guarantee ?? Money.ZERO).minus(old?.guarantee ?? Money.ZERO),
  };
}

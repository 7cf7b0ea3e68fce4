/** What an adjustment of the declaration after release makes of its payments (art. 111.2, 125.9, 289.2, 289.3). */
import { Money } from '@shekara/kernel';
import { isSmallRemainder } from '../calculation/small-amounts.js';
import { effectOfCorrection } from '../calculation/value-correction.js';
import type { EnteredSum, SumOfKind } from '../debt/customs-debt.js';
import type { DeclarationLiability, KindOfLiability } from '../liability/liability.js';
import { isCharge, type PaymentKind } from '../payment-kind.js';

/** Who asked for the adjustment: the declarant agrees with its own, customs opens one where it does not (art. 289.3). */
export const OPENED_BY = ['DECLARANT', 'CUSTOMS'] as const;
export type OpenedBy = (typeof OPENED_BY)[number];

export function isOpenedBy(text: string): text is OpenedBy {
  return (OPENED_BY as readonly string[]).includes(text);
}

export interface AdjustedSums {
  /** Missing sums, with the days on which they were due: debts of the account. */
  readonly added: readonly EnteredSum[];
  /** Missing duties and taxes that end, for with all that is unpaid they make at most EUR 5 (art. 129.2(4); R-PAY-069). */
  readonly ended: readonly SumOfKind[];
  /** Kinds of which less is payable, and what stays payable of them. */
  readonly lowered: ReadonlyMap<PaymentKind, Money>;
}

/**
 * Compares what is payable now, by kind, with what was. `unpaid`: duties and taxes of the declaration that nobody has paid;
 * `givenUp`: due days of the kinds of which the adjustment gives up a relief with use limits (R-PAY-074).
 */
export function adjustedSums(
  liability: DeclarationLiability,
  payable: ReadonlyMap<PaymentKind, Money>,
  unpaid: Money,
  givenUp: ReadonlyMap<PaymentKind, string> = new Map(),
): AdjustedSums {
  const before = new Map(liability.kinds.map((kind) => [kind.kind, kind.payable]));
  const names = [...new Set([...before.keys(), ...payable.keys()])];
  const changes = names.map((kind) => ({
    kind,
    to: payable.get(kind) ?? Money.ZERO,
    by: (payable.get(kind) ?? Money.ZERO).minus(before.get(kind) ?? Money.ZERO),
  }));
  const grown = changes
    .filter(({ by }) => by.isPositive())
    .map(({ kind, by }) => ({ kind, amount: by, dueOn: givenUp.get(kind) ?? dueDayOf(kind, liability) }));
  const smallBefore = Money.sum(liability.kinds.map(({ smallRemainder }) => smallRemainder));
  const remainder = sumOf(grown.filter(({ kind }) => !isCharge(kind)))
    .plus(unpaid)
    .plus(smallBefore);
  const ends = isSmallRemainder(remainder, liability.smallRemainderLimit);
  return {
    added: grown.filter(({ kind }) => isCharge(kind) || !ends),
    ended: grown.filter(({ kind }) => !isCharge(kind) && ends),
    lowered: new Map(changes.filter(({ by }) => by.isNegative()).map(({ kind, to }) => [kind, to])),
  };
}

/** The day on which the payment would have been due, had the declaration been right: release, for the charge registration. */
function dueDayOf(kind: PaymentKind, { dueOn, releasedOn, registeredOn }: DeclarationLiability): string {
  return isCharge(kind) ? registeredOn : (dueOn ?? releasedOn ?? registeredOn);
}

/** Missing sums as debts, and whose calculation they are (R-PAY-043, R-PAY-239); undefined when nothing is missing. */
export function debtsOf(
  added: readonly EnteredSum[],
  openedBy: OpenedBy,
): { readonly calculatedBy: 'PAYER' | 'CUSTOMS'; readonly sums: readonly EnteredSum[] } | undefined {
  if (added.length === 0) return undefined;
  const effect = effectOfCorrection({
    stage: 'AFTER_RELEASE',
    addedSum: sumOf(added),
    declarantAgrees: openedBy === 'DECLARANT',
  });
  const [debt] = effect.accepted ? effect.events : [];
  if (debt?.type !== 'DebtAssessed') throw new Error('a correction after release makes a debt');
  return { calculatedBy: debt.calculatedBy, sums: added };
}

/** The liability with what was added: debts by themselves, or ended as small. */
export function withAdded(
  liability: DeclarationLiability,
  { added, ended }: Pick<AdjustedSums, 'added' | 'ended'>,
): DeclarationLiability {
  const known = new Set(liability.kinds.map(({ kind }) => kind));
  const others = [...added, ...ended]
    .filter(({ kind }) => !known.has(kind))
    .map(({ kind }) => nothingOf(kind));
  return {
    ...liability,
    kinds: [...liability.kinds, ...others].map((kind) => {
      const debt = amountOf(added, kind.kind);
      const small = amountOf(ended, kind.kind);
      return {
        ...kind,
        payable: kind.payable.plus(debt).plus(small),
        smallRemainder: kind.smallRemainder.plus(small),
        ...(debt.isPositive() ? { debt: (kind.debt ?? Money.ZERO).plus(debt) } : {}),
      };
    }),
  };
}

function nothingOf(kind: PaymentKind): KindOfLiability {
  return { kind, payable: Money.ZERO, money: [], guarantee: Money.ZERO, smallRemainder: Money.ZERO };
}

function amountOf(sums: readonly SumOfKind[], kind: PaymentKind): Money {
  return sumOf(sums.filter((sum) => sum.kind === kind));
}

function sumOf(sums: readonly SumOfKind[]): Money {
  return Money.sum(sums.map(({ amount }) => amount));
}

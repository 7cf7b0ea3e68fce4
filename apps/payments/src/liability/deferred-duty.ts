/** Import duty of a declaration that a deferral puts off, and what was paid of it (art. 133, 136.1). */
import { Money } from '@shekara/kernel';
import type { DeclarationLiability, KindOfLiability } from './liability.js';

/** The liability with the import duty that a deferral puts off, at most what nothing else covers (art. 133.1, 134.1). */
export function withDeferral(liability: DeclarationLiability, duty: Money): DeclarationLiability {
  return {
    ...liability,
    kinds: liability.kinds.map((kind) =>
      kind.kind === 'IMPORT_DUTY' ? { ...kind, deferred: duty.min(unpaidOf(kind)) } : kind,
    ),
  };
}

function unpaidOf({ payable, money, guarantee }: KindOfLiability): Money {
  return payable.minus(guarantee).minus(Money.sum(money.map(({ amount }) => amount)));
}

/** The liability after a part of its deferred duty was paid: that money goes back with the rest where release is refused. */
export function withDeferredDutyPaid(
  liability: DeclarationLiability,
  paid: KindOfLiability['money'][number],
): DeclarationLiability {
  return {
    ...liability,
    kinds: liability.kinds.map((kind) =>
      kind.kind === 'IMPORT_DUTY'
        ? { ...kind, money: moneyWith(kind.money, paid), ...lessDeferred(kind, paid.amount) }
        : kind,
    ),
  };
}

/** Money of one purpose is one sum. */
export function moneyWith(
  money: KindOfLiability['money'],
  { purpose, amount }: KindOfLiability['money'][number],
): KindOfLiability['money'] {
  const same = money.find((part) => part.purpose === purpose);
  const sum = same ? same.amount.plus(amount) : amount;
  return [...money.filter((part) => part !== same), { purpose, amount: sum }];
}

function lessDeferred({ deferred }: KindOfLiability, paid: Money): Pick<KindOfLiability, 'deferred'> {
  return deferred === undefined ? {} : { deferred: deferred.minus(paid.min(deferred)) };
}

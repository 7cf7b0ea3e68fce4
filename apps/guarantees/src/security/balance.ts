/** The balance of a security (F-GUA-8): what was granted, what obligations hold, what is free. Never negative. */
import { Money } from '@shekara/kernel';

export interface Balance {
  readonly granted: Money;
  readonly reserved: Money;
}

/** Types of the ledger's lines (LedgerEntryType) that are kept here. */
export type LedgerLineType = 'GRANT' | 'RESERVE' | 'RELEASE' | 'EXPIRE';

export interface LedgerLine {
  readonly type: LedgerLineType;
  readonly amount: Money;
}

export function available({ granted, reserved }: Balance): Money {
  return granted.minus(reserved);
}

/** The balance after a line. @throws RangeError when it would reserve more than is free or release more than is held. */
export function after(balance: Balance, { type, amount }: LedgerLine): Balance {
  if (amount.isNegative()) throw new RangeError(`a ledger line of ${amount}`);
  const { granted, reserved } = balance;
  const next: Balance =
    type === 'GRANT'
      ? { granted: granted.plus(amount), reserved }
      : type === 'RESERVE'
        ? { granted, reserved: reserved.plus(amount) }
        : type === 'RELEASE'
          ? { granted, reserved: reserved.minus(amount) }
          : balance;
  if (next.reserved.isNegative() || available(next).isNegative()) {
    throw new RangeError(`${type} of ${amount} on ${reserved} of ${granted}`);
  }
  return next;
}

/** The balance that the lines give, from the first on (R-GUA-106, R-GUA-117). */
export function balanceOf(lines: readonly LedgerLine[]): Balance {
  return lines.reduce<Balance>(after, { granted: Money.ZERO, reserved: Money.ZERO });
}

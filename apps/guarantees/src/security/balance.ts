/** The balance of a security (F-GUA-8): what was granted, what obligations hold, what was called in, what is free. */
import { Money } from '@shekara/kernel';

export interface Balance {
  readonly granted: Money;
  readonly reserved: Money;
  /** Demanded of the guarantor, paid or not, and moved from a deposit to the budget. */
  readonly called: Money;
}

/** Types of the ledger's lines (LedgerEntryType) that are kept here. */
export type LedgerLineType =
  | 'GRANT'
  | 'RESERVE'
  | 'ADJUST'
  | 'RELEASE'
  | 'EXPIRE'
  | 'CALL'
  | 'CALL_PAID'
  | 'CALL_CANCEL'
  | 'BUDGET_TRANSFER';

export interface LedgerLine {
  readonly type: LedgerLineType;
  readonly amount: Money;
}

/** Never negative. */
export function available({ granted, reserved, called }: Balance): Money {
  return granted.minus(reserved).minus(called);
}

/** The balance after a line. @throws RangeError when it would take more than is free, held or called. */
export function after(balance: Balance, { type, amount }: LedgerLine): Balance {
  if (amount.isNegative()) throw new RangeError(`a ledger line of ${amount}`);
  const next = moved(balance, { type, amount });
  const paidBeyondCall = type === 'CALL_PAID' && amount.compare(balance.called) > 0;
  if (
    paidBeyondCall ||
    next.reserved.isNegative() ||
    next.called.isNegative() ||
    available(next).isNegative()
  ) {
    const { granted, reserved, called } = balance;
    throw new RangeError(`${type} of ${amount} on ${reserved} reserved and ${called} called of ${granted}`);
  }
  return next;
}

function moved(balance: Balance, { type, amount }: LedgerLine): Balance {
  const { granted, reserved, called } = balance;
  switch (type) {
    case 'GRANT':
      return { ...balance, granted: granted.plus(amount) };
    case 'RESERVE':
    case 'ADJUST':
      return { ...balance, reserved: reserved.plus(amount) };
    case 'RELEASE':
      return { ...balance, reserved: reserved.minus(amount) };
    case 'CALL':
    case 'BUDGET_TRANSFER':
      return { granted, reserved: reserved.minus(amount), called: called.plus(amount) };
    case 'CALL_CANCEL':
      return { granted, reserved: reserved.plus(amount), called: called.minus(amount) };
    case 'CALL_PAID':
    case 'EXPIRE':
      return balance;
  }
}

/** The balance that the lines give, from the first on (R-GUA-106, R-GUA-117). */
export function balanceOf(lines: readonly LedgerLine[]): Balance {
  return lines.reduce<Balance>(after, { granted: Money.ZERO, reserved: Money.ZERO, called: Money.ZERO });
}

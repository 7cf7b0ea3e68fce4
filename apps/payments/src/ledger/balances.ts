/** Balances of the ledger's accounts, each on its normal side. No account may fall below zero there. */
import { Money } from '@shekara/kernel';
import { type Account, accountKey, NORMAL_SIDE } from './account.js';
import { type JournalEntry, LedgerInvariantError } from './journal-entry.js';

interface AccountBalance {
  readonly account: Account;
  readonly balance: Money;
}

export class Balances {
  static readonly EMPTY = new Balances(new Map());

  private constructor(private readonly byKey: ReadonlyMap<string, AccountBalance>) {}

  /** The balances that a list of accounts stands at, for example rows of the ledger's table. */
  static of(accounts: Iterable<AccountBalance>): Balances {
    return new Balances(new Map([...accounts].map((entry) => [accountKey(entry.account), entry])));
  }

  /** What the account holds on its normal side: the payer's money, the payer's debt, the budget's income. */
  of(account: Account): Money {
    return this.byKey.get(accountKey(account))?.balance ?? Money.ZERO;
  }

  /** @throws LedgerInvariantError when the entry would drive an account below zero; nothing is posted then. */
  post(entry: JournalEntry): Balances {
    const next = new Map(this.byKey);
    for (const { account, amount } of entry.lines) {
      const change = NORMAL_SIDE[account.type] === 'DEBIT' ? amount : amount.negated();
      const balance = this.of(account).plus(change);
      if (balance.isNegative()) {
        throw new LedgerInvariantError(
          `${entry.type} would leave ${accountKey(account)} at ${balance.toString()}`,
        );
      }
      next.set(accountKey(account), { account, balance });
    }
    return new Balances(next);
  }

  /** Debits less credits over all accounts: zero, or the books are broken. */
  trialBalance(): Money {
    return Money.sum(
      this.accounts().map(({ account, balance }) =>
        NORMAL_SIDE[account.type] === 'DEBIT' ? balance : balance.negated(),
      ),
    );
  }

  accounts(): readonly AccountBalance[] {
    return [...this.byKey.values()];
  }
}

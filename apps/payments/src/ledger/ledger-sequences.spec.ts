import { Money } from '@shekara/kernel';
import fc from 'fast-check';
import { type MoneyPurpose, type PayableKind, type PaymentKind, penaltyInterestOn } from '../payment-kind.js';
import { type Account, accountKey } from './account.js';
import { Balances } from './balances.js';
import * as debts from './debt-postings.js';
import * as deposits from './deposit-postings.js';
import * as interest from './interest-postings.js';
import { ENTRY_TYPES, type JournalEntry, LedgerInvariantError } from './journal-entry.js';
import { advance, owed, owner, received } from './ledger.fixture.js';
import * as liability from './liability-postings.js';
import * as money from './money-postings.js';
import * as refunds from './refund-postings.js';
import { debtWrittenOff } from './write-off-postings.js';

type Command = {
  readonly what: number;
  readonly kind: PaymentKind;
  readonly purpose: MoneyPurpose;
  readonly tiyn: bigint;
};

const commands = fc.array(
  fc.record({
    what: fc.integer({ min: 0, max: 30 }),
    kind: fc.constantFrom<PaymentKind>('IMPORT_DUTY', 'IMPORT_VAT', 'CHARGE_DECLARATION'),
    purpose: fc.constantFrom<MoneyPurpose>(
      'ADVANCE',
      'IMPORT_DUTY',
      'IMPORT_VAT',
      'CHARGE_DECLARATION',
      'PENALTY_INTEREST_IMPORT_DUTY',
    ),
    tiyn: fc.oneof(fc.bigInt({ min: 1n, max: 20n }), fc.bigInt({ min: 1n, max: 500_000n })),
  }),
  { minLength: 1, maxLength: 120, size: 'max' },
);

function entryOf({ what, kind, purpose, tiyn }: Command): JournalEntry {
  const amount = Money.ofTiyn(tiyn);
  const ofPayer = { ...received('1', purpose), amount };
  const ofKind = { ...owed(kind, '1'), amount };
  const part = tiyn % 2n === 0n ? ('PRINCIPAL' as const) : ('PENALTY_INTEREST' as const);
  const partOfDebt = { ...ofKind, part };
  const payable: PayableKind = purpose === 'ADVANCE' ? kind : purpose;
  const makers: readonly (() => JournalEntry)[] = [
    () => money.moneyConfirmed(ofPayer),
    () => money.moneyPending(ofPayer),
    () => money.moneyBookedByTreasury(ofPayer),
    () => money.moneyUnmatched(ofPayer),
    () => money.moneyAllocated(ofPayer, tiyn % 2n === 0n),
    () => liability.liabilityAssessed(ofKind),
    () => liability.coveredFromMoney(ofKind, purpose),
    () => liability.coveredByGuarantee(ofKind),
    () => liability.securedDebtPaid(ofKind, purpose),
    () => liability.smallRemainderEnded(ofKind),
    () => liability.releaseFinalised(ofKind),
    () =>
      liability.liabilityReversed(ofKind, {
        money: [{ purpose: 'ADVANCE', amount: Money.ofTiyn(tiyn / 3n) }],
        guarantee: Money.ofTiyn(tiyn / 4n),
      }),
    () => debts.debtAssessed(ofKind),
    () => debts.debtReduced(ofKind, Money.ofTiyn(tiyn / 2n)),
    () => debts.debtPaid(ofKind, purpose),
    () => debts.collected(partOfDebt),
    () => interest.interestAccrued(ofKind),
    () => interest.interestReduced(ofKind, Money.ofTiyn(tiyn / 5n)),
    () => interest.interestPaid(ofKind, tiyn % 2n === 0n ? 'ADVANCE' : penaltyInterestOn(kind)),
    () => refunds.overpaymentConfirmed(ofPayer, payable),
    () => refunds.offset(partOfDebt, { from: 'OVERPAID_MONEY', kind: payable }),
    () => refunds.offset(partOfDebt, { from: 'ADVANCE_MONEY', purpose }),
    () =>
      refunds.refundOrdered(
        ofPayer,
        tiyn % 2n === 0n ? { from: 'OVERPAID_MONEY', kind: payable } : { from: 'ADVANCE_MONEY', purpose },
      ),
    () => refunds.refundExecuted(ofPayer, purpose),
    () => refunds.refundReturned(ofPayer),
    () => deposits.depositReceived(ofPayer),
    () => deposits.depositReturned(ofPayer),
    () => deposits.depositOffset(partOfDebt),
    () => debtWrittenOff(partOfDebt),
    () => liability.guaranteeTakenOff(ofKind),
    () =>
      liability.liabilityLowered(
        ofKind,
        { money: [{ purpose, amount: Money.ofTiyn(tiyn / 3n) }], guarantee: Money.ofTiyn(tiyn / 4n) },
        tiyn % 2n === 0n ? 'ASSESSED_INCOME' : 'BUDGET_INCOME',
      ),
  ];
  return (makers[what] ?? (() => money.moneyConfirmed(ofPayer)))();
}

describe('Any sequence of commands', () => {
  it('leaves the books balanced and no account below zero; what is refused changes nothing', () => {
    const posted = new Set<string>();
    let refused = 0;
    fc.assert(
      fc.property(commands, (sequence) => {
        let balances = Balances.EMPTY;
        let bank = 0n;
        let deposited = 0n;
        for (const command of sequence) {
          const before = balances;
          try {
            const entry = entryOf(command);
            balances = balances.post(entry);
            posted.add(entry.type);
            bank += entry.lines.find(({ account }) => account.type === 'BANK_CLEARING')?.amount.tiyn ?? 0n;
            deposited +=
              entry.lines.find(({ account }) => account.type === 'DEPOSIT_CLEARING')?.amount.tiyn ?? 0n;
          } catch (error) {
            if (!(error instanceof LedgerInvariantError)) throw error;
            refused += 1;
            expect(balances).toBe(before);
          }
          expect(balances.trialBalance().tiyn).toBe(0n);
          expect(balances.accounts().filter(({ balance }) => balance.isNegative())).toEqual([]);
        }
        expect(balances.of({ type: 'BANK_CLEARING' }).tiyn).toBe(bank);
        expect(balances.of({ type: 'DEPOSIT_MONEY', ...owner }).tiyn).toBe(deposited);
      }),
      { numRuns: 500 },
    );
    expect([...posted].sort()).toEqual([...ENTRY_TYPES].sort());
    expect(refused).toBeGreaterThan(1_000);
  });

  it('loses no tiyn between money that came and where it stands', () => {
    const standing = (balances: Balances) =>
      Money.sum(
        balances
          .accounts()
          .filter(({ account }) =>
            ['ADVANCE_MONEY', 'PENDING_TREASURY', 'UNIDENTIFIED_MONEY'].includes(account.type),
          )
          .map(({ balance }) => balance),
      );
    fc.assert(
      fc.property(commands, (sequence) => {
        let balances = Balances.EMPTY;
        for (const command of sequence.filter(({ what }) => what <= 4)) {
          try {
            balances = balances.post(entryOf(command));
          } catch (error) {
            if (!(error instanceof LedgerInvariantError)) throw error;
          }
        }
        expect(standing(balances).tiyn).toBe(balances.of({ type: 'BANK_CLEARING' }).tiyn);
      }),
    );
  });

  it('gives equal accounts equal keys and different ones different keys', () => {
    const accounts: Account[] = [
      advance('ADVANCE'),
      advance('IMPORT_VAT'),
      { type: 'PENDING_TREASURY', ...owner, purpose: 'IMPORT_VAT' },
      { type: 'PAYER_DUE', ...owner, kind: 'IMPORT_VAT' },
      { type: 'GUARANTEE_SECURED', ...owner, kind: 'IMPORT_VAT' },
      { type: 'BUDGET_INCOME', kind: 'IMPORT_VAT' },
      { type: 'INTEREST_DUE', ...owner, kind: 'IMPORT_VAT' },
      { type: 'OVERPAID_MONEY', ...owner, kind: 'IMPORT_VAT' },
      { type: 'OVERPAID_MONEY', ...owner, kind: 'PENALTY_INTEREST_IMPORT_VAT' },
      { type: 'REFUND_ORDERED', ...owner, purpose: 'IMPORT_VAT' },
      { type: 'DEPOSIT_MONEY', ...owner },
      { type: 'DEPOSIT_CLEARING' },
      { type: 'INTEREST_INCOME', kind: 'IMPORT_VAT' },
      { type: 'WRITTEN_OFF', kind: 'IMPORT_VAT' },
    ];
    expect(new Set(accounts.map(accountKey)).size).toBe(accounts.length);
    expect(accountKey(advance('IMPORT_VAT'))).toBe(accountKey({ ...advance('IMPORT_VAT') }));
  });
});

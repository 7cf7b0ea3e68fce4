import { art, Money } from '@shekara/kernel';
import type { PaymentKind } from '../payment-kind.js';
import type { Account } from './account.js';
import { JournalEntry, LedgerInvariantError } from './journal-entry.js';
import { advance, books, day, owed, owner, received, tenge } from './ledger.fixture.js';
import * as liability from './liability-postings.js';
import * as money from './money-postings.js';

describe('A journal entry', () => {
  const facts = { type: 'MONEY_CONFIRMED' as const, document: 'x', valueDate: day, ground: art(138, 9) };
  const line = (account: Account, amount: string) => ({ account, amount: tenge(amount) });
  const bank: Account = { type: 'BANK_CLEARING' };

  it.each([
    ['lines that do not sum to zero', [line(bank, '10'), line(advance(), '-9.99')]],
    ['a single line', [line(bank, '0')]],
    ['no line', []],
    ['a zero line', [line(bank, '0'), line(advance(), '0')]],
    ['an account named twice', [line(bank, '10'), line(bank, '-10')]],
  ])('refuses %s', (_, lines) => {
    expect(() => new JournalEntry(facts, lines)).toThrow(LedgerInvariantError);
  });
});

describe('The ledger', () => {
  it('keeps pending money apart until the Treasury reports it (R-PAY-101)', () => {
    const pending = books(money.moneyPending(received('1000000')));
    expect(pending.of(advance()).toString()).toBe('0.00');
    const booked = pending.post(money.moneyBookedByTreasury(received('1000000')));
    expect(booked.of(advance()).toString()).toBe('1000000.00');
    expect(() => booked.post(money.moneyBookedByTreasury(received('0.01')))).toThrow(LedgerInvariantError);
  });

  it('never drives the advance below zero', () => {
    const short = books(
      money.moneyConfirmed(received('100')),
      liability.liabilityAssessed(owed('IMPORT_VAT', '200')),
    );
    expect(() => short.post(liability.coveredFromMoney(owed('IMPORT_VAT', '100.01'), 'ADVANCE'))).toThrow(
      LedgerInvariantError,
    );
    expect(short.of(advance()).toString()).toBe('100.00');
  });

  it('keeps money unmatched, then gives it to its payer (R-PAY-106)', () => {
    const unmatched = books(money.moneyUnmatched(received('500')));
    expect(unmatched.of({ type: 'UNIDENTIFIED_MONEY' }).toString()).toBe('500.00');
    const confirmed = unmatched.post(money.moneyAllocated(received('500'), true));
    expect(confirmed.of(advance()).toString()).toBe('500.00');
    const waiting = unmatched.post(money.moneyAllocated(received('500'), false));
    expect(waiting.of(advance()).toString()).toBe('0.00');
  });

  it('keeps a kind of payment from paying another, advance money from none (R-PAY-001, R-PAY-014)', () => {
    expect(() => liability.coveredFromMoney(owed('IMPORT_VAT', '1'), 'IMPORT_DUTY')).toThrow(
      LedgerInvariantError,
    );
    const charged = books(
      money.moneyConfirmed(received('20000', 'CHARGE_DECLARATION')),
      liability.liabilityAssessed(owed('CHARGE_DECLARATION', '20000')),
      liability.coveredFromMoney(owed('CHARGE_DECLARATION', '20000'), 'CHARGE_DECLARATION'),
      liability.releaseFinalised(owed('CHARGE_DECLARATION', '20000')),
    );
    expect(charged.of({ type: 'BUDGET_INCOME', kind: 'CHARGE_DECLARATION' }).toString()).toBe('20000.00');
    expect(charged.of({ type: 'ASSESSED_INCOME', kind: 'CHARGE_DECLARATION' }).isZero()).toBe(true);
  });

  it('gives a charge neither a security nor the EUR 5 limit (R-PAY-018)', () => {
    expect(() => liability.coveredByGuarantee(owed('CHARGE_DECLARATION', '1'))).toThrow(LedgerInvariantError);
    expect(() => liability.smallRemainderEnded(owed('CHARGE_DECLARATION', '1'))).toThrow(
      LedgerInvariantError,
    );
  });

  it('gives duties and taxes of a withdrawn declaration back and keeps the charge (worked case 23)', () => {
    const sums: [PaymentKind, string][] = [
      ['IMPORT_DUTY', '520000'],
      ['IMPORT_VAT', '686400'],
      ['CHARGE_DECLARATION', '20000'],
    ];
    let balances = books(money.moneyConfirmed(received('1226400')));
    for (const [kind, amount] of sums) {
      balances = balances
        .post(liability.liabilityAssessed(owed(kind, amount)))
        .post(liability.coveredFromMoney(owed(kind, amount), 'ADVANCE'));
    }
    expect(balances.of(advance()).isZero()).toBe(true);
    for (const [kind, amount] of sums) {
      const cover = {
        money: [{ purpose: 'ADVANCE' as const, amount: tenge(amount) }],
        guarantee: Money.ZERO,
      };
      balances = balances.post(liability.liabilityReversed(owed(kind, amount), cover));
    }
    expect(balances.of(advance()).toString()).toBe('1206400.00');
    expect(balances.of({ type: 'BUDGET_INCOME', kind: 'CHARGE_DECLARATION' }).toString()).toBe('20000.00');
    expect(balances.of({ type: 'BUDGET_INCOME', kind: 'IMPORT_DUTY' }).isZero()).toBe(true);
    expect(balances.trialBalance().isZero()).toBe(true);
  });

  it('ends only the liability of the refused declaration, frees its security, keeps an older debt (R-PAY-060)', () => {
    const half = owed('IMPORT_DUTY', '300');
    const balances = books(
      liability.liabilityAssessed({ ...owed('IMPORT_DUTY', '70'), document: '55302/010925/0000009' }),
      liability.liabilityAssessed(owed('IMPORT_DUTY', '1000')),
      liability.coveredByGuarantee(half),
      liability.liabilityReversed(owed('IMPORT_DUTY', '1000'), { money: [], guarantee: tenge('300') }),
    );
    expect(balances.of({ type: 'GUARANTEE_SECURED', ...owner, kind: 'IMPORT_DUTY' }).isZero()).toBe(true);
    expect(balances.of({ type: 'PAYER_DUE', ...owner, kind: 'IMPORT_DUTY' }).toString()).toBe('70.00');
    expect(balances.of({ type: 'ASSESSED_INCOME', kind: 'IMPORT_DUTY' }).toString()).toBe('70.00');
  });

  it("takes a payer's own entry from a declaration only, not from an act or a notice (R-PAY-116)", () => {
    const from = (document: string) => () =>
      liability.liabilityAssessed({ ...owed('IMPORT_VAT', '1'), document });
    expect(from('55302/020925/0000001')).not.toThrow();
    for (const document of ['ACT/2026/1', '55302/020925/N000001', ''])
      expect(from(document)).toThrow(LedgerInvariantError);
  });
});

import { type PaymentKind, penaltyInterestOn } from '../payment-kind.js';
import type { Account } from './account.js';
import * as debts from './debt-postings.js';
import * as deposits from './deposit-postings.js';
import * as interest from './interest-postings.js';
import { LedgerInvariantError } from './journal-entry.js';
import { advance, books, day, owed, owner, received, tenge } from './ledger.fixture.js';
import * as money from './money-postings.js';
import * as refunds from './refund-postings.js';
import { debtWrittenOff } from './write-off-postings.js';

describe('The ledger of debts', () => {
  const debt = (kind: PaymentKind, amount: string) => ({ ...owed(kind, amount), document: 'NOTICE/1' });
  const part = (kind: PaymentKind, amount: string, of: debts.PartOfDebt['part']) => ({
    ...debt(kind, amount),
    part: of,
  });
  const due = (kind: PaymentKind): Account => ({ type: 'PAYER_DUE', ...owner, kind });
  const interestDue = (kind: PaymentKind): Account => ({ type: 'INTEREST_DUE', ...owner, kind });

  it('keeps penalty interest by the kind it runs on, apart from the duty itself (R-PAY-003)', () => {
    const late = books(
      debts.debtAssessed(debt('IMPORT_DUTY', '1000')),
      debts.debtAssessed(debt('IMPORT_VAT', '500')),
      interest.interestAccrued(debt('IMPORT_DUTY', '10')),
      interest.interestAccrued(debt('IMPORT_VAT', '5')),
    );
    expect(late.of(interestDue('IMPORT_DUTY')).toString()).toBe('10.00');
    expect(late.of(interestDue('IMPORT_VAT')).toString()).toBe('5.00');
    expect(late.of(due('IMPORT_DUTY')).toString()).toBe('1000.00');
    expect(late.of({ type: 'INTEREST_INCOME', kind: 'IMPORT_DUTY' }).toString()).toBe('10.00');
    expect(late.of({ type: 'BUDGET_INCOME', kind: 'IMPORT_DUTY' }).toString()).toBe('1000.00');
  });

  it('pays a duty and its interest each from its own money or the advance, never from each other', () => {
    const sent = penaltyInterestOn('IMPORT_DUTY');
    expect(() => debts.debtPaid(debt('IMPORT_DUTY', '1'), sent)).toThrow(LedgerInvariantError);
    expect(() => interest.interestPaid(debt('IMPORT_DUTY', '1'), 'IMPORT_DUTY')).toThrow(
      LedgerInvariantError,
    );
    expect(() => interest.interestPaid(debt('IMPORT_VAT', '1'), sent)).toThrow(LedgerInvariantError);
    const paid = books(
      debts.debtAssessed(debt('IMPORT_DUTY', '1000')),
      interest.interestAccrued(debt('IMPORT_DUTY', '10')),
      money.moneyConfirmed(received('10', sent)),
      money.moneyConfirmed(received('1000')),
      debts.debtPaid(debt('IMPORT_DUTY', '1000'), 'ADVANCE'),
      interest.interestPaid(debt('IMPORT_DUTY', '10'), sent),
    );
    expect(paid.of(due('IMPORT_DUTY')).isZero()).toBe(true);
    expect(paid.of(interestDue('IMPORT_DUTY')).isZero()).toBe(true);
  });

  it('gives back what was paid of a debt that a decision lowers', () => {
    const assessed = books(
      debts.debtAssessed(debt('IMPORT_VAT', '1000')),
      money.moneyConfirmed(received('600', 'IMPORT_VAT')),
      debts.debtPaid(debt('IMPORT_VAT', '600'), 'IMPORT_VAT'),
    );
    const lowered = assessed.post(debts.debtReduced(debt('IMPORT_VAT', '700'), tenge('300')));
    expect(lowered.of(due('IMPORT_VAT')).isZero()).toBe(true);
    expect(lowered.of(advance('IMPORT_VAT')).toString()).toBe('300.00');
    expect(lowered.of({ type: 'BUDGET_INCOME', kind: 'IMPORT_VAT' }).toString()).toBe('300.00');
    expect(() => debts.debtReduced(debt('IMPORT_VAT', '1'), tenge('1.01'))).toThrow(LedgerInvariantError);
  });

  it('locks money that is ordered back until the Treasury has returned it, or could not', () => {
    const toReturn = { owner, amount: tenge('300'), document: 'REFUND/1', valueDate: day };
    const ordered = books(
      money.moneyConfirmed(received('300', 'IMPORT_VAT')),
      refunds.overpaymentConfirmed(toReturn, 'IMPORT_VAT'),
      refunds.refundOrdered(toReturn, { from: 'OVERPAID_MONEY', kind: 'IMPORT_VAT' }),
    );
    expect(ordered.of({ type: 'REFUND_ORDERED', ...owner, purpose: 'IMPORT_VAT' }).toString()).toBe('300.00');
    expect(ordered.of(advance('IMPORT_VAT')).isZero()).toBe(true);
    expect(() => ordered.post(refunds.overpaymentConfirmed(toReturn, 'IMPORT_VAT'))).toThrow(
      LedgerInvariantError,
    );
    const executed = ordered.post(refunds.refundExecuted(toReturn, 'IMPORT_VAT'));
    expect(executed.of({ type: 'BANK_CLEARING' }).isZero()).toBe(true);
    const back = executed.post(refunds.refundReturned(received('300', 'IMPORT_VAT')));
    expect(back.of(advance('IMPORT_VAT')).toString()).toBe('300.00');
  });

  it('moves a deposit to the budget when it pays the debt it secured', () => {
    const held = books(
      deposits.depositReceived({ owner, amount: tenge('900'), document: 'DEPOSIT/1', valueDate: day }),
      debts.debtAssessed(debt('IMPORT_DUTY', '700')),
      interest.interestAccrued(debt('IMPORT_DUTY', '50')),
      deposits.depositOffset(part('IMPORT_DUTY', '700', 'PRINCIPAL')),
      deposits.depositOffset(part('IMPORT_DUTY', '50', 'PENALTY_INTEREST')),
    );
    expect(held.of({ type: 'DEPOSIT_MONEY', ...owner }).toString()).toBe('150.00');
    expect(held.of({ type: 'DEPOSIT_CLEARING' }).toString()).toBe('150.00');
    expect(held.of({ type: 'BANK_CLEARING' }).toString()).toBe('750.00');
    expect(held.of(due('IMPORT_DUTY')).isZero()).toBe(true);
    expect(held.of(interestDue('IMPORT_DUTY')).isZero()).toBe(true);
  });

  it('writes a debt and its interest off apart, and never more than is owed', () => {
    const owing = books(
      debts.debtAssessed(debt('IMPORT_DUTY', '700')),
      interest.interestAccrued(debt('IMPORT_DUTY', '50')),
    );
    const gone = owing
      .post(debtWrittenOff(part('IMPORT_DUTY', '700', 'PRINCIPAL')))
      .post(debtWrittenOff(part('IMPORT_DUTY', '50', 'PENALTY_INTEREST')));
    expect(gone.of({ type: 'WRITTEN_OFF', kind: 'IMPORT_DUTY' }).toString()).toBe('700.00');
    expect(gone.of({ type: 'WRITTEN_OFF', kind: 'PENALTY_INTEREST_IMPORT_DUTY' }).toString()).toBe('50.00');
    expect(() => owing.post(debtWrittenOff(part('IMPORT_DUTY', '700.01', 'PRINCIPAL')))).toThrow(
      LedgerInvariantError,
    );
  });
});

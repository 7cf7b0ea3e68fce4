import { standardCalendar } from '@shekara/calendar';
import { type Decision, Money } from '@shekara/kernel';
import fc from 'fast-check';
import {
  applyBy,
  applyForReturn,
  type Deposit,
  DEPOSIT_KINDS,
  type DepositEvent,
  type DepositUse,
  evolveDeposit,
  moveToBudget,
  payOutDeposit,
  recordDepositCalled,
  returnBy,
  splitDeposit,
  useDeposit,
} from './money-guarantee.js';
import { releaseSecurityBy } from './security-release.js';

const calendar = standardCalendar();
const tenge = (text: string) => Money.ofTenge(text);
const deposit: Deposit = {
  kind: 'MONEY_GUARANTEE',
  status: 'HELD',
  amount: tenge('3000000'),
  securedObligation: 'O-1',
  fulfilledOn: '2025-10-20',
  heldBy: '55302',
};
const { fulfilledOn: _fulfilled, ...unfulfilled } = deposit;
const deductions = { debts: tenge('450000'), bankCharges: tenge('1500') };

function codesOf(decision: Decision<unknown>): string[] {
  return decision.accepted ? [] : decision.reasons.map(({ code }) => code);
}

function after(state: Deposit, decision: Decision<DepositEvent>): Deposit {
  if (!decision.accepted) throw new Error(codesOf(decision).join(', '));
  return decision.events.reduce(evolveDeposit, state);
}

const returning = after(deposit, applyForReturn(deposit, '2025-11-03', calendar));

describe('return of a money guarantee (art. 156.1-6, F-13)', () => {
  it('is paid within 10 working days of the application (R-PAY-197, worked case 21)', () => {
    expect(returning.status).toBe('RETURNING');
    expect(returnBy('2025-11-03', calendar).lastDay).toBe('2025-11-17');
    expect(applyForReturn(deposit, '2025-11-03', calendar)).toMatchObject({
      events: [{ payBy: { lastDay: '2025-11-17' } }],
    });
  });

  it.each(DEPOSIT_KINDS)(
    'pays a %s net of debts and bank charges, without interest (R-PAY-198, R-PAY-203, worked case 21)',
    (kind) => {
      const decision = payOutDeposit(
        { ...returning, kind },
        { ...deductions, by: '55302', paidOn: '2025-11-14' },
      );
      expect(decision).toMatchObject({
        events: [
          {
            debtsDeducted: deductions.debts,
            bankChargesDeducted: deductions.bankCharges,
            returned: tenge('2548500'),
          },
        ],
      });
      expect(after(returning, decision)).toMatchObject({ status: 'RETURNED', amount: Money.ZERO });
    },
  );

  it('is refused while the secured obligation is open (R-PAY-199, worked case 21)', () => {
    expect(codesOf(applyForReturn(unfulfilled, '2025-11-03', calendar))).toEqual([
      'GUARANTEE_OBLIGATION_OPEN',
    ]);
    expect(codesOf(applyForReturn(deposit, '2025-10-19', calendar))).toEqual(['GUARANTEE_OBLIGATION_OPEN']);
  });

  it('is refused after five years from fulfilment, the last day included (R-PAY-208)', () => {
    const old = { ...deposit, fulfilledOn: '2020-03-11' };
    expect(applyBy('2020-03-11', calendar).lastDay).toBe('2025-03-11');
    expect(codesOf(applyForReturn(old, '2025-03-11', calendar))).toEqual([]);
    expect(codesOf(applyForReturn(old, '2025-03-12', calendar))).toEqual(['GUARANTEE_RETURN_LATE']);
  });

  it('is paid by the body that holds the account, or by its successor (R-PAY-197)', () => {
    const payOut = (state: Deposit, by: string) =>
      codesOf(payOutDeposit(state, { ...deductions, by, paidOn: '2025-11-14' }));
    expect(payOut(returning, '55001')).toEqual(['DEPOSIT_HELD_ELSEWHERE']);
    expect(payOut({ ...returning, successor: '55001' }, '55001')).toEqual([]);
    expect(payOut({ ...returning, successor: '55001' }, '55302')).toEqual(['DEPOSIT_HELD_ELSEWHERE']);
    expect(payOut(deposit, '55302')).toEqual(['DEPOSIT_STATE_UNFIT']);
  });

  it('splits any deposit without loss and pays nothing before all debts and charges are met (R-PAY-198)', () => {
    const amounts = fc.bigInt(0n, 10n ** 12n).map((tiyn) => Money.ofTiyn(tiyn));
    fc.assert(
      fc.property(amounts, amounts, amounts, (amount, debts, bankCharges) => {
        const { debtsDeducted, bankChargesDeducted, returned } = splitDeposit(amount, { debts, bankCharges });
        expect(Money.sum([debtsDeducted, bankChargesDeducted, returned]).tiyn).toBe(amount.tiyn);
        expect([debtsDeducted, bankChargesDeducted, returned].some((part) => part.isNegative())).toBe(false);
        expect(returned.isPositive()).toBe(amount.compare(debts.plus(bankCharges)) > 0);
      }),
    );
  });
});

describe('other fates of a deposit (art. 145.3, 156.7-8)', () => {
  const use = (amount: string, changes: Partial<DepositUse> = {}): DepositUse => ({
    as: 'PAYMENT',
    obligation: 'O-2',
    amount: tenge(amount),
    ...changes,
  });

  it('serves as payment and as another guarantee on request (R-PAY-200)', () => {
    const all = useDeposit(deposit, [use('1000000'), use('2000000', { as: 'GUARANTEE' })], '2025-11-03');
    expect(after(deposit, all)).toMatchObject({ status: 'APPLIED', amount: Money.ZERO });
    const part = useDeposit(deposit, [use('1000000')], '2025-11-03');
    expect(after(deposit, part)).toMatchObject({ status: 'HELD', amount: tenge('2000000') });
  });

  it('serves nothing above its sum, and while the obligation is open only that obligation (R-PAY-199, R-PAY-200)', () => {
    expect(codesOf(useDeposit(deposit, [use('3000000.01')], '2025-11-03'))).toEqual(['DEPOSIT_SUM_UNFIT']);
    expect(codesOf(useDeposit(deposit, [], '2025-11-03'))).toEqual(['DEPOSIT_SUM_UNFIT']);
    expect(codesOf(useDeposit(unfulfilled, [use('1')], '2025-11-03'))).toEqual(['GUARANTEE_OBLIGATION_OPEN']);
    expect(codesOf(useDeposit(unfulfilled, [use('1', { obligation: 'O-1' })], '2025-11-03'))).toEqual([]);
  });

  it('is called after a default; what is left stays held', () => {
    expect(after(unfulfilled, recordDepositCalled(unfulfilled, deposit.amount)).status).toBe('CALLED');
    expect(after(unfulfilled, recordDepositCalled(unfulfilled, tenge('1000000')))).toMatchObject({
      status: 'HELD',
      amount: tenge('2000000'),
    });
    expect(codesOf(recordDepositCalled(unfulfilled, tenge('3000001')))).toEqual(['DEPOSIT_SUM_UNFIT']);
  });

  it('goes to the budget only when fulfilled, past limitation and past the five years to apply (R-PAY-201)', () => {
    const old = { ...deposit, fulfilledOn: '2020-03-11' };
    const over = { lastDay: '2025-01-10' };
    const move = (state: Deposit, limitation: Parameters<typeof moveToBudget>[1], on: string) =>
      moveToBudget(state, limitation, on, calendar);
    expect(after(old, move(old, over, '2025-03-12')).status).toBe('TO_BUDGET');
    expect(codesOf(move(old, over, '2025-03-11'))).toEqual(['DEPOSIT_STILL_CLAIMABLE']);
    expect(codesOf(move(old, { lastDay: '2025-03-12' }, '2025-03-12'))).toEqual(['DEPOSIT_STILL_CLAIMABLE']);
    expect(codesOf(move(old, 'OPEN', '2025-03-12'))).toEqual(['DEPOSIT_STILL_CLAIMABLE']);
    expect(codesOf(move(unfulfilled, over, '2025-03-12'))).toEqual(['GUARANTEE_OBLIGATION_OPEN']);
  });
});

describe('release of other securities (art. 156.10-12)', () => {
  it('confirms a pledge within 5 working days of the registered request (R-PAY-202)', () => {
    const pledge = { kind: 'PLEDGE', fulfilledOn: ['2025-09-01'] } as const;
    expect(releaseSecurityBy({ ...pledge, applicationRegisteredOn: '2025-11-03' }, calendar)?.lastDay).toBe(
      '2025-11-10',
    );
    expect(releaseSecurityBy(pledge, calendar)).toBeUndefined();
  });

  it.each(['BANK_GUARANTEE', 'SURETYSHIP', 'INSURANCE'] as const)(
    'ends a %s within 5 working days of fulfilment, a general one of the last obligation (R-PAY-202)',
    (kind) => {
      expect(releaseSecurityBy({ kind, fulfilledOn: ['2025-11-03'] }, calendar)?.lastDay).toBe('2025-11-10');
      const general = { kind, fulfilledOn: ['2025-11-03', '2025-09-01'] };
      expect(releaseSecurityBy(general, calendar)?.lastDay).toBe('2025-11-10');
      expect(releaseSecurityBy({ kind, fulfilledOn: ['2025-11-03', undefined] }, calendar)).toBeUndefined();
    },
  );
});

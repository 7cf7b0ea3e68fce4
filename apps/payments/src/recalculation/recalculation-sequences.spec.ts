import { Money } from '@shekara/kernel';
import fc from 'fast-check';
import { owner } from '../ledger/ledger.fixture.js';
import { type KindOfLiability, paidOf, uncoveredOf } from '../liability/liability.js';
import { isCharge } from '../payment-kind.js';
import { Account, KINDS } from './changed-declaration.fixture.js';

type Step =
  | {
      readonly step: 'assess' | 'adjust';
      readonly sums: readonly bigint[];
      readonly by: 'DECLARANT' | 'CUSTOMS';
    }
  | { readonly step: 'receive'; readonly tiyn: bigint }
  | { readonly step: 'release' | 'pay debt' };

const sum = fc.oneof(
  fc.constant(0n),
  fc.bigInt({ min: 1n, max: 400_000n }),
  fc.bigInt({ min: 1n, max: 5_000_000n }),
);
const changed = fc.record({
  step: fc.constantFrom('assess' as const, 'adjust' as const),
  sums: fc.tuple(sum, sum, fc.constantFrom(2_000_000n, 2_500_000n)),
  by: fc.constantFrom('DECLARANT' as const, 'CUSTOMS' as const),
});
const steps = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: changed },
    {
      weight: 2,
      arbitrary: fc.record({
        step: fc.constant('receive' as const),
        tiyn: fc.bigInt({ min: 1n, max: 6_000_000n }),
      }),
    },
    { weight: 2, arbitrary: fc.record({ step: fc.constantFrom('release' as const, 'pay debt' as const) }) },
  ),
  { minLength: 1, maxLength: 25, size: 'max' },
);

const payableOf = (sums: readonly bigint[]) =>
  new Map(KINDS.map((kind, index) => [kind, Money.ofTiyn(sums[index] ?? 0n)]));

function run(account: Account, step: Step): void {
  switch (step.step) {
    case 'receive':
      return account.receive(Money.ofTiyn(step.tiyn));
    case 'release':
      return account.liability.released || account.liability.kinds.length === 0
        ? undefined
        : account.release();
    case 'pay debt':
      return account.payDebt();
    default:
      return account.liability.released
        ? account.adjust(payableOf(step.sums), step.by)
        : account.assess(payableOf(step.sums));
  }
}

function openOf(kind: KindOfLiability): Money {
  return Money.sum(uncoveredOf({ kinds: [kind] }).map(({ amount }) => amount));
}

/** What a run has seen besides the states of the liability. */
function partsOf({ liability: { kinds, released }, debts }: Account): readonly string[] {
  return [
    ...(debts.length > 0 ? ['DEBT'] : []),
    ...(debts.some(({ amount, paid }) => amount.isZero() && paid.isZero()) ? ['LOWERED DEBT'] : []),
    ...(kinds.some(({ guarantee }) => guarantee.isPositive()) ? ['SECURED'] : []),
    ...(kinds.some(({ smallRemainder }) => smallRemainder.isPositive()) ? ['SMALL'] : []),
    ...(released && kinds.some((kind) => openOf(kind).isPositive()) ? ['UNCOVERED'] : []),
  ];
}

function checkBooks({ balances, liability, debts }: Account): void {
  expect(balances.trialBalance().tiyn).toBe(0n);
  for (const kind of liability.kinds) {
    const { kind: name, payable, guarantee, smallRemainder, debt = Money.ZERO } = kind;
    const own = debts.filter((one) => one.kind === name);
    const amounts = { ...owner, kind: name };
    expect({
      parts: Money.sum([paidOf(kind), guarantee, smallRemainder, debt, openOf(kind)]).toString(),
      debt: debt.toString(),
      due: balances.of({ type: 'PAYER_DUE', ...amounts }).toString(),
      secured: balances.of({ type: 'GUARANTEE_SECURED', ...amounts }).toString(),
      income: balances
        .of({ type: 'ASSESSED_INCOME', kind: name })
        .plus(balances.of({ type: 'BUDGET_INCOME', kind: name }))
        .toString(),
    }).toEqual({
      parts: payable.toString(),
      debt: Money.sum(own.map(({ amount }) => amount)).toString(),
      due: Money.sum([openOf(kind), ...own.map(({ unpaid }) => unpaid)]).toString(),
      secured: guarantee.toString(),
      income: payable.minus(smallRemainder).toString(),
    });
  }
}

describe('Payments of a declaration that is changed', () => {
  it('stand in the ledger as money, guarantee, small remainder and open rest after any sequence, and the books balance (R-DEC-112)', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(steps, fc.boolean(), (sequence, withdraws) => {
        const account = new Account();
        for (const step of sequence) {
          run(account, step);
          seen.add(account.liability.status);
          for (const what of partsOf(account)) seen.add(what);
          checkBooks(account);
        }
        if (!withdraws || account.liability.kinds.length === 0) return;
        const { kinds } = account.liability;
        const charge = kinds.find(({ kind }) => isCharge(kind));
        account.withdraw();
        checkBooks(account);
        const after = account.liability.kinds;
        for (const kind of after.filter(({ kind: name }) => !isCharge(name))) {
          expect(kind.payable.tiyn).toBe(0n);
          expect(paidOf(kind).plus(kind.guarantee).tiyn).toBe(0n);
        }
        expect(after.find(({ kind }) => isCharge(kind))).toEqual(charge);
      }),
      { numRuns: 400 },
    );
    expect([...seen].sort()).toEqual([
      ...['COVERED', 'DEBT', 'ENDED', 'LOWERED DEBT', 'SECURED', 'SHORT', 'SMALL', 'UNCOVERED'],
    ]);
  });
});

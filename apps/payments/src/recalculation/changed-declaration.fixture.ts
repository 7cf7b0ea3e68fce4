/** The books of one payer with one declaration, for the tests of what changes do to its payments. */
import { Exact, Money } from '@shekara/kernel';
import { debtAssessed, debtPaid, debtReduced } from '../ledger/debt-postings.js';
import { Balances } from '../ledger/balances.js';
import type { JournalEntry } from '../ledger/journal-entry.js';
import { owner, received } from '../ledger/ledger.fixture.js';
import { liabilityAssessed, releaseFinalised, smallRemainderEnded } from '../ledger/liability-postings.js';
import { moneyConfirmed } from '../ledger/money-postings.js';
import { adjustmentNumber } from '../ledger/payer-entry.js';
import {
  covered,
  type DeclarationLiability,
  endAtRelease,
  moneyAfter,
  moneyOfPayer,
  nextStep,
  type OfferedSecurity,
  type PayerMoney,
  stepWhenReserved,
  uncoveredOf,
} from '../liability/liability.js';
import { ofDeclaration, releasedPostings } from '../liability/liability-entries.js';
import { differencePostings, moneyBack, recalculated } from '../liability/recalculation.js';
import { isCharge, type PaymentKind } from '../payment-kind.js';
import { adjustedSums, debtsOf, withAdded } from './adjusted-payments.js';
import {
  afterLowering,
  type DebtOfDeclaration,
  loweredPostings,
  loweredTo,
  standingOf,
} from './lowered-payments.js';

export const KINDS: readonly PaymentKind[] = ['IMPORT_DUTY', 'IMPORT_VAT', 'CHARGE_DECLARATION'];
export const LIMIT = new Exact('2700');
const OFFERED: OfferedSecurity = { number: 'SEC-1', state: 'OFFERED', toReserve: [] };

export function declaration(changes: Partial<DeclarationLiability> = {}): DeclarationLiability {
  return {
    declarationId: '0197e2f0-0000-7000-8000-000000000001',
    declarationNumber: '55302/100326/0000001',
    caseId: '0197e2f0-0000-7000-8000-000000000002',
    owner,
    registeredOn: '2026-03-10',
    trigger: 'DOMESTIC_CONSUMPTION',
    status: 'ASSESSED',
    kinds: [],
    smallRemainderLimit: LIMIT,
    security: OFFERED,
    reasons: [],
    released: false,
    declarationVersion: 1,
    version: 1,
    ...changes,
  };
}

interface Debt extends DebtOfDeclaration {
  readonly paid: Money;
}

/** The books of one payer with one declaration, moved by the same pure functions as the service moves them. */
export class Account {
  balances = Balances.EMPTY;
  liability = declaration({ status: 'SHORT' });
  debts: Debt[] = [];

  post(entries: readonly JournalEntry[]): void {
    this.balances = entries.reduce((balances, entry) => balances.post(entry), this.balances);
  }

  money() {
    return moneyOfPayer(this.balances, owner);
  }

  receive(amount: Money): void {
    this.post([moneyConfirmed({ ...received('1'), amount })]);
    this.seek();
  }

  /** Assesses, or assesses again: one set of entries for what is lowered, added and covered. */
  assess(payable: ReadonlyMap<PaymentKind, Money>): void {
    const before = this.liability;
    const anew: DeclarationLiability = {
      ...recalculated(before, { payable, smallRemainderLimit: LIMIT }),
      security: OFFERED,
    };
    const back = moneyBack(before, anew).map((part) => ({ ...part, amount: part.amount.negated() }));
    this.liability = coveredIfItCan(anew, moneyAfter(this.money(), back));
    this.post(differencePostings(before, this.liability));
  }

  seek(): void {
    if (this.liability.status === 'COVERED' || this.liability.status === 'ENDED') return;
    const before = this.liability;
    this.liability = coveredIfItCan(before, this.money());
    this.post(differencePostings(before, this.liability));
    if (this.liability.status === 'COVERED' && this.liability.released) this.end();
  }

  release(): void {
    this.liability = { ...this.liability, released: true, releasedOn: '2026-03-12', dueOn: '2026-03-12' };
    if (this.liability.status === 'COVERED') this.end();
  }

  end(): void {
    this.post(releasedPostings(this.liability));
    this.liability = { ...this.liability, status: 'ENDED', endReason: endAtRelease(this.liability) };
  }

  adjust(payable: ReadonlyMap<PaymentKind, Money>, openedBy: 'DECLARANT' | 'CUSTOMS'): void {
    const version = this.liability.declarationVersion + 1;
    const document = adjustmentNumber(this.liability.declarationNumber, version);
    const unpaid = Money.sum([
      ...this.debts.filter(({ kind }) => !isCharge(kind)).map((debt) => debt.unpaid),
      ...uncoveredOf(this.liability)
        .filter(({ kind }) => !isCharge(kind))
        .map(({ amount }) => amount),
    ]);
    const sums = adjustedSums(this.liability, payable, unpaid);
    this.lower(sums.lowered);
    for (const sum of sums.ended) {
      const of = { ...ofDeclaration(this.liability), kind: sum.kind, amount: sum.amount };
      this.post([liabilityAssessed(of), smallRemainderEnded(of)]);
    }
    const made = debtsOf(sums.added, openedBy);
    for (const { kind, amount, dueOn } of made?.sums ?? []) {
      const debt = { owner, kind, amount, document, valueDate: dueOn };
      this.post(
        made?.calculatedBy === 'PAYER'
          ? [liabilityAssessed(debt), releaseFinalised(debt)]
          : [debtAssessed(debt)],
      );
      this.debts = [{ kind, document, amount, unpaid: amount, paid: Money.ZERO }, ...this.debts];
    }
    this.liability = { ...withAdded(this.liability, sums), declarationVersion: version };
    this.seek();
  }

  lower(to: ReadonlyMap<PaymentKind, Money>): void {
    const before = this.liability;
    for (const [kind, sum] of to) {
      const of = before.kinds.find((one) => one.kind === kind);
      if (!of) continue;
      const lowered = loweredTo(sum, standingOf(before, of, this.debts, Money.ZERO));
      this.post(loweredPostings(before, lowered));
      for (const { document, amount } of lowered.debts) {
        this.debts = this.debts.map((debt) => {
          if (debt.document !== document || debt.kind !== kind) return debt;
          const back = amount.minus(amount.min(debt.unpaid));
          const entry = { owner, kind, amount, document, valueDate: '2026-03-12' };
          this.post([debtReduced(entry, back)]);
          return {
            ...debt,
            amount: debt.amount.minus(amount),
            unpaid: debt.unpaid.minus(amount.min(debt.unpaid)),
            paid: debt.paid.minus(back),
          };
        });
      }
      this.liability = {
        ...this.liability,
        kinds: this.liability.kinds.map((one) =>
          one.kind === kind ? afterLowering(before, one, sum, lowered) : one,
        ),
      };
    }
  }

  /** The payer pays its oldest debt of the account, as far as the advance goes. */
  payDebt(): void {
    const debt = [...this.debts].reverse().find(({ unpaid }) => unpaid.isPositive());
    const advance = this.balances.of({ type: 'ADVANCE_MONEY', ...owner, purpose: 'ADVANCE' });
    const amount = debt?.unpaid.min(advance);
    if (!debt || !amount?.isPositive()) return;
    const { kind, document } = debt;
    this.post([debtPaid({ owner, kind, amount, document, valueDate: '2026-03-20' }, 'ADVANCE')]);
    this.debts = this.debts.map((one) =>
      one === debt ? { ...one, unpaid: one.unpaid.minus(amount), paid: one.paid.plus(amount) } : one,
    );
  }

  withdraw(): void {
    this.lower(new Map(KINDS.filter((kind) => !isCharge(kind)).map((kind) => [kind, Money.ZERO])));
  }
}

/** By money, or at once by a security that is always enough. */
function coveredIfItCan(liability: DeclarationLiability, money: PayerMoney): DeclarationLiability {
  const step = nextStep(liability, money);
  const reserved =
    step.type === 'RESERVE'
      ? stepWhenReserved(
          { ...liability, security: { ...OFFERED, state: 'ASKED', toReserve: step.toReserve } },
          money,
        )
      : step;
  return reserved.type === 'COVERED' ? covered(liability, reserved.cover) : { ...liability, status: 'SHORT' };
}

/** Debts of a payer's account: entered by customs, lowered by a decision, paid from the account. One transaction each. */
import { Inject, Injectable } from '@nestjs/common';
import { type CivilDate, LegalCalendar, plusDays } from '@shekara/calendar';
import {
  AccountDebtEnteredSchema,
  AccountDebtLoweredSchema,
  AccountDebtPaidSchema,
  moneyMessage,
} from '@shekara/contracts';
import { accept, art, type Decision, type LegalRef, Money, reason, refuse } from '@shekara/kernel';
import { Outbox } from '@shekara/messaging';
import type { Work } from '@shekara/persistence';
import { accountName, type PayerAtBody } from '../ledger/account.js';
import { type Debt, debtAssessed, debtPaid, debtReduced } from '../ledger/debt-postings.js';
import { interestPaid } from '../ledger/interest-postings.js';
import type { JournalEntry } from '../ledger/journal-entry.js';
import { Ledger, postingsIn } from '../ledger/ledger.repository.js';
import { liabilityAssessed, releaseFinalised } from '../ledger/liability-postings.js';
import type { ADJUSTED_DECLARATION, PayerEntryReduction } from '../ledger/payer-entry.js';
import type { Trigger } from '../obligation/trigger-matrix.js';
import { type MoneyPurpose, type PaymentKind, penaltyInterestOn } from '../payment-kind.js';
import { InterestAccrual } from '../penalty-interest/interest-accrual.service.js';
import type { InterestOfAccount } from '../penalty-interest/late-sums.js';
import { LateSums } from '../penalty-interest/late-sums.repository.js';
import {
  type CustomsEntrySource,
  DECLARATION_AMENDMENT,
  type DebtPayment,
  type EnteredSum,
  lowerDebt,
  type DebtLowered,
  payDebt,
  type PayingMoney,
} from './customs-debt.js';
import { customsDebtReasons as reasons } from './customs-debt-reasons.js';
import { isPayersOwn } from './payers-own-debt.repository.js';

/** A debt to put on an account whose due days are known. */
export interface DebtOfDocument {
  readonly owner: PayerAtBody;
  /** Number of the decision, the act or the notice. */
  readonly document: string;
  readonly caseId: string;
  readonly source: CustomsEntrySource | typeof DECLARATION_AMENDMENT;
  /** Row of the trigger matrix; null for what a notice found without naming one. */
  readonly trigger: Trigger | null;
  readonly arisenOn: CivilDate;
  readonly sums: readonly EnteredSum[];
  /** A notice demands it already. */
  readonly noticeSeenTo?: boolean;
}

export interface PaymentOfDebt {
  readonly kind: PaymentKind;
  readonly amount: Money;
  readonly from: PayingMoney;
  /** The document whose sums alone are paid; the oldest sums of the kind where it is absent. */
  readonly document?: string;
  /** Bank date of the money (art. 158.7). */
  readonly on: CivilDate;
}

export interface LoweringOfDebt {
  readonly document: string;
  readonly kind: PaymentKind;
  readonly amount: Money;
  /** Number of the decision. */
  readonly decision: string;
  /** Needed for what the payer declared itself. */
  readonly ground?: PayerEntryReduction | typeof ADJUSTED_DECLARATION | undefined;
}

const ENTERED = art(141, 5);
const PAID = art(129, '2(1)');

@Injectable()
export class CustomsDebts {
  constructor(
    @Inject(LegalCalendar) private readonly calendar: LegalCalendar,
    @Inject(Ledger) private readonly ledger: Ledger,
    @Inject(LateSums) private readonly sums: LateSums,
    @Inject(InterestAccrual) private readonly accrual: InterestAccrual,
    @Inject(Outbox) private readonly outbox: Outbox,
  ) {}

  /**
   * Puts a debt on the account and lets interest run from the day after each due day (R-PAY-043). The account is held by the
   * caller. Interest of the days that passed since is posted at once. Refuses DEBT_ENTERED_BEFORE.
   */
  async enter(work: Work, debt: DebtOfDocument): Promise<Decision<DebtOfDocument>> {
    const { owner, document, caseId, source, trigger, arisenOn, sums, noticeSeenTo = false } = debt;
    const known = await this.sums.ofAccount(work.manager, owner);
    const twice = sums.find(({ kind }) =>
      known.some((sum) => sum.document === document && sum.kind === kind),
    );
    if (twice) {
      const parameters = { document, kind: twice.kind };
      return refuse(reason(reasons.DEBT_ENTERED_BEFORE, { pointer: '/document', parameters }));
    }
    await this.ledger.post(
      work,
      postingsIn(
        caseId,
        sums.flatMap(({ kind, amount, dueOn }) =>
          enteredPostings(source, { owner, kind, amount, document, valueDate: dueOn }),
        ),
      ),
    );
    await this.accrual.fellDue(
      work,
      owner,
      sums.map((sum) => ({
        ...{ ...sum, document, caseId, trigger, arisenOn, noticeSeenTo },
        origin: 'CUSTOMS' as const,
      })),
    );
    this.outbox.publish(
      work,
      AccountDebtEnteredSchema,
      {
        ...owner,
        caseId,
        document,
        source,
        trigger: trigger ?? '',
        sums: sums.map(({ kind, amount, dueOn }) => ({
          paymentKind: kind,
          amount: moneyMessage(amount),
          dueOn,
        })),
      },
      { caseId, ground: ENTERED },
    );
    this.record(work, owner, caseId, 'AccountDebtEntered', ENTERED, { document, source, trigger, sums });
    return accept(debt);
  }

  /**
   * Pays a debt of a kind from the payer's confirmed money, the oldest sum first; interest that ran after the bank date of
   * the money is taken back (R-PAY-128). The account is held. Refuses as `payDebt`, and DEBT_NOT_ON_ACCOUNT.
   */
  async pay(work: Work, owner: PayerAtBody, payment: PaymentOfDebt): Promise<Decision<DebtPayment>> {
    const { kind, from, on, document: named } = payment;
    const now = await this.accrual.bringUpTo(work, owner, this.today(work));
    const ofKind = now.sums.filter((sum) => sum.kind === kind);
    const [first] = ofKind;
    if (!first) return refuse(reason(reasons.DEBT_NOT_ON_ACCOUNT, { pointer: '/kind' }));
    // What waits for its declaration's cover takes the money itself; its interest is paid here.
    const open = ofKind.filter(
      ({ origin, document }) => origin === 'CUSTOMS' && (named === undefined || document === named),
    );
    const balances = await this.ledger.balancesOf(work, owner);
    const moneyFor = (purpose: MoneyPurpose) => balances.of({ type: 'ADVANCE_MONEY', ...owner, purpose });
    const decision = payDebt(payment.amount, from, {
      principal: Money.sum(open.map(({ unpaid }) => unpaid)),
      interest: balances.of({ type: 'INTEREST_DUE', ...owner, kind }),
      ofKind: moneyFor(kind),
      ofInterest: moneyFor(penaltyInterestOn(kind)),
      advance: moneyFor('ADVANCE'),
    });
    if (!decision.accepted) return decision;
    for (const { principal, interest } of decision.events) {
      const purpose = from === 'ADVANCE' ? from : kind;
      const ofInterest = from === 'ADVANCE' ? from : penaltyInterestOn(kind);
      const parts = oldestFirst(open, principal);
      await this.ledger.post(work, [
        ...parts.flatMap(({ document, caseId, amount }) =>
          postingsIn(caseId, [debtPaid({ owner, kind, amount, document, valueDate: on }, purpose)]),
        ),
        ...(interest.isPositive()
          ? postingsIn(first.caseId, [
              interestPaid(
                { owner, kind, amount: interest, document: first.document, valueDate: on },
                ofInterest,
              ),
            ])
          : []),
      ]);
      this.paid(work, owner, first.caseId, { ...payment, principal, interest });
    }
    await this.accrual.bringUpTo(work, owner, this.today(work));
    return decision;
  }

  /**
   * A decision lowers the debt of a document from its first day on; what was paid of it is the payer's money again (art.
   * 141.5, 182). The account is held. Refuses DEBT_NOT_ON_ACCOUNT and as `lowerDebt`.
   */
  async lower(work: Work, owner: PayerAtBody, lowering: LoweringOfDebt): Promise<Decision<DebtLowered>> {
    const { document, kind, amount, decision: number } = lowering;
    const { sums } = await this.accrual.bringUpTo(work, owner, plusDays(this.today(work), -1));
    const sum = sums.find(
      (late) => late.document === document && late.kind === kind && late.origin === 'CUSTOMS',
    );
    if (!sum) return refuse(reason(reasons.DEBT_NOT_ON_ACCOUNT, { pointer: '/document' }));
    const payersOwn = await isPayersOwn(work, owner, sum);
    const decision = lowerDebt(amount, { ...sum, payersOwn, ground: lowering.ground });
    if (!decision.accepted) return decision;
    for (const { paid } of decision.events) {
      const debt = { owner, kind, amount, document, valueDate: sum.dueOn };
      await this.ledger.post(work, postingsIn(sum.caseId, [debtReduced(debt, paid)]));
      await this.sums.lower(work, owner, { ...sum, amount });
    }
    await this.accrual.bringUpTo(work, owner, plusDays(this.today(work), -1));
    const { caseId } = sum;
    this.outbox.publish(
      work,
      AccountDebtLoweredSchema,
      { ...owner, caseId, document, decision: number, paymentKind: kind, amount: moneyMessage(amount) },
      { caseId, ground: ENTERED },
    );
    this.record(work, owner, caseId, 'AccountDebtLowered', ENTERED, lowering);
    return decision;
  }

  private paid(
    work: Work,
    owner: PayerAtBody,
    caseId: string,
    { kind, principal, interest, on, from }: PaymentOfDebt & Omit<DebtPayment, 'type'>,
  ): void {
    this.outbox.publish(
      work,
      AccountDebtPaidSchema,
      {
        ...owner,
        caseId,
        paymentKind: kind,
        principal: moneyMessage(principal),
        interest: moneyMessage(interest),
        paidOn: on,
      },
      { caseId, ground: PAID },
    );
    this.record(work, owner, caseId, 'AccountDebtPaid', PAID, { kind, principal, interest, on, from });
  }

  private record(
    work: Work,
    owner: PayerAtBody,
    caseId: string,
    type: string,
    ground: LegalRef,
    payload: unknown,
  ): void {
    const streamId = accountName(owner);
    work.record({ stream: 'AccountDebt', streamId, caseId, type, payload, ground });
  }

  private today(work: Work): CivilDate {
    return this.calendar.civilDate(work.context.at);
  }
}

/** Who calculates decides what the entry is: the payer's own, final since the goods are released, or one of customs. */
function enteredPostings(source: DebtOfDocument['source'], debt: Debt): readonly JournalEntry[] {
  return source === DECLARATION_AMENDMENT
    ? [liabilityAssessed(debt), releaseFinalised(debt)]
    : [debtAssessed(debt)];
}

function oldestFirst(open: InterestOfAccount['sums'], principal: Money) {
  let left = principal;
  return open
    .map(({ document, caseId, unpaid }) => {
      const amount = unpaid.min(left);
      left = left.minus(amount);
      return { document, caseId, amount };
    })
    .filter(({ amount }) => amount.isPositive());
}

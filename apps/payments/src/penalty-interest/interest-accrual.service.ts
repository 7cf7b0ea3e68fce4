/** Penalty interest on a payer's account: it runs daily into the ledger while anything is late (art. 158). */
import { Inject, Injectable } from '@nestjs/common';
import { type CivilDate, LegalCalendar, plusDays } from '@shekara/calendar';
import { type Deadline, Deadlines, OnDeadline } from '@shekara/deadlines';
import { art, Money } from '@shekara/kernel';
import type { EntityManager, Work } from '@shekara/persistence';
import type { ReferenceData } from '@shekara/reference-data';
import { REFERENCE_DATA } from '@shekara/service-kit';
import { AccountDebts } from '../arrears/account-debts.service.js';
import { accountName, type PayerAtBody, payerAtBody } from '../ledger/account.js';
import { interestAccrued, interestReduced } from '../ledger/interest-postings.js';
import { Ledger, postingsIn } from '../ledger/ledger.repository.js';
import { PayerAccounts } from '../payer-account/payer-accounts.repository.js';
import type { PaymentKind } from '../payment-kind.js';
import {
  type AccruedInterest,
  type InterestOfAccount,
  type KeptLateSum,
  overdueOf,
  type RunningSum,
  runningSums,
  type SumToKeep,
} from './late-sums.js';
import { LateSums } from './late-sums.repository.js';
import { type InterestStandstill, penaltyInterest, type PenaltyInterest } from './penalty-interest.js';
import { penaltyInterestRatesOf } from './penalty-interest-rates.js';
import { PENALTY_INTEREST_STOPS } from './penalty-interest-stop.js';

/** The end of each day, from the due day on, on which a sum of the account stays unpaid. */
const DAY_OF_INTEREST = 'PENALTY_INTEREST_DAY';

@Injectable()
export class InterestAccrual {
  constructor(
    @Inject(REFERENCE_DATA) private readonly reference: ReferenceData,
    @Inject(LegalCalendar) private readonly calendar: LegalCalendar,
    @Inject(Deadlines) private readonly deadlines: Deadlines,
    @Inject(PayerAccounts) private readonly payers: PayerAccounts,
    @Inject(Ledger) private readonly ledger: Ledger,
    @Inject(LateSums) private readonly sums: LateSums,
    @Inject(AccountDebts) private readonly debts: AccountDebts,
  ) {}

  /**
   * Sums of an account have a due day: the day after it they are debts and interest runs (art. 157.1, 158.2; R-PAY-125). Of
   * days that passed already it is posted at once. The payer's account is held. A sum that is known is not added again.
   */
  async fellDue(work: Work, owner: PayerAtBody, sums: readonly SumToKeep[]): Promise<void> {
    const [first] = [...sums].sort((one, other) => (one.dueOn < other.dueOn ? -1 : 1));
    if (!first) return;
    await this.sums.add(work, owner, sums);
    for (const { document, kind, amount, dueOn, caseId, trigger } of sums) {
      work.record({
        stream: 'LateSum',
        streamId: accountName(owner),
        caseId,
        type: 'SumFallsDue',
        payload: { document, kind, amount, dueOn, trigger },
        ground: art(131),
      });
    }
    const runs = (await this.deadlines.open(accountName(owner), work)).find(
      ({ kind }) => kind === DAY_OF_INTEREST,
    );
    const day = laterOf(first.dueOn, this.today(work));
    if (!runs || runs.dueAt > this.endOf(day)) await this.waitForNextDay(work, owner, first.caseId, day);
    if (first.dueOn < this.today(work)) await this.bringUpTo(work, owner, plusDays(this.today(work), -1));
  }

  /**
   * The late sums of an account and their interest up to `until` (R-PAY-125 to R-PAY-138), of one document when it is named;
   * nothing is posted.
   */
  async interestOf(
    manager: EntityManager,
    owner: PayerAtBody,
    until: CivilDate,
    document?: string,
  ): Promise<InterestOfAccount> {
    const kept = await this.sums.ofAccount(manager, owner);
    const since = kept.map(({ sinceEntry }) => sinceEntry).sort()[0];
    if (since === undefined) return { until, sums: [], interest: [] };
    const settlements = await this.sums.settlements(manager, owner, since);
    const standstills = await this.sums.standstills(manager, owner.payer);
    const sums = runningSums(kept, settlements)
      .filter((running) => document === undefined || running.document === document)
      .map((running) => ({ ...sameSum(kept, running), ...running }));
    const rates = penaltyInterestRatesOf(this.reference.parameters);
    return { until, sums, interest: penaltyInterest(overdueOf(sums, standstills), until, rates) };
  }

  /**
   * Brings the ledger's interest of an account to what the law gives up to a day, that day included: more is accrued, what
   * ran although the money had come earlier is taken back. One statement posts all kinds. Debts that arose and arrears that
   * opened or closed by `today` are told. The account is held.
   */
  async bringUpTo(
    work: Work,
    owner: PayerAtBody,
    day: CivilDate,
    today = this.today(work),
  ): Promise<InterestOfAccount> {
    const before = new Map(
      (await this.sums.accrued(work.manager, owner)).map((interest) => [interest.kind, interest]),
    );
    const until = [...before.values()].reduce((last, interest) => laterOf(last, interest.until), day);
    const now = await this.interestOf(work.manager, owner, until);
    const changed = now.interest.filter(
      ({ kind, amount }) => !amount.minus(accruedOf(before, kind)).isZero(),
    );
    if (changed.length > 0) await this.post(work, owner, now, changed, before);
    const kept = now.interest.map(({ kind, amount }) => ({ kind, accrued: amount, until }));
    if (kept.length > 0) await this.sums.saveAccrued(work, owner, kept);
    await this.debts.show(work, owner, now.sums, today);
    return now;
  }

  /** Entries settled debts of the account: arrears that closed with them are told (art. 293.11(2)). The account is held. */
  async settled(work: Work, owner: PayerAtBody): Promise<void> {
    const { sums } = await this.interestOf(work.manager, owner, this.today(work));
    await this.debts.show(work, owner, sums, this.today(work));
  }

  /** A court decision stops or pauses the payer's interest; what ran since its day here is taken back (R-PAY-131, R-PAY-132). */
  async standStill(
    work: Work,
    owner: PayerAtBody,
    standstill: InterestStandstill & { readonly evidence: string },
  ): Promise<void> {
    await this.sums.keepStandstill(work, owner.payer, standstill);
    const { sums } = await this.bringUpTo(work, owner, plusDays(this.today(work), -1));
    const [first] = sums;
    if (!first) return;
    work.record({
      stream: 'LateSum',
      streamId: accountName(owner),
      caseId: first.caseId,
      type: 'InterestStandsStill',
      payload: standstill,
      ground: PENALTY_INTEREST_STOPS[standstill.by].article,
    });
  }

  /** A day is over: what fell due on it and is not paid is a debt, interest is posted, and the next day begins. */
  @OnDeadline(DAY_OF_INTEREST)
  async dayIsOver(deadline: Deadline, work: Work): Promise<void> {
    const owner = ownerOf(deadline.subjectId);
    await this.payers.lock(work, owner);
    const over = this.calendar.civilDate(deadline.dueAt);
    const today = laterOf(plusDays(over, 1), this.today(work));
    const { sums } = await this.bringUpTo(work, owner, plusDays(today, -1), today);
    const first = sums.find(({ unpaid }) => unpaid.isPositive());
    if (first) await this.waitForNextDay(work, owner, deadline.caseId, laterOf(today, first.dueOn));
  }

  private async post(
    work: Work,
    owner: PayerAtBody,
    { sums, until }: InterestOfAccount,
    changed: readonly PenaltyInterest[],
    before: ReadonlyMap<PaymentKind, AccruedInterest>,
  ): Promise<void> {
    const balances = await this.ledger.balancesOf(work, owner);
    const postings = changed.flatMap(({ kind, amount }) => {
      const sum = sums.find((late) => late.kind === kind);
      if (!sum) throw new Error(`interest on ${kind} without a late sum`);
      const change = amount.minus(accruedOf(before, kind));
      const of = { owner, kind, document: sum.document, valueDate: until };
      if (change.isPositive()) {
        return postingsIn(sum.caseId, [interestAccrued({ ...of, amount: change })]);
      }
      const lowered = change.negated();
      const paid = lowered.minus(lowered.min(balances.of({ type: 'INTEREST_DUE', ...owner, kind })));
      return postingsIn(sum.caseId, [interestReduced({ ...of, amount: lowered }, paid)]);
    });
    await this.ledger.post(work, postings);
  }

  private async waitForNextDay(
    work: Work,
    owner: PayerAtBody,
    caseId: string,
    day: CivilDate,
  ): Promise<void> {
    await this.deadlines.start(work, {
      kind: DAY_OF_INTEREST,
      subjectId: accountName(owner),
      caseId,
      article: art(158, 2),
      startedAt: work.context.at,
      dueAt: this.endOf(day),
      term: { day },
    });
  }

  /** The last instant of a day, a non-working one too: interest runs on every day. */
  private endOf(day: CivilDate): Date {
    return new Date(this.calendar.instantOf(plusDays(day, 1), '00:00').getTime() - 1);
  }

  private today(work: Work): CivilDate {
    return this.calendar.civilDate(work.context.at);
  }
}

function accruedOf(before: ReadonlyMap<PaymentKind, AccruedInterest>, kind: PaymentKind): Money {
  return before.get(kind)?.accrued ?? Money.ZERO;
}

function laterOf(one: CivilDate, other: CivilDate): CivilDate {
  return one > other ? one : other;
}

function sameSum(kept: readonly KeptLateSum[], { document, kind, dueOn }: RunningSum): KeptLateSum {
  const found = kept.find((sum) => sum.document === document && sum.kind === kind && sum.dueOn === dueOn);
  if (!found) throw new Error(`no late sum ${document} of ${kind}`);
  return found;
}

/** @throws Error for a subject that this service did not write: a bug. */
function ownerOf(subjectId: string): PayerAtBody {
  const [number = '', body = ''] = subjectId.split('/');
  const owner = payerAtBody(number, body);
  if (!owner) throw new Error(`no account ${subjectId}`);
  return owner;
}

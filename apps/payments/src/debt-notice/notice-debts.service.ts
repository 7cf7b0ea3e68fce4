/** The debts of a notice on the payer's account: put there when nobody did, and read with the interest that ran (art. 159). */
import { Inject, Injectable } from '@nestjs/common';
import { type CivilDate, LegalCalendar } from '@shekara/calendar';
import { Money } from '@shekara/kernel';
import type { Work } from '@shekara/persistence';
import { AccountDebts } from '../arrears/account-debts.service.js';
import { CustomsDebts } from '../debt/customs-debts.service.js';
import { type PayerAtBody, payerAtBody } from '../ledger/account.js';
import { Ledger } from '../ledger/ledger.repository.js';
import { SecuredDefaults } from '../liability/secured-defaults.service.js';
import { PayerAccounts } from '../payer-account/payer-accounts.repository.js';
import { type MoneyPurpose, type PaymentKind, penaltyInterestOn } from '../payment-kind.js';
import { InterestAccrual } from '../penalty-interest/interest-accrual.service.js';
import type { InterestOfAccount } from '../penalty-interest/late-sums.js';
import type { PenaltyInterestRates } from '../penalty-interest/penalty-interest.js';
import type { DebtFound } from './debt-notice.js';
import { type DebtNoticeEntity, debtsOf, foundOf } from './debt-notice.entity.js';
import { debtsWithInterest, type NoticeSum } from './notice-interest.js';
import { above } from './notice-payment.js';
import { type MoneyTaken, type NoticeKindOnAccount, noticeInterestOwed } from './notice-settlement.js';

type SumOnAccount = InterestOfAccount['sums'][number];

/** The sums of a notice with all that lowered them, and the penalty interest that the account shows as owed, by kind. */
export interface SumsOfNotice {
  readonly sums: readonly NoticeSum[];
  readonly owed: ReadonlyMap<PaymentKind, Money>;
}

@Injectable()
export class NoticeDebts {
  constructor(
    @Inject(LegalCalendar) private readonly calendar: LegalCalendar,
    @Inject(PayerAccounts) private readonly payers: PayerAccounts,
    @Inject(Ledger) private readonly ledger: Ledger,
    @Inject(InterestAccrual) private readonly accrual: InterestAccrual,
    @Inject(AccountDebts) private readonly accountDebts: AccountDebts,
    @Inject(CustomsDebts) private readonly debts: CustomsDebts,
    @Inject(SecuredDefaults) private readonly secured: SecuredDefaults,
  ) {}

  /**
   * Puts on the account what the notice found and the account does not show: penalty interest runs on it from then on. For what
   * the account shows no officer is asked to make a notice any more.
   */
  async enter(work: Work, notice: DebtNoticeEntity): Promise<void> {
    const owner = ownerOf(notice);
    await this.payers.hold(work, owner, notice.payerName);
    const found = foundOf(notice).filter(({ unpaid }) => unpaid.isPositive());
    const sums = await this.sumsWithSecured(work, owner, notice.caseId, found);
    const shown = found.flatMap((debt) => onAccount(sums, debt) ?? []);
    await this.accountDebts.noticeMade(work, sums, shown);
    const missing = found.filter((debt) => !onAccount(sums, debt));
    if (missing.length === 0) return;
    const entered = await this.debts.enter(work, {
      owner,
      document: notice.number,
      caseId: notice.caseId,
      source: 'CUSTOMS_CONTROL',
      trigger: null,
      arisenOn: earliest(missing),
      sums: missing.map(({ kind, unpaid, dueOn }) => ({ kind, amount: unpaid, dueOn })),
      noticeSeenTo: true,
    });
    if (!entered.accepted) throw new Error(`debts of notice ${notice.number} are on the account already`);
  }

  /** The sums of the account, with those that a security covered until this notice demands them (art. 157.1). */
  private async sumsWithSecured(
    work: Work,
    owner: PayerAtBody,
    caseId: string,
    found: readonly DebtFound[],
  ): Promise<readonly SumOnAccount[]> {
    const shown = async () => (await this.accrual.interestOf(work.manager, owner, this.today(work))).sums;
    const sums = await shown();
    const missing = found.filter((debt) => !onAccount(sums, debt));
    return (await this.secured.demanded(work, owner, caseId, missing)) ? shown() : sums;
  }

  /** The notice is withdrawn or replaced: what it had put on the account, and the new one does not keep, is owed no more. */
  async takeBack(
    work: Work,
    notice: DebtNoticeEntity,
    kept: readonly DebtFound[],
    decision: string,
  ): Promise<void> {
    const owner = ownerOf(notice);
    await this.payers.hold(work, owner, notice.payerName);
    const { sums } = await this.accrual.interestOf(work.manager, owner, this.today(work), notice.number);
    for (const { kind, amount, document } of sums.filter((sum) => amountStands(sum) && !keeps(kept, sum))) {
      const lowered = await this.debts.lower(work, owner, { document, kind, amount, decision });
      if (!lowered.accepted) throw new Error(`debt of ${document} is not on the account`);
    }
  }

  /** What the notice demands today. The day's own interest is posted with it. */
  async sumsOf(work: Work, notice: DebtNoticeEntity): Promise<SumsOfNotice> {
    const owner = ownerOf(notice);
    await this.payers.hold(work, owner, notice.payerName);
    const { sums } = await this.accrual.bringUpTo(work, owner, this.today(work));
    const balances = await this.ledger.balancesOf(work, owner);
    const found = demandedSums(sums, notice);
    return {
      sums: found.map(asNoticeSum),
      owed: new Map(
        found.map(({ debt: { kind } }) => [kind, balances.of({ type: 'INTEREST_DUE', ...owner, kind })]),
      ),
    };
  }

  /** The kinds of the notice as the account shows them for money of a bank date, and the payer's advance. The account is held. */
  async onAccount(
    work: Work,
    notice: DebtNoticeEntity,
    on: CivilDate,
    rates: PenaltyInterestRates,
  ): Promise<{ readonly kinds: readonly NoticeKindOnAccount[]; readonly advance: Money }> {
    const owner = ownerOf(notice);
    await this.payers.hold(work, owner, notice.payerName);
    const today = this.today(work);
    const account = await this.accrual.bringUpTo(work, owner, today);
    const balances = await this.ledger.balancesOf(work, owner);
    const moneyFor = (purpose: MoneyPurpose) => balances.of({ type: 'ADVANCE_MONEY', ...owner, purpose });
    const demanded = demandedSums(account.sums, notice);
    const interestUntil = (day: CivilDate, kind: PaymentKind) =>
      debtsWithInterest(demanded.map(asNoticeSum), day, rates).find((debt) => debt.kind === kind)
        ?.penaltyInterest;
    const kinds = debtsOf(notice).map(({ kind, principal, penaltyInterest }): NoticeKindOnAccount => {
      const ofKind = demanded.filter(({ debt }) => debt.kind === kind);
      const sums = new Set(ofKind.flatMap(({ sum }) => (sum ? [sum] : [])));
      const interest = interestUntil(on, kind) ?? penaltyInterest;
      const older = olderThan(sums, account.sums, kind).map((sum) => asNoticeSum({ debt: sum, sum }));
      return {
        kind,
        principal,
        interest,
        sums: [...sums].map(({ document, unpaid, origin }) => ({
          document,
          unpaid,
          payable: origin === 'CUSTOMS',
        })),
        offAccount: Money.sum(ofKind.flatMap(({ debt, sum }) => (sum ? [] : [debt.unpaid]))),
        interestOwed: noticeInterestOwed({
          interest,
          sinceBankDate: above(interestUntil(today, kind) ?? interest, interest),
          older: debtsWithInterest(older, today, rates)[0]?.penaltyInterest ?? Money.ZERO,
          accrued: account.interest.find((ran) => ran.kind === kind)?.amount ?? Money.ZERO,
          owed: balances.of({ type: 'INTEREST_DUE', ...owner, kind }),
        }),
        ofKind: moneyFor(kind),
        ofInterest: moneyFor(penaltyInterestOn(kind)),
      };
    });
    return { kinds, advance: moneyFor('ADVANCE') };
  }

  /** Takes planned money for the debts of the notice; interest at most what the account, which rounds it once, shows as owed. */
  async take(
    work: Work,
    notice: DebtNoticeEntity,
    taken: readonly MoneyTaken[],
    on: CivilDate,
  ): Promise<void> {
    const owner = ownerOf(notice);
    for (const { kind, document, amount: planned, from } of taken) {
      const balances = await this.ledger.balancesOf(work, owner);
      const owed = balances.of({ type: 'INTEREST_DUE', ...owner, kind });
      const amount = document === undefined ? planned.min(owed) : planned;
      if (!amount.isPositive()) continue;
      const paid = await this.debts.pay(work, owner, {
        ...{ kind, amount, from, on },
        document: document ?? notice.number,
      });
      if (!paid.accepted) throw new Error(`notice ${notice.number}: ${kind} cannot be paid as planned`);
    }
  }

  private today(work: Work): CivilDate {
    return this.calendar.civilDate(work.context.at);
  }
}

/** The sum of the account that the notice speaks of: same kind, same due day, at least as much unpaid. */
function onAccount(
  sums: readonly SumOnAccount[],
  { kind, dueOn, unpaid }: DebtFound,
): SumOnAccount | undefined {
  return sums.find((sum) => sum.kind === kind && sum.dueOn === dueOn && sum.unpaid.compare(unpaid) >= 0);
}

/** Sums of the kind that fell due before the notice's own and that it does not name. */
function olderThan(
  own: ReadonlySet<SumOnAccount>,
  sums: readonly SumOnAccount[],
  kind: PaymentKind,
): readonly SumOnAccount[] {
  const [first] = [...own].map(({ dueOn }) => dueOn).sort();
  return sums.filter((sum) => sum.kind === kind && !own.has(sum) && first !== undefined && sum.dueOn < first);
}

interface DemandedSum {
  readonly debt: DebtFound;
  readonly sum?: SumOnAccount | undefined;
}

/** Each debt of the notice with its sum on the account, where there is one. */
function demandedSums(sums: readonly SumOnAccount[], notice: DebtNoticeEntity): readonly DemandedSum[] {
  return foundOf(notice).map((debt) => ({ debt, sum: ofNotice(sums, debt, notice.number) }));
}

function asNoticeSum({ debt, sum }: DemandedSum): NoticeSum {
  return sum ? { ...debt, unpaid: sum.unpaid, principal: sum.amount, lowered: sum.lowered } : debt;
}

/** The sum that the notice speaks of, whatever was paid of it since: its own, else one of another document as large, an unpaid one first. */
function ofNotice(
  sums: readonly SumOnAccount[],
  { kind, dueOn, unpaid }: DebtFound,
  number: string,
): SumOnAccount | undefined {
  const same = sums.filter((sum) => sum.kind === kind && sum.dueOn === dueOn && sum.amount.isPositive());
  const asLarge = same.filter(({ amount }) => amount.compare(unpaid) >= 0);
  return (
    same.find(({ document }) => document === number) ??
    asLarge.find((sum) => sum.unpaid.isPositive()) ??
    asLarge[0]
  );
}

function keeps(kept: readonly DebtFound[], { kind, dueOn, unpaid }: SumOnAccount): boolean {
  return kept.some((debt) => debt.kind === kind && debt.dueOn === dueOn && debt.unpaid.compare(unpaid) === 0);
}

function amountStands({ amount, origin }: SumOnAccount): boolean {
  return amount.isPositive() && origin === 'CUSTOMS';
}

function earliest(found: readonly DebtFound[]): CivilDate {
  const [first] = found.map(({ dueOn }) => dueOn).sort();
  if (first === undefined) throw new Error('no debt was found');
  return first;
}

/** @throws Error for a notice without payer or customs body: the controller lets none through. */
function ownerOf({ payer, customsBody, number }: DebtNoticeEntity): PayerAtBody {
  const owner = payerAtBody(payer, customsBody);
  if (!owner) throw new Error(`notice ${number} without payer or customs body`);
  return owner;
}

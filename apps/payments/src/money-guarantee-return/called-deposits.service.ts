/** What guarantees moved from a deposit to the budget after a default (art. 145.3; L12, state CALLED). */
import { Inject, Injectable } from '@nestjs/common';
import { type CivilDate, LegalCalendar, plusDays } from '@shekara/calendar';
import { Money, parseCustomsBodyCode } from '@shekara/kernel';
import type { Work } from '@shekara/persistence';
import type { PayerAtBody } from '../ledger/account.js';
import { depositBeyondDebt, depositOffset } from '../ledger/deposit-postings.js';
import { Ledger, postingsIn } from '../ledger/ledger.repository.js';
import type { PaymentKind } from '../payment-kind.js';
import { DebtsOfPayer } from '../offset/debts-of-payer.repository.js';
import { InterestAccrual } from '../penalty-interest/interest-accrual.service.js';
import { DepositAnnouncements } from './deposit-announcements.service.js';
import { type DepositEntity, depositOf, ownerOf } from './deposit.entity.js';
import { Deposits } from './deposits.repository.js';
import { recordDepositCalled } from './money-guarantee.js';

export interface MovedKind {
  readonly kind: PaymentKind;
  readonly amount: Money;
}

@Injectable()
export class CalledDeposits {
  constructor(
    @Inject(LegalCalendar) private readonly calendar: LegalCalendar,
    @Inject(DebtsOfPayer) private readonly debts: DebtsOfPayer,
    @Inject(Ledger) private readonly ledger: Ledger,
    @Inject(InterestAccrual) private readonly accrual: InterestAccrual,
    @Inject(Deposits) private readonly deposits: Deposits,
    @Inject(DepositAnnouncements) private readonly announcements: DepositAnnouncements,
  ) {}

  /**
   * The deposit of a security became less by what was moved; the payer's accounts are locked. Its entries are posted by
   * whoever knows the debt, or by `payOnAccount`. @throws Error when the deposit does not hold that much: the books of the two
   * services differ, and the message is parked for a person.
   */
  async moved(work: Work, securityNumber: string, amount: Money, order: string): Promise<DepositEntity> {
    const deposit = await this.deposits.holdOf(work, securityNumber);
    if (!deposit) throw new Error(`${securityNumber} has no deposit to move ${amount} from`);
    await this.debts.hold(work, deposit.payer);
    const decision = recordDepositCalled(depositOf(deposit, true), amount);
    if (!decision.accepted) {
      const why = decision.reasons.map(({ code }) => code).join();
      throw new Error(`${amount} moved from deposit ${securityNumber} of ${deposit.amount}: ${why}`);
    }
    for (const { left } of decision.events) {
      deposit.amount = left.toString();
      if (left.isZero()) deposit.status = 'CALLED';
      this.announcements.called(work, deposit, amount, left, order);
    }
    await work.manager.save(deposit);
    return deposit;
  }

  /** Pays what the account shows of the kinds at the body of the declaration; what is not owed any more is the payer's money. */
  async payOnAccount(
    work: Work,
    deposit: DepositEntity,
    declarationNumber: string,
    kinds: readonly MovedKind[],
    valueDate: CivilDate,
  ): Promise<void> {
    const customsBody = parseCustomsBodyCode(declarationNumber.slice(0, 5)) ?? deposit.heldBy;
    const owner: PayerAtBody = { payer: deposit.payer, customsBody };
    const holder = ownerOf(deposit);
    const balances = await this.ledger.balancesOf(work, owner);
    const entries = kinds.flatMap(({ kind, amount }) => {
      const owed = balances.of({ type: 'PAYER_DUE', ...owner, kind }).min(amount);
      const debt = { owner, kind, document: declarationNumber, valueDate };
      const beyond = amount.minus(owed);
      return [
        ...(owed.isPositive() ? [depositOffset({ ...debt, amount: owed, part: 'PRINCIPAL' }, holder)] : []),
        ...(beyond.isPositive() ? [depositBeyondDebt({ ...debt, amount: beyond }, holder)] : []),
      ];
    });
    await this.ledger.post(work, postingsIn(deposit.caseId, entries));
    const yesterday = plusDays(this.calendar.civilDate(work.context.at), -1);
    await this.accrual.bringUpTo(work, owner, yesterday);
  }
}

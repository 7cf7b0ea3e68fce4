/** One act in a case: the decision's events change the row, the ledger, the queues and the terms, and are told. */
import { Inject, Injectable } from '@nestjs/common';
import { type CivilDate, LegalCalendar } from '@shekara/calendar';
import { type Decision, Money, type Refused } from '@shekara/kernel';
import type { Work } from '@shekara/persistence';
import type { ReferenceData } from '@shekara/reference-data';
import { REFERENCE_DATA } from '@shekara/service-kit';
import { keptDebts } from '../../debt-notice/debt-notice.entity.js';
import { penaltyInterestRatesOf } from '../../penalty-interest/penalty-interest-rates.js';
import { lessSettled, partsOf, settledBy, type SettledPart, totalOf } from '../case/case-debts.js';
import { recordPayment } from '../case/case-end.js';
import { interestSinceNotice } from '../case/case-interest.js';
import { CollectionAnnouncements, type CollectedFrom } from '../case/collection-announcements.service.js';
import {
  caseOf,
  type CollectionCaseEntity,
  debtsIn,
  keepCase,
  keepSettled,
  principalSettledOf,
} from '../case/collection-case.entity.js';
import type { CollectionDocumentEntity } from '../case/collection-document.entity.js';
import { type CollectionCase, type CollectionEvent, evolve } from '../case/collection-case.js';
import { type Act, CollectionFollowUps } from './collection-follow-ups.service.js';
import { CollectionMoney, type MoneyCame } from './collection-money.service.js';
import { addPenaltyInterest } from '../case/running-interest.js';

export type CaseHandled =
  | {
      readonly accepted: true;
      readonly row: CollectionCaseEntity;
      readonly document?: CollectionDocumentEntity;
    }
  | Refused;

/** What an event takes off the debt, and where it came from. */
function collectedBy(
  event: CollectionEvent,
  { debt }: CollectionCase,
): [CollectedFrom | 'WRITE_OFF', Money] | undefined {
  switch (event.type) {
    case 'OwnMoneyOffset':
      return ['OFFSET', event.amount];
    case 'GuaranteeResultRecorded':
      return ['GUARANTEE', event.amount];
    case 'CollectionOrderAnswered':
      return ['BANK_ORDER', event.credited];
    case 'SaleProceedsCredited':
      return ['SALE', event.credited];
    case 'DebtPaid':
      return ['PAYMENT', event.amount];
    case 'DebtWrittenOff':
      return ['WRITE_OFF', event.amount.min(debt)];
    default:
      return undefined;
  }
}

@Injectable()
export class CollectionActs {
  constructor(
    @Inject(REFERENCE_DATA) private readonly reference: ReferenceData,
    @Inject(LegalCalendar) private readonly calendar: LegalCalendar,
    @Inject(CollectionMoney) private readonly money: CollectionMoney,
    @Inject(CollectionAnnouncements) private readonly announcements: CollectionAnnouncements,
    @Inject(CollectionFollowUps) private readonly followUps: CollectionFollowUps,
  ) {}

  today(work: Work): CivilDate {
    return this.calendar.civilDate(work.context.at);
  }

  /** Takes over a decision, or hands back its refusal; then nothing is changed. */
  async take(
    work: Work,
    row: CollectionCaseEntity,
    decision: Decision<CollectionEvent>,
    act: Act,
  ): Promise<Refused | undefined> {
    if (!decision.accepted) return decision;
    for (const event of decision.events) await this.apply(work, row, event, act);
    await work.manager.save(row);
    return undefined;
  }

  /**
   * Brings a case up to the day: money that what was collected waits for, what the account shows settled elsewhere, and the
   * penalty interest that ran, which no stage and no appeal stops (art. 157.4, 158.2).
   */
  async bringUpToDate(work: Work, row: CollectionCaseEntity): Promise<void> {
    await this.money.postWaiting(work, row);
    await work.manager.save(row);
    if (row.state === 'CLOSED') return;
    await this.money.runInterest(work, row);
    await this.settleOnAccount(work, row);
    await this.addInterest(work, row);
  }

  /**
   * Money of the payer came for a budget code: it pays what the case owes under that code, unless a bank holds an order for
   * it, whose answer tells more. Answers what of the money is left for other cases.
   */
  async payWith(work: Work, row: CollectionCaseEntity, came: MoneyCame): Promise<Money> {
    await this.bringUpToDate(work, row);
    if (row.state === 'CLOSED') return came.amount;
    const parts = await this.money.payable(work, row, came);
    if (parts.length === 0) return came.amount;
    await this.money.pay(work, row, parts);
    await this.recordPaid(work, row, parts);
    return came.amount.minus(Money.sum(parts.map(({ amount }) => amount)));
  }

  /** The whole debt was paid elsewhere, as the slice that saw it on the account says; nothing is posted here. */
  async paidElsewhere(work: Work, row: CollectionCaseEntity): Promise<void> {
    const parts = partsOf(debtsIn(row.debts));
    if (row.state !== 'CLOSED' && parts.length > 0) await this.recordPaid(work, row, parts);
  }

  private async settleOnAccount(work: Work, row: CollectionCaseEntity): Promise<void> {
    const gone = await this.money.goneFromAccount(work, row);
    if (gone.length > 0) await this.recordPaid(work, row, gone);
  }

  private async recordPaid(
    work: Work,
    row: CollectionCaseEntity,
    parts: readonly SettledPart[],
  ): Promise<void> {
    const on = this.today(work);
    const amount = Money.sum(parts.map((part) => part.amount));
    const decision = recordPayment(caseOf(row), amount, on, this.calendar);
    const refused = await this.take(work, row, decision, { on, parts });
    if (refused)
      throw new Error(`a payment of ${row.number}: ${refused.reasons.map(({ code }) => code).join()}`);
  }

  private async addInterest(work: Work, row: CollectionCaseEntity): Promise<void> {
    if (row.state === 'CLOSED' || row.state === 'BANKRUPTCY') return;
    const rates = penaltyInterestRatesOf(this.reference.parameters);
    const overdue = row.overdue.map((sum) => ({ ...sum, principal: Money.ofTenge(sum.principal) }));
    const on = this.today(work);
    const since = interestSinceNotice(overdue, principalSettledOf(row), row.noticeDate, on, rates);
    const added = new Map(
      [...since].map(([kind, all]) => [kind, all.minus(Money.ofTenge(row.interestAdded[kind] ?? '0'))]),
    );
    const accrued = Money.sum([...added.values()].filter((amount) => amount.isPositive()));
    if (!accrued.isPositive()) return;
    row.debts = keptDebts(
      debtsIn(row.debts).map((debt) => {
        const more = added.get(debt.kind) ?? Money.ZERO;
        return more.isPositive() ? { ...debt, penaltyInterest: debt.penaltyInterest.plus(more) } : debt;
      }),
    );
    for (const [kind, amount] of since) {
      if (added.get(kind)?.isPositive())
        row.interestAdded = { ...row.interestAdded, [kind]: amount.toString() };
    }
    await this.take(work, row, addPenaltyInterest(caseOf(row), accrued), { on });
    await this.money.carry(work, row);
  }

  private async apply(
    work: Work,
    row: CollectionCaseEntity,
    event: CollectionEvent,
    act: Act,
  ): Promise<void> {
    const before = caseOf(row);
    const from = collectedBy(event, before);
    if (from?.[1].isPositive()) await this.settle(work, row, from[0], from[1], act);
    keepCase(row, evolve(before, event));
    if (totalOf(debtsIn(row.debts)).compare(Money.ofTenge(row.debt)) !== 0)
      throw new Error(`${row.number} after ${event.type}: its kinds do not add up to ${row.debt}`);
    this.announcements.happened(work, row, event);
    if (from?.[1].isPositive() && from[0] !== 'WRITE_OFF')
      this.announcements.collected(work, row, from[0], from[1]);
    await this.followUps.after(work, row, before, event, act);
  }

  /** Which kinds an act settles, and their postings: set off and paid at once, collected once its money came. */
  private async settle(
    work: Work,
    row: CollectionCaseEntity,
    source: CollectedFrom | 'WRITE_OFF',
    amount: Money,
    { only, from, document, on, parts, deposit }: Act,
  ): Promise<void> {
    const debts = debtsIn(row.debts);
    const ofOne = parts ?? settledBy(debts, amount, only);
    const left = lessSettled(debts, ofOne);
    const rest = amount.minus(Money.sum(ofOne.map((part) => part.amount)));
    const ofOthers = rest.isPositive() ? settledBy(left, rest) : [];
    const settled = [...ofOne, ...ofOthers];
    keepSettled(row, lessSettled(left, ofOthers), settled, on);
    const number = document?.number ?? row.number;
    if (source === 'OFFSET' && from !== undefined) await this.money.offset(work, row, settled, from, number);
    if (deposit) {
      await this.money.payFromDeposit(work, row, settled, deposit, number);
    } else if (source === 'GUARANTEE' || source === 'BANK_ORDER' || source === 'SALE') {
      this.money.expect(row, settled, number, on);
      await this.money.postWaiting(work, row);
    }
  }
}

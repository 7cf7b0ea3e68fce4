/** The Treasury's copy: orders of offset and refund carried out or returned (art. 154.8; R-PAY-192). */
import { Inject, Injectable } from '@nestjs/common';
import { LegalCalendar, plusDays } from '@shekara/calendar';
import { type Decision, Money, reason, refuse, type Refused } from '@shekara/kernel';
import type { Work } from '@shekara/persistence';
import { Ledger, type Posting, postingsIn } from '../ledger/ledger.repository.js';
import { offset, ownAccount, refundExecuted, refundReturned } from '../ledger/refund-postings.js';
import { Cover } from '../liability/cover.service.js';
import { DebtsOfPayer } from '../offset/debts-of-payer.repository.js';
import { Offsets } from '../offset/offset.service.js';
import { InterestAccrual } from '../penalty-interest/interest-accrual.service.js';
import { OrdersOfApplication } from './orders-of-application.service.js';
import {
  type OverpaymentApplicationEntity,
  overpaymentOf,
  ownerOf,
} from './overpayment-application.entity.js';
import { OverpaymentApplications } from './overpayment-applications.repository.js';
import { recordRefundReturned } from './overpayment-lifecycle.js';
import { RefundAnnouncements } from './refund-announcements.service.js';
import { refundExecutionReasons as reasons } from './refund-execution-reasons.js';
import { ownMoneyOf } from './tax-conclusion.service.js';
import { orderOf, type TreasuryOrderEntity } from './treasury-order.entity.js';
import {
  executeOrder,
  type ExecutedOrderLine,
  type OrderLineOutcome,
  type ReturnedOrderLine,
  returnOrder,
} from './treasury-order.js';

/** A line with its order and application, both locked. */
interface Done<Line> {
  readonly order: TreasuryOrderEntity;
  readonly application: OverpaymentApplicationEntity;
  readonly line: Line;
}

@Injectable()
export class RefundExecution {
  constructor(
    @Inject(LegalCalendar) private readonly calendar: LegalCalendar,
    @Inject(Ledger) private readonly ledger: Ledger,
    @Inject(InterestAccrual) private readonly accrual: InterestAccrual,
    @Inject(Cover) private readonly cover: Cover,
    @Inject(DebtsOfPayer) private readonly debts: DebtsOfPayer,
    @Inject(Offsets) private readonly offsets: Offsets,
    @Inject(OverpaymentApplications) private readonly applications: OverpaymentApplications,
    @Inject(OrdersOfApplication) private readonly orders: OrdersOfApplication,
    @Inject(RefundAnnouncements) private readonly announcements: RefundAnnouncements,
  ) {}

  /**
   * Lines of the Treasury on orders carried out; one outcome a line, in their order. A repeated line changes nothing. Refunds
   * cost as many statements for one line as for thousands; an offset looks at its own debt.
   */
  async executed(work: Work, lines: readonly ExecutedOrderLine[]): Promise<readonly OrderLineOutcome[]> {
    const done: Done<ExecutedOrderLine>[] = [];
    const outcomes = await this.each(work, lines, (held) => {
      const decision = executeOrder(orderOf(held.order), held.line.amount);
      if (!decision.accepted) return decision;
      const repeated = decision.events.every(({ first }) => !first);
      if (!repeated) {
        markExecuted(held);
        done.push(held);
      }
      return { accepted: true, repeated };
    });
    if (done.length === 0) return outcomes;
    const postings: Posting[] = done.flatMap(({ order, line: { executedOn } }) =>
      order.debt ? [] : postingsIn(order.caseId, [refundExecuted(moneyOf(order, executedOn), order.purpose)]),
    );
    await this.ledger.post(work, postings);
    for (const held of done) if (held.order.debt) await this.executeOffset(work, held);
    await this.applications.saveExecuted(work, ordersOf(done));
    await this.orders.closeAllWhenDone(
      work,
      [...lastOfApplication(done).values()].map(({ application, line }) => ({
        application,
        on: line.executedOn,
      })),
    );
    await this.applications.saveOutcomes(work, applicationsOf(done));
    for (const { order } of done) this.announcements.orderExecuted(work, order);
    return outcomes;
  }

  /** Lines of the Treasury on refunds that it could not pay, or that came back: the money is the payer's again. */
  async returned(work: Work, lines: readonly ReturnedOrderLine[]): Promise<readonly OrderLineOutcome[]> {
    const back: Done<ReturnedOrderLine>[] = [];
    const postings: Posting[] = [];
    const outcomes = await this.each(work, lines, (held) => {
      const decision = returnOrder(orderOf(held.order), held.line.amount);
      if (!decision.accepted) return decision;
      const [event] = decision.events;
      if (event?.first === true) {
        postings.push(...givenBack(held, event.afterExecution));
        markReturned(held);
        back.push(held);
      }
      return { accepted: true, repeated: event?.first !== true };
    });
    if (back.length === 0) return outcomes;
    await this.ledger.post(work, postings);
    await this.applications.saveExecuted(work, ordersOf(back));
    await this.applications.saveOutcomes(work, applicationsOf(back));
    for (const { order } of back) this.announcements.refundReturned(work, order);
    await this.cover.retryAllShort(
      work,
      applicationsOf(back).map((application) => ({ owner: ownerOf(application), work })),
    );
    return outcomes;
  }

  /** Locks orders, their applications, then all accounts of their payers, and looks at the lines in their order. */
  private async each<Line extends { readonly number: string }>(
    work: Work,
    lines: readonly Line[],
    take: (held: Done<Line>) => Refused | { readonly accepted: true; readonly repeated: boolean },
  ): Promise<readonly OrderLineOutcome[]> {
    if (lines.length === 0) return [];
    const orders = await this.applications.holdOrders(
      work,
      lines.map(({ number }) => number),
    );
    const applications = await this.applications.holdAll(
      work,
      [...orders.values()].map(({ applicationId }) => applicationId),
    );
    await this.debts.holdAll(work, [...new Set([...applications.values()].map(({ payer }) => payer))]);
    return lines.map((line) => {
      const { number } = line;
      const order = orders.get(number);
      const application = order && applications.get(order.applicationId);
      return application
        ? { number, ...take({ order, application, line }) }
        : { number, ...refuse(reason(reasons.TREASURY_ORDER_UNKNOWN, { parameters: { number } })) };
    });
  }

  private async executeOffset(
    work: Work,
    { order, application, line: { executedOn, amount } }: Done<ExecutedOrderLine>,
  ): Promise<void> {
    const used = await this.setOff(work, order, application, amount, executedOn);
    order.notUsed = amount.minus(used).toString();
    if (order.purpose === 'ADVANCE') return;
    application.reserved = Money.ofTenge(application.reserved).minus(amount).toString();
  }

  /**
   * Sets money off against the debt and answers how much: the debt may have been paid since the order; what finds none stays
   * the payer's overpaid money. An overpayment of the same kind stops interest from its payment document on (art. 158.8).
   */
  private async setOff(
    work: Work,
    order: TreasuryOrderEntity,
    application: OverpaymentApplicationEntity,
    amount: Money,
    executedOn: string,
  ): Promise<Money> {
    if (!order.debt) throw new Error(`order ${order.number} sets nothing off`);
    const { kind, part, customsBody } = order.debt;
    const holder = ownerOf(application);
    const own = ownMoneyOf(order.purpose);
    const balances = await this.ledger.balancesOf(work, holder);
    const debt = await this.offsets.left(work.manager, order.payer, order.debt);
    const used = amount.min(debt).min(balances.of(ownAccount(holder, own)));
    if (!used.isPositive()) return Money.ZERO;
    const owner = { payer: order.payer, customsBody };
    const valueDate = order.purpose === kind ? application.overpaidOn : executedOn;
    const entry = offset({ owner, kind, part, amount: used, document: order.number, valueDate }, own, holder);
    await this.ledger.post(work, postingsIn(order.caseId, [entry]));
    await this.accrual.bringUpTo(work, owner, plusDays(this.calendar.civilDate(work.context.at), -1));
    return used;
  }
}

function markExecuted({ order, line: { executedOn, copy } }: Done<ExecutedOrderLine>): void {
  order.status = 'EXECUTED';
  order.executedOn = executedOn;
  order.copy = copy;
}

/** @throws Error for an application of which no refund was ordered: a bug. */
function markReturned({ order, application, line }: Done<ReturnedOrderLine>): void {
  const { returnedOn, copy, cause } = line;
  order.status = 'RETURNED';
  order.returnedOn = returnedOn;
  order.copy = copy;
  order.cause = cause;
  const decision: Decision<unknown> = recordRefundReturned(overpaymentOf(application), returnedOn);
  if (!decision.accepted) throw new Error(`refund ${order.number} of ${application.status} came back`);
  application.status = 'RETURNED';
  application.closedOn = returnedOn;
}

/** Money that could not be paid out, or that was paid and came back, is the payer's again. */
function givenBack(
  { order, line: { returnedOn } }: Done<ReturnedOrderLine>,
  afterExecution: boolean,
): readonly Posting[] {
  const money = { ...moneyOf(order, returnedOn), purpose: order.purpose };
  const out = afterExecution ? [] : [refundExecuted(money, order.purpose)];
  return postingsIn(order.caseId, [...out, refundReturned(money)]);
}

function ordersOf(done: readonly Done<unknown>[]): readonly TreasuryOrderEntity[] {
  return [...new Set(done.map(({ order }) => order))];
}

function applicationsOf(done: readonly Done<unknown>[]): readonly OverpaymentApplicationEntity[] {
  return [...new Set(done.map(({ application }) => application))];
}

function lastOfApplication<Line>(done: readonly Done<Line>[]): ReadonlyMap<string, Done<Line>> {
  return new Map(done.map((held) => [held.application.id, held]));
}

function moneyOf(order: TreasuryOrderEntity, valueDate: string) {
  const { payer, customsBody, number: document, amount } = order;
  return { owner: { payer, customsBody }, amount: Money.ofTenge(amount), document, valueDate };
}

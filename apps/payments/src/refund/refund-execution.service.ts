/** The Treasury's copy: orders of offset and refund carried out or returned (art. 154.8; R-PAY-192). */
import { Inject, Injectable } from '@nestjs/common';
import { LegalCalendar, plusDays } from '@shekara/calendar';
import { type Decision, Money, reason, refuse } from '@shekara/kernel';
import type { Work } from '@shekara/persistence';
import { Ledger, postingsIn } from '../ledger/ledger.repository.js';
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

  /** Lines of the Treasury on orders carried out; one outcome a line, in their order. A repeated line changes nothing. */
  async executed(work: Work, lines: readonly ExecutedOrderLine[]): Promise<readonly OrderLineOutcome[]> {
    return this.each(work, lines, async (order, application, line) => {
      const decision = executeOrder(orderOf(order), line.amount);
      if (!decision.accepted) return { number: line.number, ...decision };
      const repeated = decision.events.every(({ first }) => !first);
      if (!repeated) await this.execute(work, order, application, line);
      return { number: line.number, accepted: true, repeated };
    });
  }

  /** Lines of the Treasury on refunds that it could not pay, or that came back: the money is the payer's again. */
  async returned(work: Work, lines: readonly ReturnedOrderLine[]): Promise<readonly OrderLineOutcome[]> {
    return this.each(work, lines, async (order, application, line) => {
      const decision = returnOrder(orderOf(order), line.amount);
      if (!decision.accepted) return { number: line.number, ...decision };
      const [event] = decision.events;
      if (event?.first === true) await this.giveBack(work, order, application, line, event.afterExecution);
      return { number: line.number, accepted: true, repeated: event?.first !== true };
    });
  }

  private async each<Line extends { readonly number: string }>(
    work: Work,
    lines: readonly Line[],
    take: (
      order: TreasuryOrderEntity,
      application: OverpaymentApplicationEntity,
      line: Line,
    ) => Promise<OrderLineOutcome>,
  ): Promise<readonly OrderLineOutcome[]> {
    const outcomes: OrderLineOutcome[] = [];
    for (const line of lines) {
      const order = await this.applications.holdOrder(work, line.number);
      const application = order && (await this.applications.hold(work, order.applicationId));
      if (!application) {
        const unknown = reason(reasons.TREASURY_ORDER_UNKNOWN, { parameters: { number: line.number } });
        outcomes.push({ number: line.number, ...refuse(unknown) });
        continue;
      }
      await this.debts.hold(work, application.payer);
      outcomes.push(await take(order, application, line));
    }
    return outcomes;
  }

  private async execute(
    work: Work,
    order: TreasuryOrderEntity,
    application: OverpaymentApplicationEntity,
    { executedOn, copy, amount }: ExecutedOrderLine,
  ): Promise<void> {
    const used = order.debt ? await this.setOff(work, order, application, amount, executedOn) : amount;
    if (!order.debt) {
      const entry = refundExecuted(moneyOf(order, executedOn), order.purpose);
      await this.ledger.post(work, postingsIn(order.caseId, [entry]));
    }
    order.status = 'EXECUTED';
    order.executedOn = executedOn;
    order.copy = copy;
    order.notUsed = amount.minus(used).toString();
    await work.manager.save(order);
    if (order.debt && order.purpose !== 'ADVANCE') {
      application.reserved = Money.ofTenge(application.reserved).minus(amount).toString();
    }
    await this.orders.closeWhenDone(work, application, executedOn);
    await work.manager.save(application);
    this.announcements.orderExecuted(work, order);
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

  private async giveBack(
    work: Work,
    order: TreasuryOrderEntity,
    application: OverpaymentApplicationEntity,
    { returnedOn, copy, cause }: ReturnedOrderLine,
    afterExecution: boolean,
  ): Promise<void> {
    const money = { ...moneyOf(order, returnedOn), purpose: order.purpose };
    const out = afterExecution ? [] : [refundExecuted(money, order.purpose)];
    await this.ledger.post(work, postingsIn(order.caseId, [...out, refundReturned(money)]));
    order.status = 'RETURNED';
    order.returnedOn = returnedOn;
    order.copy = copy;
    order.cause = cause;
    await work.manager.save(order);
    const decision: Decision<unknown> = recordRefundReturned(overpaymentOf(application), returnedOn);
    if (!decision.accepted) throw new Error(`refund ${order.number} of ${application.status} came back`);
    application.status = 'RETURNED';
    application.closedOn = returnedOn;
    await work.manager.save(application);
    this.announcements.refundReturned(work, order);
    await this.cover.retryShort(work, ownerOf(application));
  }
}

function moneyOf(order: TreasuryOrderEntity, valueDate: string) {
  const { payer, customsBody, number: document, amount } = order;
  return { owner: { payer, customsBody }, amount: Money.ofTenge(amount), document, valueDate };
}

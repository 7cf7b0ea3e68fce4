/** The tax authority's conclusion becomes orders to the Treasury: offset first, refund of the rest (art. 154.6, 154.7). */
import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Principal } from '@shekara/auth';
import { type CivilDate, LegalCalendar } from '@shekara/calendar';
import { art, decide, type Decision, Money, reason, refuse, when } from '@shekara/kernel';
import type { Work } from '@shekara/persistence';
import { WorkItems } from '@shekara/work-items';
import { Ledger, postingsIn } from '../ledger/ledger.repository.js';
import { ownAccount, type OwnMoney, refundOrdered } from '../ledger/refund-postings.js';
import { type DebtOfPayer, DebtsOfPayer } from '../offset/debts-of-payer.repository.js';
import { offsetReasons } from '../offset/offset-reasons.js';
import type { OffsetLine } from '../offset/offset.js';
import { linesFor, type OffsetOfPayer, Offsets } from '../offset/offset.service.js';
import type { MoneyPurpose } from '../payment-kind.js';
import {
  type KeptDebt,
  type OverpaymentApplicationEntity,
  overpaymentOf,
  ownerOf,
} from './overpayment-application.entity.js';
import { OverpaymentApplications } from './overpayment-applications.repository.js';
import type { ApplicationHandled } from './overpayment-registration.service.js';
import { recordTaxConclusion, type TaxConclusion } from './overpayment-lifecycle.js';
import { OrdersOfApplication } from './orders-of-application.service.js';
import { RefundAnnouncements } from './refund-announcements.service.js';
import { refundReasons as reasons } from './refund-reasons.js';
import { TreasuryOrderEntity } from './treasury-order.entity.js';

/** The officer's task of R-PAY-108, in queue Q-PAY-16. */
export const IMPORT_DUTY_OFFSET = 'IMPORT_DUTY_OFFSET';

/** The account from which an order takes money: confirmed as overpaid, or the unused advance. */
export function ownMoneyOf(purpose: MoneyPurpose): OwnMoney {
  return purpose === 'ADVANCE'
    ? { from: 'ADVANCE_MONEY', purpose }
    : { from: 'OVERPAID_MONEY', kind: purpose };
}

/** APPROVE: a rule of the treaty lets import duty be set off across kinds. DECLINE: the money stays the payer's. */
export type HeldOffsetDecision =
  { readonly decision: 'APPROVE'; readonly treatyRule: string } | { readonly decision: 'DECLINE' };

@Injectable()
export class TaxConclusions {
  constructor(
    @Inject(LegalCalendar) private readonly calendar: LegalCalendar,
    @Inject(WorkItems) private readonly workItems: WorkItems,
    @Inject(Ledger) private readonly ledger: Ledger,
    @Inject(DebtsOfPayer) private readonly debts: DebtsOfPayer,
    @Inject(Offsets) private readonly offsets: Offsets,
    @Inject(OverpaymentApplications) private readonly applications: OverpaymentApplications,
    @Inject(OrdersOfApplication) private readonly orders: OrdersOfApplication,
    @Inject(RefundAnnouncements) private readonly announcements: RefundAnnouncements,
  ) {}

  /**
   * Records the conclusion and gives its orders (R-PAY-185): an order of offset for each debt, one of refund for the rest.
   * Offsets to or from import duty across kinds wait for an officer (R-PAY-108). Refuses REFUND_SUMS_CONTRADICT,
   * DEBTS_NOT_OFFSET_FIRST, OFFSET_WITHOUT_DEBT and REFUND_MONEY_SPENT.
   */
  async record(
    work: Work,
    application: OverpaymentApplicationEntity,
    conclusion: TaxConclusion,
  ): Promise<ApplicationHandled> {
    const decision = recordTaxConclusion(overpaymentOf(application), conclusion);
    if (!decision.accepted) return decision;
    await this.debts.hold(work, application.payer);
    const { payer, purpose } = application;
    const confirmed = Money.ofTenge(application.confirmed);
    const plan = await this.offsets.plan(work.manager, payer, { purpose, amount: confirmed });
    const fits = conclusionFits(conclusion, plan, await this.available(work, application));
    if (!fits.accepted) return fits;
    const { offset, refund, reference } = conclusion;
    const lines = linesFor([...plan.offsets, ...plan.forOfficer], offset);
    const held = lines.filter(({ debt }) => plan.forOfficer.some((line) => line.debt === debt));
    application.status = 'AT_TREASURY';
    application.conclusion = { reference, offset: offset.toString(), refund: refund.toString() };
    application.reserved = purpose === 'ADVANCE' ? '0.00' : offset.toString();
    application.held = held.map(({ debt, amount }) => ({ debt: keptDebt(debt), amount: amount.toString() }));
    await work.manager.save(application);
    this.announcements.concluded(work, application);
    for (const line of lines) {
      if (!held.includes(line)) await this.order(work, application, line.amount, keptDebt(line.debt));
    }
    if (refund.isPositive()) await this.orderRefund(work, application, refund);
    if (held.length > 0) await this.askForHeld(work, application, held);
    return { accepted: true, application };
  }

  /** The officer who holds the item decides on the offsets that wait (R-PAY-108): OFFSET_NOT_HELD, TREATY_RULE_UNNAMED. */
  async decideHeld(
    work: Work,
    application: OverpaymentApplicationEntity,
    decided: HeldOffsetDecision,
    officer: Principal,
  ): Promise<ApplicationHandled> {
    const rule = decided.decision === 'APPROVE' ? decided.treatyRule.trim() : undefined;
    const { held } = application;
    if (held.length === 0) return refuse(reason(offsetReasons.OFFSET_NOT_HELD));
    if (rule === '') return refuse(reason(offsetReasons.TREATY_RULE_UNNAMED, { pointer: '/treatyRule' }));
    await this.workItems.complete(work, IMPORT_DUTY_OFFSET, application.id, officer, decided.decision);
    application.held = [];
    if (rule === undefined) {
      const declined = Money.sum(held.map(({ amount }) => Money.ofTenge(amount)));
      if (application.purpose !== 'ADVANCE') {
        application.reserved = Money.ofTenge(application.reserved).minus(declined).toString();
      }
      await this.orders.closeWhenDone(work, application, this.today(work));
    }
    await work.manager.save(application);
    this.announcements.heldOffsetsDecided(work, application, { ...decided, held });
    if (rule !== undefined) {
      for (const { debt, amount } of held)
        await this.order(work, application, Money.ofTenge(amount), debt, rule);
    }
    return { accepted: true, application };
  }

  private async orderRefund(
    work: Work,
    application: OverpaymentApplicationEntity,
    amount: Money,
  ): Promise<void> {
    const order = await this.order(work, application, amount, null);
    const money = { owner: ownerOf(application), amount, document: order.number, valueDate: order.orderedOn };
    await this.ledger.post(
      work,
      postingsIn(application.caseId, [refundOrdered(money, ownMoneyOf(application.purpose))]),
    );
  }

  private async order(
    work: Work,
    { id, caseId, customsBody, payer, purpose, conclusion }: OverpaymentApplicationEntity,
    amount: Money,
    debt: KeptDebt | null,
    treatyRule: string | null = null,
  ): Promise<TreasuryOrderEntity> {
    const orderedOn = this.today(work);
    const order = work.manager.create(TreasuryOrderEntity, {
      id: uuidv7(),
      number: await this.applications.nextNumber(work, customsBody, 'Z', orderedOn),
      applicationId: id,
      caseId,
      customsBody,
      payer,
      type: debt ? 'OFFSET' : 'REFUND',
      purpose,
      amount: amount.toString(),
      debt,
      treatyRule,
      status: 'ORDERED',
      orderedOn,
      executedOn: null,
      returnedOn: null,
      notUsed: '0.00',
      copy: null,
      cause: null,
    });
    await work.manager.save(order);
    this.announcements.orderGiven(work, order, conclusion?.reference ?? '');
    return order;
  }

  private async askForHeld(
    work: Work,
    { id, caseId, customsBody, number }: OverpaymentApplicationEntity,
    held: readonly OffsetLine<DebtOfPayer>[],
  ): Promise<void> {
    const sum = Money.sum(held.map(({ amount }) => amount)).toString();
    await this.workItems.open(work, {
      kind: IMPORT_DUTY_OFFSET,
      role: 'ACCOUNT_OFFICER',
      customsBody,
      subject: 'OverpaymentApplication',
      subjectId: id,
      caseId,
      title: `Offset of ${sum} KZT to or from import duty, application ${number}`,
      article: art(138, 8),
    });
  }

  private async available(work: Work, application: OverpaymentApplicationEntity): Promise<Money> {
    const owner = ownerOf(application);
    const balances = await this.ledger.balancesOf(work, owner);
    return balances.of(ownAccount(owner, ownMoneyOf(application.purpose)));
  }

  private today(work: Work): CivilDate {
    return this.calendar.civilDate(work.context.at);
  }
}

/** Debts first (art. 154.6): the refund is at most what every debt leaves, the offset at most the debts. */
function conclusionFits(
  { offset, refund }: TaxConclusion,
  plan: OffsetOfPayer,
  available: Money,
): Decision<never> {
  const settleable = Money.sum([...plan.offsets, ...plan.forOfficer].map(({ amount }) => amount));
  return decide<never>(
    [
      when(refund.compare(plan.refundable) > 0, offsetReasons.DEBTS_NOT_OFFSET_FIRST, {
        pointer: '/refund',
        parameters: { refundable: plan.refundable.toString() },
      }),
      when(offset.compare(settleable) > 0, offsetReasons.OFFSET_WITHOUT_DEBT, {
        pointer: '/offset',
        parameters: { debts: settleable.toString() },
      }),
      when(offset.plus(refund).compare(available) > 0, reasons.REFUND_MONEY_SPENT, {
        parameters: { left: available.toString() },
      }),
    ],
    () => [],
  );
}

function keptDebt({ customsBody, kind, part }: DebtOfPayer): KeptDebt {
  return { customsBody, kind, part };
}

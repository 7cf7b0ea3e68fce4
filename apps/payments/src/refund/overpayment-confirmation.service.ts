/** Customs decides on an overpayment and tells the payer; the payer applies to the tax authority (art. 154.5, 154.6). */
import { Inject, Injectable } from '@nestjs/common';
import type { Principal } from '@shekara/auth';
import { type CivilDate, LegalCalendar } from '@shekara/calendar';
import { type Deadline, Deadlines, OnDeadline } from '@shekara/deadlines';
import { art, Money, reason, type Reason, refuse, type Refused } from '@shekara/kernel';
import type { Work } from '@shekara/persistence';
import { WorkItems } from '@shekara/work-items';
import { debtReduced } from '../ledger/debt-postings.js';
import type { JournalEntry } from '../ledger/journal-entry.js';
import { Ledger, postingsIn } from '../ledger/ledger.repository.js';
import { overpaymentConfirmed } from '../ledger/refund-postings.js';
import { DebtsOfPayer } from '../offset/debts-of-payer.repository.js';
import { isPaymentKind } from '../payment-kind.js';
import { OverpaidMoneyOfPayer } from './overpaid-money.service.js';
import {
  type OverpaymentApplicationEntity,
  overpaymentOf,
  ownerOf,
} from './overpayment-application.entity.js';
import { OverpaymentApplications } from './overpayment-applications.repository.js';
import {
  decideConfirmation,
  deliverConfirmation,
  fileTaxApplication,
  lapseConfirmation,
} from './overpayment-lifecycle.js';
import {
  type ApplicationHandled,
  CONFIRMATION_TERM,
  OVERPAYMENT_CONFIRMATION,
} from './overpayment-registration.service.js';
import { overpaymentTermEnd } from './overpayment.js';
import { RefundAnnouncements } from './refund-announcements.service.js';
import type { ClaimedGround } from './refund-claim.js';
import { refundReasons as reasons } from './refund-reasons.js';
import type { RefundableSum } from './refundable-sum.js';

/** D-PAY-38: the payer applies to the tax authority. */
const TAX_APPLICATION_TERM = 'TAX_APPLICATION_TERM';

/** What the officer found: the act, the sum that it shows, and the ground where it differs from the one claimed. */
export interface ReconciliationResult {
  readonly act: string;
  readonly overpaid: Money;
  readonly ground?: ClaimedGround | undefined;
  readonly staysPayable?: Money | undefined;
}

@Injectable()
export class OverpaymentConfirmation {
  constructor(
    @Inject(LegalCalendar) private readonly calendar: LegalCalendar,
    @Inject(Deadlines) private readonly deadlines: Deadlines,
    @Inject(WorkItems) private readonly workItems: WorkItems,
    @Inject(Ledger) private readonly ledger: Ledger,
    @Inject(DebtsOfPayer) private readonly debts: DebtsOfPayer,
    @Inject(OverpaidMoneyOfPayer) private readonly money: OverpaidMoneyOfPayer,
    @Inject(OverpaymentApplications) private readonly applications: OverpaymentApplications,
    @Inject(RefundAnnouncements) private readonly announcements: RefundAnnouncements,
  ) {}

  /**
   * Art. 154.5: the officer who holds the item decides on the reconciliation act (R-PAY-189). What the act shows is confirmed,
   * at most what is claimed and what the ledger holds on the ground; a ground that does not hold refuses with its reasons.
   */
  async decide(
    work: Work,
    application: OverpaymentApplicationEntity,
    result: ReconciliationResult,
    officer: Principal,
  ): Promise<ApplicationHandled> {
    await this.debts.hold(work, application.payer);
    const declaration =
      application.declarationNumber === null
        ? undefined
        : await this.money.declaration(work, application.declarationNumber, application.payer);
    const ground = result.ground ?? application.ground ?? undefined;
    const staysPayable = result.staysPayable ?? kept(application.staysPayable);
    const sum = await this.money.refundable(work, {
      owner: ownerOf(application),
      purpose: application.purpose,
      ...(ground ? { ground } : {}),
      ...(staysPayable ? { staysPayable } : {}),
      ...(declaration ? { declaration: declaration.liability } : {}),
    });
    const decision = decideConfirmation(overpaymentOf(application), result);
    if (!decision.accepted) return decision;
    if (!sum.accepted)
      return this.refuseApplication(work, application, { act: result.act, reasons: sum.reasons }, officer);
    const [shown] = sum.events;
    if (!shown) throw new Error(`no sum for ${application.number}`);
    if (result.overpaid.compare(shown.amount) > 0) {
      const parameters = { ledger: shown.amount.toString(), act: result.overpaid.toString() };
      return refuse(reason(reasons.RECONCILIATION_CONTRADICTS_LEDGER, { pointer: '/overpaid', parameters }));
    }
    for (const event of decision.events) {
      if (event.type === 'OverpaymentNotConfirmed') {
        return this.refuseApplication(work, application, { act: event.act, reasons: event.reasons }, officer);
      }
      if (event.type === 'OverpaymentConfirmed') {
        await this.confirm(work, application, { ...event, sum: shown });
        await this.decided(work, application, officer, 'CONFIRMED');
        this.announcements.confirmed(work, application);
      }
    }
    return { accepted: true, application };
  }

  /** Art. 154.6: delivery of the confirmation opens the payer's 15 working days (R-PAY-190). */
  async deliver(
    work: Work,
    application: OverpaymentApplicationEntity,
    deliveredOn: CivilDate,
  ): Promise<ApplicationHandled> {
    const decision = deliverConfirmation(overpaymentOf(application), deliveredOn, this.calendar);
    if (!decision.accepted) return decision;
    const early = this.dayUnfit(work, deliveredOn, application.decidedOn, '/deliveredOn');
    if (early) return early;
    const { endsAt: dueAt, ...term } = overpaymentTermEnd('TAX_APPLICATION', deliveredOn, this.calendar);
    application.status = 'DELIVERED';
    application.deliveredOn = deliveredOn;
    application.applyToTaxBy = term.lastDay;
    await this.deadlines.start(work, {
      kind: TAX_APPLICATION_TERM,
      subjectId: application.id,
      caseId: application.caseId,
      article: art(154, 6),
      startedAt: work.context.at,
      dueAt,
      term: { ...term, endsAt: dueAt },
    });
    await work.manager.save(application);
    this.announcements.delivered(work, application);
    return { accepted: true, application };
  }

  /** Art. 154.6: the payer applied to the tax authority; late is TAX_APPLICATION_LATE, told late but in time is in time. */
  async fileAtTax(
    work: Work,
    application: OverpaymentApplicationEntity,
    filedOn: CivilDate,
  ): Promise<ApplicationHandled> {
    const decision = fileTaxApplication(overpaymentOf(application), filedOn, this.calendar);
    if (!decision.accepted) return decision;
    const early = this.dayUnfit(work, filedOn, application.deliveredOn, '/filedOn');
    if (early) return early;
    if (application.status === 'LAPSED' && application.purpose !== 'ADVANCE') {
      await this.debts.hold(work, application.payer);
      const { overpaid } = await this.money.free(work, ownerOf(application), application.purpose);
      if (overpaid.compare(Money.ofTenge(application.confirmed)) < 0) {
        return refuse(reason(reasons.REFUND_MONEY_SPENT, { parameters: { left: overpaid.toString() } }));
      }
      application.reserved = application.confirmed;
    }
    application.status = 'AT_TAX';
    application.taxFiledOn = filedOn;
    application.closedOn = null;
    await this.deadlines.cancel(work, TAX_APPLICATION_TERM, application.id);
    await work.manager.save(application);
    this.announcements.atTax(work, application);
    return { accepted: true, application };
  }

  /** The 15 working days are over without an application to the tax authority (D-PAY-38): a new confirmation is needed. */
  @OnDeadline(TAX_APPLICATION_TERM)
  async taxWindowOver({ subjectId }: Deadline, work: Work): Promise<void> {
    const application = await this.applications.hold(work, subjectId);
    if (!application || !lapseConfirmation(overpaymentOf(application), this.today(work), this.calendar))
      return;
    application.status = 'LAPSED';
    application.reserved = '0.00';
    application.closedOn = this.today(work);
    await work.manager.save(application);
    this.announcements.lapsed(work, application);
  }

  private async confirm(
    work: Work,
    application: OverpaymentApplicationEntity,
    { amount, act, sum }: { readonly amount: Money; readonly act: string; readonly sum: RefundableSum },
  ): Promise<void> {
    const entries = await this.confirmedPostings(work, application, amount, sum);
    await this.ledger.post(work, postingsIn(application.caseId, entries));
    application.status = 'CONFIRMED';
    application.act = act;
    application.confirmed = amount.toString();
    application.reserved = application.purpose === 'ADVANCE' ? '0.00' : amount.toString();
    application.moneyPlace = sum.place;
  }

  /** Out of the budget's income where release made it final, and from the payer's money to what is confirmed as overpaid. */
  private async confirmedPostings(
    work: Work,
    application: OverpaymentApplicationEntity,
    amount: Money,
    { place }: RefundableSum,
  ): Promise<readonly JournalEntry[]> {
    const { purpose, number, declarationNumber } = application;
    if (purpose === 'ADVANCE') return [];
    const owner = ownerOf(application);
    const of = { owner, valueDate: this.today(work) };
    if (place === 'IN_BUDGET' && isPaymentKind(purpose)) {
      const reduced = { ...of, kind: purpose, amount, document: declarationNumber ?? number };
      return [
        debtReduced(reduced, amount),
        overpaymentConfirmed({ ...of, amount, document: number }, purpose),
      ];
    }
    const { overpaid } = await this.money.free(work, owner, purpose);
    const fromAdvance = amount.minus(amount.min(overpaid));
    return fromAdvance.isPositive()
      ? [overpaymentConfirmed({ ...of, amount: fromAdvance, document: number }, purpose)]
      : [];
  }

  private async refuseApplication(
    work: Work,
    application: OverpaymentApplicationEntity,
    { act, reasons: why }: { readonly act: string; readonly reasons: readonly Reason[] },
    officer: Principal,
  ): Promise<ApplicationHandled> {
    application.status = 'REFUSED';
    application.act = act;
    application.reasons = why;
    application.closedOn = this.today(work);
    await this.decided(work, application, officer, 'REFUSED');
    this.announcements.refused(work, application);
    return { accepted: true, application };
  }

  private async decided(
    work: Work,
    application: OverpaymentApplicationEntity,
    officer: Principal,
    outcome: string,
  ): Promise<void> {
    application.decidedOn = this.today(work);
    await this.workItems.complete(work, OVERPAYMENT_CONFIRMATION, application.id, officer, outcome);
    await this.deadlines.cancel(work, CONFIRMATION_TERM, application.id);
    await work.manager.save(application);
  }

  private dayUnfit(work: Work, on: CivilDate, from: CivilDate | null, pointer: string): Refused | undefined {
    const fits = on <= this.today(work) && (from === null || on >= from);
    return fits ? undefined : refuse(reason(reasons.REFUND_DATES_CONTRADICT, { pointer }));
  }

  private today(work: Work): CivilDate {
    return this.calendar.civilDate(work.context.at);
  }
}

function kept(tenge: string | null): Money | undefined {
  return tenge === null ? undefined : Money.ofTenge(tenge);
}

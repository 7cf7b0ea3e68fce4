/** The application for deferral or instalments (art. 134, 135.1, 135.3): registered, with the term of its decision. */
import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { type CivilDate, LegalCalendar } from '@shekara/calendar';
import { type Deadline, Deadlines, OnDeadline } from '@shekara/deadlines';
import { art, Money, reason, refuse } from '@shekara/kernel';
import type { Work } from '@shekara/persistence';
import type { ReferenceData } from '@shekara/reference-data';
import { REFERENCE_DATA } from '@shekara/service-kit';
import { WorkItems } from '@shekara/work-items';
import type { DeclarationLiability } from '../liability/liability.js';
import { obligationReasons } from '../obligation/obligation-reasons.js';
import { PayerAccounts } from '../payer-account/payer-accounts.repository.js';
import { AcceptedSecurities } from './accepted-securities.repository.js';
import { DeferralAnnouncements } from './deferral-announcements.service.js';
import {
  type DeferralApplication,
  type DeferralRegistered,
  registerDeferral,
} from './deferral-application.js';
import { decideBy } from './deferral-decision.js';
import { DeferralEntity, queued } from './deferral.entity.js';
import { DeferredDebts } from './deferred-debts.service.js';
import { deferralTerms } from './deferral-queues.js';
import { type Deferral, unfitDeferral } from './deferral.js';
import { type DeferralHandled, Deferrals, type KeptDeferral } from './deferrals.repository.js';

const { DECISION_TERM, DECISION_QUEUE } = deferralTerms;

/** What the payer asks, beside what the declaration itself says. */
export type DeferralAsked = Omit<DeferralApplication, 'payer' | 'declaration' | 'guarantee'> & {
  readonly payerName: string;
  readonly payerAddress: string;
  readonly securityNumber: string;
  /** Ids of late sums: debts on the account that are to be deferred with the declaration's own duty. */
  readonly debtIds: readonly string[];
};

@Injectable()
export class DeferralApplications {
  constructor(
    @Inject(REFERENCE_DATA) private readonly reference: ReferenceData,
    @Inject(LegalCalendar) private readonly calendar: LegalCalendar,
    @Inject(Deadlines) private readonly deadlines: Deadlines,
    @Inject(WorkItems) private readonly workItems: WorkItems,
    @Inject(PayerAccounts) private readonly payers: PayerAccounts,
    @Inject(AcceptedSecurities) private readonly securities: AcceptedSecurities,
    @Inject(Deferrals) private readonly deferrals: Deferrals,
    @Inject(DeferredDebts) private readonly debts: DeferredDebts,
    @Inject(DeferralAnnouncements) private readonly announcements: DeferralAnnouncements,
  ) {}

  /** Art. 135.1, 135.3: registers the application; 10 working days for the decision begin (R-PAY-080 to R-PAY-086). */
  async apply(work: Work, liability: DeclarationLiability, asked: DeferralAsked): Promise<DeferralHandled> {
    const today = this.today(work);
    const { owner, declarationNumber } = liability;
    if (liability.endReason === 'RELEASE_REFUSED')
      return refuse(reason(obligationReasons.OBLIGATION_ENDED, { pointer: '/declaration' }));
    await this.payers.hold(work, owner, asked.payerName);
    const standing = await this.deferrals.standing(work, declarationNumber);
    const second =
      standing && unfitDeferral({ ...notGranted, status: standing.status }, 'REFUSED', 'CANCELLED');
    if (second) return refuse(second);
    const unfitDebt = await this.debts.refusal(work, owner, declarationNumber, asked.debtIds);
    if (unfitDebt) return refuse(unfitDebt);
    const application: DeferralApplication = {
      ...asked,
      payer: owner.payer,
      declaration: declarationNumber,
      guarantee: await this.securities.guarantee(work.manager, {
        number: asked.securityNumber,
        payer: owner.payer,
        on: today,
        amount: Money.ZERO,
      }),
    };
    const list = await this.deferrals.treatyList(work.manager, today);
    const decision = registerDeferral(
      application,
      { ...list, currencyRates: this.reference.currencyRates },
      today,
    );
    if (!decision.accepted) return decision;
    const registered = decision.events.find((event) => event.type === 'DeferralRegistered');
    if (!registered) throw new Error(`no registration of a deferral for ${declarationNumber}`);
    const kept = await this.open(work, liability, asked, registered);
    this.announcements.registered(work, kept.entity, decision.events);
    return { accepted: true, kept, leftOut: decision.events.filter((event) => event.type === 'SumLeftOut') };
  }

  /** The last day to decide passed (D-PAY-08): the history says so; the item stands overdue in the head's queue. */
  @OnDeadline(DECISION_TERM)
  async decisionTermEnded(deadline: Deadline, work: Work): Promise<void> {
    const kept = await this.deferrals.hold(work, deadline.subjectId);
    if (!kept) throw new Error(`the deferral of deadline ${deadline.id} is gone`);
    if (kept.state.status === 'REGISTERED') this.announcements.decisionOverdue(work, kept.entity);
  }

  private async open(
    work: Work,
    { caseId, owner, declarationNumber }: DeclarationLiability,
    asked: DeferralAsked,
    { registeredOn, duty, rateDate, grounds, mode }: DeferralRegistered,
  ): Promise<KeptDeferral> {
    const term = decideBy(registeredOn, this.calendar);
    const entity = work.manager.create(DeferralEntity, {
      id: uuidv7(),
      caseId,
      customsBody: owner.customsBody,
      payer: owner.payer,
      payerName: asked.payerName,
      payerAddress: asked.payerAddress,
      declarationNumber,
      procedure: asked.procedure,
      mode,
      sums: asked.sums.map(({ kind, amount, currency }) => ({ kind, amount: amount.toFixed(), currency })),
      grounds,
      papers: asked.papers,
      securityNumber: asked.securityNumber,
      duty: duty.toString(),
      rateDate,
      termChangeInterest: Money.ZERO.toString(),
      status: 'REGISTERED',
      decision: null,
      registeredOn,
      decideBy: term.lastDay,
      decidedOn: null,
      sendBy: null,
      sentOn: null,
      breachCause: null,
      breachDueOn: null,
      notOverdueUntil: null,
      version: 1,
    });
    await this.deferrals.add(work, entity, asked.debtIds);
    await this.deadlines.start(work, {
      kind: DECISION_TERM,
      subjectId: entity.id,
      caseId,
      article: art(135, 1),
      startedAt: work.context.at,
      dueAt: term.endsAt,
      term,
    });
    await this.workItems.open(work, {
      kind: DECISION_QUEUE,
      role: 'HEAD_OF_POST',
      ...queued(entity),
      title: `Deferral of duty of ${declarationNumber} to decide`,
      article: art(135, 1),
      dueAt: term.endsAt,
    });
    return { entity, state: { ...notGranted, mode, grounds, duty } };
  }

  private today(work: Work): CivilDate {
    return this.calendar.civilDate(work.context.at);
  }
}

/** A deferral that nothing was decided of yet. */
const notGranted: Deferral = {
  status: 'REGISTERED',
  mode: 'DEFERRAL',
  grounds: [],
  duty: Money.ZERO,
  parts: [],
  paid: [],
};

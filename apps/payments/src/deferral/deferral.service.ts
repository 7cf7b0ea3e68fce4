/** The written decision on a deferral (art. 134.2, 134.3, 135.2, 135.4). Load, decide, save, publish. */
import { Inject, Injectable } from '@nestjs/common';
import type { Principal } from '@shekara/auth';
import { type CivilDate, LegalCalendar } from '@shekara/calendar';
import { Deadlines } from '@shekara/deadlines';
import { art, Money, reason, refuse } from '@shekara/kernel';
import type { Work } from '@shekara/persistence';
import type { ReferenceData } from '@shekara/reference-data';
import { REFERENCE_DATA } from '@shekara/service-kit';
import { WorkItems } from '@shekara/work-items';
import { Cover } from '../liability/cover.service.js';
import { Liabilities } from '../liability/liabilities.repository.js';
import { obligationReasons } from '../obligation/obligation-reasons.js';
import { PayerAccounts } from '../payer-account/payer-accounts.repository.js';
import { AcceptedSecurities } from './accepted-securities.repository.js';
import { DeferralAnnouncements } from './deferral-announcements.service.js';
import type { DeferralConditions } from './deferral-application.js';
import {
  cancelDeferralDecision,
  type DecisionSignature,
  type DeferralGranted,
  grantDeferral,
  refuseDeferral,
} from './deferral-decision.js';
import { type DeferralEntity, type KeptDecision, queued } from './deferral.entity.js';
import { DeferralPayments } from './deferral-payments.service.js';
import { deferralTerms } from './deferral-queues.js';
import { DeferredDebts } from './deferred-debts.service.js';
import { evolveDeferral, outstanding, unfitDeferral } from './deferral.js';
import { type DeferralHandled, Deferrals, type KeptDeferral } from './deferrals.repository.js';
import { type ProposedSchedule, scheduleInterest } from './instalment-schedule.js';

const { DECISION_TERM, DECISION_QUEUE, SENDING_QUEUE } = deferralTerms;

@Injectable()
export class DeferralService {
  constructor(
    @Inject(REFERENCE_DATA) private readonly reference: ReferenceData,
    @Inject(LegalCalendar) private readonly calendar: LegalCalendar,
    @Inject(Deadlines) private readonly deadlines: Deadlines,
    @Inject(WorkItems) private readonly workItems: WorkItems,
    @Inject(PayerAccounts) private readonly payers: PayerAccounts,
    @Inject(Liabilities) private readonly liabilities: Liabilities,
    @Inject(Cover) private readonly cover: Cover,
    @Inject(AcceptedSecurities) private readonly securities: AcceptedSecurities,
    @Inject(Deferrals) private readonly deferrals: Deferrals,
    @Inject(DeferredDebts) private readonly debts: DeferredDebts,
    @Inject(DeferralPayments) private readonly payments: DeferralPayments,
    @Inject(DeferralAnnouncements) private readonly announcements: DeferralAnnouncements,
  ) {}

  /** Art. 134.3, 135.2: grants; the schedule is part of the decision, interest on the term stays a kind of its own (R-PAY-087). */
  async grant(
    work: Work,
    kept: KeptDeferral,
    term: { readonly until: CivilDate } | { readonly schedule: ProposedSchedule },
    signed: DecisionSignature,
    head: Principal,
  ): Promise<DeferralHandled> {
    const { entity, state } = kept;
    const decidedOn = this.today(work);
    const liability = await this.liabilities.ofNumber(work, entity.declarationNumber);
    if (liability?.endReason === 'RELEASE_REFUSED')
      return refuse(reason(obligationReasons.OBLIGATION_ENDED, { pointer: '/declaration' }));
    const { treatyGrounds } = await this.deferrals.treatyList(work.manager, decidedOn);
    const { grounds, procedure, payer, securityNumber } = entity;
    const guarantee = await this.securities.guarantee(work.manager, {
      number: securityNumber,
      payer,
      on: decidedOn,
      amount: state.duty,
    });
    const conditions: DeferralConditions = { grounds, procedure, guarantee };
    const command = { decidedOn, signed, conditions, term };
    const decision = grantDeferral(state, command, treatyGrounds, this.calendar);
    if (!decision.accepted) return decision;
    await this.workItems.complete(work, DECISION_QUEUE, entity.id, head, 'GRANTED');
    let granted = kept;
    for (const event of decision.events) {
      await this.decided(work, entity, event.decidedOn, event.sendBy, keptSignature(signed));
      entity.termChangeInterest = this.interestOn(event).toString();
      granted = await this.deferrals.save(work, kept, evolveDeferral(state, event));
      this.announcements.granted(work, entity, event);
    }
    await this.payments.runNextPart(work, granted);
    const { customsBody, payerName, declarationNumber } = entity;
    await this.payers.hold(work, { payer, customsBody }, payerName);
    const elsewhere = await this.debts.putOff(work, entity, state.duty);
    const ofDeclaration = state.duty.minus(elsewhere);
    if (ofDeclaration.isPositive()) await this.cover.defer(work, declarationNumber, ofDeclaration);
    return { accepted: true, kept: granted };
  }

  /** Art. 135.4: refuses with code and words (R-PAY-084). */
  async refuse(
    work: Work,
    kept: KeptDeferral,
    why: { readonly code: string; readonly words: string },
    signed: DecisionSignature,
    head: Principal,
  ): Promise<DeferralHandled> {
    const { entity, state } = kept;
    const decision = refuseDeferral(state, { decidedOn: this.today(work), signed, ...why }, this.calendar);
    if (!decision.accepted) return decision;
    await this.workItems.complete(work, DECISION_QUEUE, entity.id, head, 'REFUSED');
    let refused = kept;
    for (const event of decision.events) {
      await this.decided(work, entity, event.decidedOn, event.sendBy, { ...keptSignature(signed), ...why });
      refused = await this.deferrals.save(work, kept, evolveDeferral(state, event));
      this.announcements.refused(work, entity, event);
    }
    return { accepted: true, kept: refused };
  }

  /** Art. 135.4: cancels a grant or a refusal on a treaty ground, with a letter (R-PAY-093). */
  async cancel(
    work: Work,
    kept: KeptDeferral,
    cancellation: { readonly treatyGround: string; readonly letter: string },
  ): Promise<DeferralHandled> {
    const { entity, state } = kept;
    const decision = cancelDeferralDecision(state, cancellation);
    if (!decision.accepted) return decision;
    const earlier = entity.decision;
    if (!earlier) throw new Error(`no decision of deferral ${entity.id} to cancel`);
    entity.decision = { ...earlier, ...cancellation };
    await this.payments.endTerm(work, entity);
    await this.workItems.cancel(work, SENDING_QUEUE, entity.id, 'CANCELLED');
    let cancelled = kept;
    for (const event of decision.events) {
      cancelled = await this.deferrals.save(work, kept, evolveDeferral(state, event));
      this.announcements.cancelled(work, entity, event, cancellation.letter);
    }
    await this.payers.hold(work, entity, entity.payerName);
    await this.debts.takeBack(work, entity, outstanding(state));
    return { accepted: true, kept: cancelled };
  }

  /** Art. 135.2: the decision went out to the applicant; completes the item that asked for it (R-PAY-083). */
  async send(work: Work, kept: KeptDeferral, officer: Principal): Promise<DeferralHandled> {
    const { entity, state } = kept;
    const unfit = unfitDeferral(state, 'GRANTED', 'REFUSED');
    if (unfit) return refuse(unfit);
    await this.workItems.complete(work, SENDING_QUEUE, entity.id, officer, 'SENT');
    entity.sentOn = this.today(work);
    await work.manager.save(entity);
    this.announcements.sent(work, entity);
    return { accepted: true, kept };
  }

  /** Closes the term of the decision and asks to send it (D-PAY-09). */
  private async decided(
    work: Work,
    entity: DeferralEntity,
    decidedOn: CivilDate,
    sendBy: DeferralGranted['sendBy'],
    decision: KeptDecision,
  ): Promise<void> {
    entity.decidedOn = decidedOn;
    entity.sendBy = sendBy.lastDay;
    entity.decision = decision;
    await this.deadlines.cancel(work, DECISION_TERM, entity.id);
    await this.workItems.open(work, {
      kind: SENDING_QUEUE,
      role: 'ACCOUNT_OFFICER',
      ...queued(entity),
      title: `Decision on the deferral of ${entity.declarationNumber} to send`,
      article: art(135, 2),
      dueAt: sendBy.endsAt,
      escalateAt: sendBy.endsAt,
    });
  }

  /** Art. 134.2: each part at the yearly percent of the day of the decision, over its days. */
  private interestOn({ decidedOn, parts }: DeferralGranted): Money {
    const { parameters } = this.reference;
    const percentAYear = parameters.get('TERM_CHANGE_INTEREST_PERCENT', decidedOn);
    const daysOfYear = parameters.get('PENALTY_INTEREST_YEAR', decidedOn);
    return scheduleInterest(parts, decidedOn, [], { percentAYear, daysOfYear }).amount;
  }

  private today(work: Work): CivilDate {
    return this.calendar.civilDate(work.context.at);
  }
}

function keptSignature({ capacity, signature }: DecisionSignature): KeptDecision {
  if (capacity === 'OTHER') throw new Error('a decision of nobody authorized was accepted');
  return { capacity, signature };
}

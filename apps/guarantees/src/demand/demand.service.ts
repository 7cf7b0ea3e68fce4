/** Calling a security in: the default, the demand, its delivery, what came of it (art. 145.3, 146.4 to 149.5). */
import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Principal } from '@shekara/auth';
import { type CivilDate, LegalCalendar } from '@shekara/calendar';
import { Money, type Refused } from '@shekara/kernel';
import type { Work } from '@shekara/persistence';
import type { ReferenceData } from '@shekara/reference-data';
import { REFERENCE_DATA } from '@shekara/service-kit';
import type { ReservationEntity } from '../reservation/reservation.entity.js';
import type { SecurityEntity } from '../security/security.entity.js';
import { CalledBalance, type CalledCover } from './called-balance.service.js';
import { pathOf } from './call-in-path.js';
import { DemandAnnouncements } from './demand-announcements.service.js';
import { DemandEntity, demandOf, keptSums, sumsOf } from './demand.entity.js';
import {
  cancelDemand,
  type Default,
  deliverDemand,
  moveDeposit,
  recordDefault,
  recordPayment,
  sendDemand,
  toDemand,
} from './demand.js';
import { type Owed, owedOn, totalOf } from './demand-sums.js';
import { DemandTerms } from './demand-terms.service.js';
import { Demands } from './demands.repository.js';

export type DemandHandled = { readonly accepted: true; readonly demand: DemandEntity } | Refused;

export interface FoundDefault extends Omit<Default, 'identifiedOn'> {
  /** Fines are reckoned up to this day: the due day where none are stated. */
  readonly accruedTo: CivilDate;
  /** Of the case of collection that called the security. */
  readonly collectionId?: string | undefined;
}

export interface PaymentToRecord {
  readonly paid: Money;
  readonly paidOn: CivilDate;
  /** Number of the payment document. */
  readonly document: string;
}

@Injectable()
export class DemandService {
  constructor(
    @Inject(REFERENCE_DATA) private readonly reference: ReferenceData,
    @Inject(LegalCalendar) private readonly calendar: LegalCalendar,
    @Inject(Demands) private readonly demands: Demands,
    @Inject(CalledBalance) private readonly balance: CalledBalance,
    @Inject(DemandTerms) private readonly terms: DemandTerms,
    @Inject(DemandAnnouncements) private readonly announcements: DemandAnnouncements,
  ) {}

  /** A secured obligation fell due unpaid: its call-in is opened with its queue and its term (R-GUA-129). */
  async default(
    work: Work,
    security: SecurityEntity,
    reservation: ReservationEntity,
    found: FoundDefault,
  ): Promise<DemandHandled> {
    const { dueOn, sums, accruedTo, collectionId = '' } = found;
    const identifiedOn = this.today(work);
    const cover = {
      held: reservation.status === 'RESERVED',
      called: (await this.demands.ofCover(work, reservation.id)) !== undefined,
      path: pathOf(security.method),
    };
    const decision = recordDefault(cover, { dueOn, identifiedOn, sums }, this.calendar);
    if (!decision.accepted) return decision;
    const [event] = decision.events;
    const demand = work.manager.create(DemandEntity, {
      id: uuidv7(),
      number: null,
      securityId: security.id,
      securityNumber: security.number,
      reservationId: reservation.id,
      caseId: reservation.caseId,
      collectionId,
      declarationId: reservation.declarationId,
      declarationNumber: reservation.declarationNumber,
      customsBody: security.acceptingBody,
      principal: security.principal,
      addressee: security.guarantor,
      path: cover.path,
      state: 'DUE',
      sums: keptSums(sums),
      accruedTo,
      dueOn,
      identifiedOn,
      actBy: event?.act?.lastDay ?? null,
      demanded: Money.ZERO,
      sentOn: null,
      lateReason: null,
      deliveredOn: null,
      proofOfDelivery: null,
      payBy: null,
      paid: Money.ZERO,
      paidOn: null,
      paymentDocument: null,
      overdueMeasures: [],
      cancelledBecause: null,
    });
    reservation.status = 'DEFAULTED';
    await work.manager.save(reservation);
    await work.manager.save(demand);
    await this.terms.runToAct(work, demand, event?.act);
    const { principal } = this.owed(demand, identifiedOn);
    this.announcements.defaulted(work, demand, principal, event?.act);
    return { accepted: true, demand };
  }

  /** The demand leaves with what is owed on the day; the officer holds its item (R-GUA-076, R-GUA-144). */
  async send(work: Work, cover: CalledCover, lateReason: string, officer: Principal): Promise<DemandHandled> {
    const { demand } = cover;
    const on = this.today(work);
    const owed = this.owed(demand, on);
    const amount = toDemand(totalOf(owed), await this.balance.limits(work, cover));
    const decision = sendDemand(demandOf(demand), { amount, on, lateReason });
    if (!decision.accepted) return decision;
    await this.terms.acted(work, demand, officer, 'SENT');
    for (const { late } of decision.events) {
      await this.number(work, demand, on);
      demand.state = 'SENT';
      demand.lateReason = late ? lateReason : null;
      await this.balance.call(work, cover, amount, 'CALL');
      await work.manager.save(demand);
      this.announcements.sent(work, demand, owed, late);
    }
    return { accepted: true, demand };
  }

  /** The addressee received it: its days to pay run (R-GUA-077, R-GUA-083, R-GUA-101). */
  async deliver(
    work: Work,
    { demand }: CalledCover,
    deliveredOn: CivilDate,
    proof: string,
  ): Promise<DemandHandled> {
    const decision = deliverDemand(demandOf(demand), deliveredOn, this.today(work), this.calendar);
    if (!decision.accepted) return decision;
    for (const { payment } of decision.events) {
      demand.state = 'DELIVERED';
      demand.deliveredOn = deliveredOn;
      demand.proofOfDelivery = proof;
      demand.payBy = payment.lastDay;
      await work.manager.save(demand);
      await this.terms.runToPay(work, demand, payment);
      this.announcements.delivered(work, demand);
    }
    return { accepted: true, demand };
  }

  /** What came of the demand: all that was owed, or less (R-GUA-132). */
  async pay(
    work: Work,
    cover: CalledCover,
    { paid, paidOn, document }: PaymentToRecord,
  ): Promise<DemandHandled> {
    const { demand } = cover;
    const { callable, demandedOfOthers } = await this.balance.limits(work, cover);
    const all = this.owed(demand, paidOn);
    const payment = { amount: paid, on: paidOn, owed: totalOf(all).minus(demandedOfOthers), callable };
    const decision = recordPayment(demandOf(demand), payment, this.today(work));
    if (!decision.accepted) return decision;
    await this.terms.ended(work, demand, 'PAID');
    for (const { result, shortfall } of decision.events) {
      const finesSince = paid.minus(demand.demanded);
      if (finesSince.isPositive()) await this.balance.call(work, cover, finesSince, 'CALL');
      this.settle(demand, result, { paid, paidOn, document });
      await work.manager.save(demand);
      await this.balance.paid(work, cover, paid);
      if (result === 'PAID') this.announcements.recovered(work, demand, all);
      else this.announcements.short(work, demand, shortfall);
      await this.balance.finish(work, cover, result === 'PAID');
    }
    return { accepted: true, demand };
  }

  /** Duties and taxes go from the deposit to the budget once the 15 days are over (R-GUA-066). */
  async transfer(
    work: Work,
    cover: CalledCover,
    document: string,
    officer: Principal,
  ): Promise<DemandHandled> {
    const { demand } = cover;
    const on = this.today(work);
    const limits = await this.balance.limits(work, cover);
    const decision = moveDeposit(demandOf(demand), sumsOf(demand), limits, on);
    if (!decision.accepted) return decision;
    await this.terms.acted(work, demand, officer, 'TRANSFERRED');
    for (const event of decision.events) {
      const { amount: paid, shortfall } = event;
      await this.number(work, demand, on);
      await this.balance.call(work, cover, paid, 'BUDGET_TRANSFER');
      const whole = shortfall.isZero();
      this.settle(demand, whole ? 'PAID' : 'SHORT', { paid, paidOn: on, document });
      await work.manager.save(demand);
      this.announcements.transferred(work, demand, event);
      await this.balance.finish(work, cover, whole);
    }
    return { accepted: true, demand };
  }

  /** The payer paid, or the obligation ended (art. 143.6; R-GUA-067). `officer`: who decided it; none where a message says so. */
  async cancel(work: Work, cover: CalledCover, because: string, officer?: Principal): Promise<DemandHandled> {
    const { demand } = cover;
    const decision = cancelDemand(demandOf(demand));
    if (!decision.accepted) return decision;
    if (officer && demand.state === 'DUE') await this.terms.acted(work, demand, officer, 'CANCELLED');
    await this.terms.ended(work, demand, because);
    await this.balance.undo(work, cover);
    demand.state = 'CANCELLED';
    demand.cancelledBecause = because;
    await work.manager.save(demand);
    this.announcements.cancelled(work, demand, this.today(work));
    return { accepted: true, demand };
  }

  private settle(
    demand: DemandEntity,
    state: 'PAID' | 'SHORT',
    { paid, paidOn, document }: PaymentToRecord,
  ): void {
    demand.state = state;
    demand.paid = paid;
    demand.paidOn = paidOn;
    demand.paymentDocument = document;
  }

  private async number(work: Work, demand: DemandEntity, on: CivilDate): Promise<void> {
    demand.number = await this.demands.nextNumber(work, demand.customsBody, Number(on.slice(0, 4)));
    demand.sentOn = on;
  }

  private owed(demand: DemandEntity, on: CivilDate): Owed {
    const { parameters } = this.reference;
    return owedOn(sumsOf(demand), demand.accruedTo, on, {
      refinancingPercent: (day) => parameters.get('REFINANCING_RATE_PERCENT', day),
      multiplier: (day) => parameters.get('PENALTY_INTEREST_MULTIPLIER', day),
      daysOfYear: (day) => parameters.get('PENALTY_INTEREST_YEAR', day),
    });
  }

  private today(work: Work): CivilDate {
    return this.calendar.civilDate(work.context.at);
  }
}

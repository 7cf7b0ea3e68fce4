/** Orders on register entries: load, decide, save, publish, in one transaction. */
import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { LegalCalendar } from '@shekara/calendar';
import { type Decision, reason } from '@shekara/kernel';
import type { Work } from '@shekara/persistence';
import type { ReferenceData } from '@shekara/reference-data';
import { REFERENCE_DATA } from '@shekara/service-kit';
import type { SecurityRates } from './inclusion-conditions.js';
import {
  decideExclusion,
  decideInclusion,
  decideResumption,
  decideSuspension,
  type Exclusion,
  type InclusionApplication,
  type Order,
  type RegisterEntryEvent,
  type Resumption,
  type Suspension,
} from './register-entry.js';
import { RegisterEntryEntity } from './register-entry.entity.js';
import { RegisterEntryRepository } from './register-entry.repository.js';
import { registerGrounds } from './register-grounds.js';
import { REGISTER_KIND } from './register-kind.js';
import { RegisterOrders } from './register-orders.service.js';
import {
  exclusionNoticeTerm,
  RESUMPTION_ARTICLE,
  resumptionDecisionTerm,
  reviewTerm,
  SUSPENSION_NOTICE_ARTICLE,
  SUSPENSION_ORDER_ARTICLE,
  suspensionDecisionTerm,
  suspensionNoticeTerm,
} from './register-terms.js';

/** The order as the request names it; it is signed at the moment of the work. */
export type OrderToSign = Omit<Order, 'signedAt'>;

export interface OrderedEntry {
  readonly decision: Decision<RegisterEntryEvent>;
  /** The entry as it stands now; undefined when inclusion was refused. */
  readonly entry?: RegisterEntryEntity;
}

const STREAM = 'RegisterEntry';

@Injectable()
export class RegisterEntryService {
  constructor(
    @Inject(REFERENCE_DATA) private readonly reference: ReferenceData,
    @Inject(LegalCalendar) private readonly calendar: LegalCalendar,
    @Inject(RegisterOrders) private readonly orders: RegisterOrders,
    @Inject(RegisterEntryRepository) private readonly entries: RegisterEntryRepository,
  ) {}

  /** Art. 27, 35, 41: includes and numbers the person, or refuses with every reason; the refusal is kept too. */
  async include(
    work: Work,
    customsBody: string,
    application: InclusionApplication,
    toSign: OrderToSign,
  ): Promise<OrderedEntry> {
    const { register, applicant } = application;
    const order = signed(work, toSign);
    const premisesAddress = REGISTER_KIND[register].perPremises ? (application.premises?.address ?? '') : '';
    const standing = await this.entries.standing(work, register, applicant.bin, premisesAddress);
    const decision = decideInclusion(application, order, standing, this.ratesOf(application), this.calendar);
    const ground = REGISTER_KIND[register].inclusionArticle;
    const id = uuidv7();
    if (!decision.accepted) {
      const reasons = decision.reasons.map(({ code, article }) => ({ code, article }));
      const payload = { register, bin: applicant.bin, order: order.number, reasons };
      work.record({ stream: STREAM, streamId: id, caseId: id, type: 'InclusionRefused', payload, ground });
      return { decision };
    }
    const day = this.calendar.civilDate(order.signedAt);
    const {
      submittedAt,
      registeredAt,
      documents: _documents,
      register: _register,
      ...conditions
    } = application;
    const review = reviewTerm(
      register,
      { submittedAt, registeredAt },
      this.orders.counting(customsBody, day),
    );
    const entry = work.manager.create(RegisterEntryEntity, {
      id,
      registrationNumber: await this.entries.nextNumber(work, register, Number(day.slice(0, 4))),
      register,
      bin: applicant.bin,
      name: applicant.name,
      address: applicant.address,
      customsBody,
      premisesAddress,
      conditions,
      status: 'INCLUDED',
      statusFrom: day,
      grounds: [],
      reviewDueOn: review.lastDay,
      decidedLate: order.signedAt > review.endsAt,
    });
    await this.orders.change(work, entry, order, { kind: 'INCLUSION', ground });
    return { decision, entry };
  }

  /** Art. 42: suspends, starts the timer of its end and asks for the written notice. */
  async suspend(
    work: Work,
    entry: RegisterEntryEntity,
    suspension: Suspension,
    toSign: OrderToSign,
  ): Promise<OrderedEntry> {
    const order = signed(work, toSign);
    const decision = decideSuspension(entry, suspension, order, this.calendar);
    if (!decision.accepted) return { decision, entry };
    for (const event of decision.events) {
      if (event.type !== 'EntrySuspended') continue;
      Object.assign(entry, {
        status: 'SUSPENDED',
        statusFrom: this.calendar.civilDate(order.signedAt),
        grounds: [reason(registerGrounds.SUS_OWNER_NOTICE)],
        suspendedUntil: event.until,
        goodsOutBy: event.goodsOutBy,
      });
      const orderId = await this.orders.change(work, entry, order, {
        kind: 'SUSPENSION',
        ground: SUSPENSION_ORDER_ARTICLE,
        groundCode: 'SUS_OWNER_NOTICE',
        late: this.orders.late(entry, order, suspension.ownerNoticeRegisteredAt, suspensionDecisionTerm),
      });
      await this.orders.startSuspensionEnd(work, entry, order, event.until);
      await this.orders.askForNotice(
        work,
        entry,
        orderId,
        order,
        SUSPENSION_NOTICE_ARTICLE,
        suspensionNoticeTerm,
      );
    }
    return { decision, entry };
  }

  /** Art. 42.5: resumes with the conditions found on the day of the owner's notice. */
  async resume(
    work: Work,
    entry: RegisterEntryEntity,
    resumption: Resumption,
    toSign: OrderToSign,
  ): Promise<OrderedEntry> {
    const order = signed(work, toSign);
    const decision = decideResumption(entry, resumption, order, this.calendar);
    if (!decision.accepted) return { decision, entry };
    const { ownerNoticeRegisteredAt, ...conditions } = resumption;
    await this.orders.endSuspension(work, entry, 'RESUMED');
    Object.assign(entry, {
      status: 'INCLUDED',
      statusFrom: this.calendar.civilDate(order.signedAt),
      grounds: [],
      goodsOutBy: null,
      conditions,
    });
    const orderId = await this.orders.change(work, entry, order, {
      kind: 'RESUMPTION',
      ground: RESUMPTION_ARTICLE,
      late: this.orders.late(entry, order, ownerNoticeRegisteredAt, resumptionDecisionTerm),
    });
    await this.orders.askForNotice(
      work,
      entry,
      orderId,
      order,
      SUSPENSION_NOTICE_ARTICLE,
      suspensionNoticeTerm,
    );
    return { decision, entry };
  }

  /** Art. 28, 36, 43: excludes on a listed ground and asks for the written notice. */
  async exclude(
    work: Work,
    entry: RegisterEntryEntity,
    exclusion: Exclusion,
    toSign: OrderToSign,
  ): Promise<OrderedEntry> {
    const order = signed(work, toSign);
    const decision = decideExclusion(entry, exclusion, order, this.calendar);
    if (!decision.accepted) return { decision, entry };
    const kind = REGISTER_KIND[entry.register];
    for (const event of decision.events) {
      if (event.type !== 'PersonExcluded') continue;
      await this.orders.endSuspension(work, entry, 'EXCLUDED');
      Object.assign(entry, {
        status: 'EXCLUDED',
        statusFrom: this.calendar.civilDate(order.signedAt),
        grounds: [event.ground],
        goodsOutBy: event.goodsOutBy ?? null,
        reapplyFrom: event.reapplyFrom ?? null,
      });
      const orderId = await this.orders.change(work, entry, order, {
        kind: 'EXCLUSION',
        ground: kind.exclusionArticle,
        groundCode: event.ground.code,
        cause: exclusion.cause,
      });
      await this.orders.askForNotice(
        work,
        entry,
        orderId,
        order,
        kind.exclusionNoticeArticle,
        (at, counting) => exclusionNoticeTerm(entry.register, at, counting),
      );
    }
    return { decision, entry };
  }

  /** The minimum in force on the day of the application, and the euro rate of the day of each part (R-REG-069, R-REG-097). */
  private ratesOf({ register, submittedAt, securities }: InclusionApplication): SecurityRates | undefined {
    const { security } = REGISTER_KIND[register];
    if (!security) return undefined;
    return {
      minimumEuro: this.reference.parameters.get(security.parameter, this.calendar.civilDate(submittedAt)),
      kztPerEuro: securities.map(
        ({ providedOn }) => this.reference.currencyRates.find('EUR', providedOn)?.kztPerUnit,
      ),
    };
  }
}

function signed(work: Work, order: OrderToSign): Order {
  return { ...order, signedAt: work.context.at };
}

/** An application for confirmation of an overpayment is registered: its term runs, an officer gets it (art. 154.2 to 154.4). */
import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { type CivilDate, LegalCalendar } from '@shekara/calendar';
import { type Deadline, Deadlines, OnDeadline } from '@shekara/deadlines';
import { art, type Money, reason, refuse, type Refused } from '@shekara/kernel';
import type { Work } from '@shekara/persistence';
import type { ReferenceData } from '@shekara/reference-data';
import { REFERENCE_DATA, requestReasons } from '@shekara/service-kit';
import { WorkItems } from '@shekara/work-items';
import type { DeclarationLiability } from '../liability/liability.js';
import { limitationEnd } from '../obligation/limitation.js';
import { DebtsOfPayer } from '../offset/debts-of-payer.repository.js';
import { OverpaidMoneyOfPayer } from './overpaid-money.service.js';
import { OverpaymentApplicationEntity } from './overpayment-application.entity.js';
import { OverpaymentApplications } from './overpayment-applications.repository.js';
import {
  applyForConfirmation,
  OVERPAYMENT_TERMS,
  type OverpaymentApplication,
  type OverpaymentFacts,
  overpaymentTermEnd,
} from './overpayment.js';
import { RefundAnnouncements } from './refund-announcements.service.js';
import type { ClaimedGround } from './refund-claim.js';

/** Queue Q-PAY-16. */
export const OVERPAYMENT_CONFIRMATION = 'OVERPAYMENT_CONFIRMATION';
/** D-PAY-37: customs decides. */
export const CONFIRMATION_TERM = 'OVERPAYMENT_CONFIRMATION_TERM';

export type ApplicationHandled =
  { readonly accepted: true; readonly application: OverpaymentApplicationEntity } | Refused;

export interface ApplicationToRegister extends Omit<OverpaymentApplication, 'applicant' | 'addressedTo'> {
  readonly payer: OverpaymentApplicationEntity['payer'];
  readonly customsBody: OverpaymentApplicationEntity['customsBody'];
  /** The payer, or its representative in the declaration. */
  readonly appliedBy: string;
  readonly ground?: ClaimedGround | undefined;
  readonly staysPayable?: Money | undefined;
  readonly declarationNumber?: string | undefined;
}

@Injectable()
export class OverpaymentRegistration {
  constructor(
    @Inject(REFERENCE_DATA) private readonly reference: ReferenceData,
    @Inject(LegalCalendar) private readonly calendar: LegalCalendar,
    @Inject(Deadlines) private readonly deadlines: Deadlines,
    @Inject(WorkItems) private readonly workItems: WorkItems,
    @Inject(DebtsOfPayer) private readonly debts: DebtsOfPayer,
    @Inject(OverpaidMoneyOfPayer) private readonly money: OverpaidMoneyOfPayer,
    @Inject(OverpaymentApplications) private readonly applications: OverpaymentApplications,
    @Inject(RefundAnnouncements) private readonly announcements: RefundAnnouncements,
  ) {}

  /**
   * Art. 154.2-4: registers the application; ten working days run and an officer gets it (Q-PAY-16). Refuses with the
   * reasons of the application and of the ground together, LIMITATION_EXPIRED too once limitation of the declaration is over
   * (R-PAY-075).
   */
  async register(work: Work, applied: ApplicationToRegister): Promise<ApplicationHandled> {
    const { payer, customsBody, declarationNumber, paidFor } = applied;
    if ((paidFor === 'DECLARATION') !== (declarationNumber !== undefined))
      return fieldInvalid('/declarationNumber');
    await this.debts.hold(work, payer);
    const found =
      declarationNumber === undefined
        ? undefined
        : await this.money.declaration(work, declarationNumber, payer);
    const parties = [payer, ...(found ? [found.representative] : [])].filter((party) => party !== '');
    const known = declarationNumber === undefined || found !== undefined;
    const decision = applyForConfirmation(
      {
        ...applied,
        applicant: parties.includes(applied.appliedBy) ? payer : applied.appliedBy,
        addressedTo: customsBody,
      },
      {
        payer: known ? payer : '',
        competentBody: found?.liability.owner.customsBody ?? customsBody,
        ...this.limitationOf(found?.liability),
      },
      this.today(work),
      this.calendar,
    );
    const sum = known
      ? await this.money.refundable(work, {
          ...applied,
          owner: { payer, customsBody },
          ...(found ? { declaration: found.liability } : {}),
        })
      : undefined;
    const refusals = [decision, sum].flatMap((each) => (each && !each.accepted ? each.reasons : []));
    const [first, ...rest] = refusals;
    if (first) return refuse(first, ...rest);
    return { accepted: true, application: await this.open(work, applied, found?.liability.caseId) };
  }

  /** The ten working days are over without a decision (D-PAY-37): the confirmation is overdue; the item stays. */
  @OnDeadline(CONFIRMATION_TERM)
  async decisionOverdue({ subjectId }: Deadline, work: Work): Promise<void> {
    const application = await this.applications.hold(work, subjectId);
    if (application?.status === 'REGISTERED') this.announcements.overdue(work, application);
  }

  private async open(
    work: Work,
    applied: ApplicationToRegister,
    caseId: string = uuidv7(),
  ): Promise<OverpaymentApplicationEntity> {
    const today = this.today(work);
    const { endsAt: dueAt, ...term } = overpaymentTermEnd('CONFIRMATION', today, this.calendar);
    const application = work.manager.create(OverpaymentApplicationEntity, {
      ...registeredRow(applied, today),
      number: await this.applications.nextNumber(work, applied.customsBody, 'V', today),
      caseId,
      decideBy: term.lastDay,
    });
    await work.manager.save(application);
    const of = { subjectId: application.id, caseId, article: art(154, 4) };
    await this.deadlines.start(work, {
      kind: CONFIRMATION_TERM,
      ...of,
      startedAt: work.context.at,
      dueAt,
      term: { ...term, of: OVERPAYMENT_TERMS.CONFIRMATION.id },
    });
    await this.workItems.open(work, {
      kind: OVERPAYMENT_CONFIRMATION,
      role: 'ACCOUNT_OFFICER',
      customsBody: application.customsBody,
      subject: 'OverpaymentApplication',
      ...of,
      title: `Overpayment of ${application.claimed} KZT to confirm, application ${application.number}`,
      dueAt,
    });
    this.announcements.registered(work, application);
    return application;
  }

  /** Art. 132.2(1), reading 17: the period opens with the release of the declaration; money of no declaration has none. */
  private limitationOf(
    liability: Pick<DeclarationLiability, 'releasedOn'> | undefined,
  ): Pick<OverpaymentFacts, 'limitation'> {
    const startedOn = liability?.releasedOn;
    if (startedOn === undefined) return {};
    const years = this.reference.parameters.get('LIMITATION_TERM', startedOn);
    return { limitation: limitationEnd({ start: 'DECLARING_COMPLETED', startedOn }, years, this.calendar) };
  }

  private today(work: Work): CivilDate {
    return this.calendar.civilDate(work.context.at);
  }
}

function registeredRow(applied: ApplicationToRegister, today: CivilDate) {
  const { payer, customsBody, appliedBy, paidAs, purpose, overpaidOn, paidFor, copies } = applied;
  return {
    id: uuidv7(),
    payer,
    customsBody,
    appliedBy,
    paidAs,
    purpose,
    overpaidOn,
    paidFor,
    copies,
    claimed: applied.amount.toString(),
    ground: applied.ground ?? null,
    staysPayable: applied.staysPayable?.toString() ?? null,
    declarationNumber: applied.declarationNumber ?? null,
    status: 'REGISTERED' as const,
    submittedOn: today,
    decidedOn: null,
    act: null,
    moneyPlace: null,
    confirmed: '0.00',
    reserved: '0.00',
    reasons: [],
    deliveredOn: null,
    applyToTaxBy: null,
    taxFiledOn: null,
    conclusion: null,
    held: [],
    closedOn: null,
  };
}

function fieldInvalid(pointer: string): Refused {
  return refuse(reason(requestReasons.FIELD_INVALID, { pointer }));
}

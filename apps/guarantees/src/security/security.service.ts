/** Registering a security, deciding on it, its end: load, decide, save, publish. */
import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { LegalCalendar, plusDays } from '@shekara/calendar';
import { moneyMessage, SecurityRegisteredSchema, timestampOf } from '@shekara/contracts';
import { Deadlines } from '@shekara/deadlines';
import { type Decision, Money, type Reason } from '@shekara/kernel';
import { Outbox } from '@shekara/messaging';
import type { Work } from '@shekara/persistence';
import { officeCalendarOf, type ReferenceData } from '@shekara/reference-data';
import { REFERENCE_DATA } from '@shekara/service-kit';
import { WorkItems } from '@shekara/work-items';
import {
  CONTINUITY_ARTICLE,
  decideSecurity,
  REGISTRATION_ARTICLE,
  registrationTerm,
  type SecurityEvent,
} from './security.js';
import type { Judgement, SecurityApplication } from './security-application.js';
import { SecurityEntity } from './security.entity.js';
import { SecurityRepository } from './security.repository.js';
import { storedApplication } from './stored-application.js';

/** The durable timer of a security's last day. */
export const SECURITY_END = 'SECURITY_END';
/** Applications that a person has to look at (Q-GUA-1 to Q-GUA-3). */
export const SECURITY_REVIEW = 'SECURITY_REVIEW';
/** Securities that ended while obligations were still open (Q-GUA-13). */
export const COVER_LOST = 'SECURITY_COVER_LOST';
const STREAM = 'Security';

export interface DecidedSecurity {
  readonly decision: Decision<SecurityEvent>;
  /** Undefined when the application was refused at once. */
  readonly security?: SecurityEntity;
}

@Injectable()
export class SecurityService {
  constructor(
    @Inject(REFERENCE_DATA) private readonly reference: ReferenceData,
    @Inject(LegalCalendar) private readonly calendar: LegalCalendar,
    @Inject(Deadlines) private readonly deadlines: Deadlines,
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(WorkItems) private readonly workItems: WorkItems,
    @Inject(SecurityRepository) private readonly securities: SecurityRepository,
  ) {}

  /** Art. 152: accepts, or puts before an officer, or refuses with every ground; a refusal is kept in the history. */
  async register(
    work: Work,
    application: SecurityApplication,
    judgement: Judgement | undefined,
  ): Promise<DecidedSecurity> {
    const guarantor = application.guarantor ?? '';
    const { number: documentNumber } = application.document;
    const filedBefore = await this.securities.filedBefore(
      work,
      application.principal,
      guarantor,
      documentNumber,
    );
    const decision = decideSecurity(application, judgement, filedBefore, this.calendar);
    const id = uuidv7();
    if (!decision.accepted) {
      this.record(work, id, 'SecurityRefused', {
        application: storedApplication(application),
        reasons: codes(decision.reasons),
      });
      return { decision };
    }
    const year = Number(this.calendar.civilDate(work.context.at).slice(0, 4));
    const security = work.manager.create(SecurityEntity, {
      id,
      number: await this.securities.nextNumber(work, application.acceptingBody, year),
      method: application.method,
      kind: application.kind,
      status: 'REGISTERED',
      principal: application.principal,
      guarantor,
      acceptingBody: application.acceptingBody,
      bodyScope: application.bodyScope,
      amount: application.amount,
      reserved: Money.ZERO,
      called: Money.ZERO,
      ledgerLines: 0,
      validFrom: application.validFrom,
      validTo: application.validTo ?? null,
      documentNumber,
      application: storedApplication(application),
      registeredAt: work.context.at,
    });
    await this.proceed(work, security, decision.events);
    return { decision, security };
  }

  /** Q-GUA-1: the officer who holds the work item decides on an application under review. */
  async review(
    work: Work,
    security: SecurityEntity,
    application: SecurityApplication,
    judgement: Judgement,
  ): Promise<DecidedSecurity> {
    const decision = decideSecurity(application, judgement, false, this.calendar);
    if (decision.accepted) {
      await this.proceed(work, security, decision.events);
    } else {
      security.status = 'REFUSED';
      await work.manager.save(security);
      this.record(work, security.id, 'SecurityRefused', { reasons: codes(decision.reasons) });
    }
    return { decision, security };
  }

  private async proceed(
    work: Work,
    security: SecurityEntity,
    events: readonly SecurityEvent[],
  ): Promise<void> {
    for (const event of events) {
      if (event.type === 'SecurityAccepted') await this.accept(work, security);
      else await this.askForReview(work, security);
    }
  }

  private async accept(work: Work, security: SecurityEntity): Promise<void> {
    security.status = 'ACTIVE';
    await this.securities.book(work, security, 'GRANT', security.amount);
    await this.startEnd(work, security);
    const { number, principal, method, kind, amount, validFrom, validTo } = security;
    this.record(work, security.id, 'SecurityRegistered', {
      number,
      principal,
      method,
      kind,
      amount: String(amount),
      validFrom,
      validTo,
    });
    this.outbox.publish(
      work,
      SecurityRegisteredSchema,
      {
        securityNumber: number,
        principal,
        method,
        amount: moneyMessage(amount),
        validUntil: validTo ?? '',
        registeredAt: timestampOf(work.context.at),
      },
      { caseId: security.id, ground: REGISTRATION_ARTICLE },
    );
  }

  private async askForReview(work: Work, security: SecurityEntity): Promise<void> {
    await work.manager.save(security);
    const body = this.reference.customsBodies.find(security.acceptingBody, security.validFrom);
    if (!body) throw new Error(`customs body ${security.acceptingBody} is not known`);
    const { endsAt } = registrationTerm(work.context.at, officeCalendarOf(body), this.calendar);
    this.record(work, security.id, 'SecurityUnderReview', {
      number: security.number,
      application: security.application,
    });
    await this.workItems.open(work, {
      kind: SECURITY_REVIEW,
      role: 'ACCOUNT_OFFICER',
      customsBody: security.acceptingBody,
      subject: STREAM,
      subjectId: security.id,
      caseId: security.id,
      title: `Decide on security ${security.number} (${security.method})`,
      article: REGISTRATION_ARTICLE,
      dueAt: endsAt,
    });
  }

  /** The last day is a date of the instrument, not a term of the Code: it ends at midnight and never rolls. */
  private async startEnd(work: Work, security: SecurityEntity): Promise<void> {
    if (security.validTo === null) return;
    const nextDay = this.calendar.instantOf(plusDays(security.validTo, 1), '00:00');
    await this.deadlines.start(work, {
      kind: SECURITY_END,
      subjectId: security.id,
      caseId: security.id,
      article: CONTINUITY_ARTICLE,
      startedAt: work.context.at,
      dueAt: new Date(nextDay.getTime() - 1),
      term: { on: security.validTo },
    });
  }

  /**
   * Art. 144.3: the last day has passed; with open obligations the security is uncovered and an officer is called. One that
   * only waits for what was demanded of it stays called.
   */
  async end(work: Work, security: SecurityEntity): Promise<void> {
    const uncovered = security.reserved.isPositive();
    const ends = security.status === 'ACTIVE' || (security.status === 'CALLED' && uncovered);
    if (!ends) return;
    security.status = uncovered ? 'EXPIRED_UNCOVERED' : 'EXPIRED';
    await this.securities.book(work, security, 'EXPIRE', Money.ZERO);
    this.record(work, security.id, 'SecurityExpired', {
      number: security.number,
      status: security.status,
      reserved: String(security.reserved),
    });
    if (!uncovered) return;
    await this.workItems.open(work, {
      kind: COVER_LOST,
      role: 'ACCOUNT_OFFICER',
      customsBody: security.acceptingBody,
      subject: STREAM,
      subjectId: security.id,
      caseId: security.id,
      title: `Security ${security.number} ended while ${security.reserved} KZT of obligations are open`,
      article: CONTINUITY_ARTICLE,
    });
  }

  private record(work: Work, id: string, type: string, payload: unknown): void {
    work.record({ stream: STREAM, streamId: id, caseId: id, type, payload, ground: REGISTRATION_ARTICLE });
  }
}

function codes(reasons: readonly Reason[]) {
  return reasons.map(({ code, article, pointer }) => ({ code, article, pointer: pointer ?? null }));
}

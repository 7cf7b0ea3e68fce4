/** Certificates: application, machine check, issue, refusal, term (art. 142). Load, decide, save, publish. */
import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Principal } from '@shekara/auth';
import { type CivilDate, LegalCalendar } from '@shekara/calendar';
import {
  CertificateIssuedSchema,
  CertificateRefusedSchema,
  moneyMessage,
  reasonMessage,
} from '@shekara/contracts';
import { type Deadline, Deadlines, OnDeadline } from '@shekara/deadlines';
import { art, type LegalRef, Money, type Refused } from '@shekara/kernel';
import { Outbox } from '@shekara/messaging';
import type { Work } from '@shekara/persistence';
import { WorkItems } from '@shekara/work-items';
import { nextNumber } from './certificate-numbers.repository.js';
import { CertificateEntity } from './certificate.entity.js';
import {
  CERTIFICATE_PURPOSES,
  type CertificatePurpose,
  groundsAgainst,
  issueCertificate,
  type IssueCertificate,
  refuseCertificate,
  requestCertificate,
} from './certificate.js';
import { PayerDebts } from './payer-debts.repository.js';
import { ReconciliationEntity } from './reconciliation.entity.js';

/** Queue Q-PAY-20. */
export const CERTIFICATE_TO_ISSUE = 'CERTIFICATE';
/** D-PAY-16. */
const TERM = 'CERTIFICATE_TERM';
const APPLICATION = art(142, 6);
const ISSUE = art(142, 3);
const REFUSAL = art(142, 2);

export interface CertificateApplication {
  readonly payer: string;
  readonly payerName: string;
  readonly customsBody: string;
  readonly purpose: CertificatePurpose;
  readonly reconciliationAct?: string;
}

export type CertificateHandled =
  { readonly accepted: true; readonly certificate: CertificateEntity } | Refused;

@Injectable()
export class CertificateService {
  constructor(
    @Inject(LegalCalendar) private readonly calendar: LegalCalendar,
    @Inject(Deadlines) private readonly deadlines: Deadlines,
    @Inject(WorkItems) private readonly workItems: WorkItems,
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(PayerDebts) private readonly debts: PayerDebts,
  ) {}

  /** Registers an application, checks it by machine and puts it into queue Q-PAY-20 with its 5 working days (R-PAY-119). */
  async apply(work: Work, application: CertificateApplication): Promise<CertificateEntity> {
    const { payer, payerName, customsBody, purpose, reconciliationAct } = application;
    const today = this.today(work);
    const requested = requestCertificate(payer, purpose, today, this.calendar).events[0];
    if (!requested) throw new Error('a request for a certificate has one event');
    const certificate = work.manager.create(CertificateEntity, {
      id: uuidv7(),
      number: await nextNumber(work, customsBody, today, 'C'),
      caseId: uuidv7(),
      customsBody,
      payer,
      payerName,
      purpose,
      kind: CERTIFICATE_PURPOSES[purpose],
      status: 'REQUESTED',
      registeredOn: today,
      issueBy: requested.issueBy.lastDay,
      reconciliationAct: reconciliationAct ?? null,
      grounds: [],
      checkedOn: today,
      debts: [],
      signed: null,
      closedOn: null,
    });
    await this.check(work, certificate);
    await work.manager.save(certificate);
    const { id, caseId, number, grounds } = certificate;
    const endsAt = requested.issueBy.endsAt;
    await this.deadlines.start(work, {
      kind: TERM,
      subjectId: id,
      caseId,
      article: APPLICATION,
      startedAt: work.context.at,
      dueAt: endsAt,
      term: requested.issueBy,
    });
    await this.workItems.open(work, {
      kind: CERTIFICATE_TO_ISSUE,
      role: 'ACCOUNT_OFFICER',
      customsBody,
      subject: 'Certificate',
      subjectId: id,
      caseId,
      title: `Certificate ${number} to ${grounds.length === 0 ? 'issue' : 'refuse, or to issue once its grounds are gone'}`,
      article: APPLICATION,
      dueAt: endsAt,
      escalateAt: endsAt,
    });
    this.record(work, certificate, 'CertificateRequested', APPLICATION, { purpose, grounds });
    return certificate;
  }

  /**
   * Art. 142.2 to 142.5: the machine checks again, over all customs bodies, at the moment of issue; the head has signed and
   * sealed (R-PAY-121 to R-PAY-123, R-PAY-247). A refusal leaves the application in the queue.
   */
  async issue(
    work: Work,
    certificate: CertificateEntity,
    { reconciliationAct, signed }: Pick<IssueCertificate, 'reconciliationAct' | 'signed'>,
    officer: Principal,
  ): Promise<CertificateHandled> {
    const today = this.today(work);
    if (reconciliationAct !== undefined) certificate.reconciliationAct = reconciliationAct;
    const { grounds, act, balances } = await this.check(work, certificate);
    const decision = issueCertificate(
      certificate,
      { issuedOn: today, reconciliationAct: act, signed },
      balances,
    );
    if (!decision.accepted) return decision;
    for (const { debts } of decision.events) {
      certificate.debts = debts.map(({ kind, principal, penaltyInterest }) => ({
        kind,
        principal: principal.toString(),
        penaltyInterest: penaltyInterest.toString(),
      }));
    }
    certificate.status = 'ISSUED';
    certificate.signed = signed;
    certificate.grounds = grounds;
    certificate.closedOn = today;
    await this.close(work, certificate, officer);
    const { debts } = certificate;
    this.outbox.publish(
      work,
      CertificateIssuedSchema,
      {
        ...identity(certificate),
        issuedOn: today,
        debts: debts.map(({ kind, principal, penaltyInterest }) => ({
          paymentKind: kind,
          principal: moneyMessage(Money.ofTenge(principal)),
          penaltyInterest: moneyMessage(Money.ofTenge(penaltyInterest)),
        })),
      },
      { caseId: certificate.caseId, ground: ISSUE },
    );
    this.record(work, certificate, 'CertificateIssued', ISSUE, { debts, signed });
    return { accepted: true, certificate };
  }

  /** Art. 142.2, 142.5: refuses with every ground that the check finds now; without one nothing can be refused. */
  async refuse(work: Work, certificate: CertificateEntity, officer: Principal): Promise<CertificateHandled> {
    const today = this.today(work);
    const { grounds } = await this.check(work, certificate);
    const decision = refuseCertificate(certificate, today, grounds);
    if (!decision.accepted) return decision;
    certificate.status = 'REFUSED';
    certificate.closedOn = today;
    await this.close(work, certificate, officer);
    this.outbox.publish(
      work,
      CertificateRefusedSchema,
      { ...identity(certificate), refusedOn: today, reasons: grounds.map(reasonMessage) },
      { caseId: certificate.caseId, ground: REFUSAL },
    );
    this.record(work, certificate, 'CertificateRefused', REFUSAL, { grounds });
    return { accepted: true, certificate };
  }

  /** The certificate by its id, locked for this work. */
  async hold(work: Work, id: string): Promise<CertificateEntity | undefined> {
    const lock = { mode: 'pessimistic_write' } as const;
    return (await work.manager.findOne(CertificateEntity, { where: { id }, lock })) ?? undefined;
  }

  /** The 5 working days ended: the item has passed to the head of the post, the delay is kept (D-PAY-16). */
  @OnDeadline(TERM)
  async termEnded({ subjectId }: Deadline, work: Work): Promise<void> {
    const certificate = await this.hold(work, subjectId);
    if (certificate?.status !== 'REQUESTED') return;
    this.record(work, certificate, 'CertificateOverdue', APPLICATION, { issueBy: certificate.issueBy });
  }

  /** The machine's check of this moment; an act that is not issued to this payer is none. */
  private async check(work: Work, certificate: CertificateEntity) {
    const today = this.today(work);
    const { payer, reconciliationAct } = certificate;
    const balances = await this.debts.balancesOn(work.manager, payer, today);
    const named =
      reconciliationAct !== null &&
      (await work.manager.existsBy(ReconciliationEntity, {
        number: reconciliationAct,
        payer,
        status: 'ACT_ISSUED',
      }));
    const act = named ? reconciliationAct : undefined;
    certificate.grounds = groundsAgainst(certificate, act, balances);
    certificate.checkedOn = today;
    return { grounds: certificate.grounds, act, balances };
  }

  private async close(work: Work, certificate: CertificateEntity, officer: Principal): Promise<void> {
    const { id, status } = certificate;
    await this.workItems.complete(work, CERTIFICATE_TO_ISSUE, id, officer, status);
    await this.deadlines.cancel(work, TERM, id);
    await work.manager.save(certificate);
  }

  private today(work: Work): CivilDate {
    return this.calendar.civilDate(work.context.at);
  }

  private record(
    work: Work,
    certificate: CertificateEntity,
    type: string,
    ground: LegalRef,
    payload: object,
  ): void {
    const { id, caseId, number, payer, kind } = certificate;
    const said = { number, payer, kind, ...payload };
    work.record({ stream: 'Certificate', streamId: id, caseId, type, payload: said, ground });
  }
}

function identity({ id, number, caseId, payer, customsBody, kind }: CertificateEntity) {
  return { certificateId: id, number, caseId, payer, customsBody, kind };
}

/** Reconciliation of accounts: request, act with both figures, the payer's signature or objections, issue (art. 141.8). */
import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Principal } from '@shekara/auth';
import { type CivilDate, LegalCalendar } from '@shekara/calendar';
import { ReconciliationActIssuedSchema } from '@shekara/contracts';
import { type Deadline, Deadlines, OnDeadline } from '@shekara/deadlines';
import { art, type Refused } from '@shekara/kernel';
import { Outbox } from '@shekara/messaging';
import type { Work } from '@shekara/persistence';
import { WorkItems } from '@shekara/work-items';
import { nextNumber } from './certificate-numbers.repository.js';
import { PayerDebts } from './payer-debts.repository.js';
import { accountsOf, figuresOf, keptAccounts, ReconciliationEntity } from './reconciliation.entity.js';
import {
  issueReconciliationAct,
  type Objection,
  type PayersFigure,
  prepareReconciliationAct,
  reconcile,
  requestReconciliation,
  signReconciliationAct,
} from './reconciliation.js';

/** Queue Q-PAY-20. */
export const RECONCILIATION_TO_DO = 'RECONCILIATION';
/** D-PAY-15. */
const TERM = 'RECONCILIATION_TERM';
const GROUND = art(141, 8);

export interface ReconciliationRequest {
  readonly payer: string;
  readonly payerName: string;
  readonly customsBody: string;
  readonly figures: readonly PayersFigure[];
}

export type ReconciliationHandled = { readonly accepted: true; readonly act: ReconciliationEntity } | Refused;

@Injectable()
export class ReconciliationService {
  constructor(
    @Inject(LegalCalendar) private readonly calendar: LegalCalendar,
    @Inject(Deadlines) private readonly deadlines: Deadlines,
    @Inject(WorkItems) private readonly workItems: WorkItems,
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(PayerDebts) private readonly debts: PayerDebts,
  ) {}

  /** Registers a request with the payer's own figures; the act is due in 10 working days (R-PAY-118). */
  async request(work: Work, { figures, ...request }: ReconciliationRequest): Promise<ReconciliationEntity> {
    const today = this.today(work);
    const registered = requestReconciliation(request.payer, today, this.calendar).events[0];
    if (!registered) throw new Error('a request for a reconciliation has one event');
    const { issueBy } = registered;
    const act = work.manager.create(ReconciliationEntity, {
      id: uuidv7(),
      number: await nextNumber(work, request.customsBody, today, 'R'),
      caseId: uuidv7(),
      ...request,
      status: 'REQUESTED',
      registeredOn: today,
      issueBy: issueBy.lastDay,
      figures: figures.map((figure) => ({ ...figure, balance: figure.balance.toString() })),
      asOn: null,
      accounts: [],
      advances: [],
      payerSignature: '',
      objections: [],
      customsSignature: '',
      issuedOn: null,
    });
    await work.manager.save(act);
    const { id, caseId } = act;
    await this.deadlines.start(work, {
      kind: TERM,
      subjectId: id,
      caseId,
      article: GROUND,
      startedAt: work.context.at,
      dueAt: issueBy.endsAt,
      term: issueBy,
    });
    await this.workItems.open(work, {
      kind: RECONCILIATION_TO_DO,
      role: 'ACCOUNT_OFFICER',
      customsBody: act.customsBody,
      subject: 'ReconciliationAct',
      subjectId: id,
      caseId,
      title: `Accounts of ${act.payer} to reconcile, act ${act.number}`,
      article: GROUND,
      dueAt: issueBy.endsAt,
      escalateAt: issueBy.endsAt,
    });
    this.record(work, act, 'ReconciliationRequested', { figures: act.figures });
    return act;
  }

  /** Draws the act up at the figures of today, over all customs bodies; again until the payer has signed. */
  async prepare(work: Work, act: ReconciliationEntity): Promise<ReconciliationHandled> {
    const today = this.today(work);
    const balances = await this.debts.balancesOn(work.manager, act.payer, today);
    const decision = prepareReconciliationAct(act, today, reconcile(act.payer, balances, figuresOf(act)));
    if (!decision.accepted) return decision;
    for (const { accounts, asOn } of decision.events) {
      act.status = 'PREPARED';
      act.asOn = asOn;
      act.accounts = keptAccounts(accounts);
    }
    const advances = await this.debts.advances(work.manager, act.payer);
    act.advances = advances.map(({ customsBody, amount }) => ({ customsBody, amount: amount.toString() }));
    await work.manager.save(act);
    const { asOn, accounts } = act;
    this.record(work, act, 'ReconciliationActPrepared', { asOn, accounts, advances: act.advances });
    return { accepted: true, act };
  }

  /** The payer signs, with or without objections; they stay in the act. */
  async sign(
    work: Work,
    act: ReconciliationEntity,
    signature: string,
    objections: readonly Objection[],
  ): Promise<ReconciliationHandled> {
    const decision = signReconciliationAct(act, accountsOf(act), { signature, objections });
    if (!decision.accepted) return decision;
    act.status = 'SIGNED_BY_PAYER';
    act.payerSignature = signature;
    act.objections = objections;
    await work.manager.save(act);
    this.record(work, act, 'ReconciliationActSigned', { signature, objections });
    return { accepted: true, act };
  }

  /** Issues the act in two originals, one with each signature, for the officer who claimed its item (R-PAY-118). */
  async issue(
    work: Work,
    act: ReconciliationEntity,
    signature: string,
    officer: Principal,
  ): Promise<ReconciliationHandled> {
    const today = this.today(work);
    const originals = [
      { for: 'PAYER', signature: act.payerSignature },
      { for: 'CUSTOMS_BODY', signature },
    ] as const;
    const { number } = act;
    const decision = issueReconciliationAct(act, { number, issuedOn: today, originals }, accountsOf(act));
    if (!decision.accepted) return decision;
    act.status = 'ACT_ISSUED';
    act.customsSignature = signature;
    act.issuedOn = today;
    await this.workItems.complete(work, RECONCILIATION_TO_DO, act.id, officer, 'ACT_ISSUED');
    await this.deadlines.cancel(work, TERM, act.id);
    await work.manager.save(act);
    const { id, caseId, payer, customsBody, asOn, objections } = act;
    const withObjections = objections.length > 0;
    this.outbox.publish(
      work,
      ReconciliationActIssuedSchema,
      { actId: id, number, caseId, payer, customsBody, asOn: asOn ?? '', issuedOn: today, withObjections },
      { caseId, ground: GROUND },
    );
    this.record(work, act, 'ReconciliationActIssued', { asOn, originals });
    return { accepted: true, act };
  }

  /** The act by its id, locked for this work. */
  async hold(work: Work, id: string): Promise<ReconciliationEntity | undefined> {
    const lock = { mode: 'pessimistic_write' } as const;
    return (await work.manager.findOne(ReconciliationEntity, { where: { id }, lock })) ?? undefined;
  }

  /** The 10 working days ended: the item has passed to the head of the post, the delay is kept (D-PAY-15). */
  @OnDeadline(TERM)
  async termEnded({ subjectId }: Deadline, work: Work): Promise<void> {
    const act = await this.hold(work, subjectId);
    if (!act || act.status === 'ACT_ISSUED') return;
    this.record(work, act, 'ReconciliationOverdue', { issueBy: act.issueBy, status: act.status });
  }

  private today(work: Work): CivilDate {
    return this.calendar.civilDate(work.context.at);
  }

  private record(work: Work, act: ReconciliationEntity, type: string, payload: object): void {
    const { id, caseId, number, payer } = act;
    const said = { number, payer, ...payload };
    work.record({ stream: 'ReconciliationAct', streamId: id, caseId, type, payload: said, ground: GROUND });
  }
}

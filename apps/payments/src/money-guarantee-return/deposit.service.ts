/** Deposits: received, fulfilled, asked back, moved to the budget (art. 145.1, 156.1 to 156.4, 156.8). */
import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Principal } from '@shekara/auth';
import { type CivilDate, LegalCalendar } from '@shekara/calendar';
import { type Deadline, Deadlines, OnDeadline } from '@shekara/deadlines';
import { art, Money, reason, refuse, type Refused } from '@shekara/kernel';
import type { Work } from '@shekara/persistence';
import type { ReferenceData } from '@shekara/reference-data';
import { REFERENCE_DATA } from '@shekara/service-kit';
import { WorkItems } from '@shekara/work-items';
import type { PayerAtBody } from '../ledger/account.js';
import { depositReceived, depositReturned } from '../ledger/deposit-postings.js';
import { Ledger, postingsIn } from '../ledger/ledger.repository.js';
import { limitationEnd } from '../obligation/limitation.js';
import { PayerAccounts } from '../payer-account/payer-accounts.repository.js';
import { DepositAnnouncements } from './deposit-announcements.service.js';
import { DepositEntity, depositOf, ownerOf } from './deposit.entity.js';
import { Deposits } from './deposits.repository.js';
import { moneyGuaranteeReasons as reasons } from './money-guarantee-reasons.js';
import { applyBy, applyForReturn, moveToBudget } from './money-guarantee.js';

/** Queue Q-PAY-17. */
export const GUARANTEE_MONEY_RETURN = 'GUARANTEE_MONEY_RETURN';
/** Queue Q-PAY-19, of the head. */
export const UNCLAIMED_DEPOSIT = 'UNCLAIMED_DEPOSIT';
/** D-PAY-39: customs pays out. */
export const RETURN_TERM = 'GUARANTEE_MONEY_RETURN_TERM';
/** D-PAY-40: the payer applies. */
const APPLICATION_TERM = 'GUARANTEE_MONEY_APPLICATION_TERM';

export type DepositHandled = { readonly accepted: true; readonly deposit: DepositEntity } | Refused;

export interface DepositToHold {
  readonly owner: PayerAtBody;
  readonly payerName: string;
  readonly kind: DepositEntity['kind'];
  /** Number of the security, or the document of a provisional duty. */
  readonly securedObligation: string;
  readonly amount: Money;
  readonly caseId: string;
}

@Injectable()
export class DepositService {
  constructor(
    @Inject(REFERENCE_DATA) private readonly reference: ReferenceData,
    @Inject(LegalCalendar) private readonly calendar: LegalCalendar,
    @Inject(Deadlines) private readonly deadlines: Deadlines,
    @Inject(WorkItems) private readonly workItems: WorkItems,
    @Inject(PayerAccounts) private readonly payers: PayerAccounts,
    @Inject(Ledger) private readonly ledger: Ledger,
    @Inject(Deposits) private readonly deposits: Deposits,
    @Inject(DepositAnnouncements) private readonly announcements: DepositAnnouncements,
  ) {}

  /** Art. 145.1: money came to the account of temporary allocation; the same security again changes nothing. */
  async receive(work: Work, received: DepositToHold): Promise<DepositEntity> {
    const { owner, payerName, amount, securedObligation, caseId } = received;
    await this.payers.hold(work, owner, payerName);
    const before = await this.deposits.holdOf(work, securedObligation);
    if (before) return before;
    const valueDate = this.today(work);
    await this.ledger.post(
      work,
      postingsIn(caseId, [depositReceived({ owner, amount, document: securedObligation, valueDate })]),
    );
    return this.open(work, received);
  }

  /** A deposit that is held, without a posting: new money, or a part of another deposit (art. 156.7). */
  async open(
    work: Work,
    { owner, kind, amount, securedObligation, caseId }: DepositToHold,
  ): Promise<DepositEntity> {
    const deposit = work.manager.create(DepositEntity, {
      id: uuidv7(),
      caseId,
      kind,
      payer: owner.payer,
      heldBy: owner.customsBody,
      securedObligation,
      status: 'HELD',
      received: amount.toString(),
      amount: amount.toString(),
      registeredOn: this.today(work),
      fulfilledOn: null,
      applyBy: null,
      returnRequestedOn: null,
      payBy: null,
      paidOn: null,
      split: null,
      usesAsked: null,
    });
    await work.manager.save(deposit);
    this.announcements.received(work, deposit);
    return deposit;
  }

  /** Art. 156.1, 156.3: the last secured obligation was fulfilled; the five years to apply run (R-PAY-208). */
  async fulfil(work: Work, deposit: DepositEntity, fulfilledOn: CivilDate): Promise<DepositHandled> {
    if (fulfilledOn < deposit.registeredOn || fulfilledOn > this.today(work)) {
      return refuse(reason(reasons.DEPOSIT_DATES_CONTRADICT, { pointer: '/fulfilledOn' }));
    }
    const { endsAt: dueAt, ...term } = applyBy(fulfilledOn, this.calendar);
    deposit.fulfilledOn = fulfilledOn;
    deposit.applyBy = term.lastDay;
    await this.deadlines.start(work, {
      kind: APPLICATION_TERM,
      subjectId: deposit.id,
      caseId: deposit.caseId,
      article: art(156, 3),
      startedAt: work.context.at,
      dueAt,
      term,
    });
    await work.manager.save(deposit);
    this.announcements.fulfilled(work, deposit);
    return { accepted: true, deposit };
  }

  /** A reservation of the security was given back; the last one fulfils what the deposit secured. */
  async reservationReleased(
    work: Work,
    { reservationId, securityNumber }: { readonly reservationId: string; readonly securityNumber: string },
    on: CivilDate,
  ): Promise<void> {
    const deposit = await this.deposits.holdOf(work, securityNumber);
    if (!deposit) return;
    await this.deposits.released(work, reservationId, securityNumber, on);
    const open = await this.deposits.reserved(work.manager, securityNumber);
    if (deposit.status === 'HELD' && !open) await this.fulfil(work, deposit, on);
  }

  /** Art. 156.2: the payer asks for the money; ten working days run and the holder of the account gets it (R-PAY-197). */
  async requestReturn(work: Work, deposit: DepositEntity): Promise<DepositHandled> {
    const open = await this.deposits.reserved(work.manager, deposit.securedObligation);
    const decision = applyForReturn(depositOf(deposit, open), this.today(work), this.calendar);
    if (!decision.accepted) return decision;
    for (const { receivedOn, payBy } of decision.events) {
      deposit.status = 'RETURNING';
      deposit.returnRequestedOn = receivedOn;
      deposit.payBy = payBy.lastDay;
      const of = { subjectId: deposit.id, caseId: deposit.caseId, article: art(156, 2), dueAt: payBy.endsAt };
      await this.deadlines.start(work, { kind: RETURN_TERM, ...of, startedAt: work.context.at, term: payBy });
      await this.workItems.open(work, {
        kind: GUARANTEE_MONEY_RETURN,
        role: 'ACCOUNT_OFFICER',
        customsBody: deposit.heldBy,
        subject: 'Deposit',
        ...of,
        title: `Money guarantee ${deposit.securedObligation} of ${deposit.amount} KZT to return`,
      });
    }
    await this.deadlines.cancel(work, APPLICATION_TERM, deposit.id);
    await work.manager.save(deposit);
    this.announcements.returnRequested(work, deposit);
    return { accepted: true, deposit };
  }

  /** Art. 156.8: the head who holds the item moves unclaimed money to the budget once limitation is over too (R-PAY-201). */
  async toBudget(work: Work, deposit: DepositEntity, head: Principal): Promise<DepositHandled> {
    const today = this.today(work);
    const { registeredOn: startedOn } = deposit;
    const years = this.reference.parameters.get('LIMITATION_TERM', startedOn);
    const end = limitationEnd({ start: 'MONEY_GUARANTEE_REGISTERED', startedOn }, years, this.calendar);
    const open = await this.deposits.reserved(work.manager, deposit.securedObligation);
    const decision = moveToBudget(depositOf(deposit, open), end, today, this.calendar);
    if (!decision.accepted) return decision;
    await this.workItems.complete(work, UNCLAIMED_DEPOSIT, deposit.id, head, 'MOVED_TO_BUDGET');
    const owner = ownerOf(deposit);
    await this.payers.lock(work, owner);
    for (const event of decision.events) {
      const of = { owner, amount: event.amount, document: deposit.securedObligation, valueDate: today };
      await this.ledger.post(work, postingsIn(deposit.caseId, [depositReturned(of, art(156, 8))]));
      deposit.status = 'TO_BUDGET';
      deposit.amount = Money.ZERO.toString();
      this.announcements.movedToBudget(work, deposit, event);
    }
    await work.manager.save(deposit);
    return { accepted: true, deposit };
  }

  /** The ten working days are over and nothing was paid (D-PAY-39): the item stays. */
  @OnDeadline(RETURN_TERM)
  async returnOverdue({ subjectId }: Deadline, work: Work): Promise<void> {
    const deposit = await this.deposits.hold(work, subjectId);
    if (deposit?.status === 'RETURNING') this.announcements.returnOverdue(work, deposit);
  }

  /** Nobody applied in five years (D-PAY-40): the head decides on the unclaimed money (Q-PAY-19). */
  @OnDeadline(APPLICATION_TERM)
  async unclaimed({ subjectId }: Deadline, work: Work): Promise<void> {
    const deposit = await this.deposits.hold(work, subjectId);
    if (deposit?.status !== 'HELD') return;
    await this.workItems.open(work, {
      kind: UNCLAIMED_DEPOSIT,
      role: 'HEAD_OF_POST',
      customsBody: deposit.heldBy,
      subject: 'Deposit',
      subjectId,
      caseId: deposit.caseId,
      title: `Money guarantee ${deposit.securedObligation} of ${deposit.amount} KZT that nobody claimed`,
      article: art(156, 8),
    });
  }

  private today(work: Work): CivilDate {
    return this.calendar.civilDate(work.context.at);
  }
}

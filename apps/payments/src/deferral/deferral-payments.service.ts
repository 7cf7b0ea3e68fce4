/** The life of a granted deferral: payments, the last day of each part, breach and its mending (art. 136, 137). */
import { Inject, Injectable } from '@nestjs/common';
import type { Principal } from '@shekara/auth';
import { type CivilDate, LegalCalendar, plusDays } from '@shekara/calendar';
import { type Deadline, Deadlines, OnDeadline } from '@shekara/deadlines';
import { art, Money, reason, refuse, type Refused } from '@shekara/kernel';
import type { Work } from '@shekara/persistence';
import { WorkItems } from '@shekara/work-items';
import { DebtNoticeService, type Handled } from '../debt-notice/debt-notice.service.js';
import { noticeDueBy } from '../debt-notice/execution-term.js';
import { Ledger, postingsIn } from '../ledger/ledger.repository.js';
import { coveredFromMoney } from '../ledger/liability-postings.js';
import { Cover } from '../liability/cover.service.js';
import { Liabilities } from '../liability/liabilities.repository.js';
import { PayerAccounts } from '../payer-account/payer-accounts.repository.js';
import { InterestAccrual } from '../penalty-interest/interest-accrual.service.js';
import { LateSums } from '../penalty-interest/late-sums.repository.js';
import { DeferralAnnouncements } from './deferral-announcements.service.js';
import { deferralReasons } from './deferral-reasons.js';
import { type DeferralEntity, queued } from './deferral.entity.js';
import {
  breakOnMissedPart,
  breakOnSale,
  endWithObligation,
  type DeferralBroken,
  type DeferralPaymentEvent,
  notOverdueUntil,
  payDeferredDuty,
  type ProcessedGoodsSold,
} from './deferral-payment.js';
import { deferralTerms } from './deferral-queues.js';
import { type DutyPaid, evolveDeferral, outstanding, unfitDeferral } from './deferral.js';
import { DeferredDebts } from './deferred-debts.service.js';
import { Deferrals, type KeptDeferral } from './deferrals.repository.js';

const { PART_TERM, BROKEN_QUEUE } = deferralTerms;

export interface DeferredPayment extends DutyPaid {
  /** Confirmed money of the payer from which it is paid. */
  readonly purpose: 'IMPORT_DUTY' | 'ADVANCE';
}

type Moved = { readonly accepted: true; readonly kept: KeptDeferral } | Refused;

@Injectable()
export class DeferralPayments {
  constructor(
    @Inject(LegalCalendar) private readonly calendar: LegalCalendar,
    @Inject(Deadlines) private readonly deadlines: Deadlines,
    @Inject(WorkItems) private readonly workItems: WorkItems,
    @Inject(Ledger) private readonly ledger: Ledger,
    @Inject(PayerAccounts) private readonly payers: PayerAccounts,
    @Inject(Cover) private readonly cover: Cover,
    @Inject(Liabilities) private readonly liabilities: Liabilities,
    @Inject(InterestAccrual) private readonly accrual: InterestAccrual,
    @Inject(LateSums) private readonly lateSums: LateSums,
    @Inject(DebtNoticeService) private readonly notices: DebtNoticeService,
    @Inject(Deferrals) private readonly deferrals: Deferrals,
    @Inject(DeferredDebts) private readonly debts: DeferredDebts,
    @Inject(DeferralAnnouncements) private readonly announcements: DeferralAnnouncements,
  ) {}

  /**
   * Art. 136.1: takes a part from the payer's confirmed money, counted by its bank date. Of a late part nothing is taken
   * here: the deferral breaks and the money is for the debt (R-PAY-088). Refuses DEFERRAL_PAYMENT_UNFIT also for a day
   * to come, and where the account has less confirmed money, or less duty due, than the payment.
   */
  async pay(work: Work, kept: KeptDeferral, { purpose, ...payment }: DeferredPayment): Promise<Moved> {
    const { payer, customsBody, payerName, caseId, declarationNumber: document } = kept.entity;
    const owner = { payer, customsBody };
    await this.payers.hold(work, owner, payerName);
    if (payment.on > this.today(work)) {
      return refuse(reason(deferralReasons.DEFERRAL_PAYMENT_UNFIT, { pointer: '/paidOn' }));
    }
    const decision = payDeferredDuty(kept.state, payment);
    if (!decision.accepted) return decision;
    if (decision.events.some(({ type }) => type === 'DeferredDutyPaid')) {
      const balances = await this.ledger.balancesOf(work, owner);
      const confirmed = balances.of({ type: 'ADVANCE_MONEY', ...owner, purpose });
      const due = balances.of({ type: 'PAYER_DUE', ...owner, kind: 'IMPORT_DUTY' });
      if (payment.amount.compare(confirmed.min(due)) > 0) {
        const parameters = { confirmed: confirmed.toString(), due: due.toString() };
        return refuse(reason(deferralReasons.DEFERRAL_PAYMENT_UNFIT, { pointer: '/amount', parameters }));
      }
      const duty = {
        owner,
        kind: 'IMPORT_DUTY',
        amount: payment.amount,
        document,
        valueDate: payment.on,
      } as const;
      await this.ledger.post(work, postingsIn(caseId, [coveredFromMoney(duty, purpose)]));
      await this.cover.deferredDutyPaid(work, document, { purpose, amount: payment.amount });
    }
    return { accepted: true, kept: await this.move(work, kept, decision.events) };
  }

  /** Art. 136.2, 137(3): the officer found goods for industrial processing sold (R-PAY-089). */
  async sold(work: Work, kept: KeptDeferral, sale: ProcessedGoodsSold): Promise<Moved> {
    const decision = breakOnSale(kept.state, sale);
    if (!decision.accepted) return decision;
    return { accepted: true, kept: await this.move(work, kept, decision.events) };
  }

  /** Art. 129.2(8): release was refused; no part falls due any more. */
  async releaseRefused(work: Work, declarationNumber: string): Promise<void> {
    const kept = await this.deferrals.holdOfDeclaration(work, declarationNumber);
    const ended = kept && endWithObligation(kept.state);
    if (ended) await this.move(work, kept, [ended]);
  }

  /** Art. 136.2: the rest of a broken deferral is collected under Chapter 18, which begins with a notice of its debt. */
  async notify(
    work: Work,
    { entity, state }: KeptDeferral,
    limitationStartedOn: CivilDate,
    officer: Principal,
  ): Promise<Handled> {
    const unfit = unfitDeferral(state, 'BROKEN');
    if (unfit) return refuse(unfit);
    const liability = await this.liabilities.ofNumber(work, entity.declarationNumber);
    if (!liability || !state.breach)
      throw new Error(`broken deferral ${entity.id} without liability or breach`);
    const { payer, payerName, payerAddress, customsBody, caseId } = entity;
    const { dueOn } = state.breach;
    const rest = await this.debts.restOf(work, entity, outstanding(state));
    const handled = await this.notices.draft(work, {
      payer,
      payerName,
      payerAddress,
      customsBody,
      caseId,
      regime: 'CODE_2010',
      occasion: { occasion: 'DEBT_ON_ACCOUNT', on: this.today(work) },
      debts: rest.map(({ amount: unpaid }) => ({ kind: 'IMPORT_DUTY', unpaid, dueOn })),
      arisenOn: liability.registeredOn,
      limitation: { start: 'DECLARING_COMPLETED', startedOn: limitationStartedOn },
    });
    if (handled.accepted)
      await this.workItems.complete(work, BROKEN_QUEUE, entity.id, officer, 'NOTICE_DRAFTED');
    return handled;
  }

  /** D-PAY-10: the term of the first part that is not paid runs; none where everything is. */
  async runNextPart(work: Work, { entity, state }: KeptDeferral): Promise<void> {
    const dueOn = state.status === 'GRANTED' ? notOverdueUntil(state) : undefined;
    if (dueOn === undefined) return this.endTerm(work, entity);
    const term = this.calendar.endOnDate({ on: dueOn, article: 'art. 136.1' });
    await this.deadlines.start(work, {
      kind: PART_TERM,
      subjectId: entity.id,
      caseId: entity.caseId,
      article: art(136, 1),
      startedAt: work.context.at,
      dueAt: term.endsAt,
      term,
    });
  }

  /** Nothing falls due any more: paid, broken or cancelled. */
  async endTerm(work: Work, { id }: DeferralEntity): Promise<void> {
    await this.deadlines.cancel(work, PART_TERM, id);
  }

  /** Art. 136.2: a part whose last day passed unpaid breaks the deferral; else the next part's term runs (R-PAY-088). */
  @OnDeadline(PART_TERM)
  async partTermEnded(deadline: Deadline, work: Work): Promise<void> {
    const kept = await this.deferrals.hold(work, deadline.subjectId);
    if (!kept) throw new Error(`the deferral of deadline ${deadline.id} is gone`);
    const dayAfter = plusDays(this.calendar.civilDate(deadline.dueAt), 1);
    const broken = breakOnMissedPart(kept.state, dayAfter);
    if (broken) await this.move(work, kept, [broken]);
    else await this.runNextPart(work, kept);
  }

  private async move(
    work: Work,
    kept: KeptDeferral,
    events: readonly DeferralPaymentEvent[],
  ): Promise<KeptDeferral> {
    const state = events.reduce(evolveDeferral, kept.state);
    const moved = await this.deferrals.save(work, kept, state);
    for (const event of events) {
      this.announcements.moved(work, moved.entity, event);
      if (event.type === 'DeferralBroken') await this.collectable(work, moved.entity, event);
      if (event.type === 'DeferralRestored') await this.notCollectable(work, kept);
    }
    await this.runNextPart(work, moved);
    return moved;
  }

  /** The whole rest fell due on the missed day: interest runs from the day after, and a notice is to be issued (R-PAY-092). */
  private async collectable(
    work: Work,
    entity: DeferralEntity,
    { outstanding: amount, dueOn }: DeferralBroken,
  ): Promise<void> {
    const { payer, customsBody, payerName, caseId, declarationNumber: document } = entity;
    const owner = { payer, customsBody };
    await this.payers.hold(work, owner, payerName);
    const liability = await this.liabilities.ofNumber(work, document);
    const rest = await this.debts.restOf(work, entity, amount);
    await this.accrual.fellDue(
      work,
      owner,
      rest.map((part) => ({
        ...{ ...part, dueOn, caseId, kind: 'IMPORT_DUTY', origin: 'CUSTOMS' },
        trigger: 'DOMESTIC_CONSUMPTION',
        arisenOn: liability?.registeredOn ?? entity.registeredOn,
        noticeSeenTo: true,
      })),
    );
    await this.askForNotice(work, entity, amount);
  }

  /** The breach is mended: nothing of the rest fell due, and no interest ran on it. */
  private async notCollectable(work: Work, { entity, state }: KeptDeferral): Promise<void> {
    const { payer, customsBody, payerName } = entity;
    const owner = { payer, customsBody };
    await this.workItems.cancel(work, BROKEN_QUEUE, entity.id, 'RESTORED');
    if (!state.breach) return;
    await this.payers.hold(work, owner, payerName);
    const { dueOn } = state.breach;
    for (const part of await this.debts.restOf(work, entity, outstanding(state)))
      await this.lateSums.lower(work, owner, { ...part, kind: 'IMPORT_DUTY', dueOn });
    await this.accrual.bringUpTo(work, owner, plusDays(this.today(work), -1));
  }

  private async askForNotice(work: Work, entity: DeferralEntity, rest: Money): Promise<void> {
    await this.workItems.open(work, {
      kind: BROKEN_QUEUE,
      role: 'ACCOUNT_OFFICER',
      ...queued(entity),
      title: `Deferral of ${entity.declarationNumber} is broken: ${rest.toString()} KZT to collect`,
      article: art(136, 2),
      dueAt: noticeDueBy({ occasion: 'DEBT_ON_ACCOUNT', on: this.today(work) }, this.calendar).endsAt,
    });
  }

  private today(work: Work): CivilDate {
    return this.calendar.civilDate(work.context.at);
  }
}

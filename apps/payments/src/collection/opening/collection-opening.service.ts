/** How a case begins and ends by what happens to its notice and to the payer's money (art. 157.6, 161.1, 182.2). */
import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { LegalCalendar } from '@shekara/calendar';
import { type Deadline, OnDeadline } from '@shekara/deadlines';
import { art, Money } from '@shekara/kernel';
import type { Work } from '@shekara/persistence';
import type { ReferenceData } from '@shekara/reference-data';
import { REFERENCE_DATA } from '@shekara/service-kit';
import { DebtNoticeEntity, debtsOf, foundOf, keptDebts } from '../../debt-notice/debt-notice.entity.js';
import { limitationEnd, type LimitationEnd } from '../../obligation/limitation.js';
import { isMoneyPurpose } from '../../payment-kind.js';
import { totalOf } from '../case/case-debts.js';
import { closeAfterLimitation, closeEndedObligation } from '../case/case-end.js';
import { overdueOf } from '../case/case-interest.js';
import { type PartToCollect, partToCollect, statusOf } from '../case/case-opening.js';
import { CollectionActs } from '../acts/collection-acts.service.js';
import { CollectionAnnouncements } from '../case/collection-announcements.service.js';
import {
  CollectionCaseEntity,
  caseOf,
  debtsIn,
  keepCase,
  progressOf,
} from '../case/collection-case.entity.js';
import { evolve, openCase } from '../case/collection-case.js';
import { CollectionCases } from '../case/collection-cases.repository.js';
import { CollectionFollowUps } from '../acts/collection-follow-ups.service.js';
import { CollectionMoney } from '../acts/collection-money.service.js';
import { CollectionTerms, DEBTOR_LIST_TERM, LIMITATION_TERM } from '../acts/collection-terms.service.js';
import { debtorListDueBy } from '../documents/debtor-documents.js';
import { GuaranteeCalls } from '../own-money/guarantee-calls.service.js';
import { recordDefault } from '../own-money/own-money.js';

@Injectable()
export class CollectionOpening {
  constructor(
    @Inject(REFERENCE_DATA) private readonly reference: ReferenceData,
    @Inject(LegalCalendar) private readonly calendar: LegalCalendar,
    @Inject(CollectionCases) private readonly cases: CollectionCases,
    @Inject(CollectionActs) private readonly acts: CollectionActs,
    @Inject(CollectionMoney) private readonly money: CollectionMoney,
    @Inject(CollectionTerms) private readonly terms: CollectionTerms,
    @Inject(CollectionFollowUps) private readonly followUps: CollectionFollowUps,
    @Inject(GuaranteeCalls) private readonly guarantees: GuaranteeCalls,
    @Inject(CollectionAnnouncements) private readonly announcements: CollectionAnnouncements,
  ) {}

  /**
   * A notice, or the part of it that nobody disputes, defaulted: `amount` is what is in default in all, and what earlier
   * cases do not collect yet is a case of its own, in stage 2 from the start (art. 161.1; R-PAY-156).
   */
  async noticeDefaulted(work: Work, noticeId: string, amount: Money): Promise<void> {
    const notice = await work.manager.findOneBy(DebtNoticeEntity, { id: noticeId });
    if (!notice) throw new Error(`the notice ${noticeId} in default is gone`);
    const earlier = await this.cases.holdOfNotice(work, noticeId);
    const apart = earlier.flatMap(({ defaulted }) => debtsIn(defaulted));
    const part = partToCollect(debtsOf(notice), amount, apart);
    if (!part) return;
    const row = await this.rowOf(work, notice, part);
    const covers = await this.guarantees.securing(work, row);
    const empty = openCase(row.payerStatus, this.limitationOf(notice));
    const reported = await this.guarantees.reportedBefore(work, row, covers, empty);
    const noticed = reported.reduce(evolve, empty);
    const decision = recordDefault(noticed, totalOf(part.debts), row.openedOn);
    if (!decision.accepted) {
      const reasons = decision.reasons.map(({ code }) => code);
      this.announcements.record(work, row, 'CollectionNotOpened', art(157, 6), {
        notice: notice.number,
        reasons,
      });
      return;
    }
    keepCase(row, decision.events.reduce(evolve, noticed));
    await work.manager.save(row);
    await this.money.carry(work, row);
    this.announcements.opened(work, row);
    for (const event of [...reported, ...decision.events]) this.announcements.happened(work, row, event);
    await this.followUps.openStage(work, row);
    await this.runTerms(work, row, notice);
    await this.acts.bringUpToDate(work, row);
    if (row.state !== 'CLOSED') await this.guarantees.call(work, row, covers);
  }

  /** The officer of the notice saw it paid on the account (art. 129.2(1)). */
  async noticePaid(work: Work, noticeId: string): Promise<void> {
    for (const row of await this.cases.holdOfNotice(work, noticeId)) await this.acts.paidElsewhere(work, row);
  }

  /** The notice was replaced or withdrawn: under this one nothing is left to collect (art. 157.6(2)). */
  async noticeEnded(work: Work, noticeId: string): Promise<void> {
    for (const row of await this.cases.holdOfNotice(work, noticeId)) {
      if (row.state === 'CLOSED') continue;
      const on = this.acts.today(work);
      await this.acts.take(work, row, closeEndedObligation(caseOf(row), on, this.calendar), { on });
    }
  }

  /**
   * Money came onto accounts: of payers from whom something is collected, what was collected is posted first, then money sent
   * for a debt pays it, the oldest case first (art. 129.2(1)). A receipt pays once: when it is usable for the first time.
   */
  async moneyReceived(
    work: Work,
    received: readonly { readonly payer: string; readonly receiptId: string }[],
  ): Promise<void> {
    const waiting = await this.cases.payersWaiting(
      work,
      received.map(({ payer }) => payer),
    );
    for (const payer of waiting) {
      for (const { receiptId } of received.filter((receipt) => receipt.payer === payer)) {
        await this.receivedFrom(work, payer, receiptId);
      }
    }
  }

  private async receivedFrom(work: Work, payer: string, receiptId: string): Promise<void> {
    const rows = await this.cases.holdWaiting(work, payer);
    if (rows.length === 0) return;
    const came = await this.usableMoney(work, receiptId);
    let left = came?.amount ?? Money.ZERO;
    for (const row of rows) {
      if (came && left.isPositive() && came.customsBody === row.customsBody)
        left = await this.acts.payWith(work, row, { purpose: came.purpose, amount: left });
      else await this.acts.bringUpToDate(work, row);
    }
  }

  /** Limitation ran out: nothing more is collected (art. 157.6(1); R-PAY-075). */
  @OnDeadline(LIMITATION_TERM)
  async limitationEnded(deadline: Deadline, work: Work): Promise<void> {
    const row = await this.cases.hold(work, deadline.subjectId);
    if (!row) throw new Error(`the case of deadline ${deadline.id} is gone`);
    const on = this.acts.today(work);
    const event = closeAfterLimitation(caseOf(row), on, this.calendar);
    if (event) await this.acts.take(work, row, { accepted: true, events: [event] }, { on });
  }

  private async usableMoney(work: Work, receiptId: string) {
    const [receipt] = await work.manager.query<
      { purpose: string | null; body: string | null; amount: string }[]
    >(
      `SELECT matched_purpose AS purpose, matched_body AS body, amount::text AS amount FROM money_receipts
        WHERE id = $1 AND state IN ('CONFIRMED_FOR_RELEASE', 'BOOKED') AND matched_payer IS NOT NULL`,
      [receiptId],
    );
    if (!receipt?.purpose || !receipt.body || !isMoneyPurpose(receipt.purpose)) return undefined;
    const first = await work.manager.query<unknown[]>(
      `INSERT INTO collection_receipts (receipt_id, looked_at) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING 1`,
      [receiptId, work.context.at],
    );
    if (first.length === 0) return undefined;
    return {
      purpose: receipt.purpose,
      customsBody: receipt.body,
      amount: Money.ofTiyn(BigInt(receipt.amount)),
    };
  }

  private limitationOf({ limitation }: DebtNoticeEntity): LimitationEnd {
    if (!limitation) return 'OPEN';
    const years = this.reference.parameters.get('LIMITATION_TERM', limitation.startedOn);
    return limitationEnd(limitation, years, this.calendar);
  }

  private async rowOf(
    work: Work,
    notice: DebtNoticeEntity,
    { part, debts }: PartToCollect,
  ): Promise<CollectionCaseEntity> {
    const openedOn = this.acts.today(work);
    const limitation = this.limitationOf(notice);
    const payerStatus = statusOf(notice.payer);
    return work.manager.create(CollectionCaseEntity, {
      id: uuidv7(),
      number: await this.cases.nextNumber(work, notice.customsBody, openedOn, 'C'),
      noticeId: notice.id,
      noticeNumber: notice.number,
      noticeDate: notice.sentOn ?? notice.registeredOn,
      part,
      caseId: notice.caseId,
      customsBody: notice.customsBody,
      payer: notice.payer,
      payerName: notice.payerName,
      payerStatus,
      state: 'S1_NOTICE',
      debt: '0.00',
      paused: '0.00',
      defaulted: keptDebts(debts),
      debts: keptDebts(debts),
      overdue: overdueOf(foundOf(notice), debts).map(({ kind, principal, dueOn }) => ({
        kind,
        principal: principal.toString(),
        dueOn,
      })),
      interestAdded: {},
      principalSettled: [],
      unposted: [],
      progress: progressOf(openCase(payerStatus, limitation)),
      limitationLastDay: limitation === 'OPEN' ? null : limitation.lastDay,
      openedOn,
      closedOn: null,
      closingGround: null,
    });
  }

  private async runTerms(
    work: Work,
    row: CollectionCaseEntity,
    { deliveredOn }: DebtNoticeEntity,
  ): Promise<void> {
    if (row.limitationLastDay !== null) {
      const end = this.calendar.endOnDate({ on: row.limitationLastDay, article: 'art. 132' });
      await this.terms.run(work, row, LIMITATION_TERM, row.id, end, art(132));
    }
    const listBy = deliveredOn
      ? debtorListDueBy(deliveredOn, Money.ofTenge(row.debt), this.calendar)
      : undefined;
    if (listBy && row.payerStatus !== 'INDIVIDUAL')
      await this.terms.run(work, row, DEBTOR_LIST_TERM, row.id, listBy, art(166, 1));
  }
}

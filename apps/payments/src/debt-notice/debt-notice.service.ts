/** Issuing notices: a debt found, signing and sending, replacement (art. 159). Load, decide, save, publish. */
import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Principal } from '@shekara/auth';
import { type CivilDate, LegalCalendar } from '@shekara/calendar';
import { art, type Decision, reason, type Refused, refuse } from '@shekara/kernel';
import type { Work } from '@shekara/persistence';
import type { ReferenceData } from '@shekara/reference-data';
import { REFERENCE_DATA } from '@shekara/service-kit';
import { WorkItems } from '@shekara/work-items';
import { calculationReasons } from '../calculation/calculation-reasons.js';
import { smallRemainderLimit } from '../calculation/small-amounts.js';
import { type Limitation, limitationEnd } from '../obligation/limitation.js';
import { penaltyInterestRatesOf } from '../penalty-interest/penalty-interest-rates.js';
import { DebtNoticeAnnouncements } from './debt-notice-announcements.service.js';
import { type DebtFound, mayIssueNotice, type NoticeType, recallNotice, sendNotice } from './debt-notice.js';
import { DebtNoticeEntity, debtsOf, keptDebts, type KeptWording, noticeOf } from './debt-notice.entity.js';
import {
  executionTermAtIssue,
  noticeDueBy,
  type NoticeOccasion,
  type NoticeRegime,
} from './execution-term.js';
import type { DebtOfKind, NoticeContent } from './notice-content.js';
import { NoticeDebts, type SumsOfNotice } from './notice-debts.service.js';
import { debtsWithInterest, interestTable } from './notice-interest.js';

/** Queue Q-PAY-06: a notice to issue. */
export const NOTICE_TO_ISSUE = 'DEBT_NOTICE';
/** Queue Q-PAY-06: a notice to replace or withdraw after an appeal (art. 179.3). */
export const NOTICE_TO_RECALL = 'DEBT_NOTICE_RECALL';

export interface Debtor {
  readonly payer: string;
  readonly payerName: string;
  readonly payerAddress: string;
}

export interface DebtToNotify extends Debtor {
  readonly customsBody: string;
  readonly caseId?: string;
  readonly regime: NoticeRegime;
  readonly occasion: NoticeOccasion;
  readonly debts: readonly DebtFound[];
  readonly arisenOn: CivilDate;
  readonly limitation: Limitation;
  /** A case that runs beside the debt: it keeps no notice back (art. 159.3; R-PAY-142). */
  readonly proceedings?: 'ADMINISTRATIVE' | 'CRIMINAL';
}

export type Wording = Omit<KeptWording, 'interestProcedure'>;
export type Handled = { readonly accepted: true; readonly notice: DebtNoticeEntity } | Refused;

@Injectable()
export class DebtNoticeService {
  constructor(
    @Inject(REFERENCE_DATA) private readonly reference: ReferenceData,
    @Inject(LegalCalendar) private readonly calendar: LegalCalendar,
    @Inject(WorkItems) private readonly workItems: WorkItems,
    @Inject(NoticeDebts) private readonly debts: NoticeDebts,
    @Inject(DebtNoticeAnnouncements) private readonly announcements: DebtNoticeAnnouncements,
  ) {}

  /** Art. 159.2: a debt found opens a draft and its item in the queue, with the day by which it must go out (R-PAY-140). */
  async draft(work: Work, debt: DebtToNotify): Promise<Handled> {
    const today = this.calendar.civilDate(work.context.at);
    const refused = this.issuable(debt, today);
    if (refused) return refused;
    const notice = await this.open(work, debt, 'INITIAL', null, today);
    await work.manager.save(notice);
    await this.debts.enter(work, notice);
    this.announcements.drafted(work, notice, debt.proceedings);
    await this.askToIssue(work, notice, debt.occasion);
    return { accepted: true, notice };
  }

  /** Signs and sends a draft for the officer who claimed its item; interest is that of the notice date (art. 159.4). */
  async send(work: Work, notice: DebtNoticeEntity, wording: Wording, officer: Principal): Promise<Handled> {
    const decision = await this.sign(work, notice, wording);
    if (!decision.accepted) return decision;
    await this.workItems.complete(work, NOTICE_TO_ISSUE, notice.id, officer, 'ISSUED');
    await work.manager.save(notice);
    this.announcements.sent(work, notice);
    return { accepted: true, notice };
  }

  /** Art. 159.6-7, 179.3: recall and new notice together; the new one has its own delivery and term (R-PAY-146, R-PAY-147). */
  async replace(
    work: Work,
    earlier: DebtNoticeEntity,
    debts: readonly DebtFound[],
    wording: Wording,
  ): Promise<Handled> {
    const recall = recallNotice(noticeOf(earlier));
    if (!recall.accepted) return recall;
    const today = this.calendar.civilDate(work.context.at);
    const notice = await this.open(work, { ...earlier, debts }, 'REPLACEMENT', earlier.id, today);
    const content = this.contentOf(notice, wording, { sums: debts, owed: new Map() }, today);
    const fit = sendNotice(noticeOf(notice), content, today);
    if (!fit.accepted) return fit;
    await this.debts.takeBack(work, earlier, debts, notice.number);
    await this.debts.enter(work, notice);
    const decision = await this.sign(work, notice, wording);
    if (!decision.accepted) return decision;
    earlier.status = 'REPLACED';
    earlier.closedOn = today;
    await work.manager.save([earlier, notice]);
    this.announcements.replaced(work, earlier, notice);
    this.announcements.sent(work, notice);
    return { accepted: true, notice };
  }

  /** Art. 159.5: the principal was paid, the interest since registration was not: a draft for that interest (R-PAY-145). */
  async draftAdditional(
    work: Work,
    earlier: DebtNoticeEntity,
    claimed: readonly DebtOfKind[],
    paidOn: CivilDate,
  ): Promise<void> {
    const today = this.calendar.civilDate(work.context.at);
    const notice = await this.open(work, { ...earlier, debts: [] }, 'ADDITIONAL', earlier.id, today);
    notice.debts = keptDebts(claimed);
    await work.manager.save(notice);
    this.announcements.drafted(work, notice);
    await this.askToIssue(work, notice, { occasion: 'PRINCIPAL_PAID_WITHOUT_INTEREST', on: paidOn });
  }

  /** The notice by its id, locked for this work. */
  async hold(work: Work, id: string): Promise<DebtNoticeEntity | undefined> {
    const lock = { mode: 'pessimistic_write' } as const;
    return (await work.manager.findOne(DebtNoticeEntity, { where: { id }, lock })) ?? undefined;
  }

  private issuable(debt: DebtToNotify, today: CivilDate): Refused | undefined {
    const limit = smallRemainderLimit(this.reference, debt.arisenOn);
    if (!limit) {
      const parameters = { currency: 'EUR', date: debt.arisenOn };
      return refuse(reason(calculationReasons.EXCHANGE_RATE_MISSING, { pointer: '/arisenOn', parameters }));
    }
    const { parameters } = this.reference;
    const years = parameters.get('LIMITATION_TERM', debt.limitation.startedOn);
    const end = limitationEnd(debt.limitation, years, this.calendar);
    const decision = mayIssueNotice(debt.debts, end, limit, today);
    return decision.accepted ? undefined : decision;
  }

  private async sign(work: Work, notice: DebtNoticeEntity, wording: Wording): Promise<Decision<unknown>> {
    const today = this.calendar.civilDate(work.context.at);
    const content = this.contentOf(notice, wording, await this.debts.sumsOf(work, notice), today);
    const decision = sendNotice(noticeOf(notice), content, today);
    if (!decision.accepted) return decision;
    notice.wording = { ...wording, interestProcedure: content.interestProcedure };
    notice.debts = keptDebts(content.debts);
    notice.status = 'SENT';
    notice.sentOn = today;
    return decision;
  }

  /** Interest is that of the notice date, and never more than the account shows as owed (art. 159.4(6)). */
  private contentOf(
    notice: DebtNoticeEntity,
    wording: Wording,
    { sums, owed }: SumsOfNotice,
    today: CivilDate,
  ): NoticeContent {
    const rates = penaltyInterestRatesOf(this.reference.parameters);
    const additional = notice.noticeType === 'ADDITIONAL';
    const debts = additional
      ? debtsOf(notice)
      : debtsWithInterest(sums, today, rates).map((debt) => ({
          ...debt,
          penaltyInterest: debt.penaltyInterest.min(owed.get(debt.kind) ?? debt.penaltyInterest),
        }));
    return {
      ...wording,
      interestProcedure: additional ? 'art. 158.2, 159.5' : interestTable(sums, today, rates),
      payerNumber: notice.payer,
      payerName: notice.payerName,
      payerAddress: notice.payerAddress,
      noticeDate: today,
      customsBody: notice.customsBody,
      debts,
    };
  }

  private async open(
    work: Work,
    of: Debtor &
      Pick<DebtToNotify, 'customsBody' | 'caseId' | 'regime' | 'debts'> & {
        readonly limitation: Limitation | null;
      },
    noticeType: NoticeType,
    earlierNoticeId: string | null,
    today: CivilDate,
  ): Promise<DebtNoticeEntity> {
    return work.manager.create(DebtNoticeEntity, {
      id: uuidv7(),
      number: await nextNumber(work, of.customsBody, today),
      caseId: of.caseId ?? uuidv7(),
      customsBody: of.customsBody,
      payer: of.payer,
      payerName: of.payerName,
      payerAddress: of.payerAddress,
      regime: of.regime,
      executionTerm: executionTermAtIssue(of.regime, this.reference.parameters, today),
      noticeType,
      earlierNoticeId,
      status: 'DRAFT',
      found: of.debts.map(({ kind, unpaid, dueOn }) => ({ kind, unpaid: unpaid.toString(), dueOn })),
      debts: [],
      wording: null,
      appeals: [],
      limitation: of.limitation,
      registeredOn: today,
      sentOn: null,
      deliveredOn: null,
      deliveryMethod: null,
      deliveryEvidence: null,
      executeBy: null,
      closedOn: null,
    });
  }

  private async askToIssue(work: Work, notice: DebtNoticeEntity, occasion: NoticeOccasion): Promise<void> {
    await this.workItems.open(work, {
      kind: NOTICE_TO_ISSUE,
      role: 'ACCOUNT_OFFICER',
      customsBody: notice.customsBody,
      subject: 'DebtNotice',
      subjectId: notice.id,
      caseId: notice.caseId,
      title: `Debt notice ${notice.number} to issue`,
      article: art(159, 2),
      dueAt: noticeDueBy(occasion, this.calendar).endsAt,
    });
  }
}

/** `customs body/ddmmyy/N and six digits`, without a gap for each body and day. */
async function nextNumber(work: Work, customsBody: string, day: CivilDate): Promise<string> {
  const [row] = await work.manager.query<{ last: number }[]>(
    `INSERT INTO debt_notice_numbers (customs_body, day, last) VALUES ($1, $2, 1)
     ON CONFLICT (customs_body, day) DO UPDATE SET last = debt_notice_numbers.last + 1 RETURNING last`,
    [customsBody, day],
  );
  if (!row) throw new Error(`no number for a notice of ${customsBody}`);
  const [year = '', month = '', date = ''] = day.split('-');
  return `${customsBody}/${date}${month}${year.slice(2)}/N${row.last.toString().padStart(6, '0')}`;
}

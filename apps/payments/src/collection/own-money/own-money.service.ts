/** Stage 2 (art. 157.5, 161): own money set off, what guarantees reports, the payer told, the way on. Queue Q-PAY-08. */
import { Inject, Injectable } from '@nestjs/common';
import type { Principal } from '@shekara/auth';
import { LegalCalendar } from '@shekara/calendar';
import { art, type Money, refuse, when } from '@shekara/kernel';
import type { Work } from '@shekara/persistence';
import { WorkItems } from '@shekara/work-items';
import type { MoneyPurpose, PayableKind } from '../../payment-kind.js';
import type { PayerAtBody } from '../../ledger/account.js';
import { checkOwedFor, type SettledPart } from '../case/case-debts.js';
import { proveEntrepreneur } from '../case/case-opening.js';
import { type CaseHandled, CollectionActs } from '../acts/collection-acts.service.js';
import { CollectionAnnouncements } from '../case/collection-announcements.service.js';
import { caseOf, type CollectionCaseEntity, debtsIn } from '../case/collection-case.entity.js';
import { CollectionDocuments } from '../case/collection-documents.service.js';
import { CollectionCases } from '../case/collection-cases.repository.js';
import { CollectionMoney } from '../acts/collection-money.service.js';
import { INFORM_PAYER } from '../case/collection-queues.js';
import { collectionReasons as reasons } from '../case/collection-reasons.js';
import { CollectionTerms } from '../acts/collection-terms.service.js';
import {
  closeOwnMoneyStage,
  type GuaranteeReport,
  offsetOwnMoney,
  recordGuaranteeReport,
} from './own-money.js';
import { principalKindOf } from '../case/payable-kind.js';

const OWN_MONEY = art(161, 1);

export interface OffsetAsked {
  readonly from: MoneyPurpose;
  readonly to: PayableKind;
  readonly amount: Money;
  readonly treatyRule?: string;
}

/** A report of guarantees, with the number of its demand. */
export type GuaranteeReportAsked = GuaranteeReport & { readonly demandNumber?: string };

/** What of the debt the money of a deposit paid, and whose deposit it was. */
export interface FromDeposit {
  readonly parts: readonly SettledPart[];
  readonly deposit: PayerAtBody;
}

@Injectable()
export class OwnMoneyStage {
  constructor(
    @Inject(LegalCalendar) private readonly calendar: LegalCalendar,
    @Inject(WorkItems) private readonly workItems: WorkItems,
    @Inject(CollectionActs) private readonly acts: CollectionActs,
    @Inject(CollectionMoney) private readonly money: CollectionMoney,
    @Inject(CollectionCases) private readonly cases: CollectionCases,
    @Inject(CollectionDocuments) private readonly documents: CollectionDocuments,
    @Inject(CollectionTerms) private readonly terms: CollectionTerms,
    @Inject(CollectionAnnouncements) private readonly announcements: CollectionAnnouncements,
  ) {}

  /** Sets own money off; the payer is to be told within 2 working days (R-PAY-157). Refuses OWN_MONEY_SHORT. */
  async offset(work: Work, row: CollectionCaseEntity, asked: OffsetAsked): Promise<CaseHandled> {
    await this.acts.bringUpToDate(work, row);
    const on = this.acts.today(work);
    const { from, to, amount, treatyRule } = asked;
    const kind = principalKindOf(to);
    const decision = offsetOwnMoney(caseOf(row), { from, to: kind, amount, treatyRule, on }, this.calendar);
    if (!decision.accepted) return decision;
    const owed = checkOwedFor(debtsIn(row.debts), to, amount);
    if (!owed.accepted) return owed;
    const there = await this.money.ownMoney(work, row, from);
    const short = when(amount.compare(there) > 0, reasons.OWN_MONEY_SHORT, {
      pointer: '/amount',
      parameters: { from, there: there.toString() },
    });
    if (short) return refuse(short);
    const content = { from, to, amount: amount.toString(), on, ...(treatyRule ? { treatyRule } : {}) };
    const document = await this.documents.prepare(work, row, 'OWN_MONEY_OFFSET', 'ISSUED', content);
    await this.documents.issue(work, row, document, OWN_MONEY);
    await this.acts.take(work, row, decision, { on, document, only: to, from });
    return { accepted: true, row, document };
  }

  /**
   * What guarantees says of a security: demanded, recovered, short, or that there is none (R-PAY-183, R-PAY-184). Its money comes
   * as receipts, unless it came from a deposit, whose entries are posted at once.
   */
  async guaranteeReport(
    work: Work,
    row: CollectionCaseEntity,
    asked: GuaranteeReportAsked,
    fromDeposit?: FromDeposit,
  ): Promise<CaseHandled> {
    await this.acts.bringUpToDate(work, row);
    const decision = recordGuaranteeReport(caseOf(row), asked, this.calendar);
    if (!decision.accepted) return decision;
    const { demandNumber, ...report } = asked;
    const content = {
      ...report,
      ...('amount' in report ? { amount: report.amount.toString() } : {}),
      ...(demandNumber ? { demandNumber } : {}),
    };
    const document = await this.documents.prepare(work, row, 'GUARANTEE_CALL', 'ISSUED', content);
    await this.documents.issue(work, row, document, OWN_MONEY);
    await this.acts.take(work, row, decision, { on: report.on, document, ...fromDeposit });
    return { accepted: true, row, document };
  }

  /** Nothing usable is left and every security was reported on: stage 3, or the court for a physical person (R-PAY-156, R-PAY-158). */
  async close(work: Work, row: CollectionCaseEntity, officer: Principal): Promise<CaseHandled> {
    await this.acts.bringUpToDate(work, row);
    const on = this.acts.today(work);
    const usable = await this.money.usable(work, row);
    const refused = await this.acts.take(work, row, closeOwnMoneyStage(caseOf(row), { usable, on }), {
      on,
      officer,
    });
    return refused ?? { accepted: true, row };
  }

  /** The written information of art. 161.2 went out: its number completes the officer's item (R-PAY-157). */
  async inform(
    work: Work,
    row: CollectionCaseEntity,
    documentId: string,
    letter: string,
    officer: Principal,
  ): Promise<CaseHandled | undefined> {
    const document = await this.cases.document(
      work,
      row.id,
      { id: documentId },
      'OWN_MONEY_OFFSET',
      'GUARANTEE_CALL',
    );
    if (!document) return undefined;
    await this.workItems.complete(work, INFORM_PAYER, document.id, officer, letter);
    await this.terms.informed(work, document.id);
    const informedOn = this.acts.today(work);
    await this.documents.move(work, row, document, 'ISSUED', art(161, 2), { letter, informedOn });
    return { accepted: true, row, document };
  }

  /** The payer with an IIN turns out to be an entrepreneur (art. 157.5). */
  async prove(work: Work, row: CollectionCaseEntity, evidence: string): Promise<CaseHandled> {
    const decision = proveEntrepreneur(caseOf(row), evidence, this.acts.today(work));
    if (!decision.accepted) return decision;
    row.payerStatus = 'ENTREPRENEUR';
    await work.manager.save(row);
    this.announcements.record(work, row, 'EntrepreneurProved', art(157, 5), { evidence });
    return { accepted: true, row };
  }
}

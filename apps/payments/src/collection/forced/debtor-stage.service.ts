/** Stage 4b (art. 166): the payer's debtor list, notices to debtors, settlement acts, orders on their accounts. Queue Q-PAY-12. */
import { Inject, Injectable } from '@nestjs/common';
import type { Principal } from '@shekara/auth';
import { LegalCalendar } from '@shekara/calendar';
import { art, Money } from '@shekara/kernel';
import type { Work } from '@shekara/persistence';
import { WorkItems } from '@shekara/work-items';
import { BankStage, type OrderAsked } from './bank-stage.service.js';
import { type CaseHandled, CollectionActs } from '../acts/collection-acts.service.js';
import { caseOf, type CollectionCaseEntity } from '../case/collection-case.entity.js';
import { CollectionCases } from '../case/collection-cases.repository.js';
import type { CollectionDocumentEntity } from '../case/collection-document.entity.js';
import { CollectionDocuments } from '../case/collection-documents.service.js';
import { DEBTOR_LIST_LATE, DEBTOR_ORDER, SETTLEMENT_ACT_LATE } from '../case/collection-queues.js';
import {
  CollectionTerms,
  DEBTOR_LIST_TERM,
  DEBTOR_WAIT_TERM,
  SETTLEMENT_ACT_TERM,
} from '../acts/collection-terms.service.js';
import {
  closeDebtorStage,
  dropDebtor,
  receiveDebtorNotice,
  sendDebtorNotice,
  sendDebtorOrder,
  takeSettlementAct,
} from './debtor-collection.js';
import type { MutualSettlementAct } from '../documents/debtor-documents.js';

/** A debtor as the payer names it; the receivable is tenge as text. */
export interface ListedDebtor {
  readonly debtor: string;
  readonly name: string;
  readonly receivable: string;
}

const LIST = art(166, 1);
const NOTICE = art(166, 2);

@Injectable()
export class DebtorStage {
  constructor(
    @Inject(LegalCalendar) private readonly calendar: LegalCalendar,
    @Inject(WorkItems) private readonly workItems: WorkItems,
    @Inject(BankStage) private readonly banks: BankStage,
    @Inject(CollectionActs) private readonly acts: CollectionActs,
    @Inject(CollectionCases) private readonly cases: CollectionCases,
    @Inject(CollectionDocuments) private readonly documents: CollectionDocuments,
    @Inject(CollectionTerms) private readonly terms: CollectionTerms,
  ) {}

  /** The payer's list, or an officer's copy of it; a newer list replaces an earlier one (art. 166.1; R-PAY-169). */
  async takeList(
    work: Work,
    row: CollectionCaseEntity,
    debtors: readonly ListedDebtor[],
  ): Promise<CaseHandled> {
    const deliveredOn = this.acts.today(work);
    const document = await this.documents.prepare(work, row, 'DEBTOR_LIST', 'TAKEN', {
      deliveredOn,
      debtors,
    });
    await this.documents.issue(work, row, document, LIST);
    await this.terms.end(work, DEBTOR_LIST_TERM, row.id);
    await this.workItems.cancel(work, DEBTOR_LIST_LATE, row.id, 'LIST_TAKEN');
    return { accepted: true, row, document };
  }

  /** Notices a debtor of the list, for its receivable at most (R-PAY-170). */
  async notify(work: Work, row: CollectionCaseEntity, debtor: string, amount: Money): Promise<CaseHandled> {
    await this.acts.bringUpToDate(work, row);
    const listed = await this.listedDebtor(work, row, debtor);
    const on = this.acts.today(work);
    const content = {
      debtor,
      name: listed?.name ?? '',
      amount: amount.toString(),
      receivable: listed?.receivable ?? '',
    };
    const document = await this.documents.prepare(work, row, 'DEBTOR_NOTICE', 'SENT', content);
    const decision = sendDebtorNotice(caseOf(row), {
      id: document.id,
      debtor,
      amount,
      on,
      ...(listed ? { confirmedReceivable: Money.ofTenge(listed.receivable) } : {}),
    });
    const refused = await this.acts.take(work, row, decision, { on, document });
    if (refused) return refused;
    await this.documents.issue(work, row, document, NOTICE);
    return { accepted: true, row, document };
  }

  /** The debtor got its notice: 20 working days for the act, 5 before an order (R-PAY-171, R-PAY-172). */
  async received(work: Work, row: CollectionCaseEntity, noticeId: string, on: string): Promise<CaseHandled> {
    const document = await this.noticeOf(work, row, noticeId);
    const decision = receiveDebtorNotice(caseOf(row), noticeId, on, this.calendar);
    const refused = await this.acts.take(work, row, decision, { on });
    if (refused) return refused;
    for (const event of decision.accepted ? decision.events : []) {
      if (event.type !== 'DebtorNoticeReceived') continue;
      await this.terms.run(work, row, SETTLEMENT_ACT_TERM, noticeId, event.settlementActBy, NOTICE);
      await this.terms.run(work, row, DEBTOR_WAIT_TERM, noticeId, event.waitUntil, LIST);
    }
    if (document) await this.documents.move(work, row, document, 'RECEIVED', LIST, { receivedOn: on });
    return { accepted: true, row, ...(document ? { document } : {}) };
  }

  /** A settlement act, complete and as on the day of receipt, or returned with what is missing (R-PAY-173). */
  async takeAct(
    work: Work,
    row: CollectionCaseEntity,
    noticeId: string,
    act: MutualSettlementAct,
  ): Promise<CaseHandled> {
    const on = this.acts.today(work);
    const refused = await this.acts.take(work, row, takeSettlementAct(caseOf(row), noticeId, act), { on });
    if (refused) return refused;
    const content = { ...act, sumOwed: act.sumOwed.toString(), debtorNoticeId: noticeId };
    const document = await this.documents.prepare(work, row, 'SETTLEMENT_ACT', 'TAKEN', content);
    await this.documents.issue(work, row, document, art(166, 3));
    await this.terms.end(work, SETTLEMENT_ACT_TERM, noticeId);
    await this.workItems.cancel(work, SETTLEMENT_ACT_LATE, noticeId, 'ACT_TAKEN');
    return { accepted: true, row, document };
  }

  /** An order on an account of the debtor (R-PAY-170 to R-PAY-172, R-PAY-181). */
  async order(
    work: Work,
    row: CollectionCaseEntity,
    noticeId: string,
    asked: OrderAsked,
  ): Promise<CaseHandled> {
    await this.acts.bringUpToDate(work, row);
    const notice = await this.noticeOf(work, row, noticeId);
    const document = await this.banks.prepare(work, row, asked);
    const on = this.acts.today(work);
    const decision = sendDebtorOrder(caseOf(row), { ...asked, id: document.id, noticeId, on }, this.calendar);
    const { debtor = '', name = '' } = (notice?.content ?? {}) as Partial<ListedDebtor>;
    const holder = { holder: debtor, holderName: name };
    const handled = await this.banks.sendDecided(work, row, asked, document, decision, holder, art(166, 4));
    if (!handled.accepted) return handled;
    await this.workItems.cancel(work, DEBTOR_ORDER, noticeId, 'ORDERED');
    if (notice) await this.documents.move(work, row, notice, 'COLLECTING', art(166, 4));
    return handled;
  }

  /** Gives a debtor up, with the finding that says why. */
  async drop(work: Work, row: CollectionCaseEntity, noticeId: string, finding: string): Promise<CaseHandled> {
    const document = await this.noticeOf(work, row, noticeId);
    const on = this.acts.today(work);
    const refused = await this.acts.take(work, row, dropDebtor(caseOf(row), noticeId, finding), { on });
    if (refused) return refused;
    await this.terms.end(work, SETTLEMENT_ACT_TERM, noticeId);
    await this.terms.end(work, DEBTOR_WAIT_TERM, noticeId);
    await this.workItems.cancel(work, SETTLEMENT_ACT_LATE, noticeId, 'DROPPED');
    await this.workItems.cancel(work, DEBTOR_ORDER, noticeId, 'DROPPED');
    if (document) await this.documents.move(work, row, document, 'DROPPED', NOTICE, { finding });
    return { accepted: true, row, ...(document ? { document } : {}) };
  }

  /** Debtors had too little: on to the property (art. 167.1). */
  async close(
    work: Work,
    row: CollectionCaseEntity,
    noDebtorsRecord: string | undefined,
    officer: Principal,
  ): Promise<CaseHandled> {
    await this.acts.bringUpToDate(work, row);
    const on = this.acts.today(work);
    const decision = closeDebtorStage(caseOf(row), { on, ...(noDebtorsRecord ? { noDebtorsRecord } : {}) });
    const refused = await this.acts.take(work, row, decision, { on, officer });
    return refused ?? { accepted: true, row };
  }

  private noticeOf(
    work: Work,
    row: CollectionCaseEntity,
    id: string,
  ): Promise<CollectionDocumentEntity | undefined> {
    return this.cases.document(work, row.id, { id }, 'DEBTOR_NOTICE');
  }

  /** The debtor in the newest list of the payer. */
  private async listedDebtor(
    work: Work,
    row: CollectionCaseEntity,
    debtor: string,
  ): Promise<ListedDebtor | undefined> {
    const list = await this.cases.document(work, row.id, {}, 'DEBTOR_LIST');
    const { debtors } = (list?.content ?? { debtors: [] }) as { debtors: readonly ListedDebtor[] };
    return debtors.find((one) => one.debtor === debtor);
  }
}

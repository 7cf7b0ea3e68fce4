/** Stage 4c and after (art. 157.5, 167 to 169): foreclosure, sale, bankruptcy; the court. Queues Q-PAY-13 to Q-PAY-15. */
import { Inject, Injectable } from '@nestjs/common';
import type { Principal } from '@shekara/auth';
import { LegalCalendar } from '@shekara/calendar';
import { art, type Money, reason, refuse } from '@shekara/kernel';
import type { Work } from '@shekara/persistence';
import { WorkItems } from '@shekara/work-items';
import { type CaseHandled, CollectionActs } from '../acts/collection-acts.service.js';
import { caseOf, type CollectionCaseEntity } from '../case/collection-case.entity.js';
import { CollectionCases } from '../case/collection-cases.repository.js';
import { CollectionDocuments } from '../case/collection-documents.service.js';
import { STAGE_QUEUES } from '../case/collection-queues.js';
import { collectionReasons as reasons } from '../case/collection-reasons.js';
import type { ForeclosureResolution } from '../documents/foreclosure-resolution.js';
import { applyForBankruptcy, closePropertyStage, foreclose, recordSale } from './property-sale.js';
import { inForce } from '../securing/securing-measures.js';

export type ForeclosureAsked = Omit<ForeclosureResolution, 'number' | 'on'>;

const FORECLOSURE = art(167, 2);

@Injectable()
export class PropertyStage {
  constructor(
    @Inject(LegalCalendar) private readonly calendar: LegalCalendar,
    @Inject(WorkItems) private readonly workItems: WorkItems,
    @Inject(CollectionActs) private readonly acts: CollectionActs,
    @Inject(CollectionCases) private readonly cases: CollectionCases,
    @Inject(CollectionDocuments) private readonly documents: CollectionDocuments,
  ) {}

  /** The resolution goes to the authorized legal entity with its papers (R-PAY-174, R-PAY-175). */
  async foreclose(work: Work, row: CollectionCaseEntity, asked: ForeclosureAsked): Promise<CaseHandled> {
    await this.acts.bringUpToDate(work, row);
    const on = this.acts.today(work);
    const document = await this.documents.prepare(work, row, 'FORECLOSURE_RESOLUTION', 'ISSUED', asked);
    const decision = foreclose(caseOf(row), { ...asked, number: document.number, on });
    const refused = await this.acts.take(work, row, decision, { on, document });
    if (refused) return refused;
    await this.documents.issue(work, row, document, FORECLOSURE);
    for (const { document: number } of inForce(caseOf(row))) {
      const restriction = await this.cases.document(work, row.id, { number }, 'PROPERTY_RESTRICTION');
      if (restriction)
        await this.documents.move(work, row, restriction, 'FORECLOSED', FORECLOSURE, {
          resolution: document.number,
        });
    }
    return { accepted: true, row, document };
  }

  /** The authorized legal entity sold: its money lowers the debt, and is posted when it comes (art. 168). */
  async sold(work: Work, row: CollectionCaseEntity, proceeds: Money, on: string): Promise<CaseHandled> {
    await this.acts.bringUpToDate(work, row);
    const refused = await this.acts.take(work, row, recordSale(caseOf(row), proceeds, on, this.calendar), {
      on,
    });
    return refused ?? { accepted: true, row };
  }

  /** Every measure of Chapter 18 was used (art. 169.1). */
  async close(work: Work, row: CollectionCaseEntity, officer: Principal): Promise<CaseHandled> {
    await this.acts.bringUpToDate(work, row);
    const on = this.acts.today(work);
    const refused = await this.acts.take(work, row, closePropertyStage(caseOf(row), on), { on, officer });
    return refused ?? { accepted: true, row };
  }

  /** The application names the payer and the debt; only after all measures (R-PAY-176). */
  async applyForBankruptcy(work: Work, row: CollectionCaseEntity, officer: Principal): Promise<CaseHandled> {
    await this.acts.bringUpToDate(work, row);
    const on = this.acts.today(work);
    const decision = applyForBankruptcy(caseOf(row), on);
    const refused = await this.acts.take(work, row, decision, { on, officer });
    if (refused) return refused;
    const content = { payer: row.payer, payerName: row.payerName, debt: row.debt };
    const document = await this.documents.prepare(work, row, 'BANKRUPTCY_APPLICATION', 'ISSUED', content);
    await this.documents.issue(work, row, document, art(169, 1));
    return { accepted: true, row, document };
  }

  /** The claim against a physical person went to a court (art. 157.5; R-PAY-158). Refuses STAGE_NOT_REACHED before. */
  async applyToCourt(
    work: Work,
    row: CollectionCaseEntity,
    { court, claim }: { readonly court: string; readonly claim: string },
    officer: Principal,
  ): Promise<CaseHandled> {
    await this.acts.bringUpToDate(work, row);
    if (row.state !== 'COURT')
      return refuse(reason(reasons.STAGE_NOT_REACHED, { parameters: { state: row.state, needed: 'COURT' } }));
    const queue = STAGE_QUEUES.COURT;
    if (queue) await this.workItems.complete(work, queue.kind, row.id, officer, 'FILED');
    const content = { payer: row.payer, payerName: row.payerName, debt: row.debt, court, claim };
    const document = await this.documents.prepare(work, row, 'COURT_APPLICATION', 'ISSUED', content);
    await this.documents.issue(work, row, document, art(157, 5));
    return { accepted: true, row, document };
  }
}

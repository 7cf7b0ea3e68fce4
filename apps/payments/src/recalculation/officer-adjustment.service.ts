/** An officer assesses an adjusted declaration that the machine could not, or that an officer assessed before (art. 125.2, 289). */
import { Inject, Injectable } from '@nestjs/common';
import type { Principal } from '@shekara/auth';
import { reason, refuse } from '@shekara/kernel';
import type { Work } from '@shekara/persistence';
import { WorkItems } from '@shekara/work-items';
import { ASSESSMENT } from '../liability/assessment-queue.service.js';
import { Liabilities } from '../liability/liabilities.repository.js';
import type { DeclarationLiability } from '../liability/liability.js';
import { assessByOfficer } from '../liability/officer-assessment.js';
import { officerAssessmentReasons } from '../liability/officer-assessment-reasons.js';
import type { HandledLiability, OfficerAssessment } from '../liability/officer-liability.service.js';
import { rowOf } from '../obligation/trigger-matrix.js';
import { PayerAccounts } from '../payer-account/payer-accounts.repository.js';
import { Adjustments } from './adjustment.service.js';
import { AdjustmentRows } from './adjustments.repository.js';

@Injectable()
export class OfficerAdjustments {
  constructor(
    @Inject(PayerAccounts) private readonly payers: PayerAccounts,
    @Inject(Liabilities) private readonly liabilities: Liabilities,
    @Inject(AdjustmentRows) private readonly rows: AdjustmentRows,
    @Inject(Adjustments) private readonly adjustments: Adjustments,
    @Inject(WorkItems) private readonly workItems: WorkItems,
  ) {}

  /** The liability by the number of its declaration, its payer's account held. */
  async hold(work: Work, declarationNumber: string): Promise<DeclarationLiability | undefined> {
    const found = await this.liabilities.ofNumber(work, declarationNumber);
    if (!found || !(await this.payers.lock(work, found.owner))) return undefined;
    return this.liabilities.find(work, found.declarationId);
  }

  /**
   * The officer who claimed the item of queue Q-PAY-02 states what is payable by the adjusted declaration, all lines of it; the
   * account follows as after the machine. Refuses as `assessByOfficer`: LIABILITY_ASSESSED_ALREADY where no adjustment waits.
   */
  async assess(
    work: Work,
    liability: DeclarationLiability,
    { trigger, lines: stated }: OfficerAssessment,
    officer: Principal,
  ): Promise<HandledLiability> {
    const { declarationId, registeredOn } = liability;
    const adjustment = await this.rows.toAssess(work, declarationId);
    if (!adjustment) return refuse(reason(officerAssessmentReasons.LIABILITY_ASSESSED_ALREADY));
    const decision = assessByOfficer('NOT_ASSESSED', rowOf(trigger), stated, registeredOn);
    if (!decision.accepted) return decision;
    const [found] = decision.events;
    if (!found) throw new Error('an assessment without lines');
    await this.workItems.complete(work, ASSESSMENT, declarationId, officer, 'ASSESSED');
    await this.rows.taken(work, adjustment);
    const now = await this.adjustments.take(work, liability, adjustment, { trigger, ...found });
    return { accepted: true, liability: now };
  }
}

/** Queue Q-PAY-02: an officer assesses what a machine cannot (art. 125.2). */
import { Inject, Injectable } from '@nestjs/common';
import { art } from '@shekara/kernel';
import type { Work } from '@shekara/persistence';
import { WorkItems } from '@shekara/work-items';
import type { DeclarationLiability } from './liability.js';

export const ASSESSMENT = 'ASSESSMENT';

@Injectable()
export class AssessmentQueue {
  constructor(@Inject(WorkItems) private readonly workItems: WorkItems) {}

  /** Puts the assessment of a declaration into the queue. */
  async ask(
    work: Work,
    { declarationId, declarationNumber, caseId, owner }: DeclarationLiability,
  ): Promise<void> {
    await this.workItems.open(work, {
      kind: ASSESSMENT,
      role: 'ACCOUNT_OFFICER',
      customsBody: owner.customsBody,
      subject: 'Liability',
      subjectId: declarationId,
      caseId,
      title: `Payments of ${declarationNumber} are to be assessed`,
      article: art(125, 2),
    });
  }

  /** Whoever began to assess begins anew: the declaration is another one now. */
  async askAnew(work: Work, liability: DeclarationLiability, why: string): Promise<void> {
    await this.leave(work, liability, why);
    await this.ask(work, liability);
  }

  /** Nobody needs to assess the declaration any more. */
  async leave(work: Work, { declarationId }: DeclarationLiability, why: string): Promise<void> {
    await this.workItems.cancel(work, ASSESSMENT, declarationId, why);
  }
}

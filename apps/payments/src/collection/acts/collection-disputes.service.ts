/** Appeals and write-offs in a case: a disputed part stands still, a written-off one is owed no more (art. 172, 182.2). */
import { Inject, Injectable } from '@nestjs/common';
import { LegalCalendar } from '@shekara/calendar';
import { Money } from '@shekara/kernel';
import type { Work } from '@shekara/persistence';
import type { DebtWrittenOff } from '../../write-off/debt-written-off.js';
import { followWriteOff, pauseDisputed, resumeDisputed } from '../case/case-end.js';
import { type CaseHandled, CollectionActs } from './collection-acts.service.js';
import { caseOf, type CollectionCaseEntity } from '../case/collection-case.entity.js';
import type { CollectionCase } from '../case/collection-case.js';
import { CollectionCases } from '../case/collection-cases.repository.js';
import { undisputed } from '../case/stage-order.js';

@Injectable()
export class CollectionDisputes {
  constructor(
    @Inject(LegalCalendar) private readonly calendar: LegalCalendar,
    @Inject(CollectionActs) private readonly acts: CollectionActs,
    @Inject(CollectionCases) private readonly cases: CollectionCases,
  ) {}

  /** No new act touches the disputed part; the rest is collected on (art. 182.2). */
  async pause(work: Work, row: CollectionCaseEntity, amount: Money): Promise<CaseHandled> {
    await this.acts.bringUpToDate(work, row);
    const refused = await this.acts.take(work, row, pauseDisputed(caseOf(row), amount), {
      on: this.acts.today(work),
    });
    return refused ?? { accepted: true, row };
  }

  /** The appeal ended: its part is collected again, in the stage the case stands in. */
  async resume(work: Work, row: CollectionCaseEntity): Promise<CaseHandled> {
    const refused = await this.acts.take(work, row, resumeDisputed(caseOf(row)), {
      on: this.acts.today(work),
    });
    return refused ?? { accepted: true, row };
  }

  /** An appeal against a notice whose cases run: pauses the sum in them, the newest first. Answers what found no case. */
  async pauseNotice(work: Work, noticeId: string, disputed: Money): Promise<Money> {
    let left = disputed;
    for (const row of (await this.cases.holdOfNotice(work, noticeId)).reverse()) {
      const part = row.state === 'CLOSED' ? Money.ZERO : undisputed(caseOf(row)).min(left);
      if (!part.isPositive()) continue;
      const handled = await this.pause(work, row, part);
      if (handled.accepted) left = left.minus(part);
    }
    return left;
  }

  /** The appeal against a notice ended. */
  async resumeNotice(work: Work, noticeId: string): Promise<void> {
    for (const row of await this.cases.holdOfNotice(work, noticeId)) {
      if (row.state !== 'CLOSED' && caseOf(row).paused.isPositive()) await this.resume(work, row);
    }
  }

  /** A case for the decision on a write-off (art. 172), locked and brought up to the day; undefined for an unknown one. */
  async holdForWriteOff(
    work: Work,
    id: string,
  ): Promise<{ row: CollectionCaseEntity; one: CollectionCase } | undefined> {
    const row = await this.cases.hold(work, id);
    if (!row) return undefined;
    await this.acts.bringUpToDate(work, row);
    return { row, one: caseOf(row) };
  }

  /** The debts were written off, and posted as such, by the slice that decided it (R-PAY-180). */
  async writtenOff(work: Work, row: CollectionCaseEntity, debts: readonly DebtWrittenOff[]): Promise<void> {
    const events = followWriteOff(caseOf(row), debts, this.calendar);
    await this.acts.take(work, row, { accepted: true, events }, { on: this.acts.today(work) });
  }
}

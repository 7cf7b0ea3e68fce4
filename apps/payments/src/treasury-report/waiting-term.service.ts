/** Lines that the bank does not confirm in its working day: an officer asks the bank (art. 138.9, 139(3); queue Q-PAY-01). */
import { Inject, Injectable } from '@nestjs/common';
import { LegalCalendar, type LegalTerm } from '@shekara/calendar';
import { type Deadline, Deadlines, OnDeadline } from '@shekara/deadlines';
import { art } from '@shekara/kernel';
import type { Work } from '@shekara/persistence';
import { WorkItems } from '@shekara/work-items';
import { BODY_OF_LAST_RESORT } from '../money-receipt/receipt-intake.service.js';
import { type KeptReport, TreasuryLines } from './treasury-lines.repository.js';

/** Queue Q-PAY-01: a report with refused lines, or with lines that no bank confirms. */
export const TREASURY_REPORT = 'TREASURY_REPORT';

const WAITING_FOR_BANK = 'TREASURY_LINES_UNCONFIRMED';
const CONFIRMED_BY: LegalTerm = {
  id: 'D-PAY-11',
  length: 1,
  unit: 'WORKING_DAYS',
  article: 'art. 139(3)',
};

@Injectable()
export class WaitingTerm {
  constructor(
    @Inject(LegalCalendar) private readonly calendar: LegalCalendar,
    @Inject(Deadlines) private readonly deadlines: Deadlines,
    @Inject(TreasuryLines) private readonly lines: TreasuryLines,
    @Inject(WorkItems) private readonly workItems: WorkItems,
  ) {}

  /** Lines of the report wait from now on; the banks have a working day. */
  async run(work: Work, { id }: KeptReport): Promise<void> {
    const end = this.calendar.end(CONFIRMED_BY, work.context.at);
    await this.deadlines.start(work, {
      kind: WAITING_FOR_BANK,
      subjectId: id,
      caseId: id,
      article: art(139, '(3)'),
      startedAt: work.context.at,
      dueAt: end.endsAt,
      term: end,
    });
  }

  @OnDeadline(WAITING_FOR_BANK)
  async notConfirmed({ subjectId }: Deadline, work: Work): Promise<void> {
    const waiting = await this.lines.waiting(work, subjectId);
    const report = await this.lines.find(work.manager, subjectId);
    if (waiting === 0 || !report) return;
    const payload = { reference: report.reference, waiting };
    work.record({
      stream: 'TreasuryReport',
      streamId: subjectId,
      caseId: subjectId,
      type: 'TreasuryLinesUnconfirmed',
      ground: art(138, 9),
      payload,
    });
    await this.workItems.open(work, {
      kind: TREASURY_REPORT,
      role: 'ACCOUNT_OFFICER',
      customsBody: BODY_OF_LAST_RESORT,
      subject: 'TreasuryReport',
      subjectId,
      caseId: subjectId,
      title: `Treasury report ${report.reference}: no bank confirms ${waiting} lines`,
      article: art(138, 9),
    });
  }
}

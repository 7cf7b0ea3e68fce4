/** When a securing measure outlives the working day in which it had to be lifted (D-PAY-28 to D-PAY-30). */
import { Inject, Injectable } from '@nestjs/common';
import { LegalCalendar } from '@shekara/calendar';
import { type Deadline, OnDeadline } from '@shekara/deadlines';
import type { Work } from '@shekara/persistence';
import { CollectionAnnouncements } from '../case/collection-announcements.service.js';
import { caseOf } from '../case/collection-case.entity.js';
import { CollectionCases } from '../case/collection-cases.repository.js';
import { CollectionTerms, LIFT_TERM } from '../acts/collection-terms.service.js';
import { overdueLifts } from './securing-measures.js';

@Injectable()
export class SecuringTerms {
  constructor(
    @Inject(LegalCalendar) private readonly calendar: LegalCalendar,
    @Inject(CollectionCases) private readonly cases: CollectionCases,
    @Inject(CollectionTerms) private readonly terms: CollectionTerms,
    @Inject(CollectionAnnouncements) private readonly announcements: CollectionAnnouncements,
  ) {}

  /** The working day passed and the restriction stands: an alert, and the head of the post has the item (R-PAY-161). */
  @OnDeadline(LIFT_TERM)
  async liftOverdue(deadline: Deadline, work: Work): Promise<void> {
    const row = await this.terms.caseOfDocument(work, deadline);
    const document = await this.cases.document(work, row.id, { id: deadline.subjectId });
    const today = this.calendar.civilDate(work.context.at);
    const one = caseOf(row);
    const overdue = overdueLifts(one, row.closedOn ?? today, today, this.calendar).find(
      (lift) => lift.document === document?.number,
    );
    const record = one.measures.find((measure) => measure.document === overdue?.document);
    if (overdue && record) this.announcements.measureOverdue(work, row, record, overdue.by.lastDay);
  }
}

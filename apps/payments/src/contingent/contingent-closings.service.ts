/** The closing of sums that slept: saved, told, and the term of the limits ended with the last of them. */
import { Inject, Injectable } from '@nestjs/common';
import { Deadlines } from '@shekara/deadlines';
import type { Work } from '@shekara/persistence';
import { ContingentAnnouncements } from './contingent-announcements.service.js';
import { ContingentLiabilities, type KeptContingent } from './contingent-liabilities.repository.js';
import { type ClosedSum, type ContingentSum, isOpen, withClosed } from './contingent-liability.js';

/** The limits of use of a relief: five years from release, or the period of its act (art. 315.2(2)). */
export const CONTINGENT_TERM = 'CONTINGENT_LIABILITY_TERM';

@Injectable()
export class ContingentClosings {
  constructor(
    @Inject(Deadlines) private readonly deadlines: Deadlines,
    @Inject(ContingentLiabilities) private readonly contingents: ContingentLiabilities,
    @Inject(ContingentAnnouncements) private readonly announcements: ContingentAnnouncements,
  ) {}

  /** Closes sums of a liability that is held; `words` are what the officer or the applicant says of it. */
  async close(
    work: Work,
    kept: KeptContingent,
    closing: readonly ContingentSum[],
    closed: ClosedSum,
    words?: string,
  ): Promise<KeptContingent> {
    const saved = await this.contingents.save(work, kept, withClosed(kept.state, closing, closed));
    this.announcements.closed(work, saved, closing, closed, words);
    if (!isOpen(saved.state)) await this.deadlines.cancel(work, CONTINGENT_TERM, kept.entity.id);
    return saved;
  }
}

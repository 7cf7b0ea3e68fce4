/** A declaration that leads to no release: what it made payable has been reversed and its liability ends (art. 129.2(8), 290). */
import { Inject, Injectable } from '@nestjs/common';
import type { Work } from '@shekara/persistence';
import { AssessmentQueue } from './assessment-queue.service.js';
import { Cover } from './cover.service.js';
import { Liabilities } from './liabilities.repository.js';
import { type DeclarationLiability, type LiabilityEnd, securedOf } from './liability.js';
import { LiabilityAnnouncements } from './liability-announcements.service.js';

const WHY = { RELEASE_REFUSED: 'release refused', DECLARATION_WITHDRAWN: 'declaration withdrawn' } as const;

@Injectable()
export class EndedLiabilities {
  constructor(
    @Inject(Liabilities) private readonly liabilities: Liabilities,
    @Inject(Cover) private readonly cover: Cover,
    @Inject(LiabilityAnnouncements) private readonly announcements: LiabilityAnnouncements,
    @Inject(AssessmentQueue) private readonly queue: AssessmentQueue,
  ) {}

  /**
   * Ends the liability whose entries were reversed: its security is given back, nobody assesses it any more, and the money that
   * is free again covers what waits for it. The payer's account is held.
   */
  async end(
    work: Work,
    liability: DeclarationLiability,
    endReason: LiabilityEnd & keyof typeof WHY,
  ): Promise<void> {
    const { security } = liability;
    const reserved = security.state === 'ASKED' || securedOf(liability).isPositive();
    if (reserved) this.announcements.giveBackReservation(work, liability, endReason);
    this.announcements.ended(work, liability, endReason);
    await this.liabilities.save(work, [
      {
        ...liability,
        status: 'ENDED',
        endReason,
        security: { ...security, state: reserved ? 'RETURNED' : security.state },
      },
    ]);
    if (liability.status === 'NOT_ASSESSED') await this.queue.leave(work, liability, WHY[endReason]);
    await this.cover.retryShort(work, liability.owner);
  }
}

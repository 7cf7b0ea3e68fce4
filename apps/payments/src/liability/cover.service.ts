/** Seeking cover: takes money, asks guarantees, or waits (art. 131.3, 138.7, 143; R-PAY-065, R-PAY-067). */
import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { art, type Money } from '@shekara/kernel';
import type { Work } from '@shekara/persistence';
import { WorkItemBatches, WorkItems } from '@shekara/work-items';
import { accountName, type PayerAtBody } from '../ledger/account.js';
import type { JournalEntry } from '../ledger/journal-entry.js';
import { Ledger, type Posting, postingsIn } from '../ledger/ledger.repository.js';
import { postingsOfCover } from '../release-cover/cover-postings.js';
import { withDeferral, withDeferredDutyPaid } from './deferred-duty.js';
import { Liabilities } from './liabilities.repository.js';
import {
  covered,
  type CoverStep,
  type DeclarationLiability,
  endAtRelease,
  type KindOfLiability,
  moneyAfter,
  moneyOfPayer,
  nextStep,
  type PayerMoney,
  tellsAnew,
} from './liability.js';
import { LiabilityAnnouncements } from './liability-announcements.service.js';
import { releasedPostings } from './liability-entries.js';
import { ReleasedLiabilities } from './released-liabilities.service.js';

/** Queue of goods that were released while payments are not covered (L1, art. 157). */
export const RELEASED_WITHOUT_COVER = 'RELEASED_WITHOUT_COVER';

/** A liability after a step, the entries to post and the money that is left. */
export interface SteppedLiability {
  readonly liability: DeclarationLiability;
  readonly entries: readonly JournalEntry[];
  readonly money: PayerMoney;
}

@Injectable()
export class Cover {
  constructor(
    @Inject(Ledger) private readonly ledger: Ledger,
    @Inject(Liabilities) private readonly liabilities: Liabilities,
    @Inject(LiabilityAnnouncements) private readonly announcements: LiabilityAnnouncements,
    @Inject(ReleasedLiabilities) private readonly released: ReleasedLiabilities,
    @Inject(WorkItems) private readonly workItems: WorkItems,
    @Inject(WorkItemBatches) private readonly workItemBatches: WorkItemBatches,
  ) {}

  /** Takes the next step of a liability and tells of it. The caller posts the entries and saves the liability. */
  async step(work: Work, liability: DeclarationLiability, money: PayerMoney): Promise<SteppedLiability> {
    return this.take(work, liability, money, nextStep(liability, money));
  }

  /** Carries a step out. A liability of goods that are released already ends as soon as it is covered. */
  async take(
    work: Work,
    liability: DeclarationLiability,
    money: PayerMoney,
    step: CoverStep,
  ): Promise<SteppedLiability> {
    const stepped = this.carryOut(work, liability, money, step);
    await this.endQueued(work, [stepped.liability]);
    return stepped;
  }

  private carryOut(
    work: Work,
    liability: DeclarationLiability,
    money: PayerMoney,
    step: CoverStep,
  ): SteppedLiability {
    switch (step.type) {
      case 'COVERED': {
        const now = covered(liability, step.cover);
        this.announcements.covered(work, now);
        const entries = postingsOfCover(step.cover, {
          owner: now.owner,
          document: now.declarationNumber,
          valueDate: now.registeredOn,
        });
        const left = moneyAfter(money, step.cover.fromMoney);
        if (!now.released) return { liability: now, entries, money: left };
        return {
          liability: this.end(work, now),
          entries: [...entries, ...releasedPostings(now)],
          money: left,
        };
      }
      case 'RESERVE': {
        const asked: DeclarationLiability = {
          ...liability,
          status: 'ASSESSED',
          reasons: [],
          security: {
            ...liability.security,
            state: 'ASKED',
            reservationId: uuidv7(),
            toReserve: step.toReserve,
          },
        };
        this.announcements.reserve(work, asked);
        return { liability: asked, entries: [], money };
      }
      case 'SHORT':
        return { liability: this.wait(work, liability, step.reasons, step.short), entries: [], money };
    }
  }

  /** Waits with these reasons; told only when they differ from those told before. */
  wait(
    work: Work,
    liability: DeclarationLiability,
    reasons: DeclarationLiability['reasons'],
    short: Money,
  ): DeclarationLiability {
    const waiting: DeclarationLiability = { ...liability, status: 'SHORT', reasons };
    if (liability.status !== 'SHORT' || tellsAnew(liability.reasons, reasons)) {
      this.announcements.short(work, waiting, short);
    }
    return waiting;
  }

  /** Ends a covered liability because its goods are released. */
  end(work: Work, liability: DeclarationLiability): DeclarationLiability {
    const endReason = endAtRelease(liability);
    this.announcements.ended(work, liability, endReason);
    return { ...liability, status: 'ENDED', released: true, endReason };
  }

  /**
   * A deferral of the declaration's import duty was granted: it covers that duty, now or once the rest is covered, and goods
   * that wait for nothing else may go (art. 131.3; R-PAY-065). The payer's account is held.
   */
  async defer(work: Work, declarationNumber: string, duty: Money): Promise<void> {
    const liability = await this.liabilities.ofNumber(work, declarationNumber);
    if (!liability || liability.status === 'ENDED' || liability.status === 'COVERED') return;
    await this.liabilities.save(work, [withDeferral(liability, duty)]);
    await this.retryShort(work, liability.owner);
  }

  /** A part of deferred duty was paid from the payer's money and posted. The payer's account is held. */
  async deferredDutyPaid(
    work: Work,
    declarationNumber: string,
    paid: KindOfLiability['money'][number],
  ): Promise<void> {
    const liability = await this.liabilities.ofNumber(work, declarationNumber);
    if (!liability || (liability.status === 'ENDED' && !liability.released)) return;
    await this.liabilities.save(work, [withDeferredDutyPaid(liability, paid)]);
  }

  /** Money came or was given back: retries what waits for it, the oldest first. The payer's account is held. */
  retryShort(work: Work, owner: PayerAtBody): Promise<void> {
    return this.retryAllShort(work, [{ owner, work }]);
  }

  /**
   * As `retryShort`, for payers whose accounts are held: as many statements for one as for thousands. What is told names the
   * work that brought the payer's money.
   */
  async retryAllShort(
    work: Work,
    payers: readonly { readonly owner: PayerAtBody; readonly work: Work }[],
  ): Promise<void> {
    const owners = payers.map(({ owner }) => owner);
    const short = Map.groupBy(await this.liabilities.shortOf(work, owners), ({ owner }) =>
      accountName(owner),
    );
    const byName = new Map(payers.map((payer) => [accountName(payer.owner), payer]));
    const waiting = [...byName.values()].filter(({ owner }) => short.has(accountName(owner)));
    if (waiting.length === 0) return;
    const balances = await this.ledger.balancesOfAll(
      work,
      waiting.map(({ owner }) => owner),
    );
    const postings: Posting[] = [];
    const changed: DeclarationLiability[] = [];
    for (const { owner, work: cause } of waiting) {
      let money = moneyOfPayer(balances, owner);
      for (const liability of short.get(accountName(owner)) ?? []) {
        const stepped = this.carryOut(cause, liability, money, nextStep(liability, money));
        money = stepped.money;
        postings.push(...postingsIn(liability.caseId, stepped.entries));
        if (stepped.liability.status !== 'SHORT' || tellsAnew(liability.reasons, stepped.liability.reasons)) {
          changed.push(stepped.liability);
        }
      }
    }
    await this.ledger.post(work, postings);
    await this.liabilities.save(work, changed);
    await this.endQueued(work, changed);
    for (const late of changed.filter(({ released, status }) => released && status === 'ENDED'))
      await this.released.debtsMoved(work, late);
  }

  /** Goods that were released uncovered and are covered now: nobody needs to look at them. */
  private async endQueued(work: Work, liabilities: readonly DeclarationLiability[]): Promise<void> {
    const ended = liabilities.filter(({ released, status }) => released && status === 'ENDED');
    const ids = ended.map(({ declarationId }) => declarationId);
    await this.workItemBatches.cancelAll(work, RELEASED_WITHOUT_COVER, ids, 'covered');
  }

  /** Goods were released although nothing covers their payments: an officer looks at the debt. */
  async queueUncovered(work: Work, liability: DeclarationLiability): Promise<void> {
    this.announcements.releasedUncovered(work, liability);
    await this.workItems.open(work, {
      kind: RELEASED_WITHOUT_COVER,
      role: 'ACCOUNT_OFFICER',
      customsBody: liability.owner.customsBody,
      subject: 'Liability',
      subjectId: liability.declarationId,
      caseId: liability.caseId,
      title: `Goods of ${liability.declarationNumber} are released and their payments are not covered`,
      article: art(296, '1(3)'),
    });
  }
}

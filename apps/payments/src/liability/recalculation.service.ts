/** Payments assessed again before release: the difference is posted and the cover follows (art. 141.4, 289.1; R-DEC-112). */
import { Inject, Injectable } from '@nestjs/common';
import { Money } from '@shekara/kernel';
import type { Work } from '@shekara/persistence';
import type { PaymentLineView } from '../calculation/line-view.js';
import { Ledger, postingsIn } from '../ledger/ledger.repository.js';
import { Cover } from './cover.service.js';
import { Liabilities } from './liabilities.repository.js';
import {
  type CoverStep,
  type DeclarationLiability,
  moneyAfter,
  moneyOfPayer,
  nextStep,
  type OfferedSecurity,
  type PayerMoney,
  stepWhenReserved,
} from './liability.js';
import { LiabilityAnnouncements } from './liability-announcements.service.js';
import { releasedPostings } from './liability-entries.js';
import { differencePostings, moneyBack, type NewSums, recalculated, sumsDiffer } from './recalculation.js';

/** An assessment of a declaration that has one already, or had none. */
export interface Reassessment extends NewSums {
  readonly lines: readonly PaymentLineView[];
  /** As the declaration names it now. */
  readonly securityNumber?: string | undefined;
}

@Injectable()
export class Recalculation {
  constructor(
    @Inject(Ledger) private readonly ledger: Ledger,
    @Inject(Liabilities) private readonly liabilities: Liabilities,
    @Inject(Cover) private readonly cover: Cover,
    @Inject(LiabilityAnnouncements) private readonly announcements: LiabilityAnnouncements,
  ) {}

  /**
   * Brings ledger, money and security from what `before` has to the new sums, and tells how the declaration stands. `now` is
   * `before` with the status, the version of the declaration, the row of the matrix and the days that hold from here on. The
   * payer's account is held. What is free again and not needed is for the payer's other declarations: the caller retries them.
   */
  async renew(
    work: Work,
    before: DeclarationLiability,
    now: DeclarationLiability,
    reassessment: Reassessment,
  ): Promise<DeclarationLiability> {
    const { lines, securityNumber } = reassessment;
    const sameSecurity = before.security.number === securityNumber;
    const changes = before.kinds.length === 0 || !sameSecurity || sumsDiffer(before, reassessment.payable);
    const sought: DeclarationLiability = changes
      ? { ...recalculated(now, reassessment), security: offered(before.security, securityNumber) }
      : { ...now, smallRemainderLimit: reassessment.smallRemainderLimit };
    this.announcements.assessed(work, sought, lines);
    const { owner, caseId } = before;
    const free = moneyOfPayer(await this.ledger.balancesOf(work, owner), owner);
    const back = moneyBack(before, sought).map((part) => ({ ...part, amount: part.amount.negated() }));
    const money = moneyAfter(free, back);
    const renewed = changes
      ? await this.seekAnew(work, before, sought, money)
      : await this.tellAgain(work, sought, money);
    const finalised = renewed.status === 'ENDED' ? releasedPostings(renewed) : [];
    await this.ledger.post(work, postingsIn(caseId, [...differencePostings(before, renewed), ...finalised]));
    await this.liabilities.save(work, [renewed]);
    await this.liabilities.saveLines(work, renewed, lines);
    return renewed;
  }

  /** The security goes on where the sum asked of it is the same; otherwise it is given back and asked anew. */
  private async seekAnew(
    work: Work,
    before: DeclarationLiability,
    sought: DeclarationLiability,
    money: PayerMoney,
  ): Promise<DeclarationLiability> {
    const step = nextStep(sought, money);
    const { security } = before;
    if (keepsReservation(security, sought.security, step)) {
      const goesOn = { ...sought, security: { ...security, toReserve: step.toReserve } };
      if (security.state === 'ASKED') return goesOn;
      const reserved = stepWhenReserved(goesOn, money);
      return (await this.cover.take(work, goesOn, money, reserved)).liability;
    }
    if (holdsReservation(security)) this.announcements.giveBackReservation(work, before, 'RECALCULATED');
    return (await this.cover.take(work, sought, money, step)).liability;
  }

  /** Nothing of the sums changed: others are told that what they know holds for this version too. */
  private async tellAgain(
    work: Work,
    liability: DeclarationLiability,
    money: PayerMoney,
  ): Promise<DeclarationLiability> {
    if (liability.status === 'COVERED') {
      this.announcements.covered(work, liability);
      return liability;
    }
    if (liability.security.state === 'ASKED') return liability;
    const step = nextStep(liability, money);
    if (step.type !== 'SHORT' || liability.status !== 'SHORT') {
      return (await this.cover.take(work, liability, money, step)).liability;
    }
    this.announcements.short(work, liability, step.short);
    return liability;
  }
}

type Reserve = Extract<CoverStep, { type: 'RESERVE' }>;

function holdsReservation({ state }: OfferedSecurity): boolean {
  return state === 'ASKED' || state === 'RESERVED';
}

function keepsReservation(before: OfferedSecurity, now: OfferedSecurity, step: CoverStep): step is Reserve {
  if (step.type !== 'RESERVE' || !holdsReservation(before) || before.number !== now.number) return false;
  return sumOf(step.toReserve).compare(sumOf(before.toReserve)) === 0;
}

function sumOf(parts: readonly { readonly amount: Money }[]): Money {
  return Money.sum(parts.map(({ amount }) => amount));
}

/** A security may be asked again for other sums, even one that was refused for those before. */
function offered(before: OfferedSecurity, number: string | undefined): OfferedSecurity {
  if (number === undefined) return { state: 'NONE', toReserve: [] };
  return { number, state: 'OFFERED', reservationId: before.reservationId, toReserve: [] };
}

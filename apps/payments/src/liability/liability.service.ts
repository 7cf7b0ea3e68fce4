/** A declaration's liability from registration to its end: load, decide, post, publish, in one transaction. */
import { Inject, Injectable } from '@nestjs/common';
import type { CivilDate } from '@shekara/calendar';
import { Money } from '@shekara/kernel';
import type { Work } from '@shekara/persistence';
import { lineView, type PaymentLineView } from '../calculation/line-view.js';
import { Ledger, postingsIn } from '../ledger/ledger.repository.js';
import { PayerAccounts } from '../payer-account/payer-accounts.repository.js';
import { AssessmentQueue } from './assessment-queue.service.js';
import { Cover } from './cover.service.js';
import type { DeclaredGoods } from './declared-goods.js';
import { KeptGoods } from './kept-goods.repository.js';
import { EndedLiabilities } from './ended-liabilities.service.js';
import { Liabilities } from './liabilities.repository.js';
import {
  type DeclarationLiability,
  kindsOf,
  moneyOfPayer,
  nextStep,
  type SaidReason,
  stepWhenReserved,
} from './liability.js';
import { LiabilityAnnouncements } from './liability-announcements.service.js';
import { assessedPostings, releasedPostings, reversedPostings } from './liability-entries.js';
import { MachineAssessment } from './machine-assessment.service.js';
import { ReleasedLiabilities } from './released-liabilities.service.js';

@Injectable()
export class LiabilityService {
  constructor(
    @Inject(PayerAccounts) private readonly payers: PayerAccounts,
    @Inject(Ledger) private readonly ledger: Ledger,
    @Inject(Liabilities) private readonly liabilities: Liabilities,
    @Inject(MachineAssessment) private readonly machine: MachineAssessment,
    @Inject(KeptGoods) private readonly goods: KeptGoods,
    @Inject(Cover) private readonly cover: Cover,
    @Inject(ReleasedLiabilities) private readonly released: ReleasedLiabilities,
    @Inject(EndedLiabilities) private readonly endings: EndedLiabilities,
    @Inject(LiabilityAnnouncements) private readonly announcements: LiabilityAnnouncements,
    @Inject(AssessmentQueue) private readonly queue: AssessmentQueue,
  ) {}

  /**
   * A declaration is registered: its payments are calculated at the rates of the registration day, posted, and cover is
   * sought, all at once (art. 126.1, 129.1; R-PAY-068). The declarant becomes a known payer. What a machine cannot
   * calculate goes to an officer.
   */
  async declarationRegistered(work: Work, declared: DeclaredGoods): Promise<void> {
    await this.payers.hold(work, declared.owner, declared.payerName);
    if (await this.liabilities.exists(work, declared.declarationId)) return;
    const assessment = await this.machine.of(work, declared);
    if (!assessment.accepted) return this.leaveToOfficer(work, declared, assessment.reasons);
    const liability: DeclarationLiability = {
      ...registered(declared),
      status: 'ASSESSED',
      trigger: assessment.trigger,
      kinds: kindsOf(assessment.payable),
      smallRemainderLimit: assessment.smallRemainderLimit,
    };
    const lines = assessment.lines.map(lineView);
    this.announcements.assessed(work, liability, lines);
    const money = moneyOfPayer(await this.ledger.balancesOf(work, declared.owner), declared.owner);
    const stepped = await this.cover.step(work, liability, money);
    await this.ledger.post(
      work,
      postingsIn(liability.caseId, [...assessedPostings(liability), ...stepped.entries]),
    );
    await this.liabilities.add(work, stepped.liability, { lines, representative: declared.representative });
  }

  private async leaveToOfficer(
    work: Work,
    declared: DeclaredGoods,
    reasons: readonly SaidReason[],
  ): Promise<void> {
    const lines: PaymentLineView[] = [];
    const liability = { ...registered(declared), status: 'NOT_ASSESSED' as const, reasons };
    await this.liabilities.add(work, liability, { lines, representative: declared.representative });
    await this.goods.keep(work, declared, liability.declarationVersion);
    this.announcements.notAssessed(work, liability);
    await this.queue.ask(work, liability);
  }

  /** Guarantees reserved the sum: the declaration is covered, unless the money beside it has gone. */
  async securityReserved(
    work: Work,
    declarationId: string,
    reservationId: string,
    reserved: Money,
  ): Promise<void> {
    const liability = await this.held(work, declarationId);
    if (liability?.security.state !== 'ASKED' || liability.security.reservationId !== reservationId) return;
    const asked = Money.sum(liability.security.toReserve.map(({ amount }) => amount));
    if (reserved.compare(asked) !== 0) {
      throw new Error(`reservation ${reservationId}: ${reserved.toString()} instead of ${asked.toString()}`);
    }
    const money = moneyOfPayer(await this.ledger.balancesOf(work, liability.owner), liability.owner);
    const step = stepWhenReserved(liability, money);
    const stepped = await this.cover.take(
      work,
      {
        ...liability,
        security: { ...liability.security, state: step.type === 'COVERED' ? 'RESERVED' : 'OFFERED' },
      },
      money,
      step,
    );
    if (step.type === 'SHORT') this.announcements.giveBackReservation(work, liability, 'MONEY_SHORT');
    await this.ledger.post(work, postingsIn(liability.caseId, stepped.entries));
    await this.liabilities.save(work, [stepped.liability]);
    await this.released.debtsMoved(work, stepped.liability);
  }

  /**
   * Guarantees refused: the declaration waits with their reasons, unless the money that came meanwhile covers it. The
   * security is not asked again.
   */
  async reservationRefused(
    work: Work,
    declarationId: string,
    reservationId: string,
    reasons: readonly SaidReason[],
  ): Promise<void> {
    const liability = await this.held(work, declarationId);
    if (liability?.security.state !== 'ASKED' || liability.security.reservationId !== reservationId) return;
    const refused: DeclarationLiability = {
      ...liability,
      security: { ...liability.security, state: 'REFUSED' },
    };
    const money = moneyOfPayer(await this.ledger.balancesOf(work, liability.owner), liability.owner);
    const step = nextStep(refused, money);
    const told = step.type === 'SHORT' ? { ...step, reasons: [...reasons, ...step.reasons] } : step;
    const stepped = await this.cover.take(work, refused, money, told);
    await this.ledger.post(work, postingsIn(liability.caseId, stepped.entries));
    await this.liabilities.save(work, [stepped.liability]);
    await this.released.debtsMoved(work, stepped.liability);
  }

  /** Release makes the income final and ends the liability (art. 131.3); uncovered, the debt stays and is looked at. */
  async goodsReleased(work: Work, declarationId: string, on: CivilDate): Promise<void> {
    const found = await this.open(work, declarationId);
    if (!found) return;
    const liability = this.released.releasedOn(found, on);
    if (liability.status !== 'COVERED') {
      await this.liabilities.save(work, [liability]);
      await this.released.fellDue(work, liability);
      await this.cover.queueUncovered(work, liability);
      return;
    }
    await this.ledger.post(work, postingsIn(liability.caseId, releasedPostings(liability)));
    await this.liabilities.save(work, [this.cover.end(work, liability)]);
  }

  /** Release is refused: the liability ends, its money is the payer's again, its security free (art. 129.2(8)). */
  async releaseRefused(work: Work, declarationId: string): Promise<void> {
    const liability = await this.open(work, declarationId);
    if (!liability) return;
    await this.ledger.post(work, postingsIn(liability.caseId, reversedPostings(liability)));
    await this.endings.end(work, liability, 'RELEASE_REFUSED');
  }

  /** The liability with its payer's account held; undefined when it has ended. @throws Error for an unknown one. */
  private async open(work: Work, declarationId: string): Promise<DeclarationLiability | undefined> {
    const liability = await this.held(work, declarationId);
    if (!liability) throw new Error(`no liability of declaration ${declarationId}`);
    return liability.status === 'ENDED' ? undefined : liability;
  }

  private async held(work: Work, declarationId: string): Promise<DeclarationLiability | undefined> {
    const known = await this.payers.holdOfDeclaration(work, declarationId);
    return known ? this.liabilities.find(work, declarationId) : undefined;
  }
}

function registered(declared: DeclaredGoods): Omit<DeclarationLiability, 'status'> {
  const { declarationId, declarationNumber, caseId, owner, registeredOn, securityNumber } = declared;
  return {
    declarationId,
    declarationNumber,
    caseId,
    owner,
    registeredOn,
    kinds: [],
    smallRemainderLimit: Money.ZERO.toExact(),
    security: { number: securityNumber, state: securityNumber ? 'OFFERED' : 'NONE', toReserve: [] },
    reasons: [],
    released: false,
    declarationVersion: 1,
    version: 1,
  };
}

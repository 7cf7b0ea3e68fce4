/** What officers and payers do with a liability that the machine leaves open: assess it, pay it, or leave it as a debt. */
import { Inject, Injectable } from '@nestjs/common';
import type { Principal } from '@shekara/auth';
import { Money, type Reason, reason, refuse, type Refused, when } from '@shekara/kernel';
import type { Work } from '@shekara/persistence';
import type { ReferenceData } from '@shekara/reference-data';
import { REFERENCE_DATA } from '@shekara/service-kit';
import { WorkItems } from '@shekara/work-items';
import { calculationReasons } from '../calculation/calculation-reasons.js';
import { smallRemainderLimit } from '../calculation/small-amounts.js';
import { lineView } from '../calculation/line-view.js';
import { Ledger, postingsIn } from '../ledger/ledger.repository.js';
import { securedDebtPaid } from '../ledger/liability-postings.js';
import { rowOf, type Trigger } from '../obligation/trigger-matrix.js';
import { PayerAccounts } from '../payer-account/payer-accounts.repository.js';
import { LateSums } from '../penalty-interest/late-sums.repository.js';
import type { MoneyCover } from '../release-cover/release-cover.js';
import { ASSESSMENT } from './assessment-queue.service.js';
import { Cover, RELEASED_WITHOUT_COVER } from './cover.service.js';
import { type FactsOfGoods, withFacts } from './declared-goods.js';
import { KeptGoods } from './kept-goods.repository.js';
import { Liabilities } from './liabilities.repository.js';
import { type DeclarationLiability, securedOf, securedPaid, uncoveredOf } from './liability.js';
import { LiabilityAnnouncements } from './liability-announcements.service.js';
import { releasedPostings } from './liability-entries.js';
import { MachineAssessment } from './machine-assessment.service.js';
import { assessByOfficer, type StatedLine } from './officer-assessment.js';
import { officerAssessmentReasons as reasons } from './officer-assessment-reasons.js';
import { type Reassessment, Recalculation } from './recalculation.service.js';
import { ReleasedLiabilities } from './released-liabilities.service.js';

export type HandledLiability =
  { readonly accepted: true; readonly liability: DeclarationLiability } | Refused;

export interface OfficerAssessment {
  readonly trigger: Trigger;
  readonly lines: readonly StatedLine[];
}

interface AssessedSums extends Pick<Reassessment, 'payable' | 'lines' | 'smallRemainderLimit'> {
  readonly trigger?: Trigger;
}

@Injectable()
export class OfficerLiabilities {
  constructor(
    @Inject(REFERENCE_DATA) private readonly reference: ReferenceData,
    @Inject(PayerAccounts) private readonly payers: PayerAccounts,
    @Inject(Ledger) private readonly ledger: Ledger,
    @Inject(LateSums) private readonly lateSums: LateSums,
    @Inject(Liabilities) private readonly liabilities: Liabilities,
    @Inject(KeptGoods) private readonly goods: KeptGoods,
    @Inject(MachineAssessment) private readonly machine: MachineAssessment,
    @Inject(Cover) private readonly cover: Cover,
    @Inject(Recalculation) private readonly recalculation: Recalculation,
    @Inject(ReleasedLiabilities) private readonly released: ReleasedLiabilities,
    @Inject(LiabilityAnnouncements) private readonly announcements: LiabilityAnnouncements,
    @Inject(WorkItems) private readonly workItems: WorkItems,
  ) {}

  /** The liability by the number of its declaration, its payer's account held. */
  async hold(work: Work, declarationNumber: string): Promise<DeclarationLiability | undefined> {
    const found = await this.liabilities.ofNumber(work, declarationNumber);
    if (!found || !(await this.payers.lock(work, found.owner))) return undefined;
    return this.liabilities.find(work, found.declarationId);
  }

  /**
   * The officer who claimed the item of queue Q-PAY-02 assesses; from there on all goes as after the machine: posted,
   * published, cover sought. Refuses as `assessByOfficer`, and EXCHANGE_RATE_MISSING.
   */
  async assess(
    work: Work,
    liability: DeclarationLiability,
    { trigger, lines: stated }: OfficerAssessment,
    officer: Principal,
  ): Promise<HandledLiability> {
    const { registeredOn } = liability;
    const limit = smallRemainderLimit(this.reference, registeredOn);
    if (!limit) {
      const parameters = { currency: 'EUR', date: registeredOn };
      return refuse(reason(calculationReasons.EXCHANGE_RATE_MISSING, { parameters }));
    }
    const decision = assessByOfficer(liability.status, rowOf(trigger), stated, registeredOn);
    if (!decision.accepted) return decision;
    const [found] = decision.events;
    if (!found) throw new Error('an assessment without lines');
    const { lines, payable } = found;
    return this.take(work, liability, { trigger, lines, payable, smallRemainderLimit: limit }, officer);
  }

  /**
   * The officer who claimed the item states the facts that the declaration lacks, and the machine calculates with them (art. 125.2,
   * 386.4). Refuses LIABILITY_ASSESSED_ALREADY, DECLARED_GOODS_UNKNOWN, and what the calculation refuses.
   */
  async calculate(
    work: Work,
    liability: DeclarationLiability,
    facts: FactsOfGoods,
    officer: Principal,
  ): Promise<HandledLiability> {
    if (liability.status !== 'NOT_ASSESSED') return refuse(reason(reasons.LIABILITY_ASSESSED_ALREADY));
    const declared = await this.goods.find(work, liability);
    if (!declared) return refuse(reason(reasons.DECLARED_GOODS_UNKNOWN));
    const assessment = await this.machine.of(work, withFacts(declared, facts));
    if (!assessment.accepted) return assessment;
    return this.take(work, liability, { ...assessment, lines: assessment.lines.map(lineView) }, officer);
  }

  /** What was assessed goes on as after the machine: posted, published, cover sought. */
  private async take(
    work: Work,
    liability: DeclarationLiability,
    { trigger, payable, lines, smallRemainderLimit }: AssessedSums,
    officer: Principal,
  ): Promise<HandledLiability> {
    const { declarationId, releasedOn, security, owner } = liability;
    const plain: DeclarationLiability = { ...liability, status: 'ASSESSED', trigger, reasons: [] };
    const now = releasedOn === undefined ? plain : this.released.releasedOn(plain, releasedOn);
    await this.workItems.complete(work, ASSESSMENT, declarationId, officer, 'ASSESSED');
    await this.goods.drop(work, declarationId);
    const assessed = await this.recalculation.renew(work, liability, now, {
      payable,
      lines,
      smallRemainderLimit,
      securityNumber: security.number,
    });
    if (assessed.status !== 'ENDED') await this.released.fellDue(work, assessed);
    await this.cover.retryShort(work, owner);
    return { accepted: true, liability: assessed };
  }

  /**
   * The payer, or an officer for it, pays what a security covers (art. 129.2(1)). When nothing is left secured, the
   * reservation is given back. Refuses SECURED_DEBT_PAID_ABOVE and SECURED_DEBT_MONEY_SHORT.
   */
  async paySecured(
    work: Work,
    liability: DeclarationLiability,
    payment: MoneyCover,
  ): Promise<HandledLiability> {
    const { owner, declarationNumber, registeredOn, caseId } = liability;
    const { kind, purpose, amount } = payment;
    const secured = liability.kinds.find((one) => one.kind === kind)?.guarantee ?? Money.ZERO;
    const balances = await this.ledger.balancesOf(work, owner);
    const money = balances.of({ type: 'ADVANCE_MONEY', ...owner, purpose });
    const [first, ...more] = paymentRefusals(amount, secured, money);
    if (first) return refuse(first, ...more);
    const paid = securedPaid(liability, payment);
    const debt = { owner, kind, amount, document: declarationNumber, valueDate: registeredOn };
    await this.ledger.post(work, postingsIn(caseId, [securedDebtPaid(debt, purpose)]));
    this.announcements.securedPaid(work, liability, payment);
    const free = !securedOf(paid).isPositive() && paid.security.state === 'RESERVED';
    if (free) this.announcements.giveBackReservation(work, paid, 'PAID');
    const now = free ? { ...paid, security: { ...paid.security, state: 'RETURNED' as const } } : paid;
    await this.liabilities.save(work, [now]);
    return { accepted: true, liability: now };
  }

  /**
   * Goods went although nothing covers their payments: the officer who claimed the item leaves them as a debt of the account
   * (L1, art. 157.1). The declaration waits for money no longer; its income is final, interest runs on, a notice may follow.
   * Refuses DEBT_NOT_LEFT_BY_RELEASE.
   */
  async leaveAsDebt(
    work: Work,
    liability: DeclarationLiability,
    officer: Principal,
  ): Promise<HandledLiability> {
    const waits = liability.status === 'SHORT' || liability.status === 'ASSESSED';
    if (!waits || !liability.released || uncoveredOf(liability).length === 0) {
      return refuse(reason(reasons.DEBT_NOT_LEFT_BY_RELEASE));
    }
    const { declarationId, declarationNumber, caseId, security } = liability;
    await this.workItems.complete(work, RELEASED_WITHOUT_COVER, declarationId, officer, 'LEFT_AS_DEBT');
    if (security.state === 'ASKED') this.announcements.giveBackReservation(work, liability, 'LEFT_AS_DEBT');
    await this.ledger.post(work, postingsIn(caseId, releasedPostings(liability)));
    await this.lateSums.leaveAsDebt(work, declarationNumber);
    this.announcements.ended(work, liability, 'LEFT_AS_DEBT');
    const ended: DeclarationLiability = {
      ...liability,
      status: 'ENDED',
      endReason: 'LEFT_AS_DEBT',
      security: { ...security, state: security.state === 'ASKED' ? 'RETURNED' : security.state },
    };
    await this.liabilities.save(work, [ended]);
    await this.released.debtsMoved(work, ended);
    return { accepted: true, liability: ended };
  }
}

function paymentRefusals(amount: Money, secured: Money, money: Money): readonly Reason[] {
  return [
    when(amount.compare(secured) > 0, reasons.SECURED_DEBT_PAID_ABOVE, {
      pointer: '/amount',
      parameters: { secured: secured.toString() },
    }),
    when(amount.compare(money) > 0, reasons.SECURED_DEBT_MONEY_SHORT, { pointer: '/from' }),
  ].filter((refusal) => refusal !== undefined);
}

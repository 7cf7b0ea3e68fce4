/** A withdrawn declaration: duties and taxes are reversed, the charge stays (art. 117, 141.4, 155(1), 290; R-DEC-120). */
import { Inject, Injectable } from '@nestjs/common';
import { Money } from '@shekara/kernel';
import type { Work } from '@shekara/persistence';
import { WorkItems } from '@shekara/work-items';
import { Ledger, postingsIn } from '../ledger/ledger.repository.js';
import { AssessmentQueue } from '../liability/assessment-queue.service.js';
import { RELEASED_WITHOUT_COVER } from '../liability/cover.service.js';
import { EndedLiabilities } from '../liability/ended-liabilities.service.js';
import { Liabilities } from '../liability/liabilities.repository.js';
import {
  covered,
  type DeclarationLiability,
  moneyOfPayer,
  nextStep,
  uncoveredOf,
} from '../liability/liability.js';
import { ofDeclaration, releasedPostings } from '../liability/liability-entries.js';
import { PayerAccounts } from '../payer-account/payer-accounts.repository.js';
import { isCharge, type PaymentKind } from '../payment-kind.js';
import { InterestAccrual } from '../penalty-interest/interest-accrual.service.js';
import { LateSums } from '../penalty-interest/late-sums.repository.js';
import { postingsOfCover } from '../release-cover/cover-postings.js';
import { AdjustmentRows } from './adjustments.repository.js';
import { LoweredPayments } from './lowered-payments.service.js';

@Injectable()
export class Withdrawals {
  constructor(
    @Inject(PayerAccounts) private readonly payers: PayerAccounts,
    @Inject(Ledger) private readonly ledger: Ledger,
    @Inject(Liabilities) private readonly liabilities: Liabilities,
    @Inject(LoweredPayments) private readonly payments: LoweredPayments,
    @Inject(EndedLiabilities) private readonly endings: EndedLiabilities,
    @Inject(InterestAccrual) private readonly accrual: InterestAccrual,
    @Inject(LateSums) private readonly lateSums: LateSums,
    @Inject(AdjustmentRows) private readonly adjustments: AdjustmentRows,
    @Inject(AssessmentQueue) private readonly queue: AssessmentQueue,
    @Inject(WorkItems) private readonly workItems: WorkItems,
  ) {}

  /**
   * Ends the liability of the declaration, also of Union goods whose release the withdrawal cancels (R-DEC-248). Duties and taxes
   * are owed no longer, what was paid of them is the payer's money, the security is free. The charge is taken from that money,
   * or stays a debt, if nobody paid it yet. Twice changes nothing. @throws Error for an unknown declaration.
   */
  async withdrawn(work: Work, declarationId: string): Promise<void> {
    const liability = (await this.payers.holdOfDeclaration(work, declarationId))
      ? await this.liabilities.find(work, declarationId)
      : undefined;
    if (!liability) throw new Error(`no liability of declaration ${declarationId}`);
    if (liability.endReason === 'DECLARATION_WITHDRAWN' || liability.endReason === 'RELEASE_REFUSED') return;
    const dutiesAndTaxes = liability.kinds.filter(({ kind }) => !isCharge(kind));
    await this.payments.lower(work, liability, {
      to: new Map<PaymentKind, Money>(dutiesAndTaxes.map(({ kind }) => [kind, Money.ZERO])),
      ground: 'WITHDRAWAL',
      decision: liability.declarationNumber,
    });
    const charges =
      liability.status === 'ENDED' ? chargesOf(liability) : await this.payCharges(work, liability);
    if (await this.adjustments.dropped(work, declarationId)) {
      await this.queue.leave(work, liability, 'the declaration is withdrawn');
    }
    const waited = liability.released && liability.status !== 'ENDED';
    if (waited) {
      await this.workItems.cancel(
        work,
        RELEASED_WITHOUT_COVER,
        declarationId,
        'the declaration is withdrawn',
      );
    }
    const { releasedOn: _, dueOn: __, ...unreleased } = liability;
    await this.endings.end(
      work,
      { ...unreleased, released: false, kinds: [...dutiesAndTaxes, ...charges.kinds] },
      'DECLARATION_WITHDRAWN',
    );
  }

  /** The charge is due since registration, whatever becomes of the declaration (art. 117, 120.2): paid now, or a debt. */
  private async payCharges(
    work: Work,
    liability: DeclarationLiability,
  ): Promise<Pick<DeclarationLiability, 'kinds'>> {
    const charges = chargesOf(liability);
    const { owner, caseId, registeredOn, declarationNumber, trigger } = liability;
    const money = moneyOfPayer(await this.ledger.balancesOf(work, owner), owner);
    const step = nextStep(charges, money);
    const paid = step.type === 'COVERED' ? covered(charges, step.cover) : charges;
    const taken = step.type === 'COVERED' ? postingsOfCover(step.cover, ofDeclaration(liability)) : [];
    await this.ledger.post(work, postingsIn(caseId, [...taken, ...releasedPostings(paid)]));
    if (liability.released) {
      await this.lateSums.leaveAsDebt(work, declarationNumber);
      await this.accrual.settled(work, owner);
    } else {
      const debts = uncoveredOf(paid).map((sum) => ({
        ...sum,
        ...{
          trigger: trigger ?? null,
          caseId,
          dueOn: registeredOn,
          arisenOn: registeredOn,
          document: declarationNumber,
        },
        origin: 'CUSTOMS' as const,
      }));
      await this.accrual.fellDue(work, owner, debts);
    }
    return paid;
  }
}

/** The declaration as far as its charges go: nothing but money covers them. */
function chargesOf(liability: DeclarationLiability): DeclarationLiability {
  return {
    ...liability,
    kinds: liability.kinds.filter(({ kind }) => isCharge(kind)),
    security: { state: 'NONE', toReserve: [] },
  };
}

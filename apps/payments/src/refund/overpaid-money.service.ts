/** What the ledger and the declaration show for an application: the sum that may be confirmed, and where it stands. */
import { Inject, Injectable } from '@nestjs/common';
import { LegalCalendar } from '@shekara/calendar';
import { type Decision, Money, reason, refuse } from '@shekara/kernel';
import type { Work } from '@shekara/persistence';
import { requestReasons } from '@shekara/service-kit';
import type { PayerAtBody } from '../ledger/account.js';
import { Ledger } from '../ledger/ledger.repository.js';
import { Liabilities } from '../liability/liabilities.repository.js';
import type { DeclarationLiability } from '../liability/liability.js';
import type { MoneyPurpose } from '../payment-kind.js';
import { moneyTakenBack } from './money-taken-back.repository.js';
import { OverpaymentApplications } from './overpayment-applications.repository.js';
import { claimOf, type ClaimedGround } from './refund-claim.js';
import { type PaidKind, type RefundableSum, refundableSum } from './refundable-sum.js';

export interface OverpaidMoney {
  readonly owner: PayerAtBody;
  readonly purpose: MoneyPurpose;
  /** Absent for an unused advance. */
  readonly ground?: ClaimedGround;
  readonly staysPayable?: Money;
  readonly declaration?: DeclarationLiability;
}

/** Money of a purpose at a customs body. */
export interface FreeMoney {
  /** Confirmed as overpaid before, and held by no application. */
  readonly overpaid: Money;
  /** Sent for the purpose and not used. */
  readonly advance: Money;
}

@Injectable()
export class OverpaidMoneyOfPayer {
  constructor(
    @Inject(LegalCalendar) private readonly calendar: LegalCalendar,
    @Inject(Ledger) private readonly ledger: Ledger,
    @Inject(Liabilities) private readonly liabilities: Liabilities,
    @Inject(OverpaymentApplications) private readonly applications: OverpaymentApplications,
  ) {}

  /** The payer's declaration of this number; undefined when there is none, or it is another payer's. */
  async declaration(work: Work, number: string, payer: string): Promise<LiabilityOfPayer | undefined> {
    const found = await this.liabilities.byNumber(work.manager, number);
    if (found?.liability.owner.payer !== payer) return undefined;
    return { liability: found.liability, representative: found.representative };
  }

  /** The sum by the ledger, on the ground claimed; the payer's accounts are held. Refuses what `refundableSum` refuses. */
  async refundable(work: Work, money: OverpaidMoney): Promise<Decision<RefundableSum>> {
    const { owner, purpose, ground, declaration, staysPayable } = money;
    const state = declaration && stateOf(declaration);
    const claim = ground && claimOf(ground, state);
    if (claim && 'missing' in claim) {
      return refuse(reason(requestReasons.FIELD_INVALID, { pointer: `/ground/${claim.missing}` }));
    }
    const { overpaid, advance } = await this.free(work, owner, purpose);
    const paidKind = declaration && (await this.paidKind(work, declaration, purpose));
    return refundableSum(
      {
        purpose,
        onAccount: overpaid.plus(advance),
        ...(claim ? { claim } : {}),
        ...(paidKind ? { declaration: paidKind } : {}),
        ...(staysPayable ? { staysPayable } : {}),
      },
      this.calendar,
    );
  }

  /** Free money of a purpose; the payer's accounts are held. */
  async free(work: Work, owner: PayerAtBody, purpose: MoneyPurpose): Promise<FreeMoney> {
    const balances = await this.ledger.balancesOf(work, owner);
    const advance = balances.of({ type: 'ADVANCE_MONEY', ...owner, purpose });
    if (purpose === 'ADVANCE') return { overpaid: Money.ZERO, advance };
    const reserved = await this.applications.reserved(work.manager, owner, purpose);
    const overpaid = balances.of({ type: 'OVERPAID_MONEY', ...owner, kind: purpose }).minus(reserved);
    return { overpaid: overpaid.isNegative() ? Money.ZERO : overpaid, advance };
  }

  private async paidKind(
    work: Work,
    declaration: DeclarationLiability,
    purpose: MoneyPurpose,
  ): Promise<PaidKind> {
    const kind = declaration.kinds.find((each) => each.kind === purpose);
    const paid = Money.sum(kind?.money.map(({ amount }) => amount) ?? []);
    const takenBack = await moneyTakenBack(work.manager, declaration.declarationNumber);
    const state = stateOf(declaration);
    return {
      ...state,
      paid: paid.minus(takenBack.get(purpose) ?? Money.ZERO),
      payable: kind?.payable ?? Money.ZERO,
    };
  }
}

export interface LiabilityOfPayer {
  readonly liability: DeclarationLiability;
  readonly representative: string;
}

function stateOf({ released, status }: DeclarationLiability) {
  return { released, reversed: status === 'ENDED' && !released };
}

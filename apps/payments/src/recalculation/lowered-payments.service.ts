/** Lowers what a declaration made payable, wherever it stands: in its liability or among the debts of the account. */
import { Inject, Injectable } from '@nestjs/common';
import { LegalCalendar, plusDays } from '@shekara/calendar';
import { Money } from '@shekara/kernel';
import type { Work } from '@shekara/persistence';
import { CustomsDebts } from '../debt/customs-debts.service.js';
import { Ledger, postingsIn } from '../ledger/ledger.repository.js';
import type { ADJUSTED_DECLARATION, PayerEntryReduction } from '../ledger/payer-entry.js';
import type { DeclarationLiability, KindOfLiability } from '../liability/liability.js';
import type { PaymentKind } from '../payment-kind.js';
import { InterestAccrual } from '../penalty-interest/interest-accrual.service.js';
import type { InterestOfAccount } from '../penalty-interest/late-sums.js';
import { LateSums } from '../penalty-interest/late-sums.repository.js';
import { moneyTakenBack } from '../refund/money-taken-back.repository.js';
import {
  afterLowering,
  isOfDeclaration,
  type LoweredKind,
  loweredPostings,
  loweredTo,
  standingOf,
} from './lowered-payments.js';

export interface LoweringOfDeclaration {
  /** What stays payable of the kinds that are lowered. */
  readonly to: ReadonlyMap<PaymentKind, Money>;
  readonly ground: PayerEntryReduction | typeof ADJUSTED_DECLARATION;
  /** Number of the adjustment, or of the declaration that is withdrawn. */
  readonly decision: string;
}

export interface LoweredDeclaration {
  readonly liability: DeclarationLiability;
  readonly lowered: readonly LoweredKind[];
}

type LateSumsOfAccount = InterestOfAccount['sums'];

@Injectable()
export class LoweredPayments {
  constructor(
    @Inject(LegalCalendar) private readonly calendar: LegalCalendar,
    @Inject(Ledger) private readonly ledger: Ledger,
    @Inject(LateSums) private readonly lateSums: LateSums,
    @Inject(InterestAccrual) private readonly accrual: InterestAccrual,
    @Inject(CustomsDebts) private readonly debts: CustomsDebts,
  ) {}

  /**
   * Lowers kinds of a declaration from their first day on: interest that ran on what is not owed is taken back, what was paid is
   * the payer's money again. The payer's account is held; the caller saves the liability.
   */
  async lower(
    work: Work,
    liability: DeclarationLiability,
    { to, ground, decision }: LoweringOfDeclaration,
  ): Promise<LoweredDeclaration> {
    const { owner, caseId, declarationNumber } = liability;
    const today = this.calendar.civilDate(work.context.at);
    const { sums } = await this.accrual.bringUpTo(work, owner, plusDays(today, -1));
    const own = sums.filter(({ document }) => isOfDeclaration(document, declarationNumber)).reverse();
    const takenBack = await moneyTakenBack(work.manager, declarationNumber);
    const debts = own.filter(({ origin }) => origin === 'CUSTOMS');
    const lowered = liability.kinds
      .filter(({ kind }) => to.has(kind))
      .map((kind) => {
        const taken = takenBack.get(kind.kind) ?? Money.ZERO;
        return loweredTo(to.get(kind.kind) ?? Money.ZERO, standingOf(liability, kind, debts, taken));
      });
    const entries = lowered.flatMap((kind) => loweredPostings(liability, kind));
    await this.ledger.post(work, postingsIn(caseId, entries));
    await this.lateSums.change(work, openLowered(lowered, own));
    for (const { kind, debts: parts } of lowered) {
      for (const { document, amount } of parts) {
        const done = await this.debts.lower(work, owner, { document, kind, amount, decision, ground });
        if (!done.accepted) throw new Error(`${document}: ${done.reasons.map(({ code }) => code).join()}`);
      }
    }
    await this.accrual.bringUpTo(work, owner, plusDays(today, -1));
    const byKind = new Map(lowered.map((kind) => [kind.kind, kind]));
    const after = (kind: KindOfLiability) => {
      const change = byKind.get(kind.kind);
      return change ? afterLowering(liability, kind, to.get(kind.kind) ?? Money.ZERO, change) : kind;
    };
    return { liability: { ...liability, kinds: liability.kinds.map(after) }, lowered };
  }
}

/** What waits for the declaration's cover and fell due is lowered with it. */
function openLowered(lowered: readonly LoweredKind[], own: LateSumsOfAccount) {
  return lowered.flatMap(({ kind, open }) => {
    const waits = own.find((sum) => sum.kind === kind && sum.origin === 'DECLARATION');
    return waits && open.isPositive() ? [{ id: waits.id, by: open.negated() }] : [];
  });
}

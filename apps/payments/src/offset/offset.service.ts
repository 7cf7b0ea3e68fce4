/** Own money against own debts, by the ledger: what may be set off, what waits, what is left (art. 154.1, 154.6). */
import { Inject, Injectable } from '@nestjs/common';
import { Money } from '@shekara/kernel';
import type { EntityManager } from '@shekara/persistence';
import type { MoneyPurpose } from '../payment-kind.js';
import { type DebtOfPayer, DebtsOfPayer } from './debts-of-payer.repository.js';
import { type OffsetLine, type OffsetPlan, planOffset } from './offset.js';

/** No treaty rule on import duty is loaded: such an offset is an officer's (R-PAY-108). */
const TREATY = { importDutyMayBeOffset: false };

export interface OffsetOfPayer extends OffsetPlan<DebtOfPayer> {
  /** Debts of released declarations: the money is not refunded, and not set off either until they are covered. */
  readonly withheld: readonly OffsetLine<DebtOfPayer>[];
}

@Injectable()
export class Offsets {
  constructor(@Inject(DebtsOfPayer) private readonly debts: DebtsOfPayer) {}

  /** The plan for money of a purpose by the debts that the ledger shows now, less what is ordered against them (R-PAY-191). */
  async plan(
    manager: EntityManager,
    payer: string,
    money: { readonly purpose: MoneyPurpose; readonly amount: Money },
  ): Promise<OffsetOfPayer> {
    const ordered = await this.debts.ordered(manager, payer);
    const open = (await this.debts.of(manager, payer)).map((debt) => {
      const left = debt.amount.minus(ordered.get(debt.reference) ?? Money.ZERO);
      return { ...debt, amount: left.isNegative() ? Money.ZERO : left };
    });
    const plan = planOffset(money, open, TREATY);
    const waits = ({ debt }: OffsetLine<DebtOfPayer>) => debt.ofDeclarations;
    return {
      offsets: plan.offsets.filter((line) => !waits(line)),
      forOfficer: plan.forOfficer.filter((line) => !waits(line)),
      withheld: [...plan.offsets, ...plan.forOfficer].filter(waits),
      refundable: plan.refundable,
    };
  }

  /** What of a debt is still there to be set off. */
  async left(
    manager: EntityManager,
    payer: string,
    { customsBody, kind, part }: Pick<DebtOfPayer, 'kind' | 'part'> & { readonly customsBody: string },
  ): Promise<Money> {
    const debts = await this.debts.of(manager, payer);
    const same = (debt: DebtOfPayer) =>
      !debt.ofDeclarations && debt.customsBody === customsBody && debt.kind === kind && debt.part === part;
    return debts.find(same)?.amount ?? Money.ZERO;
  }
}

/** The first lines of a plan that make up a sum; the last one in part. */
export function linesFor<Debt extends DebtOfPayer>(
  lines: readonly OffsetLine<Debt>[],
  sum: Money,
): readonly OffsetLine<Debt>[] {
  let left = sum;
  return lines.flatMap(({ debt, amount }) => {
    const part = left.min(amount);
    left = left.minus(part);
    return part.isPositive() ? [{ debt, amount: part }] : [];
  });
}

/** Offset of a payer's own money against the payer's debts, before anything is refunded (art. 154.1, 154.6, 157.2, 161.1). */
import { type Money } from '@shekara/kernel';
import { type MoneyPurpose, type PaymentKind, penaltyInterestOn } from '../payment-kind.js';

export const DEBT_PARTS = ['PRINCIPAL', 'PENALTY_INTEREST'] as const;
export type DebtPart = (typeof DEBT_PARTS)[number];

/** A debt of the payer, at any customs body. */
export interface DebtToOffset {
  readonly reference: string;
  readonly kind: PaymentKind;
  readonly part: DebtPart;
  readonly amount: Money;
}

export interface OffsetLine<Debt extends DebtToOffset = DebtToOffset> {
  readonly debt: Debt;
  readonly amount: Money;
}

export interface OffsetPlan<Debt extends DebtToOffset = DebtToOffset> {
  /** Offsets that the machine may make. */
  readonly offsets: readonly OffsetLine<Debt>[];
  /** To or from import duty across kinds while no treaty rule is loaded: held for an officer (R-PAY-108). */
  readonly forOfficer: readonly OffsetLine<Debt>[];
  /** What may be refunded: the money less every debt (R-PAY-191). */
  readonly refundable: Money;
}

/**
 * Spends money of a purpose on debts: the same kind first, principal before penalty interest, in the order given within
 * (order of crediting 3 to 5). The plan's three sums add up to the money. @throws RangeError for negative money or debt.
 */
export function planOffset<Debt extends DebtToOffset>(
  money: { readonly purpose: MoneyPurpose; readonly amount: Money },
  debts: readonly Debt[],
  treaty: { readonly importDutyMayBeOffset: boolean },
): OffsetPlan<Debt> {
  if (money.amount.isNegative() || debts.some(({ amount }) => amount.isNegative())) {
    throw new RangeError('an offset takes money and debts of zero or more');
  }
  const offsets: OffsetLine<Debt>[] = [];
  const forOfficer: OffsetLine<Debt>[] = [];
  let left = money.amount;
  for (const debt of inOrder(money.purpose, debts)) {
    const amount = left.min(debt.amount);
    if (!amount.isPositive()) continue;
    const byMachine = treaty.importDutyMayBeOffset || !crossesImportDuty(money.purpose, debt.kind);
    (byMachine ? offsets : forOfficer).push({ debt, amount });
    left = left.minus(amount);
  }
  return { offsets, forOfficer, refundable: left };
}

/**
 * Import duty is shared among the member states, so it never mixes with another kind by itself (art. 138.8, 154.1). Penalty
 * interest goes with its kind.
 */
export function crossesImportDuty(purpose: MoneyPurpose, debt: PaymentKind): boolean {
  if (purpose === 'ADVANCE' || isOf(purpose, debt)) return false;
  return isOf(purpose, 'IMPORT_DUTY') || debt === 'IMPORT_DUTY';
}

function isOf(purpose: MoneyPurpose, kind: PaymentKind): boolean {
  return purpose === kind || purpose === penaltyInterestOn(kind);
}

function inOrder<Debt extends DebtToOffset>(purpose: MoneyPurpose, debts: readonly Debt[]): readonly Debt[] {
  const rank = ({ kind, part }: DebtToOffset) => (isOf(purpose, kind) ? 0 : 2) + DEBT_PARTS.indexOf(part);
  return [...debts].sort((a, b) => rank(a) - rank(b));
}

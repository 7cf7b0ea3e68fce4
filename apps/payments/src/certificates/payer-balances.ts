/** The accounts of a payer as certificates and reconciliation acts read them (art. 141, 142.3). */
import { Money } from '@shekara/kernel';
import type { PaymentKind } from '../payment-kind.js';

/** One personal account: payer, customs body and kind, with its balances in KZT (art. 141.2). */
export interface PayerBalance {
  readonly payer: string;
  readonly customsBody: string;
  readonly kind: PaymentKind;
  readonly dueUnpaid: Money;
  readonly penaltyInterest: Money;
  readonly overpaid: Money;
}

export interface DebtOfKind {
  readonly kind: PaymentKind;
  readonly principal: Money;
  readonly penaltyInterest: Money;
}

/** Whether an account shows debt: its own overpayment does not hide it before an offset. */
export function showsDebt({ dueUnpaid, penaltyInterest }: PayerBalance): boolean {
  return dueUnpaid.isPositive() || penaltyInterest.isPositive();
}

/** The payer's debts by kind over all customs bodies (art. 142.3; R-PAY-122); kinds without debt are left out. */
export function debtByKind(payer: string, balances: readonly PayerBalance[]): readonly DebtOfKind[] {
  const byKind = new Map<PaymentKind, DebtOfKind>();
  for (const balance of balances.filter((account) => account.payer === payer && showsDebt(account))) {
    const { kind, dueUnpaid, penaltyInterest } = balance;
    const sofar = byKind.get(kind) ?? { kind, principal: Money.ZERO, penaltyInterest: Money.ZERO };
    byKind.set(kind, {
      kind,
      principal: sofar.principal.plus(dueUnpaid),
      penaltyInterest: sofar.penaltyInterest.plus(penaltyInterest),
    });
  }
  return [...byKind.values()];
}

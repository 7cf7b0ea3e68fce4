/** How a payment of a notice meets the payer's account: what was paid there before, and what is taken now (art. 138.4, 159.5). */
import { decide, type Decision, Money, reason, type Reason } from '@shekara/kernel';
import type { PayingMoney } from '../debt/customs-debt.js';
import { customsDebtReasons as reasons } from '../debt/customs-debt-reasons.js';
import type { PaymentKind } from '../payment-kind.js';
import { above } from './notice-payment.js';

/** A kind of the notice as the account shows it. */
export interface NoticeKindOnAccount {
  readonly kind: PaymentKind;
  /** What the notice demands of it. */
  readonly principal: Money;
  /** Penalty interest of the notice's debts up to the bank date, that day included. */
  readonly interest: Money;
  /** The notice's debts on the account. `payable` is false while a declaration waits for its own cover. */
  readonly sums: readonly {
    readonly document: string;
    readonly unpaid: Money;
    readonly payable: boolean;
  }[];
  /** What the notice demands and the account does not show: nothing can be taken for it. */
  readonly offAccount: Money;
  /** Of the interest, what is still owed. */
  readonly interestOwed: Money;
  /** Confirmed money sent for the kind, and for its penalty interest. */
  readonly ofKind: Money;
  readonly ofInterest: Money;
}

/** Money that is taken for a debt of the notice, or for the penalty interest of a kind. */
export interface MoneyTaken {
  readonly kind: PaymentKind;
  /** Absent: penalty interest. */
  readonly document?: string;
  readonly amount: Money;
  readonly from: PayingMoney;
}

/** Penalty interest of a kind as the account shows it today, beside that of the notice's debts. */
export interface InterestOfNotice {
  /** Of the notice's debts, up to the bank date. */
  readonly interest: Money;
  /** What ran on them since the bank date: the payment ends it. */
  readonly sinceBankDate: Money;
  /** Of the account's older debts of the kind that the notice does not name. */
  readonly older: Money;
  /** Of all debts of the kind on the account: what ran, and what is owed. */
  readonly accrued: Money;
  readonly owed: Money;
}

/**
 * What is still owed of a notice's interest. The account keeps interest by kind (R-PAY-003): what was paid of it paid the oldest
 * debts first, so that interest of a younger debt beside the notice does not pass for the notice's own.
 */
export function noticeInterestOwed({
  interest,
  sinceBankDate,
  older,
  accrued,
  owed,
}: InterestOfNotice): Money {
  const paidOfNotice = above(above(accrued, owed), older);
  return above(interest, paidOfNotice).min(above(owed, sinceBankDate));
}

export interface NoticePaymentPlanned {
  readonly type: 'NoticePaymentPlanned';
  readonly taken: readonly MoneyTaken[];
  /** All that is paid of the notice with it, whether by this payment or on the account before. */
  readonly principal: Money;
  readonly interest: Money;
}

/**
 * What a payment takes from the payer's money so that the account shows the notice paid as told: only what the account shows
 * as unpaid, so nothing is ever paid twice. Money sent for the kind pays first, then the advance. Refuses ACCOUNT_MONEY_SHORT,
 * and PAYMENT_ABOVE_WHAT_IS_OWED for a debt that its declaration's own cover pays.
 */
export function planNoticePayment(
  kinds: readonly NoticeKindOnAccount[],
  advance: Money,
  told: { readonly principal: Money; readonly interest: Money },
): Decision<NoticePaymentPlanned> {
  const purse = new Purse(advance);
  const principalPaid = Money.sum(kinds.map(principalPaidOf));
  const demanded = Money.sum(kinds.map(({ principal }) => principal));
  let principalLeft = above(told.principal.min(demanded), principalPaid);
  for (const { kind, sums, ofKind } of kinds) {
    let sent = ofKind;
    for (const { document, unpaid } of sums.filter(({ payable }) => payable)) {
      const amount = unpaid.min(principalLeft);
      principalLeft = principalLeft.minus(amount);
      sent = sent.minus(purse.take({ kind, document, amount }, 'KIND', sent));
    }
  }
  const interestPaid = Money.sum(kinds.map(interestPaidOf));
  let interestLeft = above(told.interest, interestPaid);
  for (const { kind, interest, interestOwed, ofInterest } of kinds) {
    const amount = interest.min(interestOwed).min(interestLeft);
    interestLeft = interestLeft.minus(amount);
    purse.take({ kind, amount }, 'INTEREST', ofInterest);
  }
  const offAccount = Money.sum(kinds.map((kind) => kind.offAccount));
  return decide([unpayable(principalLeft, offAccount), purse.shortage()], () => [
    {
      type: 'NoticePaymentPlanned',
      taken: purse.taken,
      principal: larger(told.principal, principalPaid),
      interest: larger(told.interest, interestPaid),
    },
  ]);
}

/** The payer's advance, and what was taken so far from it and from money sent for a purpose. */
class Purse {
  readonly taken: MoneyTaken[] = [];
  private short = Money.ZERO;

  constructor(private advance: Money) {}

  /** Takes from the money sent for it, the rest from the advance; answers how much came from the money sent. */
  take(of: Omit<MoneyTaken, 'from'>, from: PayingMoney, sent: Money): Money {
    const fromSent = of.amount.min(sent);
    const rest = of.amount.minus(fromSent);
    const fromAdvance = rest.min(this.advance);
    this.advance = this.advance.minus(fromAdvance);
    this.short = this.short.plus(rest.minus(fromAdvance));
    if (fromSent.isPositive()) this.taken.push({ ...of, amount: fromSent, from });
    if (fromAdvance.isPositive()) this.taken.push({ ...of, amount: fromAdvance, from: 'ADVANCE' });
    return fromSent;
  }

  shortage(): Reason | undefined {
    if (!this.short.isPositive()) return undefined;
    return reason(reasons.ACCOUNT_MONEY_SHORT, { parameters: { missing: this.short.toString() } });
  }
}

function unpayable(principalLeft: Money, offAccount: Money): Reason | undefined {
  if (principalLeft.compare(offAccount) <= 0) return undefined;
  const owed = principalLeft.minus(offAccount).toString();
  return reason(reasons.PAYMENT_ABOVE_WHAT_IS_OWED, { pointer: '/principal', parameters: { owed } });
}

function principalPaidOf({ principal, sums, offAccount }: NoticeKindOnAccount): Money {
  return above(principal, Money.sum(sums.map(({ unpaid }) => unpaid)).plus(offAccount));
}

function interestPaidOf({ interest, interestOwed }: NoticeKindOnAccount): Money {
  return above(interest, interestOwed);
}

function larger(one: Money, other: Money): Money {
  return one.compare(other) > 0 ? one : other;
}

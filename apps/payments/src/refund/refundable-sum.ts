/** What the ledger shows as refundable on a ground, and where that money stands (art. 153.1, 155; R-PAY-204). */
import type { LegalCalendar } from '@shekara/calendar';
import { decide, type Decision, Money, reason, when } from '@shekara/kernel';
import { isCharge, isPaymentKind, type MoneyPurpose, type PaymentKind } from '../payment-kind.js';
import type { DeclarationState } from './refund-claim.js';
import { openRefund, type RefundClaim, type SumKept } from './refund-ground.js';
import { refundReasons as reasons } from './refund-reasons.js';

/** ON_ACCOUNT: the payer's money. IN_BUDGET: income that release made final; it is taken back when confirmed. */
export type MoneyPlace = 'ON_ACCOUNT' | 'IN_BUDGET';

/** A kind of a declaration as the ledger has it. */
export interface PaidKind extends DeclarationState {
  /** Paid from money and not taken back by an earlier confirmation. */
  readonly paid: Money;
  readonly payable: Money;
}

export interface RefundableSum {
  readonly type: 'RefundableSum';
  readonly place: MoneyPlace;
  readonly amount: Money;
}

export interface MoneyApplied {
  readonly purpose: MoneyPurpose;
  /** Absent for an unused advance: it needs no ground. */
  readonly claim?: RefundClaim;
  /** Free money of the purpose on the account. */
  readonly onAccount: Money;
  /** Absent when the money belongs to no declaration. */
  readonly declaration?: PaidKind;
  /** What the payer says stays payable; only grounds that lower the sum take it. */
  readonly staysPayable?: Money;
}

/** Grounds that leave a part payable: the new calculation, which the reconciliation act then shows. */
const LOWERS: ReadonlySet<RefundClaim['ground']> = new Set([
  'OVERPAID',
  'OVER_COLLECTED',
  'ORIGIN_REGIME_RESTORED',
  'CONCESSION_AS_REFUND',
  'PROCEDURE_CHANGED_LOWER',
  'TEMPORARY_DECLARATION_EXCESS',
  'ILLEGAL_MOVE_REASSESSED',
] satisfies RefundClaim['ground'][]);

/**
 * The sum that the ledger lets be confirmed. Money of no declaration: what is free on the account, zero included, since the
 * reconciliation act decides. Of a declaration: what was paid of the kind above what stays payable, on the ground claimed.
 * Refuses what `openRefund` refuses, and REFUND_CONDITION_UNMET where the declaration is open or not named.
 */
export function refundableSum(applied: MoneyApplied, calendar: LegalCalendar): Decision<RefundableSum> {
  const { purpose, claim, onAccount, declaration } = applied;
  if (!declaration) {
    const ofDeclaration = claim !== undefined && !OF_MONEY_ALONE.has(claim.ground);
    return decide<RefundableSum>(
      [
        when(ofDeclaration, reasons.REFUND_CONDITION_UNMET, {
          parameters: { condition: 'DECLARATION_UNNAMED' },
        }),
      ],
      () => [{ type: 'RefundableSum', place: 'ON_ACCOUNT', amount: onAccount }],
    );
  }
  if (!claim || !isPaymentKind(purpose)) {
    return decide<RefundableSum>(
      [reason(reasons.REFUND_CONDITION_UNMET, { parameters: { condition: 'KIND_AND_GROUND_UNNAMED' } })],
      () => [],
    );
  }
  return ofDeclaration(applied, { purpose, claim, declaration }, calendar);
}

/** Grounds that money has which belongs to no declaration. */
const OF_MONEY_ALONE: ReadonlySet<RefundClaim['ground']> = new Set([
  'OVERPAID',
  'OVER_COLLECTED',
  'MISTAKEN',
] satisfies RefundClaim['ground'][]);

interface OfDeclaration {
  readonly purpose: PaymentKind;
  readonly claim: RefundClaim;
  readonly declaration: PaidKind;
}

function ofDeclaration(
  { onAccount, staysPayable }: MoneyApplied,
  { purpose: kind, claim, declaration }: OfDeclaration,
  calendar: LegalCalendar,
): Decision<RefundableSum> {
  const { paid, released, reversed } = declaration;
  const payable = payableStill(claim, kind, declaration, staysPayable);
  const opened = openRefund(claim, [{ kind, paid, payable }], calendar);
  if (!opened.accepted) return opened;
  const amount = Money.sum(
    opened.events.flatMap((event) => (isKept(event) ? [] : event.sums.map((sum) => sum.amount))),
  );
  return decide<RefundableSum>(
    [
      when(!released && !reversed, reasons.REFUND_CONDITION_UNMET, {
        parameters: { condition: 'DECLARATION_OPEN', article: 'art. 155' },
      }),
    ],
    () => [
      reversed
        ? { type: 'RefundableSum', place: 'ON_ACCOUNT', amount: amount.min(onAccount) }
        : { type: 'RefundableSum', place: 'IN_BUDGET', amount },
    ],
  );
}

/** A due charge stays payable whatever the ground, unless paying it was the mistake (art. 117; R-PAY-012, R-PAY-013). */
function payableStill(
  claim: RefundClaim,
  kind: PaymentKind,
  { payable, reversed }: PaidKind,
  staysPayable: Money | undefined,
): Money {
  if (claim.ground === 'MISTAKEN') return staysPayable ?? Money.ZERO;
  if (isCharge(kind)) return payable;
  if (!LOWERS.has(claim.ground)) return Money.ZERO;
  return staysPayable ?? (reversed ? Money.ZERO : payable);
}

function isKept(event: { readonly type: string }): event is SumKept {
  return event.type === 'SumKept';
}

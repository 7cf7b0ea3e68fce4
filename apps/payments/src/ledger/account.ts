/** Accounts of the ledger (art. 141): one per payer, customs body and budget code, and those of the budget itself. */
import {
  type Bin,
  type CustomsBodyCode,
  type Iin,
  parseBinOrIin,
  parseCustomsBodyCode,
} from '@shekara/kernel';
import type { MoneyPurpose, PayableKind, PaymentKind } from '../payment-kind.js';

/** Whose money and debts: a payer at a customs body (art. 141.2, R-PAY-095). */
export interface PayerAtBody {
  readonly payer: Bin | Iin;
  readonly customsBody: CustomsBodyCode;
}

/** The account of a number and a code as written; undefined where either is none. */
export function payerAtBody(payer: string, body: string): PayerAtBody | undefined {
  const [number, customsBody] = [parseBinOrIin(payer), parseCustomsBodyCode(body)];
  return number && customsBody ? { payer: number, customsBody } : undefined;
}

/** The account in one text: what timers, streams of the history and maps call it. */
export function accountName({ payer, customsBody }: PayerAtBody): string {
  return `${payer}/${customsBody}`;
}

export type Account =
  /** Money at the bank and the Treasury that customs was told of. */
  | { readonly type: 'BANK_CLEARING' }
  /** Money of no known payer or of a wrong code, until an officer allocates it (queue Q-PAY-01). */
  | { readonly type: 'UNIDENTIFIED_MONEY' }
  /** Money told by an ordinary bank message: it does not count for release before the Treasury reports it. */
  | ({ readonly type: 'PENDING_TREASURY'; readonly purpose: MoneyPurpose } & PayerAtBody)
  /** The payer's confirmed money, kept by what it was sent for (art. 138.4, 138.7). */
  | ({ readonly type: 'ADVANCE_MONEY'; readonly purpose: MoneyPurpose } & PayerAtBody)
  /** What the payer owes of a kind and nothing covers yet. */
  | ({ readonly type: 'PAYER_DUE'; readonly kind: PaymentKind } & PayerAtBody)
  /** What the payer owes of a kind and a security covers. */
  | ({ readonly type: 'GUARANTEE_SECURED'; readonly kind: PaymentKind } & PayerAtBody)
  /** Money confirmed as paid in excess or by mistake for a kind or its penalty interest: refundable (art. 153, 154). */
  | ({ readonly type: 'OVERPAID_MONEY'; readonly kind: PayableKind } & PayerAtBody)
  /** Money that customs decided to return and the Treasury has not returned yet (art. 154.7, 154.8). */
  | ({ readonly type: 'REFUND_ORDERED'; readonly purpose: MoneyPurpose } & PayerAtBody)
  /** Penalty interest that the payer owes on a kind (art. 158; R-PAY-003). */
  | ({ readonly type: 'INTEREST_DUE'; readonly kind: PaymentKind } & PayerAtBody)
  /** The payer's money guarantee on the account of temporary allocation (art. 145). */
  | ({ readonly type: 'DEPOSIT_MONEY' } & PayerAtBody)
  /** Money on the account of temporary allocation that customs was told of. */
  | { readonly type: 'DEPOSIT_CLEARING' }
  /** Income of the budget from penalty interest on a kind. */
  | { readonly type: 'INTEREST_INCOME'; readonly kind: PaymentKind }
  /** Debt of a kind, or its penalty interest, that was written off (art. 172). */
  | { readonly type: 'WRITTEN_OFF'; readonly kind: PayableKind }
  /** Income of the budget that release has not made final. */
  | { readonly type: 'ASSESSED_INCOME'; readonly kind: PaymentKind }
  /** Income of the budget. */
  | { readonly type: 'BUDGET_INCOME'; readonly kind: PaymentKind };

export type AccountType = Account['type'];

/** What customs has or may claim grows on the debit side; what it owes or has earned grows on the credit side. */
export const NORMAL_SIDE: Readonly<Record<AccountType, 'DEBIT' | 'CREDIT'>> = {
  BANK_CLEARING: 'DEBIT',
  PAYER_DUE: 'DEBIT',
  GUARANTEE_SECURED: 'DEBIT',
  INTEREST_DUE: 'DEBIT',
  DEPOSIT_CLEARING: 'DEBIT',
  WRITTEN_OFF: 'DEBIT',
  UNIDENTIFIED_MONEY: 'CREDIT',
  PENDING_TREASURY: 'CREDIT',
  ADVANCE_MONEY: 'CREDIT',
  OVERPAID_MONEY: 'CREDIT',
  REFUND_ORDERED: 'CREDIT',
  DEPOSIT_MONEY: 'CREDIT',
  INTEREST_INCOME: 'CREDIT',
  ASSESSED_INCOME: 'CREDIT',
  BUDGET_INCOME: 'CREDIT',
};

/** The account as one text: the key of its row. Equal accounts have equal keys. */
export function accountKey(account: Account): string {
  switch (account.type) {
    case 'BANK_CLEARING':
    case 'UNIDENTIFIED_MONEY':
    case 'DEPOSIT_CLEARING':
      return account.type;
    case 'DEPOSIT_MONEY':
      return `${account.type}:${account.payer}:${account.customsBody}`;
    case 'PENDING_TREASURY':
    case 'ADVANCE_MONEY':
    case 'REFUND_ORDERED':
      return `${account.type}:${account.payer}:${account.customsBody}:${account.purpose}`;
    case 'PAYER_DUE':
    case 'GUARANTEE_SECURED':
    case 'INTEREST_DUE':
    case 'OVERPAID_MONEY':
      return `${account.type}:${account.payer}:${account.customsBody}:${account.kind}`;
    case 'ASSESSED_INCOME':
    case 'BUDGET_INCOME':
    case 'INTEREST_INCOME':
    case 'WRITTEN_OFF':
      return `${account.type}:${account.kind}`;
  }
}

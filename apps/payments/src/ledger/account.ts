/** Accounts of the ledger (art. 141): one per payer, customs body and budget code, and those of the budget itself. */
import type { Bin, CustomsBodyCode, Iin } from '@shekara/kernel';
import type { MoneyPurpose, PaymentKind } from '../payment-kind.js';

/** Whose money and debts: a payer at a customs body (art. 141.2, R-PAY-095). */
export interface PayerAtBody {
  readonly payer: Bin | Iin;
  readonly customsBody: CustomsBodyCode;
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
  UNIDENTIFIED_MONEY: 'CREDIT',
  PENDING_TREASURY: 'CREDIT',
  ADVANCE_MONEY: 'CREDIT',
  ASSESSED_INCOME: 'CREDIT',
  BUDGET_INCOME: 'CREDIT',
};

/** The account as one text: the key of its row. Equal accounts have equal keys. */
export function accountKey(account: Account): string {
  switch (account.type) {
    case 'BANK_CLEARING':
    case 'UNIDENTIFIED_MONEY':
      return account.type;
    case 'PENDING_TREASURY':
    case 'ADVANCE_MONEY':
      return `${account.type}:${account.payer}:${account.customsBody}:${account.purpose}`;
    case 'PAYER_DUE':
    case 'GUARANTEE_SECURED':
      return `${account.type}:${account.payer}:${account.customsBody}:${account.kind}`;
    case 'ASSESSED_INCOME':
    case 'BUDGET_INCOME':
      return `${account.type}:${account.kind}`;
  }
}

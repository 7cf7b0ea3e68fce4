/** What the Treasury's line does to a receipt, or to money whose message was refused (art. 138.9, 153.2). Never refuses money. */
import { type Money, type Reason, reason } from '@shekara/kernel';
import type { CivilDate } from '@shekara/reference-data';
import type { PaymentMistake } from '../payment-mistake.js';
import type { BankConfirmation } from './bank-confirmation.js';
import { matchingReasons, messageReasons } from './money-receipt-reasons.js';
import { type MoneyReceipt, type MoneyReceiptEvent, UNMATCHED_MONEY_QUEUE } from './money-receipt.js';

/** A line of the Treasury's daily report (art. 138.9). */
export interface TreasuryLine {
  readonly reportDate: CivilDate;
  readonly reportReference: string;
  readonly payerIdentificationNumber: string;
  readonly budgetCode: string;
  readonly amount: Money;
}

/**
 * Matches the Treasury's line to a receipt, an on-site one too (R-PAY-101, R-PAY-103). Never refuses: a line that
 * differs in amount, payer or code goes to queue Q-PAY-01; a receipt booked before stays as it is.
 */
export function bookTreasuryLine(receipt: MoneyReceipt, line: TreasuryLine): readonly MoneyReceiptEvent[] {
  const { confirmation } = receipt;
  const fits =
    line.amount.compare(confirmation.amount) === 0 &&
    line.payerIdentificationNumber === confirmation.payerIdentificationNumber &&
    line.budgetCode === confirmation.budgetCode;
  if (!fits) {
    const parameters = { reported: line.amount.toString(), confirmed: confirmation.amount.toString() };
    const reasons = [reason(matchingReasons.TREASURY_LINE_DIFFERS, { parameters })];
    return [{ type: 'TreasuryLineUnmatched', queue: UNMATCHED_MONEY_QUEUE, reasons }];
  }
  if (receipt.state === 'BOOKED') return [];
  return [{ type: 'PaymentBooked', reportDate: line.reportDate, reportReference: line.reportReference }];
}

/** What a refused message was wrong in, as a mistake of the payment itself. */
const MISTAKE_OF_REFUSAL: Readonly<Record<string, PaymentMistake>> = {
  [messageReasons.PAYER_NAME_MISSING.code]: 'WRONG_PAYER_NAME',
  [messageReasons.PAYER_ID_INVALID.code]: 'WRONG_PAYER_ID',
  [messageReasons.IDENTITY_DOCUMENT_MISSING.code]: 'WRONG_PAYER_ID',
  [messageReasons.BUDGET_CODE_MISSING.code]: 'PURPOSE_MISMATCH',
};

/**
 * The Treasury reports money whose message was refused: it came, so it is booked as a mistaken payment, with the Treasury's
 * payer, code and amount, and an officer finds out whose it is (art. 138.6, 153.2; R-PAY-098, R-PAY-106).
 */
export function bookRefusedMoney(
  message: BankConfirmation,
  line: TreasuryLine,
  refusedFor: readonly Reason[],
): readonly MoneyReceiptEvent[] {
  const { payerIdentificationNumber, budgetCode, amount, reportDate, reportReference } = line;
  const confirmation = { ...message, payerIdentificationNumber, budgetCode, amount, currency: 'KZT' };
  const [known] = refusedFor.flatMap(({ code }) => MISTAKE_OF_REFUSAL[code] ?? []);
  return [
    { type: 'PaymentReceived', confirmation, state: 'PENDING_TREASURY' },
    {
      type: 'PaymentMistakeFound',
      mistake: known ?? 'OTHER_PAYMENT_MISTAKE',
      queue: UNMATCHED_MONEY_QUEUE,
      reasons: refusedFor,
    },
    { type: 'PaymentBooked', reportDate, reportReference },
  ];
}

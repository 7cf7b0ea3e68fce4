/** The confirmation that a bank sends of a payment (art. 138.5 to 138.9, 139, 153.2(1)). Dates are legal days. */
import type { CustomsBodyCode, Money } from '@shekara/kernel';
import type { CivilDate } from '@shekara/reference-data';

/** On-site channels are a bank's terminal or cash desk on the premises of the customs body (art. 138.9). */
export const PAYMENT_CHANNELS = [
  'BANK_TRANSFER',
  'ONSITE_TERMINAL',
  'ONSITE_CASH_DESK',
  'OTHER_TERMINAL',
  'OTHER_CASH_DESK',
  'DIRECT_CASH',
] as const;

export type PaymentChannel = (typeof PAYMENT_CHANNELS)[number];

export interface BankConfirmation {
  readonly bankId: string;
  /** Unique per bank: the same reference is the same payment (R-PAY-105). */
  readonly bankReference: string;
  /** The payer's order that the bank executed, when the bank tells it. */
  readonly paymentOrder?: string;
  readonly payerName: string;
  /** BIN or IIN; a non-resident may have none. */
  readonly payerIdentificationNumber: string;
  readonly payerResident: boolean;
  /** The bank checked the identity documents: needed for a non-resident (art. 139(2)). */
  readonly identityDocumentsChecked: boolean;
  readonly thirdParty?: { readonly name: string; readonly identificationNumber: string };
  readonly taxBeneficiaryId: string;
  readonly customsBody: CustomsBodyCode;
  readonly budgetCode: string;
  /** A payment kind of the law's list, or ADVANCE. Kept as the bank wrote it. */
  readonly paymentKind: string;
  readonly purposeText: string;
  readonly amount: Money;
  /** ISO 4217, as the bank wrote it. */
  readonly currency: string;
  readonly channel: PaymentChannel;
  /** Day of debit, deposit or terminal payment: penalty interest stops there (art. 158.7). */
  readonly paidOn: CivilDate;
  /** Day the bank sent the money on (art. 139(3)-(5)). */
  readonly transferredOn?: CivilDate;
}

export function isOnSite(channel: PaymentChannel): boolean {
  return channel === 'ONSITE_TERMINAL' || channel === 'ONSITE_CASH_DESK';
}

/** Whether a repeated reference tells of the same money; texts for people may differ. */
export function tellsSamePayment(first: BankConfirmation, second: BankConfirmation): boolean {
  return (
    first.bankId === second.bankId &&
    first.bankReference === second.bankReference &&
    first.payerIdentificationNumber === second.payerIdentificationNumber &&
    first.customsBody === second.customsBody &&
    first.budgetCode === second.budgetCode &&
    first.paymentKind === second.paymentKind &&
    first.currency === second.currency &&
    first.channel === second.channel &&
    first.paidOn === second.paidOn &&
    first.amount.compare(second.amount) === 0
  );
}

/** A bank's message as it is written, read into a confirmation: what cannot be read is a reason, never an exception. */
import { Money, parseCustomsBodyCode, type Reason, reason } from '@shekara/kernel';
import { isCivilDate } from '@shekara/calendar';
import { type BankConfirmation, PAYMENT_CHANNELS, type PaymentChannel } from './bank-confirmation.js';
import { receiptHandlingReasons as reasons } from './receipt-handling-reasons.js';

/** The fields of the message `PaymentConfirmation`. Texts are empty when the bank left them out. */
export interface ConfirmationMessage {
  readonly bankId: string;
  readonly bankReference: string;
  readonly payerName: string;
  readonly payerIdentificationNumber: string;
  readonly customsBody: string;
  readonly budgetCode: string;
  readonly paymentKind: string;
  readonly advance: boolean;
  readonly amount: string;
  readonly currency: string;
  readonly channel: string;
  readonly paidOn: string;
  readonly purpose: string;
  readonly paymentOrder: string;
  readonly taxBeneficiaryId: string;
  readonly payerNonResident: boolean;
  readonly identityDocumentsChecked: boolean;
  readonly thirdParty?: { readonly name: string; readonly identificationNumber: string };
  readonly transferredOn: string;
}

const AMOUNT = /^-?\d{1,15}(\.\d{1,2})?$/;

function isChannel(text: string): text is PaymentChannel {
  return (PAYMENT_CHANNELS as readonly string[]).includes(text);
}

/** Reads the message, or names every field that cannot be read (CONFIRMATION_FIELD_UNREADABLE). */
export function readConfirmation(
  message: ConfirmationMessage,
): { readonly confirmation: BankConfirmation } | { readonly reasons: readonly [Reason, ...Reason[]] } {
  const customsBody = parseCustomsBodyCode(message.customsBody);
  const amount = AMOUNT.test(message.amount) ? Money.ofTenge(message.amount) : undefined;
  const channel = isChannel(message.channel) ? message.channel : undefined;
  const paidOn = isCivilDate(message.paidOn) ? message.paidOn : undefined;
  const unread: readonly (readonly [string, boolean])[] = [
    ['bankId', message.bankId.trim() === ''],
    ['bankReference', message.bankReference.trim() === ''],
    ['customsBody', !customsBody],
    ['amount', !amount],
    ['channel', !channel],
    ['paidOn', !paidOn],
    ['transferredOn', message.transferredOn !== '' && !isCivilDate(message.transferredOn)],
  ];
  const [first, ...rest] = unread
    .filter(([, isUnread]) => isUnread)
    .map(([field]) => reason(reasons.CONFIRMATION_FIELD_UNREADABLE, { pointer: `/${field}` }));
  if (first) return { reasons: [first, ...rest] };
  if (!customsBody || !amount || !channel || !paidOn) throw new Error('a field is neither read nor named');
  const { thirdParty } = message;
  return {
    confirmation: {
      bankId: message.bankId,
      bankReference: message.bankReference,
      ...(message.paymentOrder === '' ? {} : { paymentOrder: message.paymentOrder }),
      payerName: message.payerName,
      payerIdentificationNumber: message.payerIdentificationNumber,
      payerResident: !message.payerNonResident,
      identityDocumentsChecked: message.identityDocumentsChecked,
      ...(thirdParty ? { thirdParty } : {}),
      taxBeneficiaryId: message.taxBeneficiaryId,
      customsBody,
      budgetCode: message.budgetCode,
      paymentKind: message.advance ? 'ADVANCE' : message.paymentKind,
      purposeText: message.purpose,
      amount,
      currency: message.currency,
      channel,
      paidOn,
      ...(message.transferredOn === '' ? {} : { transferredOn: message.transferredOn }),
    },
  };
}

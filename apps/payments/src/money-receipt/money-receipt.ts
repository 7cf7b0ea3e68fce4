/** Receipt of money from banks (lifecycle L2; art. 138.9, 139, 153.2). Money that came is never rejected or lost. */
import {
  accept,
  type Bin,
  decide,
  type Decision,
  type Iin,
  parseBinOrIin,
  type Reason,
  reason,
  refuse,
  when,
} from '@shekara/kernel';
import type { CivilDate } from '@shekara/reference-data';
import type { PayerAtBody } from '../ledger/account.js';
import { isMoneyPurpose, type MoneyPurpose } from '../payment-kind.js';
import type { PaymentMistake } from '../payment-mistake.js';
import { type BankConfirmation, isOnSite, tellsSamePayment } from './bank-confirmation.js';
import { matchingReasons, messageReasons } from './money-receipt-reasons.js';

export type ReceiptState = 'CONFIRMED_FOR_RELEASE' | 'PENDING_TREASURY' | 'BOOKED';

/** Money that a bank told of: its state, whose it is once matched, and the mistake that keeps it apart. */
export interface MoneyReceipt {
  readonly confirmation: BankConfirmation;
  readonly state: ReceiptState;
  /** Absent while nobody knows whose money it is or what for: it waits in queue Q-PAY-01. */
  readonly matched?: { readonly owner: PayerAtBody; readonly purpose: MoneyPurpose };
  readonly mistake?: PaymentMistake;
}

export const UNMATCHED_MONEY_QUEUE = 'Q-PAY-01';

export type MoneyReceiptEvent =
  | {
      readonly type: 'PaymentReceived';
      readonly confirmation: BankConfirmation;
      readonly state: Exclude<ReceiptState, 'BOOKED'>;
      readonly matched?: MoneyReceipt['matched'];
    }
  | {
      readonly type: 'PaymentMistakeFound';
      readonly mistake: PaymentMistake;
      readonly queue: typeof UNMATCHED_MONEY_QUEUE;
      readonly reasons: readonly Reason[];
    }
  /** The same message again: it changes nothing, the first result is returned (R-PAY-105). */
  | { readonly type: 'PaymentConfirmationRepeated'; readonly first: MoneyReceipt }
  | { readonly type: 'PaymentBooked'; readonly reportDate: CivilDate; readonly reportReference: string }
  | {
      readonly type: 'TreasuryLineUnmatched';
      readonly queue: typeof UNMATCHED_MONEY_QUEUE;
      readonly reasons: readonly Reason[];
    }
  | {
      readonly type: 'PaymentAllocatedByOfficer';
      readonly owner: PayerAtBody;
      readonly purpose: MoneyPurpose;
    };

/** What payments knows when a confirmation arrives. */
export interface ReceiptFacts {
  /** The legal day of arrival in Kazakhstan. */
  readonly today: CivilDate;
  readonly bankLicensed: boolean;
  /** The bank has a contract with the customs body of the message. */
  readonly bankHasOnSiteContract: boolean;
  /** On the payment day the national registers say that the payer's number was cancelled or never issued. */
  readonly numberStruckOff: boolean;
  readonly isRegisteredPayer: (payer: Bin | Iin) => boolean;
  /** The budget code of a kind, from dated reference data. */
  readonly budgetCodeOf: (purpose: MoneyPurpose) => string | undefined;
  /** The receipt that the same bank sent with the same reference. */
  readonly sameReference?: MoneyReceipt;
  /** A receipt that the same bank sent for the same payment order with another reference. */
  readonly sameOrder?: MoneyReceipt;
}

/**
 * Decides on a bank's confirmation (R-PAY-096 to R-PAY-102, R-PAY-105, R-PAY-106, R-PAY-111). Refuses the message, for
 * the bank to correct, with every reason of `messageReasons` that holds. A taken message becomes a receipt: an on-site
 * one is confirmed for release, any other waits for the Treasury. Money of an unknown payer, for no known kind, with
 * another kind's budget code or paid twice is taken too and goes to queue Q-PAY-01.
 */
export function receiveConfirmation(
  confirmation: BankConfirmation,
  facts: ReceiptFacts,
): Decision<MoneyReceiptEvent> {
  const first = facts.sameReference;
  if (first) {
    return tellsSamePayment(first.confirmation, confirmation)
      ? accept({ type: 'PaymentConfirmationRepeated', first })
      : refuse(reason(messageReasons.BANK_REFERENCE_REUSED, { pointer: '/bankReference' }));
  }
  return decide(refusals(confirmation, facts), () => receive(confirmation, facts));
}

function refusals(confirmation: BankConfirmation, facts: ReceiptFacts): readonly (Reason | undefined)[] {
  const { payerResident: resident, payerIdentificationNumber: number } = confirmation;
  return [
    when(!facts.bankLicensed, messageReasons.BANK_NOT_LICENSED, { pointer: '/bankId' }),
    when(confirmation.currency !== 'KZT', messageReasons.CURRENCY_NOT_KZT, {
      pointer: '/currency',
      parameters: { currency: confirmation.currency },
    }),
    when(!confirmation.amount.isPositive(), messageReasons.PAYMENT_AMOUNT_NOT_POSITIVE, {
      pointer: '/amount',
    }),
    when(confirmation.paidOn > facts.today, messageReasons.PAYMENT_DATE_IN_FUTURE, {
      pointer: '/paidOn',
      parameters: { paidOn: confirmation.paidOn, today: facts.today },
    }),
    when(
      confirmation.budgetCode.trim() === '' || confirmation.taxBeneficiaryId.trim() === '',
      messageReasons.BUDGET_CODE_MISSING,
      { pointer: confirmation.budgetCode.trim() === '' ? '/budgetCode' : '/taxBeneficiaryId' },
    ),
    when(resident && (!parseBinOrIin(number) || facts.numberStruckOff), messageReasons.PAYER_ID_INVALID, {
      pointer: '/payerIdentificationNumber',
    }),
    when(!resident && !confirmation.identityDocumentsChecked, messageReasons.IDENTITY_DOCUMENT_MISSING, {
      pointer: '/identityDocumentsChecked',
    }),
    when(
      confirmation.thirdParty !== undefined && !namesPayer(confirmation),
      messageReasons.PAYER_NAME_MISSING,
      { pointer: '/purposeText' },
    ),
    when(
      isOnSite(confirmation.channel) && !facts.bankHasOnSiteContract,
      messageReasons.ON_SITE_CONTRACT_MISSING,
      {
        pointer: '/channel',
      },
    ),
  ];
}

function receive(confirmation: BankConfirmation, facts: ReceiptFacts): readonly MoneyReceiptEvent[] {
  const state = isOnSite(confirmation.channel) ? 'CONFIRMED_FOR_RELEASE' : 'PENDING_TREASURY';
  const payer = parseBinOrIin(confirmation.payerIdentificationNumber);
  const purpose = isMoneyPurpose(confirmation.paymentKind) ? confirmation.paymentKind : undefined;
  const [mistake, ...more] = mistakes(confirmation, payer, purpose, facts);
  if (!mistake && payer && purpose) {
    const owner = { payer, customsBody: confirmation.customsBody };
    return [{ type: 'PaymentReceived', confirmation, state, matched: { owner, purpose } }];
  }
  return [
    { type: 'PaymentReceived', confirmation, state },
    {
      type: 'PaymentMistakeFound',
      mistake: mistake?.mistake ?? 'WRONG_PAYER_ID',
      queue: UNMATCHED_MONEY_QUEUE,
      reasons: [mistake, ...more].flatMap((found) => (found ? [found.reason] : [])),
    },
  ];
}

interface FoundMistake {
  readonly mistake: PaymentMistake;
  readonly reason: Reason;
}

function mistakes(
  confirmation: BankConfirmation,
  payer: Bin | Iin | undefined,
  purpose: MoneyPurpose | undefined,
  facts: ReceiptFacts,
): readonly FoundMistake[] {
  const found: FoundMistake[] = [];
  if (!payer || !facts.isRegisteredPayer(payer)) {
    const parameters = { payer: confirmation.payerIdentificationNumber };
    found.push({ mistake: 'WRONG_PAYER_ID', reason: reason(matchingReasons.PAYER_UNKNOWN, { parameters }) });
  }
  if (!purpose) {
    const parameters = { paymentKind: confirmation.paymentKind };
    found.push({
      mistake: 'WRONG_KIND',
      reason: reason(matchingReasons.PAYMENT_KIND_UNKNOWN, { parameters }),
    });
  } else if (facts.budgetCodeOf(purpose) !== confirmation.budgetCode) {
    const parameters = { budgetCode: confirmation.budgetCode, paymentKind: purpose };
    found.push({
      mistake: 'PURPOSE_MISMATCH',
      reason: reason(matchingReasons.BUDGET_CODE_OF_OTHER_KIND, { parameters }),
    });
  }
  if (facts.sameOrder) {
    const parameters = { earlierReference: facts.sameOrder.confirmation.bankReference };
    found.push({
      mistake: 'BANK_DUPLICATE',
      reason: reason(matchingReasons.PAYMENT_ORDER_CONFIRMED_TWICE, { parameters }),
    });
  }
  return found;
}

/** Whether the purpose text holds the payer's full name; letter case and spacing do not matter. */
function namesPayer({ payerName, purposeText }: BankConfirmation): boolean {
  const name = plain(payerName);
  return name !== '' && plain(purposeText).includes(name);
}

function plain(text: string): string {
  return text.replace(/\s+/gu, ' ').trim().toLocaleUpperCase('ru');
}

/** An officer tells whose money it is and what for (queue Q-PAY-01). Refuses RECEIPT_ALREADY_MATCHED. */
export function allocateByOfficer(
  receipt: MoneyReceipt,
  owner: PayerAtBody,
  purpose: MoneyPurpose,
): Decision<MoneyReceiptEvent> {
  return decide([when(receipt.matched !== undefined, matchingReasons.RECEIPT_ALREADY_MATCHED)], () => [
    { type: 'PaymentAllocatedByOfficer', owner, purpose },
  ]);
}

/** Whether the money counts for release: confirmed on site or booked by the Treasury, and its payer known. */
export function countsForRelease(receipt: MoneyReceipt): boolean {
  return receipt.state !== 'PENDING_TREASURY' && receipt.matched !== undefined;
}

/** The receipt after an event. @throws Error for an event of a receipt that was never received: a bug. */
export function evolve(receipt: MoneyReceipt | undefined, event: MoneyReceiptEvent): MoneyReceipt {
  if (event.type === 'PaymentReceived') {
    return {
      confirmation: event.confirmation,
      state: event.state,
      ...(event.matched ? { matched: event.matched } : {}),
    };
  }
  if (event.type === 'PaymentConfirmationRepeated') return event.first;
  if (!receipt) throw new Error(`${event.type} without a receipt`);
  switch (event.type) {
    case 'PaymentMistakeFound':
      return { ...receipt, mistake: event.mistake };
    case 'PaymentBooked':
      return { ...receipt, state: 'BOOKED' };
    case 'TreasuryLineUnmatched':
      return receipt;
    case 'PaymentAllocatedByOfficer':
      return { ...receipt, matched: { owner: event.owner, purpose: event.purpose } };
  }
}

/** Orders that customs sends to a bank and the bank acknowledges and answers (art. 162.3-5, 165.3-5, 166.5; R-PAY-181). */
import type { CivilDate } from '@shekara/calendar';
import {
  type Decision,
  decide,
  type Exact,
  type Money,
  reason,
  type Reason,
  refuse,
  when,
} from '@shekara/kernel';
import { bankDutiesReasons as reasons } from './bank-duties-reasons.js';

/** SUSPEND takes effect on the bank's receipt; a suspension and its lifting are done once acknowledged. */
export const BANK_MESSAGE_KINDS = {
  SUSPEND_ACCOUNTS: { needsAnswer: false, article: 'art. 162' },
  LIFT_SUSPENSION: { needsAnswer: false, article: 'art. 162.5' },
  COLLECT: { needsAnswer: true, article: 'art. 165, 166.4' },
  RECALL_COLLECTION: { needsAnswer: false, article: 'art. 165.5' },
} as const;
export type BankMessageKind = keyof typeof BANK_MESSAGE_KINDS;

/** EXECUTED: done in full; PARTIAL, UNFILLED, RETURNED: answers to a collection order; RECALLED by the customs body. */
export const BANK_MESSAGE_STATUSES = [
  'ISSUED',
  'ACKNOWLEDGED',
  'EXECUTED',
  'PARTIAL',
  'UNFILLED',
  'RETURNED',
  'REFUSED',
  'RECALLED',
] as const;
export type BankMessageStatus = (typeof BANK_MESSAGE_STATUSES)[number];

export interface BankMessage {
  readonly id: string;
  readonly kind: BankMessageKind;
  readonly bank: string;
  /** The order or decision it carries. */
  readonly orderId: string;
  /** COLLECT: KZT. */
  readonly amount?: Money;
  readonly sentAt: Date;
  readonly status: BankMessageStatus;
  readonly acknowledgedAt?: Date;
}

export interface MessageAcknowledged {
  readonly type: 'MessageAcknowledged';
  readonly acknowledgedAt: Date;
  /** From this instant, for a suspension (R-PAY-159). */
  readonly takesEffectAt: Date;
}

export interface BankAcknowledgement {
  readonly bank: string;
  readonly receivedAt: Date;
}

/** Takes a bank's receipt. The same receipt again changes nothing; another bank's, or one before sending, is refused. */
export function acknowledgeMessage(
  message: BankMessage,
  { bank, receivedAt }: BankAcknowledgement,
): Decision<MessageAcknowledged> {
  const again = message.acknowledgedAt?.getTime() === receivedAt.getTime();
  return decide<MessageAcknowledged>(
    [
      stranger(message, bank),
      when(message.status !== 'ISSUED' && !again, reasons.BANK_MESSAGE_STATE_UNFIT, {
        parameters: { status: message.status },
      }),
      when(receivedAt.getTime() < message.sentAt.getTime(), reasons.BANK_DATES_CONTRADICT, {
        pointer: '/receivedAt',
      }),
    ],
    () =>
      again ? [] : [{ type: 'MessageAcknowledged', acknowledgedAt: receivedAt, takesEffectAt: receivedAt }],
  );
}

export interface BankExecution {
  readonly bank: string;
  /** RETURNED: its twin for the same sum and kind was executed (art. 165.3). */
  readonly result: 'EXECUTED' | 'PARTIAL' | 'UNFILLED' | 'RETURNED';
  readonly credited: Money;
  /** KZT for one unit on the collection day, for a foreign currency account. */
  readonly rate?: Exact;
  readonly on: CivilDate;
  readonly paymentDocument?: string;
}

export interface CollectionAnswered {
  readonly type: 'CollectionAnswered';
  readonly result: BankExecution['result'];
  readonly credited: Money;
  readonly on: CivilDate;
}

/**
 * Takes the answer to a collection order: one answer, after its receipt, with proof where it comes back (R-PAY-181). Money that
 * crossed with the recall is taken too: it came.
 */
export function answerCollection(message: BankMessage, answer: BankExecution): Decision<CollectionAnswered> {
  const { bank, result, credited, on, paymentDocument } = answer;
  if (message.kind !== 'COLLECT')
    return refuse(reason(reasons.BANK_MESSAGE_UNKNOWN, { pointer: '/orderId' }));
  const moneyCame = result === 'EXECUTED' || result === 'PARTIAL';
  return decide<CollectionAnswered>(
    [
      stranger(message, bank),
      when(!mayAnswer(message, moneyCame), reasons.BANK_MESSAGE_STATE_UNFIT, {
        parameters: { status: message.status },
      }),
      when(result !== 'UNFILLED' && !paymentDocument?.trim(), reasons.BANK_PROOF_MISSING, {
        pointer: '/paymentDocument',
      }),
      when(credited.isNegative() || credited.isPositive() !== moneyCame, reasons.BANK_MESSAGE_STATE_UNFIT, {
        pointer: '/credited',
        parameters: { result },
      }),
    ],
    () => [{ type: 'CollectionAnswered', result, credited, on }],
  );
}

function mayAnswer({ status, acknowledgedAt }: BankMessage, moneyCame: boolean): boolean {
  return status === 'ACKNOWLEDGED' || (status === 'RECALLED' && acknowledgedAt !== undefined && moneyCame);
}

/** Why a bank cannot execute an order at all. */
export const BANK_REFUSAL_CODES = [
  'HOLDER_UNKNOWN',
  'ACCOUNT_UNKNOWN',
  'ACCOUNT_CLOSED',
  'DOCUMENT_DEFECTIVE',
  'OTHER',
] as const;
export type BankRefusalCode = (typeof BANK_REFUSAL_CODES)[number];

export interface BankRefusal {
  readonly bank: string;
  readonly code: BankRefusalCode;
  readonly text: string;
}

export interface MessageRefused {
  readonly type: 'MessageRefused';
  readonly code: BankRefusalCode;
  readonly text: string;
}

/** Takes a bank's refusal of an order that it has not answered yet; OTHER needs a text. */
export function refuseMessage(message: BankMessage, refusal: BankRefusal): Decision<MessageRefused> {
  const { bank, code, text } = refusal;
  return decide<MessageRefused>(
    [
      stranger(message, bank),
      when(unanswered([message]).length === 0, reasons.BANK_MESSAGE_STATE_UNFIT, {
        parameters: { status: message.status },
      }),
      when(code === 'OTHER' && text.trim() === '', reasons.BANK_PROOF_MISSING, { pointer: '/text' }),
    ],
    () => [{ type: 'MessageRefused', code, text }],
  );
}

export interface MessageRecalled {
  readonly type: 'MessageRecalled';
}

/** The order that ends another one (art. 162.5, 165.5). */
export const RECALLED_BY: Readonly<Partial<Record<BankMessageKind, BankMessageKind>>> = {
  SUSPEND_ACCOUNTS: 'LIFT_SUSPENSION',
  COLLECT: 'RECALL_COLLECTION',
};

/** The customs body ends a suspension, or an order that the bank has not answered. Others: BANK_MESSAGE_STATE_UNFIT. */
export function recallMessage(message: BankMessage): Decision<MessageRecalled> {
  const open =
    unanswered([message]).length > 0 ||
    (message.kind === 'SUSPEND_ACCOUNTS' && message.status === 'EXECUTED');
  return decide<MessageRecalled>(
    [
      when(!open || RECALLED_BY[message.kind] === undefined, reasons.BANK_MESSAGE_STATE_UNFIT, {
        parameters: { status: message.status },
      }),
    ],
    () => [{ type: 'MessageRecalled' }],
  );
}

function stranger(message: BankMessage, bank: string): Reason | undefined {
  return when(message.bank !== bank, reasons.BANK_MESSAGE_UNKNOWN, { pointer: '/bank' });
}

export type BankMessageEvent = MessageAcknowledged | CollectionAnswered | MessageRefused | MessageRecalled;

/** The message after what the bank or the customs body said. */
export function evolve(message: BankMessage, event: BankMessageEvent): BankMessage {
  switch (event.type) {
    case 'MessageAcknowledged':
      return {
        ...message,
        status: BANK_MESSAGE_KINDS[message.kind].needsAnswer ? 'ACKNOWLEDGED' : 'EXECUTED',
        acknowledgedAt: event.acknowledgedAt,
      };
    case 'CollectionAnswered':
      return { ...message, status: event.result };
    case 'MessageRefused':
      return { ...message, status: 'REFUSED' };
    case 'MessageRecalled':
      return { ...message, status: 'RECALLED' };
  }
}

/** Messages a bank has not acknowledged, or collection orders it has not answered: what an officer follows up. */
export function unanswered(messages: readonly BankMessage[]): readonly BankMessage[] {
  return messages.filter(({ status }) => status === 'ISSUED' || status === 'ACKNOWLEDGED');
}

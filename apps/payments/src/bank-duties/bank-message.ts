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

export type BankMessageStatus = 'SENT' | 'ACKNOWLEDGED' | 'EXECUTED' | 'PARTIAL' | 'UNFILLED' | 'RETURNED';

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
      when(message.status !== 'SENT' && !again, reasons.BANK_MESSAGE_STATE_UNFIT, {
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

/** Takes the answer to a collection order: one answer, after its receipt, with proof where it comes back (R-PAY-181). */
export function answerCollection(message: BankMessage, answer: BankExecution): Decision<CollectionAnswered> {
  const { bank, result, credited, on, paymentDocument } = answer;
  if (message.kind !== 'COLLECT')
    return refuse(reason(reasons.BANK_MESSAGE_UNKNOWN, { pointer: '/orderId' }));
  const moneyCame = result === 'EXECUTED' || result === 'PARTIAL';
  return decide<CollectionAnswered>(
    [
      stranger(message, bank),
      when(message.status !== 'ACKNOWLEDGED', reasons.BANK_MESSAGE_STATE_UNFIT, {
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

function stranger(message: BankMessage, bank: string): Reason | undefined {
  return when(message.bank !== bank, reasons.BANK_MESSAGE_UNKNOWN, { pointer: '/bank' });
}

/** The message after what the bank said. */
export function evolve(message: BankMessage, event: MessageAcknowledged | CollectionAnswered): BankMessage {
  switch (event.type) {
    case 'MessageAcknowledged':
      return {
        ...message,
        status: BANK_MESSAGE_KINDS[message.kind].needsAnswer ? 'ACKNOWLEDGED' : 'EXECUTED',
        acknowledgedAt: event.acknowledgedAt,
      };
    case 'CollectionAnswered':
      return { ...message, status: event.result };
  }
}

/** Messages a bank has not acknowledged, or collection orders it has not answered: what an officer follows up. */
export function unanswered(messages: readonly BankMessage[]): readonly BankMessage[] {
  return messages.filter(({ status }) => status === 'SENT' || status === 'ACKNOWLEDGED');
}

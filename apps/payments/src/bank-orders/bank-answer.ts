/** A bank's answer as it is written, read into values: what cannot be read is a reason, never an exception. */
import { isCivilDate } from '@shekara/calendar';
import { Exact, Money, reason, type Reason, type Refused } from '@shekara/kernel';
import { bankDutiesReasons } from '../bank-duties/bank-duties-reasons.js';
import {
  BANK_REFUSAL_CODES,
  type BankExecution,
  type BankRefusal,
  type BankRefusalCode,
} from '../bank-duties/bank-message.js';

export interface WrittenExecution {
  readonly bankId: string;
  readonly result: string;
  readonly credited: string;
  readonly rate: string;
  readonly executedOn: string;
  readonly paymentDocument: string;
}

const RESULTS = ['EXECUTED', 'PARTIAL', 'UNFILLED', 'RETURNED'] as const;
const AMOUNT = /^\d{1,15}(\.\d{1,2})?$/;
const RATE = /^\d{1,9}(\.\d{1,6})?$/;

/** Reads an answer, or names every field that cannot be read (BANK_ANSWER_UNREADABLE). */
export function readExecution(
  written: WrittenExecution,
): { readonly accepted: true; readonly execution: BankExecution } | Refused {
  const { bankId: bank, credited, rate, executedOn: on, paymentDocument } = written;
  const result = RESULTS.find((one) => one === written.result);
  const unread: readonly (readonly [string, boolean])[] = [
    ['result', result === undefined],
    ['credited', !AMOUNT.test(credited)],
    ['rate', rate !== '' && !(RATE.test(rate) && new Exact(rate).gt(0))],
    ['executedOn', !isCivilDate(on)],
  ];
  const [first, ...rest] = unread.flatMap(([field, isUnread]): Reason[] =>
    isUnread ? [reason(bankDutiesReasons.BANK_ANSWER_UNREADABLE, { pointer: `/${field}` })] : [],
  );
  if (first) return { accepted: false, reasons: [first, ...rest] };
  if (!result || !isCivilDate(on)) throw new Error('a field is neither read nor named');
  return {
    accepted: true,
    execution: {
      bank,
      result,
      credited: Money.ofTenge(credited),
      on,
      ...(rate === '' ? {} : { rate: new Exact(rate) }),
      ...(paymentDocument === '' ? {} : { paymentDocument }),
    },
  };
}

/** A code that is not of the list is OTHER, with what the bank wrote as its text. */
export function readRefusal({
  bankId: bank,
  code,
  text,
}: {
  readonly bankId: string;
  readonly code: string;
  readonly text: string;
}): BankRefusal {
  const known = BANK_REFUSAL_CODES.find((one): one is BankRefusalCode => one === code);
  return known ? { bank, code: known, text } : { bank, code: 'OTHER', text: `${code} ${text}`.trim() };
}

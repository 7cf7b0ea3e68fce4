/** A payer at a customs body and its sums, for the tests of the ledger. */
import {
  type Bin,
  type CustomsBodyCode,
  identificationCheckDigit,
  Money,
  parseBin,
  parseCustomsBodyCode,
} from '@shekara/kernel';
import type { MoneyPurpose, PaymentKind } from '../payment-kind.js';
import type { Account, PayerAtBody } from './account.js';
import { Balances } from './balances.js';
import type { JournalEntry } from './journal-entry.js';

const payer = bin('95014000001');
const customsBody = parseCustomsBodyCode('55302') as CustomsBodyCode;
export const owner: PayerAtBody = { payer, customsBody };
export const tenge = (text: string) => Money.ofTenge(text);
export const day = '2025-09-02';

function bin(elevenDigits: string): Bin {
  const number = parseBin(`${elevenDigits}${identificationCheckDigit(elevenDigits) ?? ''}`);
  if (!number) throw new Error(`no BIN begins with ${elevenDigits}`);
  return number;
}

export const advance = (purpose: MoneyPurpose = 'ADVANCE'): Account => ({
  type: 'ADVANCE_MONEY',
  ...owner,
  purpose,
});
export const owed = (kind: PaymentKind, amount: string) => ({
  owner,
  kind,
  amount: tenge(amount),
  document: '55302/020925/0000001',
  valueDate: day,
});
export const received = (amount: string, purpose: MoneyPurpose = 'ADVANCE') => ({
  owner,
  purpose,
  amount: tenge(amount),
  document: 'HALYK/1',
  valueDate: day,
});
export const books = (...entries: JournalEntry[]) =>
  entries.reduce((balances, entry) => balances.post(entry), Balances.EMPTY);

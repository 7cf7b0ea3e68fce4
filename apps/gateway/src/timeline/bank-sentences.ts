/** What messages between customs, banks and the Treasury say in a timeline. Debts are the payer's secret from the carrier. */
import {
  BankOrderAcknowledgedSchema,
  BankOrderExecutedSchema,
  BankOrderRefusedSchema,
  BankOrderSchema,
  TreasuryDailyReportSchema,
} from '@shekara/contracts';
import { count, line, words } from './step-sentences.js';

export const BANK_SENTENCES = [
  line(BankOrderSchema, {
    audience: 'DECLARANT',
    says: ({ kind, number, bankId }) => `Order ${number} (${words(kind)}) was sent to bank ${bankId}.`,
    facts: ({ number, kind, bankId, acknowledgeBy }) => ({ number, kind, bankId, acknowledgeBy }),
  }),
  line(BankOrderAcknowledgedSchema, {
    audience: 'DECLARANT',
    by: 'party',
    says: ({ bankId }) => `Bank ${bankId} received an order of customs.`,
    facts: ({ bankId }) => ({ bankId }),
  }),
  line(BankOrderExecutedSchema, {
    audience: 'DECLARANT',
    by: 'party',
    says: ({ bankId, result, credited }) =>
      `Bank ${bankId} answered a collection order (${words(result)}): ${credited} KZT.`,
    facts: ({ bankId, result, credited, executedOn }) => ({ bankId, result, credited, executedOn }),
  }),
  line(BankOrderRefusedSchema, {
    audience: 'DECLARANT',
    by: 'party',
    says: ({ bankId, code }) => `Bank ${bankId} refused an order of customs: ${words(code)}.`,
    facts: ({ bankId, code }) => ({ bankId, code }),
  }),
  line(TreasuryDailyReportSchema, {
    audience: 'OFFICIAL',
    says: ({ reportReference, lines }) =>
      `The Treasury sent its report ${reportReference} with ${count(lines, 'line')}.`,
    facts: ({ reportReference, reportDate }) => ({ reportReference, reportDate }),
  }),
];

/** What debts that arose and the arrears of a payer say in a timeline. */
import { ArrearsStatusChangedSchema, DebtAroseSchema } from '@shekara/contracts';
import { line, tenge, words } from './step-sentences.js';

export const ARREARS_SENTENCES = [
  line(DebtAroseSchema, {
    audience: 'DECLARANT',
    says: ({ document, paymentKind, dueOn }) =>
      `The ${words(paymentKind)} of ${document} was not paid by ${dueOn}: it is a debt.`,
    facts: ({ paymentKind, amount, dueOn, interestFrom }) => ({
      paymentKind,
      amount: tenge(amount),
      dueOn,
      interestFrom,
    }),
  }),
  line(ArrearsStatusChangedSchema, {
    audience: 'OFFICIAL',
    says: ({ present }) => (present ? 'The payer has arrears.' : 'The payer has no arrears any more.'),
    facts: ({ opened, closed }) => ({
      opened: opened.map(words).join(', '),
      closed: closed.map(words).join(', '),
    }),
  }),
];

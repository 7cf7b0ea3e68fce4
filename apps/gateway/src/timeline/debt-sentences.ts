/** What messages of debt notices say in a timeline. Debts are the payer's secret from the carrier. */
import {
  AccountDebtEnteredSchema,
  AccountDebtLoweredSchema,
  AccountDebtPaidSchema,
  DebtNoticeDefaultedSchema,
  DebtNoticeDeliveredSchema,
  DebtNoticeExecutedSchema,
  DebtNoticeReplacedSchema,
  DebtNoticeResumedSchema,
  DebtNoticeSentSchema,
  DebtNoticeSuspendedSchema,
  DebtNoticeWithdrawnSchema,
} from '@shekara/contracts';
import { count, line, tenge, words } from './step-sentences.js';

export const DEBT_SENTENCES = [
  line(AccountDebtEnteredSchema, {
    audience: 'DECLARANT',
    says: ({ document, sums }) =>
      `Customs entered a debt of ${count(sums, 'kind')} of payment on the account by ${document}.`,
    facts: ({ document, source, trigger, sums }) => ({
      document,
      source,
      trigger,
      sums: sums.map(({ paymentKind, amount }) => `${paymentKind} ${tenge(amount)}`).join(', '),
    }),
  }),
  line(AccountDebtLoweredSchema, {
    audience: 'DECLARANT',
    says: ({ document, amount }) => `The debt by ${document} was lowered by ${tenge(amount)} KZT.`,
    facts: ({ document, decision, paymentKind, amount }) => ({
      document,
      decision,
      paymentKind,
      amount: tenge(amount),
    }),
  }),
  line(AccountDebtPaidSchema, {
    audience: 'DECLARANT',
    by: 'party',
    says: ({ principal, interest }) =>
      `A debt was paid: ${tenge(principal)} KZT and ${tenge(interest)} KZT of penalty interest.`,
    facts: ({ paymentKind, principal, interest, paidOn }) => ({
      paymentKind,
      principal: tenge(principal),
      interest: tenge(interest),
      paidOn,
    }),
  }),
  line(DebtNoticeSentSchema, {
    audience: 'DECLARANT',
    says: ({ number, noticeType }) => `Debt notice ${number} (${words(noticeType)}) was sent.`,
    facts: ({ number, noticeType, regime, sentOn }) => ({ number, noticeType, regime, sentOn }),
  }),
  line(DebtNoticeDeliveredSchema, {
    audience: 'DECLARANT',
    says: ({ number, executeBy }) => `Debt notice ${number} was delivered; it is payable by ${executeBy}.`,
    facts: ({ number, deliveredOn, executeBy }) => ({ number, deliveredOn, executeBy }),
  }),
  line(DebtNoticeSuspendedSchema, {
    audience: 'DECLARANT',
    by: 'party',
    says: ({ number, disputed }) => `An appeal suspended ${tenge(disputed)} KZT of debt notice ${number}.`,
    facts: ({ number, submittedOn, disputed }) => ({ number, submittedOn, disputed: tenge(disputed) }),
  }),
  line(DebtNoticeResumedSchema, {
    audience: 'DECLARANT',
    says: ({ number, executeBy }) =>
      `Debt notice ${number} is in force again; it is payable by ${executeBy}.`,
    facts: ({ number, decidedOn, executeBy }) => ({ number, decidedOn, executeBy }),
  }),
  line(DebtNoticeReplacedSchema, {
    audience: 'DECLARANT',
    says: ({ number, newNumber }) => `Debt notice ${number} was replaced by ${newNumber}.`,
    facts: ({ number, newNumber }) => ({ number, newNumber }),
  }),
  line(DebtNoticeWithdrawnSchema, {
    audience: 'DECLARANT',
    says: ({ number }) => `Debt notice ${number} was withdrawn.`,
    facts: ({ number, cause, withdrawnOn }) => ({ number, cause, withdrawnOn }),
  }),
  line(DebtNoticeExecutedSchema, {
    audience: 'DECLARANT',
    says: ({ number }) => `Everything that debt notice ${number} demands is paid.`,
    facts: ({ number, paidOn }) => ({ number, paidOn }),
  }),
  line(DebtNoticeDefaultedSchema, {
    audience: 'DECLARANT',
    says: ({ number, amount }) => `The term of debt notice ${number} ended with ${tenge(amount)} KZT unpaid.`,
    facts: ({ number, amount, termEndedOn }) => ({ number, amount: tenge(amount), termEndedOn }),
  }),
];

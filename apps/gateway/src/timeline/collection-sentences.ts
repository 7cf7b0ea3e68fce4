/** What messages of forced collection say in a timeline. Debts are the payer's secret from the carrier. */
import {
  BankruptcyAppliedForSchema,
  CollectionClosedSchema,
  CollectionOpenedSchema,
  CollectionOrderSentSchema,
  CollectionOrderSettledSchema,
  CollectionStageReachedSchema,
  DebtCollectedSchema,
  DebtorNoticeSentSchema,
  GuaranteeCalledSchema,
  PropertyForeclosedSchema,
  SecuringMeasureLiftedSchema,
  SecuringMeasureOverdueSchema,
  SecuringMeasureTakenSchema,
} from '@shekara/contracts';
import { line, tenge, words } from './step-sentences.js';

/** `S3_BANK_SUSPENSION` reads "bank suspension". */
function named(code: string): string {
  return words(code.replace(/^S\d[A-C]?_/, ''));
}

export const COLLECTION_SENTENCES = [
  line(CollectionOpenedSchema, {
    audience: 'DECLARANT',
    says: ({ noticeNumber, debt }) =>
      `Collection of ${tenge(debt)} KZT of debt notice ${noticeNumber} began.`,
    facts: ({ noticeNumber, part, debt, openedOn }) => ({ noticeNumber, part, debt: tenge(debt), openedOn }),
  }),
  line(GuaranteeCalledSchema, {
    audience: 'DECLARANT',
    says: ({ securityNumber }) => `Security ${securityNumber} was named to the guarantees desk for a debt.`,
    facts: ({ securityNumber, amount }) => ({ securityNumber, amount: tenge(amount) }),
  }),
  line(CollectionStageReachedSchema, {
    audience: 'DECLARANT',
    says: ({ stage, remaining }) => `Collection stands at ${named(stage)} with ${tenge(remaining)} KZT owed.`,
    facts: ({ stage, remaining }) => ({ stage, remaining: tenge(remaining) }),
  }),
  line(DebtCollectedSchema, {
    audience: 'DECLARANT',
    says: ({ source, amount }) => `A debt became ${tenge(amount)} KZT less by ${words(source)}.`,
    facts: ({ source, amount, remaining }) => ({
      source,
      amount: tenge(amount),
      remaining: tenge(remaining),
    }),
  }),
  line(SecuringMeasureTakenSchema, {
    audience: 'DECLARANT',
    says: ({ measure, document }) => `To secure a debt, the ${named(measure)} ${document} was ordered.`,
    facts: ({ measure, document, takenOn }) => ({ measure, document, takenOn }),
  }),
  line(SecuringMeasureLiftedSchema, {
    audience: 'DECLARANT',
    says: ({ measure, document }) => `The ${named(measure)} ${document} was lifted.`,
    facts: ({ measure, document, liftedOn }) => ({ measure, document, liftedOn }),
  }),
  line(SecuringMeasureOverdueSchema, {
    audience: 'OFFICIAL',
    says: ({ measure, document, liftBy }) =>
      `The ${named(measure)} ${document} had to be lifted by ${liftBy}.`,
    facts: ({ measure, document, liftBy }) => ({ measure, document, liftBy }),
  }),
  line(CollectionOrderSentSchema, {
    audience: 'DECLARANT',
    says: ({ orderNumber, amount }) =>
      `Collection order ${orderNumber} for ${tenge(amount)} KZT went to a bank.`,
    facts: ({ orderNumber, bank, holder, paymentKind, amount }) => ({
      orderNumber,
      bank,
      holder,
      paymentKind,
      amount: tenge(amount),
    }),
  }),
  line(CollectionOrderSettledSchema, {
    audience: 'DECLARANT',
    says: ({ orderNumber, status }) => `Collection order ${orderNumber} is ${words(status)}.`,
    facts: ({ orderNumber, status, credited }) => ({ orderNumber, status, credited: tenge(credited) }),
  }),
  line(DebtorNoticeSentSchema, {
    audience: 'DECLARANT',
    says: ({ debtor, amount }) =>
      `Debtor ${debtor} was notified that ${tenge(amount)} KZT will be collected from it.`,
    facts: ({ debtorNoticeNumber, debtor, amount }) => ({
      debtorNoticeNumber,
      debtor,
      amount: tenge(amount),
    }),
  }),
  line(PropertyForeclosedSchema, {
    audience: 'DECLARANT',
    says: ({ resolution }) => `Restricted property goes to sale by resolution ${resolution}.`,
    facts: ({ resolution, authorizedLegalEntity }) => ({ resolution, authorizedLegalEntity }),
  }),
  line(BankruptcyAppliedForSchema, {
    audience: 'DECLARANT',
    says: ({ debt }) => `Bankruptcy was applied for over a debt of ${tenge(debt)} KZT.`,
    facts: ({ debt }) => ({ debt: tenge(debt) }),
  }),
  line(CollectionClosedSchema, {
    audience: 'DECLARANT',
    says: ({ ground }) => `Collection of a debt ended: ${words(ground)}.`,
    facts: ({ ground, closedOn }) => ({ ground, closedOn }),
  }),
];

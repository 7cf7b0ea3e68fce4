/** What the payments of an adjusted declaration say in a timeline. They are the declarant's secret from the carrier. */
import { AdjustmentNotAssessedSchema, PaymentsAdjustedSchema } from '@shekara/contracts';
import { codes, count, line, tenge, words } from './step-sentences.js';

export const ADJUSTMENT_SENTENCES = [
  line(PaymentsAdjustedSchema, {
    audience: 'DECLARANT',
    says: ({ declarationNumber, payments }) =>
      `The payments of ${declarationNumber} follow its adjustment: ${count(payments, 'kind')} changed.`,
    facts: ({ calculatedBy, payments }) => ({
      calculatedBy,
      payments: payments
        .map(({ paymentKind, before, after }) => `${words(paymentKind)} ${tenge(before)} → ${tenge(after)}`)
        .join(', '),
    }),
  }),
  line(AdjustmentNotAssessedSchema, {
    audience: 'DECLARANT',
    says: ({ declarationNumber }) =>
      `An officer assesses the payments of ${declarationNumber} after its adjustment.`,
    facts: ({ reasons }) => ({ reasons: codes(reasons) }),
  }),
];

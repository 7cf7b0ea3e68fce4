/** What findings that make an obligation arise say in a timeline. Debts are the payer's secret from the carrier. */
import {
  AssessObligationSchema,
  ObligationAssessedSchema,
  ObligationDismissedSchema,
  ObligationNotAssessedSchema,
} from '@shekara/contracts';
import { codes, line, words } from './step-sentences.js';

export const OBLIGATION_SENTENCES = [
  line(AssessObligationSchema, {
    audience: 'OFFICIAL',
    says: ({ trigger, document }) => `${document} found that payments may be owed (${words(trigger)}).`,
    facts: ({ trigger, document, source, customsBody }) => ({ trigger, document, source, customsBody }),
  }),
  line(ObligationAssessedSchema, {
    audience: 'DECLARANT',
    says: ({ document, dueOn }) => `Payments are owed by ${document}, due on ${dueOn}.`,
    facts: ({ trigger, document, arisenOn, dueOn, rateDate }) => ({
      trigger,
      document,
      arisenOn,
      dueOn,
      rateDate,
    }),
  }),
  line(ObligationNotAssessedSchema, {
    audience: 'OFFICIAL',
    says: ({ document }) => `An officer has to assess what ${document} found.`,
    facts: ({ trigger, document, reasons }) => ({ trigger, document, reasons: codes(reasons) }),
  }),
  line(ObligationDismissedSchema, {
    audience: 'DECLARANT',
    says: ({ document }) => `Nobody owes payments by ${document}.`,
    facts: ({ trigger, document, reason }) => ({ trigger, document, reason }),
  }),
];

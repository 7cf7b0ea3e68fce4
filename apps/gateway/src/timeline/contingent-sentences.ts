/** What messages of conditional release say in a timeline: sums that sleep while the limits of use hold. */
import { ContingentLiabilityClosedSchema, ContingentLiabilityOpenedSchema } from '@shekara/contracts';
import { line, tenge, words } from './step-sentences.js';

export const CONTINGENT_SENTENCES = [
  line(ContingentLiabilityOpenedSchema, {
    audience: 'DECLARANT',
    says: ({ declarationNumber, relief, amount, endDate }) =>
      endDate === ''
        ? `${declarationNumber} was released at a duty rate below the common tariff: ${tenge(amount)} KZT sleep until they are paid.`
        : `${declarationNumber} was released with the relief ${words(relief)}: ${tenge(amount)} KZT sleep until ${endDate}.`,
    facts: ({ reason, relief, amount, endDate }) => ({ reason, relief, amount: tenge(amount), endDate }),
  }),
  line(ContingentLiabilityClosedSchema, {
    audience: 'DECLARANT',
    says: ({ declarationNumber, amount, reason, dueOn }) =>
      dueOn === ''
        ? `${tenge(amount)} KZT of ${declarationNumber} sleep no longer: ${words(reason)}.`
        : `${tenge(amount)} KZT of ${declarationNumber} fell due on ${dueOn}: ${words(reason)}.`,
    facts: ({ reason, relief, amount, left, dueOn }) => ({
      reason,
      relief,
      amount: tenge(amount),
      left: tenge(left),
      dueOn,
    }),
  }),
];

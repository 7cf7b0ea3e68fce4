/** What published rates say in a timeline; no case has them, a publication has one of its own. */
import { FxRatePublishedSchema, RefinancingRateChangedSchema } from '@shekara/contracts';
import { line } from './step-sentences.js';

export const RATE_SENTENCES = [
  line(FxRatePublishedSchema, {
    audience: 'OFFICIAL',
    says: ({ currency, date, kztPerUnit }) => `${currency} is ${kztPerUnit} KZT from ${date}.`,
    facts: ({ currency, date, kztPerUnit, source }) => ({ currency, date, kztPerUnit, source }),
  }),
  line(RefinancingRateChangedSchema, {
    audience: 'OFFICIAL',
    says: ({ percent, validFrom }) => `The official rate is ${percent} percent from ${validFrom}.`,
    facts: ({ percent, validFrom, source }) => ({ percent, validFrom, source }),
  }),
];

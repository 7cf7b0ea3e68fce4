/** What a timeline says when place and time of an examination are told. */
import { ControlMeasureInformedSchema, instantOf } from '@shekara/contracts';
import { line } from './step-sentences.js';

export const EXAMINATION_NOTICE_SENTENCES = [
  line(ControlMeasureInformedSchema, {
    audience: 'DECLARANT',
    says: ({ place }) => `Place and time of the examination were told: ${place}.`,
    facts: ({ place, startsAt }) => ({
      place,
      ...(startsAt ? { startsAt: instantOf(startsAt).toISOString() } : {}),
    }),
  }),
];

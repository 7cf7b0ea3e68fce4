/** What changes of a registered declaration and its withdrawal say in a timeline. */
import {
  AmendmentDemandedSchema,
  AmendmentPermittedSchema,
  AmendmentRejectedSchema,
  AmendmentRequestedSchema,
  DeclarationAdjustedAfterReleaseSchema,
  DeclarationWithdrawnSchema,
  WithdrawalRejectedSchema,
} from '@shekara/contracts';
import { codes, count, line } from './step-sentences.js';

export const CHANGE_SENTENCES = [
  line(AmendmentRequestedSchema, {
    audience: 'DECLARANT',
    by: 'party',
    says: ({ number, changes }) => `A change of ${count(changes, 'field')} of ${number} was asked for.`,
    facts: ({ number, reason }) => ({ number, reason }),
  }),
  line(AmendmentPermittedSchema, {
    audience: 'DECLARANT',
    says: ({ number, version, changes }) =>
      `Declaration ${number} was amended in ${count(changes, 'field')}: version ${version}.`,
    facts: ({ number, version, reason }) => ({ number, version: String(version), reason }),
    officialFacts: ({ decidedBy }) => ({ decidedBy }),
  }),
  line(AmendmentRejectedSchema, {
    audience: 'DECLARANT',
    says: ({ number, reasons }) => `The change of ${number} was refused for ${count(reasons, 'reason')}.`,
    facts: ({ number, reasons }) => ({ number, reasons: codes(reasons) }),
    officialFacts: ({ decidedBy }) => ({ decidedBy }),
  }),
  line(AmendmentDemandedSchema, {
    audience: 'DECLARANT',
    says: ({ number, fields }) => `Customs demands a change of ${count(fields, 'field')} of ${number}.`,
    facts: ({ number, fields, reason }) => ({ number, fields: fields.join(', '), reason }),
    officialFacts: ({ demandedBy }) => ({ demandedBy }),
  }),
  line(DeclarationAdjustedAfterReleaseSchema, {
    audience: 'DECLARANT',
    says: ({ number, version, changes }) =>
      `Declaration ${number} was adjusted after release in ${count(changes, 'field')}: version ${version}.`,
    facts: ({ number, version, reason, openedBy }) => ({
      number,
      version: String(version),
      reason,
      openedBy,
    }),
    officialFacts: ({ decidedBy }) => ({ decidedBy }),
  }),
  line(DeclarationWithdrawnSchema, {
    audience: 'DECLARANT',
    state: 'DECLARATION_WITHDRAWN',
    says: ({ number, releasedBefore }) =>
      `Declaration ${number} was withdrawn${releasedBefore ? '; its release is cancelled' : ''}.`,
    facts: ({ number, reason, goodsStatus }) => ({ number, reason, goodsStatus }),
    officialFacts: ({ decidedBy }) => ({ decidedBy }),
  }),
  line(WithdrawalRejectedSchema, {
    audience: 'DECLARANT',
    says: ({ number, reasons }) => `The withdrawal of ${number} was refused for ${count(reasons, 'reason')}.`,
    facts: ({ number, reasons }) => ({ number, reasons: codes(reasons) }),
    officialFacts: ({ decidedBy }) => ({ decidedBy }),
  }),
];

/** What messages of deferrals and write-offs say in a timeline. Debts are the payer's secret from the carrier. */
import {
  DebtWrittenOffSchema,
  DeferralBrokenSchema,
  DeferralCancelledSchema,
  DeferralEndedSchema,
  DeferralGrantedSchema,
  DeferralRefusedSchema,
  DeferralRegisteredSchema,
  DeferralRestoredSchema,
} from '@shekara/contracts';
import { count, line, tenge, words } from './step-sentences.js';

export const DEFERRAL_SENTENCES = [
  line(DeferralRegisteredSchema, {
    audience: 'DECLARANT',
    by: 'party',
    says: ({ declarationNumber, mode, duty }) =>
      `An application for ${words(mode)} of ${tenge(duty)} KZT of duty of ${declarationNumber} was registered.`,
    facts: ({ mode, duty, decideBy, securityNumber }) => ({
      mode,
      duty: tenge(duty),
      decideBy,
      security: securityNumber,
    }),
  }),
  line(DeferralGrantedSchema, {
    audience: 'DECLARANT',
    says: ({ declarationNumber, parts }) =>
      `Duty of ${declarationNumber} was put off in ${count(parts, 'part')}.`,
    facts: ({ parts, termChangeInterest, decidedOn }) => ({
      lastDay: parts.at(-1)?.dueOn ?? '',
      interest: tenge(termChangeInterest),
      decidedOn,
    }),
  }),
  line(DeferralRefusedSchema, {
    audience: 'DECLARANT',
    says: ({ declarationNumber }) => `Deferral of duty of ${declarationNumber} was refused.`,
    facts: ({ code, words: said, decidedOn }) => ({ code, words: said, decidedOn }),
  }),
  line(DeferralCancelledSchema, {
    audience: 'DECLARANT',
    says: ({ declarationNumber }) => `The decision on the deferral of ${declarationNumber} was cancelled.`,
    facts: ({ treatyGround, letter }) => ({ treatyGround, letter }),
  }),
  line(DeferralEndedSchema, {
    audience: 'DECLARANT',
    says: ({ declarationNumber, by }) =>
      by === 'OBLIGATION_ENDED'
        ? `The duty of ${declarationNumber} has ended, and its deferral with it.`
        : `The deferred duty of ${declarationNumber} is paid.`,
    facts: ({ by }) => ({ by }),
  }),
  line(DeferralBrokenSchema, {
    audience: 'DECLARANT',
    says: ({ declarationNumber, outstanding }) =>
      `The deferral of ${declarationNumber} is broken: ${tenge(outstanding)} KZT are collectable at once.`,
    facts: ({ cause, outstanding, dueOn }) => ({ cause, outstanding: tenge(outstanding), dueOn }),
  }),
  line(DeferralRestoredSchema, {
    audience: 'DECLARANT',
    says: ({ declarationNumber }) =>
      `The deferral of ${declarationNumber} runs on: its part was paid in time after all.`,
  }),
  line(DebtWrittenOffSchema, {
    audience: 'DECLARANT',
    says: ({ paymentKind, principal, penaltyInterest }) =>
      `Debt of ${words(paymentKind)} was written off: ${tenge(principal)} KZT and ${tenge(penaltyInterest)} KZT of interest.`,
    facts: ({ liabilityId, groundAct, groundProvision, decisionNumber, writtenOffOn }) => ({
      liability: liabilityId,
      groundAct,
      groundProvision,
      decision: decisionNumber,
      writtenOffOn,
    }),
  }),
];

/** What messages of appeals say in a timeline. Debts are the payer's secret from the carrier. */
import {
  AppealAcceptedSchema,
  AppealCourtClaimedSchema,
  AppealDecidedSchema,
  AppealJudgmentInForceSchema,
  AppealNotConsideredSchema,
  AppealRegisteredSchema,
  AppealTermResumedSchema,
  AppealTermStoppedSchema,
} from '@shekara/contracts';
import { codes, line, tenge, words } from './step-sentences.js';

export const APPEAL_SENTENCES = [
  line(AppealRegisteredSchema, {
    audience: 'DECLARANT',
    by: 'party',
    says: ({ noticeNumber, disputed }) =>
      `An appeal against debt notice ${noticeNumber} over ${tenge(disputed)} KZT was registered.`,
    facts: ({ hearingBody, registeredOn, suspendsFrom, marks, decideBy }) => ({
      hearingBody,
      registeredOn,
      suspendsFrom,
      marks: marks.join(', '),
      decideBy,
    }),
  }),
  line(AppealAcceptedSchema, {
    audience: 'DECLARANT',
    says: ({ noticeNumber, decideBy }) =>
      `The appeal against ${noticeNumber} is considered; a decision is due by ${decideBy}.`,
    facts: ({ hearingBody, decideBy }) => ({ hearingBody, decideBy }),
  }),
  line(AppealNotConsideredSchema, {
    audience: 'DECLARANT',
    says: ({ noticeNumber }) => `The appeal against ${noticeNumber} is not considered.`,
    facts: ({ grounds, toldOn, mayRefileUntil }) => ({ grounds: codes(grounds), toldOn, mayRefileUntil }),
  }),
  line(AppealTermStoppedSchema, {
    audience: 'DECLARANT',
    says: ({ noticeNumber, by }) =>
      `The term of the appeal against ${noticeNumber} stands still: ${words(by)}.`,
    facts: ({ by, stoppedFrom, letter }) => ({ by, stoppedFrom, letter }),
  }),
  line(AppealTermResumedSchema, {
    audience: 'DECLARANT',
    says: ({ noticeNumber, decideBy }) =>
      `The term of the appeal against ${noticeNumber} runs again, to ${decideBy}.`,
    facts: ({ resumedOn, decideBy }) => ({ resumedOn, decideBy }),
  }),
  line(AppealDecidedSchema, {
    audience: 'DECLARANT',
    says: ({ noticeNumber, outcome }) => `The appeal against ${noticeNumber} was decided: ${words(outcome)}.`,
    facts: ({ outcome, disputed, decidedOn, hearingBody }) => ({
      outcome,
      disputed: tenge(disputed),
      decidedOn,
      hearingBody,
    }),
  }),
  line(AppealCourtClaimedSchema, {
    audience: 'DECLARANT',
    by: 'party',
    says: ({ noticeNumber }) => `A claim against ${noticeNumber} was brought to court.`,
    facts: ({ claimedOn, disputed }) => ({ claimedOn, disputed: tenge(disputed) }),
  }),
  line(AppealJudgmentInForceSchema, {
    audience: 'DECLARANT',
    says: ({ noticeNumber, outcome }) => `The judgment on ${noticeNumber} is in force: ${words(outcome)}.`,
    facts: ({ outcome, inForceOn }) => ({ outcome, inForceOn }),
  }),
];

/** What each message says in a timeline: one line a message type. A type without a line does not pass the tests. */
import {
  ControlCompletedSchema,
  ControlOpenedSchema,
  ControlOrderedSchema,
  DeclarationRegisteredSchema,
  DeclarationRegistrationRefusedSchema,
  GoodsReleasedSchema,
  GoodsReleaseRefusedSchema,
  LiabilityAssessedSchema,
  LiabilityCoveredSchema,
  LiabilityEndedSchema,
  LiabilityNotAssessedSchema,
  LiabilityShortSchema,
  type Message,
  MoneyReceivedSchema,
  PaymentConfirmationSchema,
  RegisterEntryChangedSchema,
  ReleaseReservationSchema,
  ReleaseTermExceededSchema,
  ReservationRefusedSchema,
  ReservationReleasedSchema,
  ReserveSecuritySchema,
  RiskEvaluatedSchema,
  SecurityRegisteredSchema,
  SecurityReservedSchema,
  StatusNotifiedSchema,
  WorkItemChangedSchema,
} from '@shekara/contracts';
import { BANK_SENTENCES } from './bank-sentences.js';
import { COLLECTION_SENTENCES } from './collection-sentences.js';
import { APPEAL_SENTENCES } from './appeal-sentences.js';
import { ADJUSTMENT_SENTENCES } from './adjustment-sentences.js';
import { ARREARS_SENTENCES } from './arrears-sentences.js';
import { CHANGE_SENTENCES } from './change-sentences.js';
import { EXAMINATION_NOTICE_SENTENCES } from './examination-notice-sentences.js';
import { CERTIFICATE_SENTENCES } from './certificate-sentences.js';
import { CONTINGENT_SENTENCES } from './contingent-sentences.js';
import { DEBT_SENTENCES } from './debt-sentences.js';
import { OBLIGATION_SENTENCES } from './obligation-sentences.js';
import { RATE_SENTENCES } from './rate-sentences.js';
import { REFUND_SENTENCES } from './refund-sentences.js';
import { DEMAND_SENTENCES } from './demand-sentences.js';
import { DEFERRAL_SENTENCES } from './deferral-sentences.js';
import { MONEY_SENTENCES } from './money-sentences.js';
import { codes, contingentOf, count, line, type StepSentence, tenge, words } from './step-sentences.js';
import { TRANSPORT_SENTENCES } from './transport-sentences.js';

const DECLARATION = [
  line(DeclarationRegisteredSchema, {
    audience: 'DECLARANT',
    by: 'party',
    state: 'DECLARED',
    says: ({ number, items }) => `Goods declaration ${number} with ${count(items, 'item')} was registered.`,
    facts: ({ number, procedure, customsValue, items }) => ({
      number,
      procedure,
      customsValue: tenge(customsValue),
      items: String(items.length),
    }),
  }),
  line(DeclarationRegistrationRefusedSchema, {
    audience: 'DECLARANT',
    by: 'party',
    state: 'DECLARATION_REFUSED',
    says: ({ reasons }) =>
      `Registration of the goods declaration was refused for ${count(reasons, 'reason')}.`,
    facts: ({ reasons }) => ({ reasons: codes(reasons) }),
  }),
  line(GoodsReleasedSchema, {
    audience: 'DECLARANT',
    state: 'RELEASED',
    says: ({ number, mode }) =>
      `The goods of ${number} were released${mode === 'AUTOMATIC' ? ' without an officer' : ''}.`,
    facts: ({ number, kind, mode }) => ({ number, kind, mode }),
    officialFacts: ({ decidedBy }) => ({ decidedBy }),
  }),
  line(GoodsReleaseRefusedSchema, {
    audience: 'DECLARANT',
    state: 'RELEASE_REFUSED',
    says: ({ number, reasons }) =>
      `Release of the goods of ${number} was refused on ${count(reasons, 'ground')}.`,
    facts: ({ number, reasons }) => ({ number, reasons: codes(reasons) }),
    officialFacts: ({ decidedBy }) => ({ decidedBy }),
  }),
  line(ReleaseTermExceededSchema, {
    audience: 'DECLARANT',
    says: ({ number }) => `The term of release of ${number} ended without a decision.`,
    facts: ({ number }) => ({ number }),
  }),
];

const RISK_AND_CONTROL = [
  line(RiskEvaluatedSchema, {
    audience: 'OFFICIAL',
    says: ({ measure, stage }) => `Risk was evaluated for the ${words(stage)}: ${words(measure)}.`,
    facts: ({ measure }) => ({ measure }),
  }),
  line(ControlOrderedSchema, {
    audience: 'DECLARANT',
    state: 'UNDER_CONTROL',
    says: ({ measure, itemNumbers }) =>
      `A control was ordered: ${words(measure)}${itemNumbers.length > 0 ? ` of item ${itemNumbers.join(', ')}` : ''}.`,
    facts: ({ documentNumber, measure, itemNumbers, customsBody }) => ({
      documentNumber,
      measure,
      items: itemNumbers.join(', '),
      customsBody,
    }),
    officialFacts: ({ task }) => ({ task }),
  }),
  line(ControlOpenedSchema, {
    audience: 'DECLARANT',
    state: 'UNDER_CONTROL',
    says: ({ form }) => `The ${words(form)} was opened.`,
    facts: ({ form }) => ({ form }),
  }),
  line(ControlCompletedSchema, {
    audience: 'DECLARANT',
    says: ({ form, outcome }) => `The ${words(form)} was completed: ${words(outcome)}.`,
    facts: ({ actNumber, outcome, findings }) => ({ actNumber, outcome, findings: String(findings.length) }),
    officialFacts: ({ officer }) => ({ officer }),
  }),
];

const MONEY = [
  line(LiabilityAssessedSchema, {
    audience: 'DECLARANT',
    says: ({ declarationNumber, total, lines }) => {
      const asleep = contingentOf(lines);
      const more = asleep === '' ? '' : `; ${asleep} KZT more if its conditions break`;
      return `Payments of ${declarationNumber} were assessed: ${tenge(total)} KZT${more}.`;
    },
    facts: ({ declarationNumber, total, lines }) => ({
      declarationNumber,
      total: tenge(total),
      contingent: contingentOf(lines),
      refusedClaims: codes(lines.flatMap(({ refusedClaims }) => refusedClaims)),
    }),
  }),
  line(LiabilityCoveredSchema, {
    audience: 'DECLARANT',
    says: ({ declarationNumber }) => `Everything payable for ${declarationNumber} is covered.`,
    facts: ({ declarationNumber, covers }) => ({
      declarationNumber,
      sources: [...new Set(covers.map(({ source }) => source))].join(', '),
    }),
  }),
  line(LiabilityShortSchema, {
    audience: 'DECLARANT',
    says: ({ declarationNumber, short }) =>
      `Cover of ${tenge(short)} KZT is missing for ${declarationNumber}.`,
    facts: ({ declarationNumber, short, reasons }) => ({
      declarationNumber,
      short: tenge(short),
      reasons: codes(reasons),
    }),
  }),
  line(LiabilityNotAssessedSchema, {
    audience: 'DECLARANT',
    says: ({ declarationNumber }) =>
      `Payments of ${declarationNumber} cannot be assessed without an officer.`,
    facts: ({ declarationNumber, reasons }) => ({ declarationNumber, reasons: codes(reasons) }),
  }),
  line(LiabilityEndedSchema, {
    audience: 'DECLARANT',
    says: ({ declarationNumber, endReason }) =>
      `The liability of ${declarationNumber} ended: ${words(endReason)}.`,
    facts: ({ declarationNumber, endReason }) => ({ declarationNumber, endReason }),
  }),
  line(MoneyReceivedSchema, {
    audience: 'DECLARANT',
    says: ({ amount }) => `A bank confirmed a payment of ${tenge(amount)} KZT.`,
    facts: ({ bankReference, amount, state }) => ({ bankReference, amount: tenge(amount), state }),
  }),
  line(PaymentConfirmationSchema, {
    audience: 'DECLARANT',
    by: 'party',
    says: ({ amount, currency }) => `A bank sent a payment confirmation of ${amount} ${currency}.`,
    facts: ({ bankReference, amount, currency }) => ({ bankReference, amount, currency }),
  }),
];

const SECURITIES = [
  line(ReserveSecuritySchema, {
    audience: 'DECLARANT',
    says: ({ securityNumber, amount }) =>
      `${tenge(amount)} KZT of security ${securityNumber} were asked for as cover.`,
    facts: ({ securityNumber, amount }) => ({ securityNumber, amount: tenge(amount) }),
  }),
  line(ReleaseReservationSchema, {
    audience: 'DECLARANT',
    says: ({ securityNumber, cause }) => `Security ${securityNumber} is no longer needed: ${words(cause)}.`,
    facts: ({ securityNumber, cause }) => ({ securityNumber, cause }),
  }),
  line(SecurityRegisteredSchema, {
    audience: 'DECLARANT',
    says: ({ securityNumber, amount }) =>
      `Security ${securityNumber} of ${tenge(amount)} KZT was registered.`,
    facts: ({ securityNumber, amount, validUntil }) => ({
      securityNumber,
      amount: tenge(amount),
      validUntil,
    }),
  }),
  line(SecurityReservedSchema, {
    audience: 'DECLARANT',
    says: ({ securityNumber, amount }) => `${tenge(amount)} KZT of security ${securityNumber} were reserved.`,
    facts: ({ securityNumber, amount }) => ({ securityNumber, amount: tenge(amount) }),
  }),
  line(ReservationRefusedSchema, {
    audience: 'DECLARANT',
    says: ({ securityNumber, reasons }) =>
      `Security ${securityNumber} was refused for ${count(reasons, 'reason')}.`,
    facts: ({ securityNumber, reasons }) => ({ securityNumber, reasons: codes(reasons) }),
  }),
  line(ReservationReleasedSchema, {
    audience: 'DECLARANT',
    says: ({ securityNumber }) => `The reservation of security ${securityNumber} was released.`,
    facts: ({ securityNumber }) => ({ securityNumber }),
  }),
];

const REGISTERS_AND_WORK = [
  line(RegisterEntryChangedSchema, {
    audience: 'OFFICIAL',
    says: ({ registrationNumber, status }) => `Register entry ${registrationNumber} is ${words(status)}.`,
    facts: ({ registrationNumber, register, status }) => ({ registrationNumber, register, status }),
  }),
  line(WorkItemChangedSchema, {
    audience: 'OFFICIAL',
    says: ({ title, status }) => `Work item "${title}" is ${words(status)}.`,
    facts: ({ kind, status, role, customsBody, claimedBy, outcome }) => ({
      kind,
      status,
      role,
      customsBody,
      claimedBy,
      outcome,
    }),
  }),
  line(StatusNotifiedSchema, {
    audience: 'DECLARANT',
    says: ({ status, documentNumber }) =>
      `The trader was told: ${documentNumber} ${words(status)}.`.replace('  ', ' '),
    facts: ({ documentNumber, status }) => ({ documentNumber, status }),
  }),
];

const SENTENCES: ReadonlyMap<string, StepSentence> = new Map<string, StepSentence>([
  ...TRANSPORT_SENTENCES,
  ...DECLARATION,
  ...CHANGE_SENTENCES,
  ...EXAMINATION_NOTICE_SENTENCES,
  ...RISK_AND_CONTROL,
  ...MONEY,
  ...BANK_SENTENCES,
  ...DEBT_SENTENCES,
  ...ADJUSTMENT_SENTENCES,
  ...ARREARS_SENTENCES,
  ...CERTIFICATE_SENTENCES,
  ...REFUND_SENTENCES,
  ...DEFERRAL_SENTENCES,
  ...CONTINGENT_SENTENCES,
  ...MONEY_SENTENCES,
  ...APPEAL_SENTENCES,
  ...COLLECTION_SENTENCES,
  ...DEMAND_SENTENCES,
  ...SECURITIES,
  ...OBLIGATION_SENTENCES,
  ...RATE_SENTENCES,
  ...REGISTERS_AND_WORK,
]);

/** A type that has no line yet is told to officials only, by its name, until the table knows it. */
const UNKNOWN: StepSentence = {
  audience: 'OFFICIAL',
  by: 'officer',
  sentence: (message: Message) => `${message.$typeName.split('.').at(-1)} happened.`,
  facts: () => ({}),
  officialFacts: () => ({}),
};

/** The message types that have a line. */
export function typesWithSentence(): readonly string[] {
  return [...SENTENCES.keys()];
}

/** What a message of this type (full name) says. */
export function sentenceOf(type: string): StepSentence {
  return SENTENCES.get(type) ?? UNKNOWN;
}

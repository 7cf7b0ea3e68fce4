/** What defaults of secured obligations and demands on their securities say in a timeline. */
import {
  DefaultRecordedSchema,
  DepositTransferredSchema,
  SecurityDemandDeliveredSchema,
  SecurityDemandOverdueSchema,
  SecurityDemandSentSchema,
  SecurityRecoveredSchema,
  SecurityShortfallSchema,
} from '@shekara/contracts';
import { line, tenge } from './step-sentences.js';

export const DEMAND_SENTENCES = [
  line(DefaultRecordedSchema, {
    audience: 'DECLARANT',
    says: ({ securityNumber, amount }) =>
      `${tenge(amount)} KZT secured by ${securityNumber} fell due unpaid: the security is called in.`,
    facts: ({ securityNumber, amount, dueOn, identifiedOn }) => ({
      securityNumber,
      amount: tenge(amount),
      dueOn,
      identifiedOn,
    }),
    officialFacts: ({ actBy }) => ({ actBy }),
  }),
  line(SecurityDemandSentSchema, {
    audience: 'DECLARANT',
    says: ({ securityNumber, demandNumber, amount }) =>
      `Demand ${demandNumber} for ${tenge(amount)} KZT on security ${securityNumber} was sent.`,
    facts: ({ demandNumber, addressee, amount, penaltyInterest, demandedOn }) => ({
      demandNumber,
      addressee,
      amount: tenge(amount),
      penaltyInterest: tenge(penaltyInterest),
      demandedOn,
    }),
    officialFacts: ({ late }) => ({ late: late ? 'yes' : '' }),
  }),
  line(SecurityDemandDeliveredSchema, {
    audience: 'DECLARANT',
    says: ({ demandNumber, payBy }) => `Demand ${demandNumber} was received and is to be paid by ${payBy}.`,
    facts: ({ demandNumber, deliveredOn, payBy }) => ({ demandNumber, deliveredOn, payBy }),
  }),
  line(SecurityDemandOverdueSchema, {
    audience: 'DECLARANT',
    says: ({ demandNumber, payBy }) => `Demand ${demandNumber} was not paid by ${payBy}.`,
    facts: ({ demandNumber, addressee, unpaid, payBy }) => ({
      demandNumber,
      addressee,
      unpaid: tenge(unpaid),
      payBy,
    }),
  }),
  line(SecurityRecoveredSchema, {
    audience: 'DECLARANT',
    says: ({ securityNumber, recovered }) =>
      `Security ${securityNumber} gave ${tenge(recovered)} KZT: all that was owed.`,
    facts: ({ demandNumber, recovered, penaltyInterest, recoveredOn, document }) => ({
      demandNumber,
      recovered: tenge(recovered),
      penaltyInterest: tenge(penaltyInterest),
      recoveredOn,
      document,
    }),
  }),
  line(SecurityShortfallSchema, {
    audience: 'DECLARANT',
    says: ({ securityNumber, recovered, shortfall, result }) =>
      result === 'NONE'
        ? `Nothing is called in from security ${securityNumber}.`
        : `Security ${securityNumber} gave ${tenge(recovered)} KZT; ${tenge(shortfall)} KZT is left.`,
    facts: ({ demandNumber, recovered, shortfall, on, result }) => ({
      demandNumber,
      recovered: tenge(recovered),
      shortfall: tenge(shortfall),
      on,
      result,
    }),
  }),
  line(DepositTransferredSchema, {
    audience: 'DECLARANT',
    says: ({ securityNumber, amount }) =>
      `${tenge(amount)} KZT of deposit ${securityNumber} went to the budget.`,
    facts: ({ demandNumber, amount, shortfall, transferredOn, document }) => ({
      demandNumber,
      amount: tenge(amount),
      shortfall: tenge(shortfall),
      transferredOn,
      document,
    }),
  }),
];

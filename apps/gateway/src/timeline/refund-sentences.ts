/** What messages of overpayments, refunds and money guarantees say in a timeline: the payer's secret from the carrier. */
import {
  GuaranteeMoneyAppliedSchema,
  GuaranteeMoneyMovedToBudgetSchema,
  GuaranteeMoneyReceivedSchema,
  GuaranteeMoneyReturnedSchema,
  GuaranteeMoneyReturnRequestedSchema,
  OffsetExecutedSchema,
  OffsetOrderedSchema,
  OverpaymentConfirmationDeliveredSchema,
  OverpaymentConfirmationLapsedSchema,
  OverpaymentConfirmedSchema,
  OverpaymentRefusedSchema,
  OverpaymentRegisteredSchema,
  OverpaymentSentToTaxAuthoritySchema,
  RefundExecutedSchema,
  RefundOrderedSchema,
  RefundReturnedSchema,
} from '@shekara/contracts';
import { codes, count, line, tenge, words } from './step-sentences.js';

const OVERPAYMENT = [
  line(OverpaymentRegisteredSchema, {
    audience: 'DECLARANT',
    by: 'party',
    says: ({ number, claimed, decideBy }) =>
      `Application ${number} for ${tenge(claimed)} KZT overpaid was registered; the decision is due by ${decideBy}.`,
    facts: ({ number, paidAs, purpose, claimed, decideBy }) => ({
      number,
      paidAs,
      purpose,
      claimed: tenge(claimed),
      decideBy,
    }),
  }),
  line(OverpaymentConfirmedSchema, {
    audience: 'DECLARANT',
    says: ({ number, amount }) =>
      `An overpayment of ${tenge(amount)} KZT was confirmed (application ${number}).`,
    facts: ({ number, purpose, amount, act }) => ({ number, purpose, amount: tenge(amount), act }),
  }),
  line(OverpaymentRefusedSchema, {
    audience: 'DECLARANT',
    says: ({ number, reasons }) =>
      `Application ${number} on an overpayment was refused for ${count(reasons, 'reason')}.`,
    facts: ({ number, act, reasons }) => ({ number, act, reasons: codes(reasons) }),
  }),
  line(OverpaymentConfirmationDeliveredSchema, {
    audience: 'DECLARANT',
    says: ({ number, applyToTaxBy }) =>
      `The confirmation of application ${number} was delivered; the tax authority takes applications until ${applyToTaxBy}.`,
    facts: ({ number, deliveredOn, applyToTaxBy }) => ({ number, deliveredOn, applyToTaxBy }),
  }),
  line(OverpaymentConfirmationLapsedSchema, {
    audience: 'DECLARANT',
    says: ({ number }) => `The confirmation of application ${number} lapsed.`,
    facts: ({ number }) => ({ number }),
  }),
  line(OverpaymentSentToTaxAuthoritySchema, {
    audience: 'DECLARANT',
    by: 'party',
    says: ({ number }) => `Application ${number} went to the tax authority.`,
    facts: ({ number, filedOn }) => ({ number, filedOn }),
  }),
];

const ORDERS = [
  line(OffsetOrderedSchema, {
    audience: 'DECLARANT',
    says: ({ orderNumber, amount, debtKind, debtPart }) =>
      `Order ${orderNumber} sets ${tenge(amount)} KZT off against ${words(debtKind)} (${words(debtPart)}).`,
    facts: ({ orderNumber, purpose, amount, debtCustomsBody, debtKind, debtPart }) => ({
      orderNumber,
      purpose,
      amount: tenge(amount),
      debtCustomsBody,
      debtKind,
      debtPart,
    }),
  }),
  line(RefundOrderedSchema, {
    audience: 'DECLARANT',
    says: ({ orderNumber, amount }) => `Order ${orderNumber} returns ${tenge(amount)} KZT.`,
    facts: ({ orderNumber, purpose, amount, conclusion }) => ({
      orderNumber,
      purpose,
      amount: tenge(amount),
      conclusion,
    }),
  }),
  line(OffsetExecutedSchema, {
    audience: 'DECLARANT',
    says: ({ orderNumber, amount }) => `The Treasury set off ${tenge(amount)} KZT by order ${orderNumber}.`,
    facts: ({ orderNumber, amount, executedOn, notUsed }) => ({
      orderNumber,
      amount: tenge(amount),
      executedOn,
      notUsed: tenge(notUsed),
    }),
  }),
  line(RefundExecutedSchema, {
    audience: 'DECLARANT',
    says: ({ orderNumber, amount }) => `The Treasury returned ${tenge(amount)} KZT by order ${orderNumber}.`,
    facts: ({ orderNumber, amount, executedOn }) => ({ orderNumber, amount: tenge(amount), executedOn }),
  }),
  line(RefundReturnedSchema, {
    audience: 'DECLARANT',
    says: ({ orderNumber, amount }) =>
      `The Treasury could not return ${tenge(amount)} KZT of order ${orderNumber}; the money is on the account again.`,
    facts: ({ orderNumber, amount, returnedOn, cause }) => ({
      orderNumber,
      amount: tenge(amount),
      returnedOn,
      cause,
    }),
  }),
];

const DEPOSIT = [
  line(GuaranteeMoneyReceivedSchema, {
    audience: 'DECLARANT',
    by: 'party',
    says: ({ securityNumber, amount }) =>
      `Money guarantee ${securityNumber} of ${tenge(amount)} KZT was received.`,
    facts: ({ securityNumber, amount }) => ({ securityNumber, amount: tenge(amount) }),
  }),
  line(GuaranteeMoneyReturnRequestedSchema, {
    audience: 'DECLARANT',
    by: 'party',
    says: ({ securityNumber, payBy }) =>
      `Return of money guarantee ${securityNumber} was asked for; it is due by ${payBy}.`,
    facts: ({ securityNumber, payBy }) => ({ securityNumber, payBy }),
  }),
  line(GuaranteeMoneyReturnedSchema, {
    audience: 'DECLARANT',
    says: ({ securityNumber, returned }) =>
      `Money guarantee ${securityNumber} was returned: ${tenge(returned)} KZT after deductions.`,
    facts: ({ securityNumber, returned, debtsDeducted, bankChargesDeducted, paidOn }) => ({
      securityNumber,
      returned: tenge(returned),
      debtsDeducted: tenge(debtsDeducted),
      bankChargesDeducted: tenge(bankChargesDeducted),
      paidOn,
    }),
  }),
  line(GuaranteeMoneyAppliedSchema, {
    audience: 'DECLARANT',
    by: 'party',
    says: ({ securityNumber, left }) =>
      `Money guarantee ${securityNumber} was used otherwise; ${tenge(left)} KZT are left.`,
    facts: ({ securityNumber, asPayment, asGuarantee, left }) => ({
      securityNumber,
      asPayment: tenge(asPayment),
      asGuarantee: tenge(asGuarantee),
      left: tenge(left),
    }),
  }),
  line(GuaranteeMoneyMovedToBudgetSchema, {
    audience: 'DECLARANT',
    says: ({ securityNumber, amount }) =>
      `Nobody claimed money guarantee ${securityNumber}; ${tenge(amount)} KZT went to the budget.`,
    facts: ({ securityNumber, amount, movedOn }) => ({ securityNumber, amount: tenge(amount), movedOn }),
  }),
];

export const REFUND_SENTENCES = [...OVERPAYMENT, ...ORDERS, ...DEPOSIT];

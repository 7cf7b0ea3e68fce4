/** What messages of received money, of charges beside the declaration's and of receipt vouchers say in a timeline. */
import {
  CustomsChargeOverdueSchema,
  CustomsChargePaidSchema,
  CustomsChargeSetSchema,
  PaymentBookedSchema,
  PaymentMistakeFoundSchema,
  PreliminaryDecisionHandedOverSchema,
  ReceiptVoucherIssuedSchema,
  ReceiptVoucherPaidSchema,
  ReceiptVoucherWithdrawnSchema,
} from '@shekara/contracts';
import { codes, count, line, tenge, words } from './step-sentences.js';

const MONEY = [
  line(PaymentMistakeFoundSchema, {
    audience: 'DECLARANT',
    says: ({ amount, mistakeCode }) =>
      `A payment of ${tenge(amount)} KZT came and does not fit: ${words(mistakeCode)}.`,
    facts: ({ bankReference, mistakeCode, amount, reasons }) => ({
      bankReference,
      mistakeCode,
      amount: tenge(amount),
      reasons: codes(reasons),
    }),
    officialFacts: ({ bankId, customsBody }) => ({ bankId, customsBody }),
  }),
  line(PaymentBookedSchema, {
    audience: 'DECLARANT',
    says: ({ amount }) => `The Treasury reported a payment of ${tenge(amount)} KZT.`,
    facts: ({ bankReference, purpose, amount, valueDate }) => ({
      bankReference,
      purpose,
      amount: tenge(amount),
      valueDate,
    }),
    officialFacts: ({ bankId, reportDate, reportReference }) => ({ bankId, reportDate, reportReference }),
  }),
];

const CHARGES = [
  line(CustomsChargeSetSchema, {
    audience: 'DECLARANT',
    says: ({ kind, decision, amount }) =>
      `A charge of ${tenge(amount)} KZT was set by ${decision} (${words(kind)}).`,
    facts: ({ kind, decision, decidedOn, dueOn, amount }) => ({
      kind,
      decision,
      decidedOn,
      dueOn,
      amount: tenge(amount),
    }),
  }),
  line(CustomsChargePaidSchema, {
    audience: 'DECLARANT',
    by: 'party',
    says: ({ decision, amount }) => `${tenge(amount)} KZT of the charge by ${decision} were paid.`,
    facts: ({ kind, decision, amount, paidOn }) => ({ kind, decision, amount: tenge(amount), paidOn }),
  }),
  line(CustomsChargeOverdueSchema, {
    audience: 'DECLARANT',
    says: ({ decision, dueOn, unpaid }) =>
      `The escort charge by ${decision} was due on ${dueOn}; ${count(unpaid, 'part')} of it are unpaid.`,
    facts: ({ decision, dueOn }) => ({ decision, dueOn }),
  }),
  line(PreliminaryDecisionHandedOverSchema, {
    audience: 'DECLARANT',
    says: ({ decision }) => `Preliminary decision ${decision} was handed over.`,
    facts: ({ decision, handedOverOn }) => ({ decision, handedOverOn }),
  }),
];

const VOUCHERS = [
  line(ReceiptVoucherIssuedSchema, {
    audience: 'DECLARANT',
    says: ({ number, amount }) => `Receipt voucher ${number} of ${tenge(amount)} KZT was filled.`,
    facts: ({ number, goodsKind, paymentKind, amount, issuedOn }) => ({
      number,
      goodsKind,
      paymentKind,
      amount: tenge(amount),
      issuedOn,
    }),
  }),
  line(ReceiptVoucherPaidSchema, {
    audience: 'DECLARANT',
    by: 'party',
    says: ({ number, amount }) => `${tenge(amount)} KZT of receipt voucher ${number} were paid.`,
    facts: ({ number, amount, paidOn }) => ({ number, amount: tenge(amount), paidOn }),
  }),
  line(ReceiptVoucherWithdrawnSchema, {
    audience: 'DECLARANT',
    says: ({ number }) => `Receipt voucher ${number} was taken back unpaid.`,
    facts: ({ number, amount, reason }) => ({ number, amount: tenge(amount), reason }),
  }),
];

export const MONEY_SENTENCES = [...MONEY, ...CHARGES, ...VOUCHERS];

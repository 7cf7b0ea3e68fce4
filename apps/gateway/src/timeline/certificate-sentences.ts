/** What messages of certificates, reconciliation acts, the list of debtors and the arrears check say in a timeline. */
import {
  ArrearsCheckedSchema,
  CertificateIssuedSchema,
  CertificateRefusedSchema,
  CheckArrearsSchema,
  DebtorListPublishedSchema,
  ReconciliationActIssuedSchema,
} from '@shekara/contracts';
import { codes, count, line, words } from './step-sentences.js';

export const CERTIFICATE_SENTENCES = [
  line(CertificateIssuedSchema, {
    audience: 'DECLARANT',
    says: ({ number, kind }) => `Certificate ${number} (${words(kind)}) was issued.`,
    facts: ({ number, kind, issuedOn }) => ({ number, kind, issuedOn }),
  }),
  line(CertificateRefusedSchema, {
    audience: 'DECLARANT',
    says: ({ number, reasons }) => `Certificate ${number} was refused for ${count(reasons, 'reason')}.`,
    facts: ({ number, kind, reasons }) => ({ number, kind, reasons: codes(reasons) }),
  }),
  line(ReconciliationActIssuedSchema, {
    audience: 'DECLARANT',
    says: ({ number, withObjections }) =>
      `Reconciliation act ${number} was issued${withObjections ? ' with objections of the payer' : ''}.`,
    facts: ({ number, asOn, issuedOn }) => ({ number, asOn, issuedOn }),
  }),
  line(DebtorListPublishedSchema, {
    audience: 'OFFICIAL',
    says: ({ reportingMonth, entries }) =>
      `The public list of debtors of ${reportingMonth} was published with ${count(entries, 'debtor')}.`,
    facts: ({ reportingMonth, publishedOn }) => ({ reportingMonth, publishedOn }),
  }),
  line(CheckArrearsSchema, {
    audience: 'OFFICIAL',
    says: ({ on }) => `Arrears were asked about for ${on}.`,
    facts: ({ on, regime }) => ({ on, regime }),
  }),
  line(ArrearsCheckedSchema, {
    audience: 'OFFICIAL',
    says: ({ on, clear }) =>
      `The arrears check for ${on} answered: ${clear ? 'clear' : 'arrears are present'}.`,
    facts: ({ on, reasons }) => ({ on, reasons: codes(reasons) }),
  }),
];

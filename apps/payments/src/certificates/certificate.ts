/** Certificate of no debt or of the state of debt (L15; art. 142). */
import {
  type CivilDate,
  type LegalCalendar,
  type LegalTerm,
  type TermEnd,
  termFromDay,
} from '@shekara/calendar';
import { accept, type Accepted, decide, type Decision, type Reason, reason, when } from '@shekara/kernel';
import { certificateReasons as reasons } from './certificate-reasons.js';
import { debtByKind, type DebtOfKind, type PayerBalance, showsDebt } from './payer-balances.js';

export type CertificateKind = 'NO_DEBT' | 'DEBT_STATUS';

/** What a certificate is asked for, and the kind that it gets (art. 142.2; R-PAY-120). */
export const CERTIFICATE_PURPOSES = {
  CLOSING_OF_ENTREPRENEUR: 'NO_DEBT',
  LIQUIDATION: 'NO_DEBT',
  REORGANIZATION: 'NO_DEBT',
  OTHER: 'DEBT_STATUS',
} as const satisfies Record<string, CertificateKind>;

export type CertificatePurpose = keyof typeof CERTIFICATE_PURPOSES;

export const CERTIFICATE_TERM: LegalTerm = {
  id: 'D-PAY-16',
  length: 5,
  unit: 'WORKING_DAYS',
  article: 'art. 142.6',
};

export interface Certificate {
  readonly status: 'REQUESTED' | 'ISSUED' | 'REFUSED';
  readonly payer: string;
  readonly purpose: CertificatePurpose;
  readonly registeredOn: CivilDate;
}

export interface CertificateRequested {
  readonly type: 'CertificateRequested';
  readonly payer: string;
  readonly purpose: CertificatePurpose;
  readonly kind: CertificateKind;
  readonly registeredOn: CivilDate;
  readonly issueBy: TermEnd;
}

/** Registers a request: the purpose decides the kind (R-PAY-120), the certificate is due in 5 working days (R-PAY-119). */
export function requestCertificate(
  payer: string,
  purpose: CertificatePurpose,
  registeredOn: CivilDate,
  calendar: LegalCalendar,
): Accepted<CertificateRequested> {
  const issueBy = termFromDay(CERTIFICATE_TERM, registeredOn, calendar);
  const kind = CERTIFICATE_PURPOSES[purpose];
  return accept({ type: 'CertificateRequested', payer, purpose, kind, registeredOn, issueBy });
}

export interface IssueCertificate {
  readonly issuedOn: CivilDate;
  /** Number of the reconciliation act, for NO_DEBT. */
  readonly reconciliationAct?: string;
  readonly signed: {
    readonly capacity: 'HEAD' | 'ACTING_HEAD' | 'OTHER';
    readonly signature: string;
    readonly seal: boolean;
  };
}

export interface CertificateIssued {
  readonly type: 'CertificateIssued';
  readonly kind: CertificateKind;
  readonly issuedOn: CivilDate;
  /** Over all customs bodies; empty for NO_DEBT. */
  readonly debts: readonly DebtOfKind[];
}

/**
 * Issues a certificate over the payer's accounts in all customs bodies (art. 142; R-PAY-121 to R-PAY-123, R-PAY-247).
 * Refuses CERTIFICATE_STATE_UNFIT, CERTIFICATE_NO_RECONCILIATION, CERTIFICATE_DEBT_PRESENT for every account that shows debt
 * when NO_DEBT is asked, and CERTIFICATE_UNSIGNED.
 */
export function issueCertificate(
  certificate: Certificate,
  { issuedOn, reconciliationAct, signed }: IssueCertificate,
  balances: readonly PayerBalance[],
): Decision<CertificateIssued> {
  const kind = CERTIFICATE_PURPOSES[certificate.purpose];
  const unsigned = signed.capacity === 'OTHER' || signed.signature.trim() === '' || !signed.seal;
  return decide<CertificateIssued>(
    [
      when(certificate.status !== 'REQUESTED', reasons.CERTIFICATE_STATE_UNFIT),
      ...groundsAgainst(certificate, reconciliationAct, balances),
      when(unsigned, reasons.CERTIFICATE_UNSIGNED, { pointer: '/signed' }),
    ],
    () => [{ type: 'CertificateIssued', kind, issuedOn, debts: debtByKind(certificate.payer, balances) }],
  );
}

/**
 * The machine check of an application: what of the law stands against the certificate that it asks for, today. Nothing ever
 * stands against a certificate of the state of debt (art. 142.2, 142.5; R-PAY-121, R-PAY-247).
 */
export function groundsAgainst(
  { payer, purpose }: Pick<Certificate, 'payer' | 'purpose'>,
  reconciliationAct: string | undefined,
  balances: readonly PayerBalance[],
): readonly Reason[] {
  if (CERTIFICATE_PURPOSES[purpose] !== 'NO_DEBT') return [];
  const inDebt = balances.filter((account) => account.payer === payer && showsDebt(account));
  return [
    when((reconciliationAct ?? '').trim() === '', reasons.CERTIFICATE_NO_RECONCILIATION, {
      pointer: '/reconciliationAct',
    }),
    ...inDebt.map(({ customsBody, kind, dueUnpaid, penaltyInterest }) =>
      reason(reasons.CERTIFICATE_DEBT_PRESENT, {
        parameters: { customsBody, kind, debt: dueUnpaid.plus(penaltyInterest).toString() },
      }),
    ),
  ].filter((ground) => ground !== undefined);
}

export interface CertificateRefused {
  readonly type: 'CertificateRefused';
  readonly refusedOn: CivilDate;
  readonly grounds: readonly Reason[];
}

/**
 * Refuses the application with every ground that the check finds on this day (Q-PAY-20). Refuses to refuse:
 * CERTIFICATE_STATE_UNFIT, CERTIFICATE_NOTHING_AGAINST where no ground holds.
 */
export function refuseCertificate(
  certificate: Certificate,
  refusedOn: CivilDate,
  grounds: readonly Reason[],
): Decision<CertificateRefused> {
  return decide<CertificateRefused>(
    [
      when(certificate.status !== 'REQUESTED', reasons.CERTIFICATE_STATE_UNFIT),
      when(grounds.length === 0, reasons.CERTIFICATE_NOTHING_AGAINST),
    ],
    () => [{ type: 'CertificateRefused', refusedOn, grounds }],
  );
}

/** The certificate after an event; the first is its request. @throws RangeError for another first event. */
export function evolveCertificate(
  certificate: Certificate | undefined,
  event: CertificateRequested | CertificateIssued | CertificateRefused,
): Certificate {
  if (event.type === 'CertificateRequested') {
    const { payer, purpose, registeredOn } = event;
    return { status: 'REQUESTED', payer, purpose, registeredOn };
  }
  if (!certificate) throw new RangeError('a certificate begins with its request');
  return { ...certificate, status: event.type === 'CertificateIssued' ? 'ISSUED' : 'REFUSED' };
}

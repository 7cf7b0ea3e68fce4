/** Reconciliation of accounts between a payer and customs, and its act (L14; art. 141.8). */
import {
  type CivilDate,
  type LegalCalendar,
  type LegalTerm,
  type TermEnd,
  termFromDay,
} from '@shekara/calendar';
import { accept, type Accepted, decide, type Decision, Money, when } from '@shekara/kernel';
import type { PaymentKind } from '../payment-kind.js';
import { certificateReasons as reasons } from './certificate-reasons.js';
import type { PayerBalance } from './payer-balances.js';

export const RECONCILIATION_TERM: LegalTerm = {
  id: 'D-PAY-15',
  length: 10,
  unit: 'WORKING_DAYS',
  article: 'art. 141.8',
};

/** Requested, the act drawn up by customs, signed by the payer, issued in two originals. */
export const RECONCILIATION_STATUSES = ['REQUESTED', 'PREPARED', 'SIGNED_BY_PAYER', 'ACT_ISSUED'] as const;

export interface Reconciliation {
  readonly status: (typeof RECONCILIATION_STATUSES)[number];
  readonly payer: string;
  readonly registeredOn: CivilDate;
}

export interface ReconciliationRequested {
  readonly type: 'ReconciliationRequested';
  readonly payer: string;
  readonly registeredOn: CivilDate;
  readonly issueBy: TermEnd;
}

/** Registers a payer's request; the act is due in 10 working days from registration (R-PAY-118). */
export function requestReconciliation(
  payer: string,
  registeredOn: CivilDate,
  calendar: LegalCalendar,
): Accepted<ReconciliationRequested> {
  const issueBy = termFromDay(RECONCILIATION_TERM, registeredOn, calendar);
  return accept({ type: 'ReconciliationRequested', payer, registeredOn, issueBy });
}

/** What the payer's own books say of one account. */
export interface PayersFigure {
  readonly customsBody: string;
  readonly kind: PaymentKind;
  /** Positive: the payer says it owes; negative: it says it overpaid. KZT. */
  readonly balance: Money;
}

/** One account in the act: both figures and what parts them. */
export interface ReconciledAccount extends PayersFigure {
  readonly byCustoms: Money;
  /** Customs' figure less the payer's. */
  readonly difference: Money;
}

export interface ReconciliationActPrepared {
  readonly type: 'ReconciliationActPrepared';
  readonly asOn: CivilDate;
  readonly accounts: readonly ReconciledAccount[];
}

/** Draws the act up for the payer to sign; again, at newer figures, until the payer has signed. Refuses RECONCILIATION_STATE_UNFIT. */
export function prepareReconciliationAct(
  { status }: Reconciliation,
  asOn: CivilDate,
  accounts: readonly ReconciledAccount[],
): Decision<ReconciliationActPrepared> {
  return decide<ReconciliationActPrepared>(
    [when(status !== 'REQUESTED' && status !== 'PREPARED', reasons.RECONCILIATION_STATE_UNFIT)],
    () => [{ type: 'ReconciliationActPrepared', asOn, accounts }],
  );
}

/** What the payer does not agree to: of which account, and why. */
export interface Objection {
  readonly customsBody: string;
  readonly kind: PaymentKind;
  readonly text: string;
}

export interface ReconciliationActSigned {
  readonly type: 'ReconciliationActSigned';
  readonly signature: string;
  readonly objections: readonly Objection[];
}

/**
 * The payer signs the act that was drawn up, with or without objections, which stay in the act. Refuses
 * RECONCILIATION_STATE_UNFIT, RECONCILIATION_ORIGINALS_UNFIT without a signature, RECONCILIATION_OBJECTION_UNFIT for each
 * objection to an account that the act does not have or that says nothing.
 */
export function signReconciliationAct(
  { status }: Reconciliation,
  accounts: readonly ReconciledAccount[],
  signed: Omit<ReconciliationActSigned, 'type'>,
): Decision<ReconciliationActSigned> {
  const inAct = new Set(accounts.map(({ customsBody, kind }) => `${customsBody} ${kind}`));
  return decide<ReconciliationActSigned>(
    [
      when(status !== 'PREPARED', reasons.RECONCILIATION_STATE_UNFIT),
      when(signed.signature.trim() === '', reasons.RECONCILIATION_ORIGINALS_UNFIT, { pointer: '/signature' }),
      ...signed.objections.map(({ customsBody, kind, text }, index) =>
        when(
          text.trim() === '' || !inAct.has(`${customsBody} ${kind}`),
          reasons.RECONCILIATION_OBJECTION_UNFIT,
          { pointer: `/objections/${index}`, parameters: { customsBody, kind } },
        ),
      ),
    ],
    () => [{ type: 'ReconciliationActSigned', ...signed }],
  );
}

export interface ActOriginal {
  readonly for: 'PAYER' | 'CUSTOMS_BODY';
  /** Reference of the signature; empty when there is none. */
  readonly signature: string;
}

export interface ReconciliationActIssued {
  readonly type: 'ReconciliationActIssued';
  readonly number: string;
  readonly issuedOn: CivilDate;
  readonly accounts: readonly ReconciledAccount[];
}

/** Sets the payer's figures beside those of customs, account by account; an account that one side lacks counts as zero there. */
export function reconcile(
  payer: string,
  balances: readonly PayerBalance[],
  figures: readonly PayersFigure[],
): readonly ReconciledAccount[] {
  const accounts = new Map<string, ReconciledAccount>();
  const add = (customsBody: string, kind: PaymentKind, byCustoms: Money, balance: Money) => {
    const key = `${customsBody} ${kind}`;
    const before = accounts.get(key);
    const ours = byCustoms.plus(before?.byCustoms ?? Money.ZERO);
    const theirs = balance.plus(before?.balance ?? Money.ZERO);
    accounts.set(key, {
      customsBody,
      kind,
      byCustoms: ours,
      balance: theirs,
      difference: ours.minus(theirs),
    });
  };
  for (const account of balances.filter((balance) => balance.payer === payer)) {
    const byCustoms = account.dueUnpaid.plus(account.penaltyInterest).minus(account.overpaid);
    add(account.customsBody, account.kind, byCustoms, Money.ZERO);
  }
  for (const { customsBody, kind, balance } of figures) add(customsBody, kind, Money.ZERO, balance);
  return [...accounts.values()];
}

/**
 * Issues the act in two signed originals, one for the payer, one kept (art. 141.8; R-PAY-118). Refuses
 * RECONCILIATION_STATE_UNFIT and RECONCILIATION_ORIGINALS_UNFIT.
 */
export function issueReconciliationAct(
  reconciliation: Reconciliation,
  act: { readonly number: string; readonly issuedOn: CivilDate; readonly originals: readonly ActOriginal[] },
  accounts: readonly ReconciledAccount[],
): Decision<ReconciliationActIssued> {
  const holders = act.originals
    .filter(({ signature }) => signature.trim() !== '')
    .map((original) => original.for);
  const both = holders.includes('PAYER') && holders.includes('CUSTOMS_BODY');
  return decide<ReconciliationActIssued>(
    [
      when(reconciliation.status === 'ACT_ISSUED', reasons.RECONCILIATION_STATE_UNFIT),
      when(!both || act.originals.length !== 2, reasons.RECONCILIATION_ORIGINALS_UNFIT, {
        pointer: '/originals',
      }),
    ],
    () => [{ type: 'ReconciliationActIssued', number: act.number, issuedOn: act.issuedOn, accounts }],
  );
}

const STATUS_AFTER = {
  ReconciliationActPrepared: 'PREPARED',
  ReconciliationActSigned: 'SIGNED_BY_PAYER',
  ReconciliationActIssued: 'ACT_ISSUED',
} as const;

/** The reconciliation after an event; the first is its request. @throws RangeError for another first event. */
export function evolveReconciliation(
  reconciliation: Reconciliation | undefined,
  event:
    ReconciliationRequested | ReconciliationActPrepared | ReconciliationActSigned | ReconciliationActIssued,
): Reconciliation {
  if (event.type === 'ReconciliationRequested') {
    return { status: 'REQUESTED', payer: event.payer, registeredOn: event.registeredOn };
  }
  if (!reconciliation) throw new RangeError('a reconciliation begins with its request');
  return { ...reconciliation, status: STATUS_AFTER[event.type] };
}

/** What every debt notice must say (art. 159.4): eleven parts, and which of them are missing. */
import type { CivilDate } from '@shekara/calendar';
import { type Money, reason, type Reason } from '@shekara/kernel';
import type { PaymentKind } from '../payment-kind.js';
import { debtNoticeReasons as reasons } from './debt-notice-reasons.js';

export interface DebtOfKind {
  readonly kind: PaymentKind;
  readonly principal: Money;
  /** Penalty interest of the kind at the notice date. */
  readonly penaltyInterest: Money;
}

export interface NoticeContent {
  readonly payerNumber: string;
  readonly payerName: string;
  readonly payerAddress: string;
  readonly noticeDate: CivilDate | '';
  readonly customsBody: string;
  readonly debts: readonly DebtOfKind[];
  readonly demand: string;
  readonly reasonCode: string;
  readonly reasonText: string;
  readonly interestProcedure: string;
  readonly appealProcedure: string;
  readonly amendmentNeeded: boolean;
  readonly amendmentDemand?: string;
  readonly amendBy?: CivilDate;
}

/** The parts in the order of art. 159.4, with the paragraph that asks for each and its place in the request. */
const PARTS: readonly {
  readonly part: string;
  readonly pointer: string;
  readonly present: (content: NoticeContent) => boolean;
}[] = [
  {
    part: '159.4(1)',
    pointer: '/payerName',
    present: ({ payerName, payerNumber }) => said(payerName) && said(payerNumber),
  },
  { part: '159.4(2)', pointer: '/payerAddress', present: ({ payerAddress }) => said(payerAddress) },
  { part: '159.4(3)', pointer: '/noticeDate', present: ({ noticeDate }) => said(noticeDate) },
  { part: '159.4(4)', pointer: '/customsBody', present: ({ customsBody }) => said(customsBody) },
  {
    part: '159.4(5), 159.4(6)',
    pointer: '/debts',
    present: ({ debts }) =>
      debts.some(({ principal, penaltyInterest }) => principal.isPositive() || penaltyInterest.isPositive()),
  },
  { part: '159.4(7)', pointer: '/demand', present: ({ demand }) => said(demand) },
  {
    part: '159.4(8)',
    pointer: '/reasonText',
    present: ({ reasonCode, reasonText }) => said(reasonCode) && said(reasonText),
  },
  {
    part: '159.4(9)',
    pointer: '/interestProcedure',
    present: ({ interestProcedure }) => said(interestProcedure),
  },
  { part: '159.4(10)', pointer: '/appealProcedure', present: ({ appealProcedure }) => said(appealProcedure) },
  {
    part: '159.4(11)',
    pointer: '/amendmentDemand',
    present: ({ amendmentNeeded, amendmentDemand = '', amendBy = '' }) =>
      !amendmentNeeded || (said(amendmentDemand) && said(amendBy)),
  },
];

function said(text: string): boolean {
  return text.trim() !== '';
}

/** A reason for each part that is missing (R-PAY-141): a notice with one must not be signed. */
export function missingParts(content: NoticeContent): Reason[] {
  return PARTS.filter(({ present }) => !present(content)).map(({ part, pointer }) =>
    reason(reasons.NOTICE_FIELD_MISSING, { pointer, parameters: { part: `art. ${part}` } }),
  );
}

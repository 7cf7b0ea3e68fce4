/** Notice of repayment of debt (art. 159, 160, 179.3, 182): from the debt found to its execution or default. */
import type { CivilDate, LegalCalendar, Span } from '@shekara/calendar';
import { decide, type Decision, type Exact, Money, type Reason, when } from '@shekara/kernel';
import type { AppealOutcome } from '../appeal/appeal-outcome.js';
import { isSmallRemainder } from '../calculation/small-amounts.js';
import { isOver, type LimitationEnd } from '../obligation/limitation.js';
import { obligationReasons } from '../obligation/obligation-reasons.js';
import { isCharge, type PaymentKind } from '../payment-kind.js';
import { unfitStatus } from '../unfit-status.js';
import { debtNoticeReasons as reasons } from './debt-notice-reasons.js';
import { executionEnd, type NoticeRegime } from './execution-term.js';
import { missingParts, type NoticeContent } from './notice-content.js';

export const NOTICE_STATUSES = [
  'DRAFT',
  'SENT',
  'DELIVERED',
  'SUSPENDED',
  'PAID_PART',
  'EXECUTED',
  'DEFAULTED',
  'REPLACED',
  'WITHDRAWN',
] as const;
export type NoticeStatus = (typeof NOTICE_STATUSES)[number];

export type NoticeType = 'INITIAL' | 'ADDITIONAL' | 'REPLACEMENT';

/** An appeal that suspends execution of the part it disputes (art. 160.3, 182.2). */
export interface NoticeAppeal {
  readonly submittedOn: CivilDate;
  readonly disputed: Money;
  readonly decidedOn?: CivilDate;
}

/** A notice as the decisions need it. */
export interface DebtNotice {
  readonly status: NoticeStatus;
  readonly regime: NoticeRegime;
  /** Fixed at issue (R-PAY-150). */
  readonly executionTerm: Span;
  readonly sentOn?: CivilDate;
  readonly deliveredOn?: CivilDate;
  /** Principal and penalty interest at the notice date. */
  readonly demanded: Money;
  readonly appeals: readonly NoticeAppeal[];
}

/** A late sum of one kind as the account or the inspection shows it. */
export interface DebtFound {
  readonly kind: PaymentKind;
  readonly unpaid: Money;
  readonly dueOn: CivilDate;
}

export interface NoticeMayBeIssued {
  readonly type: 'NoticeMayBeIssued';
}

/**
 * Whether a notice may be issued for a debt (art. 157.6; R-PAY-148, R-PAY-069): refuses LIMITATION_EXPIRED, and
 * OBLIGATION_ENDED when nothing is left or the duties and taxes are at most EUR 5 in total. A running administrative or
 * criminal case is no ground to refuse (R-PAY-142). `limit`: EUR 5 in KZT on the day the obligation arose.
 */
export function mayIssueNotice(
  debts: readonly DebtFound[],
  limitation: LimitationEnd,
  limit: Exact,
  on: CivilDate,
): Decision<NoticeMayBeIssued> {
  const dutiesAndTaxes = Money.sum(debts.filter(({ kind }) => !isCharge(kind)).map(({ unpaid }) => unpaid));
  const charges = Money.sum(debts.filter(({ kind }) => isCharge(kind)).map(({ unpaid }) => unpaid));
  const ended = isSmallRemainder(dutiesAndTaxes, limit) || !dutiesAndTaxes.isPositive();
  return decide(
    [
      when(isOver(limitation, on), obligationReasons.LIMITATION_EXPIRED, {
        parameters: { act: 'NOTICE', on },
      }),
      when(ended && !charges.isPositive(), obligationReasons.OBLIGATION_ENDED),
    ],
    () => [{ type: 'NoticeMayBeIssued' }],
  );
}

export interface NoticeSent {
  readonly type: 'NoticeSent';
  readonly sentOn: CivilDate;
}

/** Signs and sends a draft; refuses with every missing part of art. 159.4 (R-PAY-141). */
export function sendNotice(notice: DebtNotice, content: NoticeContent, on: CivilDate): Decision<NoticeSent> {
  return decide([unfit(notice, 'DRAFT'), ...missingParts(content)], () => [
    { type: 'NoticeSent', sentOn: on },
  ]);
}

/** How a notice reaches its payer, by regime (art. 160.1; Code 2017 art. 416 leaves other ways open). */
export const DELIVERY_METHODS = ['PERSONAL_SIGNATURE', 'REGISTERED_MAIL'] as const;
export type DeliveryMethod = (typeof DELIVERY_METHODS)[number];

export interface DeliveryProof {
  readonly method: DeliveryMethod;
  /** Date of the signature or of the postal record. */
  readonly deliveredOn: CivilDate;
  /** The signature or postal record by its number; empty when there is none. */
  readonly evidence: string;
}

export interface NoticeDelivered {
  readonly type: 'NoticeDelivered';
  readonly deliveredOn: CivilDate;
}

/** Records delivery on the date of its record (R-PAY-143): no proof, no clock: DELIVERY_EVIDENCE_MISSING. */
export function deliverNotice(
  notice: DebtNotice,
  proof: DeliveryProof,
  today: CivilDate,
): Decision<NoticeDelivered> {
  const contradicts =
    (notice.sentOn !== undefined && proof.deliveredOn < notice.sentOn) || proof.deliveredOn > today;
  return decide(
    [
      unfit(notice, 'SENT'),
      when(proof.evidence.trim() === '', reasons.DELIVERY_EVIDENCE_MISSING, { pointer: '/evidence' }),
      when(contradicts, reasons.NOTICE_DATES_CONTRADICT, { pointer: '/deliveredOn' }),
    ],
    () => [{ type: 'NoticeDelivered', deliveredOn: proof.deliveredOn }],
  );
}

/**
 * The last days to pay: of the undisputed part, whose clock never stops (R-PAY-221), and of the disputed part, unknown
 * while an appeal is pending. @throws RangeError before delivery: no clock runs.
 */
export function executeBy(notice: DebtNotice, calendar: LegalCalendar) {
  if (notice.deliveredOn === undefined) throw new RangeError('a notice that was not delivered has no term');
  const { executionTerm, deliveredOn, appeals } = notice;
  return {
    undisputed: executionEnd(executionTerm, deliveredOn, [], calendar),
    disputed: executionEnd(executionTerm, deliveredOn, appeals, calendar),
  };
}

/** What the appeals leave undisputed of the sum demanded, decided ones included: their part has a clock of its own. */
export function undisputedPart({ demanded, appeals }: DebtNotice): Money {
  return demanded.minus(Money.sum(appeals.map(({ disputed }) => disputed)));
}

export interface NoticeSuspended {
  readonly type: 'NoticeSuspended';
  readonly appeal: NoticeAppeal;
}

/** An appeal suspends the disputed part from its submission day (R-PAY-220); late ones suspend nothing. */
export function suspendNotice(
  notice: DebtNotice,
  appeal: NoticeAppeal,
  calendar: LegalCalendar,
): Decision<NoticeSuspended> {
  const state = unfit(notice, 'DELIVERED');
  const refusals = [
    when(
      !appeal.disputed.isPositive() || appeal.disputed.compare(notice.demanded) > 0,
      reasons.DISPUTED_SUM_UNFIT,
      {
        pointer: '/disputed',
      },
    ),
  ];
  if (notice.deliveredOn !== undefined && !state) {
    const lastDay = executeBy(notice, calendar).disputed?.lastDay;
    refusals.push(
      when(lastDay !== undefined && appeal.submittedOn > lastDay, reasons.NOTICE_TERM_OVER),
      when(appeal.submittedOn < notice.deliveredOn, reasons.NOTICE_DATES_CONTRADICT, {
        pointer: '/submittedOn',
      }),
    );
  }
  return decide([state, ...refusals], () => [{ type: 'NoticeSuspended', appeal }]);
}

export type SuspensionEnded =
  /** The rest of the term runs from the day after the decision (art. 160.3). */
  | { readonly type: 'NoticeResumed'; readonly decidedOn: CivilDate }
  /** The notice must be withdrawn, with or without a new one (art. 179.3). */
  | { readonly type: 'NoticeToWithdraw'; readonly decidedOn: CivilDate; readonly newNotice: boolean };

/** The appeal ended, decided or not considered, and the suspension with it: what that does to the notice (L3; R-PAY-151, R-PAY-222). */
export function endSuspension(
  notice: DebtNotice,
  outcome: AppealOutcome,
  decidedOn: CivilDate,
): Decision<SuspensionEnded> {
  const pending = notice.appeals.find((appeal) => appeal.decidedOn === undefined);
  return decide<SuspensionEnded>(
    [
      unfit(notice, 'SUSPENDED'),
      when(pending !== undefined && decidedOn < pending.submittedOn, reasons.NOTICE_DATES_CONTRADICT, {
        pointer: '/decidedOn',
      }),
    ],
    () =>
      outcome === 'NOTICE_UNCHANGED' || outcome === 'NOT_CONSIDERED'
        ? [{ type: 'NoticeResumed', decidedOn }]
        : [{ type: 'NoticeToWithdraw', decidedOn, newNotice: outcome === 'NOTICE_PART_CANCELLED' }],
  );
}

export interface NoticeRecalled {
  readonly type: 'NoticeRecalled';
}

/**
 * A notice that is out and not closed may be recalled: replaced together with its recall, or withdrawn (R-PAY-146), in
 * default too where a late appeal or a court cancels it (art. 179.3).
 */
export function recallNotice(notice: DebtNotice): Decision<NoticeRecalled> {
  return decide([unfit(notice, 'SENT', 'DELIVERED', 'SUSPENDED', 'PAID_PART', 'DEFAULTED')], () => [
    { type: 'NoticeRecalled' },
  ]);
}

export type NoticePaid =
  | { readonly type: 'NoticeExecuted' }
  /** Principal paid, interest since the notice's registration not: an additional notice follows (art. 159.5). */
  | { readonly type: 'AdditionalNoticeDue'; readonly interest: Money };

/** What the account shows: principal left, and penalty interest left up to the payment day included. */
export interface NoticePayment {
  readonly principalLeft: Money;
  readonly interestLeft: Money;
}

/** Paid in full ends the notice; principal without interest calls for an additional one (R-PAY-145). */
export function payNotice(
  notice: DebtNotice,
  { principalLeft, interestLeft }: NoticePayment,
): Decision<NoticePaid> {
  return decide<NoticePaid>(
    [
      unfit(notice, 'DELIVERED', 'PAID_PART', 'DEFAULTED'),
      when(principalLeft.isPositive(), reasons.PAYMENT_BELOW_DEBT),
    ],
    () => [
      interestLeft.isPositive()
        ? { type: 'AdditionalNoticeDue', interest: interestLeft }
        : { type: 'NoticeExecuted' },
    ],
  );
}

/** Whose term ended: of what no appeal ever disputed, or of everything that is left. */
export type PartInDefault = 'UNDISPUTED' | 'EVERYTHING';

export interface NoticeDefaulted {
  readonly type: 'NoticeDefaulted';
  readonly amount: Money;
  /** False while the disputed part has its own, later clock (art. 182.2). */
  readonly whole: boolean;
}

/** The term of a part ended unpaid (art. 161.1, 182.2; R-PAY-221); undefined when nothing of it is in default. */
export function defaultNotice(notice: DebtNotice, part: PartInDefault): NoticeDefaulted | undefined {
  const whole = part === 'EVERYTHING' || notice.appeals.length === 0;
  const running = notice.status === 'DELIVERED' || (notice.status === 'SUSPENDED' && !whole);
  const amount = whole ? notice.demanded : undisputedPart(notice);
  return running && amount.isPositive() ? { type: 'NoticeDefaulted', amount, whole } : undefined;
}

function unfit(notice: DebtNotice, ...fit: readonly NoticeStatus[]): Reason | undefined {
  return unfitStatus(reasons.NOTICE_STATE_UNFIT, notice.status, ...fit);
}

/** Stages 1 and 2: the notice defaults; own overpayments, advances and securities are used (art. 157.2, 161; R-PAY-156). */
import type { CivilDate, LegalCalendar } from '@shekara/calendar';
import { type Decision, decide, type Money, type Reason, reason, when } from '@shekara/kernel';
import { crossesImportDuty } from '../../offset/offset.js';
import type { MoneyPurpose, PaymentKind } from '../../payment-kind.js';
import type { CollectionCase, CollectionEvent } from '../case/collection-case.js';
import { closingIfPaid } from '../case/case-end.js';
import type { GuaranteeResult, OwnMoneySource } from '../case/collection-measures.js';
import { collectionReasons as reasons } from '../case/collection-reasons.js';
import { collectionTermEnd } from '../documents/collection-terms.js';
import {
  actRefusals,
  limitationRefusal,
  orderRefusals,
  pastRefusal,
  sumRefusals,
  undisputed,
} from '../case/stage-order.js';

/** OverpaymentOffsetRecord (art. 161). The accounts are those of the payer for the kinds named. */
export interface OverpaymentOffset {
  /** What the money on the payer's account was sent for. */
  readonly from: MoneyPurpose;
  readonly to: PaymentKind;
  readonly amount: Money;
  /** The treaty rule an officer names for an offset to or from import duty across kinds (art. 138.8, 154.1). */
  readonly treatyRule?: string;
  readonly on: CivilDate;
}

/** The notice of the case went unpaid past its term, whole or in its undisputed part (art. 161.1). */
export function recordDefault(one: CollectionCase, amount: Money, on: CivilDate): Decision<CollectionEvent> {
  return decide<CollectionEvent>(
    [
      ...orderRefusals(one, 'S1_NOTICE'),
      limitationRefusal(one, on),
      when(!amount.isPositive(), reasons.COLLECTION_ABOVE_DEBT, { pointer: '/amount' }),
    ],
    () => [{ type: 'NoticeDefaultRecorded', amount }],
  );
}

/**
 * Sets own money off against the debt; the payer is told within 2 working days (R-PAY-157). Possible in every later stage
 * too. Refuses an offset across kinds to or from import duty without a treaty rule (R-PAY-108).
 */
export function offsetOwnMoney(
  one: CollectionCase,
  offset: OverpaymentOffset,
  calendar: LegalCalendar,
): Decision<CollectionEvent> {
  const { from, to, amount, on } = offset;
  return decide<CollectionEvent>(
    [
      ...actRefusals(one, 'S2_OVERPAYMENT_OR_GUARANTEE', on),
      ...sumRefusals(one, amount, undisputed(one)),
      when(crossesImportDuty(from, to) && !offset.treatyRule?.trim(), reasons.OFFSET_NEEDS_TREATY_RULE, {
        pointer: '/treatyRule',
      }),
    ],
    () => [
      {
        type: 'OwnMoneyOffset',
        source: sourceOf(from, to),
        amount,
        on,
        informPayerBy: collectionTermEnd('INFORM_PAYER', on, calendar),
      },
      ...closingIfPaid(one, amount, on, calendar),
    ],
  );
}

function sourceOf(from: MoneyPurpose, to: PaymentKind): OwnMoneySource {
  if (from === 'ADVANCE') return from;
  return from === to ? 'OVERPAYMENT_SAME_KIND' : 'OVERPAYMENT_OTHER_KIND';
}

/** What the guarantees service reports; it alone demands (art. 145.3, 146.4, 147.3, 149.4). NO_SECURITY: it has none. */
export type GuaranteeReport =
  | { readonly report: 'DEMANDED'; readonly coverId: string; readonly on: CivilDate }
  | {
      readonly report: GuaranteeResult;
      readonly coverId: string;
      /** What came to the budget; may be nothing when SHORT. */
      readonly amount: Money;
      readonly on: CivilDate;
    }
  | { readonly report: 'NO_SECURITY'; readonly on: CivilDate };

/**
 * Records a report. The guarantee's own clock runs beside the order of stages and beside an appeal, so neither stands
 * against it; a second demand for one cover is refused COVER_DEMANDED_TWICE (R-PAY-183, R-PAY-184).
 */
export function recordGuaranteeReport(
  one: CollectionCase,
  report: GuaranteeReport,
  calendar: LegalCalendar,
): Decision<CollectionEvent> {
  const closed = when(one.state === 'CLOSED', reasons.COLLECTION_OVER);
  if (report.report === 'NO_SECURITY') return decide([closed], () => [{ type: 'NoSecurityRecorded' }]);
  const { coverId, on } = report;
  const known = one.covers[coverId];
  if (report.report === 'DEMANDED') {
    const twice = when(known !== undefined && known !== 'CALLED', reasons.COVER_DEMANDED_TWICE, {
      parameters: { coverId },
    });
    return decide([closed, twice], () => [{ type: 'GuaranteeDemandRecorded', coverId }]);
  }
  const { amount: came, report: result } = report;
  const amount = came.min(one.debt);
  return decide<CollectionEvent>(
    [
      closed,
      when(known === 'RECOVERED' || known === 'SHORT', reasons.COVER_DEMANDED_TWICE, {
        parameters: { coverId },
      }),
      when(came.isNegative(), reasons.COLLECTION_ABOVE_DEBT, { pointer: '/amount' }),
    ],
    () => [
      {
        type: 'GuaranteeResultRecorded',
        coverId,
        result,
        amount,
        beyondCase: came.minus(amount),
        ...(came.isPositive() ? { informPayerBy: collectionTermEnd('INFORM_PAYER', on, calendar) } : {}),
      },
      ...closingIfPaid(one, amount, on, calendar),
    ],
  );
}

/** What the account shows as usable for an offset on the day stage 2 is closed. */
export interface OwnMoneyLeft {
  readonly usable: Money;
  readonly on: CivilDate;
}

/**
 * Records stage 2 as tried, with its amounts (R-PAY-156): nothing usable is left on the accounts, and every security was
 * reported recovered, short or absent (R-PAY-184). Then securing measures, or the court for a physical person (R-PAY-158).
 */
export function closeOwnMoneyStage(one: CollectionCase, left: OwnMoneyLeft): Decision<CollectionEvent> {
  return decide<CollectionEvent>(
    [...actRefusals(one, 'S2_OVERPAYMENT_OR_GUARANTEE', left.on), ...stageTwoOpen(one, left)],
    () => [
      {
        type: 'OwnMoneyInsufficient',
        offset: one.offset,
        recovered: one.recovered,
        remaining: one.debt,
        next: one.payer === 'INDIVIDUAL' ? 'COURT' : 'S3_SECURE',
      },
    ],
  );
}

function stageTwoOpen(one: CollectionCase, { usable }: OwnMoneyLeft): (Reason | undefined)[] {
  const reported = Object.values(one.covers);
  const waits = reported.some((cover) => cover === 'CALLED' || cover === 'DEMANDED');
  const securityTried = reported.length > 0 ? !waits : one.noSecurity;
  const stage = 'S2_OVERPAYMENT_OR_GUARANTEE';
  return [
    pastRefusal(one, 'S2_OWN_MONEY'),
    when(usable.isPositive(), reasons.STAGE_NOT_REACHED, {
      parameters: { open: stage, usable: usable.toString() },
    }),
    securityTried
      ? undefined
      : reason(reasons.STAGE_NOT_REACHED, { parameters: { open: stage, security: 'NOT_REPORTED' } }),
  ];
}

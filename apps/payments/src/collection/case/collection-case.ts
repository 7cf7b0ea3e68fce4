/** A collection case (L4): what is owed after a notice defaulted, and what was done so far to collect it. */
import type { CivilDate, TermEnd } from '@shekara/calendar';
import { Money } from '@shekara/kernel';
import type { LimitationEnd } from '../../obligation/limitation.js';
import type { DebtWrittenOff } from '../../write-off/debt-written-off.js';
import type { CollectionOrder, OrderStatus } from '../documents/collection-order-document.js';
import type {
  CollectionState,
  CoverState,
  GuaranteeResult,
  OwnMoneySource,
  PayerStatus,
  SecuringMeasure,
} from './collection-measures.js';
import type { DebtorNotice } from '../documents/debtor-documents.js';
import type { ForeclosureResolution } from '../documents/foreclosure-resolution.js';

export interface MeasureRecord {
  readonly measure: SecuringMeasure;
  /** IMPOSSIBLE: nothing to suspend or restrict was found; counts as tried (reading 26). */
  readonly attempt: 'TAKEN' | 'IMPOSSIBLE' | 'LIFTED';
  /** Number of the order or decision, or of the record that says why the measure is impossible. */
  readonly document: string;
  readonly on: CivilDate;
}

export interface CollectionCase {
  readonly payer: PayerStatus;
  readonly state: CollectionState;
  /** Principal and penalty interest still owed of what defaulted. */
  readonly debt: Money;
  /** The part of it under appeal (art. 182). */
  readonly paused: Money;
  readonly limitation: LimitationEnd;
  /** Stage 2 with its amounts (R-PAY-156). */
  readonly offset: Money;
  readonly recovered: Money;
  /** By the ids of reservations. */
  readonly covers: Readonly<Record<string, CoverState>>;
  readonly noSecurity: boolean;
  readonly measures: readonly MeasureRecord[];
  readonly orders: readonly CollectionOrder[];
  readonly debtorNotices: readonly DebtorNotice[];
  readonly foreclosure?: ForeclosureResolution;
  readonly saleDone: boolean;
}

export type ClosingGround = 'PAID' | 'LIMITATION_EXPIRED' | 'OBLIGATION_ENDED' | 'WRITTEN_OFF';

export type CollectionEvent =
  | { readonly type: 'NoticeDefaultRecorded'; readonly amount: Money }
  | {
      readonly type: 'OwnMoneyOffset';
      readonly source: OwnMoneySource;
      readonly amount: Money;
      readonly on: CivilDate;
      readonly informPayerBy: TermEnd;
    }
  | { readonly type: 'PenaltyInterestAdded'; readonly amount: Money }
  | { readonly type: 'GuaranteeCalled'; readonly coverId: string; readonly securityNumber: string }
  | { readonly type: 'GuaranteeDemandRecorded'; readonly coverId: string }
  | {
      readonly type: 'GuaranteeResultRecorded';
      readonly coverId: string;
      readonly result: GuaranteeResult;
      /** What lowers the debt of the case. */
      readonly amount: Money;
      /** What came before the notice defaulted, and so lowered its sum, or came above the debt. */
      readonly beyondCase: Money;
      /** Where money came (art. 161.2). */
      readonly informPayerBy?: TermEnd;
    }
  | { readonly type: 'NoSecurityRecorded' }
  | {
      readonly type: 'OwnMoneyInsufficient';
      readonly offset: Money;
      readonly recovered: Money;
      readonly remaining: Money;
      readonly next: 'S3_SECURE' | 'COURT';
    }
  | { readonly type: 'SecuringMeasureRecorded'; readonly record: MeasureRecord }
  | { readonly type: 'SecuringMeasureLifted'; readonly document: string; readonly on: CivilDate }
  | { readonly type: 'ForcedCollectionOpened' }
  | { readonly type: 'CollectionOrderSent'; readonly order: CollectionOrder }
  | {
      readonly type: 'CollectionOrderAnswered';
      readonly orderId: string;
      readonly status: OrderStatus;
      /** What lowers the debt. */
      readonly credited: Money;
      /** What came above the debt; to be refunded as OVER_COLLECTED (art. 153.1). */
      readonly overCollected: Money;
    }
  | { readonly type: 'CollectionOrderReturned'; readonly orderId: string; readonly twinOf: string }
  | { readonly type: 'BankAccountsInsufficient'; readonly remaining: Money }
  | { readonly type: 'DebtorNoticeSent'; readonly notice: DebtorNotice }
  | {
      readonly type: 'DebtorNoticeReceived';
      readonly noticeId: string;
      readonly on: CivilDate;
      readonly settlementActBy: TermEnd;
      /** An order may be sent after this day. */
      readonly waitUntil: TermEnd;
    }
  | { readonly type: 'SettlementActAccepted'; readonly noticeId: string; readonly sumOwed: Money }
  | { readonly type: 'DebtorDropped'; readonly noticeId: string; readonly finding: string }
  | { readonly type: 'DebtorsInsufficient'; readonly remaining: Money }
  | { readonly type: 'ForeclosureResolved'; readonly resolution: ForeclosureResolution }
  | { readonly type: 'SaleProceedsCredited'; readonly credited: Money; readonly overCollected: Money }
  | { readonly type: 'CollectionExhausted'; readonly remaining: Money }
  | { readonly type: 'BankruptcyApplied'; readonly debt: Money; readonly on: CivilDate }
  | DebtWrittenOff
  | { readonly type: 'DebtPaid'; readonly amount: Money }
  | { readonly type: 'DisputedPartPaused'; readonly amount: Money }
  | { readonly type: 'DisputedPartResumed'; readonly amount: Money }
  | {
      readonly type: 'CollectionClosed';
      readonly ground: ClosingGround;
      /** What must be lifted, each with its last day (R-PAY-161). */
      readonly lift: readonly {
        readonly document: string;
        readonly measure: SecuringMeasure;
        readonly by: TermEnd;
      }[];
      /** Orders that banks still hold and that are recalled. */
      readonly recall: readonly string[];
    };

/** A case at its notice, before anything defaulted. */
export function openCase(payer: PayerStatus, limitation: LimitationEnd): CollectionCase {
  return {
    payer,
    limitation,
    state: 'S1_NOTICE',
    debt: Money.ZERO,
    paused: Money.ZERO,
    offset: Money.ZERO,
    recovered: Money.ZERO,
    covers: {},
    noSecurity: false,
    measures: [],
    orders: [],
    debtorNotices: [],
    saleDone: false,
  };
}

/** The case after an event. */
export function evolve(one: CollectionCase, event: CollectionEvent): CollectionCase {
  switch (event.type) {
    case 'NoticeDefaultRecorded':
      return {
        ...one,
        debt: one.debt.plus(event.amount),
        state: one.state === 'S1_NOTICE' ? 'S2_OWN_MONEY' : one.state,
      };
    case 'PenaltyInterestAdded':
      return { ...one, debt: one.debt.plus(event.amount) };
    case 'OwnMoneyOffset':
      return { ...lowered(one, event.amount), offset: one.offset.plus(event.amount) };
    case 'GuaranteeCalled':
      return { ...one, covers: { ...one.covers, [event.coverId]: 'CALLED' } };
    case 'GuaranteeDemandRecorded':
      return { ...one, covers: { ...one.covers, [event.coverId]: 'DEMANDED' } };
    case 'GuaranteeResultRecorded':
      return {
        ...lowered(one, event.amount),
        covers: { ...one.covers, [event.coverId]: event.result },
        recovered: one.recovered.plus(event.amount).plus(event.beyondCase),
      };
    case 'NoSecurityRecorded':
      return { ...one, noSecurity: true };
    case 'OwnMoneyInsufficient':
      return { ...one, state: event.next };
    case 'SecuringMeasureRecorded':
      return { ...one, measures: [...one.measures, event.record] };
    case 'SecuringMeasureLifted':
      return {
        ...one,
        measures: one.measures.map((record) =>
          record.document === event.document ? { ...record, attempt: 'LIFTED' } : record,
        ),
      };
    case 'ForcedCollectionOpened':
      return { ...one, state: 'S4A_BANK' };
    case 'CollectionOrderSent':
      return { ...one, orders: [...one.orders, event.order] };
    case 'CollectionOrderAnswered':
      return {
        ...lowered(one, event.credited),
        orders: one.orders.map((order) =>
          order.id === event.orderId
            ? { ...order, status: event.status, came: event.credited.plus(event.overCollected) }
            : order,
        ),
      };
    case 'CollectionOrderReturned':
      return {
        ...one,
        orders: one.orders.map((order) =>
          order.id === event.orderId ? { ...order, status: 'RETURNED' } : order,
        ),
      };
    case 'BankAccountsInsufficient':
      return { ...one, state: 'S4B_DEBTORS' };
    case 'DebtorNoticeSent':
      return { ...one, debtorNotices: [...one.debtorNotices, event.notice] };
    case 'DebtorNoticeReceived':
      return withNotice(one, event.noticeId, { receivedOn: event.on });
    case 'SettlementActAccepted':
      return withNotice(one, event.noticeId, { confirmedBySettlementAct: event.sumOwed });
    case 'DebtorDropped':
      return withNotice(one, event.noticeId, { droppedBecause: event.finding });
    case 'DebtorsInsufficient':
      return { ...one, state: 'S4C_PROPERTY' };
    case 'ForeclosureResolved':
      return { ...one, foreclosure: event.resolution };
    case 'SaleProceedsCredited':
      return { ...lowered(one, event.credited), saleDone: true };
    case 'CollectionExhausted':
      return { ...one, state: 'EXHAUSTED' };
    case 'BankruptcyApplied':
      return { ...one, state: 'BANKRUPTCY' };
    case 'DebtWrittenOff':
      return lowered(one, event.amount.min(one.debt));
    case 'DebtPaid':
      return lowered(one, event.amount);
    case 'DisputedPartPaused':
      return { ...one, paused: one.paused.plus(event.amount) };
    case 'DisputedPartResumed':
      return { ...one, paused: one.paused.minus(event.amount) };
    case 'CollectionClosed':
      return { ...one, state: 'CLOSED' };
  }
}

/** Less owed; what is paid of the disputed part is disputed no more than what is left. */
function lowered(one: CollectionCase, amount: Money): CollectionCase {
  const debt = one.debt.minus(amount);
  return { ...one, debt, paused: one.paused.min(debt) };
}

function withNotice(one: CollectionCase, id: string, facts: Partial<DebtorNotice>): CollectionCase {
  return {
    ...one,
    debtorNotices: one.debtorNotices.map((notice) => (notice.id === id ? { ...notice, ...facts } : notice)),
  };
}

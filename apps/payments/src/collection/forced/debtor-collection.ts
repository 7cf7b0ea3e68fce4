/** Stage 4b: collection from the payer's debtors (art. 166): notice, settlement act, order on the debtor's account. */
import type { CivilDate, LegalCalendar, TermEnd } from '@shekara/calendar';
import { type Decision, decide, Money, type Reason, reason, refuse, when } from '@shekara/kernel';
import type { PayableKind } from '../../payment-kind.js';
import type { CollectionCase, CollectionEvent } from '../case/collection-case.js';
import { collectionDocumentReasons as reasons } from '../documents/collection-document-reasons.js';
import {
  type BankAccount,
  type CollectionOrder,
  orderDefects,
} from '../documents/collection-order-document.js';
import { collectionReasons } from '../case/collection-reasons.js';
import { collectionTermEnd } from '../documents/collection-terms.js';
import {
  type DebtorNotice,
  type MutualSettlementAct,
  settlementActDefects,
} from '../documents/debtor-documents.js';
import { actRefusals, notYetOrdered, pastRefusal, sumRefusals, undisputed } from '../case/stage-order.js';

export interface DebtorNoticeToSend {
  readonly id: string;
  readonly debtor: string;
  /** What the debtor list, or an act with it, confirms; undefined when the debtor is on no list. */
  readonly confirmedReceivable?: Money;
  readonly amount: Money;
  readonly on: CivilDate;
}

/** Notices a debtor: only for a confirmed receivable and at most for it: RECEIVABLE_UNCONFIRMED (R-PAY-170). */
export function sendDebtorNotice(one: CollectionCase, toSend: DebtorNoticeToSend): Decision<CollectionEvent> {
  const { id, debtor, confirmedReceivable: receivable, amount, on } = toSend;
  const refusals = [
    ...actRefusals(one, 'S4B_DEBTOR_ACCOUNTS', on),
    ...sumRefusals(one, amount, undisputed(one)),
    when(receivable !== undefined && amount.compare(receivable) > 0, reasons.RECEIVABLE_UNCONFIRMED, {
      pointer: '/amount',
      parameters: { receivable: receivable?.toString() ?? '' },
    }),
  ];
  if (receivable === undefined) {
    const unconfirmed = reason(reasons.RECEIVABLE_UNCONFIRMED, { pointer: '/debtor' });
    return decide<CollectionEvent>([...refusals, unconfirmed], () => []);
  }
  return decide<CollectionEvent>(refusals, () => [
    { type: 'DebtorNoticeSent', notice: { id, debtor, receivable, amount, sentOn: on } },
  ]);
}

/** The debtor got its notice: 20 working days for the act, 5 before any order (R-PAY-171, R-PAY-172). */
export function receiveDebtorNotice(
  one: CollectionCase,
  noticeId: string,
  on: CivilDate,
  calendar: LegalCalendar,
): Decision<CollectionEvent> {
  return withNotice(one, noticeId, (notice) =>
    decide<CollectionEvent>(
      [
        when(on < notice.sentOn || notice.receivedOn !== undefined, reasons.COLLECTION_DATES_CONTRADICT, {
          pointer: '/on',
        }),
      ],
      () => [
        {
          type: 'DebtorNoticeReceived',
          noticeId,
          on,
          settlementActBy: collectionTermEnd('SETTLEMENT_ACT', on, calendar),
          waitUntil: collectionTermEnd('WAIT_FOR_DEBTOR', on, calendar),
        },
      ],
    ),
  );
}

/** Takes a settlement act, or returns it with every missing part named (R-PAY-173). A late act is still an act. */
export function takeSettlementAct(
  one: CollectionCase,
  noticeId: string,
  act: MutualSettlementAct,
): Decision<CollectionEvent> {
  return withNotice(one, noticeId, ({ receivedOn }) => {
    if (receivedOn === undefined)
      return refuse(reason(reasons.COLLECTION_DATES_CONTRADICT, { pointer: '/asOn' }));
    return decide<CollectionEvent>(settlementActDefects(act, receivedOn), () => [
      { type: 'SettlementActAccepted', noticeId, sumOwed: act.sumOwed },
    ]);
  });
}

export interface LateSettlementAct {
  readonly noticeId: string;
  readonly debtor: string;
  readonly dueBy: TermEnd;
}

/** Notices whose act is overdue on `today`: each is a task for an officer, never an order without an act (R-PAY-172). */
export function lateSettlementActs(
  one: CollectionCase,
  today: CivilDate,
  calendar: LegalCalendar,
): readonly LateSettlementAct[] {
  return one.debtorNotices.flatMap(({ id, debtor, receivedOn, confirmedBySettlementAct, droppedBecause }) => {
    if (receivedOn === undefined || confirmedBySettlementAct || droppedBecause !== undefined) return [];
    const dueBy = collectionTermEnd('SETTLEMENT_ACT', receivedOn, calendar);
    return today > dueBy.lastDay ? [{ noticeId: id, debtor, dueBy }] : [];
  });
}

export interface DebtorOrderToSend {
  readonly id: string;
  readonly noticeId: string;
  readonly account: BankAccount;
  readonly amount: Money;
  readonly kind: PayableKind;
  readonly on: CivilDate;
}

/** An order on a debtor's account: act there, 5 working days passed, at most F-17 (R-PAY-170 to R-PAY-172). */
export function sendDebtorOrder(
  one: CollectionCase,
  toSend: DebtorOrderToSend,
  calendar: LegalCalendar,
): Decision<CollectionEvent> {
  const { id, noticeId, account, amount, kind, on } = toSend;
  const caseRefusals = actRefusals(one, 'S4B_DEBTOR_ACCOUNTS', on);
  return withNotice(
    one,
    noticeId,
    (notice) => {
      const { bank, account: number, currency } = account;
      const of = { holder: 'DEBTOR' as const, noticeId };
      const order: CollectionOrder = {
        id,
        of,
        bank,
        account: number,
        currency,
        amount,
        kind,
        on,
        status: 'SENT',
      };
      return decide<CollectionEvent>(
        [
          ...caseRefusals,
          ...sumRefusals(one, amount, notYetOrdered(one)),
          ...debtorRefusals(one, notice, amount, on, calendar),
          ...orderDefects(account, order, one.orders),
        ],
        () => [{ type: 'CollectionOrderSent', order }],
      );
    },
    caseRefusals,
  );
}

function debtorRefusals(
  one: CollectionCase,
  notice: DebtorNotice,
  amount: Money,
  on: CivilDate,
  calendar: LegalCalendar,
): (Reason | undefined)[] {
  const { receivedOn, confirmedBySettlementAct } = notice;
  const waitUntil = receivedOn && collectionTermEnd('WAIT_FOR_DEBTOR', receivedOn, calendar).lastDay;
  const left = leftAtDebtor(one, notice);
  return [
    when(waitUntil === undefined || on <= waitUntil, reasons.DEBTOR_TERM_RUNNING, {
      parameters: { waitUntil: waitUntil ?? '' },
    }),
    when(confirmedBySettlementAct === undefined, reasons.SETTLEMENT_ACT_MISSING),
    when(amount.compare(left) > 0, reasons.RECEIVABLE_UNCONFIRMED, {
      pointer: '/amount',
      parameters: { receivable: left.toString() },
    }),
  ];
}

/** What the debtor is confirmed to owe, less what came from it and what banks still hold orders for. */
function leftAtDebtor(one: CollectionCase, notice: DebtorNotice): Money {
  const used = one.orders
    .filter(({ of }) => of.holder === 'DEBTOR' && of.noticeId === notice.id)
    .map(({ status, amount, came }) => (status === 'SENT' ? amount : (came ?? Money.ZERO)));
  const confirmed = notice.receivable.min(notice.confirmedBySettlementAct ?? notice.receivable);
  return confirmed.minus(Money.sum(used));
}

/** Gives a debtor up: it owes nothing, or sends no act. `finding` says why. */
export function dropDebtor(
  one: CollectionCase,
  noticeId: string,
  finding: string,
): Decision<CollectionEvent> {
  return withNotice(one, noticeId, () =>
    decide<CollectionEvent>(
      [when(finding.trim() === '', reasons.COLLECTION_PAPER_MISSING, { pointer: '/finding' })],
      () => [{ type: 'DebtorDropped', noticeId, finding }],
    ),
  );
}

export interface DebtorStageResult {
  /** The record that says no debtor is known: an empty or missing list. Needed when nobody was noticed. */
  readonly noDebtorsRecord?: string;
  readonly on: CivilDate;
}

/** Debtors had no or too little money: on to the property (art. 167.1). Each notice ended in answered orders or was dropped. */
export function closeDebtorStage(one: CollectionCase, result: DebtorStageResult): Decision<CollectionEvent> {
  const tried =
    one.debtorNotices.length > 0
      ? one.debtorNotices.every((notice) => isDone(one, notice))
      : !!result.noDebtorsRecord?.trim();
  return decide<CollectionEvent>(
    [
      ...actRefusals(one, 'S4B_DEBTOR_ACCOUNTS', result.on),
      pastRefusal(one, 'S4B_DEBTORS'),
      when(one.state === 'S4B_DEBTORS' && !tried, collectionReasons.STAGE_NOT_REACHED, {
        parameters: { open: 'S4B_DEBTOR_ACCOUNTS' },
      }),
    ],
    () => [{ type: 'DebtorsInsufficient', remaining: one.debt }],
  );
}

function isDone(one: CollectionCase, { id, droppedBecause }: DebtorNotice): boolean {
  const orders = one.orders.filter(({ of }) => of.holder === 'DEBTOR' && of.noticeId === id);
  if (orders.some(({ status }) => status === 'SENT')) return false;
  return orders.length > 0 || droppedBecause !== undefined;
}

function withNotice(
  one: CollectionCase,
  noticeId: string,
  then: (notice: DebtorNotice) => Decision<CollectionEvent>,
  otherRefusals: readonly (Reason | undefined)[] = [],
): Decision<CollectionEvent> {
  const notice = one.debtorNotices.find(({ id }) => id === noticeId);
  if (notice === undefined || notice.droppedBecause !== undefined) {
    const unknown = reason(reasons.DEBTOR_NOT_NOTICED, { parameters: { noticeId } });
    return decide<CollectionEvent>([...otherRefusals, unknown], () => []);
  }
  return then(notice);
}

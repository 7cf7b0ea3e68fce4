import { standardCalendar } from '@shekara/calendar';
import { type CurrencyCode, type Decision, Money } from '@shekara/kernel';
import { recordBankAnswer } from './bank-collection.js';
import { type CollectionCase, type CollectionEvent, evolve, openCase } from '../case/collection-case.js';
import type { BankAccount } from '../documents/collection-order-document.js';
import {
  closeDebtorStage,
  dropDebtor,
  lateSettlementActs,
  receiveDebtorNotice,
  sendDebtorNotice,
  sendDebtorOrder,
  takeSettlementAct,
} from './debtor-collection.js';
import {
  collectableFromDebtor,
  debtorListDueBy,
  type MutualSettlementAct,
  type SettlementParty,
} from '../documents/debtor-documents.js';

const calendar = standardCalendar();
const tenge = (text: string) => Money.ofTenge(text);
const bankAccount: BankAccount = {
  bank: 'HALYKKZ',
  account: 'KZ77',
  currency: 'KZT' as CurrencyCode,
  purpose: 'ORDINARY',
};
const party = (changes: Partial<SettlementParty> = {}): SettlementParty => ({
  name: 'Trade LLP',
  identificationNumber: '050640001236',
  legalAddress: 'Almaty, Abay 1',
  bankDetails: 'KZ77 HALYKKZ',
  signedAndSealed: true,
  ...changes,
});
const act = (changes: Partial<MutualSettlementAct> = {}): MutualSettlementAct => ({
  payer: party(),
  debtor: party(),
  customsBodyOfPayer: '55302',
  debtorRegistration: 'Almaty, 1999',
  sumOwed: tenge('500000'),
  asOn: '2025-10-14',
  date: '2025-10-20',
  ...changes,
});

type Step = (one: CollectionCase) => Decision<CollectionEvent>;
const inDebtorStage: CollectionCase = {
  ...openCase('LEGAL_ENTITY', { lastDay: '2030-09-02' }),
  state: 'S4B_DEBTORS',
  debt: tenge('700000'),
};
function given(...steps: Step[]): CollectionCase {
  return steps.reduce((one, step) => {
    const decision = step(one);
    if (!decision.accepted) throw new Error(decision.reasons.map(({ code }) => code).join());
    return decision.events.reduce(evolve, one);
  }, inDebtorStage);
}
const codes = (decision: Decision<unknown>) =>
  decision.accepted ? [] : decision.reasons.map(({ code }) => code);

const noticed =
  (amount = '500000', confirmed: string | undefined = '500000'): Step =>
  (one) =>
    sendDebtorNotice(one, {
      id: 'D-1',
      debtor: '050640001236',
      amount: tenge(amount),
      on: '2025-10-10',
      ...(confirmed === '' ? {} : { confirmedReceivable: tenge(confirmed) }),
    });
const received: Step = (one) => receiveDebtorNotice(one, 'D-1', '2025-10-14', calendar);
const acted: Step = (one) => takeSettlementAct(one, 'D-1', act());
const ordered =
  (on: string, amount = '500000'): Step =>
  (one) =>
    sendDebtorOrder(
      one,
      { id: 'O-1', noticeId: 'D-1', account: bankAccount, amount: tenge(amount), kind: 'IMPORT_VAT', on },
      calendar,
    );

describe('collection from debtors (art. 166)', () => {
  it('asks the payer for its debtor list by 29 September, not once the debt is paid (R-PAY-169, worked case 20)', () => {
    expect(debtorListDueBy('2025-09-15', tenge('700000'), calendar)?.lastDay).toBe('2025-09-29');
    expect(debtorListDueBy('2025-09-15', Money.ZERO, calendar)).toBeUndefined();
  });

  it('notices debtors for confirmed receivables only, at most for that amount (R-PAY-170)', () => {
    expect(codes(noticed('500000', '')(inDebtorStage))).toEqual(['RECEIVABLE_UNCONFIRMED']);
    expect(codes(noticed('500000.01')(inDebtorStage))).toEqual(['RECEIVABLE_UNCONFIRMED']);
    expect(codes(noticed('700000.01', '900000')(inDebtorStage))).toEqual(['COLLECTION_ABOVE_DEBT']);
    expect(codes(noticed()(inDebtorStage))).toEqual([]);
  });

  it('is refused before banks fell short (R-PAY-155)', () => {
    expect(codes(noticed()({ ...inDebtorStage, state: 'S4A_BANK' }))).toEqual(['STAGE_NOT_REACHED']);
  });

  it('sets the act for 12 November and orders from 22 October on (R-PAY-171, R-PAY-172, worked case 20)', () => {
    const decision = received(given(noticed()));
    expect(decision.accepted ? decision.events : []).toMatchObject([
      { settlementActBy: { lastDay: '2025-11-12' }, waitUntil: { lastDay: '2025-10-21' } },
    ]);
    const ready = given(noticed(), received, acted);
    expect(codes(ordered('2025-10-21')(ready))).toEqual(['DEBTOR_TERM_RUNNING']);
    expect(codes(ordered('2025-10-22')(ready))).toEqual([]);
  });

  it('orders at most the smaller of debt, receivable and act (R-PAY-170, worked case 20)', () => {
    expect(collectableFromDebtor(tenge('700000'), { receivable: tenge('500000') }).toString()).toBe(
      '500000.00',
    );
    expect(collectableFromDebtor(tenge('400000'), { receivable: tenge('500000') }).toString()).toBe(
      '400000.00',
    );
    const ready = given(noticed(), received, acted);
    expect(codes(ordered('2025-10-22', '500000.01')(ready))).toEqual(['RECEIVABLE_UNCONFIRMED']);
    const less = given(noticed(), received, (one) =>
      takeSettlementAct(one, 'D-1', act({ sumOwed: tenge('1') })),
    );
    expect(codes(ordered('2025-10-22')(less))).toEqual(['RECEIVABLE_UNCONFIRMED']);
    const partly = given(noticed(), received, acted, ordered('2025-10-22'), (one) =>
      recordBankAnswer(one, { orderId: 'O-1', credited: tenge('100000'), on: '2025-10-23' }, calendar),
    );
    expect(codes(ordered('2025-10-24', '400000')(partly))).toEqual([]);
    expect(codes(ordered('2025-10-24', '400000.01')(partly))).toEqual(['RECEIVABLE_UNCONFIRMED']);
    const twice = given(noticed(), received, acted, ordered('2025-10-22'));
    expect(codes(ordered('2025-10-23', '1')(twice))).toEqual(['RECEIVABLE_UNCONFIRMED']);
  });

  it('makes a task of an overdue act and no order without one (R-PAY-172)', () => {
    const waiting = given(noticed(), received);
    expect(lateSettlementActs(waiting, '2025-11-12', calendar)).toEqual([]);
    expect(lateSettlementActs(waiting, '2025-11-13', calendar)).toMatchObject([{ noticeId: 'D-1' }]);
    expect(codes(ordered('2025-11-13')(waiting))).toEqual(['SETTLEMENT_ACT_MISSING']);
    expect(lateSettlementActs(given(noticed(), received, acted), '2025-11-13', calendar)).toEqual([]);
  });

  it('returns an act of another day or without a part of art. 166.3, naming each (R-PAY-173)', () => {
    const bare = act({
      payer: party({ name: '', signedAndSealed: false }),
      debtor: party({ identificationNumber: ' ', legalAddress: '', bankDetails: '' }),
      customsBodyOfPayer: '',
      debtorRegistration: '',
      asOn: '2025-10-13',
      date: '',
    });
    const decision = takeSettlementAct(given(noticed(), received), 'D-1', bare);
    expect(decision.accepted ? [] : decision.reasons.map(({ code, pointer }) => [code, pointer])).toEqual(
      [
        '/payer/name',
        '/payer/signedAndSealed',
        '/debtor/identificationNumber',
        '/debtor/legalAddress',
        '/debtor/bankDetails',
        '/customsBodyOfPayer',
        '/debtorRegistration',
        '/date',
        '/asOn',
      ].map((pointer) => ['SETTLEMENT_ACT_INCOMPLETE', pointer]),
    );
  });

  it('names every reason against an order on the account of a debtor that just got its notice', () => {
    const early = given(noticed(), received);
    expect(codes(ordered('2025-10-15', '800000')(early))).toEqual([
      'COLLECTION_ABOVE_DEBT',
      'DEBTOR_TERM_RUNNING',
      'SETTLEMENT_ACT_MISSING',
      'RECEIVABLE_UNCONFIRMED',
    ]);
  });

  it('goes on to the property once every notice ended in an answered order or was dropped', () => {
    const close: Step = (one) => closeDebtorStage(one, { on: '2025-11-20' });
    expect(codes(close(inDebtorStage))).toEqual(['STAGE_NOT_REACHED']);
    expect(codes(close(given(noticed(), received)))).toEqual(['STAGE_NOT_REACHED']);
    const dropped = given(noticed(), received, (one) => dropDebtor(one, 'D-1', 'no act in time'), close);
    expect(dropped.state).toBe('S4C_PROPERTY');
    expect(codes(ordered('2025-11-21')(dropped))).toEqual(['DEBTOR_NOT_NOTICED']);
  });
});

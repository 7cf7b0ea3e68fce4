import { standardCalendar } from '@shekara/calendar';
import { type CurrencyCode, type Decision, Exact, Money } from '@shekara/kernel';
import fc from 'fast-check';
import { closeBankStage, recordBankAnswer, sendBankOrder } from './bank-collection.js';
import {
  closeAfterLimitation,
  closeEndedObligation,
  followWriteOff,
  pauseDisputed,
  recordPayment,
  resumeDisputed,
} from './case-end.js';
import { type CollectionCase, type CollectionEvent, evolve, openCase } from './collection-case.js';
import { COLLECTION_STATES, type OrderedState, type PayerStatus } from './collection-measures.js';
import type { BankAccount } from './collection-order-document.js';
import { closeDebtorStage, dropDebtor, receiveDebtorNotice, sendDebtorNotice } from './debtor-collection.js';
import { closeOwnMoneyStage, offsetOwnMoney, recordDefault, recordGuaranteeReport } from './own-money.js';
import { applyForBankruptcy, closePropertyStage, foreclose, recordSale } from './property-sale.js';
import {
  liftSecuringMeasure,
  openForcedCollection,
  overdueLifts,
  recordMeasureImpossible,
  takeSecuringMeasure,
} from './securing-measures.js';
import { addPenaltyInterest } from './running-interest.js';
import { proposeWriteOff, recognizeUncollectible } from '../write-off/write-off.js';
import { notYetOrdered } from './stage-order.js';

const calendar = standardCalendar();
const on = '2025-10-07';
const tenge = (text: string) => Money.ofTenge(text);
const account = (changes: Partial<BankAccount> = {}): BankAccount => ({
  bank: 'HALYKKZ',
  account: 'KZ01',
  currency: 'KZT' as CurrencyCode,
  purpose: 'ORDINARY',
  ...changes,
});

type Step = (one: CollectionCase) => Decision<CollectionEvent>;
const given = (...steps: Step[]) => givenPayer('LEGAL_ENTITY', ...steps);
const givenPayer = (payer: PayerStatus, ...steps: Step[]): CollectionCase =>
  steps.reduce((one, step) => apply(one, step(one)), openCase(payer, { lastDay: '2030-09-02' }));
function apply(one: CollectionCase, decision: Decision<CollectionEvent>): CollectionCase {
  if (!decision.accepted) throw new Error(decision.reasons.map(({ code }) => code).join());
  return decision.events.reduce(evolve, one);
}
const codes = (decision: Decision<unknown>) =>
  decision.accepted ? [] : decision.reasons.map(({ code }) => code);
const events = (decision: Decision<CollectionEvent>) => (decision.accepted ? decision.events : []);

const defaulted: Step = (one) => recordDefault(one, tenge('1000000'), on);
const offset =
  (amount = '300000'): Step =>
  (one) =>
    offsetOwnMoney(one, { from: 'ADVANCE', to: 'IMPORT_VAT', amount: tenge(amount), on }, calendar);
const demanded: Step = (one) =>
  recordGuaranteeReport(one, { report: 'DEMANDED', coverId: 'C-1', on }, calendar);
const short: Step = (one) =>
  recordGuaranteeReport(one, { report: 'SHORT', coverId: 'C-1', amount: tenge('100000'), on }, calendar);
const noSecurity: Step = (one) => recordGuaranteeReport(one, { report: 'NO_SECURITY', on }, calendar);
const ownMoneyClosed: Step = (one) => closeOwnMoneyStage(one, { usable: Money.ZERO, on });
const suspended: Step = (one) =>
  takeSecuringMeasure(one, { measure: 'S3_BANK_SUSPENSION', document: 'B-1', on });
const cashSuspended: Step = (one) =>
  takeSecuringMeasure(one, { measure: 'S3_CASH_SUSPENSION', document: 'K-1', on });
const restricted: Step = (one) =>
  takeSecuringMeasure(one, { measure: 'S3_PROPERTY_RESTRICTION', document: 'P-1', on });
const forced: Step = (one) => openForcedCollection(one, on);
const order =
  (id = 'O-1', amount = '600000', at = account()): Step =>
  (one) =>
    sendBankOrder(one, { id, account: at, amount: tenge(amount), kind: 'IMPORT_VAT', on });
const answered =
  (credited: string, orderId = 'O-1', rate?: string): Step =>
  (one) =>
    recordBankAnswer(
      one,
      { orderId, credited: tenge(credited), on, ...(rate ? { rate: new Exact(rate) } : {}) },
      calendar,
    );
const banksClosed: Step = (one) => closeBankStage(one, { noAccountsRecord: 'R-1', on });
const debtorsClosed: Step = (one) => closeDebtorStage(one, { noDebtorsRecord: 'R-2', on });
const foreclosed: Step = (one) =>
  foreclose(one, {
    number: 'F-1',
    authorizedLegalEntity: '050640001236',
    copies: 2,
    restrictionAttached: true,
    inventoryAttached: true,
    on,
  });
const sold: Step = (one) => recordSale(one, tenge('50000'), on, calendar);
const propertyClosed: Step = (one) => closePropertyStage(one, on);

const stageTwo = [defaulted, offset(), demanded, short, ownMoneyClosed];
const stageFour = [...stageTwo, suspended, cashSuspended, restricted, forced];

describe('stages of collection in their strict order (art. 157.3-4)', () => {
  it('refuses a bank order while stage 2 is not recorded, accepts it after all (R-PAY-155, R-PAY-165, worked case 18)', () => {
    expect(codes(order()(given(defaulted)))).toEqual(['STAGE_NOT_REACHED']);
    expect(codes(order()(given(...stageTwo)))).toEqual(['STAGE_NOT_REACHED']);
    expect(codes(order()(given(...stageTwo, suspended, cashSuspended, restricted)))).toEqual([
      'STAGE_NOT_REACHED',
    ]);
    expect(events(order()(given(...stageFour)))).toMatchObject([
      { type: 'CollectionOrderSent', order: { id: 'O-1' } },
    ]);
  });

  it('refuses a bank order before the notice defaulted (R-PAY-165)', () => {
    expect(codes(order('O-1', '0.01')(given()))).toContain('STAGE_NOT_REACHED');
  });

  it('opens forced collection after at least one securing measure, taken or impossible (R-PAY-155)', () => {
    expect(codes(forced(given(...stageTwo)))).toEqual(['STAGE_NOT_REACHED']);
    const impossible: Step = (one) =>
      recordMeasureImpossible(one, { measure: 'S3_CASH_SUSPENSION', document: 'R-9', on });
    expect(given(...stageTwo, impossible, forced).state).toBe('S4A_BANK');
    expect(codes(forced(given(...stageFour)))).toEqual(['COLLECTION_STAGE_PAST']);
  });

  it('asks for debtors after banks and for property last (R-PAY-155, R-PAY-174, worked case 18)', () => {
    expect(codes(foreclosed(given(...stageFour)))).toEqual(['STAGE_NOT_REACHED']);
    expect(codes(foreclosed(given(...stageFour, banksClosed)))).toEqual(['STAGE_NOT_REACHED']);
    expect(codes(debtorsClosed(given(...stageFour)))).toEqual(['STAGE_NOT_REACHED']);
    expect(codes(foreclosed(given(...stageFour, banksClosed, debtorsClosed)))).toEqual([]);
  });

  it('forecloses on restricted property only (R-PAY-174), to the authorized entity with its papers (R-PAY-175)', () => {
    const unrestricted = [...stageTwo, suspended, forced, banksClosed, debtorsClosed];
    expect(codes(foreclosed(given(...unrestricted)))).toEqual(['STAGE_NOT_REACHED']);
    const bare = foreclose(given(...stageFour, banksClosed, debtorsClosed), {
      number: 'F-1',
      authorizedLegalEntity: '',
      copies: 1,
      restrictionAttached: false,
      inventoryAttached: false,
      on,
    });
    expect(bare.accepted ? [] : bare.reasons.map(({ pointer }) => pointer)).toEqual([
      '/copies',
      '/authorizedLegalEntity',
      '/restrictionAttached',
      '/inventoryAttached',
    ]);
  });

  it('lets bankruptcy be applied for only after all measures (R-PAY-176)', () => {
    const property = given(...stageFour, banksClosed, debtorsClosed, foreclosed);
    expect(codes(propertyClosed(property))).toEqual(['STAGE_NOT_REACHED']);
    expect(codes(applyForBankruptcy(property, on))).toEqual(['STAGE_NOT_REACHED']);
    const exhausted = given(...stageFour, banksClosed, debtorsClosed, foreclosed, sold, propertyClosed);
    expect(events(applyForBankruptcy(exhausted, on))).toMatchObject([{ debt: tenge('550000') }]);
  });

  it('writes off with a ground in other legislation and ends the case (R-PAY-180)', () => {
    const exhausted = given(...stageFour, banksClosed, debtorsClosed, foreclosed, sold, propertyClosed);
    const ground = { act: 'Tax Code', provision: 'art. 1' };
    const debt = { liability: 'L-1', kind: 'IMPORT_VAT' as const, penaltyInterest: Money.ZERO };
    const debts = [{ ...debt, principal: exhausted.debt }];
    expect(codes(proposeWriteOff(debts, { ...ground, act: ' ' }))).toEqual(['WRITE_OFF_GROUND_MISSING']);
    const decision = { number: 'W-1', on, signature: 'S-1', by: 'HEAD' as const };
    const recognized = (one: CollectionCase, written = debts) =>
      recognizeUncollectible({ status: 'PROPOSED', debts: written, ground }, decision, one);
    expect(codes(recognized(given(defaulted)))).toEqual(['STAGE_NOT_REACHED']);
    const after = (outcome: ReturnType<typeof recognized>) =>
      followWriteOff(exhausted, outcome.accepted ? outcome.events : [], calendar).reduce(evolve, exhausted);
    const ended = after(recognized(exhausted));
    expect([ended.state, ended.debt.toString()]).toEqual(['CLOSED', '0.00']);
    const part = after(recognized(exhausted, [{ ...debt, principal: tenge('1000') }]));
    expect([part.state, part.debt]).toEqual(['EXHAUSTED', exhausted.debt.minus(tenge('1000'))]);
  });
});

describe('stage 2: own money and securities (art. 161)', () => {
  it('tells the payer of an offset of 7 October by 9 October (R-PAY-157, worked case 12)', () => {
    expect(events(offset()(given(defaulted)))).toMatchObject([
      { type: 'OwnMoneyOffset', informPayerBy: { lastDay: '2025-10-09' } },
    ]);
  });

  it('records stage 2 as tried, with amounts, before stage 3 (R-PAY-156)', () => {
    expect(codes(suspended(given(defaulted, offset())))).toEqual(['STAGE_NOT_REACHED']);
    expect(events(ownMoneyClosed(given(defaulted, offset(), demanded, short)))).toMatchObject([
      { offset: tenge('300000'), recovered: tenge('100000'), remaining: tenge('600000'), next: 'S3_SECURE' },
    ]);
    const left = closeOwnMoneyStage(given(defaulted, noSecurity), { usable: tenge('0.01'), on });
    expect(codes(left)).toEqual(['STAGE_NOT_REACHED']);
  });

  it('counts a security as tried only when guarantees reports it recovered, short or absent (R-PAY-184)', () => {
    expect(codes(ownMoneyClosed(given(defaulted)))).toEqual(['STAGE_NOT_REACHED']);
    expect(codes(ownMoneyClosed(given(defaulted, demanded)))).toEqual(['STAGE_NOT_REACHED']);
    expect(codes(ownMoneyClosed(given(defaulted, demanded, noSecurity)))).toEqual(['STAGE_NOT_REACHED']);
    expect(codes(ownMoneyClosed(given(defaulted, demanded, short)))).toEqual([]);
    expect(codes(ownMoneyClosed(given(defaulted, noSecurity)))).toEqual([]);
  });

  it('records a report during an appeal of the whole notice: its clock is not stopped (R-PAY-184)', () => {
    const appealed = given(defaulted, (one) => pauseDisputed(one, tenge('1000000')));
    expect(codes(offset()(appealed))).toContain('NOTICE_SUSPENDED_BY_APPEAL');
    expect(codes(demanded(appealed))).toEqual([]);
    expect(codes(short(appealed))).toEqual([]);
  });

  it('records a demand beside the notice, refuses a second for the same cover (R-PAY-183, worked case 18)', () => {
    expect(codes(demanded(given()))).toEqual([]);
    expect(codes(demanded(given(demanded)))).toEqual(['COVER_DEMANDED_TWICE']);
    expect(codes(demanded(given(defaulted, demanded, short)))).toEqual(['COVER_DEMANDED_TWICE']);
  });

  it.each([
    ['IMPORT_DUTY', 'IMPORT_VAT'],
    ['IMPORT_VAT', 'IMPORT_DUTY'],
  ] as const)('leaves an offset from %s to %s to an officer with a treaty rule (R-PAY-108)', (from, to) => {
    const crossing = { from, to, amount: tenge('1'), on };
    expect(codes(offsetOwnMoney(given(defaulted), crossing, calendar))).toEqual(['OFFSET_NEEDS_TREATY_RULE']);
    const ruled = { ...crossing, treatyRule: 'Treaty annex 5, 12' };
    expect(codes(offsetOwnMoney(given(defaulted), ruled, calendar))).toEqual([]);
  });

  it('records what a guarantee gave before the notice defaulted without closing the case (R-PAY-183)', () => {
    const early = given(demanded, short);
    expect([early.state, early.debt.toString(), early.recovered.toString()]).toEqual([
      'S1_NOTICE',
      '0.00',
      '100000.00',
    ]);
  });

  it('uses an advance for the debt (R-PAY-107)', () => {
    expect(given(defaulted, offset('300000')).debt.toString()).toBe('700000.00');
  });
});

describe('physical persons (art. 157.5)', () => {
  const person = givenPayer('INDIVIDUAL', defaulted, noSecurity);

  it('goes to court after stage 2 (R-PAY-158, worked case 19)', () => {
    expect(events(ownMoneyClosed(person))).toMatchObject([{ next: 'COURT', remaining: tenge('1000000') }]);
  });

  it.each<[string, Step]>([
    ['account suspension', suspended],
    ['cash suspension', cashSuspended],
    ['property restriction', restricted],
    ['bank order', order()],
    ['foreclosure', foreclosed],
  ])('refuses a %s, in court and before (R-PAY-158, worked case 19)', (_name, step) => {
    expect(codes(step(person))).toEqual(['INDIVIDUAL_COURT_ONLY']);
    expect(codes(step(apply(person, ownMoneyClosed(person))))).toEqual(['INDIVIDUAL_COURT_ONLY']);
  });

  it('treats an entrepreneur like a legal entity (R-PAY-158)', () => {
    expect(givenPayer('ENTREPRENEUR', ...stageTwo, suspended, forced).state).toBe('S4A_BANK');
  });
});

describe('collection orders (art. 165)', () => {
  it('is tracked to executed, partial or unfilled (R-PAY-181)', () => {
    const sent = given(...stageFour, order());
    expect(codes(banksClosed(sent))).toEqual(['STAGE_NOT_REACHED']);
    for (const [credited, status] of [
      ['600000', 'EXECUTED'],
      ['599999.99', 'PARTIAL'],
      ['0', 'UNFILLED'],
    ] as const) {
      expect(events(answered(credited)(sent))[0]).toMatchObject({ status });
    }
    expect(codes(banksClosed(given(...stageFour, order(), answered('1'))))).toEqual([]);
    expect(codes(answered('1')(given(...stageFour, order(), answered('1'))))).toEqual(['ORDER_NOT_OPEN']);
  });

  it('settles several orders for one sum and kind in one bank once (R-PAY-167)', () => {
    const second = order('O-2', '200000', account({ account: 'KZ02' }));
    const two = given(...stageFour, order('O-1', '200000'), second);
    const settled = apply(two, answered('200000')(two));
    expect(settled.orders.map(({ id, status }) => [id, status])).toEqual([
      ['O-1', 'EXECUTED'],
      ['O-2', 'RETURNED'],
    ]);
    expect(settled.debt.toString()).toBe('400000.00');
    expect(codes(order('O-3', '200000')(settled))).toEqual(['ORDER_DUPLICATE']);
    expect(codes(order('O-3', '200000', account({ bank: 'KASPIKZ' }))(settled))).toEqual([]);
  });

  it('does not order one debt in two banks at a time', () => {
    const other = order('O-2', '600000', account({ bank: 'KASPIKZ' }));
    expect(codes(other(given(...stageFour, order())))).toEqual(['COLLECTION_ABOVE_DEBT']);
  });

  it('collects from a foreign currency account at the rate of the collection day (R-PAY-168)', () => {
    const dollars = account({ currency: 'USD' as CurrencyCode });
    const sent = given(...stageFour, order('O-1', '600000', dollars));
    expect(codes(answered('600000')(sent))).toEqual(['COLLECTION_RATE_MISSING']);
    expect(events(answered('600001.50', 'O-1', '525')(sent))[0]).toMatchObject({
      status: 'EXECUTED',
      credited: tenge('600000'),
      overCollected: tenge('1.50'),
    });
    expect(events(answered('599996.25', 'O-1', '525')(sent))).toMatchObject([{ status: 'PARTIAL' }]);
  });
});

describe('payment, appeal, limitation', () => {
  it('lifts every restriction within 1 working day after the debt is paid, alerts when not (R-PAY-161)', () => {
    const one = given(...stageFour);
    const paid = recordPayment(one, tenge('600000'), '2025-10-24', calendar);
    expect(events(paid)[1]).toMatchObject({
      ground: 'PAID',
      lift: ['B-1', 'K-1', 'P-1'].map((document) => ({ document, by: { lastDay: '2025-10-28' } })),
    });
    const closed = apply(one, paid);
    expect(overdueLifts(closed, '2025-10-24', '2025-10-28', calendar)).toEqual([]);
    const lifted = apply(closed, liftSecuringMeasure(closed, 'B-1', '2025-10-28'));
    expect(
      overdueLifts(lifted, '2025-10-24', '2025-10-29', calendar).map(({ document }) => document),
    ).toEqual(['K-1', 'P-1']);
    expect(codes(liftSecuringMeasure(lifted, 'B-1', '2025-10-29'))).toEqual([
      'SECURING_MEASURE_NOT_IN_FORCE',
    ]);
  });

  it('recalls open orders when paid; what a bank still sends is over-collected (R-PAY-204)', () => {
    const one = given(...stageFour, order());
    const paid = recordPayment(one, tenge('600000'), on, calendar);
    expect(events(paid)[1]).toMatchObject({ recall: ['O-1'] });
    expect(events(answered('600000')(apply(one, paid)))).toMatchObject([
      { credited: Money.ZERO, overCollected: tenge('600000') },
    ]);
  });

  it('adds penalty interest in every stage, under appeal too: it is outside the order (R-PAY-155)', () => {
    for (const one of [
      given(defaulted),
      given(...stageFour),
      given(defaulted, (x) => pauseDisputed(x, tenge('1'))),
    ]) {
      expect(apply(one, addPenaltyInterest(one, tenge('0.01'))).debt.toString()).toBe(
        one.debt.plus(tenge('0.01')).toString(),
      );
    }
  });

  it('pauses the disputed part only: the rest is collected on', () => {
    const appealed = given(...stageFour, (one) => pauseDisputed(one, tenge('200000')));
    expect(codes(order('O-1', '400000')(appealed))).toEqual([]);
    expect(codes(order('O-1', '400000.01')(appealed))).toEqual(['NOTICE_SUSPENDED_BY_APPEAL']);
    expect(codes(order('O-1', '600000.01')(appealed))).toEqual(['COLLECTION_ABOVE_DEBT']);
    expect(codes(order()(apply(appealed, resumeDisputed(appealed))))).toEqual([]);
    expect(codes(pauseDisputed(appealed, tenge('400000.01')))).toEqual(['DISPUTED_SUM_UNFIT']);
  });

  it('refuses every new act after limitation and closes the case; nothing to collect after an end (R-PAY-075)', () => {
    const late: Step = (one) =>
      takeSecuringMeasure(one, { measure: 'S3_BANK_SUSPENSION', document: 'B', on: '2030-09-03' });
    expect(codes(late(given(...stageTwo)))).toEqual(['LIMITATION_EXPIRED']);
    expect(closeAfterLimitation(given(...stageTwo), '2030-09-02', calendar)).toBeUndefined();
    expect(closeAfterLimitation(given(...stageTwo), '2030-09-03', calendar)).toMatchObject({
      ground: 'LIMITATION_EXPIRED',
    });
    const ended = given(...stageTwo, (one) => closeEndedObligation(one, on, calendar));
    expect(codes(suspended(ended))).toEqual(['COLLECTION_OVER']);
  });
});

describe('whatever the order of commands (art. 157.4)', () => {
  const disputed: Step = (one) => pauseDisputed(one, tenge('150000'));
  const paid: Step = (one) => recordPayment(one, tenge('9000'), on, calendar);
  const debtorNoticed: Step = (one) =>
    sendDebtorNotice(one, {
      id: 'D-1',
      debtor: 'X',
      confirmedReceivable: tenge('5'),
      amount: tenge('5'),
      on,
    });
  const steps: Step[] = [
    ...[
      defaulted,
      offset('10000'),
      demanded,
      short,
      noSecurity,
      ownMoneyClosed,
      suspended,
      restricted,
      forced,
    ],
    ...[
      order('O-1', '200000'),
      order('O-2', '200000'),
      order('O-3', '70000'),
      answered('200000'),
      answered('10', 'O-3'),
    ],
    ...[
      banksClosed,
      debtorsClosed,
      foreclosed,
      sold,
      propertyClosed,
      disputed,
      resumeDisputed,
      paid,
      debtorNoticed,
    ],
    (one) => receiveDebtorNotice(one, 'D-1', on, calendar),
    (one) => dropDebtor(one, 'D-1', 'owes nothing'),
    (one) => applyForBankruptcy(one, on),
  ];
  /** What must stand in the history before an event of the measure may: the law's order, told anew. */
  const NEEDS: Partial<Record<CollectionEvent['type'], CollectionEvent['type']>> = {
    OwnMoneyInsufficient: 'NoticeDefaultRecorded',
    SecuringMeasureRecorded: 'OwnMoneyInsufficient',
    ForcedCollectionOpened: 'SecuringMeasureRecorded',
    CollectionOrderSent: 'ForcedCollectionOpened',
    BankAccountsInsufficient: 'ForcedCollectionOpened',
    DebtorNoticeSent: 'BankAccountsInsufficient',
    DebtorsInsufficient: 'BankAccountsInsufficient',
    ForeclosureResolved: 'DebtorsInsufficient',
    CollectionExhausted: 'DebtorsInsufficient',
    BankruptcyApplied: 'CollectionExhausted',
  };
  const anySequence = fc.array(fc.nat(steps.length - 1), { minLength: 10, maxLength: 250, size: 'max' });
  const anyPayer = fc.constantFrom<PayerStatus>('LEGAL_ENTITY', 'ENTREPRENEUR', 'INDIVIDUAL');

  /** Random commands, mixed into the whole way of a case so that late stages are reached too. */
  function run(payer: PayerStatus, indexes: readonly number[], guided: boolean) {
    const way = [...stageFour, banksClosed, debtorsClosed, foreclosed, sold, propertyClosed];
    let one = openCase(payer, { lastDay: '2030-09-02' });
    const history: CollectionEvent[] = [];
    const seen: CollectionCase[] = [one];
    indexes.forEach((index, position) => {
      const step = guided && position % 3 === 0 ? way[(position / 3) % way.length] : steps[index];
      const decision = step?.(one);
      if (!decision?.accepted) return;
      for (const event of decision.events) {
        const needed = NEEDS[event.type];
        if (needed && !history.some(({ type }) => type === needed))
          throw new Error(`${event.type} without ${needed}`);
        history.push(event);
        one = evolve(one, event);
        seen.push(one);
      }
    });
    return { history, seen };
  }

  it('never skips a stage (R-PAY-155)', () => {
    const rank = (state: string) => COLLECTION_STATES.indexOf(state as OrderedState);
    let furthest = 0;
    fc.assert(
      fc.property(anyPayer, anySequence, fc.boolean(), (payer, indexes, guided) => {
        const { seen } = run(payer, indexes, guided);
        const ranks = seen.map(({ state }) => rank(state)).filter((place) => place >= 0);
        ranks.reduce((before, after) => {
          if (after !== before && after !== before + 1) throw new Error(`from ${before} to ${after}`);
          return after;
        });
        furthest = Math.max(furthest, ...ranks);
      }),
      { numRuns: 60 },
    );
    expect(furthest).toBeGreaterThanOrEqual(rank('EXHAUSTED'));
  });

  it('never takes stages 3 and 4 against a physical person (R-PAY-158)', () => {
    const forbidden = new Set([
      'SecuringMeasureRecorded',
      'CollectionOrderSent',
      'DebtorNoticeSent',
      'ForeclosureResolved',
    ]);
    fc.assert(
      fc.property(anySequence, fc.boolean(), (indexes, guided) => {
        expect(run('INDIVIDUAL', indexes, guided).history.filter(({ type }) => forbidden.has(type))).toEqual(
          [],
        );
      }),
    );
  });

  it('never credits more than the debt', () => {
    fc.assert(
      fc.property(anyPayer, anySequence, fc.boolean(), (payer, indexes, guided) => {
        for (const one of run(payer, indexes, guided).seen) {
          if (one.debt.isNegative() || one.paused.compare(one.debt) > 0)
            throw new Error(`${one.debt} ${one.paused}`);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('never has more ordered than is owed', () => {
    expect(notYetOrdered(given(...stageFour, order())).toString()).toBe('0.00');
  });
});

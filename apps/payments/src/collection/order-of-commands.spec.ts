import fc from 'fast-check';
import { pauseDisputed, recordPayment, resumeDisputed } from './case/case-end.js';
import { type CollectionCase, type CollectionEvent, evolve, openCase } from './case/collection-case.js';
import { COLLECTION_STATES, type OrderedState, type PayerStatus } from './case/collection-measures.js';
import {
  answered,
  banksClosed,
  calendar,
  debtorsClosed,
  defaulted,
  demanded,
  forced,
  foreclosed,
  noSecurity,
  offset,
  on,
  order,
  ownMoneyClosed,
  propertyClosed,
  restricted,
  short,
  sold,
  type Step,
  suspended,
  tenge,
  stageFour,
} from './collection.fixture.js';
import { dropDebtor, receiveDebtorNotice, sendDebtorNotice } from './forced/debtor-collection.js';
import { applyForBankruptcy } from './forced/property-sale.js';

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
});

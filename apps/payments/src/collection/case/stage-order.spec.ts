import { Money } from '@shekara/kernel';
import { proposeWriteOff, recognizeUncollectible } from '../../write-off/write-off.js';
import { followWriteOff } from './case-end.js';
import { type CollectionCase, evolve } from './collection-case.js';
import {
  apply,
  banksClosed,
  calendar,
  cashSuspended,
  codes,
  debtorsClosed,
  defaulted,
  events,
  forced,
  foreclosed,
  given,
  givenPayer,
  noSecurity,
  on,
  order,
  ownMoneyClosed,
  propertyClosed,
  restricted,
  sold,
  type Step,
  suspended,
  tenge,
  stageFour,
  stageTwo,
} from '../collection.fixture.js';
import { applyForBankruptcy, foreclose } from '../forced/property-sale.js';
import { recordMeasureImpossible } from '../securing/securing-measures.js';

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

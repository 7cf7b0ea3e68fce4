import { Exact } from '@shekara/kernel';
import { receiveGoods, type Receipt, type ReceiptFacts } from './receipt.js';
import {
  declarationEnded,
  declarationRegistered,
  evolve,
  type StorageLot,
  takeOut,
  termEnds,
} from './storage-lot.js';

/** Worked case 1: the term ends on Monday 16 March 2026, 23:59 in Almaty (UTC+5). */
const placed: StorageLot = {
  state: 'PLACED',
  registeredAt: new Date('2026-01-14T05:50:00Z'),
  placedAt: new Date('2026-01-14T08:00:00Z'),
  termEndsAt: new Date('2026-03-16T18:59:59.999Z'),
  extensionPending: false,
};
const declared: StorageLot = { ...placed, state: 'DECLARED' };
const NEXT_DAY = new Date('2026-03-16T19:00:00Z');

describe('a lot when its term ends (art. 268.4)', () => {
  it('expires the instant after the last day, not on it (worked case 9, R-TST-060)', () => {
    expect(termEnds(placed, placed.termEndsAt)).toBeUndefined();
    expect(termEnds(placed, NEXT_DAY)).toEqual({ type: 'TemporaryStorageTermExpired' });
    expect(termEnds({ ...placed, state: 'REGISTERED', placedAt: null }, NEXT_DAY)).toBeDefined();
  });

  it('is held by a declaration lodged at 23:50 of the last day, and expires at once when release is refused (worked case 10, R-TST-057, R-TST-061)', () => {
    const lodged = new Date('2026-03-16T18:50:00Z');
    expect(declarationRegistered(placed, lodged)).toEqual({ type: 'LotDeclared' });
    expect(termEnds(declared, NEXT_DAY)).toBeUndefined();
    expect(declarationEnded(declared, new Date('2026-03-17T11:00:00Z'))).toEqual({
      type: 'TemporaryStorageTermExpired',
    });
  });

  it('is not held by a declaration lodged late (R-TST-057)', () => {
    expect(declarationRegistered(placed, NEXT_DAY)).toBeUndefined();
  });

  it('is declared even when the message of a timely declaration comes after the term was told to be over (R-TST-061)', () => {
    const expired: StorageLot = { ...placed, state: 'EXPIRED' };
    expect(declarationRegistered(expired, new Date('2026-03-16T18:50:00Z'))).toEqual({ type: 'LotDeclared' });
  });

  it('keeps the same term after withdrawal or refusal inside it (worked case 11, R-TST-062)', () => {
    const event = declarationEnded(declared, new Date('2026-03-11T06:00:00Z'));
    expect(event).toEqual({ type: 'LotBackInStorage', state: 'PLACED' });
    const back: StorageLot = { ...declared, state: event ? evolve(event) : 'DECLARED' };
    expect(termEnds(back, back.termEndsAt)).toBeUndefined();
    expect(termEnds(back, NEXT_DAY)).toEqual({ type: 'TemporaryStorageTermExpired' });
  });

  it('is held by an undecided extension request (worked case 8, R-TST-050)', () => {
    expect(termEnds({ ...placed, extensionPending: true }, NEXT_DAY)).toBeUndefined();
    expect(declarationEnded({ ...declared, extensionPending: true }, NEXT_DAY)).toEqual({
      type: 'LotBackInStorage',
      state: 'PLACED',
    });
  });

  it('expires once only, and not after it left', () => {
    expect(termEnds({ ...placed, state: 'EXPIRED' }, NEXT_DAY)).toBeUndefined();
    expect(termEnds({ ...placed, state: 'ISSUED' }, NEXT_DAY)).toBeUndefined();
  });
});

describe('taking goods out (art. 259.3)', () => {
  it('needs the document that is the ground, and happens once (R-TST-079)', () => {
    expect(takeOut(declared, 'PLACED_UNDER_PROCEDURE', '55302/160326/0000001')).toMatchObject({
      accepted: true,
    });
    expect(takeOut(declared, 'PLACED_UNDER_PROCEDURE', ' ')).toMatchObject({
      accepted: false,
      reasons: [{ code: 'EXIT_DOCUMENT_MISSING' }],
    });
    expect(takeOut({ ...declared, state: 'ISSUED' }, 'PLACED_UNDER_PROCEDURE', 'x')).toMatchObject({
      reasons: [{ code: 'LOT_ENDED' }],
    });
  });
});

describe('taking goods in (art. 44.2, 270.1.2)', () => {
  const count = (line: number, packages: number, kg: string) => ({
    line,
    packages,
    grossWeightKg: new Exact(kg),
  });
  const facts: ReceiptFacts = {
    lot: { state: 'REGISTERED', placedAt: null },
    documented: [count(1, 100, '1000')],
    registrationNumber: '55302/110326/S000001',
    placeTakesGoods: true,
  };

  function received(receipt: Partial<Receipt>, of: Partial<ReceiptFacts> = {}) {
    const decision = receiveGoods({ counted: [], sealsIntact: true, ...receipt }, { ...facts, ...of });
    if (!decision.accepted) return { codes: decision.reasons.map(({ code }) => code) };
    const [event] = decision.events;
    return {
      movements: event?.movements.map(({ line, kind, quantity, basis }) => [
        line,
        kind,
        quantity.packages,
        quantity.grossWeightKg.toFixed(),
        basis.number,
      ]),
      discrepancies: event?.discrepancies.map(({ kind, line }) => [kind, line]),
    };
  }

  it('records what was counted when all is there (R-TST-085)', () => {
    expect(received({ counted: [count(1, 100, '1000')] })).toEqual({
      movements: [[1, 'RECEIPT', 100, '1000', facts.registrationNumber]],
      discrepancies: [],
    });
  });

  it('records the counted, not the documented quantity, and the shortage on its act (R-TST-085)', () => {
    expect(received({ counted: [count(1, 60, '600.5')], shortageAct: 'Act 7' })).toEqual({
      movements: [
        [1, 'RECEIPT', 60, '600.5', facts.registrationNumber],
        [1, 'RECEIPT_SHORTAGE', 40, '399.5', 'Act 7'],
      ],
      discrepancies: [['DOCUMENTS_VS_RECEIPT', 1]],
    });
  });

  it('refuses a shortage without the act of keeper and carrier (R-TST-090)', () => {
    expect(received({ counted: [count(1, 60, '600')] })).toEqual({ codes: ['NO_BASIS'] });
  });

  it('holds a surplus and unknown goods apart: neither adds to the stock', () => {
    expect(received({ counted: [count(1, 103, '1030'), count(9, 2, '5')], sealsIntact: false })).toEqual({
      movements: [
        [1, 'RECEIPT', 100, '1000', facts.registrationNumber],
        [1, 'RECEIPT_SURPLUS', 3, '30', facts.registrationNumber],
        [9, 'RECEIPT_SURPLUS', 2, '5', facts.registrationNumber],
      ],
      discrepancies: [
        ['SEAL_BROKEN', undefined],
        ['DOCUMENTS_VS_RECEIPT', 1],
        ['UNKNOWN_GOODS', 9],
      ],
    });
  });

  it('refuses lines not counted, counted twice, and goods taken in already', () => {
    expect(received({ shortageAct: 'Act 7' })).toEqual({ codes: ['LINE_NOT_COUNTED'] });
    expect(received({ counted: [count(1, 100, '1000'), count(1, 1, '1')] })).toEqual({
      codes: ['LINE_COUNTED_TWICE'],
    });
    const already = { lot: { state: 'PLACED', placedAt: placed.placedAt } } as const;
    expect(received({ counted: [count(1, 100, '1000')] }, already)).toEqual({
      codes: ['LOT_ALREADY_PLACED'],
    });
  });

  it('refuses a receipt into a suspended place (worked case 21, R-TST-133)', () => {
    expect(received({ counted: [count(1, 100, '1000')] }, { placeTakesGoods: false })).toEqual({
      codes: ['PLACE_NOT_ACTIVE'],
    });
  });
});

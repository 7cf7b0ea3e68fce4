import type { CurrencyCode } from '@shekara/kernel';
import {
  account,
  answered,
  apply,
  banksClosed,
  codes,
  events,
  given,
  order,
  tenge,
  stageFour,
} from '../collection.fixture.js';
import { notYetOrdered } from '../case/stage-order.js';

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

  it('never has more ordered than is owed', () => {
    expect(notYetOrdered(given(...stageFour, order())).toString()).toBe('0.00');
  });
});

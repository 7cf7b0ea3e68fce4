import { at, exampleCalendar } from '../goods-declaration/worked-cases.fixture.js';
import type { ComingOfGoods } from './preliminary-arrival.js';
import { goodsOfPreliminaryNotCome, preliminaryGoodsTerm } from './preliminary-arrival.js';

describe('goods of a preliminary declaration registered Fri 6 Sep 2024 (worked case 11)', () => {
  const registeredAt = at('2024-09-06', '12:00');
  const ground = (regime: 'CODE_2010' | 'CODE_2017', goods: ComingOfGoods, moment: Date) =>
    goodsOfPreliminaryNotCome(regime, registeredAt, goods, moment, exampleCalendar)?.article;

  it('have until Mon 7 Oct: the 30th day is a Sunday (R-DEC-004, worked case 11)', () => {
    expect(preliminaryGoodsTerm(registeredAt, exampleCalendar)).toMatchObject({
      lastDay: '2024-10-07',
      shiftedFrom: '2024-10-06',
    });
  });

  it('are refused on Tue 8 Oct when they came in no way, in both regimes, and not before (worked case 11)', () => {
    expect(ground('CODE_2017', {}, at('2024-10-07', '23:59:59'))).toBeUndefined();
    expect(ground('CODE_2017', {}, at('2024-10-08', '00:00'))).toBe('Code 2017 art. 201.3');
    expect(ground('CODE_2010', {}, at('2024-10-08', '00:00'))).toBe('art. 291.7');
  });

  it('that arrived on 7 Oct and were presented on 9 Oct are refused in CODE_2010 only (worked case 11)', () => {
    const goods = { arrivedAt: at('2024-10-07', '20:00'), presentedAt: at('2024-10-09', '10:00') };
    expect(ground('CODE_2017', goods, at('2024-10-09', '10:00'))).toBeUndefined();
    expect(ground('CODE_2010', { arrivedAt: goods.arrivedAt }, at('2024-10-08', '09:00'))).toBe('art. 291.7');
  });
});

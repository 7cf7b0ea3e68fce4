import type { ArrivalNotice, NoticeGoods } from './arrival-notice.js';
import { namesOf, railNotice } from './complete-notices.fixture.js';
import { railDefects } from './rail-notice.js';

function defects(notice: ArrivalNotice): string[] {
  return namesOf(railDefects(notice));
}

function withGoods(changes: Partial<NoticeGoods>): ArrivalNotice {
  const complete = railNotice();
  return { ...complete, goods: complete.goods.map((goods) => ({ ...goods, ...changes })) };
}

describe('rail notice (art. 251.1.4)', () => {
  it('asks for every row of the list, and for no flag, no passengers and no crew (R-ARR-153, R-ARR-154)', () => {
    expect(defects(railNotice())).toEqual([]);
    const empty = railNotice({
      documents: [],
      consignor: {},
      consignee: {},
      train: undefined,
      goods: [{ line: 1, grossWeightKg: '1' }],
    });
    expect(defects(empty).sort()).toEqual([
      'DATA_MISSING /consignee/address',
      'DATA_MISSING /consignee/name',
      'DATA_MISSING /consignor/address',
      'DATA_MISSING /consignor/name',
      'DATA_MISSING /goods/0/commodityCode',
      'DATA_MISSING /goods/0/name',
      'DATA_MISSING /goods/0/packageCount',
      'DATA_MISSING /goods/0/packageKind',
      'DATA_MISSING /goods/0/packageMarks',
      'DATA_MISSING /train/stationOfDeparture',
      'DATA_MISSING /train/stationOfDestination',
      'DOCUMENT_MISSING ROLLING_STOCK_TRANSFER_SHEET',
      'DOCUMENT_MISSING STORES_DOCUMENT',
      'DOCUMENT_MISSING TRANSPORT_DOCUMENTS',
    ]);
  });

  it('asks a code of at least four digits (R-ARR-053, R-ARR-153)', () => {
    expect(defects(withGoods({ commodityCode: '870' }))).toEqual([
      'GOODS_CODE_TOO_SHORT /goods/0/commodityCode',
    ]);
  });

  it('asks the weight in kilograms: neither volume nor oversized cargo replaces it (R-ARR-044, worked case 7)', () => {
    const unweighed = withGoods({ grossWeightKg: undefined, volumeM3: '60' });
    expect(defects({ ...unweighed, oversized: true })).toEqual([
      'WEIGHT_OR_VOLUME_MISSING /goods/0/grossWeightKg',
    ]);
  });

  it('asks the numbers of containers where goods are in them (R-ARR-045)', () => {
    const asked = ['DATA_MISSING /goods/0/containerNumbers'];
    expect(defects(withGoods({ containerised: true }))).toEqual(asked);
    expect(defects(withGoods({ containerised: true, containerNumbers: [] }))).toEqual(asked);
    expect(defects(withGoods({ containerised: true, containerNumbers: ['MSKU1234565'] }))).toEqual([]);
    expect(defects(withGoods({ containerised: false }))).toEqual([]);
  });
});

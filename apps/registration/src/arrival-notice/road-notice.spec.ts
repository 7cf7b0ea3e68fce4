import type { ArrivalNotice, NoticeGoods } from './arrival-notice.js';
import { namesOf, paper, roadNotice } from './complete-notices.fixture.js';
import { roadDefects } from './road-notice.js';

function defects(notice: ArrivalNotice): string[] {
  return namesOf(roadDefects(notice));
}

function withGoods(changes: Partial<NoticeGoods>): ArrivalNotice {
  const complete = roadNotice();
  return { ...complete, goods: complete.goods.map((goods) => ({ ...goods, ...changes })) };
}

describe('road notice (art. 251.1.1)', () => {
  it('finds a notice complete that holds the list', () => {
    expect(defects(roadNotice())).toEqual([]);
  });

  it('asks for every row of the list, and names each that is missing (R-ARR-041)', () => {
    const empty = roadNotice({
      documents: [],
      consignor: {},
      consignee: {},
      vehicleRegistration: undefined,
      originCountry: undefined,
      destinationCountry: undefined,
      prohibitedOrRestricted: undefined,
      waybillPlace: undefined,
      waybillDate: undefined,
      goods: [{ line: 1 }],
    });
    expect(defects(empty).sort()).toEqual([
      'DATA_MISSING /consignee/address',
      'DATA_MISSING /consignee/name',
      'DATA_MISSING /consignor/address',
      'DATA_MISSING /consignor/name',
      'DATA_MISSING /destinationCountry',
      'DATA_MISSING /goods/0/commodityCode',
      'DATA_MISSING /goods/0/name',
      'DATA_MISSING /goods/0/packageCount',
      'DATA_MISSING /goods/0/packageKind',
      'DATA_MISSING /goods/0/packageMarks',
      'DATA_MISSING /originCountry',
      'DATA_MISSING /prohibitedOrRestricted',
      'DATA_MISSING /vehicleRegistration',
      'DATA_MISSING /waybillDate',
      'DATA_MISSING /waybillPlace',
      'DOCUMENT_MISSING TRANSPORT_DOCUMENTS',
      'DOCUMENT_MISSING VEHICLE_DOCUMENTS',
      'WEIGHT_OR_VOLUME_MISSING /goods/0/grossWeightKg',
    ]);
    expect(defects(roadNotice({ goods: [] }))).toEqual(['DATA_MISSING /goods']);
  });

  it('given goods code "870", then GOODS_CODE_TOO_SHORT alone (R-ARR-053, worked case 6)', () => {
    expect(defects(withGoods({ commodityCode: '870' }))).toEqual([
      'GOODS_CODE_TOO_SHORT /goods/0/commodityCode',
    ]);
    expect(defects(withGoods({ commodityCode: '8703' }))).toEqual([]);
  });

  it('accepts either weight or volume (R-ARR-043)', () => {
    expect(defects(withGoods({ grossWeightKg: '1', volumeM3: undefined }))).toEqual([]);
    expect(defects(withGoods({ grossWeightKg: undefined, volumeM3: '1' }))).toEqual([]);
    expect(defects(withGoods({ grossWeightKg: undefined }))).toEqual([
      'WEIGHT_OR_VOLUME_MISSING /goods/0/grossWeightKg',
    ]);
  });

  it('given neither weight nor volume and cargo marked oversized, then the check passes (R-ARR-042, worked case 7)', () => {
    expect(defects({ ...withGoods({ grossWeightKg: undefined }), oversized: true })).toEqual([]);
  });

  it('asks seller and recipient only when commercial papers are held that name them (R-ARR-150)', () => {
    const documents = [...roadNotice().documents, paper('COMMERCIAL_DOCUMENTS')];
    expect(defects(roadNotice({ commercialDocuments: 'HELD', documents }))).toEqual([
      'DATA_MISSING /seller',
      'DATA_MISSING /recipientPerCommercialDocuments',
    ]);
    expect(defects(roadNotice({ commercialDocuments: 'HELD_WITHOUT_NAMES', documents }))).toEqual([]);
    expect(defects(roadNotice({ commercialDocuments: 'NONE_HELD' }))).toEqual([]);
  });
});

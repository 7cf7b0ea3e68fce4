/** The list of documents and data for rail transport (art. 251.1.4). No flags, no persons are in it (R-ARR-154). */
import type { ArrivalNotice, NoticeGoods } from './notice-content.js';
import { noticeDefects } from './arrival-notice-reasons.js';
import type { RailCarriage } from './carriage.js';
import {
  codeDefects,
  type Defect,
  type ListedDatum,
  type ListedDocument,
  MAIL_AND_COMMERCIAL_DOCUMENTS,
  missing,
  missingData,
  missingDocuments,
  NAME_AND_ADDRESS,
  PACKAGES,
} from './closed-list.js';

const RAIL_DOCUMENTS: readonly ListedDocument[] = [
  { kind: 'TRANSPORT_DOCUMENTS' },
  { kind: 'ROLLING_STOCK_TRANSFER_SHEET' },
  { kind: 'STORES_DOCUMENT' },
  ...MAIL_AND_COMMERCIAL_DOCUMENTS,
];

const RAIL_DATA: readonly ListedDatum<ArrivalNotice>[] = [
  { field: 'commercialDocuments' },
  { field: 'goods', atLeastOne: true },
];

const RAIL_CARRIAGE: readonly ListedDatum<RailCarriage>[] = [
  { field: 'stationOfDeparture' },
  { field: 'stationOfDestination' },
];

const RAIL_GOODS: readonly ListedDatum<NoticeGoods>[] = [
  { field: 'name' },
  ...PACKAGES,
  { field: 'containerNumbers', requiredWhen: (goods) => goods.containerised === true, atLeastOne: true },
];

/** Every defect of a rail notice against art. 251.1.4; empty when it is complete (R-ARR-153). */
export function railDefects(notice: ArrivalNotice): Defect[] {
  return [
    ...missingDocuments(notice, RAIL_DOCUMENTS),
    ...missingData(notice, '', RAIL_DATA),
    ...missingData(notice.consignor, '/consignor', NAME_AND_ADDRESS),
    ...missingData(notice.consignee, '/consignee', NAME_AND_ADDRESS),
    ...missingData(notice.train, '/train', RAIL_CARRIAGE),
    ...notice.goods.flatMap((goods, index) => [
      ...codeDefects(goods, `/goods/${index}`),
      ...missingData(goods, `/goods/${index}`, RAIL_GOODS),
      missing(!goods.grossWeightKg, `/goods/${index}/grossWeightKg`, noticeDefects.WEIGHT_OR_VOLUME_MISSING),
    ]),
  ];
}

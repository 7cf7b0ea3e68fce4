/** The list of documents and data for road transport (art. 251.1.1). */
import type { ArrivalNotice, NoticeGoods } from './notice-content.js';
import { noticeDefects } from './arrival-notice-reasons.js';
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

const ROAD_DOCUMENTS: readonly ListedDocument[] = [
  { kind: 'VEHICLE_DOCUMENTS' },
  { kind: 'TRANSPORT_DOCUMENTS' },
  ...MAIL_AND_COMMERCIAL_DOCUMENTS,
];

const ROAD_DATA: readonly ListedDatum<ArrivalNotice>[] = [
  { field: 'commercialDocuments' },
  { field: 'seller', requiredWhen: commercialDocumentsNameParties },
  { field: 'recipientPerCommercialDocuments', requiredWhen: commercialDocumentsNameParties },
  { field: 'vehicleRegistration' },
  { field: 'originCountry' },
  { field: 'destinationCountry' },
  { field: 'prohibitedOrRestricted' },
  { field: 'waybillPlace' },
  { field: 'waybillDate' },
  { field: 'goods', atLeastOne: true },
];

const ROAD_GOODS: readonly ListedDatum<NoticeGoods>[] = [{ field: 'name' }, ...PACKAGES];

/** Every defect of a road notice against art. 251.1.1; empty when it is complete (R-ARR-041). */
export function roadDefects(notice: ArrivalNotice): Defect[] {
  return [
    ...missingDocuments(notice, ROAD_DOCUMENTS),
    ...missingData(notice, '', ROAD_DATA),
    ...missingData(notice.consignor, '/consignor', NAME_AND_ADDRESS),
    ...missingData(notice.consignee, '/consignee', NAME_AND_ADDRESS),
    ...notice.goods.flatMap((goods, index) => [
      ...codeDefects(goods, `/goods/${index}`),
      ...missingData(goods, `/goods/${index}`, ROAD_GOODS),
      weightOrVolumeMissing(goods, `/goods/${index}`, notice.oversized),
    ]),
  ];
}

/** Seller and recipient are asked as the commercial papers name them (R-ARR-150). */
function commercialDocumentsNameParties(notice: ArrivalNotice): boolean {
  return notice.commercialDocuments === 'HELD';
}

/** Either of the two, none for oversized cargo (R-ARR-042, R-ARR-043). */
function weightOrVolumeMissing(goods: NoticeGoods, pointer: string, oversized: boolean): Defect {
  return missing(
    !goods.grossWeightKg && !goods.volumeM3 && !oversized,
    `${pointer}/grossWeightKg`,
    noticeDefects.WEIGHT_OR_VOLUME_MISSING,
  );
}

/** The list of documents and data for road transport (art. 251.1.1). */
import { type Reason, type ReasonDefinition, when } from '@shekara/kernel';
import type { ArrivalNotice, NoticeGoods, NoticeParty } from './arrival-notice.js';
import { noticeDefects } from './arrival-notice-reasons.js';

type Defect = Reason | undefined;

function missing(absent: boolean, pointer: string, definition: ReasonDefinition = noticeDefects.DATA_MISSING): Defect {
  return when(absent, definition, { pointer, parameters: { field: pointer } });
}

/** Every defect of a road notice against art. 251.1.1; empty when it is complete (R-ARR-041). */
export function roadDefects(notice: ArrivalNotice): Defect[] {
  const held = notice.commercialDocuments === 'HELD';
  return [
    missingDocument(notice, 'VEHICLE_DOCUMENTS'),
    missingDocument(notice, 'TRANSPORT_DOCUMENTS'),
    ...(notice.mailCarried ? [missingDocument(notice, 'UPU_MAIL_DOCUMENTS')] : []),
    ...(held ? [missingDocument(notice, 'COMMERCIAL_DOCUMENTS')] : []),
    missing(notice.commercialDocuments === undefined, '/commercialDocuments'),
    missing(held && !notice.seller, '/seller'),
    missing(held && !notice.recipientPerCommercialDocuments, '/recipientPerCommercialDocuments'),
    missing(!notice.vehicleRegistration, '/vehicleRegistration'),
    ...partyDefects(notice.carrier, '/carrier'),
    ...partyDefects(notice.consignor, '/consignor'),
    ...partyDefects(notice.consignee, '/consignee'),
    missing(!notice.originCountry, '/originCountry'),
    missing(!notice.destinationCountry, '/destinationCountry'),
    missing(notice.prohibitedOrRestricted === undefined, '/prohibitedOrRestricted'),
    missing(!notice.waybillPlace, '/waybillPlace'),
    missing(!notice.waybillDate, '/waybillDate'),
    missing(notice.goods.length === 0, '/goods'),
    ...notice.goods.flatMap((goods, index) => goodsDefects(goods, `/goods/${index}`, notice.oversized)),
  ];
}

function missingDocument(notice: ArrivalNotice, kind: string): Defect {
  return when(!notice.documents.some((document) => document.kind === kind), noticeDefects.DOCUMENT_MISSING, {
    pointer: '/documents',
    parameters: { kind },
  });
}

function partyDefects(party: NoticeParty, pointer: string): Defect[] {
  return [missing(!party.name, `${pointer}/name`), missing(!party.address, `${pointer}/address`)];
}

/** Code of four digits or more (R-ARR-053), packages, and weight or volume unless oversized (R-ARR-042, R-ARR-043). */
function goodsDefects(goods: NoticeGoods, pointer: string, oversized: boolean): Defect[] {
  const code = goods.commodityCode ?? '';
  return [
    missing(code === '', `${pointer}/commodityCode`),
    when(code !== '' && code.length < 4, noticeDefects.GOODS_CODE_TOO_SHORT, {
      pointer: `${pointer}/commodityCode`,
      parameters: { code },
    }),
    missing(!goods.name, `${pointer}/name`),
    missing(goods.packageCount === undefined, `${pointer}/packageCount`),
    missing(!goods.packageKind, `${pointer}/packageKind`),
    missing(!goods.packageMarks, `${pointer}/packageMarks`),
    missing(
      !goods.grossWeightKg && !goods.volumeM3 && !oversized,
      `${pointer}/grossWeightKg`,
      noticeDefects.WEIGHT_OR_VOLUME_MISSING,
    ),
  ];
}

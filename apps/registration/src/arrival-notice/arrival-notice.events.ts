/** The messages that tell others of an arrival. */
import {
  type ArrivalNoticeAcceptedSchema,
  type ArrivalNoticeReturnedSchema,
  type GoodsArrivedSchema,
  type MessageInitShape,
  reasonMessage,
  timestampOf,
} from '@shekara/contracts';
import type { Reason } from '@shekara/kernel';
import type { ArrivalNotice, NoticeParty } from './arrival-notice.js';
import type { ArrivalNoticeEntity } from './arrival-notice.entity.js';

function party(of: NoticeParty) {
  return {
    name: of.name ?? '',
    address: of.address ?? '',
    country: of.country ?? '',
    identificationNumber: of.identificationNumber ?? '',
  };
}

/** What the vehicle is known by: a registration on road and water, the marks of an aircraft; trains have none here. */
function vehicleOf({ vehicleRegistration, voyage, flight }: ArrivalNotice): string {
  const marks = [flight?.nationalityMark, flight?.registrationMark]
    .filter((mark) => mark !== undefined)
    .join('-');
  return vehicleRegistration ?? voyage?.vesselRegistration ?? marks;
}

function goods(entity: ArrivalNoticeEntity) {
  return entity.notice.goods.map((line) => ({
    line: line.line,
    commodityCode: line.commodityCode ?? '',
    name: line.name ?? line.description ?? '',
    packageCount: line.packageCount ?? 0,
    packageKind: line.packageKind ?? '',
    grossWeightKg: line.grossWeightKg ?? '',
    volumeM3: line.volumeM3 ?? '',
  }));
}

function identity(entity: ArrivalNoticeEntity) {
  return {
    noticeId: entity.id,
    noticeNumber: entity.number,
    caseId: entity.caseId,
    customsBody: entity.customsBody,
  };
}

export function noticeAccepted(
  entity: ArrivalNoticeEntity,
): MessageInitShape<typeof ArrivalNoticeAcceptedSchema> {
  const { notice } = entity;
  return {
    ...identity(entity),
    mode: entity.mode,
    carrier: party(notice.carrier),
    consignor: party(notice.consignor),
    consignee: party(notice.consignee),
    vehicleRegistration: vehicleOf(notice),
    documents: notice.documents.map(({ kind, number, date }) => ({ kind, number, date: date ?? '' })),
    goods: goods(entity),
    originCountry: notice.originCountry ?? '',
    destinationCountry: notice.destinationCountry ?? '',
    prohibitedOrRestricted: notice.prohibitedOrRestricted ?? false,
    crossedAt: entity.crossedAt ? timestampOf(entity.crossedAt) : undefined,
    lodgedAt: timestampOf(entity.lodgedAt),
  };
}

export function noticeReturned(
  entity: ArrivalNoticeEntity,
  defects: readonly Reason[],
  returnedAt: Date,
): MessageInitShape<typeof ArrivalNoticeReturnedSchema> {
  return { ...identity(entity), defects: defects.map(reasonMessage), returnedAt: timestampOf(returnedAt) };
}

export function goodsArrived(
  entity: ArrivalNoticeEntity,
  presentedAt: Date,
  deadline: Date,
): MessageInitShape<typeof GoodsArrivedSchema> {
  return {
    ...identity(entity),
    consignmentId: entity.consignmentId,
    presentedAt: timestampOf(presentedAt),
    placementDeadline: timestampOf(deadline),
    carrier: party(entity.notice.carrier),
    consignee: party(entity.notice.consignee),
    goods: goods(entity),
    preliminaryDeclarations: [...(entity.notice.preliminaryDeclarations ?? [])],
    crossedAt: entity.crossedAt ? timestampOf(entity.crossedAt) : undefined,
  };
}

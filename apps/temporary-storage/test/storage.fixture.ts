/** A truck at Khorgos, its warehouse and the parties; numbers have valid check digits. */
import { timestampOf } from '@shekara/contracts';

export const CARRIER = '050640001236';
export const CONSIGNEE = '980540000397';
export const KEEPER = '191040012345';
export const WAREHOUSE = 'TSW-55302-0001';

export function warehouseEntry(version: number, changes: Record<string, unknown> = {}) {
  return {
    registrationNumber: WAREHOUSE,
    register: 'TSW',
    status: 'INCLUDED',
    person: { name: 'Khorgos SVH TOO', country: 'KZ', identificationNumber: KEEPER },
    customsBody: '55302',
    statusFrom: '2020-01-01',
    version: BigInt(version),
    ...changes,
  };
}

export function arrival(noticeNumber: string, caseId: string, at: Date) {
  return {
    noticeId: caseId,
    noticeNumber,
    caseId,
    consignmentId: caseId,
    customsBody: '55302',
    presentedAt: timestampOf(at),
    placementDeadline: timestampOf(new Date(at.getTime() + 3 * 3_600_000)),
    carrier: { name: 'Altyn Zhol TOO', country: 'KZ', identificationNumber: CARRIER },
    consignee: { name: 'Stanok TOO', country: 'KZ', identificationNumber: CONSIGNEE },
    goods: [
      { line: 1, commodityCode: '848340', name: 'Gear boxes', packageCount: 100, grossWeightKg: '1000.5' },
    ],
  };
}

export function storageDocuments(arrivalNoticeNumber: string, changes: Record<string, unknown> = {}) {
  return {
    arrivalNoticeNumber,
    placeNumber: WAREHOUSE,
    submitter: { role: 'CARRIER' },
    documents: [
      {
        kind: 'TRANSPORT',
        number: 'CMR-77',
        goods: [{ line: 1, name: 'Gear boxes', packageCount: 100, grossWeightKg: '1000.5' }],
        consignor: { name: 'Maschinen GmbH' },
        countryOfDestination: 'KZ',
      },
    ],
    ...changes,
  };
}

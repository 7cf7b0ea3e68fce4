/** HTTP bodies that keepers and officers of the demonstration send. Plain data, nobody's. */
import { WAREHOUSE_DOCUMENTS, warehousePremises } from '@shekara/testing/documents';
import { KEEPER_BIN } from './people.js';

const DAY_MS = 86_400_000;

function day(offsetDays: number): string {
  return new Date(Date.now() + offsetDays * DAY_MS).toLocaleDateString('sv-SE', { timeZone: 'Asia/Almaty' });
}

/** Body of `POST /v1/register-entries`: a temporary storage warehouse at Khorgos that meets every condition. */
export function warehouseInclusion() {
  const registered = new Date(Date.now() - 1_000).toISOString();
  return {
    register: 'TSW',
    customsBody: '55302',
    submittedAt: registered,
    registeredAt: registered,
    documents: WAREHOUSE_DOCUMENTS,
    applicant: {
      name: 'Khorgos Terminal TOO',
      address: 'Khorgos, Depot street 4',
      country: 'KZ',
      bin: KEEPER_BIN,
    },
    insurance: { contract: 'L-1', validFrom: day(-30), validTo: day(330) },
    unpaidCustomsDebt: false,
    premises: warehousePremises('Khorgos, Depot street 4'),
    order: { number: 'DEMO-1', signerRole: 'AUTHORIZED_BODY_HEAD' },
  };
}

/** Body of `POST /v1/storage-documents`: the CMR of the truck, which shows all that art. 267 asks for. */
export function storageDocuments(arrivalNoticeNumber: string, placeNumber: string) {
  return {
    arrivalNoticeNumber,
    placeNumber,
    submitter: { role: 'CARRIER' },
    documents: [
      {
        kind: 'TRANSPORT',
        number: 'CMR-77',
        goods: [{ line: 1, name: 'Gear boxes', packageCount: 4, grossWeightKg: '520.5' }],
        consignor: { name: 'Maschinen GmbH' },
        countryOfDeparture: 'DE',
      },
    ],
  };
}

/** Body of `POST /v1/storage-lots/{id}/receipts`: the keeper counted what the papers say. */
export const RECEIPT = { counted: [{ line: 1, packageCount: 4, grossWeightKg: '520.5' }], sealsIntact: true };

/** Body of `POST /v1/controls/{id}/results`: goods as declared, with the declarant present and the seals kept. */
export function conformingResult(startedAt: Date) {
  return {
    officers: [{ name: 'I. Officer', position: 'Chief inspector' }],
    place: 'Khorgos, Depot street 4',
    startedAt: startedAt.toISOString(),
    endedAt: new Date(Math.max(Date.now() - 1, startedAt.getTime())).toISOString(),
    presentPersons: [{ name: 'D. Declarant', role: 'DECLARANT' }],
    items: [
      { itemNumber: 1, outcome: 'CONFORMS', evidence: ['photo-1'], grossWeightKg: '520.5', packageCount: 4 },
    ],
    evidence: [{ kind: 'PHOTO', reference: 'photo-1', sha256: 'a'.repeat(64) }],
    documents: { genuine: true, dataTrue: true, filledProperly: true, comparedWith: ['CMR-77'] },
    copyHandedTo: 'D. Declarant',
  };
}

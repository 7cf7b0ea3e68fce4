/** The way of one truck through the gateway: arrival, storage, declaration, and whatever it waits for, to its release. */
import { importDeclaration, importItem, roadArrivalNotice } from '@shekara/testing/documents';
import { type Body, type GatewayClient, until, type Waiting } from './gateway-client.js';
import { RECEIPT, storageDocuments } from './papers.js';
import { CARRIER_BIN, type Importer, type People } from './people.js';

export interface Truck {
  readonly importer: Importer;
  readonly declarant: GatewayClient;
  readonly caseId: string;
  readonly arrivalNoticeNumber: string;
}

export interface FiledTruck extends Truck {
  readonly declarationNumber: string;
}

export interface ReleasedTruck extends FiledTruck {
  readonly filedToReleasedMs: number;
}

interface DeclarationView {
  readonly status: string;
  readonly filedAt: string;
  readonly decidedAt: string | null;
}

/** The lane system tells of a truck that stands at Khorgos. */
export async function arrive(people: People, importer: Importer): Promise<Truck> {
  const notice = await people.lane.post<{ number: string; caseId: string }>(
    '/v1/arrival-notices',
    roadArrivalNotice({
      deliveredAt: new Date().toISOString(),
      carrier: {
        name: 'Altyn Zhol TOO',
        address: 'Almaty, Raiymbek 1',
        country: 'KZ',
        identificationNumber: CARRIER_BIN,
      },
      consignee: {
        name: importer.name,
        address: importer.address,
        country: 'KZ',
        identificationNumber: importer.identification,
      },
    }),
  );
  return {
    importer,
    declarant: await people.declarant(importer),
    caseId: notice.caseId,
    arrivalNoticeNumber: notice.number,
  };
}

/** The carrier lodges the storage documents and the keeper takes the goods in. */
export async function store(
  people: People,
  truck: Truck,
  warehouse: string,
  waiting?: Waiting,
): Promise<void> {
  const know = async (): Promise<{ lotId: string } | undefined> => {
    try {
      return await people.carrier.post<{ lotId: string }>(
        '/v1/storage-documents',
        storageDocuments(truck.arrivalNoticeNumber, warehouse),
      );
    } catch (error) {
      if (error instanceof Error && /ARRIVAL_NOT_KNOWN_YET|PLACE_/.test(error.message)) return undefined;
      throw error;
    }
  };
  const { lotId } = await until('storage to know of the arrival', know, waiting);
  await people.keeper.post(`/v1/storage-lots/${lotId}/receipts`, RECEIPT);
}

/** The importer files the declaration; it is registered in the answer. */
export async function file(truck: Truck, item: Body = {}, changes: Body = {}): Promise<FiledTruck> {
  const { number } = await truck.declarant.post<{ number: string }>(
    '/v1/goods-declarations',
    importDeclaration({
      arrivalNoticeNumber: truck.arrivalNoticeNumber,
      declarant: truck.importer,
      items: [importItem(1, { ...item })],
      changes: { date: new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Almaty' }), ...changes },
    }),
  );
  return { ...truck, declarationNumber: number };
}

/** Waits for the release; the time is the service's own, from filing to decision. */
export async function released(truck: FiledTruck, waiting?: Waiting): Promise<ReleasedTruck> {
  const view = await until(
    `release of ${truck.declarationNumber}`,
    async () => {
      const now = await truck.declarant.get<DeclarationView>(
        `/v1/goods-declarations/${truck.declarationNumber}`,
      );
      if (now.status === 'RELEASE_REFUSED')
        throw new Error(`release of ${truck.declarationNumber} was refused`);
      return now.status === 'RELEASED' ? now : undefined;
    },
    waiting,
  );
  const filedToReleasedMs = new Date(view.decidedAt ?? '').getTime() - new Date(view.filedAt).getTime();
  return { ...truck, filedToReleasedMs };
}

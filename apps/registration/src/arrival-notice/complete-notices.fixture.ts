/** A complete notice of each mode, with no field beyond those that its own list asks for. */
import type { ArrivalNotice, NoticeDocument, NoticeFacts } from './arrival-notice.js';
import type { Defect } from './closed-list.js';

const CARRIER = { name: 'Altyn Zhol TOO', address: 'Almaty, Raiymbek 1' };
const CONSIGNOR = { name: 'Maschinen GmbH', address: 'Hamburg, Hafenstrasse 2' };
const CONSIGNEE = { name: 'Stanok TOO', address: 'Almaty, Abay 3' };
const PACKAGES = { packageCount: 4, packageKind: 'BX', packageMarks: 'no marks' };
const NOTHING_ON_BOARD = { mail: false, currency: false, medicines: false, weapons: false };

export const KHORGOS_FACTS: NoticeFacts = {
  modesOfPlace: ['ROAD', 'RAIL', 'WATER', 'AIR'],
  officialLanguages: ['kk', 'ru', 'be', 'hy', 'ky'],
  tiedGoods: [],
};

export function paper(kind: string, language = 'ru'): NoticeDocument {
  return { kind, number: `${kind}-1`, language, translated: false };
}

function notice(
  own: Partial<ArrivalNotice> & Pick<ArrivalNotice, 'mode' | 'documents' | 'goods'>,
): ArrivalNotice {
  return {
    customsBody: '55302',
    submitter: { role: 'CARRIER' },
    carrier: CARRIER,
    consignor: {},
    consignee: {},
    commercialDocuments: 'NONE_HELD',
    mailCarried: false,
    oversized: false,
    restrictionProofs: [],
    ...own,
  };
}

export function roadNotice(changes: Partial<ArrivalNotice> = {}): ArrivalNotice {
  return notice({
    mode: 'ROAD',
    consignor: CONSIGNOR,
    consignee: CONSIGNEE,
    vehicleRegistration: 'KZ 123 ABC 02',
    originCountry: 'DE',
    destinationCountry: 'KZ',
    prohibitedOrRestricted: false,
    waybillPlace: 'Hamburg',
    waybillDate: '2026-02-20',
    documents: [paper('VEHICLE_DOCUMENTS'), paper('TRANSPORT_DOCUMENTS')],
    goods: [{ line: 1, commodityCode: '8483', name: 'Gear boxes', ...PACKAGES, grossWeightKg: '520.5' }],
    ...changes,
  });
}

export function railNotice(changes: Partial<ArrivalNotice> = {}): ArrivalNotice {
  return notice({
    mode: 'RAIL',
    customsBody: '55303',
    consignor: CONSIGNOR,
    consignee: CONSIGNEE,
    train: { stationOfDeparture: 'Lianyungang', stationOfDestination: 'Altynkol' },
    documents: [
      paper('TRANSPORT_DOCUMENTS'),
      paper('ROLLING_STOCK_TRANSFER_SHEET'),
      paper('STORES_DOCUMENT'),
    ],
    goods: [{ line: 1, commodityCode: '8483', name: 'Gear boxes', ...PACKAGES, grossWeightKg: '22000' }],
    ...changes,
  });
}

export function waterNotice(changes: Partial<ArrivalNotice> = {}): ArrivalNotice {
  return notice({
    mode: 'WATER',
    customsBody: '55201',
    prohibitedOrRestricted: false,
    onBoard: NOTHING_ON_BOARD,
    documents: [
      'GENERAL_DECLARATION',
      'CARGO_DECLARATION',
      'SHIPS_STORES_DECLARATION',
      'CREW_EFFECTS_DECLARATION',
      'CREW_LIST',
      'PASSENGER_LIST',
      'TRANSPORT_DOCUMENTS',
    ].map((kind) => paper(kind)),
    voyage: {
      vesselRegistration: 'IMO 9123456',
      flag: 'AZ',
      vesselName: 'Khazar',
      vesselDescription: 'dry cargo, river-sea',
      masterName: 'R. Aliyev',
      shipAgentName: 'Caspian Agency TOO',
      shipAgentAddress: 'Aktau, Port 1',
      portOfDeparture: 'AZBAK',
      portOfArrival: 'KZAAU',
      portOfLoading: 'AZBAK',
      portOfUnloading: 'KZAAU',
      originalPortOfShipment: 'TRMER',
      goodsTotalQuantity: '3000',
      billsOfLading: ['BL-1'],
      goodsStayOnBoard: false,
      stores: [{ name: 'diesel fuel', quantity: '12.5' }],
      stowageDescription: 'hold 1',
      crewCount: 1,
      crew: [{ name: 'R. Aliyev', position: 'master' }],
      passengerCount: 0,
    },
    goods: [{ line: 1, name: 'Wheat', description: 'wheat of class 3 in bags', ...PACKAGES }],
    ...changes,
  });
}

export function airNotice(changes: Partial<ArrivalNotice> = {}): ArrivalNotice {
  return notice({
    mode: 'AIR',
    customsBody: '55002',
    prohibitedOrRestricted: false,
    onBoard: NOTHING_ON_BOARD,
    documents: [
      'GENERAL_DECLARATION',
      'CARGO_MANIFEST',
      'STORES_DOCUMENT',
      'TRANSPORT_DOCUMENTS',
      'PASSENGER_LIST',
    ].map((kind) => paper(kind)),
    flight: {
      nationalityMark: 'UP',
      registrationMark: 'B5701',
      flightNumber: 'KC 902',
      route: ['FRA', 'ALA'],
      pointOfDeparture: 'FRA',
      pointOfArrival: 'ALA',
      operatorName: 'Air Cargo AO',
      crewCount: 4,
      passengerCount: 0,
      airWaybills: [{ number: '465-12345675', pieces: 4 }],
      pointOfLoading: 'FRA',
      pointOfUnloading: 'ALA',
      storesLoaded: '300',
      storesUnloaded: '0',
    },
    goods: [{ line: 1, description: 'Gear boxes' }],
    ...changes,
  });
}

/** Each defect as its code and the document or the field that it names. */
export function namesOf(defects: readonly Defect[]): string[] {
  return defects.flatMap((defect) =>
    defect ? [`${defect.code} ${defect.parameters.kind ?? defect.pointer ?? ''}`] : [],
  );
}

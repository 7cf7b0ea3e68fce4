/** The list of documents and data for air transport (art. 251.1.3): no goods code, no weight, no names of the crew. */
import type { ArrivalNotice, NoticeGoods } from './notice-content.js';
import type { AirFlight, AirPassenger, AirWaybill } from './carriage.js';
import {
  type Defect,
  type ListedDatum,
  type ListedDocument,
  MAIL_AND_COMMERCIAL_DOCUMENTS,
  missingData,
  missingDataOfEach,
  missingDocuments,
  missingPersons,
  ON_BOARD,
} from './closed-list.js';

const AIR_DOCUMENTS: readonly ListedDocument[] = [
  { kind: 'GENERAL_DECLARATION' },
  { kind: 'CARGO_MANIFEST' },
  { kind: 'STORES_DOCUMENT' },
  { kind: 'TRANSPORT_DOCUMENTS' },
  { kind: 'PASSENGER_LIST' },
  ...MAIL_AND_COMMERCIAL_DOCUMENTS,
];

const AIR_DATA: readonly ListedDatum<ArrivalNotice>[] = [
  { field: 'commercialDocuments' },
  { field: 'prohibitedOrRestricted' },
  { field: 'goods', atLeastOne: true },
];

const FLIGHT: readonly ListedDatum<AirFlight>[] = [
  { field: 'nationalityMark' },
  { field: 'registrationMark' },
  { field: 'flightNumber' },
  { field: 'route', atLeastOne: true },
  { field: 'pointOfDeparture' },
  { field: 'pointOfArrival' },
  { field: 'operatorName' },
  { field: 'crewCount' },
  { field: 'passengerCount' },
  { field: 'airWaybills', atLeastOne: true },
  { field: 'pointOfLoading' },
  { field: 'pointOfUnloading' },
  { field: 'storesLoaded' },
  { field: 'storesUnloaded' },
];

const PASSENGER: readonly ListedDatum<AirPassenger>[] = [
  { field: 'surname' },
  { field: 'initials' },
  { field: 'pointOn' },
  { field: 'pointOff' },
];

const AIR_WAYBILL: readonly ListedDatum<AirWaybill>[] = [{ field: 'number' }, { field: 'pieces' }];

const AIR_GOODS: readonly ListedDatum<NoticeGoods>[] = [{ field: 'description' }];

/** Every defect of a notice by air against art. 251.1.3; empty when it is complete (R-ARR-152). */
export function airDefects(notice: ArrivalNotice): Defect[] {
  const { flight } = notice;
  return [
    ...missingDocuments(notice, AIR_DOCUMENTS),
    ...missingData(notice, '', AIR_DATA),
    ...missingData(flight, '/flight', FLIGHT),
    ...missingDataOfEach(flight?.passengers, '/flight/passengers', PASSENGER),
    missingPersons(flight?.passengerCount, flight?.passengers, '/flight/passengers'),
    ...missingDataOfEach(flight?.airWaybills, '/flight/airWaybills', AIR_WAYBILL),
    ...missingData(notice.onBoard, '/onBoard', ON_BOARD),
    ...missingDataOfEach(notice.goods, '/goods', AIR_GOODS),
  ];
}

/** The list of documents and data for sea and river transport (art. 251.1.2): no goods code, no weight (R-ARR-046). */
import type { ArrivalNotice, NoticeGoods } from './notice-content.js';
import type { CrewMember, SeaPassenger, ShipsStore, WaterVoyage } from './carriage.js';
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
  PACKAGES,
} from './closed-list.js';

const WATER_DOCUMENTS: readonly ListedDocument[] = [
  { kind: 'GENERAL_DECLARATION' },
  { kind: 'CARGO_DECLARATION' },
  { kind: 'SHIPS_STORES_DECLARATION' },
  { kind: 'CREW_EFFECTS_DECLARATION' },
  { kind: 'CREW_LIST' },
  { kind: 'PASSENGER_LIST' },
  { kind: 'TRANSPORT_DOCUMENTS' },
  ...MAIL_AND_COMMERCIAL_DOCUMENTS,
];

const WATER_DATA: readonly ListedDatum<ArrivalNotice>[] = [
  { field: 'commercialDocuments' },
  { field: 'prohibitedOrRestricted' },
  { field: 'goods', atLeastOne: true },
];

const VOYAGE: readonly ListedDatum<WaterVoyage>[] = [
  { field: 'vesselRegistration' },
  { field: 'flag' },
  { field: 'vesselName' },
  { field: 'vesselDescription' },
  { field: 'masterName' },
  { field: 'shipAgentName' },
  { field: 'shipAgentAddress' },
  { field: 'passengerCount' },
  { field: 'crewCount' },
  { field: 'crew' },
  { field: 'portOfDeparture' },
  { field: 'portOfArrival' },
  { field: 'goodsTotalQuantity' },
  { field: 'portOfLoading' },
  { field: 'portOfUnloading' },
  { field: 'billsOfLading', atLeastOne: true },
  {
    field: 'onwardUnloadingPorts',
    requiredWhen: (voyage) => voyage.goodsStayOnBoard === true,
    atLeastOne: true,
  },
  { field: 'originalPortOfShipment' },
  { field: 'stores' },
  { field: 'stowageDescription' },
];

const CREW: readonly ListedDatum<CrewMember>[] = [{ field: 'name' }, { field: 'position' }];

const PASSENGER: readonly ListedDatum<SeaPassenger>[] = [
  { field: 'names' },
  { field: 'citizenship' },
  { field: 'birthDate' },
  { field: 'birthPlace' },
  { field: 'portOn' },
  { field: 'portOff' },
];

const STORES: readonly ListedDatum<ShipsStore>[] = [{ field: 'name' }, { field: 'quantity' }];

const WATER_GOODS: readonly ListedDatum<NoticeGoods>[] = [
  { field: 'name' },
  { field: 'description' },
  ...PACKAGES,
];

/** Every defect of a notice by water against art. 251.1.2; empty when it is complete (R-ARR-151). */
export function waterDefects(notice: ArrivalNotice): Defect[] {
  const { voyage } = notice;
  return [
    ...missingDocuments(notice, WATER_DOCUMENTS),
    ...missingData(notice, '', WATER_DATA),
    ...missingData(voyage, '/voyage', VOYAGE),
    ...missingDataOfEach(voyage?.crew, '/voyage/crew', CREW),
    missingPersons(voyage?.crewCount, voyage?.crew, '/voyage/crew'),
    ...missingDataOfEach(voyage?.passengers, '/voyage/passengers', PASSENGER),
    missingPersons(voyage?.passengerCount, voyage?.passengers, '/voyage/passengers'),
    ...missingDataOfEach(voyage?.stores, '/voyage/stores', STORES),
    ...missingData(notice.onBoard, '/onBoard', ON_BOARD),
    ...missingDataOfEach(notice.goods, '/goods', WATER_GOODS),
  ];
}

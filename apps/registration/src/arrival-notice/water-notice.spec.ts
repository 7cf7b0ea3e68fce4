import type { ArrivalNotice } from './arrival-notice.js';
import type { WaterVoyage } from './carriage.js';
import { namesOf, waterNotice } from './complete-notices.fixture.js';
import { waterDefects } from './water-notice.js';

function defects(notice: ArrivalNotice): string[] {
  return namesOf(waterDefects(notice));
}

function withVoyage(changes: Partial<WaterVoyage>): ArrivalNotice {
  return waterNotice({ voyage: { ...waterNotice().voyage, ...changes } });
}

describe('notice by water (art. 251.1.2)', () => {
  it('asks for every document and every datum of the table (R-ARR-151)', () => {
    expect(defects(waterNotice())).toEqual([]);
    const empty = waterNotice({
      documents: [],
      prohibitedOrRestricted: undefined,
      onBoard: undefined,
      voyage: undefined,
      goods: [{ line: 1 }],
    });
    expect(defects(empty).sort()).toEqual([
      'DATA_MISSING /goods/0/description',
      'DATA_MISSING /goods/0/name',
      'DATA_MISSING /goods/0/packageCount',
      'DATA_MISSING /goods/0/packageKind',
      'DATA_MISSING /goods/0/packageMarks',
      'DATA_MISSING /onBoard/currency',
      'DATA_MISSING /onBoard/mail',
      'DATA_MISSING /onBoard/medicines',
      'DATA_MISSING /onBoard/weapons',
      'DATA_MISSING /prohibitedOrRestricted',
      'DATA_MISSING /voyage/billsOfLading',
      'DATA_MISSING /voyage/crew',
      'DATA_MISSING /voyage/crewCount',
      'DATA_MISSING /voyage/flag',
      'DATA_MISSING /voyage/goodsTotalQuantity',
      'DATA_MISSING /voyage/masterName',
      'DATA_MISSING /voyage/originalPortOfShipment',
      'DATA_MISSING /voyage/passengerCount',
      'DATA_MISSING /voyage/portOfArrival',
      'DATA_MISSING /voyage/portOfDeparture',
      'DATA_MISSING /voyage/portOfLoading',
      'DATA_MISSING /voyage/portOfUnloading',
      'DATA_MISSING /voyage/shipAgentAddress',
      'DATA_MISSING /voyage/shipAgentName',
      'DATA_MISSING /voyage/stores',
      'DATA_MISSING /voyage/stowageDescription',
      'DATA_MISSING /voyage/vesselDescription',
      'DATA_MISSING /voyage/vesselName',
      'DATA_MISSING /voyage/vesselRegistration',
      'DOCUMENT_MISSING CARGO_DECLARATION',
      'DOCUMENT_MISSING CREW_EFFECTS_DECLARATION',
      'DOCUMENT_MISSING CREW_LIST',
      'DOCUMENT_MISSING GENERAL_DECLARATION',
      'DOCUMENT_MISSING PASSENGER_LIST',
      'DOCUMENT_MISSING SHIPS_STORES_DECLARATION',
      'DOCUMENT_MISSING TRANSPORT_DOCUMENTS',
    ]);
  });

  it('asks neither a goods code nor a weight (R-ARR-046)', () => {
    const [goods] = waterNotice().goods;
    expect([goods?.commodityCode, goods?.grossWeightKg]).toEqual([undefined, undefined]);
    expect(defects(waterNotice())).toEqual([]);
  });

  it('asks who each passenger is, with birth and both ports (R-ARR-047)', () => {
    expect(defects(withVoyage({ passengerCount: 1 }))).toEqual(['DATA_MISSING /voyage/passengers']);
    expect(defects(withVoyage({ passengerCount: 1, passengers: [{}] }))).toEqual(
      ['names', 'citizenship', 'birthDate', 'birthPlace', 'portOn', 'portOff'].map(
        (field) => `DATA_MISSING /voyage/passengers/0/${field}`,
      ),
    );
  });

  it('asks the count of the crew and its composition (R-ARR-048)', () => {
    expect(defects(withVoyage({ crewCount: undefined }))).toEqual(['DATA_MISSING /voyage/crewCount']);
    expect(defects(withVoyage({ crewCount: 2 }))).toEqual(['DATA_MISSING /voyage/crew']);
    expect(defects(withVoyage({ crew: [{ name: 'R. Aliyev' }] }))).toEqual([
      'DATA_MISSING /voyage/crew/0/position',
    ]);
  });

  it('asks the onward ports when goods stay on board (R-ARR-049)', () => {
    expect(defects(withVoyage({ goodsStayOnBoard: true }))).toEqual([
      'DATA_MISSING /voyage/onwardUnloadingPorts',
    ]);
    expect(defects(withVoyage({ goodsStayOnBoard: true, onwardUnloadingPorts: ['RUAST'] }))).toEqual([]);
  });

  it('takes NO for an answer on mail and on restricted goods, and silence for none (R-ARR-050)', () => {
    expect(defects(waterNotice({ onBoard: { mail: false, currency: false, weapons: false } }))).toEqual([
      'DATA_MISSING /onBoard/medicines',
    ]);
    expect(defects(waterNotice({ prohibitedOrRestricted: undefined }))).toEqual([
      'DATA_MISSING /prohibitedOrRestricted',
    ]);
  });

  it('takes an empty list of stores for none on board', () => {
    expect(defects(withVoyage({ stores: [] }))).toEqual([]);
    expect(defects(withVoyage({ stores: [{ name: 'fuel' }] }))).toEqual([
      'DATA_MISSING /voyage/stores/0/quantity',
    ]);
  });
});

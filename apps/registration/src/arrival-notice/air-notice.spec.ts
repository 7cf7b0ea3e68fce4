import type { ArrivalNotice } from './arrival-notice.js';
import { airDefects } from './air-notice.js';
import type { AirFlight } from './carriage.js';
import { airNotice, namesOf } from './complete-notices.fixture.js';

function defects(notice: ArrivalNotice): string[] {
  return namesOf(airDefects(notice));
}

function withFlight(changes: Partial<AirFlight>): ArrivalNotice {
  return airNotice({ flight: { ...airNotice().flight, ...changes } });
}

describe('notice by air (art. 251.1.3)', () => {
  it('asks for every document and every datum of the table, and for no goods code and no weight (R-ARR-152)', () => {
    expect(defects(airNotice())).toEqual([]);
    const empty = airNotice({
      documents: [],
      prohibitedOrRestricted: undefined,
      onBoard: undefined,
      flight: undefined,
      goods: [{ line: 1 }],
    });
    expect(defects(empty).sort()).toEqual([
      'DATA_MISSING /flight/airWaybills',
      'DATA_MISSING /flight/crewCount',
      'DATA_MISSING /flight/flightNumber',
      'DATA_MISSING /flight/nationalityMark',
      'DATA_MISSING /flight/operatorName',
      'DATA_MISSING /flight/passengerCount',
      'DATA_MISSING /flight/pointOfArrival',
      'DATA_MISSING /flight/pointOfDeparture',
      'DATA_MISSING /flight/pointOfLoading',
      'DATA_MISSING /flight/pointOfUnloading',
      'DATA_MISSING /flight/registrationMark',
      'DATA_MISSING /flight/route',
      'DATA_MISSING /flight/storesLoaded',
      'DATA_MISSING /flight/storesUnloaded',
      'DATA_MISSING /goods/0/description',
      'DATA_MISSING /onBoard/currency',
      'DATA_MISSING /onBoard/mail',
      'DATA_MISSING /onBoard/medicines',
      'DATA_MISSING /onBoard/weapons',
      'DATA_MISSING /prohibitedOrRestricted',
      'DOCUMENT_MISSING CARGO_MANIFEST',
      'DOCUMENT_MISSING GENERAL_DECLARATION',
      'DOCUMENT_MISSING PASSENGER_LIST',
      'DOCUMENT_MISSING STORES_DOCUMENT',
      'DOCUMENT_MISSING TRANSPORT_DOCUMENTS',
    ]);
  });

  it('asks each air waybill its number and pieces (R-ARR-152)', () => {
    expect(defects(withFlight({ airWaybills: [{}] }))).toEqual([
      'DATA_MISSING /flight/airWaybills/0/number',
      'DATA_MISSING /flight/airWaybills/0/pieces',
    ]);
  });

  it('asks surname, initials and points of each passenger and nothing more (R-ARR-047)', () => {
    expect(defects(withFlight({ passengerCount: 1 }))).toEqual(['DATA_MISSING /flight/passengers']);
    expect(defects(withFlight({ passengerCount: 1, passengers: [{}] }))).toEqual(
      ['surname', 'initials', 'pointOn', 'pointOff'].map(
        (field) => `DATA_MISSING /flight/passengers/0/${field}`,
      ),
    );
    const named = [{ surname: 'Omarov', initials: 'A.', pointOn: 'FRA', pointOff: 'ALA' }];
    expect(defects(withFlight({ passengerCount: 1, passengers: named }))).toEqual([]);
  });

  it('asks the count of the crew and no names (R-ARR-048)', () => {
    expect(defects(withFlight({ crewCount: undefined }))).toEqual(['DATA_MISSING /flight/crewCount']);
    expect(defects(withFlight({ crewCount: 4 }))).toEqual([]);
  });

  it('takes NO for an answer on mail and on restricted goods, and silence for none (R-ARR-050)', () => {
    expect(defects(airNotice({ onBoard: { currency: false, medicines: false, weapons: false } }))).toEqual([
      'DATA_MISSING /onBoard/mail',
    ]);
    expect(defects(airNotice({ prohibitedOrRestricted: undefined }))).toEqual([
      'DATA_MISSING /prohibitedOrRestricted',
    ]);
  });
});

import { standardCalendar } from '@shekara/calendar';
import type { StoragePlace } from '../warehouse/storage-place.js';
import { registrationHour } from './registration-term.js';
import {
  checkStorageDocuments,
  goodsOf,
  type StorageDocument,
  type StorageDocumentSet,
  type StorageFacts,
} from './storage-documents.js';

const CARRIER = '050640001236';
const CONSIGNEE = '980540000397';
const KEEPER = '191040012345';

const tsw: StoragePlace = {
  number: 'TSW-55302-1',
  register: 'TSW',
  status: 'INCLUDED',
  statusFrom: '2020-01-01',
  keeperNumber: KEEPER,
  customsBody: '55302',
  specialConditions: [],
};

const facts: StorageFacts = {
  submitterNumber: CARRIER,
  carrierNumber: CARRIER,
  consigneeNumber: CONSIGNEE,
  place: tsw,
  on: '2026-03-16',
  stored: false,
  released: false,
};

const goods = [
  { line: 1, name: 'Gear boxes', packageCount: 4, grossWeightKg: '520.5', specialConditions: [] },
];
const empty: StorageDocument = { kind: 'TRANSPORT', number: 'CMR-77', goods: [] };
const cmr: StorageDocument = {
  ...empty,
  goods,
  consignor: { name: 'Maschinen GmbH' },
  countryOfDeparture: 'DE',
};

function setOf(changes: Partial<StorageDocumentSet> = {}): StorageDocumentSet {
  return {
    arrivalNoticeNumber: '55302/160326/A000001',
    placeNumber: tsw.number,
    submitter: { role: 'CARRIER' },
    goodsStatus: 'FOREIGN',
    movement: 'VEHICLE',
    documents: [cmr],
    ...changes,
  };
}

function defects(set: StorageDocumentSet, of: StorageFacts = facts): string[] {
  const decision = checkStorageDocuments(set, of);
  return decision.accepted ? [] : decision.reasons.map(({ code }) => code);
}

describe('content of storage documents (art. 267.1)', () => {
  it.each(['TRANSPORT', 'COMMERCIAL', 'CUSTOMS'] as const)(
    'accepts a single %s paper that shows goods, a party and a country (R-TST-004)',
    (kind) => {
      expect(defects(setOf({ documents: [{ ...cmr, kind }] }))).toEqual([]);
    },
  );

  it('accepts several papers that show the data only together, and asks for no other paper (R-TST-004, R-TST-005)', () => {
    const documents: StorageDocument[] = [
      { kind: 'TRANSPORT', number: 'CMR-77', goods, countryOfDestination: 'KZ' },
      { kind: 'COMMERCIAL', number: 'INV-1', goods: [], consignee: { name: 'Stanok TOO' } },
    ];
    expect(defects(setOf({ documents }))).toEqual([]);
  });

  it.each<[string, Partial<StorageDocument>]>([
    ['sender only', { consignor: { name: 'A' }, consignee: undefined }],
    ['receiver only', { consignor: undefined, consignee: { name: 'B' } }],
    ['departure only', { countryOfDeparture: 'DE', countryOfDestination: undefined }],
    ['destination only', { countryOfDeparture: undefined, countryOfDestination: 'KZ' }],
  ])('needs one of each pair, not both: %s (R-TST-004)', (_title, changes) => {
    expect(defects(setOf({ documents: [{ ...cmr, ...changes }] }))).toEqual([]);
  });

  it('takes volume or units in place of weight, and goods without any measure for not shown (R-TST-004)', () => {
    const line = { line: 1, name: 'Grain', packageCount: 0, specialConditions: [] };
    expect(defects(setOf({ documents: [{ ...cmr, goods: [{ ...line, volumeM3: '12.5' }] }] }))).toEqual([]);
    expect(defects(setOf({ documents: [{ ...cmr, goods: [{ ...line, units: '3' }] }] }))).toEqual([]);
    expect(defects(setOf({ documents: [{ ...cmr, goods: [line] }] }))).toEqual(['GOODS_INFO_MISSING']);
  });

  it('answers with every defect at once (R-TST-012)', () => {
    const set = setOf({
      goodsStatus: 'UNION',
      movement: 'PIPELINE',
      submitter: { role: 'REPRESENTATIVE' },
      documents: [empty],
    });
    expect(defects(set, { ...facts, place: { ...tsw, status: 'EXCLUDED' } })).toEqual([
      'UNION_GOODS',
      'OUT_OF_SCOPE',
      'STORAGE_SUBMITTER_WITHOUT_AUTHORITY',
      'GOODS_INFO_MISSING',
      'PARTIES_MISSING',
      'COUNTRY_MISSING',
      'PLACE_NOT_ACTIVE',
    ]);
  });

  it('does not return a set for a slip of spelling (R-TST-019)', () => {
    expect(defects(setOf({ documents: [{ ...cmr, consignor: { name: 'Mashinen Gmbh ' } }] }))).toEqual([]);
  });

  it('takes one line once, from the paper that shows it in full', () => {
    const bare = { line: 1, name: 'Gear boxes', packageCount: 4, specialConditions: [] };
    const documents = [{ ...empty, goods: [bare] }, cmr];
    expect(goodsOf(setOf({ documents }))).toEqual(goods);
  });
});

describe('scope (art. 259)', () => {
  it('refuses Union goods (R-TST-001)', () => {
    expect(defects(setOf({ goodsStatus: 'UNION' }))).toEqual(['UNION_GOODS']);
  });

  it.each(['PIPELINE', 'POWER_LINE'] as const)('refuses goods that came by %s (R-TST-002)', (movement) => {
    expect(defects(setOf({ movement }))).toEqual(['OUT_OF_SCOPE']);
  });

  it('refuses a second set for stored goods, and any for released ones', () => {
    expect(defects(setOf(), { ...facts, stored: true })).toEqual(['STORAGE_ALREADY_REGISTERED']);
    expect(defects(setOf(), { ...facts, released: true })).toEqual(['GOODS_ALREADY_RELEASED']);
  });
});

describe('who may lodge (art. 267.1, R-TST-003)', () => {
  it.each<[string, StorageDocumentSet['submitter'], string, string[]]>([
    ['the carrier of the goods', { role: 'CARRIER' }, CARRIER, []],
    ['another carrier', { role: 'CARRIER' }, KEEPER, ['STORAGE_SUBMITTER_WITHOUT_AUTHORITY']],
    ['the consignee', { role: 'PERSON_WITH_AUTHORITY' }, CONSIGNEE, []],
    ['a person with a contract', { role: 'PERSON_WITH_AUTHORITY', authority: 'Contract 7' }, KEEPER, []],
    ['a stranger', { role: 'PERSON_WITH_AUTHORITY' }, KEEPER, ['STORAGE_SUBMITTER_WITHOUT_AUTHORITY']],
    [
      'a representative with its power of attorney',
      { role: 'REPRESENTATIVE', authority: 'PoA 3' },
      KEEPER,
      [],
    ],
    [
      'one without',
      { role: 'REPRESENTATIVE', authority: ' ' },
      KEEPER,
      ['STORAGE_SUBMITTER_WITHOUT_AUTHORITY'],
    ],
  ])('%s (R-TST-003)', (_title, submitter, submitterNumber, expected) => {
    expect(defects(setOf({ submitter }), { ...facts, submitterNumber })).toEqual(expected);
  });

  it('knows nobody by an empty number (R-TST-003)', () => {
    const nobody = { ...facts, submitterNumber: '', carrierNumber: '', consigneeNumber: '' };
    expect(defects(setOf(), nobody)).toEqual(['STORAGE_SUBMITTER_WITHOUT_AUTHORITY']);
  });
});

describe('the place (art. 42.3, 260)', () => {
  it.each(['SUSPENDED', 'EXCLUDED'] as const)(
    'refuses a set for a place that is %s (R-TST-016)',
    (status) => {
      expect(defects(setOf(), { ...facts, place: { ...tsw, status } })).toEqual(['PLACE_NOT_ACTIVE']);
    },
  );

  it('refuses a place that no register names (R-TST-016)', () => {
    expect(defects(setOf(), { ...facts, place: undefined })).toEqual(['PLACE_NOT_ACTIVE']);
  });

  it('takes no goods from the very day of a suspension order, and still the day before (worked case 21, R-TST-133)', () => {
    const place: StoragePlace = { ...tsw, status: 'SUSPENDED', statusFrom: '2026-03-16' };
    expect(defects(setOf(), { ...facts, place, on: '2026-03-15' })).toEqual([]);
    expect(defects(setOf(), { ...facts, place, on: '2026-03-16' })).toEqual(['PLACE_NOT_ACTIVE']);
  });

  it("lets a warehouse for own goods take its owner's goods only (R-TST-024)", () => {
    const place: StoragePlace = { ...tsw, register: 'OWN_GOODS_WH' };
    expect(defects(setOf(), { ...facts, place })).toEqual(['NOT_OWN_GOODS']);
    expect(defects(setOf(), { ...facts, place: { ...place, keeperNumber: CONSIGNEE } })).toEqual([]);
  });

  it('matches goods that need special conditions with those of the place (R-TST-022)', () => {
    const cold = setOf({
      documents: [{ ...cmr, goods: goods.map((line) => ({ ...line, specialConditions: ['COLD'] })) }],
    });
    expect(defects(cold)).toEqual(['PLACE_NOT_ADAPTED']);
    expect(defects(cold, { ...facts, place: { ...tsw, specialConditions: ['COLD', 'GAS'] } })).toEqual([]);
  });
});

it('counts the hour of registration by the clock, past closing time (worked case 6, R-TST-008)', () => {
  const calendar = standardCalendar();
  const lodged = calendar.instantOf('2026-02-27', '17:40');
  expect(registrationHour(lodged, calendar).endsAt).toEqual(calendar.instantOf('2026-02-27', '18:40'));
});

import { CodeList, type CustomsBodyEntry, loadReferenceData } from '@shekara/reference-data';
import { type ArrivalNotice, checkArrivalNotice, isForcedStop, type NoticeFacts } from './arrival-notice.js';
import {
  airNotice,
  KHORGOS_FACTS,
  paper,
  railNotice,
  roadNotice,
  waterNotice,
} from './complete-notices.fixture.js';
import { noticeFactsOn } from './notice-facts.js';
import { goesAhead, PRIORITY_GOODS } from './priority-goods.js';

/** Every reason as `CODE pointer`; none when the notice is accepted. */
function defects(notice: ArrivalNotice, facts: NoticeFacts = KHORGOS_FACTS): string[] {
  const decision = checkArrivalNotice(notice, facts);
  return decision.accepted
    ? []
    : decision.reasons.map(({ code, pointer }) => `${code} ${pointer ?? ''}`.trim());
}

const EVERY_MODE = [
  ['ROAD', roadNotice],
  ['RAIL', railNotice],
  ['WATER', waterNotice],
  ['AIR', airNotice],
] as const;

describe('which movements need a notice', () => {
  it.each(['PIPELINE', 'POWER_LINE'] as const)(
    'returns %s as out of scope and nothing else (R-ARR-001)',
    (mode) => {
      expect(defects({ ...roadNotice({ goods: [] }), mode })).toEqual(['OUT_OF_SCOPE_MOVEMENT /mode']);
    },
  );

  it('returns a vessel and an aircraft that make no stop in the territory as out of scope (R-ARR-002)', () => {
    expect(defects(waterNotice({ passage: 'WITHOUT_STOP' }))).toEqual(['OUT_OF_SCOPE_MOVEMENT /mode']);
    expect(defects(airNotice({ passage: 'WITHOUT_STOP' }))).toEqual(['OUT_OF_SCOPE_MOVEMENT /mode']);
  });

  it('takes a forced stop of such a vessel or aircraft for an incident, and of no other vehicle (R-ARR-002)', () => {
    expect(isForcedStop(airNotice({ passage: 'FORCED_STOP' }))).toBe(true);
    expect(isForcedStop(waterNotice({ passage: 'FORCED_STOP' }))).toBe(true);
    expect(isForcedStop(waterNotice({ passage: 'WITHOUT_STOP' }))).toBe(false);
    expect(isForcedStop(roadNotice({ passage: 'FORCED_STOP' }))).toBe(false);
  });
});

describe('places of arrival', () => {
  const reference = loadReferenceData();

  it('returns a notice for a place that is no customs body, and for a body that receives no goods (R-ARR-017)', () => {
    for (const customsBody of ['99999', '55001']) {
      const facts = noticeFactsOn('2026-03-10', customsBody, reference);
      expect(defects(roadNotice({ customsBody }), facts)).toEqual(['PLACE_NOT_LISTED /customsBody']);
    }
  });

  it('returns a notice of a mode that the place is not listed for, and accepts those that it is (R-ARR-017)', () => {
    const dostyk = noticeFactsOn('2026-03-10', '55304', reference);
    expect(defects(roadNotice({ customsBody: '55304' }), dostyk)).toEqual([]);
    expect(defects(railNotice({ customsBody: '55304' }), dostyk)).toEqual([]);
    expect(defects(airNotice({ customsBody: '55304' }), dostyk)).toEqual(['PLACE_NOT_LISTED /customsBody']);
  });

  it('judges a notice by what the place was listed for on its own day', () => {
    const rows: CustomsBodyEntry[] = [
      {
        code: '55304',
        name: 'Dostyk',
        kind: 'CHECKPOINT',
        modes: ['RAIL'],
        validFrom: '2018-01-01',
        validTo: '2025-12-31',
      },
      { code: '55304', name: 'Dostyk', kind: 'CHECKPOINT', modes: ['RAIL', 'ROAD'], validFrom: '2026-01-01' },
    ];
    const dated = { customsBodies: new CodeList(rows) };
    const notice = roadNotice({ customsBody: '55304' });
    expect(defects(notice, noticeFactsOn('2025-12-31', '55304', dated))).toEqual([
      'PLACE_NOT_LISTED /customsBody',
    ]);
    expect(defects(notice, noticeFactsOn('2026-01-01', '55304', dated))).toEqual([]);
  });

  it('returns goods of a category that is tied to other places, and admits them there (R-ARR-018)', () => {
    const facts = { ...KHORGOS_FACTS, tiedGoods: [{ codePrefix: '8483', places: ['55401'] }] };
    expect(defects(roadNotice(), facts)).toEqual(['CATEGORY_NOT_FOR_THIS_PLACE /goods/0/commodityCode']);
    expect(defects(roadNotice({ customsBody: '55401' }), facts)).toEqual([]);
  });
});

describe('who lodges', () => {
  it.each(['REPRESENTATIVE', 'OTHER'] as const)(
    'given a %s without any instruction of the carrier, then SUBMITTER_WITHOUT_AUTHORITY (R-ARR-038, worked case 9)',
    (role) => {
      expect(defects(roadNotice({ submitter: { role } }))).toEqual([
        'SUBMITTER_WITHOUT_AUTHORITY /submitter/instruction',
      ]);
      expect(defects(roadNotice({ submitter: { role, instruction: 'contract 7 of 1 March 2026' } }))).toEqual(
        [],
      );
    },
  );

  it.each(EVERY_MODE)('%s: asks who the carrier is', (_mode, complete) => {
    expect(defects(complete({ carrier: {} }))).toEqual([
      'DATA_MISSING /carrier/name',
      'DATA_MISSING /carrier/address',
    ]);
  });

  it('checks a notice on paper as an electronic one (R-ARR-039)', () => {
    expect(defects(roadNotice({ channel: 'PAPER' }))).toEqual([]);
    expect(defects(roadNotice({ channel: 'PAPER', waybillPlace: undefined }))).toEqual([
      'DATA_MISSING /waybillPlace',
    ]);
  });
});

describe('the closed list of each mode (art. 251.1)', () => {
  it.each(EVERY_MODE)(
    '%s: a notice with its own list and nothing of another mode is complete (R-ARR-040)',
    (_mode, complete) => {
      expect(defects(complete())).toEqual([]);
    },
  );

  it.each(EVERY_MODE)(
    '%s: commercial papers are asked only if held; "none held" is an answer, silence is not (R-ARR-051)',
    (_mode, complete) => {
      expect(defects(complete({ commercialDocuments: 'NONE_HELD' }))).toEqual([]);
      expect(defects(complete({ commercialDocuments: undefined }))).toEqual([
        'DATA_MISSING /commercialDocuments',
      ]);
      const held = complete({
        commercialDocuments: 'HELD',
        seller: 'Seller',
        recipientPerCommercialDocuments: 'Buyer',
      });
      expect(defects(held)).toEqual(['DOCUMENT_MISSING /documents']);
      expect(defects({ ...held, documents: [...held.documents, paper('COMMERCIAL_DOCUMENTS')] })).toEqual([]);
    },
  );

  it.each(EVERY_MODE)(
    '%s: postal papers are asked only when mail is carried (R-ARR-052)',
    (_mode, complete) => {
      const carried = complete({ mailCarried: true });
      expect(defects(carried)).toEqual(['DOCUMENT_MISSING /documents']);
      expect(defects({ ...carried, documents: [...carried.documents, paper('UPU_MAIL_DOCUMENTS')] })).toEqual(
        [],
      );
    },
  );
});

describe('proofs of bans and restrictions (art. 251.2)', () => {
  it.each(EVERY_MODE)('%s: restricted goods come with a proof (R-ARR-054)', (_mode, complete) => {
    expect(defects(complete({ prohibitedOrRestricted: true }))).toEqual([
      'RESTRICTION_PROOF_MISSING /restrictionProofs',
    ]);
    expect(defects(complete({ prohibitedOrRestricted: true, restrictionProofs: ['KZ-VET-1'] }))).toEqual([]);
  });

  it('given goods that need a veterinary certificate and an import licence, when the certificate alone is there, then it is complete (R-ARR-055, worked case 10)', () => {
    const restricted = {
      prohibitedOrRestricted: true,
      restrictionMeasures: ['VETERINARY', 'NON_TARIFF'],
    } as const;
    expect(defects(roadNotice({ ...restricted, restrictionProofs: ['KZ-VET-1'] }))).toEqual([]);
    expect(defects(roadNotice(restricted))).toEqual(['RESTRICTION_PROOF_MISSING /restrictionProofs']);
  });

  it('asks no proof at all where only a non-tariff measure applies (R-ARR-055)', () => {
    expect(
      defects(roadNotice({ prohibitedOrRestricted: true, restrictionMeasures: ['NON_TARIFF'] })),
    ).toEqual([]);
  });
});

describe('languages of the documents (art. 250.4)', () => {
  const papers = [
    paper('VEHICLE_DOCUMENTS'),
    paper('TRANSPORT_DOCUMENTS', 'ru'),
    paper('COMMERCIAL_DOCUMENTS', 'tr'),
  ];
  const turkish = roadNotice({ commercialDocuments: 'HELD_WITHOUT_NAMES', documents: papers });

  it('given an invoice in Turkish without translation and a CMR in Russian, then the invoice alone is named (R-ARR-056, worked case 8)', () => {
    expect(defects(turkish)).toEqual(['TRANSLATION_MISSING /documents/2']);
    const translated = papers.map((document) => ({ ...document, translated: true }));
    expect(defects({ ...turkish, documents: translated })).toEqual([]);
  });

  it('accepts an official language of each member state, from its membership on (R-ARR-057)', () => {
    const reference = loadReferenceData();
    const inLanguage = (language: string) =>
      roadNotice({ documents: [paper('VEHICLE_DOCUMENTS', language), paper('TRANSPORT_DOCUMENTS', 'ru')] });
    const on = (day: string) => ({
      ...KHORGOS_FACTS,
      ...noticeFactsOn(day, '55302', reference),
      modesOfPlace: ['ROAD'],
    });
    for (const language of ['kk', 'ru', 'be', 'hy', 'ky']) {
      expect(defects(inLanguage(language), on('2026-03-10'))).toEqual([]);
    }
    expect(defects(inLanguage('ky'), on('2015-08-11'))).toEqual(['TRANSLATION_MISSING /documents/0']);
    expect(defects(inLanguage('ky'), on('2015-08-12'))).toEqual([]);
  });
});

describe('all defects together', () => {
  it('returns everything that is wrong at once, each with its article (R-ARR-146)', () => {
    const decision = checkArrivalNotice(
      roadNotice({
        submitter: { role: 'OTHER' },
        documents: [paper('VEHICLE_DOCUMENTS', 'tr')],
        goods: [
          {
            line: 1,
            commodityCode: '870',
            name: 'Cars',
            packageCount: 1,
            packageKind: 'NE',
            packageMarks: '-',
          },
        ],
      }),
      { ...KHORGOS_FACTS, modesOfPlace: [] },
    );
    const reasons = decision.accepted ? [] : decision.reasons;
    expect(reasons.map(({ code, article }) => [code, article]).sort()).toEqual([
      ['DOCUMENT_MISSING', 'art. 251.1'],
      ['GOODS_CODE_TOO_SHORT', 'art. 251.1'],
      ['PLACE_NOT_LISTED', 'art. 248.1'],
      ['SUBMITTER_WITHOUT_AUTHORITY', 'art. 250.1'],
      ['TRANSLATION_MISSING', 'art. 250.4'],
      ['WEIGHT_OR_VOLUME_MISSING', 'art. 251.1'],
    ]);
  });
});

describe('goods that go ahead (art. 242.4, 276)', () => {
  it('puts parts to repair vehicles ahead at placement and not on arrival, all others on both (R-ARR-006)', () => {
    expect(PRIORITY_GOODS.filter((code) => !goesAhead(code, 'ARRIVAL'))).toEqual(['VEHICLE_REPAIR_PARTS']);
    expect(PRIORITY_GOODS.filter((code) => !goesAhead(code, 'PLACEMENT'))).toEqual([]);
    expect(goesAhead(undefined, 'ARRIVAL')).toBe(false);
  });
});

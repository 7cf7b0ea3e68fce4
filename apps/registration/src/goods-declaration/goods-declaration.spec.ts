import type { Decision, Reason } from '@shekara/kernel';
import { VirtualClock } from '@shekara/kernel';
import { DOCUMENTS_OF_PROCEDURE } from './code-lists.js';
import type { DeclarationDraft } from './declaration-draft.js';
import type { FilingFacts, FilingLaw } from './filing-facts.js';
import type { DeclarationEvent } from './goods-declaration.js';
import { fileDeclaration, registerPaperDeclaration, registrationRefused } from './goods-declaration.js';
import { MANDATORY_HEADER_FIELDS, MANDATORY_ITEM_FIELDS } from './mandatory-fields.js';
import { PRIOR_ACTIONS } from './prior-action-checks.js';
import { REGISTRATION_REFUSAL } from './registration-refusal.js';
import {
  at,
  DECLARANT_BIN,
  document,
  exampleDocuments,
  exampleLaw,
  facts,
  item,
  REPRESENTATIVE_BIN,
  roadImport,
} from './worked-cases.fixture.js';

const clock = new VirtualClock(at('2024-10-14', '10:20'));

function file(
  draft: DeclarationDraft,
  known: FilingFacts = facts(),
  law: FilingLaw = exampleLaw,
  filedAt: Date = clock.now(),
): Decision<DeclarationEvent> {
  return fileDeclaration(draft, known, filedAt, law);
}

function reasonsOf(decision: Decision<unknown>): readonly Reason[] {
  return decision.accepted ? [] : decision.reasons;
}

/** `CODE detail pointer` of each reason. */
function defectsOf(decision: Decision<unknown>): readonly string[] {
  return reasonsOf(decision).map(
    ({ code, parameters, pointer }) => `${code} ${parameters.detail} ${pointer}`,
  );
}

function registeredBy(decision: Decision<DeclarationEvent>) {
  const event = decision.accepted ? decision.events[0] : undefined;
  if (event?.type !== 'DeclarationRegistered')
    throw new Error(`not registered: ${defectsOf(decision).join()}`);
  return event;
}

describe('an electronic declaration', () => {
  it('is registered at once without an official, with body and legal date of its number (R-DEC-088, R-DEC-011)', () => {
    const event = registeredBy(file(roadImport()));
    expect(event).toMatchObject({
      customsBody: '55001',
      legalDate: '2024-10-14',
      decidedBy: 'SYSTEM',
      filedAt: at('2024-10-14', '10:20'),
      registeredAt: at('2024-10-14', '10:20'),
    });
  });

  it('is registered at night and on a Sunday (art. 273)', () => {
    const filedAt = at('2024-10-13', '23:30');
    expect(registeredBy(file(roadImport(), facts(), exampleLaw, filedAt)).legalDate).toBe('2024-10-13');
  });

  it('fixes its regime on the day of registration (R-DEC-273)', () => {
    expect(registeredBy(file(roadImport())).regime).toBe('CODE_2017');
  });

  it('takes the exchange rate of the legal date of registration (art. 127)', () => {
    const rate = exampleLaw.reference.currencyRates.find('USD', '2024-10-14');
    expect(registeredBy(file(roadImport())).exchangeRate).toBe(rate?.kztPerUnit.toFixed());
  });

  it('gets the release term of an import: closing of the next working day (R-DEC-177, worked case 1)', () => {
    const { releaseTerm } = registeredBy(file(roadImport()));
    expect(releaseTerm).toMatchObject({ deadline: 'DL-03', dueAt: at('2024-10-15', '18:00') });
  });

  it('links a resubmission to the refused declaration and stamps a new filing time (R-DEC-099)', () => {
    const again = roadImport({ resubmissionOf: 'refused-1' });
    expect(registeredBy(file(again))).toMatchObject({ resubmissionOf: 'refused-1', filedAt: clock.now() });
  });

  it('is treated the same whatever the countries (R-DEC-023)', () => {
    const elsewhere = roadImport({
      dispatchCountry: 'DE',
      originCountryOverall: 'DE',
      items: [item(1, { originCountry: 'DE' })],
    });
    expect(file(elsewhere).accepted).toBe(true);
  });
});

describe('worked case 9: filed on the last evening, no fee paid, signature expired', () => {
  const decision = file(
    roadImport({ documents: exampleDocuments.filter(({ kind }) => kind !== 'PAYMENT_PROOF') }),
    facts({ signature: 'EXPIRED' }),
    exampleLaw,
    at('2024-10-14', '22:40'),
  );

  it('is refused with both grounds at once (R-DEC-090, R-DEC-075, R-DEC-087, worked case 9)', () => {
    expect(defectsOf(decision)).toEqual([
      'UNSIGNED_OR_BAD_FORM SIGNATURE_EXPIRED /signature',
      'PRIOR_ACTION_MISSING FEE_PAYMENT_NOT_REFERENCED /documents',
    ]);
  });

  it('names the article, a fact and a sentence in three languages for each (R-DEC-269)', () => {
    for (const { article, text, parameters } of reasonsOf(decision)) {
      expect(article).toMatch(/^art\. 288\.4\.[45]$/);
      expect(parameters.fact).not.toBe('');
      expect([text.en, text.ru, text.kk].every((sentence) => sentence.length > 10)).toBe(true);
    }
  });

  it('is recorded as refused by the system, with every reason (R-DEC-088, R-DEC-090)', () => {
    if (decision.accepted) throw new Error('registered');
    const event = registrationRefused(roadImport(), decision.reasons, clock.now(), clock.now());
    expect(event).toMatchObject({ type: 'DeclarationRegistrationRefused', automatic: true });
    expect(event.reasons).toHaveLength(2);
  });
});

describe('the number of items', () => {
  const items = (count: number) => Array.from({ length: count }, (_, index) => item(index + 1));

  it('refuses 1,000 items (R-DEC-041, worked case 10)', () => {
    expect(defectsOf(file(roadImport({ items: items(1000) })))).toEqual([
      'UNSIGNED_OR_BAD_FORM TOO_MANY_ITEMS /items',
    ]);
  });

  it('registers 999 items (R-DEC-041, worked case 10)', () => {
    expect(file(roadImport({ items: items(999) })).accepted).toBe(true);
  });

  it('refuses a declaration without items (R-DEC-041)', () => {
    expect(defectsOf(file(roadImport({ items: [] })))).toContain('UNSIGNED_OR_BAD_FORM NO_ITEMS /items');
  });

  it('refuses a gap in the item numbers and a wrong box 5 (F-13)', () => {
    expect(defectsOf(file(roadImport({ items: [item(1), item(3)], itemsTotal: 3 })))).toEqual([
      'UNSIGNED_OR_BAD_FORM ITEM_NUMBERS_NOT_CONSECUTIVE /items/1/itemNumber',
      'UNSIGNED_OR_BAD_FORM ITEMS_TOTAL_DIFFERS /itemsTotal',
    ]);
  });
});

describe('the data of the declaration', () => {
  it.each([
    ...MANDATORY_HEADER_FIELDS.filter((field) => field.requiredWhen?.(roadImport(), roadImport()) ?? true),
  ])('refuses a header without $path (R-DEC-040)', ({ path }) => {
    const found = defectsOf(file(without(roadImport(), path)));
    expect(found).toContain(`MISSING_DATA FIELD_MISSING ${path}`);
  });

  it.each([...MANDATORY_ITEM_FIELDS.filter((field) => field.requiredWhen?.(item(1), roadImport()) ?? true)])(
    'refuses an item without $path (R-DEC-040)',
    ({ path }) => {
      const found = defectsOf(file(roadImport({ items: [item(1), without(item(2), path)] })));
      expect(found).toContain(`MISSING_DATA FIELD_MISSING /items/1${path}`);
    },
  );

  it('demands no field that serves none of the three purposes (R-DEC-036)', () => {
    for (const { path, purpose, article } of [...MANDATORY_HEADER_FIELDS, ...MANDATORY_ITEM_FIELDS]) {
      expect([path, purpose]).toEqual([
        path,
        expect.stringMatching(/^(DUTIES_AND_TAXES|STATISTICS|CUSTOMS_LAW)$/),
      ]);
      expect(article.text).not.toBe('');
    }
  });

  it('does not demand a field that configuration takes out for the procedure, the person and the mode (R-DEC-037)', () => {
    const draft = roadImport({ place: undefined });
    const reduced = (modes: readonly string[]): FilingLaw => ({
      ...exampleLaw,
      reductions: [{ path: '/place', procedures: ['40'], capacities: ['DEAL_PARTY'], modes }],
    });
    expect(file(draft, facts(), reduced(['31'])).accepted).toBe(true);
    expect(defectsOf(file(draft, facts(), reduced(['20'])))).toEqual(['MISSING_DATA FIELD_MISSING /place']);
  });

  it('checks coded values against the classifiers of the day (R-DEC-048)', () => {
    const draft = roadImport({
      modeBorder: '33',
      dispatchCountry: 'XX',
      items: [item(1, { packages: [{ count: 10, kind: '??' }] })],
    });
    expect(defectsOf(file(draft))).toEqual([
      'UNSIGNED_OR_BAD_FORM CODE_NOT_IN_LIST /modeBorder',
      'UNSIGNED_OR_BAD_FORM COUNTRY_UNKNOWN /dispatchCountry',
      'UNSIGNED_OR_BAD_FORM CODE_NOT_IN_LIST /items/0/packages/0/kind',
    ]);
  });

  it('refuses totals that differ from the items (F-13)', () => {
    const draft = roadImport({
      totalCustomsValue: '2400000.01',
      invoiceTotal: '4999.99',
      packagesTotal: 11,
      paymentTotals: [{ kind: 'VAT', amount: '1.00' }],
    });
    expect(defectsOf(file(draft))).toEqual([
      'UNSIGNED_OR_BAD_FORM CUSTOMS_VALUE_TOTAL_DIFFERS /totalCustomsValue',
      'UNSIGNED_OR_BAD_FORM INVOICE_TOTAL_DIFFERS /invoiceTotal',
      'UNSIGNED_OR_BAD_FORM PACKAGES_TOTAL_DIFFERS /packagesTotal',
      'UNSIGNED_OR_BAD_FORM PAYMENT_TOTAL_DIFFERS /paymentTotals',
    ]);
  });

  it('lets box 22 differ where delivery costs are shown apart (F-13)', () => {
    expect(file(roadImport({ invoiceTotal: '5300.00', deliveryCostsShownApart: true })).accepted).toBe(true);
  });

  it('refuses net above gross, negative and overlong numbers (F-13)', () => {
    const items = [
      item(1, { netKg: '120.501' }),
      item(2, { customsValue: '-1.00' }),
      item(3, { grossKg: '120.5001' }),
    ];
    expect(defectsOf(file(roadImport({ items })))).toEqual([
      'UNSIGNED_OR_BAD_FORM NET_ABOVE_GROSS /items/0/netKg',
      'UNSIGNED_OR_BAD_FORM NUMBER_MALFORMED /items/1/customsValue',
      'UNSIGNED_OR_BAD_FORM NUMBER_MALFORMED /items/2/grossKg',
    ]);
  });

  it('refuses codes that are short or that the tariff of the day does not hold', () => {
    const items = [item(1, { commodityCode: '84713' }), item(2, { commodityCode: '9999999999' })];
    expect(defectsOf(file(roadImport({ items })))).toEqual([
      'UNSIGNED_OR_BAD_FORM COMMODITY_CODE_MALFORMED /items/0/commodityCode',
      'UNSIGNED_OR_BAD_FORM COMMODITY_CODE_UNKNOWN /items/1/commodityCode',
    ]);
  });

  it('asks for the quantity in the unit that the code needs', () => {
    const soySauce = { commodityCode: '2202910000' };
    const items = [
      item(1, soySauce),
      item(2, { ...soySauce, supplementaryQuantity: '100', supplementaryUnit: 'PCE' }),
      item(3, { ...soySauce, supplementaryQuantity: '100', supplementaryUnit: 'LTR' }),
    ];
    expect(defectsOf(file(roadImport({ items })))).toEqual([
      'MISSING_DATA SUPPLEMENTARY_QUANTITY_MISSING /items/0/supplementaryQuantity',
      'UNSIGNED_OR_BAD_FORM SUPPLEMENTARY_UNIT_DIFFERS /items/1/supplementaryUnit',
    ]);
  });

  it('refuses a currency without a rate and a stated rate that is not that of the day', () => {
    expect(defectsOf(file(roadImport({ invoiceCurrency: 'XXX' })))).toEqual([
      'UNSIGNED_OR_BAD_FORM CURRENCY_RATE_UNKNOWN /invoiceCurrency',
    ]);
    expect(defectsOf(file(roadImport({ exchangeRate: '1.00', rateDate: '2024-10-13' })))).toEqual([
      'UNSIGNED_OR_BAD_FORM EXCHANGE_RATE_DIFFERS /exchangeRate',
      'UNSIGNED_OR_BAD_FORM EXCHANGE_RATE_DIFFERS /rateDate',
    ]);
  });

  it('refuses an item under another procedure than the declaration, or after one that does not exist', () => {
    const items = [
      item(1, { procedure: '7000000' }),
      item(2, { procedure: '4099000', previousDocument: 'x' }),
    ];
    expect(defectsOf(file(roadImport({ items })))).toEqual([
      'UNSIGNED_OR_BAD_FORM PROCEDURE_DIFFERS /items/0/procedure',
      'UNSIGNED_OR_BAD_FORM PROCEDURE_UNKNOWN /items/1/procedure',
    ]);
  });
});

describe('the form', () => {
  it.each([
    ['MISSING', 'SIGNATURE_MISSING'],
    ['INVALID', 'SIGNATURE_INVALID'],
    ['EXPIRED', 'SIGNATURE_EXPIRED'],
    ['OF_ANOTHER_PERSON', 'SIGNATURE_OF_ANOTHER_PERSON'],
  ] as const)('refuses a signature that is %s (R-DEC-087)', (signature, detail) => {
    expect(defectsOf(file(roadImport(), facts({ signature })))).toEqual([
      `UNSIGNED_OR_BAD_FORM ${detail} /signature`,
    ]);
  });

  it('refuses a goods declaration for transit and a transit declaration for import (R-DEC-034, R-DEC-035)', () => {
    const transit = roadImport({ procedureCode: '80', items: [item(1, { procedure: '8000000' })] });
    expect(defectsOf(file(transit))).toEqual(['UNSIGNED_OR_BAD_FORM FORM_DOES_NOT_MATCH /form']);
    expect(defectsOf(file(roadImport({ form: 'TRANSIT_DECLARATION' })))).toEqual([
      'UNSIGNED_OR_BAD_FORM FORM_DOES_NOT_MATCH /form',
    ]);
  });

  it('uses only the five grounds of the law (R-DEC-091)', () => {
    expect(Object.keys(REGISTRATION_REFUSAL)).toHaveLength(5);
    const broken = file(
      { ...roadImport({ officeCode: '00000', items: [] }), declarant: undefined },
      facts({ office: undefined, signature: 'MISSING', arrival: undefined }),
    );
    const codes = new Set(reasonsOf(broken).map(({ code }) => code));
    expect([...codes].every((code) => Object.hasOwn(REGISTRATION_REFUSAL, code))).toBe(true);
    expect(codes.size).toBeGreaterThanOrEqual(4);
  });

  it('says by a reason of the design, not by a ground of the law, that a feature is not served', () => {
    const [reason] = reasonsOf(file(roadImport({ feature: 'TEMPORARY' })));
    expect(reason).toMatchObject({
      code: 'FEATURE_NOT_SERVED',
      article: expect.stringMatching(/^Shekara, /),
    });
  });
});

describe('the customs body', () => {
  it('refuses a body that does not exist or may not register the procedure (R-DEC-085)', () => {
    expect(defectsOf(file(roadImport(), facts({ office: undefined })))).toEqual([
      'WRONG_OFFICE OFFICE_UNKNOWN /officeCode',
    ]);
    const office = { code: '55001', calendar: facts().office?.calendar ?? never(), procedures: ['10'] };
    expect(defectsOf(file(roadImport(), facts({ office })))).toEqual([
      'WRONG_OFFICE OFFICE_NOT_COMPETENT /officeCode',
    ]);
  });
});

describe('the person who files', () => {
  const represented = roadImport({
    representative: {
      name: 'Broker',
      identification: REPRESENTATIVE_BIN,
      registerNumber: 'KZ-0001',
      contractNumber: '1',
      contractDate: '2024-01-01',
    },
    filledBy: { name: 'S. Specialist', position: 'specialist', phone: '+7', certificateNumber: 'C-1' },
  });
  const entry = { registerNumber: 'KZ-0001', identification: REPRESENTATIVE_BIN, status: 'ACTIVE' } as const;
  const by = (representative: FilingFacts['representative']) =>
    facts({ filerIdentification: REPRESENTATIVE_BIN, representative });

  it('may be a representative who is active in the register, with a contract (R-DEC-032, R-DEC-079)', () => {
    expect(file(represented, by(entry)).accepted).toBe(true);
  });

  it('refuses a representative excluded from the register, suspended, unknown or another person (R-DEC-079)', () => {
    const details = [
      undefined,
      { ...entry, status: 'EXCLUDED' },
      { ...entry, status: 'SUSPENDED' },
      { ...entry, identification: DECLARANT_BIN },
    ] as const;
    expect(details.map((known) => defectsOf(file(represented, by(known)))[0])).toEqual([
      'UNAUTHORIZED_PERSON REPRESENTATIVE_NOT_IN_REGISTER /representative/registerNumber',
      'UNAUTHORIZED_PERSON REPRESENTATIVE_EXCLUDED /representative/registerNumber',
      'UNAUTHORIZED_PERSON REPRESENTATIVE_SUSPENDED /representative/registerNumber',
      'UNAUTHORIZED_PERSON REPRESENTATIVE_DIFFERS /representative/registerNumber',
    ]);
  });

  it('refuses a representative without a contract on file (R-DEC-079)', () => {
    const draft = { ...represented, representative: { ...represented.representative, contractNumber: '' } };
    expect(defectsOf(file(draft, by(entry)))).toEqual([
      'MISSING_DATA FIELD_MISSING /representative/contractNumber',
    ]);
  });

  it('refuses a specialist whose certificate has run out or who left the representative (R-DEC-275)', () => {
    const specialist = { certificateNumber: 'C-1', validTo: '2024-10-14', employed: true };
    const with1 = (fields: Partial<typeof specialist>) =>
      by({ ...entry, specialists: [{ ...specialist, ...fields }] });
    const refused = ['UNAUTHORIZED_PERSON SPECIALIST_NOT_VALID /filledBy/certificateNumber'];
    expect(file(represented, with1({})).accepted).toBe(true);
    expect(defectsOf(file(represented, with1({ validTo: '2024-10-13' })))).toEqual(refused);
    expect(defectsOf(file(represented, with1({ employed: false })))).toEqual(refused);
    expect(defectsOf(file(represented, by({ ...entry, specialists: [] })))).toEqual(refused);
  });

  it('refuses a stranger (R-DEC-032)', () => {
    expect(defectsOf(file(roadImport(), facts({ filerIdentification: REPRESENTATIVE_BIN })))).toEqual([
      'UNAUTHORIZED_PERSON FILER_NOT_ON_DECLARATION /declarant/identification',
    ]);
  });

  it('refuses a BIN with a wrong check digit', () => {
    const wrong = `${DECLARANT_BIN.slice(0, 11)}${(Number(DECLARANT_BIN[11]) + 1) % 10}`;
    const draft = roadImport({ declarant: { ...roadImport().declarant, identification: wrong } });
    expect(defectsOf(file(draft, facts({ filerIdentification: wrong })))).toEqual([
      'UNAUTHORIZED_PERSON DECLARANT_NUMBER_INVALID /declarant/identification',
    ]);
  });

  const inCapacity = (fields: DeclarationDraft['declarant'], draft: Partial<DeclarationDraft> = {}) =>
    defectsOf(file(roadImport({ ...draft, declarant: { ...roadImport().declarant, ...fields } })));

  it('refuses carrier and forwarder outside transit (R-DEC-078, R-DEC-076)', () => {
    for (const capacity of ['CARRIER', 'FORWARDER_UNION'] as const) {
      expect(inCapacity({ capacity })).toContain(
        'UNAUTHORIZED_PERSON CAPACITY_NOT_ALLOWED /declarant/capacity',
      );
    }
  });

  it('lets a foreign representative office import only for its own use (R-DEC-077)', () => {
    const capacity = 'FOREIGN_REPRESENTATIVE_OFFICE';
    expect(inCapacity({ capacity })).toEqual([
      'UNAUTHORIZED_PERSON CAPACITY_NOT_ALLOWED /declarant/capacity',
    ]);
    expect(inCapacity({ capacity, forOwnUse: true })).toEqual([]);
    const warehouse = { procedureCode: '70', warehouse: 'W', items: [item(1, { procedure: '7000000' })] };
    expect(inCapacity({ capacity, forOwnUse: true }, warehouse)).toEqual([
      'UNAUTHORIZED_PERSON CAPACITY_NOT_ALLOWED /declarant/capacity',
    ]);
  });

  it('refuses a party to the deal that is not of a member state (R-DEC-076)', () => {
    expect(inCapacity({ country: 'CN' })).toEqual([
      'UNAUTHORIZED_PERSON DECLARANT_NOT_OF_MEMBER_STATE /declarant/country',
    ]);
  });
});

describe('documents', () => {
  const withoutKinds = (...kinds: string[]) =>
    exampleDocuments.filter(({ kind }) => !kinds.includes(kind ?? ''));

  it.each([
    ['AUTHORITY', ['AUTHORITY']],
    ['DEAL_OR_COMMERCIAL', ['CONTRACT', 'INVOICE']],
    ['TRANSPORT', ['CMR']],
  ] as const)('refuses a declaration without a document of kind %s (R-DEC-051)', (kind, codes) => {
    const decision = file(roadImport({ documents: withoutKinds(...codes) }));
    expect(defectsOf(decision)).toEqual(['MISSING_DATA DOCUMENT_MISSING /documents']);
    expect(reasonsOf(decision)[0]?.parameters.expected).toBe(kind);
  });

  it('accepts a document given with an earlier declaration by its number (R-DEC-059, R-DEC-060)', () => {
    const earlier = {
      form: 'REFERENCE',
      availability: undefined,
      earlierDeclarationNumber: '55001/011024/0000007',
    } as const;
    const named = (fields: object) =>
      roadImport({
        documents: [
          ...withoutKinds('AUTHORITY'),
          document('AUTHORITY', { ...earlier, availability: 'PRESENT', ...fields }),
        ],
      });
    expect(file(named({})).accepted).toBe(true);
    expect(defectsOf(file(named({ earlierDeclarationNumber: '7' })))).toEqual([
      'UNSIGNED_OR_BAD_FORM EARLIER_DECLARATION_NUMBER_MALFORMED /documents/4/earlierDeclarationNumber',
    ]);
  });

  it('asks for proof only where its trigger is true: restricted goods, relief (art. 281.2)', () => {
    const items = [
      item(1, { restrictionMark: true }),
      item(2, { preference: { fee: '00', duty: '07', excise: '00', vat: '00' } }),
      item(3),
    ];
    expect(
      reasonsOf(file(roadImport({ items }))).map(({ pointer, parameters }) => [pointer, parameters.expected]),
    ).toEqual([
      ['/items/0', 'RESTRICTION_PROOF'],
      ['/items/1', 'RELIEF_PROOF'],
    ]);
    const documents = [
      ...exampleDocuments,
      document('RESTRICTION_PROOF', { itemNumbers: [1] }),
      document('RELIEF_PROOF', { itemNumbers: [2] }),
    ];
    expect(file(roadImport({ items, documents })).accepted).toBe(true);
  });

  it.each(Object.entries(DOCUMENTS_OF_PROCEDURE))(
    'asks for the papers of procedure %s (R-DEC-053)',
    (code, kinds) => {
      const draft = roadImport({ procedureCode: code, items: [item(1, { procedure: `${code}00000` })] });
      expect(reasonsOf(file(draft)).map(({ parameters }) => parameters.expected)).toEqual(kinds);
      const documents = [...exampleDocuments, ...kinds.map((kind) => document(kind))];
      expect(file({ ...draft, documents }).accepted).toBe(true);
    },
  );

  it('asks for the facts of re-export only after release for domestic consumption (R-DEC-053)', () => {
    const reExport = (procedure: string) =>
      roadImport({
        procedureCode: '31',
        direction: 'EX',
        items: [item(1, { procedure, previousDocument: '55001/011024/0000007' })],
      });
    expect(reasonsOf(file(reExport('3140000'))).map(({ parameters }) => parameters.expected)).toEqual([
      'REEXPORT_FACTS',
    ]);
    expect(file(reExport('3170000')).accepted).toBe(true);
  });

  it('takes a late document to the 30th calendar day after registration, no later (R-DEC-056, worked case 25)', () => {
    const late = (dueDate: string) =>
      roadImport({
        documents: [
          ...exampleDocuments,
          document('ORIGIN_CERTIFICATE', { availability: 'AFTER_RELEASE', form: 'COPY', dueDate }),
        ],
      });
    expect(file(late('2024-11-13')).accepted).toBe(true);
    expect(defectsOf(file(late('2024-11-14')))).toEqual([
      'UNSIGNED_OR_BAD_FORM DOCUMENT_DATE_TOO_LATE /documents/5/dueDate',
    ]);
  });
});

describe('actions before or with the filing', () => {
  it('are a configurable list with the fee and the electronic copy in it (art. 288.4.5)', () => {
    expect(PRIOR_ACTIONS.map(({ detail }) => detail)).toEqual(
      expect.arrayContaining([
        'FEE_PAYMENT_NOT_REFERENCED',
        'ELECTRONIC_COPY_MISSING',
        'GOODS_NOT_PRESENTED',
      ]),
    );
  });

  it('ask no fee for goods abandoned to the state (R-DEC-075)', () => {
    const draft = roadImport({
      procedureCode: '94',
      items: [item(1, { procedure: '9400000' })],
      documents: exampleDocuments.filter(({ kind }) => kind !== 'PAYMENT_PROOF'),
    });
    expect(file(draft).accepted).toBe(true);
  });

  it.each([
    ['no notice', undefined],
    ['a returned notice', { noticeNumber: '1', status: 'RETURNED' }],
    ['goods not presented', { noticeNumber: '1', status: 'ACCEPTED' }],
  ] as const)('refuse an import with %s', (_, arrival) => {
    expect(defectsOf(file(roadImport(), facts({ arrival })))).toEqual([
      'PRIOR_ACTION_MISSING GOODS_NOT_PRESENTED /items',
    ]);
  });
});

describe('a paper declaration', () => {
  const paper = roadImport({ filingChannel: 'PAPER' });

  it('goes to the registration officer, due after 2 office hours carried over to the next opening (R-DEC-089, R-DEC-271, R-DEC-009)', () => {
    const decision = file(paper, facts({ electronicCopy: true }), exampleLaw, at('2024-10-15', '17:15'));
    const event = decision.accepted ? decision.events[0] : undefined;
    expect(event).toMatchObject({ type: 'DeclarationPaperReceived', findings: [] });
    if (event?.type !== 'DeclarationPaperReceived') throw new Error('not received');
    expect(event.registerBy.endsAt).toEqual(at('2024-10-16', '10:15'));
  });

  it('is registered by the officer, with the paper filing time and the officer named (R-DEC-089, R-DEC-027)', () => {
    const moments = {
      filedAt: at('2024-10-14', '10:20'),
      decidedAt: at('2024-10-14', '11:00'),
      officer: 'officer-1',
    };
    const decision = registerPaperDeclaration(paper, facts({ electronicCopy: true }), moments, exampleLaw);
    expect(decision.accepted && decision.events[0]).toMatchObject({
      filedAt: moments.filedAt,
      registeredAt: moments.decidedAt,
      decidedBy: { officer: 'officer-1' },
    });
  });

  it('is refused without its electronic copy (R-DEC-039)', () => {
    const moments = { filedAt: clock.now(), decidedAt: clock.now(), officer: 'officer-1' };
    expect(defectsOf(registerPaperDeclaration(paper, facts(), moments, exampleLaw))).toEqual([
      'PRIOR_ACTION_MISSING ELECTRONIC_COPY_MISSING /filingChannel',
    ]);
  });
});

/** A copy that lacks the one field, parents kept. */
function without<Subject extends object>(subject: Subject, path: string): Subject {
  const [key = '', ...rest] = path.slice(1).split('/');
  const inner: unknown = Reflect.get(subject, key);
  const left =
    rest.length > 0 && typeof inner === 'object' && inner !== null
      ? without(inner, `/${rest.join('/')}`)
      : undefined;
  return { ...subject, [key]: left };
}

function never(): never {
  throw new Error('the fixture names an office');
}

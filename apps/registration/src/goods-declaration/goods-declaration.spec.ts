import { clock, defectsOf, file, reasonsOf, registeredBy } from './filing.fixture.js';
import { registerPaperDeclaration, registrationRefused } from './goods-declaration.js';
import { PRIOR_ACTIONS } from './prior-action-checks.js';
import { REGISTRATION_REFUSAL } from './registration-refusal.js';
import { at, exampleDocuments, exampleLaw, facts, item, roadImport } from './worked-cases.fixture.js';

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

function never(): never {
  throw new Error('the fixture names an office');
}

import { DOCUMENTS_OF_PROCEDURE } from './code-lists.js';
import { defectsOf, file, reasonsOf } from './filing.fixture.js';
import { document, exampleDocuments, item, roadImport } from './worked-cases.fixture.js';

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

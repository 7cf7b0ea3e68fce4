import {
  type ApiDocument,
  askedOf,
  decidingOperations,
  type DecidingOperation,
  knownOf,
  pathOf,
  subjectPath,
} from './deciding-operations.js';

const ITEM = { subjectId: '0194c0de-0000-7000-9000-000000000006', customsBody: '55302' };

const API: ApiDocument = {
  paths: {
    '/v1/debt-notices/{id}/sendings': {
      post: {
        operationId: 'send',
        summary: 'Send a draft',
        'x-decides-work-item': ['DEBT_NOTICE'],
        'x-subject-of-work-item': ['id'],
        requestBody: {
          content: { 'application/json': { schema: { $ref: '#/components/schemas/Wording' } } },
        },
      },
    },
    '/v1/debt-notices/{id}/withdrawals': {
      post: { operationId: 'withdraw', 'x-decides-work-item': ['DEBT_NOTICE_RECALL', 'DEBT_NOTICE'] },
    },
    '/v1/debt-notices': { get: { operationId: 'list' } },
  },
};

function operation(of: Partial<DecidingOperation>): DecidingOperation {
  return { id: 'one', summary: 'One', path: '/', subjectAt: [], body: undefined, ...of };
}

describe('operations that decide a work item', () => {
  it('are those of its kind, with what the document says of them', () => {
    expect(decidingOperations(API, 'DEBT_NOTICE')).toEqual([
      {
        id: 'send',
        summary: 'Send a draft',
        path: '/v1/debt-notices/{id}/sendings',
        subjectAt: ['id'],
        body: { $ref: '#/components/schemas/Wording' },
      },
      {
        id: 'withdraw',
        summary: '/v1/debt-notices/{id}/withdrawals',
        path: '/v1/debt-notices/{id}/withdrawals',
        subjectAt: [],
        body: undefined,
      },
    ]);
    expect(decidingOperations(API, 'RELEASE')).toEqual([]);
  });

  it('fill their path with the subject of the item and ask for the rest', () => {
    const lifting = operation({
      path: '/v1/collection-cases/{id}/measures/{document}/liftings',
      subjectAt: ['id', 'document'],
    });
    expect(askedOf(lifting)).toEqual([]);
    expect(pathOf(lifting, ITEM, {})).toBe(
      `/v1/collection-cases/${ITEM.subjectId}/measures/${ITEM.subjectId}/liftings`,
    );
    const entry = operation({ path: '/v1/register-entries/{register}/{year}/{serial}/notices' });
    expect(askedOf(entry)).toEqual(['register', 'year', 'serial']);
    expect(pathOf(entry, ITEM, { register: 'REP', year: ' 2026 ', serial: 'a?b' })).toBe(
      '/v1/register-entries/REP/2026/a%3Fb/notices',
    );
  });

  it('ask for the number of a document as it is written, in one piece', () => {
    const assessment = operation({ path: '/v1/liabilities/{customsBody}/{date}/{serial}/assessments' });
    expect(askedOf(assessment)).toEqual(['document']);
    expect(pathOf(assessment, ITEM, { document: '55302/030226/0000017' })).toBe(
      '/v1/liabilities/55302/030226/0000017/assessments',
    );
  });

  it('know where their document is read', () => {
    const api: ApiDocument = {
      paths: {
        '/v1/debt-notices': { get: { operationId: 'list' } },
        '/v1/debt-notices/{id}': { get: { operationId: 'read' } },
        '/v1/liabilities/{customsBody}/{date}/{serial}': { get: { operationId: 'liability' } },
      },
    };
    const sending = operation({ path: '/v1/debt-notices/{id}/sendings', subjectAt: ['id'] });
    expect(subjectPath(api, sending, ITEM, {})).toBe(`/v1/debt-notices/${ITEM.subjectId}`);
    const assessment = operation({ path: '/v1/liabilities/{customsBody}/{date}/{serial}/assessments' });
    expect(subjectPath(api, assessment, ITEM, {})).toBeUndefined();
    expect(subjectPath(api, assessment, ITEM, { document: '55302/030226/0000017' })).toBe(
      '/v1/liabilities/55302/030226/0000017',
    );
    const nothingToRead = operation({ path: '/v1/debt-notices/lists' });
    expect(subjectPath(api, nothingToRead, ITEM, {})).toBeUndefined();
  });

  it('know the fields of the body that the item has', () => {
    const body = { properties: { customsBody: { type: 'string' }, documentId: { type: 'string' } } };
    expect(knownOf({ subjectAt: ['id', '/documentId'], body }, ITEM)).toEqual({
      customsBody: '55302',
      documentId: ITEM.subjectId,
    });
    expect(knownOf({ subjectAt: ['id'], body: { properties: {} } }, ITEM)).toEqual({});
  });
});

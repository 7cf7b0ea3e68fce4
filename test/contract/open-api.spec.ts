import { readFile } from 'node:fs/promises';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';
import {
  consumerGroups,
  fromJsonString,
  PaymentConfirmationSchema,
  type ServiceName,
} from '@shekara/contracts';
import { gatewayService, setUpstreams } from '@shekara/service-gateway';
import { guaranteesService } from '@shekara/service-guarantees';
import { inspectionsService } from '@shekara/service-inspections';
import { paymentsService } from '@shekara/service-payments';
import { registersService } from '@shekara/service-registers';
import { registrationService } from '@shekara/service-registration';
import { riskService } from '@shekara/service-risk';
import { temporaryStorageService } from '@shekara/service-temporary-storage';
import { importDeclaration, importItem, roadArrivalNotice } from '@shekara/testing/documents';
import { ServicesUnderTest } from '@shekara/testing/services';
import { WORK_ITEM_KINDS, type WorkItemKind } from '@shekara/work-items';
import { UNDECIDED_KINDS } from './undecided-kinds.js';

const SERVICES = [
  registrationService,
  riskService,
  paymentsService,
  guaranteesService,
  temporaryStorageService,
  inspectionsService,
  registersService,
  gatewayService,
];
/** Eight services start at once, on two busy cores if need be. */
const START_MS = 120_000;
const CONSOLE_FIXTURE = new URL('../../apps/console/test/fixtures/openapi.json', import.meta.url);
const EXAMPLES = new URL('../../deploy/local/examples/', import.meta.url);

interface Operation {
  summary?: string;
  operationId: string;
  parameters?: { name: string; in: string; required: boolean; schema: object }[];
  requestBody?: { content: Record<string, { schema: { $ref: string } }> };
  responses: Record<string, { description: string; content?: Record<string, { schema: { $ref: string } }> }>;
  'x-decides-work-item'?: WorkItemKind[];
  'x-subject-of-work-item'?: string[];
}

interface OpenApi {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, { properties?: Record<string, unknown>; required?: string[] }> };
}

let place: ServicesUnderTest;
const documents = new Map<ServiceName, OpenApi>();

beforeAll(async () => {
  place = await ServicesUnderTest.start({ services: SERVICES });
  setUpstreams(
    place.service('gateway').app,
    Object.fromEntries(
      consumerGroups.filter((name) => name !== 'gateway').map((name) => [name, place.service(name).url]),
    ),
  );
  for (const { name } of SERVICES) {
    const answer = await place.get<OpenApi>(name, '/openapi.json');
    if (answer.status !== 200) throw new Error(`${name}: ${answer.status} ${JSON.stringify(answer.body)}`);
    documents.set(name, answer.body);
  }
}, START_MS);

afterAll(() => place?.stop());

function documentOf(name: ServiceName): OpenApi {
  const document = documents.get(name);
  if (!document) throw new Error(`${name} has no document`);
  return document;
}

function operationsOf(name: ServiceName): [string, Operation][] {
  return Object.entries(documentOf(name).paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]): [string, Operation] => [
      `${method.toUpperCase()} ${path}`,
      operation,
    ]),
  );
}

function operation(name: ServiceName, route: string): Operation {
  const found = operationsOf(name).find(([each]) => each === route);
  if (!found) throw new Error(`${name} has no ${route}`);
  return found[1];
}

/** Checks what a POST takes by the schema of its document. */
function bodyCheck(name: ServiceName, route: string): ValidateFunction {
  const ajv = new Ajv({ strict: false, allErrors: true });
  formats.default(ajv);
  ajv.addSchema({ $id: 'document', ...documentOf(name) });
  const reference = operation(name, route).requestBody?.content['application/json']?.schema.$ref;
  return ajv.compile({ $ref: `document${reference}` });
}

/** What the schema has against a body: pointers of fields. */
function objections(check: ValidateFunction, body: unknown): string[] {
  check(body);
  return (check.errors ?? []).map(({ instancePath, keyword }) => `${instancePath} ${keyword}`);
}

describe.each(consumerGroups)('the OpenAPI document of %s', (name) => {
  it('is valid OpenAPI 3', async () => {
    const document = structuredClone(documentOf(name));
    const result = await new Validator().validate({ ...document });
    expect(result.errors ?? []).toEqual([]);
    expect(result.valid).toBe(true);
    expect(document.openapi).toMatch(/^3\./);
  });

  it('refers to schemas that it has', () => {
    const document = documentOf(name);
    const references = JSON.stringify(document).matchAll(/"#\/components\/schemas\/([^"]+)"/g);
    const missing = [...references]
      .map(([, schema = '']) => schema)
      .filter((schema) => !(schema in document.components.schemas));
    expect(missing).toEqual([]);
  });

  it('gives every route a summary, a success and its problems', () => {
    const faults = operationsOf(name).flatMap(([route, { summary, responses }]) => {
      const statuses = Object.keys(responses);
      return [
        ...(summary ? [] : [`${route}: no summary`]),
        ...(statuses.some((status) => status.startsWith('2')) ? [] : [`${route}: no success`]),
        ...statuses
          .filter((status) => !status.startsWith('2'))
          .filter((status) => !isProblem(responses[status]))
          .map((status) => `${route}: ${status} is no problem document`),
        ...(statuses.includes('default') ? [] : [`${route}: what when the service fails?`]),
        ...(Object.values(responses).every(({ description }) => description !== '')
          ? []
          : [`${route}: a response without description`]),
      ];
    });
    expect(faults).toEqual([]);
    expect(operationsOf(name).length).toBeGreaterThan(3);
  });

  it('names each operation once and each parameter of a path', () => {
    const operations = operationsOf(name);
    expect(new Set(operations.map(([, { operationId }]) => operationId)).size).toBe(operations.length);
    for (const [route, { parameters = [] }] of operations) {
      const inPath = [...route.matchAll(/\{(\w+)\}/g)].map(([, parameter]) => parameter);
      const described = parameters
        .filter((parameter) => parameter.in === 'path')
        .map((parameter) => parameter.name);
      expect([route, described.sort()]).toEqual([route, inPath.sort()]);
    }
  });

  it('says the fields of every JSON body that a POST takes, and the format of every other', () => {
    const document = documentOf(name);
    const empty = operationsOf(name)
      .filter(([, { requestBody }]) => requestBody)
      .filter(([, { requestBody }]) => {
        const formats = Object.keys(requestBody?.content ?? {});
        if (!formats.includes('application/json')) return formats.length === 0;
        const schema = requestBody?.content['application/json']?.schema.$ref.split('/').at(-1) ?? '';
        return Object.keys(document.components.schemas[schema]?.properties ?? {}).length === 0;
      });
    expect(empty.map(([route]) => route)).toEqual([]);
  });
});

function isProblem(response: Operation['responses'][string] | undefined): boolean {
  return (
    response?.content?.['application/problem+json']?.schema.$ref === '#/components/schemas/Problem' ||
    /^#\/components\/schemas\/[a-z-]+\.Problem$/.test(
      response?.content?.['application/problem+json']?.schema.$ref ?? '',
    )
  );
}

/** Pointers of what `said` has and `document` has not, or has otherwise; a list may have grown. */
function unsaid(document: unknown, said: unknown, at = ''): string[] {
  if (Array.isArray(said)) {
    const found: readonly unknown[] = Array.isArray(document) ? document : [];
    return said.flatMap((item: unknown, index) =>
      found.some((one) => unsaid(one, item).length === 0) ? [] : [`${at}/${index}`],
    );
  }
  if (typeof said !== 'object' || said === null) return document === said ? [] : [at];
  const known = new Map<string, unknown>(Object.entries(document ?? {}));
  return Object.entries(said).flatMap(([name, value]) => unsaid(known.get(name), value, `${at}/${name}`));
}

describe('the operations that decide work items, in the one document of the gateway', () => {
  const deciding = () =>
    operationsOf('gateway').filter(([, operation]) => operation['x-decides-work-item'] !== undefined);

  it('decide every kind that is opened, but those of the list', () => {
    const decided = new Set(deciding().flatMap(([, operation]) => operation['x-decides-work-item'] ?? []));
    expect(WORK_ITEM_KINDS.filter((kind) => !decided.has(kind)).sort()).toEqual(
      Object.keys(UNDECIDED_KINDS).sort(),
    );
  });

  it('are in the fixtures of the console as the services say them', async () => {
    const fixture = JSON.parse(await readFile(CONSOLE_FIXTURE, 'utf8')) as OpenApi;
    const { paths, components } = documentOf('gateway');
    expect(unsaid(paths, fixture.paths)).toEqual([]);
    expect(unsaid(components.schemas, fixture.components.schemas)).toEqual([]);
  });

  it('are commands, and take the subject of the item where their path or body has a place for it', () => {
    expect(deciding().length).toBeGreaterThan(40);
    const misplaced = deciding().flatMap(([route, operation]) => {
      const reference = operation.requestBody?.content['application/json']?.schema.$ref.split('/').at(-1);
      const fields = documentOf('gateway').components.schemas[reference ?? '']?.properties ?? {};
      return (operation['x-subject-of-work-item'] ?? [])
        .filter((place) =>
          place.startsWith('/') ? !(place.slice(1) in fields) : !route.includes(`{${place}}`),
        )
        .map((place) => `${route}: ${place}`);
    });
    expect(misplaced).toEqual([]);
    expect(deciding().filter(([route]) => !route.startsWith('POST '))).toEqual([]);
  });
});

describe('what the documents say of bodies is what the services take', () => {
  const ARRIVAL = 'POST /v1/arrival-notices';
  const DECLARATION = 'POST /v1/goods-declarations';

  async function example(name: string): Promise<Record<string, unknown>> {
    return JSON.parse(await readFile(new URL(name, EXAMPLES), 'utf8')) as Record<string, unknown>;
  }

  it('has an example of what a bank sends', async () => {
    const confirmation = fromJsonString(
      PaymentConfirmationSchema,
      JSON.stringify(await example('bank-confirmation.json')),
    );
    expect(confirmation).toMatchObject({
      payerIdentificationNumber: '140340001224',
      customsBody: '55311',
      advance: true,
    });
  });

  it('takes the examples and the bodies of the tests', async () => {
    const notice = bodyCheck('registration', ARRIVAL);
    expect(objections(notice, await example('arrival-notice.json'))).toEqual([]);
    expect(objections(notice, roadArrivalNotice())).toEqual([]);
    const declaration = bodyCheck('registration', DECLARATION);
    expect(objections(declaration, await example('goods-declaration.json'))).toEqual([]);
    expect(
      objections(declaration, importDeclaration({ arrivalNoticeNumber: '55302/070326/A000001', items: 3 })),
    ).toEqual([]);
  });

  it('has the same examples as the tests, with the declarant of the development users', async () => {
    const person = { name: 'Declarant', address: 'Almaty, Abay 3' };
    expect(await example('arrival-notice.json')).toEqual(
      roadArrivalNotice({
        consignee: { ...person, country: 'KZ', identificationNumber: '140340001224' },
        deliveredAt: '2026-03-07T05:00:00Z',
      }),
    );
    expect(await example('goods-declaration.json')).toEqual(
      importDeclaration({
        arrivalNoticeNumber: 'ARRIVAL_NOTICE_NUMBER',
        declarant: { ...person, identification: '140340001224' },
      }),
    );
    const cheapLoudspeakers = {
      commodityCode: '8518210000',
      description: 'Loudspeakers',
      originCountry: 'CN',
      itemPrice: '3000.00',
      customsValue: '1515000.00',
      statisticalValue: '3000.00',
    };
    expect(await example('examined-declaration.json')).toEqual(
      importDeclaration({
        arrivalNoticeNumber: 'ARRIVAL_NOTICE_NUMBER',
        declarant: { ...person, identification: '140340001224' },
        items: [importItem(1, cheapLoudspeakers)],
      }),
    );
  });

  /** Each body with the field that both the document and the service object to. */
  const wrong: readonly [string, string, object, string][] = [
    [ARRIVAL, 'a mode of transport that does not exist', roadArrivalNotice({ mode: 'CAMEL' }), '/mode'],
    [ARRIVAL, 'a customs body of four digits', roadArrivalNotice({ customsBody: '5530' }), '/customsBody'],
    [ARRIVAL, 'a country in words', roadArrivalNotice({ originCountry: 'Germany' }), '/originCountry'],
    [ARRIVAL, 'a submitter without its role', roadArrivalNotice({ submitter: {} }), '/submitter'],
    [ARRIVAL, 'a line that is no number', roadArrivalNotice({ goods: [{ line: 'one' }] }), '/goods/0/line'],
    [ARRIVAL, 'a thousand lines', roadArrivalNotice({ goods: Array(1_000).fill({ line: 1 }) }), '/goods'],
    [DECLARATION, 'a form that does not exist', declarationWith({ form: 'LETTER' }), '/form'],
    [DECLARATION, 'a text that is too long', declarationWith({ place: 'x'.repeat(201) }), '/place'],
    [DECLARATION, 'null in place of an absent field', declarationWith({ place: null }), '/place'],
    [DECLARATION, 'a party that is a list', declarationWith({ consignee: [] }), '/consignee'],
    [
      DECLARATION,
      'a number in place of a decimal text',
      declarationWith({ items: [importItem(1, { netKg: 5 })] }),
      '/items/0/netKg',
    ],
    [
      DECLARATION,
      'a kind of payment that does not exist',
      declarationWith({ items: [importItem(1, { payments: [{ kind: 'TAX', amount: '1.00' }] })] }),
      '/items/0/payments/0/kind',
    ],
    [DECLARATION, 'no items', declarationWith({ items: undefined }), '/items'],
  ];

  it.each(wrong)('%s: does not take %s', async (route, _what, body, field) => {
    const said = objections(bodyCheck('registration', route), JSON.parse(JSON.stringify(body)));
    expect(said.some((objection) => near(objection.split(' ')[0] ?? '', field))).toBe(true);
    const token = await place.token({
      subject: 'tester',
      roles: [route === ARRIVAL ? 'CHECKPOINT_OFFICER' : 'DECLARANT'],
      organisation: '980540000397',
      posts: ['55302'],
    });
    const answer = await place.post<{ reasons: { pointer: string }[] }>(
      'registration',
      route.slice(5),
      body,
      token,
    );
    expect(answer.status).toBe(400);
    expect(answer.body.reasons.some(({ pointer }) => near(pointer, field))).toBe(true);
  });

  it('refuses a field that does not exist, in the header, in a part and in an item', async () => {
    const notice = bodyCheck('registration', ARRIVAL);
    expect(objections(notice, roadArrivalNotice({ colour: 'blue' }))).toEqual([' additionalProperties']);
    const declaration = bodyCheck('registration', DECLARATION);
    const parts = declarationWith({
      deliveryTerms: { colour: 'blue' },
      items: [importItem(1, { colour: 'blue' })],
    });
    expect(objections(declaration, parts)).toEqual([
      '/deliveryTerms additionalProperties',
      '/items/0 additionalProperties',
    ]);
  });

  it('demands no more than the services do: everything the law asks for may be missing', () => {
    const { schemas } = documentOf('registration').components;
    expect(schemas.GoodsDeclarationDto?.required).toEqual(['form', 'feature', 'filingChannel', 'items']);
    expect(schemas.ArrivalNoticeDto?.required).toEqual([
      'mode',
      'customsBody',
      'submitter',
      'carrier',
      'consignor',
      'consignee',
    ]);
  });

  it('demands the Idempotency-Key of commands and of nothing else', () => {
    const withKey = (route: string): boolean =>
      operation('payments', route).parameters?.some(
        ({ name, required }) => name === 'Idempotency-Key' && required,
      ) ?? false;
    expect(withKey('POST /v1/accounts')).toBe(true);
    expect(withKey('GET /v1/accounts/{payer}')).toBe(false);
  });

  it('says the fields of a query, with limits and defaults', () => {
    const limit = operation('registration', 'GET /v1/goods-declarations').parameters?.find(
      ({ name }) => name === 'limit',
    );
    expect(limit).toEqual({
      name: 'limit',
      in: 'query',
      required: false,
      schema: { type: 'integer', minimum: 1, maximum: 200, default: 50 },
    });
  });

  it('has every operation of a service in the one document of the gateway, save what each service has', () => {
    const open = new Set(operationsOf('gateway').map(([route]) => route));
    const ofEachService = / \/v1\/(work-items|reasons)(\/|$)/;
    const closed = consumerGroups
      .filter((name) => name !== 'gateway')
      .flatMap((name) => operationsOf(name).map(([route]) => `${name}: ${route}`))
      .filter((route) => !ofEachService.test(route) && !open.has(route.slice(route.indexOf(' ') + 1)));
    expect(closed).toEqual([]);
  });

  it('has the bodies of every service in the one document of the gateway', () => {
    const { paths, components } = documentOf('gateway');
    expect(components.schemas['registration.GoodsDeclarationDto']?.properties).toHaveProperty('items');
    expect(paths['/v1/goods-declarations']?.post?.requestBody?.content['application/json']?.schema.$ref).toBe(
      '#/components/schemas/registration.GoodsDeclarationDto',
    );
  });
});

function declarationWith(changes: Record<string, unknown>): object {
  return importDeclaration({ arrivalNoticeNumber: '55302/070326/A000001', changes });
}

/** A missing field is named by its object in JSON Schema and by itself in a reason. */
function near(pointer: string, field: string): boolean {
  return pointer === field || pointer.startsWith(`${field}/`) || field.startsWith(`${pointer}/`);
}

interface PublishedReason {
  code: string;
  article: Record<string, unknown>;
  text: Record<'en' | 'ru' | 'kk', string>;
  cure: Record<'en' | 'ru' | 'kk', string>;
}

describe('the published reasons of all services', () => {
  const CYRILLIC = /[А-Яа-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі]/;
  let reasons: PublishedReason[];

  beforeAll(async () => {
    const token = await place.token({ subject: 'reader', roles: ['AUDITOR'], posts: ['55302'] });
    const { body } = await place.get<{ reasons: PublishedReason[]; missing: string[] }>(
      'gateway',
      '/v1/reasons',
      token,
    );
    expect(body.missing).toEqual([]);
    reasons = body.reasons;
  });

  function faulty(fault: (reason: PublishedReason) => boolean): string[] {
    return reasons.filter(fault).map(({ code }) => code);
  }

  it('are many, each with its article', () => {
    expect(reasons.length).toBeGreaterThan(200);
    expect(new Set(reasons.map(({ code }) => code)).size).toBe(reasons.length);
    expect(faulty(({ article }) => Object.keys(article).length === 0)).toEqual([]);
  });

  it('have no empty sentence and no empty cure in any language', () => {
    expect(
      faulty(({ text, cure }) =>
        [text, cure].some((said) =>
          (['en', 'ru', 'kk'] as const).some((language) => !said[language]?.trim()),
        ),
      ),
    ).toEqual([]);
  });

  it('speak Russian and Kazakh in Cyrillic letters', () => {
    expect(
      faulty(({ text, cure }) => [text, cure].some(({ ru, kk }) => !CYRILLIC.test(ru) || !CYRILLIC.test(kk))),
    ).toEqual([]);
  });

  it('speak Kazakh that is not the Russian sentence, and English without Cyrillic letters', () => {
    expect(faulty(({ text, cure }) => text.kk === text.ru || cure.kk === cure.ru)).toEqual([]);
    expect(faulty(({ text, cure }) => CYRILLIC.test(text.en) || CYRILLIC.test(cure.en))).toEqual([]);
  });
});

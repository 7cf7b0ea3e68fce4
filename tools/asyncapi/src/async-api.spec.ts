import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { parse } from 'yaml';
import {
  consumerGroups,
  create,
  GoodsReleasedSchema,
  LiabilityCoveredSchema,
  PaymentConfirmationSchema,
  routedMessages,
  timestampOf,
  toJson,
  topics,
} from '@shekara/contracts';
import type { asyncApi } from './async-api.js';
import { participationsIn } from './participants.js';
import { documentsOf } from './repository.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));

type Document = ReturnType<typeof asyncApi>;

const written = documentsOf(root);
const document = parse(written.get('proto/asyncapi.yaml') ?? '') as Document;

function validator(): Ajv {
  const ajv = new Ajv({ strict: false, allErrors: true });
  formats.default(ajv);
  return ajv;
}

/** The published schema of AsyncAPI 3.0; its own copy of draft 7 gives way to the one that the validator has. */
function asyncApiSchema(): object {
  const path = createRequire(import.meta.url).resolve('@asyncapi/specs/schemas/3.0.0.json');
  const schema = JSON.parse(readFileSync(path, 'utf8')) as { definitions: Record<string, unknown> };
  const { ['http://json-schema.org/draft-07/schema']: _draft7, ...definitions } = schema.definitions;
  return { ...schema, definitions };
}

describe('the AsyncAPI document', () => {
  it('is valid AsyncAPI 3', () => {
    const check = validator().compile(asyncApiSchema());
    check(document);
    expect(check.errors ?? []).toEqual([]);
    expect(check({ ...document, channels: { wrong: { address: 5 } } })).toBe(false);
  });

  it('refers to what it has', () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(
      ([, path = '']) => path,
    );
    const missing = references.filter(
      (path) => path.split('/').reduce<unknown>(memberOf, document) === undefined,
    );
    expect(missing).toEqual([]);
    expect(references.length).toBeGreaterThan(100);
  });

  it.each(['proto/asyncapi.yaml', 'proto/README.md'])('%s is what `npm run asyncapi` writes', (path) => {
    expect(readFileSync(join(root, path), 'utf8')).toBe(written.get(path));
  });

  it('has every topic and every message, with the words of proto/', () => {
    expect(Object.keys(document.channels).sort()).toEqual(topics.map(({ name }) => name).sort());
    expect(Object.keys(document.components.messages).sort()).toEqual(
      routedMessages.map(({ typeName }) => typeName).sort(),
    );
    expect(document.components.messages['shekara.bank.v1.PaymentConfirmation']?.summary).toContain(
      'art. 138',
    );
  });

  it.each([
    [
      GoodsReleasedSchema.typeName,
      toJson(GoodsReleasedSchema, create(GoodsReleasedSchema, { decidedAt: timestampOf(new Date(0)) })),
    ],
    [
      LiabilityCoveredSchema.typeName,
      toJson(
        LiabilityCoveredSchema,
        create(LiabilityCoveredSchema, {
          covers: [{ paymentKind: 'VAT', source: 'MONEY', amount: { tiyn: 12_00n } }],
          coveredAt: timestampOf(new Date(0)),
        }),
      ),
    ],
    [
      PaymentConfirmationSchema.typeName,
      toJson(PaymentConfirmationSchema, create(PaymentConfirmationSchema, { advance: true, amount: '1.00' })),
    ],
  ])('describes the canonical JSON of %s', (typeName, json) => {
    const ajv = validator();
    ajv.addSchema({ $id: 'document', ...document });
    const check = ajv.compile({ $ref: `document#/components/schemas/${typeName}` });
    check(json);
    expect(check.errors ?? []).toEqual([]);
    expect(check([json])).toBe(false);
  });
});

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

describe('who sends and receives', () => {
  it('is in the sources: what is published, handled and put into queues', () => {
    const told = participationsIn(
      [
        {
          name: 'risk',
          texts: [
            'outbox.publish(\n work,\n RiskEvaluatedSchema, {})',
            '@OnMessages(GoodsReleasedSchema)',
            'workItems.open(work',
          ],
        },
        { name: 'gateway', texts: ['@OnMessages(EVERY_MESSAGE)'] },
      ],
      { name: 'work-items', texts: ['this.outbox.publish(work, WorkItemChangedSchema, {'] },
    );
    expect(told).toEqual([
      {
        name: 'risk',
        sends: ['shekara.risk.v1.RiskEvaluated', 'shekara.work.v1.WorkItemChanged'],
        receives: ['shekara.registration.v1.GoodsReleased'],
      },
      { name: 'gateway', sends: [], receives: routedMessages.map(({ typeName }) => typeName) },
      {
        name: 'bank',
        sends: [
          'shekara.bank.v1.BankOrderAcknowledged',
          'shekara.bank.v1.BankOrderExecuted',
          'shekara.bank.v1.BankOrderRefused',
          'shekara.bank.v1.PaymentConfirmation',
        ],
        receives: ['shekara.bank.v1.BankOrder'],
      },
      { name: 'treasury', sends: ['shekara.bank.v1.TreasuryDailyReport'], receives: [] },
    ]);
  });

  it('refuses a message that is not in the contracts', () => {
    expect(() =>
      participationsIn([{ name: 'risk', texts: ['@OnMessage(GoodsLostSchema)'] }], {
        name: 'work-items',
        texts: [],
      }),
    ).toThrow('GoodsLost');
  });

  it('names every service, and a sender of every message that somebody handles, but for commands nobody sends yet', () => {
    const operations = Object.values(document.operations);
    const who = (action: string) =>
      new Set(
        operations
          .filter((operation) => operation.action === action)
          .flatMap(({ tags }) => tags.map(({ name }) => name)),
      );
    expect([...who('receive'), ...who('send')]).toEqual(expect.arrayContaining([...consumerGroups]));
    const sent = new Set(
      operations
        .filter(({ action }) => action === 'send')
        .flatMap(({ messages }) => messages.map(({ $ref }) => $ref)),
    );
    const handled = operations
      .filter(({ action, tags }) => action === 'receive' && tags[0]?.name !== 'gateway')
      .flatMap(({ messages }) => messages.map(({ $ref }) => $ref));
    const isCommand = (message: string) => message.includes('.commands.v1/');
    expect(handled.filter((message) => !sent.has(message) && !isCommand(message))).toEqual([]);
  });
});

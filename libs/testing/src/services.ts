/** Services under test: any number of them in this process, on real PostgreSQL and Kafka, with tokens and messages. */
import { randomUUID } from 'node:crypto';
import { Kafka, type KafkaMessage, logLevel, type Producer } from 'kafkajs';
import { type DevelopmentClaims, type DevelopmentIssuer, startDevelopmentIssuer } from '@shekara/auth';
import {
  create,
  type DescMessage,
  fromBinary,
  type MessageInitShape,
  type MessageShape,
  routeOf,
  type ServiceName,
  toBinary,
  topics,
} from '@shekara/contracts';
import { type Clock, type VirtualClock } from '@shekara/kernel';
import { KafkaBatchServer, KafkaConnection } from '@shekara/messaging';
import { migrate } from '@shekara/persistence';
import { bootstrap, migrationsOf, type RunningService, type ServiceDefinition } from '@shekara/service-kit';
import { type ClonedDatabase, cloneDatabase, templateKeyOf } from './databases.js';
import { topicPrefix } from './topics.js';

export interface ServicesOptions {
  readonly services: readonly ServiceDefinition[];
  /** Where time stands at first; it moves only when told. Real time without one. */
  readonly clock?: VirtualClock;
}

/** An answer over HTTP. */
export interface HttpAnswer<Body> {
  readonly status: number;
  readonly body: Body;
  readonly contentType: string;
}

/** A message as another service reads it. */
export interface SeenMessage {
  readonly topic: string;
  readonly key: string;
  readonly type: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly value: Buffer;
}

export interface SendOptions {
  readonly id?: string;
  readonly caseId?: string;
  readonly at?: Date;
}

/** Records of one request: below the megabyte that a broker takes. */
const BULK = 1_000;
const SYSTEM: Clock = { now: () => new Date() };

export class ServicesUnderTest {
  private readonly databases = new Map<string, ClonedDatabase>();
  private readonly running = new Map<string, RunningService>();
  private readonly seen: SeenMessage[] = [];
  private readonly parked: SeenMessage[] = [];
  private readonly closing: (() => Promise<unknown>)[] = [];
  private issuer: DevelopmentIssuer | undefined;
  private producer: Producer | undefined;
  readonly prefix = topicPrefix();

  private constructor(
    private readonly brokers: readonly string[],
    private readonly clock: Clock,
  ) {}

  /** Starts the services side by side; each has a database and all share topics that nobody else sees. */
  static async start({ services, clock }: ServicesOptions): Promise<ServicesUnderTest> {
    const brokers = environment('KAFKA_BROKERS').split(',');
    const place = new ServicesUnderTest(brokers, clock ?? SYSTEM);
    try {
      await place.open(services);
    } catch (error) {
      await place.stop();
      throw error;
    }
    return place;
  }

  private async open(services: readonly ServiceDefinition[]): Promise<void> {
    const issuer = await startDevelopmentIssuer({ clock: this.clock });
    this.issuer = issuer;
    const connection = new KafkaConnection(
      { brokers: this.brokers, topicPrefix: this.prefix },
      'testing',
      () => undefined,
    );
    await connection.createCatalogueTopics();
    await this.watchMessages();
    await Promise.all(
      services.map(async (definition) => {
        const migrations = migrationsOf(definition);
        const database = await cloneDatabase(environment('POSTGRES_ADMIN_URL'), {
          service: definition.name,
          templateKey: templateKeyOf(migrations),
          migrate: (url) => migrate(url, migrations),
        });
        this.databases.set(definition.name, database);
        const service = await bootstrap(definition, {
          databaseUrl: database.url,
          kafkaBrokers: this.brokers,
          topicPrefix: this.prefix,
          oidcIssuer: issuer.url,
          oidcAudience: 'shekara',
          host: '127.0.0.1',
          port: 0,
          logLevel: (process.env.TEST_LOG_LEVEL ?? 'fatal') as 'fatal',
          clock: this.clock,
        });
        this.running.set(definition.name, service);
        await service.app.get(KafkaBatchServer).reading();
      }),
    );
  }

  private async watchMessages(): Promise<void> {
    const kafka = new Kafka({ clientId: 'watcher', brokers: [...this.brokers], logLevel: logLevel.NOTHING });
    const producer = kafka.producer({ allowAutoTopicCreation: false });
    await producer.connect();
    this.producer = producer;
    this.closing.push(() => producer.disconnect());
    const consumer = kafka.consumer({ groupId: `${this.prefix}watcher`, maxWaitTimeInMs: 100 });
    await consumer.connect();
    this.closing.push(() => consumer.disconnect());
    await consumer.subscribe({ topics: topics.map(({ name }) => this.prefix + name), fromBeginning: true });
    await consumer.run({
      eachMessage: async ({ topic, message }) => {
        this.seen.push(this.read(topic, message));
      },
    });
  }

  private read(topic: string, message: KafkaMessage): SeenMessage {
    const headers = Object.fromEntries(
      Object.entries(message.headers ?? {}).map(([name, value]) => [name, String(value)]),
    );
    return {
      topic: topic.slice(this.prefix.length),
      key: message.key?.toString() ?? '',
      type: headers.ce_type ?? '',
      headers,
      value: message.value ?? Buffer.alloc(0),
    };
  }

  /** The running service. @throws Error when it was not started here. */
  service(name: ServiceName): RunningService {
    const service = this.running.get(name);
    if (!service) throw new Error(`${name} is not under test`);
    return service;
  }

  /** The address of a service's database as its owner, who may do what the service at run time may not. */
  databaseUrl(name: ServiceName): string {
    const database = this.databases.get(name);
    if (!database) throw new Error(`${name} is not under test`);
    return database.url;
  }

  /** A token of the development issuer. */
  token(claims: DevelopmentClaims): Promise<string> {
    if (!this.issuer) throw new Error('no issuer');
    return this.issuer.issueToken(claims);
  }

  /** POST with an Idempotency-Key (a new one unless given). */
  post<Body = Record<string, unknown>>(
    name: ServiceName,
    path: string,
    body: unknown,
    token?: string,
    idempotencyKey: string = randomUUID(),
  ): Promise<HttpAnswer<Body>> {
    return this.request(name, path, token, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', 'idempotency-key': idempotencyKey },
    });
  }

  get<Body = Record<string, unknown>>(
    name: ServiceName,
    path: string,
    token?: string,
  ): Promise<HttpAnswer<Body>> {
    return this.request(name, path, token, { method: 'GET', headers: {} });
  }

  private async request<Body>(
    name: ServiceName,
    path: string,
    token: string | undefined,
    init: { method: string; body?: string; headers: Record<string, string> },
  ): Promise<HttpAnswer<Body>> {
    const response = await fetch(this.service(name).url + path, {
      ...init,
      headers: { ...init.headers, ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) },
    });
    const text = await response.text();
    return {
      status: response.status,
      body: (text === '' ? null : JSON.parse(text)) as Body,
      contentType: response.headers.get('content-type') ?? '',
    };
  }

  /** Publishes a message as another service would. */
  async send<Desc extends DescMessage>(
    schema: Desc,
    message: MessageInitShape<Desc>,
    options: SendOptions = {},
  ): Promise<void> {
    const route = routeOf(schema.typeName);
    const value = create(schema, message);
    const caseId = options.caseId ?? String((value as unknown as Record<string, unknown>).caseId ?? '');
    await this.sendRaw(route.topic, Buffer.from(toBinary(schema, value)), {
      key: String((value as unknown as Record<string, unknown>)[route.keyField]),
      headers: {
        ce_specversion: '1.0',
        ce_id: options.id ?? randomUUID(),
        ce_type: schema.typeName,
        ce_source: '/shekara/test',
        ce_time: (options.at ?? this.clock.now()).toISOString(),
        'content-type': 'application/protobuf',
        correlationid: caseId,
      },
    });
  }

  /** Publishes any bytes, as a foreign client may. */
  async sendRaw(
    topic: string,
    value: Buffer,
    { key = randomUUID(), headers = {} }: { key?: string; headers?: Record<string, string> } = {},
  ): Promise<void> {
    await this.sendBulk(topic, [{ key, value, headers }]);
  }

  /** Publishes many records at once: far faster than one by one. Each needs a key; headers as with `sendRaw`. */
  async sendBulk(
    topic: string,
    records: readonly { key: string; value: Buffer; headers?: Record<string, string> }[],
  ): Promise<void> {
    for (let from = 0; from < records.length; from += BULK) {
      await this.producer?.send({ topic: this.prefix + topic, messages: records.slice(from, from + BULK) });
    }
  }

  /** Messages of one type seen so far, in the order of their arrival. */
  messages<Desc extends DescMessage>(schema: Desc): MessageShape<Desc>[] {
    return this.seen
      .filter((message) => message.type === schema.typeName)
      .map((message) => fromBinary(schema, message.value));
  }

  /** Everything seen on the catalogue's topics so far. */
  allMessages(): readonly SeenMessage[] {
    return this.seen;
  }

  /** From now on `deadLetters` knows what the services park, and what they parked before. */
  async watchDeadLetters(): Promise<void> {
    const kafka = new Kafka({ clientId: 'watcher', brokers: [...this.brokers], logLevel: logLevel.NOTHING });
    const consumer = kafka.consumer({ groupId: `${this.prefix}dead-letters`, maxWaitTimeInMs: 100 });
    await consumer.connect();
    this.closing.push(() => consumer.disconnect());
    await consumer.subscribe({ topics: [new RegExp(`^${this.prefix}.*\\.dead$`)], fromBeginning: true });
    await consumer.run({
      eachMessage: async ({ topic, message }) => {
        this.parked.push(this.read(topic, message));
      },
    });
  }

  /** Messages that services parked; headers `dead_topic`, `dead_group` and `dead_error` say whose and why. */
  deadLetters(): readonly SeenMessage[] {
    return this.parked;
  }

  /** Stops services, watcher and issuer and drops the databases; safe to call after a failed start. */
  async stop(): Promise<void> {
    const stopping = [...this.running.values()].map((service) => service.stop());
    const outcomes: PromiseSettledResult<unknown>[] = await Promise.allSettled(stopping);
    outcomes.push(...(await Promise.allSettled(this.closing.map((close) => close()))));
    if (this.issuer) outcomes.push(...(await Promise.allSettled([this.issuer.stop()])));
    const databases = [...this.databases.values()];
    outcomes.push(...(await Promise.allSettled(databases.map((database) => database.drop()))));
    const failed = outcomes.find((outcome) => outcome.status === 'rejected');
    if (failed) throw failed.reason;
  }
}

function environment(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run through jest's project "services"`);
  return value;
}

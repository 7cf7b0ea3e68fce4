/** Starts a service: configuration, wiring of the spine around its slices, HTTP, messages, graceful stop. */
import { type DynamicModule, Logger, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AuthModule } from '@shekara/auth';
import type { ServiceName } from '@shekara/contracts';
import { CreateDeadlines1764000000200, DeadlinesModule } from '@shekara/deadlines';
import {
  CreateOutboxAndInbox1764000000100,
  kafkaAccess,
  KafkaBatchServer,
  MessagingModule,
  ShardOutbox1764000000150,
} from '@shekara/messaging';
import { createLogger, HealthChecks, ObservabilityModule } from '@shekara/observability';
import {
  DataSource,
  migrate,
  type Migration,
  PersistenceModule,
  persistenceMigrations,
} from '@shekara/persistence';
import { CreateWorkItems1764000000300, WorkItemsModule } from '@shekara/work-items';
import { Commands } from './commands.js';
import { keepAnswersFor } from './answers-retention.js';
import { refuseCommandsUnderPressure } from './back-pressure.js';
import { CreateAnswers1764000000400 } from './migrations/1764000000400-answers.js';
import { IndexAnswersByTime1764000000450 } from './migrations/1764000000450-answers-by-time.js';
import { type OpenApiOfService, serveOpenApi } from './open-api.js';
import { ProblemFilter } from './problem.filter.js';
import { ReasonsController } from './reasons.controller.js';
import { type ServiceSettings, settingsFromEnvironment } from './settings.js';
import { spineLimits } from './spine-limits.js';
import { edgeValidation } from './validation.js';
import { WorkItemsController } from './work-items.controller.js';

/** A service as its app describes it. */
export interface ServiceDefinition {
  readonly name: ServiceName;
  /** What the service decides; one line of its OpenAPI document. */
  readonly title: string;
  readonly module: Type;
  /** Migrations of its slices; those of the spine come first by themselves. */
  readonly migrations: readonly Migration[];
  /** Routes of the spine that the service answers itself and that are therefore left out. */
  readonly replaces?: readonly SpineRoutes[];
  /** What `GET /openapi.json` answers, made of the service's own document; that document itself unless given. */
  readonly openApi?: OpenApiOfService;
}

/** `v1/reasons` and `v1/work-items`, which every service has from the spine. */
export type SpineRoutes = keyof typeof SPINE_CONTROLLERS;

const SPINE_CONTROLLERS = { reasons: ReasonsController, 'work-items': WorkItemsController };

function spineControllers(definition: ServiceDefinition): Type[] {
  const replaced = new Set<string>(definition.replaces ?? []);
  return Object.entries(SPINE_CONTROLLERS).flatMap(([routes, controller]) =>
    replaced.has(routes) ? [] : [controller],
  );
}

export interface RunningService {
  readonly name: ServiceName;
  readonly url: string;
  readonly app: NestFastifyApplication;
  /** Finishes requests, messages and the outbox under way, then stops. */
  stop(): Promise<void>;
}

/** Largest request body: a declaration of 999 items takes about 1 MiB. */
const BODY_LIMIT = 4 * 1024 * 1024;

/** Every migration of a service, the spine's first. */
export function migrationsOf(definition: ServiceDefinition): Migration[] {
  return [
    ...persistenceMigrations,
    CreateOutboxAndInbox1764000000100,
    ShardOutbox1764000000150,
    CreateDeadlines1764000000200,
    CreateWorkItems1764000000300,
    CreateAnswers1764000000400,
    IndexAnswersByTime1764000000450,
    ...definition.migrations,
  ];
}

class ServiceRoot {}

function rootModule(definition: ServiceDefinition, settings: ServiceSettings): DynamicModule {
  return {
    module: ServiceRoot,
    global: true,
    imports: [
      ObservabilityModule.register({
        service: definition.name,
        version: process.env.npm_package_version ?? '0',
      }),
      PersistenceModule.register({ databaseUrl: settings.databaseUrl, clock: settings.clock }),
      MessagingModule.register({
        service: definition.name,
        databaseUrl: settings.databaseUrl,
        brokers: settings.kafkaBrokers,
        topicPrefix: settings.topicPrefix,
        ...kafkaAccess(),
        ...spineLimits(),
      }),
      AuthModule.register({
        issuer: settings.oidcIssuer,
        audience: settings.oidcAudience,
        clock: settings.clock,
      }),
      DeadlinesModule,
      WorkItemsModule.register(definition.name),
      definition.module,
    ],
    controllers: spineControllers(definition),
    providers: [Commands],
    exports: [Commands],
  };
}

/** Migrates the database, then starts the service. Stops by itself on SIGTERM and SIGINT. */
export async function bootstrap(
  definition: ServiceDefinition,
  given: ServiceSettings = settingsFromEnvironment(definition.name),
): Promise<RunningService> {
  const { runtimeUrl, runtimeRole } = await migrate(given.databaseUrl, migrationsOf(definition));
  const settings = { ...given, databaseUrl: runtimeUrl };
  const app = await NestFactory.create<NestFastifyApplication>(
    rootModule(definition, settings),
    new FastifyAdapter({ bodyLimit: BODY_LIMIT, trustProxy: false }),
    {
      logger: createLogger(definition.name, settings.logLevel),
      abortOnError: false,
      forceCloseConnections: true,
    },
  );
  if (runtimeRole === undefined)
    new Logger('Database').warn('no role of run time: only triggers protect the history');
  app.useGlobalFilters(new ProblemFilter());
  refuseCommandsUnderPressure(app);
  keepAnswersFor(app, spineLimits().keepDays.answers);
  app.useGlobalPipes(edgeValidation());
  serveOpenApi(app, definition);
  app.connectMicroservice({ strategy: app.get(KafkaBatchServer) }, { inheritAppConfig: false });
  const dataSource = app.get(DataSource);
  const messages = app.get(KafkaBatchServer);
  app.get(HealthChecks).add('messages', () => messages.check());
  app.get(HealthChecks).add('database', async () => {
    await dataSource.query('SELECT 1');
  });
  app.enableShutdownHooks(['SIGTERM', 'SIGINT']);
  await app.startAllMicroservices();
  await app.listen(settings.port, settings.host);
  return { name: definition.name, url: await app.getUrl(), app, stop: () => app.close() };
}

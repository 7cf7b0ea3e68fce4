import {
  type DynamicModule,
  Inject,
  Injectable,
  Logger,
  Module,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { Tracing } from '@shekara/observability';
import { DataSource, UnitOfWork } from '@shekara/persistence';
import { KafkaBatchServer } from './kafka-batch.server.js';
import { KafkaConnection, type KafkaSettings } from './kafka-connection.js';
import { MessagingMetrics } from './messaging-metrics.js';
import { Outbox } from './outbox.js';
import { Partitions } from './partitions.js';
import { Relay } from './relay.js';

export interface MessagingOptions extends KafkaSettings {
  readonly service: string;
  readonly databaseUrl: string;
}

/** Starts the relay with the application and stops it after the last request and message are done. */
@Injectable()
class RelayLifecycle implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor(
    @Inject(Relay) private readonly relay: Relay,
    @Inject(Partitions) private readonly partitions: Partitions,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.partitions.ensure();
    await this.relay.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.relay.stop();
  }
}

@Module({})
export class MessagingModule {
  static register(options: MessagingOptions): DynamicModule {
    const logger = new Logger('Kafka');
    return {
      module: MessagingModule,
      global: true,
      providers: [
        MessagingMetrics,
        {
          provide: KafkaConnection,
          useFactory: () =>
            new KafkaConnection(options, options.service, (level, message, details) =>
              logger[level](message, details),
            ),
        },
        {
          provide: Relay,
          inject: [KafkaConnection, MessagingMetrics],
          useFactory: (connection: KafkaConnection, metrics: MessagingMetrics) =>
            new Relay({
              databaseUrl: options.databaseUrl,
              connection,
              metrics,
              warn: (message, error) => logger.warn(message, error),
            }),
        },
        { provide: Outbox, inject: [Relay], useFactory: (relay: Relay) => new Outbox(options.service, relay.wake) },
        {
          provide: KafkaBatchServer,
          inject: [KafkaConnection, UnitOfWork, MessagingMetrics, Tracing],
          useFactory: (
            connection: KafkaConnection,
            unitOfWork: UnitOfWork,
            metrics: MessagingMetrics,
            tracing: Tracing,
          ) => new KafkaBatchServer({ service: options.service, connection, unitOfWork, metrics, tracing }),
        },
        { provide: Partitions, inject: [DataSource], useFactory: (source: DataSource) => new Partitions(source) },
        RelayLifecycle,
      ],
      exports: [Outbox, KafkaConnection, KafkaBatchServer],
    };
  }
}

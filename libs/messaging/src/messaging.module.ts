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
import type { Clock } from '@shekara/kernel';
import { CLOCK, DataSource, UnitOfWork } from '@shekara/persistence';
import { KafkaBatchServer } from './kafka-batch.server.js';
import { KafkaConnection } from './kafka-connection.js';
import type { KafkaSettings } from './kafka-settings.js';
import { MessagingMetrics } from './messaging-metrics.js';
import { Maintenance } from './maintenance.js';
import { Outbox } from './outbox.js';
import { OutboxPressure } from './outbox-pressure.js';
import { Partitions } from './partitions.js';
import { Relay } from './relay.js';

export interface MessagingOptions extends KafkaSettings {
  readonly service: string;
  readonly databaseUrl: string;
  /** Rows that may wait in the outbox before the service takes no more work. */
  readonly outboxLimit: number;
  /** Days for which published rows stay in the outbox, and for which messages are remembered in the inbox. */
  readonly keepDays: { readonly outbox: number; readonly inbox: number };
}

/** Starts relay and maintenance with the application; stops them after the last request and message are done. */
@Injectable()
class RelayLifecycle implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('Outbox');

  constructor(
    @Inject(Relay) private readonly relay: Relay,
    @Inject(Partitions) private readonly partitions: Partitions,
    @Inject(Maintenance) private readonly maintenance: Maintenance,
    @Inject(OutboxPressure) private readonly pressure: OutboxPressure,
    @Inject(MessagingMetrics) private readonly metrics: MessagingMetrics,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.metrics.outboxWaiting(() => this.pressure.waiting());
    // Without a partition rows go to the default one: a reason to say so, not to stay away.
    await this.partitions.ensure(this.clock.now()).catch((error: unknown) => {
      this.logger.warn('partitions could not be made, will retry', error);
    });
    this.maintenance.add({ name: 'partitions ahead', run: (now) => this.partitions.ensure(now) });
    this.maintenance.add({ name: 'old partitions', run: (now) => this.partitions.dropOld(now) });
    this.maintenance.start();
    this.relay.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.maintenance.stop();
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
        {
          provide: Outbox,
          inject: [Relay],
          useFactory: (relay: Relay) => new Outbox(options.service, relay.wake),
        },
        {
          provide: KafkaBatchServer,
          inject: [KafkaConnection, UnitOfWork, MessagingMetrics, Tracing, OutboxPressure],
          useFactory: (
            connection: KafkaConnection,
            unitOfWork: UnitOfWork,
            metrics: MessagingMetrics,
            tracing: Tracing,
            pressure: OutboxPressure,
          ) =>
            new KafkaBatchServer({
              service: options.service,
              connection,
              unitOfWork,
              metrics,
              tracing,
              pressure,
            }),
        },
        {
          provide: Partitions,
          inject: [DataSource],
          useFactory: (source: DataSource) => new Partitions(source, options.keepDays),
        },
        {
          provide: OutboxPressure,
          inject: [DataSource],
          useFactory: (source: DataSource) => new OutboxPressure(source, options.outboxLimit),
        },
        {
          provide: Maintenance,
          inject: [DataSource, CLOCK],
          useFactory: (dataSource: DataSource, clock: Clock) =>
            new Maintenance({ dataSource, clock, warn: (message, error) => logger.warn(message, error) }),
        },
        RelayLifecycle,
      ],
      exports: [Outbox, OutboxPressure, Maintenance, Partitions, KafkaConnection, KafkaBatchServer],
    };
  }
}

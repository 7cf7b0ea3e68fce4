import {
  type DynamicModule,
  Inject,
  Module,
  type NestModule,
  type OnApplicationShutdown,
} from '@nestjs/common';
import type { SpanProcessor } from '@opentelemetry/sdk-trace-node';
import { HealthChecks } from './health-checks.js';
import { HealthController } from './health.controller.js';
import { HttpTelemetry } from './http-telemetry.js';
import { Metrics } from './metrics.js';
import { MetricsController } from './metrics.controller.js';
import { exportersOf, Tracing } from './tracing.js';

export interface ObservabilityOptions {
  readonly service: string;
  readonly version: string;
  /** Where spans go; by default where the environment says (OTEL_EXPORTER_OTLP_ENDPOINT), else nowhere. */
  readonly spanProcessors?: readonly SpanProcessor[];
}

/** Traces, metrics and health of one service, injectable everywhere in it: Tracing, Metrics, HealthChecks. */
@Module({})
export class ObservabilityModule implements NestModule, OnApplicationShutdown {
  constructor(
    @Inject(HttpTelemetry) private readonly http: HttpTelemetry,
    @Inject(Tracing) private readonly tracing: Tracing,
  ) {}

  static register({ service, version, spanProcessors }: ObservabilityOptions): DynamicModule {
    return {
      module: ObservabilityModule,
      global: true,
      controllers: [HealthController, MetricsController],
      providers: [
        {
          provide: Tracing,
          useFactory: async () =>
            new Tracing({
              service,
              version,
              spanProcessors: spanProcessors ?? (await exportersOf(process.env)),
            }),
        },
        { provide: Metrics, useFactory: () => new Metrics(service, version) },
        { provide: HealthChecks, useFactory: () => new HealthChecks() },
        HttpTelemetry,
      ],
      exports: [Tracing, Metrics, HealthChecks],
    };
  }

  configure(): void {
    this.http.install();
  }

  onApplicationShutdown(): Promise<void> {
    return this.tracing.stop();
  }
}

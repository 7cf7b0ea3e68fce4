/** Prometheus metrics of one service. The registry is the service's own, so several can live in one process. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, type Metric, Registry } from 'prom-client';

/** Seconds, from a cached answer to a slow report. */
const DURATION_BUCKETS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export class Metrics {
  private readonly registry = new Registry();

  constructor(service: string, version: string) {
    this.registry.setDefaultLabels({ service });
    collectDefaultMetrics({ register: this.registry });
    this.gauge('shekara_build_info', 'The version that runs; always 1.', ['version']).set({ version }, 1);
  }

  /** The counter of that name; made at the first call. Name it in Prometheus style: `shekara_outbox_sent_total`. */
  counter<Label extends string = never>(
    name: string,
    help: string,
    labelNames: readonly Label[] = [],
  ): Counter<Label> {
    return (
      this.existing(name, Counter<Label>) ??
      new Counter({ name, help, labelNames, registers: [this.registry] })
    );
  }

  /** @param collect called before each reading, to measure what nobody counts (a queue's length). */
  gauge<Label extends string = never>(
    name: string,
    help: string,
    labelNames: readonly Label[] = [],
    collect?: (gauge: Gauge<Label>) => void | Promise<void>,
  ): Gauge<Label> {
    const existing = this.existing(name, Gauge<Label>);
    if (existing) return existing;
    const gauge: Gauge<Label> = new Gauge({
      name,
      help,
      labelNames,
      registers: [this.registry],
      ...(collect ? { collect: () => collect(gauge) } : {}),
    });
    return gauge;
  }

  /** @param buckets upper bounds, in seconds for durations. */
  histogram<Label extends string = never>(
    name: string,
    help: string,
    labelNames: readonly Label[] = [],
    buckets: readonly number[] = DURATION_BUCKETS,
  ): Histogram<Label> {
    return (
      this.existing(name, Histogram<Label>) ??
      new Histogram({ name, help, labelNames, buckets: [...buckets], registers: [this.registry] })
    );
  }

  /** All metrics in the text format, and the content type that says so. */
  async exposition(): Promise<{ contentType: string; text: string }> {
    return { contentType: this.registry.contentType, text: await this.registry.metrics() };
  }

  /** @throws Error when the name belongs to a metric of another kind. */
  private existing<M extends Metric>(
    name: string,
    kind: abstract new (...args: never[]) => M,
  ): M | undefined {
    const metric = this.registry.getSingleMetric(name);
    if (metric === undefined) return undefined;
    if (!(metric instanceof kind)) throw new Error(`metric ${name} is of another kind`);
    return metric;
  }
}

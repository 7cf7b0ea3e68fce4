/** What the spine counts: messages fetched and published, handler time, retries, dead letters, unknown types. */
import { Inject, Injectable } from '@nestjs/common';
import { Metrics } from '@shekara/observability';

@Injectable()
export class MessagingMetrics {
  private readonly publishedTotal;
  private readonly relayFailuresTotal;
  private readonly lag;
  private readonly fetchedTotal;
  private readonly retriedTotal;
  private readonly deadTotal;
  private readonly unknownTotal;
  private readonly handlerSeconds;

  constructor(@Inject(Metrics) private readonly metrics: Metrics) {
    this.publishedTotal = metrics.counter(
      'shekara_messages_published_total',
      'Messages moved from the outbox to Kafka',
    );
    this.relayFailuresTotal = metrics.counter(
      'shekara_outbox_relay_failures_total',
      'Attempts of the relay that Kafka or the database refused',
    );
    this.lag = metrics.gauge(
      'shekara_consumer_lag',
      'Messages of a partition that this replica has not digested, when it last looked',
      ['topic', 'partition'],
    );
    this.fetchedTotal = metrics.counter('shekara_messages_fetched_total', 'Messages fetched from Kafka', [
      'topic',
    ]);
    this.retriedTotal = metrics.counter(
      'shekara_messages_retried_total',
      'Attempts interrupted by a broken machine',
      ['topic'],
    );
    this.deadTotal = metrics.counter('shekara_messages_dead_total', 'Messages parked as dead letters', [
      'topic',
    ]);
    this.unknownTotal = metrics.counter(
      'shekara_messages_unknown_total',
      'Messages of a type that this version does not know, skipped',
      ['topic'],
    );
    this.handlerSeconds = metrics.histogram(
      'shekara_message_handler_seconds',
      'Time from decoding a message to the commit of its effect',
      ['topic'],
    );
  }

  /** Measures, whenever metrics are read, how many rows wait in the outbox. */
  outboxWaiting(waiting: () => Promise<number>): void {
    this.metrics.gauge('shekara_outbox_waiting', 'Messages that wait in the outbox', [], async (gauge) => {
      gauge.set(await waiting());
    });
  }

  relayFailed(): void {
    this.relayFailuresTotal.inc();
  }

  lagging(topic: string, partition: number, messages: number): void {
    this.lag.set({ topic, partition: String(partition) }, messages);
  }

  /** Partitions that went to another replica are no longer this one's to measure. */
  forgetLags(): void {
    this.lag.reset();
  }

  published(count: number): void {
    this.publishedTotal.inc(count);
  }

  fetched(topic: string, count: number): void {
    this.fetchedTotal.inc({ topic }, count);
  }

  retried(topic: string): void {
    this.retriedTotal.inc({ topic });
  }

  parked(topic: string): void {
    this.deadTotal.inc({ topic });
  }

  unknown(topic: string): void {
    this.unknownTotal.inc({ topic });
  }

  /** Times what so many messages of a topic share, whether it succeeds or not; each is given its part. */
  async timed<T>(topic: string, messages: number, task: () => Promise<T>): Promise<T> {
    const begun = performance.now();
    try {
      return await task();
    } finally {
      const seconds = (performance.now() - begun) / 1_000 / messages;
      const histogram = this.handlerSeconds.labels({ topic });
      for (let each = 0; each < messages; each += 1) histogram.observe(seconds);
    }
  }
}

/**
 * A producer that is given up after a failure. Nobody knows then what the brokers took; the same producer would number
 * its next batch like the failed one, and a broker that had taken that would throw the next away as its copy. A new
 * producer has numbers of its own: what was taken twice, inboxes drop.
 */
import type { Producer, ProducerBatch } from 'kafkajs';
import type { KafkaConnection } from './kafka-connection.js';
import { within } from './within.js';

/** A broker that is away is not waited for when a producer closes. */
const CLOSE_WITHIN_MS = 3_000;

export class RenewedProducer {
  private current: Promise<Producer> | undefined;

  constructor(private readonly connection: KafkaConnection) {}

  /** @throws within seconds when the brokers do not take it. */
  async send(batch: ProducerBatch): Promise<void> {
    const connected = (this.current ??= this.connect());
    try {
      await (await connected).sendBatch(batch);
    } catch (error) {
      if (this.current === connected) await this.close();
      throw error;
    }
  }

  /** Lets go of the connections; a later send makes new ones. */
  async close(): Promise<void> {
    const closing = this.current;
    this.current = undefined;
    if (!closing) return;
    // What cannot be closed is given up: its failure was already told to the sender that met it.
    const closed = closing.then((producer) => producer.disconnect()).catch(() => undefined);
    await within(CLOSE_WITHIN_MS, closed);
  }

  private async connect(): Promise<Producer> {
    const producer = this.connection.producer();
    await producer.connect();
    return producer;
  }
}

/** Dead letters: what a group could not digest is parked with its error, never lost and never in the way. */
import type { IHeaders } from 'kafkajs';
import { deadLetterTopic } from '@shekara/contracts';
import type { KafkaConnection } from './kafka-connection.js';
import type { RenewedProducer } from './renewed-producer.js';

export interface DeadLetter {
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  /** Kafka's own time of the record, milliseconds. */
  readonly timestamp: string;
  readonly key: Buffer | null;
  readonly value: Buffer | null;
  readonly headers?: IHeaders;
}

const MAX_ERROR_LENGTH = 4_000;

export class DeadLetters {
  constructor(
    private readonly connection: KafkaConnection,
    private readonly producer: RenewedProducer,
    private readonly service: string,
  ) {}

  /** Parks a message as it came, with why. @throws when the broker does not take it: the message is then not passed. */
  async park(letter: DeadLetter, error: unknown, attempts: number): Promise<void> {
    const catalogueName = this.connection.catalogueName(letter.topic);
    const why = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const topic = this.connection.topicName(deadLetterTopic(catalogueName, this.service));
    const headers = {
      ...letter.headers,
      dead_topic: catalogueName,
      dead_partition: String(letter.partition),
      dead_offset: letter.offset,
      dead_time: letter.timestamp,
      dead_group: this.service,
      dead_attempts: String(attempts),
      dead_error: (error instanceof Error ? error.message : why).slice(0, MAX_ERROR_LENGTH),
      dead_stack: why.slice(0, MAX_ERROR_LENGTH),
    };
    const messages = [{ key: letter.key, value: letter.value, headers }];
    await this.producer.send({ acks: -1, topicMessages: [{ topic, messages }] });
  }
}

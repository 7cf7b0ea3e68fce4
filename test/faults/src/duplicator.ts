/** Delivers every message twice: whatever it reads it puts back on its partition later, shuffled among its neighbours. */
import type { Consumer, EachBatchPayload } from 'kafkajs';
import { topics } from '@shekara/contracts';
import type { Chance } from './chance.js';
import { COPY, type OnlookerKafka, ROUND, type Sender } from './kafka.js';
import { pause } from './pause.js';

const LATEST_MS = 1_500;

export class Duplicator {
  copies = 0;

  private constructor(
    private readonly consumer: Consumer,
    private readonly sender: Sender,
    private readonly chance: Chance,
  ) {}

  static async start(kafka: OnlookerKafka, chance: Chance): Promise<Duplicator> {
    const duplicator = new Duplicator(kafka.consumer('duplicator'), kafka.sender(), chance);
    await duplicator.consumer.connect();
    await duplicator.consumer.subscribe({ topics: topics.map(({ name }) => name), fromBeginning: true });
    await duplicator.consumer.run({
      partitionsConsumedConcurrently: 8,
      eachBatch: (payload) => duplicator.copy(payload),
    });
    return duplicator;
  }

  async stop(): Promise<void> {
    await this.consumer.disconnect();
    await this.sender.close();
  }

  /** Marked, so that a copy is not copied for ever; everything else about it is the original's. */
  private async copy({ batch }: EachBatchPayload): Promise<void> {
    const originals = batch.messages.filter(({ headers }) => headers?.[ROUND] === undefined);
    if (originals.length === 0) return;
    await pause(this.chance.between(0, LATEST_MS));
    await this.sender.send({
      topic: batch.topic,
      acks: -1,
      messages: this.chance.shuffled(originals).map(({ key, value, headers }) => ({
        key,
        value,
        headers: { ...headers, [ROUND]: COPY },
        partition: batch.partition,
      })),
    });
    this.copies += originals.length;
  }
}

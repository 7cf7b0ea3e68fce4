/**
 * One batch of one partition, the order inside each key kept. What goes in batches is digested many messages to a
 * transaction; when that fails, in halves, so that a failing message does not fail its neighbours. The rest has a
 * transaction a message, keys side by side.
 */
import type { EachBatchPayload, KafkaMessage } from 'kafkajs';
import { type Digestible, type Digestion, keyOf } from './digestion.js';
import { UnreadableMessage } from './envelope.js';
import { backOff, isTransient } from './failure.js';
import { inOrderOfKeys } from './key-order.js';

/** Keys of one batch that are worked on side by side: no more than the connection pool can carry. */
const PARALLEL_KEYS = 6;
/** Messages of one transaction at most: it holds its rows locked until its end. */
const TOGETHER = 1_000;
/** A message whose handler fails for another reason than a broken machine is parked after this many attempts. */
const MAX_ATTEMPTS = 3;

export type Park = (message: KafkaMessage, error: unknown, attempts: number) => Promise<void>;

export interface BatchOutcome {
  /** The machine that broke, when one did: the rest of the batch is to be fetched again. */
  readonly interruption: unknown;
  /** The offset behind what was digested without a gap. */
  readonly next: bigint;
}

/** Raised inside a batch when a broken machine stops it: what is done stays done. */
class Interrupted extends Error {}

/** A record and what was read of it. */
interface ReadRecord {
  readonly record: KafkaMessage;
  readonly read: Digestible;
}

export class BatchDigestion {
  private readonly done = new Set<string>();
  private interruption: unknown;

  constructor(
    private readonly payload: EachBatchPayload,
    /** The topic as the catalogue names it. */
    private readonly topic: string,
    private readonly digestion: Digestion,
    private readonly park: Park,
  ) {}

  /** Digests what it can, resolves the offsets that are done without a gap, and commits them. */
  async run(): Promise<BatchOutcome> {
    const { batch, resolveOffset, commitOffsetsIfNecessary } = this.payload;
    const groups = inOrderOfKeys(batch.messages, keyOf, (each) =>
      this.digestion.goesInBatches(this.topic, each),
    );
    let failed: PromiseRejectedResult | undefined;
    for (const { kind: inBatches, items } of groups) {
      const ends = await Promise.allSettled(inBatches ? [this.together(items)] : this.alone(items));
      failed ??= ends.find((end) => end.status === 'rejected');
      if (failed) break;
    }
    let next = BigInt(batch.firstOffset() ?? '0');
    for (const { offset } of batch.messages) {
      if (!this.done.has(offset)) break;
      resolveOffset(offset);
      next = BigInt(offset) + 1n;
    }
    if (failed) throw failed.reason;
    await commitOffsetsIfNecessary();
    return { interruption: this.interruption, next };
  }

  private get stopped(): boolean {
    return this.interruption !== undefined || !this.payload.isRunning() || this.payload.isStale();
  }

  /** Several messages to a transaction. */
  private async together(messages: readonly KafkaMessage[]): Promise<void> {
    for (let from = 0; from < messages.length; from += TOGETHER) {
      if (this.stopped) return;
      const readable: ReadRecord[] = [];
      const unreadable: KafkaMessage[] = [];
      for (const record of messages.slice(from, from + TOGETHER)) {
        try {
          const read = this.read(record);
          if (read) readable.push({ record, read });
          else this.done.add(record.offset);
        } catch {
          // Not hidden: read again below, where it is parked.
          unreadable.push(record);
        }
      }
      if (!(await this.digestTogether(readable))) return;
      for (const record of unreadable) if (!(await this.digest(record))) return;
    }
  }

  /** False when the batch is to be left. */
  private async digestTogether(messages: readonly ReadRecord[]): Promise<boolean> {
    if (this.stopped) return false;
    const [first, ...others] = messages;
    if (!first) return true;
    if (others.length === 0) return this.digest(first.record);
    try {
      await this.digestion.digest(messages.map(({ read }) => read));
    } catch (error) {
      if (isTransient(error)) {
        this.interruption ??= error;
        return false;
      }
      // Not hidden: the message that fails is found in one of the halves, and meets its failure again there.
      const half = Math.ceil(messages.length / 2);
      return (
        (await this.digestTogether(messages.slice(0, half))) && this.digestTogether(messages.slice(half))
      );
    }
    for (const { record } of messages) this.done.add(record.offset);
    await this.payload.heartbeat();
    return true;
  }

  /** A transaction a message, in some lanes side by side, a key in one of them. */
  private alone(messages: readonly KafkaMessage[]): Promise<void>[] {
    const queues = [...Map.groupBy(messages, keyOf).values()];
    const lane = async (): Promise<void> => {
      for (let queue = queues.shift(); queue; queue = queues.shift()) {
        for (const message of queue) if (!(await this.digest(message))) return;
      }
    };
    return Array.from({ length: PARALLEL_KEYS }, lane);
  }

  /** One message, digested or parked. False when the batch is to be left. */
  private async digest(message: KafkaMessage): Promise<boolean> {
    if (this.stopped) return false;
    try {
      await this.digestOrPark(message);
    } catch (error) {
      if (!(error instanceof Interrupted)) throw error;
      this.interruption ??= error.cause;
      return false;
    }
    this.done.add(message.offset);
    await this.payload.heartbeat();
    return true;
  }

  private read(message: KafkaMessage): Digestible | undefined {
    return this.digestion.read(this.topic, this.payload.batch.partition, message);
  }

  /** @throws Interrupted when a machine is broken. */
  private async digestOrPark(message: KafkaMessage): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        const read = this.read(message);
        if (read) await this.digestion.digest([read]);
        return;
      } catch (error) {
        if (isTransient(error)) throw new Interrupted(message.offset, { cause: error });
        if (error instanceof UnreadableMessage || attempt === MAX_ATTEMPTS)
          return this.parkOrStop(message, error, attempt);
      }
      const pause = backOff(attempt, Math.random());
      await new Promise((resolve) => setTimeout(resolve, pause));
      await this.payload.heartbeat();
    }
  }

  private async parkOrStop(message: KafkaMessage, error: unknown, attempts: number): Promise<void> {
    try {
      await this.park(message, error, attempts);
    } catch (cause) {
      throw new Interrupted(message.offset, { cause });
    }
  }
}

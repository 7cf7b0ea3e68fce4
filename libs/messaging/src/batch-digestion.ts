/**
 * One batch of one partition: keys side by side, order inside a key. Where handlers allow, what piles up is digested several
 * messages to a transaction; when that fails, one by one, so that a failing message does not fail its neighbours.
 */
import type { EachBatchPayload, KafkaMessage } from 'kafkajs';
import type { Digestible, Digestion } from './digestion.js';
import { UnreadableMessage } from './envelope.js';
import { backOff, isTransient } from './failure.js';

/** Keys of one batch that are worked on side by side: no more than the connection pool can carry. */
const PARALLEL_KEYS = 6;
/** Messages of one transaction at most: it holds its rows locked until its end. */
const TOGETHER = 20;
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
    const queues = [...Map.groupBy(batch.messages, (each) => each.key?.toString() ?? each.offset).values()];
    const shared = batch.messages.every((each) => this.digestion.shares(this.topic, each));
    const together = shared ? Math.min(TOGETHER, Math.ceil(batch.messages.length / PARALLEL_KEYS)) : 1;
    const worker = async (): Promise<void> => {
      for (let lane = take(queues, together); lane.length > 0; lane = take(queues, together)) {
        for (let from = 0; from < lane.length; from += together) {
          if (!(await this.digestTogether(lane.slice(from, from + together)))) return;
        }
      }
    };
    const ends = await Promise.allSettled(Array.from({ length: PARALLEL_KEYS }, worker));
    let next = BigInt(batch.firstOffset() ?? '0');
    for (const { offset } of batch.messages) {
      if (!this.done.has(offset)) break;
      resolveOffset(offset);
      next = BigInt(offset) + 1n;
    }
    const failed = ends.find((end) => end.status === 'rejected');
    if (failed) throw failed.reason;
    await commitOffsetsIfNecessary();
    return { interruption: this.interruption, next };
  }

  private get stopped(): boolean {
    return this.interruption !== undefined || !this.payload.isRunning() || this.payload.isStale();
  }

  /** False when the batch is to be left. */
  private async digestTogether(messages: readonly KafkaMessage[]): Promise<boolean> {
    if (this.stopped) return false;
    if (messages.length > 1 && (await this.inOneTransaction(messages))) {
      await this.payload.heartbeat();
      return true;
    }
    for (const message of messages) {
      if (this.stopped) return false;
      try {
        await this.digestAlone(message);
      } catch (error) {
        if (!(error instanceof Interrupted)) throw error;
        this.interruption ??= error.cause;
        return false;
      }
      this.done.add(message.offset);
      await this.payload.heartbeat();
    }
    return true;
  }

  /** False when one of them failed: then nothing has happened. */
  private async inOneTransaction(messages: readonly KafkaMessage[]): Promise<boolean> {
    try {
      const read = messages.flatMap((message) => this.read(message) ?? []);
      if (read.length > 0) await this.digestion.digest(read);
    } catch {
      // Not hidden: one by one, each message meets its own failure again.
      return false;
    }
    for (const { offset } of messages) this.done.add(offset);
    return true;
  }

  private read(message: KafkaMessage): Digestible | undefined {
    return this.digestion.read(this.topic, this.payload.batch.partition, message);
  }

  /** Digests one message or parks it. @throws Interrupted when a machine is broken. */
  private async digestAlone(message: KafkaMessage): Promise<void> {
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

/** Whole keys, until there are so many messages. */
function take(queues: KafkaMessage[][], wanted: number): KafkaMessage[] {
  const lane: KafkaMessage[] = [];
  while (lane.length < wanted) {
    const queue = queues.shift();
    if (!queue) break;
    lane.push(...queue);
  }
  return lane;
}

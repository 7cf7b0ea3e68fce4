/**
 * Fires legal terms that ran out, in order of their end, each in its own transaction with its effect, at least once.
 * A table and SKIP LOCKED instead of a job library: terms start, move and end inside the caller's transaction, follow a
 * virtual clock in tests, and stay readable as what they are for years.
 */
import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import type { Clock } from '@shekara/kernel';
import { CLOCK, UnitOfWork, type Work } from '@shekara/persistence';
import { type Deadline, deadlineKindOf } from './deadline.js';

type Handler = (deadline: Deadline, work: Work) => Promise<void>;

interface DueRow {
  id: string;
  kind: string;
  subject_id: string;
  case_id: string;
  article: string;
  started_at: Date;
  due_at: Date;
  term: unknown;
}

/** The runner looks at least this often; a term therefore fires within a second of its end. */
const LOOK_EVERY_MS = 500;
/** A term whose handler fails rests before its next attempt, so that it does not keep others waiting. */
const MAX_ATTEMPTS_AT_ONCE = 100;

@Injectable()
export class DeadlineRunner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(DeadlineRunner.name);
  private readonly handlers = new Map<string, Handler>();
  private running = false;
  private loop: Promise<void> = Promise.resolve();
  private wakeUp: (() => void) | undefined;

  constructor(
    @Inject(DiscoveryService) private readonly discovery: DiscoveryService,
    @Inject(MetadataScanner) private readonly scanner: MetadataScanner,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.findHandlers();
    this.running = true;
    this.loop = this.keepLooking();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.running = false;
    this.wakeUp?.();
    await this.loop;
  }

  /** A term with this end was committed: it may be over already. */
  expect(dueAt: Date): void {
    if (dueAt <= this.clock.now()) this.wakeUp?.();
  }

  private findHandlers(): void {
    for (const { instance } of [...this.discovery.getProviders(), ...this.discovery.getControllers()]) {
      if (typeof instance !== 'object' || instance === null) continue;
      const methods = instance as Record<string, unknown>;
      for (const name of this.scanner.getAllMethodNames(Object.getPrototypeOf(instance) as object)) {
        const method = methods[name];
        const kind = typeof method === 'function' ? deadlineKindOf(method) : undefined;
        if (kind === undefined || typeof method !== 'function') continue;
        if (this.handlers.has(kind)) throw new Error(`two handlers for deadline ${kind}`);
        this.handlers.set(kind, method.bind(instance) as Handler);
      }
    }
  }

  private async keepLooking(): Promise<void> {
    while (this.running) {
      try {
        await this.fireDue();
      } catch (error) {
        this.logger.warn('deadlines could not be read, will retry', error);
      }
      if (!this.running) return;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, LOOK_EVERY_MS);
        this.wakeUp = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  }

  /** Fires everything that is over now. Returns how many fired. */
  async fireDue(): Promise<number> {
    let fired = 0;
    const resting: string[] = [];
    while (resting.length < MAX_ATTEMPTS_AT_ONCE) {
      const outcome = await this.fireOne(resting);
      if (outcome === 'none') break;
      if (outcome === 'fired') fired += 1;
      else resting.push(outcome.failed);
    }
    return fired;
  }

  private async fireOne(resting: readonly string[]): Promise<'none' | 'fired' | { failed: string }> {
    let claimed: string | undefined;
    try {
      return await this.unitOfWork.run({ actor: 'system:deadlines' }, async (work) => {
        const [row] = await work.manager.query<DueRow[]>(
          `SELECT id, kind, subject_id, case_id, article, started_at, due_at, term FROM deadlines
            WHERE status = 'OPEN' AND due_at < $1 AND NOT id = ANY($2::uuid[])
            ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED`,
          [work.context.at, resting],
        );
        if (!row) return 'none';
        claimed = row.id;
        await work.manager.query(`UPDATE deadlines SET status = 'FIRED', closed_at = $2 WHERE id = $1`, [
          row.id,
          work.context.at,
        ]);
        const handler = this.handlers.get(row.kind);
        if (!handler) throw new Error(`no handler for deadline ${row.kind}`);
        await handler(deadlineOf(row), work);
        return 'fired';
      });
    } catch (error) {
      if (claimed === undefined) throw error;
      this.logger.error(`deadline ${claimed} failed, stays open`, error);
      return { failed: claimed };
    }
  }
}

function deadlineOf(row: DueRow): Deadline {
  return {
    id: row.id,
    kind: row.kind,
    subjectId: row.subject_id,
    caseId: row.case_id,
    article: row.article,
    startedAt: row.started_at,
    dueAt: row.due_at,
    term: row.term,
  };
}

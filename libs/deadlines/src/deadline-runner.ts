/**
 * Fires legal terms that ran out, in order of their end, each in its own transaction with its effect, at least once.
 * Cases run beside each other, the terms of one case one after another, also when several replicas look.
 */
import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import type { Clock } from '@shekara/kernel';
import { CLOCK, DataSource, UnitOfWork, type Work } from '@shekara/persistence';
import type { Deadline } from './deadline.js';
import { type DeadlineHandler, DeadlineHandlers } from './deadline-handlers.js';
import { DeadlineMetrics } from './deadline-metrics.js';
import { BACK_OFF, CLAIM, DUE, type DueTerm } from './due-terms.js';

/** The runner looks at least this often; a term therefore fires within a second of its end. */
const LOOK_EVERY_MS = 500;
/** How many terms one look reads. */
const BATCH = 500;
/** How many cases fire beside each other: a part of the connections of the pool. */
const LANES = 4;
/** From this attempt on a failing handler is an error that operators must look at, no passing trouble. */
const ALARMING_ATTEMPT = 5;

/** `taken`: closed, moved or another replica's meanwhile. */
type Outcome = 'taken' | 'fired' | 'failed';

@Injectable()
export class DeadlineRunner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(DeadlineRunner.name);
  private handlers: ReadonlyMap<string, DeadlineHandler> = new Map();
  private stopping = false;
  private loop: Promise<void> = Promise.resolve();
  private wakeUp: (() => void) | undefined;

  constructor(
    @Inject(DeadlineHandlers) private readonly discovered: DeadlineHandlers,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(DeadlineMetrics) private readonly metrics: DeadlineMetrics,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.handlers = this.discovered.find();
    this.loop = this.keepLooking();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    this.wakeUp?.();
    await this.loop;
  }

  /** A term with this end was committed: it may be over already. */
  expect(dueAt: Date): void {
    if (dueAt < this.clock.now()) this.wakeUp?.();
  }

  private async keepLooking(): Promise<void> {
    while (!this.stopping) {
      try {
        await this.fireDue();
      } catch (error) {
        this.logger.warn('deadlines could not be read, will retry', error);
      }
      if (this.stopping) return;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, LOOK_EVERY_MS);
        this.wakeUp = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  }

  /** Fires everything that is over now, batch by batch. Returns how many this call fired. */
  async fireDue(): Promise<number> {
    let fired = 0;
    while (!this.stopping) {
      const due = await this.dataSource.query<DueTerm[]>(DUE, [this.clock.now(), BATCH]);
      if (due.length === 0) return fired;
      const outcomes = await this.fireBatch(due);
      fired += outcomes.filter((outcome) => outcome === 'fired').length;
      if (outcomes.every((outcome) => outcome === 'taken')) return fired;
    }
    return fired;
  }

  private async fireBatch(due: readonly DueTerm[]): Promise<Outcome[]> {
    const cases = [...Map.groupBy(due, (term) => term.caseId).values()];
    const outcomes: Outcome[] = [];
    const lane = async (): Promise<void> => {
      for (let terms = cases.shift(); terms && !this.stopping; terms = cases.shift()) {
        for (const term of terms) {
          const outcome = await this.fireOne(term);
          outcomes.push(outcome);
          // Another replica is at this case: going on with a later term of it could overtake an earlier one.
          if (outcome === 'taken') break;
        }
      }
    };
    const ended = await Promise.allSettled(Array.from({ length: LANES }, lane));
    const broken = ended.find((lane) => lane.status === 'rejected');
    if (broken) throw broken.reason;
    return outcomes;
  }

  private async fireOne(term: DueTerm): Promise<Outcome> {
    let claimed: Deadline | undefined;
    try {
      const outcome = await this.unitOfWork.run({ actor: 'system:deadlines' }, async (work: Work) => {
        const [[deadline]] = await work.manager.query<[Deadline[], number]>(CLAIM, [
          term.id,
          work.context.at,
          term.caseId,
        ]);
        if (!deadline) return 'taken';
        claimed = deadline;
        const handler = this.handlers.get(deadline.kind);
        if (!handler) throw new Error(`no handler for deadline ${deadline.kind}`);
        await handler(deadline, work);
        return 'fired';
      });
      if (claimed) this.metrics.fired(claimed.kind, this.clock.now().getTime() - claimed.dueAt.getTime());
      return outcome;
    } catch (error) {
      if (!claimed) throw error;
      await this.backOff(claimed, error);
      return 'failed';
    }
  }

  /** The term stays open and rests, longer after each failure, so that it neither hammers nor keeps others waiting. */
  private async backOff(deadline: Deadline, error: unknown): Promise<void> {
    this.metrics.failed(deadline.kind);
    const message = error instanceof Error ? error.message : String(error);
    const [[row]] = await this.dataSource.query<[{ attempts: number }[], number]>(BACK_OFF, [
      deadline.id,
      message,
    ]);
    const attempts = row?.attempts ?? 0;
    const said = `${deadline.kind} ${deadline.id} of ${deadline.subjectId} failed ${attempts} times, stays open`;
    if (attempts < ALARMING_ATTEMPT) this.logger.warn(said, error);
    else this.logger.error(said, error);
  }
}

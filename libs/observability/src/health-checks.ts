/** Whether the service can do its work: every part that it depends on adds a check. */
import { type BeforeApplicationShutdown, Logger } from '@nestjs/common';

export interface Readiness {
  readonly ready: boolean;
  /** By the name of the check. Why one fails is in the log only: the route is public. */
  readonly checks: Readonly<Record<string, 'ok' | 'failed'>>;
}

const TIME_LIMIT_MILLISECONDS = 2_000;

export class HealthChecks implements BeforeApplicationShutdown {
  private readonly log = new Logger(HealthChecks.name);
  private readonly checks = new Map<string, () => Promise<void>>();
  private stopping = false;

  /** @param timeLimit when it aborts, checks that still run have failed; two seconds by default. */
  constructor(private readonly timeLimit = () => AbortSignal.timeout(TIME_LIMIT_MILLISECONDS)) {}

  /** Adds a check that rejects when its part does not work. @throws Error when the name is taken. */
  add(name: string, check: () => Promise<void>): void {
    if (this.checks.has(name)) throw new Error(`health check ${name} is added twice`);
    this.checks.set(name, check);
  }

  /** Runs all checks side by side; one that outlasts the time limit has failed. Not ready once stopping. */
  async readiness(): Promise<Readiness> {
    const results = await Promise.all(
      [...this.checks].map(
        async ([name, check]) => [name, (await this.passes(name, check)) ? 'ok' : 'failed'] as const,
      ),
    );
    return {
      ready: !this.stopping && results.every(([, result]) => result === 'ok'),
      checks: Object.fromEntries(results),
    };
  }

  /** From here on the load balancer shall send nothing new. */
  beforeApplicationShutdown(): void {
    this.stopping = true;
  }

  private async passes(name: string, check: () => Promise<void>): Promise<boolean> {
    const limit = this.timeLimit();
    const late = new Promise<never>((_resolve, reject) => {
      limit.addEventListener('abort', () => reject(new Error('took too long')), { once: true });
    });
    try {
      await Promise.race([check(), late]);
      return true;
    } catch (error) {
      this.log.warn(`health check ${name} failed`, error);
      return false;
    }
  }
}

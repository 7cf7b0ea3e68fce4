/** Daily housekeeping of a service's database, by the Clock; one replica does it, however many run. */
import type { Clock } from '@shekara/kernel';
import type { DataSource } from '@shekara/persistence';

export interface MaintenanceTask {
  readonly name: string;
  run(now: Date): Promise<unknown>;
}

export interface MaintenanceOptions {
  readonly dataSource: DataSource;
  readonly clock: Clock;
  readonly warn: (message: string, error: unknown) => void;
}

/** How often it looks whether a new day has begun. */
const LOOK_EVERY_MS = 60_000;
const LENGTH_OF_DAY = 'YYYY-MM-DD'.length;

export class Maintenance {
  private readonly tasks: MaintenanceTask[] = [];
  private lastDay = '';
  private timer: NodeJS.Timeout | undefined;
  private current: Promise<void> = Promise.resolve();

  constructor(private readonly options: MaintenanceOptions) {}

  /** Adds a task that runs once a day (UTC). A task that fails is logged and runs again the next time. */
  add(task: MaintenanceTask): void {
    this.tasks.push(task);
  }

  start(): void {
    const look = (): void => void this.runDue();
    look();
    this.timer = setInterval(look, LOOK_EVERY_MS).unref();
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.current;
  }

  /** Runs everything, if the Clock's day is another one than at the last run; after a run that is under way. */
  runDue(): Promise<void> {
    this.current = this.current.then(() => this.runIfNewDay());
    return this.current;
  }

  private async runIfNewDay(): Promise<void> {
    const day = this.options.clock.now().toISOString().slice(0, LENGTH_OF_DAY);
    if (day === this.lastDay) return;
    try {
      const done = await this.runAlone();
      if (done) this.lastDay = day;
    } catch (error) {
      this.options.warn('maintenance interrupted, will retry', error);
    }
  }

  /** Under a lock of the database: another replica that is at it does it for this one. Returns whether all went well. */
  private async runAlone(): Promise<boolean> {
    const session = this.options.dataSource.createQueryRunner();
    await session.connect();
    try {
      const [lock] = (await session.query(
        `SELECT pg_try_advisory_lock(hashtext('shekara-maintenance')) AS held`,
      )) as { held: boolean }[];
      if (lock?.held !== true) return true;
      let well = true;
      for (const task of this.tasks) well = (await this.attempt(task)) && well;
      await session.query(`SELECT pg_advisory_unlock(hashtext('shekara-maintenance'))`);
      return well;
    } finally {
      await session.release();
    }
  }

  private async attempt(task: MaintenanceTask): Promise<boolean> {
    try {
      await task.run(this.options.clock.now());
      return true;
    } catch (error) {
      this.options.warn(`maintenance: ${task.name} failed, will retry`, error);
      return false;
    }
  }
}

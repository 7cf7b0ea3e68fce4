/** The clocks of the services: put wrong by hours, and right again, while the services run. */
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ServiceName } from '@shekara/contracts';

/** So long after it was put right a service may still go by the wrong time: requests under way, and how often it looks. */
const AFTERWARDS_MS = 2_000;

export class Clocks {
  private readonly wrong = new Set<ServiceName>();
  private lastRightAt = -Infinity;

  private constructor(private readonly folder: string) {}

  static async in(folder: string): Promise<Clocks> {
    await mkdir(folder, { recursive: true });
    return new Clocks(folder);
  }

  /** What every service needs to be told, so that its clock can be put wrong. */
  get environment(): NodeJS.ProcessEnv {
    return { NODE_ENV: 'test', TEST_CLOCKS: this.folder };
  }

  /** The clock of a service jumps: ahead, or back when negative. */
  async move(service: ServiceName, milliseconds: number): Promise<void> {
    this.wrong.add(service);
    await this.write(service, milliseconds);
  }

  /** It jumps to where it should be: the other way. */
  async putRight(service: ServiceName): Promise<void> {
    await this.write(service, 0);
    this.wrong.delete(service);
    this.lastRightAt = performance.now();
  }

  /** Whether some clock was wrong at any moment since then. */
  wereWrongSince(then: number): boolean {
    return this.wrong.size > 0 || this.lastRightAt + AFTERWARDS_MS >= then;
  }

  private async write(service: ServiceName, milliseconds: number): Promise<void> {
    const file = join(this.folder, service);
    await writeFile(`${file}.next`, String(milliseconds));
    await rename(`${file}.next`, file);
  }
}

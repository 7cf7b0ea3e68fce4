import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '@shekara/kernel';
import { settingsFromEnvironment } from './settings.js';
import { wrongClock } from './wrong-clock.js';

const HOUR = 3_600_000;

describe('a clock that is wrong on purpose', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'clocks-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const untilReadAgain = (): void => {
    const then = performance.now() + 80;
    while (performance.now() < then);
  };
  const aheadMs = (now: Date): number => now.getTime() - systemClock.now().getTime();

  it('is right without a file, and moved forward and back by what the file says, also in files written later', async () => {
    expect(Math.abs(aheadMs(wrongClock(join(folder, 'risk')).now()))).toBeLessThan(1_000);
    await writeFile(join(folder, 'risk'), String(5 * HOUR));
    const clock = wrongClock(join(folder, 'risk'));
    expect(Math.abs(aheadMs(clock.now()) - 5 * HOUR)).toBeLessThan(1_000);
    await writeFile(join(folder, 'risk'), String(-2 * HOUR));
    untilReadAgain();
    expect(Math.abs(aheadMs(clock.now()) + 2 * HOUR)).toBeLessThan(1_000);
    await writeFile(join(folder, 'risk'), 'soon');
    untilReadAgain();
    expect(() => clock.now()).toThrow('risk');
  });

  it('is taken in tests only', () => {
    const environment = {
      DATABASE_URL_RISK: 'postgres://x',
      KAFKA_BROKERS: 'x:1',
      OIDC_ISSUER: 'http://x',
      TEST_CLOCKS: folder,
    };
    for (const NODE_ENV of ['production', 'development', undefined]) {
      expect(() => settingsFromEnvironment('risk', { ...environment, NODE_ENV })).toThrow('TEST_CLOCKS');
    }
    expect(settingsFromEnvironment('risk', { ...environment, NODE_ENV: 'test' }).clock).not.toBe(systemClock);
    expect(settingsFromEnvironment('risk', { ...environment, TEST_CLOCKS: '' }).clock).toBe(systemClock);
  });
});

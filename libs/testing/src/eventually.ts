import { setTimeout as pause } from 'node:timers/promises';

const LOOK_AGAIN_MS = 20;

/**
 * Calls `check` until it neither throws nor rejects, and returns what it returned.
 * @throws what the last call threw, once `timeoutMs` (5 s) have passed.
 */
export async function eventually<T>(
  check: () => T | Promise<T>,
  { timeoutMs = 5_000 }: { timeoutMs?: number } = {},
): Promise<T> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (performance.now() > deadline) throw error;
    }
    await pause(LOOK_AGAIN_MS);
  }
}

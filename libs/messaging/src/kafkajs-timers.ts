/** What kafkajs 2.2.4 does wrong with timers, put right at its cause. */
import { createRequire } from 'node:module';

/** The fields of kafkajs' `RequestQueue` (one a broker connection) that its scheduling uses. */
interface RequestQueue {
  pending: unknown[];
  throttledUntil: number;
  throttleCheckTimeoutId: NodeJS.Timeout | null;
  checkPendingRequests(): void;
  scheduleCheckPendingRequests(): void;
}

const CHECK_PENDING_REQUESTS_MS = 10;

/**
 * kafkajs asks for a timer after every answer, also when nothing waits and nothing is throttled, and computes its delay as
 * `throttledUntil - now` with `throttledUntil = -1`: some minus 1.7 trillion ms. Node 24 prints a `TimeoutNegativeWarning`
 * and makes it 1 ms, after which kafkajs asks again: every idle connection wakes up a thousand times a second, for ever.
 * With this, a timer is set only when a request waits or the broker throttles. No warning is silenced: none arises.
 * Call it once in a process, before the first client; later calls change nothing more.
 */
export function stopIdleTimersOfKafkaJs(): void {
  const load = createRequire(import.meta.url);
  const queue = load('kafkajs/src/network/requestQueue') as { prototype: RequestQueue };
  queue.prototype.scheduleCheckPendingRequests = function (this: RequestQueue): void {
    const throttledForMs = this.throttledUntil - Date.now();
    if (this.throttleCheckTimeoutId !== null || (this.pending.length === 0 && throttledForMs <= 0)) return;
    this.throttleCheckTimeoutId = setTimeout(
      () => {
        this.throttleCheckTimeoutId = null;
        this.checkPendingRequests();
      },
      throttledForMs > 0 ? throttledForMs : CHECK_PENDING_REQUESTS_MS,
    );
  };
}

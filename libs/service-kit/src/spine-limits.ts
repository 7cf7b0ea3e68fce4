/** How much the spine of a service holds, and for how long; operators may set other numbers. */

export interface SpineLimits {
  /** Rows that may wait in the outbox before commands are answered 503 (`OUTBOX_LIMIT`). */
  readonly outboxLimit: number;
  /** Days: published rows of the outbox, remembered messages, answers kept by Idempotency-Key (`…_KEEP_DAYS`). */
  readonly keepDays: { readonly outbox: number; readonly inbox: number; readonly answers: number };
}

/** @throws Error naming a variable that is not a whole number above zero. */
export function spineLimits(environment: NodeJS.ProcessEnv = process.env): SpineLimits {
  const number = (name: string, otherwise: number): number => {
    const value = Number(environment[name] ?? otherwise);
    if (!Number.isInteger(value) || value < 1) throw new Error(`${name} is not a whole number above zero`);
    return value;
  };
  return {
    outboxLimit: number('OUTBOX_LIMIT', 100_000),
    keepDays: {
      outbox: number('OUTBOX_KEEP_DAYS', 14),
      inbox: number('INBOX_KEEP_DAYS', 14),
      answers: number('ANSWERS_KEEP_DAYS', 30),
    },
  };
}

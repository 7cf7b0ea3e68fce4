/** Tells a broken machine, which heals, from a message that nobody can digest. */

const TRANSIENT_SQL_STATES = /^(08|53|57P0|40001|40P01|55P03)/;
const TRANSIENT_SYSTEM_ERRORS = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND']);
const LOST_CONNECTION = /Connection terminated|connection timeout|timeout exceeded when trying to connect/i;

/** True for failures of the database or network that a later attempt may not meet. */
export function isTransient(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return (
    TRANSIENT_SQL_STATES.test(code) ||
    TRANSIENT_SYSTEM_ERRORS.has(code) ||
    LOST_CONNECTION.test(error.message) ||
    (error.cause !== undefined && isTransient(error.cause)) ||
    ('driverError' in error && error.driverError !== error && isTransient(error.driverError))
  );
}

/** Milliseconds before attempt `attempt + 1`: doubling from 100 ms to 10 s, with up to a half added by chance. */
export function backOff(attempt: number, chance: number): number {
  const base = Math.min(10_000, 100 * 2 ** (attempt - 1));
  return Math.round(base * (1 + chance / 2));
}

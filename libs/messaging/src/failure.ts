/** Tells a broken machine, which heals, from a message that nobody can digest. */
import { isStalePlan } from '@shekara/persistence';

const TRANSIENT_SQL_STATES = /^(08|53|57P0|40001|40P01|55P03)/;
const TRANSIENT_SYSTEM_ERRORS = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND']);
const LOST_CONNECTION =
  /Connection terminated|connection timeout|timeout exceeded when trying to connect|not queryable/i;
/** What TypeORM says of a work whose session was lost between two statements: it gives the session up at once. */
const LOST_SESSION = new Set(['QueryRunnerAlreadyReleasedError', 'QueryRunnerProviderAlreadyReleasedError']);

/** True for failures of the database or network that a later attempt may not meet. */
export function isTransient(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const [code, name, message] = [textOf(error, 'code'), textOf(error, 'name'), textOf(error, 'message')];
  return (
    TRANSIENT_SQL_STATES.test(code) ||
    isStalePlan(error) ||
    TRANSIENT_SYSTEM_ERRORS.has(code) ||
    LOST_SESSION.has(name) ||
    LOST_CONNECTION.test(message) ||
    ('cause' in error && isTransient(error.cause)) ||
    ('driverError' in error && error.driverError !== error && isTransient(error.driverError))
  );
}

function textOf(error: object, field: string): string {
  const value: unknown = Reflect.get(error, field);
  return typeof value === 'string' ? value : '';
}

/** Milliseconds before attempt `attempt + 1`: doubling from 100 ms to 10 s, with up to a half added by chance. */
export function backOff(attempt: number, chance: number): number {
  const base = Math.min(10_000, 100 * 2 ** (attempt - 1));
  return Math.round(base * (1 + chance / 2));
}

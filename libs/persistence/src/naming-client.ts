/**
 * A session that names the statements it sends, so that PostgreSQL parses and plans each of them once. TypeORM sends every
 * statement without a name.
 */
import { createHash } from 'node:crypto';
import pg from 'pg';

/** Texts that are named at most; statements of changing length (long `IN` lists) must not fill the sessions' memory. */
const NAMED_AT_MOST = 400;

const digests = new Map<string, string>();

/** The same digest for the same text in every session; undefined once there are too many. */
function digestOf(text: string): string | undefined {
  const known = digests.get(text);
  if (known !== undefined || digests.size >= NAMED_AT_MOST) return known;
  const digest = createHash('sha256').update(text).digest('base64url').slice(0, 24);
  digests.set(text, digest);
  return digest;
}

type Query = (config: unknown, values?: unknown, callback?: unknown) => unknown;

export class NamingClient extends pg.Client {
  /** A migration that changes the columns of a kept statement makes it useless for good: then names begin anew. */
  private generation = 0;

  constructor(options?: pg.ClientConfig) {
    super(options);
    const send = super.query.bind(this) as Query;
    const query: Query = (config, values, callback) => {
      const digest =
        typeof config === 'string' && Array.isArray(values) && values.length > 0
          ? digestOf(config)
          : undefined;
      if (digest === undefined) return send(config, values, callback);
      const named = { name: `s${this.generation}_${digest}`, text: config, values };
      const sent = send(named, callback);
      return sent instanceof Promise ? sent.catch((error: unknown) => this.failed(error)) : sent;
    };
    this.query = query as typeof this.query;
  }

  private failed(error: unknown): never {
    if (isStalePlan(error)) this.generation += 1;
    throw error;
  }
}

/** A kept statement answers other columns than when it was prepared: a migration ran. To be tried again. */
export function isStalePlan(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code === '0A000' && error.message.includes('cached plan');
}

/**
 * A session that names the statements it sends, so that PostgreSQL parses and plans each of them once. TypeORM sends every
 * statement without a name.
 */
import { createHash } from 'node:crypto';
import pg from 'pg';

/** Texts that a session names at most; statements of changing length (long `IN` lists) must not fill its memory. */
const NAMED_AT_MOST = 400;

const names = new Map<string, string>();

/** The same name for the same text in every session; undefined once there are too many. */
function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= NAMED_AT_MOST) return known;
  const name = `s_${createHash('sha256').update(text).digest('base64url').slice(0, 24)}`;
  names.set(text, name);
  return name;
}

type Query = (config: unknown, values?: unknown, callback?: unknown) => unknown;

export class NamingClient extends pg.Client {
  constructor(options?: pg.ClientConfig) {
    super(options);
    const send = super.query.bind(this) as Query;
    const query: Query = (config, values, callback) => {
      if (typeof config !== 'string' || !Array.isArray(values) || values.length === 0)
        return send(config, values, callback);
      return send({ name: nameOf(config), text: config, values: values as unknown[] }, callback);
    };
    this.query = query as typeof this.query;
  }
}

/**
 * The role of run time. The role of `DATABASE_URL_<SERVICE>` owns the tables and migrates them; the service then works as
 * `<role>_app`, which owns nothing: it cannot change what was written once, nor remove the triggers that say so.
 */
import type { QueryRunner } from 'typeorm';

/** Tables that the service only adds to, and the columns it may set later all the same. */
const WRITTEN_ONCE: Readonly<Record<string, readonly string[]>> = {
  history: [],
  outbox: ['published_at'],
  inbox: [],
};
/** What TypeORM notes of the migrations: read only. */
const MIGRATIONS_TABLE = 'migrations';

const RUNTIME_SUFFIX = '_app';

interface Table {
  readonly name: string;
}

/**
 * Grants the role of run time what it needs, after every migration. Partitions get no grant of their own: they are
 * reached through their parent only. @returns the role, or undefined where the installation has none (then the triggers
 * alone protect the history, and the service says so when it starts).
 */
export async function grantRuntimeRole(runner: QueryRunner): Promise<string | undefined> {
  const found: { role: string; quoted: string }[] = await runner.query(
    `SELECT rolname AS role, quote_ident(rolname) AS quoted FROM pg_roles
      WHERE rolname = current_user || '${RUNTIME_SUFFIX}' AND pg_has_role(current_user, oid, 'MEMBER')`,
  );
  const [runtime] = found;
  if (!runtime) return undefined;
  const tables: Table[] = await runner.query(
    `SELECT relname AS name FROM pg_class
      WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'm') AND NOT relispartition
        AND pg_has_role(current_user, relowner, 'USAGE')`,
  );
  const { quoted } = runtime;
  const statements = [
    `GRANT USAGE ON SCHEMA public TO ${quoted}`,
    `GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO ${quoted}`,
    `GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO ${quoted}`,
    ...tables.map(({ name }) => `GRANT ${rightsOn(name)} ON public."${name}" TO ${quoted}`),
  ];
  await runner.query(statements.join(';\n'));
  return runtime.role;
}

function rightsOn(table: string): string {
  if (table === MIGRATIONS_TABLE) return 'SELECT';
  const changeable = WRITTEN_ONCE[table];
  if (!changeable) return 'SELECT, INSERT, UPDATE, DELETE';
  return changeable.length === 0 ? 'SELECT, INSERT' : `SELECT, INSERT, UPDATE (${changeable.join(', ')})`;
}

/** The same address for sessions that begin as another role; `RESET ROLE` comes back to that role. */
export function urlAsRole(url: string, role: string | undefined): string {
  if (role === undefined) return url;
  const changed = new URL(url);
  const before = changed.searchParams.get('options');
  changed.searchParams.set('options', `${before === null ? '' : `${before} `}-c role=${role}`);
  return changed.href;
}

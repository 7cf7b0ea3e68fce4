/** One database and one role a service; migrated copies of it for suites. */
import { createHash, createHmac, randomBytes } from 'node:crypto';
import { Client } from 'pg';
import type { Migration } from '@shekara/persistence';

const LONGEST_NAME = 63;

export interface TemplateSource {
  service: string;
  /** Changes whenever the migrations do, e.g. their count or a hash: a template is migrated once for each. */
  templateKey: string;
  /** Brings an empty database to the present schema, as the service's role, and closes its connections. */
  migrate: (databaseUrl: string) => Promise<unknown>;
}

export interface ClonedDatabase {
  url: string;
  drop(): Promise<void>;
}

/** `temporary-storage` → `DATABASE_URL_TEMPORARY_STORAGE`. */
export function databaseUrlVariable(service: string): string {
  return `DATABASE_URL_${roleOf(service).toUpperCase()}`;
}

/**
 * The database `shekara_<service>`, owned by the role `<service>` (hyphens become underscores), made when missing. No other
 * role can connect to it. `DATABASE_URL_<SERVICE>` in the environment wins: then nothing is made.
 * @returns the address to connect with as the service.
 */
export async function provisionServiceDatabase(adminUrl: string, service: string): Promise<string> {
  const given = process.env[databaseUrlVariable(service)];
  if (given !== undefined && given !== '') return given;
  const role = roleOf(service);
  const database = `shekara_${role}`;
  await asAdministrator(adminUrl, (admin) =>
    underLock(admin, `role ${role}`, async () => {
      await ensureRole(admin, role, adminUrl);
      if (!(await exists(admin, database))) await createDatabase(admin, database, role);
    }),
  );
  return urlFor(adminUrl, role, database);
}

/**
 * A database of its own for a suite, copied from a migrated template (tens of milliseconds). The template
 * `template_<service>_<templateKey>` is made by whoever asks first; workers that ask meanwhile wait for it.
 * `drop()` ends the connections that are still open and removes the copy.
 */
export async function cloneDatabase(adminUrl: string, source: TemplateSource): Promise<ClonedDatabase> {
  const role = roleOf(source.service);
  const template = templateName(role, source.templateKey);
  const clone = `clone_${role}_${randomBytes(6).toString('hex')}`;
  await asAdministrator(adminUrl, async (admin) => {
    if (!(await isReady(admin, template)))
      await makeTemplate(admin, adminUrl, role, template, source.migrate);
    await createDatabase(admin, clone, role, template);
  });
  return {
    url: urlFor(adminUrl, role, clone),
    drop: () =>
      asAdministrator(adminUrl, async (admin) => {
        await admin.query(`DROP DATABASE IF EXISTS ${admin.escapeIdentifier(clone)} WITH (FORCE)`);
      }),
  };
}

async function makeTemplate(
  admin: Client,
  adminUrl: string,
  role: string,
  template: string,
  migrate: (databaseUrl: string) => Promise<unknown>,
): Promise<void> {
  const name = admin.escapeIdentifier(template);
  await underLock(admin, `role ${role}`, () => ensureRole(admin, role, adminUrl));
  await underLock(admin, `template ${template}`, async () => {
    if (await isReady(admin, template)) return;
    await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await createDatabase(admin, template, role);
    await migrate(urlFor(adminUrl, role, template));
    await admin.query(`ALTER DATABASE ${name} WITH ALLOW_CONNECTIONS false`);
    await admin.query('SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = $1', [
      template,
    ]);
    // Marks it as finished: a template whose migration failed is made again.
    await admin.query(`ALTER DATABASE ${name} WITH IS_TEMPLATE true`);
  });
}

async function isReady(admin: Client, template: string): Promise<boolean> {
  const { rowCount } = await admin.query('SELECT 1 FROM pg_database WHERE datname = $1 AND datistemplate', [
    template,
  ]);
  return rowCount === 1;
}

async function exists(admin: Client, database: string): Promise<boolean> {
  const { rowCount } = await admin.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
  return rowCount === 1;
}

async function createDatabase(
  admin: Client,
  database: string,
  owner: string,
  template = 'template1',
): Promise<void> {
  const name = admin.escapeIdentifier(database);
  await admin.query(
    `CREATE DATABASE ${name} OWNER ${admin.escapeIdentifier(owner)} TEMPLATE ${admin.escapeIdentifier(template)}`,
  );
  await admin.query(`REVOKE CONNECT, TEMPORARY ON DATABASE ${name} FROM PUBLIC`);
}

async function ensureRole(admin: Client, role: string, adminUrl: string): Promise<void> {
  const name = admin.escapeIdentifier(role);
  const { rowCount } = await admin.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
  if (rowCount === 0) await admin.query(`CREATE ROLE ${name}`);
  await admin.query(`ALTER ROLE ${name} LOGIN PASSWORD ${admin.escapeLiteral(passwordOf(role, adminUrl))}`);
  await ensureRuntimeRole(admin, role);
}

/** The role `<role>_app` that the service takes on once it has migrated: it owns nothing and cannot log in. */
async function ensureRuntimeRole(admin: Client, role: string): Promise<void> {
  const name = admin.escapeIdentifier(`${role}_app`);
  const { rowCount } = await admin.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [`${role}_app`]);
  if (rowCount === 0) await admin.query(`CREATE ROLE ${name} NOLOGIN`);
  await admin.query(`GRANT ${name} TO ${admin.escapeIdentifier(role)}`);
}

/** Follows from the administrator's password, so that every process of a run knows it and no file holds it. */
function passwordOf(role: string, adminUrl: string): string {
  return createHmac('sha256', new URL(adminUrl).password)
    .update(`shekara role ${role}`)
    .digest('hex')
    .slice(0, 32);
}

function urlFor(adminUrl: string, role: string, database: string): string {
  const url = new URL(adminUrl);
  url.username = role;
  url.password = passwordOf(role, adminUrl);
  url.pathname = `/${database}`;
  return url.href;
}

function roleOf(service: string): string {
  if (!/^[a-z][a-z0-9_-]{0,39}$/.test(service)) throw new Error(`not the name of a service: ${service}`);
  return service.replaceAll('-', '_');
}

function templateName(role: string, key: string): string {
  const name = `template_${role}_${key}`;
  if (name.length <= LONGEST_NAME) return name;
  return `template_${role}_${createHash('sha256').update(key).digest('hex').slice(0, 12)}`;
}

async function underLock(admin: Client, subject: string, work: () => Promise<void>): Promise<void> {
  await admin.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', [subject]);
  try {
    await work();
  } finally {
    await admin.query('SELECT pg_advisory_unlock(hashtextextended($1, 0))', [subject]);
  }
}

async function asAdministrator<T>(adminUrl: string, work: (admin: Client) => Promise<T>): Promise<T> {
  const admin = new Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
}

/** Changes with every migration's name and text, so that a template is never older than its migrations. */
export function templateKeyOf(migrations: readonly Migration[]): string {
  const texts = migrations.map((migration) => String(migration));
  return createHash('sha256').update(texts.join()).digest('hex').slice(0, 12);
}

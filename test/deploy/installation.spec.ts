/** What the chart, compose and the dashboards say must be what the services are: their names, variables and metrics. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEVELOPMENT_SECRET, DEVELOPMENT_USERS } from '@shekara/auth';
import { consumerGroups } from '@shekara/contracts';
import { settingsFromEnvironment } from '@shekara/service-kit';
import { databaseUrlVariable } from '@shekara/testing';
import { parse } from 'yaml';

const REPOSITORY = join(import.meta.dirname, '../..');
const CHART = 'helm/shekara';

interface SecretKey {
  readonly existingSecret: string;
  readonly key: string;
}
interface ChartService {
  readonly database: SecretKey;
  readonly secretEnvironment?: Readonly<Record<string, SecretKey>>;
}
interface ComposeService {
  readonly command?: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}
interface RealmClient {
  readonly clientId: string;
  readonly secret: string;
  readonly protocolMappers: readonly {
    readonly name: string;
    readonly config: Readonly<Record<string, string>>;
  }[];
}

function read(path: string): string {
  return readFileSync(join(REPOSITORY, path), 'utf8');
}

function sourcesOf(pattern: string): string {
  const files = globSync(pattern, { cwd: REPOSITORY }).filter((file) => !file.endsWith('.spec.ts'));
  return files.map(read).join('\n');
}

const values = parse(read(`${CHART}/values.yaml`)) as {
  services: Record<string, ChartService>;
  defaults: { terminationGracePeriodSeconds: number };
};
const schema = JSON.parse(read(`${CHART}/values.schema.json`)) as {
  properties: { services: { required: string[]; properties: Record<string, unknown> } };
};
const compose = (
  parse(read('deploy/compose/compose.yaml'), { merge: true }) as { services: Record<string, ComposeService> }
).services;
const upstreams = consumerGroups.filter((name) => name !== 'gateway');
const upstreamVariable = (name: string): string => `SERVICE_URL_${name.toUpperCase().replaceAll('-', '_')}`;

describe('the chart', () => {
  it('runs every service of the contracts and no other', () => {
    expect(Object.keys(values.services).sort()).toEqual([...consumerGroups].sort());
    expect([...schema.properties.services.required].sort()).toEqual([...consumerGroups].sort());
    expect(Object.keys(schema.properties.services.properties).sort()).toEqual([...consumerGroups].sort());
  });

  it('holds no secret, only the names of Secrets', () => {
    const secrets = Object.values(values.services).flatMap((service) => [
      service.database,
      ...Object.values(service.secretEnvironment ?? {}),
    ]);
    for (const secret of secrets) expect(Object.keys(secret).sort()).toEqual(['existingSecret', 'key']);
    expect(read(`${CHART}/templates/deployments.yaml`)).not.toMatch(/kind: Secret\b/);
  });

  it('gives risk the secret without which it does not start in production', () => {
    expect(values.services.risk?.secretEnvironment).toHaveProperty('RISK_SELECTION_SECRET');
  });

  it('names only variables that the sources read', () => {
    const template = ['deployments.yaml', '_shekara.tpl']
      .map((name) => read(`${CHART}/templates/${name}`))
      .join('\n');
    const named = [...template.matchAll(/- name: ([A-Za-z_]+)$/gm)].map(([, name]) => name);
    const sources = sourcesOf('{libs,apps}/*/src/**/*.ts');
    const unread = named
      .filter((name) => name !== undefined && name !== 'NODE_OPTIONS' && name !== 'tmp' && name !== 'http')
      .filter((name) => !new RegExp(`\\b${name}\\b`).test(sources));
    expect(named).toEqual(expect.arrayContaining(['KAFKA_BROKERS', 'OIDC_ISSUER', 'HOST', 'PORT']));
    expect(unread).toEqual([]);
  });

  it('probes routes that exist', () => {
    const controller = read('libs/observability/src/health.controller.ts');
    const probed = [...read(`${CHART}/templates/deployments.yaml`).matchAll(/path: \/health\/(\w+)/g)].map(
      ([, route]) => route,
    );
    expect(new Set(probed)).toEqual(new Set(['live', 'ready']));
    for (const route of probed) expect(controller).toContain(`@Get('${route}')`);
  });
});

describe('compose', () => {
  it.each(consumerGroups)('runs %s with every variable that its settings need', (name) => {
    const service = compose[name];
    expect(service?.command).toEqual(['node', `apps/${name}/dist/main.js`]);
    const settings = settingsFromEnvironment(name, service?.environment);
    expect(settings).toMatchObject({
      host: '0.0.0.0',
      port: 8080,
      kafkaBrokers: ['kafka:9092'],
      topicPrefix: '',
    });
    const others = Object.keys(service?.environment ?? {}).filter((variable) =>
      variable.startsWith('DATABASE_URL_'),
    );
    expect(others).toEqual([databaseUrlVariable(name)]);
  });

  it('tells the gateway where every other service is', () => {
    const addresses = Object.entries(compose.gateway?.environment ?? {}).filter(([name]) =>
      name.startsWith('SERVICE_URL_'),
    );
    expect(Object.fromEntries(addresses)).toEqual(
      Object.fromEntries(upstreams.map((name) => [upstreamVariable(name), `http://${name}:8080`])),
    );
  });

  it('makes the database and the role that each service connects with, closed to the others', () => {
    const sql = read('deploy/compose/postgres/databases.sql');
    for (const name of consumerGroups) {
      const url = new URL(
        compose[name]?.environment[databaseUrlVariable(name)]?.replace(/\$\{[^}]+\}/, 'secret') ?? '',
      );
      const database = url.pathname.slice(1);
      expect(sql).toContain(`CREATE ROLE ${url.username} LOGIN PASSWORD :'password';`);
      expect(sql).toContain(`CREATE DATABASE ${database} OWNER ${url.username};`);
      expect(sql).toContain(`REVOKE CONNECT, TEMPORARY ON DATABASE ${database} FROM PUBLIC;`);
    }
  });

  it('knows the users of the local run and no other, with the same claims', () => {
    const realm = JSON.parse(read('deploy/compose/identity/shekara-realm.json')) as {
      clients: RealmClient[];
    };
    const claims = realm.clients.map(({ clientId, secret, protocolMappers }) => {
      const value = (name: string): string | undefined =>
        protocolMappers.find((mapper) => mapper.name === name)?.config['claim.value'];
      const posts = value('posts');
      return {
        clientId,
        secret,
        roles: JSON.parse(value('roles') ?? '[]') as string[],
        name: value('name'),
        organisation: value('organisation'),
        posts: posts === undefined ? undefined : (JSON.parse(posts) as string[]),
      };
    });
    expect(claims).toEqual(
      DEVELOPMENT_USERS.map(({ clientId, roles, name, organisation, posts }) => ({
        clientId,
        secret: DEVELOPMENT_SECRET,
        roles: [...roles],
        name,
        organisation,
        posts,
      })),
    );
  });
});

describe('the dashboards', () => {
  it.each(globSync('deploy/dashboards/*.json', { cwd: REPOSITORY }))(
    '%s asks only for metrics that exist',
    (path) => {
      const sources = sourcesOf('libs/*/src/*.ts');
      const asked = [...read(path).matchAll(/\b(shekara_\w+|http_server_\w+)/g)].map(
        ([, name]) => name ?? '',
      );
      expect(asked.length).toBeGreaterThan(0);
      const unknown = asked.filter(
        (name) => !sources.includes(`'${name.replace(/_(bucket|count|sum)$/, '')}'`),
      );
      expect(unknown).toEqual([]);
    },
  );
});

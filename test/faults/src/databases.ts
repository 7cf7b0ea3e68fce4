/** The databases of the services, as an auditor with SQL sees them after the round. */
import { Client } from 'pg';
import type { ServiceName } from '@shekara/contracts';

export type Row = Readonly<Record<string, unknown>>;

export class Databases {
  private constructor(
    readonly urls: ReadonlyMap<ServiceName, string>,
    private readonly clients: ReadonlyMap<ServiceName, Client>,
  ) {}

  static async open(urls: ReadonlyMap<ServiceName, string>): Promise<Databases> {
    const clients = new Map<ServiceName, Client>();
    for (const [name, connectionString] of urls) {
      const client = new Client({ connectionString });
      await client.connect();
      clients.set(name, client);
    }
    return new Databases(urls, clients);
  }

  get services(): readonly ServiceName[] {
    return [...this.clients.keys()];
  }

  async rows<T extends object = Row>(
    service: ServiceName,
    sql: string,
    values: readonly unknown[] = [],
  ): Promise<T[]> {
    const client = this.clients.get(service);
    if (client === undefined) throw new Error(`no database of ${service}`);
    return (await client.query<T & Row>(sql, [...values])).rows;
  }

  async close(): Promise<void> {
    await Promise.all([...this.clients.values()].map((client) => client.end()));
  }
}

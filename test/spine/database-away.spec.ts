/** What clients are told while PostgreSQL dies under their requests: 503 with Retry-After, never that the service failed. */
import { connect, createServer, type Server, type Socket } from 'node:net';
import { Controller, Get, Inject, Module, Param, Post } from '@nestjs/common';
import { Client } from 'pg';
import { Public } from '@shekara/auth';
import { DataSource, UnitOfWork } from '@shekara/persistence';
import { bootstrap, type RunningService, type ServiceDefinition } from '@shekara/service-kit';
import { eventually } from '@shekara/testing';
import { ServicesUnderTest } from '@shekara/testing/services';

/** Ends the session of this process's number, and waits until it is gone. */
const kills: { session?: (pid: number) => Promise<void> } = {};

@Controller('v1/works')
class Works {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(DataSource) private readonly dataSource: DataSource,
  ) {}

  @Get()
  @Public()
  async look(): Promise<unknown> {
    return this.dataSource.query(`SELECT pg_sleep(0.005)`);
  }

  /** Loses its session in the middle of a statement, between two statements, or before COMMIT; or not at all. */
  @Post(':when')
  @Public()
  async work(@Param('when') when: string): Promise<unknown> {
    return this.unitOfWork.run({ actor: 'test' }, async (work) => {
      const [own] = await work.manager.query<{ pid: number }[]>(`SELECT pg_backend_pid() AS pid`);
      if (when === 'bug') throw new TypeError('a bug');
      if (when === 'within') {
        const statement = work.manager.query(`SELECT pg_sleep(10)`);
        await Promise.all([statement, kills.session?.(own?.pid ?? 0)]);
      }
      if (when === 'between' || when === 'before-commit') await kills.session?.(own?.pid ?? 0);
      if (when !== 'before-commit') await work.manager.query(`SELECT pg_sleep(0.005)`);
      return { done: true };
    });
  }
}

@Module({ controllers: [Works] })
class WorksModule {}

const SERVICE: ServiceDefinition = { name: 'payments', title: 'works', module: WorksModule, migrations: [] };

/** A way to PostgreSQL that can be cut. */
class Way {
  private readonly sockets = new Set<Socket>();
  private open = true;

  private constructor(
    private readonly server: Server,
    readonly port: number,
  ) {}

  static async to(port: number): Promise<Way> {
    const sockets: ((socket: Socket) => void)[] = [];
    const server = createServer((socket) => sockets.forEach((take) => take(socket)));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const way = new Way(server, typeof address === 'object' && address ? address.port : 0);
    sockets.push((socket) => way.pass(socket, port));
    return way;
  }

  private pass(inner: Socket, port: number): void {
    if (!this.open) {
      inner.resetAndDestroy();
      return;
    }
    const outer = connect(port, '127.0.0.1');
    for (const [one, other] of [
      [inner, outer],
      [outer, inner],
    ] as const) {
      this.sockets.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        this.sockets.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  }

  /** Every connection ends as by kill -9: some are reset, some are closed; new ones are refused until `mend`. */
  cut(): void {
    this.open = false;
    for (const [place, socket] of [...this.sockets].entries()) {
      if (place % 2 === 0) socket.resetAndDestroy();
      else socket.destroy();
    }
  }

  mend(): void {
    this.open = true;
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

describe('while PostgreSQL is away', () => {
  let place: ServicesUnderTest;
  let owner: Client;
  let way: Way;
  let service: RunningService;

  beforeAll(async () => {
    place = await ServicesUnderTest.start({ services: [SERVICE] });
    owner = new Client({ connectionString: place.databaseUrl('payments') });
    await owner.connect();
    kills.session = async (pid) => {
      await owner.query(`SELECT pg_terminate_backend($1)`, [pid]);
      await eventually(async () => {
        const { rowCount } = await owner.query(`SELECT 1 FROM pg_stat_activity WHERE pid = $1`, [pid]);
        expect(rowCount).toBe(0);
      });
      // The service learns of it from its own socket, a moment later.
      await new Promise((resolve) => setTimeout(resolve, 50));
    };
    const url = new URL(place.databaseUrl('payments'));
    way = await Way.to(Number(url.port));
    url.port = String(way.port);
    service = await bootstrap(SERVICE, {
      databaseUrl: url.href,
      kafkaBrokers: (process.env.KAFKA_BROKERS ?? '').split(','),
      topicPrefix: place.prefix,
      oidcIssuer: 'http://127.0.0.1:1',
      oidcAudience: 'shekara',
      host: '127.0.0.1',
      port: 0,
      logLevel: 'fatal',
      clock: { now: () => new Date() },
    });
  });

  afterAll(async () => {
    await service.stop();
    await way.close();
    await owner.end();
    await place.stop();
  });

  it.each([
    ['within a statement', 'within'],
    ['between two statements', 'between'],
    ['before its COMMIT', 'before-commit'],
  ])(
    'a work whose session is lost %s is answered 503 with Retry-After, and the same work succeeds afterwards',
    async (_moment, when) => {
      const answer = await fetch(`${service.url}/v1/works/${when}`, { method: 'POST' });
      expect(answer.status).toBe(503);
      expect(answer.headers.get('retry-after')).toMatch(/^[1-9]\d*$/);
      expect(answer.headers.get('content-type')).toContain('application/problem+json');
      expect((await fetch(`${service.url}/v1/works/quietly`, { method: 'POST' })).status).toBe(201);
    },
  );

  it('a bug stays 500: repeating it does not help', async () => {
    const answer = await fetch(`${service.url}/v1/works/bug`, { method: 'POST' });
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([500, null]);
  });

  it('hundreds of requests meet 503 or succeed, nothing else, while the way to PostgreSQL is cut and mended again and again', async () => {
    const met = new Map<string, number>();
    const [enough, longest] = [AbortSignal.timeout(3_000), AbortSignal.timeout(30_000)];
    // A slow machine takes longer to meet both.
    const isOver = () => longest.aborted || (enough.aborted && met.has('201') && met.size > 2);
    const client = async (number: number): Promise<void> => {
      while (!isOver()) {
        const answer = await (number % 3 === 0
          ? fetch(`${service.url}/v1/works`)
          : fetch(`${service.url}/v1/works/quietly`, { method: 'POST' }));
        const body = await answer.text();
        const seen =
          answer.status >= 500
            ? `${answer.status} ${answer.headers.get('retry-after')} ${answer.status === 503 ? '' : body}`
            : String(answer.status);
        met.set(seen, (met.get(seen) ?? 0) + 1);
      }
    };
    const breaker = async (): Promise<void> => {
      for (let times = 0; !isOver(); times += 1) {
        await new Promise((resolve) => setTimeout(resolve, 100 + (times % 9) * 40));
        way.cut();
        await new Promise((resolve) => setTimeout(resolve, times % 4 === 0 ? 300 : 5));
        way.mend();
      }
    };
    await Promise.all([...Array.from({ length: 24 }, (_, number) => client(number)), breaker()]);
    const kinds = [...met.keys()].filter((kind) => !['200', '201'].includes(kind));
    expect(kinds.map((kind) => kind.replace(/ \d+ /, ' n '))).toEqual(['503 n ']);
    expect(met.get('201')).toBeGreaterThan(0);
    await eventually(async () =>
      expect((await fetch(`${service.url}/v1/works/quietly`, { method: 'POST' })).status).toBe(201),
    );
  });
});

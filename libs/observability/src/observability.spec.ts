import {
  Body,
  Controller,
  Get,
  InternalServerErrorException,
  Logger,
  Module,
  Param,
  Post,
} from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { NestFactory } from '@nestjs/core';
import { InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-node';
import { AuthModule, Public } from '@shekara/auth';
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { json } from 'node:stream/consumers';
import { createLogger } from './logger.js';
import { currentTraceparent, HealthChecks, Metrics, ObservabilityModule, withSpan } from './index.js';

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const TRACEPARENT = `00-${TRACE}-00f067aa0ba902b7-01`;

@Public()
@Controller('declarations')
class DeclarationsController {
  private readonly log = new Logger('Declarations');

  @Post(':number')
  async file(@Param('number') number: string, @Body() body: { items: number[] }) {
    await new Promise((resolve) => setImmediate(resolve));
    this.log.log('filed');
    return withSpan('decide', { items: body.items.length }, () => ({
      number,
      traceparent: currentTraceparent(),
    }));
  }

  @Get('broken')
  broken(): never {
    throw new InternalServerErrorException();
  }
}

@Controller('closed')
class ClosedController {
  @Get()
  read(): string {
    return 'never';
  }
}

describe('an observed service', () => {
  const lines: string[] = [];
  const write = (line: string) => void lines.push(line);

  async function start(service: string) {
    const exporter = new InMemorySpanExporter();
    const testing = await Test.createTestingModule({
      imports: [
        AuthModule.register({ issuer: 'http://127.0.0.1:9', audience: 'shekara' }),
        ObservabilityModule.register({
          service,
          version: '1',
          spanProcessors: [new SimpleSpanProcessor(exporter)],
        }),
      ],
      controllers: [DeclarationsController, ClosedController],
    }).compile();
    const app = testing.createNestApplication<NestFastifyApplication>(new FastifyAdapter());
    app.useLogger(createLogger(service, 'info', { write }));
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    return { app, exporter };
  }

  let registration: Awaited<ReturnType<typeof start>>;
  let payments: Awaited<ReturnType<typeof start>>;

  beforeAll(async () => {
    registration = await start('registration');
    payments = await start('payments');
  });

  afterAll(async () => {
    await registration.app.close();
    await payments.app.close();
  });

  beforeEach(() => {
    lines.length = 0;
    registration.exporter.reset();
    payments.exporter.reset();
  });

  const file = (app: NestFastifyApplication) =>
    app.inject({
      method: 'POST',
      url: '/declarations/55302-1',
      headers: { traceparent: TRACEPARENT },
      payload: { items: [1, 2] },
    });

  /** Sends the headers, and the body once the server waits for it; answers the traceparent that the route saw. */
  async function fileSlowly(url: string): Promise<string> {
    const headers = { traceparent: TRACEPARENT, 'content-type': 'application/json' };
    const sent = request(url, { method: 'POST', headers });
    const arrived = once(registration.app.getHttpServer(), 'request');
    sent.flushHeaders();
    await arrived;
    sent.end(JSON.stringify({ items: [1, 2] }));
    const [response] = (await once(sent, 'response')) as [IncomingMessage];
    expect(response.statusCode).toBe(201);
    return ((await json(response)) as { traceparent: string }).traceparent;
  }

  it('answers within the trace of its caller, also after a body that arrives late, from a real socket', async () => {
    await registration.app.listen(0, '127.0.0.1');
    const traceparent = await fileSlowly(`${await registration.app.getUrl()}/declarations/55302-1`);
    const [decide, server] = registration.exporter.getFinishedSpans();
    expect(server).toMatchObject({
      name: 'POST /declarations/:number',
      parentSpanContext: { traceId: TRACE, spanId: '00f067aa0ba902b7' },
      attributes: {
        'http.request.method': 'POST',
        'http.route': '/declarations/:number',
        'http.response.status_code': 201,
      },
      status: { code: 0 },
    });
    expect(decide).toMatchObject({ name: 'decide', attributes: { items: 2 } });
    expect(decide?.parentSpanContext?.spanId).toBe(server?.spanContext().spanId);
    expect(traceparent).toBe(`00-${TRACE}-${decide?.spanContext().spanId}-01`);
  });

  it('keeps spans and log lines of several services of a process apart', async () => {
    await Promise.all([file(registration.app), file(payments.app), file(registration.app)]);
    expect(registration.exporter.getFinishedSpans()).toHaveLength(4);
    expect(payments.exporter.getFinishedSpans()).toHaveLength(2);
    const filed = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(filed.map(({ service }) => service).sort()).toEqual(['payments', 'registration', 'registration']);
    expect(new Set(filed.map(({ traceId }) => traceId))).toEqual(new Set([TRACE]));
  });

  it('marks what it broke itself, and counts refusals without blaming the span', async () => {
    await registration.app.inject('/declarations/broken');
    await registration.app.inject('/closed');
    expect(registration.exporter.getFinishedSpans()).toMatchObject([
      { attributes: { 'http.response.status_code': 500 }, status: { code: 2 } },
      { attributes: { 'http.response.status_code': 401 }, status: { code: 0 } },
    ]);
  });

  it('publishes its own metrics, with durations by route pattern and status, without a token', async () => {
    await file(payments.app);
    await payments.app.inject('/nowhere/123');
    payments.app.get(Metrics).counter('shekara_filed_total', 'Filed.').inc();
    const response = await payments.app.inject('/metrics');
    expect(response.statusCode).toBe(200);
    expect(response.headers['content-type']).toContain('text/plain; version=0.0.4');
    expect(response.body).toMatch(
      /http_server_request_duration_seconds_count\{(?=.*service="payments")(?=.*method="POST")(?=.*route="\/declarations\/:number")(?=.*status="201").*\} \d/,
    );
    expect(response.body).toContain('route="unmatched"');
    expect(response.body).not.toContain('55302-1');
    expect(response.body).not.toContain('nowhere');
    expect(response.body).toContain('shekara_filed_total{service="payments"} 1');
    expect((await registration.app.inject('/metrics')).body).not.toContain('shekara_filed_total');
  });

  it('is alive, and ready only while every check passes, without telling strangers why not', async () => {
    expect((await registration.app.inject('/health/live')).json()).toEqual({ live: true });
    expect((await registration.app.inject('/health/ready')).statusCode).toBe(200);
    let failure: Error | undefined = new Error('postgres://user:private@db refused');
    const checks = registration.app.get(HealthChecks);
    checks.add('database', async () => {
      if (failure) throw failure;
    });
    checks.add('kafka', async () => undefined);
    const refused = await registration.app.inject('/health/ready');
    expect(refused.statusCode).toBe(503);
    expect(refused.json()).toEqual({ ready: false, checks: { database: 'failed', kafka: 'ok' } });
    expect(lines.join('')).toContain('health check database failed');
    failure = undefined;
    expect((await registration.app.inject('/health/ready')).statusCode).toBe(200);
    expect((await payments.app.inject('/health/ready')).json()).toEqual({ ready: true, checks: {} });
    expect(() => checks.add('kafka', async () => undefined)).toThrow('health check kafka is added twice');
  });

  it('sees also the routes that are added to the server before Nest makes its own', async () => {
    const exporter = new InMemorySpanExporter();
    @Module({
      imports: [
        ObservabilityModule.register({
          service: 'gateway',
          version: '1',
          spanProcessors: [new SimpleSpanProcessor(exporter)],
        }),
      ],
    })
    class GatewayModule {}
    const app = await NestFactory.create<NestFastifyApplication>(GatewayModule, new FastifyAdapter(), {
      logger: false,
    });
    app
      .getHttpAdapter()
      .getInstance()
      .get('/proxied', () => 'through');
    await app.init();
    expect((await app.inject('/proxied')).body).toBe('through');
    expect(exporter.getFinishedSpans()).toMatchObject([{ name: 'GET /proxied' }]);
    await app.close();
  });
});

describe('health checks', () => {
  it('take a check that does not come back for failed', async () => {
    const limit = new AbortController();
    const checks = new HealthChecks(() => limit.signal);
    checks.add('stuck', () => new Promise<void>(() => undefined));
    const readiness = checks.readiness();
    limit.abort();
    expect(await readiness).toEqual({ ready: false, checks: { stuck: 'failed' } });
  });

  it('turn not ready once the service stops', async () => {
    const checks = new HealthChecks();
    expect((await checks.readiness()).ready).toBe(true);
    checks.beforeApplicationShutdown();
    expect((await checks.readiness()).ready).toBe(false);
  });
});

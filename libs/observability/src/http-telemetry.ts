/** A server span and a duration for each HTTP request, by Fastify hooks: they see refused and failed requests too. */
import { context, type Context, type Span, SpanKind, SpanStatusCode } from '@opentelemetry/api';
import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Metrics } from './metrics.js';
import { Tracing } from './tracing.js';

@Injectable()
export class HttpTelemetry {
  private readonly spans = new WeakMap<FastifyRequest, Span>();
  private installed = false;

  constructor(
    private readonly host: HttpAdapterHost,
    private readonly tracing: Tracing,
    private readonly metrics: Metrics,
  ) {
    this.install();
  }

  /** Adds the hooks once the server exists (Nest's testing module makes it late); routes added before have none. */
  install(): void {
    // The types promise an adapter always; a context without HTTP, or before its server is made, has none.
    const adapter: HttpAdapterHost['httpAdapter'] | undefined = this.host.httpAdapter;
    if (this.installed || adapter?.getType?.() !== 'fastify') return;
    this.installed = true;
    const server: FastifyInstance = adapter.getInstance();
    const durations = this.metrics.histogram(
      'http_server_request_duration_seconds',
      'Time from the arrival of a request to the end of its answer.',
      ['method', 'route', 'status'],
    );
    server.addHook('onRequest', (request, _reply, done) => context.with(this.begin(request), done));
    server.addHook('onResponse', (request, reply, done) => {
      const { method } = request;
      durations.observe(
        { method, route: routeOf(request), status: String(reply.statusCode) },
        reply.elapsedTime / 1_000,
      );
      this.end(request, reply);
      done();
    });
  }

  private begin(request: FastifyRequest): Context {
    const { traceparent } = request.headers;
    const route = routeOf(request);
    const started = this.tracing.startSpan(
      `${request.method} ${route}`,
      typeof traceparent === 'string' ? traceparent : undefined,
      {
        kind: SpanKind.SERVER,
        attributes: { 'http.request.method': request.method, 'http.route': route },
      },
    );
    this.spans.set(request, started.span);
    return started.active;
  }

  private end(request: FastifyRequest, reply: FastifyReply): void {
    const span = this.spans.get(request);
    span?.setAttribute('http.response.status_code', reply.statusCode);
    if (reply.statusCode >= 500) span?.setStatus({ code: SpanStatusCode.ERROR });
    span?.end();
  }
}

/** The pattern, never the path: paths carry numbers of documents, and each would be a metric of its own. */
function routeOf(request: FastifyRequest): string {
  return request.routeOptions.url ?? 'unmatched';
}

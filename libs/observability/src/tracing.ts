/**
 * Traces that follow a case through HTTP and Kafka. Each service has its own tracer and exporter; which service a piece
 * of code runs for is part of the active context, so several services can live in one process.
 */
import {
  type Attributes,
  type Context,
  context,
  createContextKey,
  defaultTextMapGetter,
  defaultTextMapSetter,
  type Link,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
  type Tracer,
} from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, NodeTracerProvider, type SpanProcessor } from '@opentelemetry/sdk-trace-node';

export { type Attributes, SpanKind };

const OF_SERVICE = createContextKey('shekara.tracing');
const propagator = new W3CTraceContextPropagator();

export interface SpanOptions {
  readonly kind?: SpanKind;
  readonly attributes?: Attributes;
  /** W3C traceparents of other spans that caused this one. */
  readonly links?: readonly string[];
}

export interface TracingOptions {
  readonly service: string;
  readonly version: string;
  /** Where finished spans go. */
  readonly spanProcessors?: readonly SpanProcessor[];
}

/** The tracer of one service. Inject it where work begins outside a request: a relay, a consumer, a timer. */
export class Tracing {
  readonly service: string;
  private readonly provider: NodeTracerProvider;
  private readonly tracer: Tracer;

  constructor({ service, version, spanProcessors = [] }: TracingOptions) {
    keepContextAcrossAwaits();
    this.service = service;
    this.provider = new NodeTracerProvider({
      resource: resourceFromAttributes({ 'service.name': service, 'service.version': version }),
      spanProcessors: [...spanProcessors],
    });
    this.tracer = this.provider.getTracer('shekara', version);
  }

  /** Runs with this service as the one that spans and log lines belong to. */
  run<T>(work: () => T): T {
    return context.with(context.active().setValue(OF_SERVICE, this), work);
  }

  /** Starts a span under the traceparent (a new trace without one); answers it with the context to run in. */
  startSpan(
    name: string,
    traceparent: string | undefined,
    options: SpanOptions = {},
  ): { span: Span; active: Context } {
    return this.startSpanUnder(contextOf(traceparent), name, options);
  }

  /** A child of the active span. */
  withSpan<T>(name: string, attributes: Attributes, work: () => T | Promise<T>): Promise<T> {
    return finish(this.startSpanUnder(context.active(), name, { attributes }), work);
  }

  /** A child of a span of elsewhere, known by its W3C traceparent; the root of a new trace without one. */
  runWithTraceparent<T>(
    traceparent: string | undefined,
    spanName: string,
    work: () => T | Promise<T>,
    options: SpanOptions = {},
  ): Promise<T> {
    return finish(this.startSpan(spanName, traceparent, options), work);
  }

  /** Sends what is still unsent and stops. */
  stop(): Promise<void> {
    return this.provider.shutdown();
  }

  private startSpanUnder(
    parent: Context,
    name: string,
    options: SpanOptions,
  ): { span: Span; active: Context } {
    const { kind, attributes, links = [] } = options;
    const span = this.tracer.startSpan(name, { kind, attributes, links: links.flatMap(linkTo) }, parent);
    return { span, active: trace.setSpan(parent, span).setValue(OF_SERVICE, this) };
  }
}

function contextOf(traceparent: string | undefined): Context {
  const carrier = traceparent === undefined ? {} : { traceparent };
  return propagator.extract(ROOT_CONTEXT, carrier, defaultTextMapGetter);
}

function linkTo(traceparent: string): Link[] {
  const linked = trace.getSpanContext(contextOf(traceparent));
  return linked ? [{ context: linked }] : [];
}

/**
 * The processors that the environment asks for: a batching OTLP/HTTP exporter when OTEL_EXPORTER_OTLP_ENDPOINT is set,
 * else none, and the exporter's code is not even loaded.
 */
export async function exportersOf(environment: NodeJS.ProcessEnv): Promise<SpanProcessor[]> {
  if (!environment.OTEL_EXPORTER_OTLP_ENDPOINT) return [];
  const { OTLPTraceExporter } = await import('@opentelemetry/exporter-trace-otlp-http');
  return [new BatchSpanProcessor(new OTLPTraceExporter())];
}

/** Runs the work in a span of the service whose context is active; the span fails when the work throws. */
export function withSpan<T>(name: string, attributes: Attributes, work: () => T | Promise<T>): Promise<T> {
  return activeTracing().withSpan(name, attributes, work);
}

/** The W3C traceparent of the active span, to travel with a message; undefined outside any span. */
export function currentTraceparent(): string | undefined {
  const carrier: { traceparent?: string } = {};
  propagator.inject(context.active(), carrier, defaultTextMapSetter);
  return carrier.traceparent;
}

/** `Tracing.runWithTraceparent` of the service whose context is active. */
export function runWithTraceparent<T>(
  traceparent: string | undefined,
  spanName: string,
  work: () => T | Promise<T>,
  options: SpanOptions = {},
): Promise<T> {
  return activeTracing().runWithTraceparent(traceparent, spanName, work, options);
}

/** The ids that a log line carries. */
export function activeTraceFields(): { service?: string; traceId?: string; spanId?: string } {
  const span = trace.getSpanContext(context.active());
  const service = serviceTracing()?.service;
  return {
    ...(service === undefined ? {} : { service }),
    ...(span === undefined ? {} : { traceId: span.traceId, spanId: span.spanId }),
  };
}

async function finish<T>(
  { span, active }: { span: Span; active: Context },
  work: () => T | Promise<T>,
): Promise<T> {
  try {
    return await context.with(active, work);
  } catch (error) {
    failSpan(span, error);
    throw error;
  } finally {
    span.end();
  }
}

/** Names the kind of error only: its text may hold personal data. */
export function failSpan(span: Span, error: unknown): void {
  span.setStatus({ code: SpanStatusCode.ERROR });
  span.setAttribute('error.type', error instanceof Error ? error.name : typeof error);
}

function serviceTracing(): Tracing | undefined {
  const tracing = context.active().getValue(OF_SERVICE);
  return tracing instanceof Tracing ? tracing : undefined;
}

/** Outside any service (a script, a unit test) spans are made, so that trace ids flow on, and go nowhere. */
let ofNoService: Tracing | undefined;

function activeTracing(): Tracing {
  return serviceTracing() ?? (ofNoService ??= new Tracing({ service: 'unknown', version: '0' }));
}

/** The one thing that is the process's: the API refuses a second context manager, and the first serves all. */
function keepContextAcrossAwaits(): void {
  const manager = new AsyncLocalStorageContextManager();
  if (context.setGlobalContextManager(manager)) manager.enable();
}

import { InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-node';
import {
  currentTraceparent,
  exportersOf,
  runWithTraceparent,
  SpanKind,
  Tracing,
  withSpan,
} from './tracing.js';

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const PARENT = '00f067aa0ba902b7';

describe('a trace', () => {
  function service(name: string) {
    const exporter = new InMemorySpanExporter();
    const spanProcessors = [new SimpleSpanProcessor(exporter)];
    return { tracing: new Tracing({ service: name, version: '1.2.3', spanProcessors }), exporter };
  }

  it('goes on under the traceparent of a message', async () => {
    const { tracing, exporter } = service('payments');
    const inside = await tracing.runWithTraceparent(
      `00-${TRACE}-${PARENT}-01`,
      'payments.money.v1 process',
      () => currentTraceparent(),
      { kind: SpanKind.CONSUMER, attributes: { 'messaging.system': 'kafka' } },
    );
    const [span] = exporter.getFinishedSpans();
    expect(span).toMatchObject({
      name: 'payments.money.v1 process',
      kind: SpanKind.CONSUMER,
      attributes: { 'messaging.system': 'kafka' },
      parentSpanContext: { traceId: TRACE, spanId: PARENT },
    });
    expect(span?.resource.attributes).toMatchObject({
      'service.name': 'payments',
      'service.version': '1.2.3',
    });
    expect(inside).toBe(`00-${TRACE}-${span?.spanContext().spanId}-01`);
  });

  it('of a batch is linked to the traces of its messages', async () => {
    const { tracing, exporter } = service('gateway');
    const links = [`00-${TRACE}-${PARENT}-01`, 'nonsense'];
    await tracing.runWithTraceparent(undefined, 'batch', () => undefined, { links });
    const [span] = exporter.getFinishedSpans();
    expect(span?.links.map(({ context }) => [context.traceId, context.spanId])).toEqual([[TRACE, PARENT]]);
    expect(span?.parentSpanContext).toBeUndefined();
  });

  it.each([undefined, 'nonsense', `00-${'0'.repeat(32)}-${PARENT}-01`])(
    'begins anew where the message has none that can be read (%s)',
    async (traceparent) => {
      const { tracing } = service('payments');
      const first = await tracing.runWithTraceparent(traceparent, 'a', () => currentTraceparent());
      const second = await tracing.runWithTraceparent(traceparent, 'b', () => currentTraceparent());
      expect(first).toMatch(/^00-[\da-f]{32}-[\da-f]{16}-01$/);
      expect(second?.slice(3, 35)).not.toBe(first?.slice(3, 35));
    },
  );

  it('gives each service of a process its own spans, however their work is interleaved', async () => {
    const services = [service('risk'), service('payments')];
    await Promise.all(
      services.map(({ tracing }) =>
        tracing.runWithTraceparent(`00-${TRACE}-${PARENT}-01`, 'outer', async () => {
          await Promise.resolve();
          await withSpan('inner', {}, () =>
            runWithTraceparent(currentTraceparent(), 'produce', () => undefined),
          );
        }),
      ),
    );
    for (const { exporter, tracing } of services) {
      const spans = exporter.getFinishedSpans();
      expect(spans.map(({ name }) => name)).toEqual(['produce', 'inner', 'outer']);
      const [produce, inner, outer] = spans;
      expect(produce?.parentSpanContext?.spanId).toBe(inner?.spanContext().spanId);
      expect(inner?.parentSpanContext?.spanId).toBe(outer?.spanContext().spanId);
      expect(new Set(spans.map((span) => span.spanContext().traceId))).toEqual(new Set([TRACE]));
      expect(new Set(spans.map((span) => span.resource.attributes['service.name']))).toEqual(
        new Set([tracing.service]),
      );
    }
  });

  it('belongs to the service that runs the work, also where no span is open yet', async () => {
    const { tracing, exporter } = service('guarantees');
    await tracing.run(() => withSpan('relay', { batch: 3 }, () => undefined));
    expect(exporter.getFinishedSpans()).toMatchObject([{ name: 'relay', attributes: { batch: 3 } }]);
  });

  it('marks a span whose work fails, without the text of the error, and lets the error through', async () => {
    const { tracing, exporter } = service('payments');
    const work = () => Promise.reject(new TypeError('payer 900101300017'));
    await expect(tracing.withSpan('post', {}, work)).rejects.toThrow('payer 900101300017');
    const [span] = exporter.getFinishedSpans();
    expect(span).toMatchObject({ status: { code: 2 }, attributes: { 'error.type': 'TypeError' } });
    expect(JSON.stringify([span?.attributes, span?.events, span?.status])).not.toContain('900101300017');
  });

  it('has ids outside any service too, and none outside any span', async () => {
    expect(currentTraceparent()).toBeUndefined();
    expect(await withSpan('script', {}, () => currentTraceparent())).toMatch(/^00-/);
    expect(currentTraceparent()).toBeUndefined();
  });

  it('is exported only where the environment names a collector', async () => {
    expect(await exportersOf({})).toEqual([]);
    const exporters = await exportersOf({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318' });
    expect(exporters).toHaveLength(1);
    await Promise.all(exporters.map((exporter) => exporter.shutdown()));
  });
});

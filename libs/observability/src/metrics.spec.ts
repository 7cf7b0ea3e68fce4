import { Metrics } from './metrics.js';

describe('metrics', () => {
  it('are the own ones of each service of a process', async () => {
    const [risk, payments] = [new Metrics('risk', '1.0.0'), new Metrics('payments', '2.0.0')];
    risk.counter('shekara_evaluations_total', 'Evaluations.').inc(2);
    payments.counter('shekara_evaluations_total', 'Evaluations.').inc(5);
    const { text } = await risk.exposition();
    expect(text).toContain('shekara_evaluations_total{service="risk"} 2');
    expect(text).toContain('shekara_build_info{version="1.0.0",service="risk"} 1');
    expect(text).toContain('process_resident_memory_bytes{service="risk"}');
    expect(text).not.toContain('payments');
    expect((await payments.exposition()).text).toContain('shekara_evaluations_total{service="payments"} 5');
  });

  it('are made once however often they are asked for, and never change their kind', () => {
    const metrics = new Metrics('risk', '1');
    expect(metrics.counter('a_total', 'A.', ['kind'])).toBe(metrics.counter('a_total', 'A.', ['kind']));
    expect(metrics.gauge('b', 'B.')).toBe(metrics.gauge('b', 'B.'));
    expect(metrics.histogram('c_seconds', 'C.')).toBe(metrics.histogram('c_seconds', 'C.'));
    expect(() => metrics.gauge('a_total', 'A.')).toThrow('metric a_total is of another kind');
  });

  it('measure at the reading what nobody counts', async () => {
    const metrics = new Metrics('risk', '1');
    let waiting = 3;
    metrics.gauge('shekara_outbox_waiting', 'Messages that wait.', [], (gauge) => gauge.set(waiting));
    expect((await metrics.exposition()).text).toContain('shekara_outbox_waiting{service="risk"} 3');
    waiting = 0;
    expect((await metrics.exposition()).text).toContain('shekara_outbox_waiting{service="risk"} 0');
  });
});

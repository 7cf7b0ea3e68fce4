import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { createTopics, topicPrefix } from '../src/index.js';
import { brokers } from './environment.js';

const BUILT = new URL('../dist/', import.meta.url).href;

/** A process of its own: what Node warns of there is counted, and so is the processor time of a second of idleness. */
async function idleProducer(topic: string): Promise<{ warnings: string[]; idleMs: number }> {
  const script = `
    const warnings = [];
    process.on('warning', (warning) => warnings.push(warning.name));
    const { silentKafka } = await import(${JSON.stringify(`${BUILT}topics.js`)});
    const producer = silentKafka(${JSON.stringify(brokers())}).producer({ idempotent: true });
    await producer.connect();
    await producer.send({ topic: ${JSON.stringify(topic)}, messages: [{ value: 'x' }] });
    const before = process.cpuUsage();
    await new Promise((resolve) => setTimeout(resolve, 1000));
    const { user, system } = process.cpuUsage(before);
    await producer.disconnect();
    console.log(JSON.stringify({ warnings, idleMs: Math.round((user + system) / 1000) }));`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script]);
  return JSON.parse(stdout) as { warnings: string[]; idleMs: number };
}

describe('kafkajs with its idle timers stopped', () => {
  it('prints no TimeoutNegativeWarning', async () => {
    const [topic] = await createTopics(brokers(), [{ name: 'idle.v1', partitions: 1 }], topicPrefix());
    const { warnings, idleMs } = await idleProducer(String(topic));
    process.stdout.write(`an idle producer used ${idleMs} ms of processor in a second\n`);
    expect(warnings).toEqual([]);
  });
});

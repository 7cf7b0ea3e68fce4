/** Row 2: a backlog of events consumed, one row of effect each. Ours also remembers each in the inbox. */
import { v7 as uuidv7 } from 'uuid';
import { create, RegisterEntryChangedSchema, timestampOf, toBinary } from '@shekara/contracts';
import { envelopeHeaders, PROTOBUF } from '@shekara/messaging';
import { eventually } from '@shekara/testing';
import { BASELINE_EVENTS } from '../baseline.js';
import type { Ground } from '../ground.js';
import { partitionsOf, produce, type Produced } from '../kafka-watch.js';
import type { Measured } from '../measure.js';

const TOPIC = 'registers.entries.v1';

/** Entries of carriers that are nobody's. */
function entries(count: number): readonly Produced[] {
  const time = new Date();
  return Array.from({ length: count }, (_, index) => {
    const registrationNumber = `BENCH-${index}`;
    const id = uuidv7();
    const value = create(RegisterEntryChangedSchema, {
      registrationNumber,
      register: 'CARRIER',
      status: 'INCLUDED',
      person: {
        name: 'Altyn Zhol TOO',
        address: 'Almaty, Raiymbek 1',
        country: 'KZ',
        identificationNumber: '050640001236',
      },
      customsBody: '55302',
      statusFrom: '2026-02-20',
      version: 1n,
      changedAt: timestampOf(time),
    });
    const envelope = {
      id,
      type: RegisterEntryChangedSchema.typeName,
      source: '/shekara/bench',
      time,
      caseId: id,
      causationId: undefined,
      actor: 'system:bench',
      ground: 'bench',
      traceparent: undefined,
    };
    return {
      key: registrationNumber,
      value: Buffer.from(toBinary(RegisterEntryChangedSchema, value)),
      headers: { ...envelopeHeaders(envelope, PROTOBUF) },
    };
  });
}

/** Rows a second between the first that is seen and the last: joining the group is not counted. */
async function rateOf(count: number, rows: () => Promise<number>): Promise<number> {
  const first = await eventually(
    async () => {
      const there = await rows();
      if (there === 0) throw new Error('no effect yet');
      return { there, at: performance.now() };
    },
    { timeoutMs: 60_000 },
  );
  if (first.there >= count) throw new Error('all effects came at once: measure more events');
  await eventually(
    async () => {
      const there = await rows();
      if (there < count) throw new Error(`${there} of ${count} effects`);
    },
    { timeoutMs: 120_000 },
  );
  return ((count - first.there) * 1_000) / (performance.now() - first.at);
}

export async function events(ground: Ground): Promise<Measured[]> {
  await ground.need(['registration']);
  const { quick } = ground.options;
  const messages = entries(quick ? 40_000 : 120_000);

  await ground.baseline.makeEventsTopic(partitionsOf(TOPIC));
  await ground.stopService('registration');
  await produce(ground.brokers, BASELINE_EVENTS, messages);
  await produce(ground.brokers, TOPIC, messages);

  const bare = await ground.baseline.consumer();
  const baseline = await rateOf(messages.length, async () => {
    const [found] = await ground.baseline.query<{ rows: number }>(
      `SELECT count(*)::int AS rows FROM effects`,
    );
    return found?.rows ?? 0;
  });
  process.kill(bare.pid, 'SIGTERM');

  const entriesOf = async (): Promise<number> => {
    const [found] = await ground.query<{ rows: number }>(
      'registration',
      `SELECT count(*)::int AS rows FROM register_entries`,
    );
    return found?.rows ?? 0;
  };
  const before = await entriesOf();
  await ground.startWhereItLeftOff('registration');
  const ours = await rateOf(messages.length, async () => (await entriesOf()) - before);
  return [{ name: 'events', ours, baseline, unit: 'events/s', ratioGoal: 0.5 }];
}

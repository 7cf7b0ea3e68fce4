/** Rows 1 and 3: arrival notices accepted and seen on Kafka, and how long that takes at half load. */
import { ArrivalNoticeAcceptedSchema } from '@shekara/contracts';
import { roadArrivalNotice } from '@shekara/testing/documents';
import { BASELINE_DOCUMENTS } from '../baseline.js';
import { commandHeaders, type Ground } from '../ground.js';
import { type Answered, send, type Shot } from '../http-load.js';
import { KafkaWatch, type Seen } from '../kafka-watch.js';
import { type Measured, percentile } from '../measure.js';
import { cpuMsOf, rssOf } from '../process-use.js';

const TOPIC = 'registration.arrivals.v1';
const BODY = JSON.stringify(roadArrivalNotice());

/** Somewhere to send documents to, and where they come out. */
export interface Target {
  /** The processes whose processor time is counted. */
  readonly pids: readonly number[];
  readonly url: string;
  readonly topic: string;
  /** The type of the message that each document becomes, where others travel on the topic too. */
  readonly type?: string;
  readonly shot: (n: number) => Shot;
}

export async function baselineTarget(ground: Ground, body: string): Promise<Target> {
  const { url, pid } = await ground.baseline.documents();
  const shot = { path: '/documents', headers: { 'content-type': 'application/json' }, body };
  return { pids: [pid], url, topic: BASELINE_DOCUMENTS, shot: () => shot };
}

async function ourTarget(ground: Ground, url: string): Promise<Target> {
  const pids = ground.services.map(({ pid }) => pid);
  const token = await ground.token({
    subject: 'khorgos-lane-7',
    roles: ['CHECKPOINT_SYSTEM'],
    posts: ['55302'],
  });
  return {
    pids,
    url,
    topic: TOPIC,
    type: ArrivalNoticeAcceptedSchema.typeName,
    shot: () => ({ path: '/v1/arrival-notices', headers: commandHeaders(token), body: BODY }),
  };
}

export interface Flow {
  readonly answers: readonly Answered[];
  readonly seen: readonly Seen[];
  /** Documents a second, from the first request until the last was answered and seen on Kafka. */
  readonly perSecond: number;
  /** Processor time of the target's processes for each document, milliseconds. */
  readonly cpuMs: number;
}

/** Sends documents and waits until each was seen on Kafka. @throws Error when one does not come. */
export async function flow(
  ground: Ground,
  target: Target,
  load: { readonly milliseconds?: number; readonly count?: number; readonly pace?: number },
): Promise<Flow> {
  const watch = await KafkaWatch.open(ground.brokers, target.topic);
  try {
    const before = await cpuOf(target);
    const answers = await send({ url: target.url, shot: target.shot, ...load });
    const seen = await watch.until(answers.length, target.type);
    const begun = Math.min(...answers.map(({ sentAt }) => sentAt));
    const ended = Math.max(
      ...answers.map(({ answeredAt }) => answeredAt),
      ...seen.map(({ seenAt }) => seenAt),
    );
    return {
      answers,
      seen,
      perSecond: (answers.length * 1_000) / (ended - begun),
      cpuMs: ((await cpuOf(target)) - before) / answers.length,
    };
  } finally {
    await watch.close();
  }
}

/** Ours and the baseline in turns, so that what else the machine does falls on both. */
async function sideBySide(
  ground: Ground,
  ours: Target,
  bare: Target,
): Promise<{ ours: Flow[]; bare: Flow[] }> {
  const { quick } = ground.options;
  await flow(ground, bare, { milliseconds: quick ? 700 : 3_000 });
  await flow(ground, ours, { milliseconds: quick ? 1_500 : 5_000 });
  const taken = { ours: [] as Flow[], bare: [] as Flow[] };
  for (let turn = 0; turn < (quick ? 2 : 4); turn += 1) {
    taken.bare.push(await flow(ground, bare, { milliseconds: quick ? 1_500 : 5_000 }));
    taken.ours.push(await flow(ground, ours, { milliseconds: quick ? 2_500 : 5_000 }));
  }
  return taken;
}

async function cpuOf({ pids }: Target): Promise<number> {
  const used = await Promise.all(pids.map(cpuMsOf));
  return used.reduce((sum, each) => sum + each, 0);
}

function mean(flows: readonly Flow[], figure: 'perSecond' | 'cpuMs' = 'perSecond'): number {
  return flows.reduce((sum, each) => sum + each[figure], 0) / flows.length;
}

function waitsOf(flows: readonly Flow[]): number[] {
  return flows.flatMap(({ answers }) => answers.map(({ sentAt, answeredAt }) => answeredAt - sentAt));
}

async function throughput(ground: Ground, name: string, url: string, ratioGoal: number): Promise<Measured[]> {
  const { ours, bare } = await sideBySide(
    ground,
    await ourTarget(ground, url),
    await baselineTarget(ground, BODY),
  );
  const p50 = (flows: readonly Flow[]): number => percentile(waitsOf(flows), 0.5);
  return [
    { name, ours: mean(ours), baseline: mean(bare), unit: 'notices/s', ratioGoal },
    { name: `${name}: answer p50`, ours: p50(ours), baseline: p50(bare), unit: 'ms' },
    {
      name: `${name}: processor time a notice`,
      ours: mean(ours, 'cpuMs'),
      baseline: mean(bare, 'cpuMs'),
      unit: 'ms',
    },
    {
      name: `${name}: memory after the load`,
      ours: await rssOf(ground.serviceOf('registration').pid),
      baseline: await rssOf((await ground.baseline.documents()).pid),
      unit: 'MiB',
    },
  ];
}

/** So many notices to registration, as fast as they are answered. */
export async function arrivalsOf(ground: Ground, count: number): Promise<Flow> {
  return flow(ground, await ourTarget(ground, ground.serviceOf('registration').url), { count });
}

export async function arrivals(ground: Ground): Promise<Measured[]> {
  await ground.need(['registration']);
  return throughput(ground, 'arrivals', ground.serviceOf('registration').url, 0.6);
}

export async function arrivalsThroughGateway(ground: Ground): Promise<Measured[]> {
  await ground.need(['registration', 'gateway']);
  return throughput(ground, 'arrivals-gateway', ground.installation.gatewayUrl, 0.4);
}

/** From the opening of the transaction to the consumer's hand: an upper bound of commit to consumer. */
export async function latency(ground: Ground): Promise<Measured[]> {
  await ground.need(['registration']);
  const halfLoad = async (target: Target): Promise<number[]> => {
    const { perSecond } = await flow(ground, target, { milliseconds: ground.options.quick ? 2_000 : 5_000 });
    const { seen } = await flow(ground, target, {
      milliseconds: ground.options.quick ? 4_000 : 20_000,
      pace: perSecond / 2,
    });
    return seen.map(({ seenAt, openedAt }) => seenAt - openedAt);
  };
  const bare = await halfLoad(await baselineTarget(ground, BODY));
  const ours = await halfLoad(await ourTarget(ground, ground.serviceOf('registration').url));
  return [
    {
      name: 'latency: median',
      ours: percentile(ours, 0.5),
      baseline: percentile(bare, 0.5),
      unit: 'ms',
      goal: 15,
    },
    {
      name: 'latency: p99',
      ours: percentile(ours, 0.99),
      baseline: percentile(bare, 0.99),
      unit: 'ms',
      goal: 100,
    },
  ];
}

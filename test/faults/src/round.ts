/** One round: a whole Shekara, traffic, faults, quiet, then the books. */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { topics } from '@shekara/contracts';
import { Bank } from '@shekara/local/bank';
import type { Patience, Waiting } from '@shekara/local/gateway-client';
import { type Installation, startInstallation } from '@shekara/local/installation';
import { gather } from '@shekara/local/people';
import { freePort } from '@shekara/testing';
import { Chance } from './chance.js';
import { Clocks } from './clocks.js';
import { Databases } from './databases.js';
import { Desk } from './desk.js';
import { Duplicator } from './duplicator.js';
import { type Fault, Faults } from './faults.js';
import { prepareGround } from './ground.js';
import {
  documentsAreFinal,
  historiesVerify,
  nobodyHasWorkLeft,
  nothingHappenedTwice,
} from './invariants/documents.js';
import { Findings } from './invariants/findings.js';
import { moneyBalances, securitiesHold, stockBalances } from './invariants/ledgers.js';
import {
  inboxesHaveEachMessageOnce,
  type MessagesSeen,
  onlyPoisonIsDead,
  outboxesAndTopicsAgree,
} from './invariants/messages.js';
import { OnlookerKafka } from './kafka.js';
import { Machines } from './machines.js';
import { pause } from './pause.js';
import { Poisoner } from './poison.js';
import { readTopics } from './records.js';
import { settle } from './settle.js';
import { subscriptions } from './subscriptions.js';
import { type Case, Traffic } from './traffic.js';

export interface RoundOptions {
  readonly seed: number;
  /** How long faults and traffic last; starting, coming to rest and checking come on top. */
  readonly seconds: number;
  /** Trucks under way at the same time. */
  readonly atOnce: number;
  /** Keeps data and logs of a round that found nothing, too. */
  readonly keep: boolean;
  readonly say: (line: string) => void;
}

export interface RoundResult {
  readonly cases: readonly Case[];
  readonly faults: readonly Fault[];
  readonly failedStarts: number;
  readonly copies: number;
  readonly doses: number;
  /** What clients met instead of answers, and how often. */
  readonly metByClients: ReadonlyMap<string, number>;
  readonly findings: readonly Findings[];
  /** Where data and logs are, when they were kept. */
  readonly folder: string | undefined;
}

const SETTLE_MS = 60_000;
const PATIENCE = { attemptMs: 4_000, totalMs: 120_000 };
const WAITING: Waiting = { timeoutMs: 480_000, everyMs: 150 };
/** Rows that may wait in an outbox before its service takes no more: reached whenever Kafka is away. */
const OUTBOX_LIMIT = 60;
/** In a round of so many seconds everything has had its turn to be killed. */
const LONG_SECONDS = 300;

export async function runRound(options: RoundOptions): Promise<RoundResult> {
  const folder = await mkdtemp(join(tmpdir(), `shekara-faults-${options.seed}-`));
  // PostgreSQL's user passes through this folder to its own; it cannot list it.
  await chmod(folder, 0o711);
  const clocks = await Clocks.in(join(folder, 'clocks'));
  const installation = await startInstallation({
    gatewayPort: await freePort(),
    dataDirectory: join(folder, 'data'),
    logDirectory: join(folder, 'logs'),
    environment: { ...clocks.environment, OUTBOX_LIMIT: String(OUTBOX_LIMIT) },
    log: options.say,
  });
  let result: Omit<RoundResult, 'folder'>;
  try {
    result = await during(installation, clocks, options);
  } finally {
    await installation.stop();
  }
  const clean = result.findings.every(({ broken }) => broken.length === 0);
  if (clean && !options.keep) await rm(folder, { recursive: true, force: true });
  return { ...result, folder: clean && !options.keep ? undefined : folder };
}

async function during(
  installation: Installation,
  clocks: Clocks,
  options: RoundOptions,
): Promise<Omit<RoundResult, 'folder'>> {
  const { say } = options;
  const chance = new Chance(options.seed);
  const metByClients = new Map<string, number>();
  const patience: Patience = {
    ...PATIENCE,
    noticed: (what) => metByClients.set(what, (metByClients.get(what) ?? 0) + 1),
  };
  const handled = subscriptions();
  const readers = [...handled].flatMap(([service, types]) => (types.size > 0 ? [service] : []));
  const kafka = new OnlookerKafka(installation.brokers);
  const people = await gather(installation.gatewayUrl, installation.issuer, patience);
  const bank = await Bank.open(installation.brokers);
  const duplicator = await Duplicator.start(kafka, chance.fork(10));
  const poisoner = Poisoner.start(kafka, chance.fork(11), handled);
  const machines = new Machines(installation);
  const faults = new Faults(machines, clocks, chance.fork(12), say);
  const ground = await prepareGround(people, bank);
  say(`the ground is prepared; ${options.seconds} s of traffic and faults begin`);

  const traffic = new Traffic({
    ...{ people, bank, ground, clocks, say },
    desk: await Desk.open(people),
    chance: chance.fork(13),
    atOnce: options.atOnce,
    waiting: WAITING,
  });
  const over = AbortSignal.timeout(options.seconds * 1_000);
  const watched = new AbortController();
  const watching = faults.watch(watched.signal);
  const poisoning = poisonUntil(over, poisoner, chance.fork(14));
  await Promise.all([traffic.run(over), faults.run(over), poisoning]);
  say(`${traffic.cases.length} trucks are through or given up; coming to rest`);

  const databases = await Databases.open(installation.databaseUrls);
  try {
    // The last originals are copied, then the copies are read too.
    await settle(databases, kafka, readers, SETTLE_MS);
    await duplicator.stop();
    const rest = new Findings('the installation came to rest');
    rest.checked();
    for (const waiting of await settle(databases, kafka, readers, SETTLE_MS)) rest.add(waiting);
    watched.abort();
    await watching;
    await poisoner.stop();
    for (const name of faults.endedByThemselves) rest.add(`${name} ended by itself`);
    if (options.seconds >= LONG_SECONDS)
      for (const name of faults.neverKilled) rest.add(`${name} was never killed`);
    say('at rest; checking the books');

    const deadTopics = await kafka.withAdmin(async (admin) =>
      (await admin.listTopics()).filter((topic) => topic.endsWith('.dead')),
    );
    const seen: MessagesSeen = {
      records: await readTopics(
        kafka,
        topics.map(({ name }) => name),
      ),
      dead: await readTopics(kafka, deadTopics),
      doses: poisoner.doses,
      handled,
    };
    const confirmedTiyn = bank.confirmed.reduce(
      (total, { amount }) => total + BigInt(amount.replace('.', '')),
      0n,
    );
    return {
      cases: traffic.cases,
      faults: faults.done,
      failedStarts: machines.failedStarts,
      copies: duplicator.copies,
      doses: poisoner.doses.length,
      metByClients,
      findings: [
        rest,
        await documentsAreFinal(databases, traffic.cases),
        await outboxesAndTopicsAgree(databases, seen),
        await inboxesHaveEachMessageOnce(databases, seen),
        await nothingHappenedTwice(databases),
        await moneyBalances(databases, confirmedTiyn),
        await securitiesHold(databases),
        await stockBalances(databases),
        await nobodyHasWorkLeft(databases),
        await historiesVerify(databases),
        onlyPoisonIsDead(seen),
      ],
    };
  } finally {
    await databases.close();
    await bank.close();
  }
}

/** Every topic gets its dose at the beginning, and again now and then. */
async function poisonUntil(over: AbortSignal, poisoner: Poisoner, chance: Chance): Promise<void> {
  while (!over.aborted) {
    await poisoner.poisonEveryTopic();
    await pause(chance.between(5_000, 20_000), over);
  }
}

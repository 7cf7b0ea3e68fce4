/** Row 4: declarations filed through the gateway to their automatic release, all services running. */
import { Bank } from '@shekara/local/bank';
import { importer, type Importer } from '@shekara/local/people';
import { GatewayClient } from '@shekara/local/gateway-client';
import { GoodsReleasedSchema } from '@shekara/contracts';
import { eventually } from '@shekara/testing';
import { CARRIER, importDeclaration, roadArrivalNotice } from '@shekara/testing/documents';
import { commandHeaders, type Ground } from '../ground.js';
import { type Answered, send } from '../http-load.js';
import { KafkaWatch, type Seen, settled } from '../kafka-watch.js';
import { type Measured, percentile } from '../measure.js';
import { baselineTarget, flow } from './arrivals.js';

const TOPIC = 'registration.declarations.v1';
const IMPORTERS = 16;
/** Bank confirmations of a hundred billion tenge: no row runs out of money. */
const PAYMENT = '100000000000.00';

interface Declarant extends Importer {
  readonly token: string;
}

export interface Released {
  readonly answers: readonly Answered[];
  /** From the moment a declaration was sent (or due) until its release was on Kafka, milliseconds. */
  readonly waits: readonly number[];
  readonly perSecond: number;
  /** Everything that came to the topic of declarations. */
  readonly seen: readonly Seen[];
}

let declarants: Promise<readonly Declarant[]> | undefined;

/** Importers with money on their accounts, and nobody selected at random. Once a run. */
function gatherDeclarants(ground: Ground): Promise<readonly Declarant[]> {
  declarants ??= prepare(ground);
  return declarants;
}

async function prepare(ground: Ground): Promise<readonly Declarant[]> {
  const { gatewayUrl } = ground.installation;
  const posts = ['55302', '55311'];
  const officer = new GatewayClient(
    gatewayUrl,
    await ground.token({ subject: 'account-officer-1', roles: ['ACCOUNT_OFFICER'], posts }),
  );
  const analyst = new GatewayClient(
    gatewayUrl,
    await ground.token({ subject: 'analyst-1', roles: ['RISK_ANALYST'], posts }),
  );
  await analyst.post('/v1/risk-profiles/random-selection', { perMille: 0 });
  const payers = Array.from({ length: IMPORTERS }, (_, index) => importer(index + 1));
  const bank = await Bank.open(ground.brokers);
  try {
    for (const { identification, name } of payers) {
      await officer.post('/v1/accounts', { payer: identification, customsBody: '55311', name });
    }
    await bank.confirm(payers.map((payer) => ({ payer, amount: PAYMENT })));
  } finally {
    await bank.close();
  }
  for (const { identification } of payers) {
    await eventually(
      async () => {
        const account = await officer.get<{ entries: readonly unknown[] }>(`/v1/accounts/${identification}`);
        if (account.entries.length === 0) throw new Error(`no money on the account of ${identification} yet`);
      },
      { timeoutMs: 30_000 },
    );
  }
  return Promise.all(
    payers.map(async (payer) => ({
      ...payer,
      token: await ground.token({
        subject: `declarant-${payer.identification}`,
        roles: ['DECLARANT'],
        organisation: payer.identification,
      }),
    })),
  );
}

function consignee(payer: Importer) {
  return {
    name: payer.name,
    address: payer.address,
    country: 'KZ',
    identificationNumber: payer.identification,
  };
}

/** Trucks at the checkpoint whose goods wait for their declarations: the numbers of their notices. */
async function presentTrucks(
  ground: Ground,
  payers: readonly Declarant[],
  count: number,
): Promise<readonly string[]> {
  const token = await ground.token({
    subject: 'khorgos-lane-7',
    roles: ['CHECKPOINT_SYSTEM'],
    posts: ['55302'],
  });
  const carrier = {
    name: 'Altyn Zhol TOO',
    address: 'Almaty, Raiymbek 1',
    country: 'KZ',
    identificationNumber: CARRIER,
  };
  const numbers: string[] = [];
  // One importer after another, so that the n-th notice is the n-th declarant's.
  for (const [index, payer] of payers.entries()) {
    const body = JSON.stringify(
      roadArrivalNotice({ deliveredAt: new Date().toISOString(), carrier, consignee: consignee(payer) }),
    );
    const own = Math.ceil((count - index) / payers.length);
    if (own <= 0) continue;
    const answers = await send({
      url: ground.serviceOf('registration').url,
      shot: () => ({ path: '/v1/arrival-notices', headers: commandHeaders(token), body }),
      count: own,
    });
    for (const [turn, { body: answer }] of answers.entries()) {
      numbers[turn * payers.length + index] = (JSON.parse(answer) as { number: string }).number;
    }
  }
  return numbers;
}

function declarationBody(payer: Importer, arrivalNoticeNumber: string, items: number): string {
  const { name, address, identification } = payer;
  const declarant = { name, address, identification };
  const date = new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Almaty' });
  return JSON.stringify(importDeclaration({ arrivalNoticeNumber, declarant, items, changes: { date } }));
}

export interface Filing {
  readonly items: number;
  readonly count: number;
  readonly pace?: number;
  /** Called once the first declarations are on their way. */
  readonly meanwhile?: () => Promise<void>;
}

/** Files declarations and waits until each is released. @throws Error when one is not. */
export async function fileAndRelease(
  ground: Ground,
  { items, count, pace, meanwhile }: Filing,
): Promise<Released> {
  const payers = await gatherDeclarants(ground);
  const notices = await presentTrucks(ground, payers, count);
  await settled(ground.brokers);
  const bodies = notices.map((number, index) => {
    const payer = payers[index % payers.length];
    if (!payer) throw new Error('no declarant');
    return { body: declarationBody(payer, number, items), token: payer.token };
  });
  const watch = await KafkaWatch.open(ground.brokers, TOPIC);
  try {
    const shot = (n: number) => {
      const { body = '', token = '' } = bodies[n] ?? {};
      return { path: '/v1/goods-declarations', headers: commandHeaders(token), body };
    };
    const [answers] = await Promise.all([
      send({ url: ground.installation.gatewayUrl, shot, count, pace }),
      meanwhile?.(),
    ]);
    const sent = new Map(
      answers.map(({ body, sentAt }) => [
        (JSON.parse(body) as { declarationId: string }).declarationId,
        sentAt,
      ]),
    );
    const seen = await watch.until(count, GoodsReleasedSchema.typeName, 120_000);
    const waits = seen.map(({ key, seenAt }) => seenAt - (sent.get(key) ?? seenAt));
    const begun = Math.min(...sent.values());
    const ended = Math.max(...seen.map(({ seenAt }) => seenAt));
    return { answers, waits, perSecond: (count * 1_000) / (ended - begun), seen: watch.seen };
  } finally {
    await watch.close();
  }
}

interface Size {
  readonly items: number;
  /** How many are filed as fast as they go, and how many at half load. */
  readonly quick: readonly [number, number];
  readonly full: readonly [number, number];
  readonly goal?: { readonly p50: number; readonly p99: number };
}

const SIZES: readonly Size[] = [
  { items: 1, quick: [80, 60], full: [2_000, 1_500], goal: { p50: 150, p99: 500 } },
  { items: 10, quick: [40, 20], full: [1_000, 500] },
  { items: 100, quick: [10, 8], full: [200, 150] },
  { items: 999, quick: [3, 3], full: [40, 40], goal: { p50: 1_500, p99: 1_500 } },
];

/** Milliseconds that an item took in this run, by the size of its declaration. */
const costOfItem = new Map<number, number>();

/** Where nothing has been filed yet, what is cold is not measured. */
async function warmUp(ground: Ground): Promise<void> {
  if (costOfItem.size === 0)
    await fileAndRelease(ground, { items: 1, count: ground.options.quick ? 60 : 400 });
}

async function ofSize(ground: Ground, size: Size): Promise<Measured[]> {
  await ground.need();
  await warmUp(ground);
  const { items, goal } = size;
  const [many, half] = ground.options.quick ? size.quick : size.full;
  const full = await fileAndRelease(ground, { items, count: many });
  const paced = await fileAndRelease(ground, { items, count: half, pace: full.perSecond / 2 });
  const [payer] = await gatherDeclarants(ground);
  if (!payer) throw new Error('no declarant');
  const bareTarget = await baselineTarget(ground, declarationBody(payer, '55302/010126/A000001', items));
  const bare = await flow(ground, bareTarget, { count: many });
  const barePaced = await flow(ground, bareTarget, { count: half, pace: bare.perSecond / 2 });
  const bareSent = new Map(
    barePaced.answers.map(({ body, sentAt }) => [(JSON.parse(body) as { id: string }).id, sentAt]),
  );
  const bareWaits = barePaced.seen.map(({ key, seenAt }) => seenAt - (bareSent.get(key) ?? seenAt));
  const name = `declarations-${items}`;
  const wait = (which: 'p50' | 'p99', share: number): Measured => ({
    name: `${name}: ${which} at half load`,
    ours: percentile(paced.waits, share),
    baseline: percentile(bareWaits, share),
    unit: 'ms',
    ...(goal === undefined ? {} : { goal: goal[which] }),
  });
  costOfItem.set(items, 1_000 / full.perSecond / items);
  return [
    { name: `${name}: released`, ours: full.perSecond, baseline: bare.perSecond, unit: 'declarations/s' },
    wait('p50', 0.5),
    wait('p99', 0.99),
    ...costBeside(items),
  ];
}

/** Cost an item beside that in declarations of one item, once both are known: it has to fall or stay. */
function costBeside(items: number): Measured[] {
  const [one, ours] = [costOfItem.get(1), costOfItem.get(items)];
  if (items === 1 || one === undefined || ours === undefined) return [];
  return [
    {
      name: `declarations-${items}: an item beside one alone`,
      ours,
      baseline: one,
      unit: 'ms/item',
      goal: one,
    },
  ];
}

/** One row a size. */
export const declarationRows = SIZES.map((size) => ({
  name: `declarations-${size.items}`,
  run: (ground: Ground): Promise<Measured[]> => ofSize(ground, size),
}));

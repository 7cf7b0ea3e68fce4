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
  const officer = new GatewayClient(gatewayUrl, await ground.token({ subject: 'account-officer-1', roles: ['ACCOUNT_OFFICER'], posts }));
  const analyst = new GatewayClient(gatewayUrl, await ground.token({ subject: 'analyst-1', roles: ['RISK_ANALYST'], posts }));
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
  return { name: payer.name, address: payer.address, country: 'KZ', identificationNumber: payer.identification };
}

/** Trucks at the checkpoint whose goods wait for their declarations: the numbers of their notices. */
async function presentTrucks(ground: Ground, payers: readonly Declarant[], count: number): Promise<readonly string[]> {
  const token = await ground.token({ subject: 'khorgos-lane-7', roles: ['CHECKPOINT_SYSTEM'], posts: ['55302'] });
  const carrier = { name: 'Altyn Zhol TOO', address: 'Almaty, Raiymbek 1', country: 'KZ', identificationNumber: CARRIER };
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
export async function fileAndRelease(ground: Ground, { items, count, pace, meanwhile }: Filing): Promise<Released> {
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
    const sent = new Map(answers.map(({ body, sentAt }) => [(JSON.parse(body) as { declarationId: string }).declarationId, sentAt]));
    const seen = await watch.until(count, GoodsReleasedSchema.typeName, 120_000);
    const waits = seen.map(({ key, seenAt }) => seenAt - (sent.get(key) ?? seenAt));
    const begun = Math.min(...sent.values());
    const ended = Math.max(...seen.map(({ seenAt }) => seenAt));
    return { answers, waits, perSecond: (count * 1_000) / (ended - begun), seen: watch.seen };
  } finally {
    await watch.close();
  }
}

/** How many declarations of a size are filed: [as fast as they go, at half load]. */
const COUNTS = {
  quick: new Map([[1, [150, 100]], [10, [60, 40]], [100, [16, 12]], [999, [4, 4]]]),
  full: new Map([[1, [2_000, 1_500]], [10, [1_000, 500]], [100, [200, 150]], [999, [40, 40]]]),
} as const;
const GOALS = new Map([[1, { p50: 150, p99: 500 }], [999, { p50: 1_500, p99: 1_500 }]]);

async function ofSize(ground: Ground, items: number): Promise<{ rows: Measured[]; msPerItem: number }> {
  const [many = 0, half = 0] = COUNTS[ground.options.quick ? 'quick' : 'full'].get(items) ?? [];
  const full = await fileAndRelease(ground, { items, count: many });
  const paced = await fileAndRelease(ground, { items, count: half, pace: full.perSecond / 2 });
  const [payer] = await gatherDeclarants(ground);
  if (!payer) throw new Error('no declarant');
  const bareTarget = await baselineTarget(ground, declarationBody(payer, '55302/010126/A000001', items));
  const bare = await flow(ground, bareTarget, { count: many });
  const barePaced = await flow(ground, bareTarget, { count: half, pace: bare.perSecond / 2 });
  const bareSent = new Map(barePaced.answers.map(({ body, sentAt }) => [(JSON.parse(body) as { id: string }).id, sentAt]));
  const bareWaits = barePaced.seen.map(({ key, seenAt }) => seenAt - (bareSent.get(key) ?? seenAt));
  const name = `declarations-${items}`;
  const goals = GOALS.get(items);
  const wait = (which: 'p50' | 'p99', share: number): Measured => ({
    name: `${name}: ${which} at half load`,
    ours: percentile(paced.waits, share),
    baseline: percentile(bareWaits, share),
    unit: 'ms',
    ...(goals === undefined ? {} : { goal: goals[which] }),
  });
  const rows = [
    { name: `${name}: released`, ours: full.perSecond, baseline: bare.perSecond, unit: 'declarations/s' },
    wait('p50', 0.5),
    wait('p99', 0.99),
  ];
  return { rows, msPerItem: 1_000 / full.perSecond / items };
}

export async function declarations(ground: Ground): Promise<Measured[]> {
  await ground.need();
  await fileAndRelease(ground, { items: 1, count: ground.options.quick ? 40 : 400 });
  const measured: Measured[] = [];
  let perItemOfOne = 0;
  for (const items of [1, 10, 100, 999]) {
    const { rows, msPerItem } = await ofSize(ground, items);
    measured.push(...rows);
    if (items === 1) perItemOfOne = msPerItem;
    else {
      measured.push({
        name: `declarations-${items}: cost per item beside that of one item`,
        ours: msPerItem,
        baseline: perItemOfOne,
        unit: 'ms/item',
        goal: perItemOfOne,
      });
    }
  }
  return measured;
}

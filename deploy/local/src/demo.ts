/** The demonstration: three trucks through the main job, and as many green ones beside them as wanted. */
import { readFile } from 'node:fs/promises';
import { DataSource, dataSourceOptions, verifyHistory } from '@shekara/persistence';
import { Bank } from './bank.js';
import { type GatewayClient, until } from './gateway-client.js';
import type { Installation } from './installation.js';
import { claim, CONTROLS, examine, itemOf, release, RELEASES } from './officers.js';
import { gather, importer, type Importer, type People } from './people.js';
import { arrive, file, type FiledTruck, released, store } from './truck.js';
import { openWarehouse } from './warehouse.js';

export type Lane = 'green' | 'money' | 'examined';

export interface TruckResult {
  readonly lane: Lane;
  readonly caseId: string;
  readonly declaration: string;
  readonly released: boolean;
  readonly filedToReleasedMs: number;
}

export interface TimelineStep {
  readonly at: string;
  readonly service: string;
  readonly sentence: string;
  readonly ground: string;
  readonly sinceBeginningMs: number;
}

export interface DemoResult {
  readonly trucks: readonly TruckResult[];
  readonly timelines: ReadonlyMap<Lane, readonly TimelineStep[]>;
  readonly ledgersBalance: boolean;
  readonly historyVerified: boolean;
  readonly processes: readonly { readonly name: string; readonly rssMiB: number }[];
  readonly green?: { readonly count: number; readonly p50Ms: number; readonly p99Ms: number };
}

/** The declaration fee alone: what the importer of the money lane has at first. */
const FEE = '20000.00';
const PLENTY = '5000000.00';
/** Loudspeakers from China at a price per kilogram that an example profile finds too low. */
const LOUDSPEAKERS = { commodityCode: '8518210000', description: 'Loudspeakers', originCountry: 'CN' };

/** Drives the trucks; `say` is told of each step. @throws Error when one does not get through. */
export async function runDemo(
  installation: Installation,
  options: { readonly greenTrucks: number; readonly say: (line: string) => void },
): Promise<DemoResult> {
  const { say } = options;
  const people = await gather(installation.gatewayUrl, installation.issuer);
  const bank = await Bank.open(installation.brokers);
  try {
    const warehouse = await openWarehouse(people.registrar);
    say(`warehouse ${warehouse} is in its register`);
    await people.analyst.post('/v1/risk-profiles/random-selection', { perMille: 0 });
    say('nobody is selected at random: the demonstration shows what the profiles do');

    const trucks: TruckResult[] = [];
    for (const [lane, drive] of LANES) {
      trucks.push(await drive(people, bank, warehouse, say));
      say(`${lane}: released`);
    }
    const green =
      options.greenTrucks > 0 ? await driveGreen(people, bank, options.greenTrucks, say) : undefined;

    const timelines = new Map<Lane, readonly TimelineStep[]>();
    for (const truck of trucks) timelines.set(truck.lane, await timelineOf(people.auditor, truck.caseId));
    return {
      trucks,
      timelines,
      ledgersBalance: await ledgersBalance(people.auditor),
      historyVerified: await historyVerified(installation, say),
      processes: await memoryOf(installation),
      ...(green === undefined ? {} : { green }),
    };
  } finally {
    await bank.close();
  }
}

type Drive = (
  people: People,
  bank: Bank,
  warehouse: string,
  say: (line: string) => void,
) => Promise<TruckResult>;

const LANES: readonly (readonly [Lane, Drive])[] = [
  [
    'green',
    async (people, bank, warehouse, say) => {
      const truck = await arrive(people, importer(1));
      say(`green: ${truck.arrivalNoticeNumber} arrived at Khorgos`);
      await pay(people, bank, truck.importer, PLENTY);
      await store(people, truck, warehouse);
      const filed = await file(truck);
      say(`green: declaration ${filed.declarationNumber} is registered`);
      return result('green', filed);
    },
  ],
  [
    'money',
    async (people, bank, warehouse, say) => {
      const truck = await arrive(people, importer(2));
      say(`money: ${truck.arrivalNoticeNumber} arrived at Khorgos`);
      await pay(people, bank, truck.importer, FEE);
      await store(people, truck, warehouse);
      const filed = await file(truck);
      say(`money: declaration ${filed.declarationNumber} is registered`);
      await stepSeen(people.auditor, truck.caseId, 'LiabilityShort');
      say('money: duty and VAT are not covered; the bank confirms them now');
      await bank.confirm([{ payer: truck.importer, amount: PLENTY }]);
      return result('money', filed);
    },
  ],
  [
    'examined',
    async (people, bank, warehouse, say) => {
      const truck = await arrive(people, importer(3));
      say(`examined: ${truck.arrivalNoticeNumber} arrived at Khorgos`);
      await pay(people, bank, truck.importer, PLENTY);
      await store(people, truck, warehouse);
      const filed = await file(truck, {
        ...LOUDSPEAKERS,
        itemPrice: '3000.00',
        customsValue: '1515000.00',
        statisticalValue: '3000.00',
      });
      say(
        `examined: declaration ${filed.declarationNumber} is registered; risk management wants to see the goods`,
      );
      const control = await itemOf(people.inspector, CONTROLS, filed.caseId);
      await claim(people.inspector, control);
      await examine(people.inspector, control);
      say('examined: the inspector found the goods as declared');
      await claim(people.releaseOfficer, await itemOf(people.releaseOfficer, RELEASES, filed.caseId));
      await release(people.releaseOfficer, filed);
      return result('examined', filed);
    },
  ],
];

async function result(lane: Lane, filed: FiledTruck): Promise<TruckResult> {
  const done = await released(filed);
  return {
    lane,
    caseId: filed.caseId,
    declaration: filed.declarationNumber,
    released: true,
    filedToReleasedMs: done.filedToReleasedMs,
  };
}

/** Green trucks one after another, as they drive past a lane, declared at once at the checkpoint. */
async function driveGreen(
  people: People,
  bank: Bank,
  count: number,
  say: (line: string) => void,
): Promise<{ count: number; p50Ms: number; p99Ms: number }> {
  const payer = importer(1);
  await bank.confirm([{ payer, amount: `${String(count * 2)}000000.00` }]);
  const times: number[] = [];
  for (let truck = 1; truck <= count; truck += 1) {
    const done = await released(await file(await arrive(people, payer)), { everyMs: 25 });
    times.push(done.filedToReleasedMs);
    if (truck % 50 === 0) say(`${truck} green trucks of ${count} are released`);
  }
  times.sort((a, b) => a - b);
  const percentile = (share: number): number =>
    times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { count: times.length, p50Ms: percentile(0.5), p99Ms: percentile(0.99) };
}

/** Opens the importer's account, lets the bank confirm a payment and waits until it is on the account. */
async function pay(people: People, bank: Bank, payer: Importer, amount: string): Promise<void> {
  const { name, identification } = payer;
  await people.accountOfficer.post('/v1/accounts', { payer: identification, customsBody: '55311', name });
  await bank.confirm([{ payer, amount }]);
  await until('the money on the account', async () => {
    const account = await people.accountOfficer.get<{ entries: readonly unknown[] }>(
      `/v1/accounts/${identification}`,
    );
    return account.entries.length > 0 ? true : undefined;
  });
}

async function timelineOf(auditor: GatewayClient, caseId: string): Promise<readonly TimelineStep[]> {
  const { steps } = await auditor.get<{ steps: TimelineStep[] }>(`/v1/cases/${caseId}/timeline`);
  return steps;
}

async function stepSeen(auditor: GatewayClient, caseId: string, type: string): Promise<void> {
  await until(`${type} in the timeline`, async () => {
    const { steps } = await auditor.get<{ steps: { type: string }[] }>(`/v1/cases/${caseId}/timeline`);
    return steps.some((step) => step.type.endsWith(type)) ? true : undefined;
  });
}

async function ledgersBalance(auditor: GatewayClient): Promise<boolean> {
  const { balanced } = await auditor.get<{ balanced: boolean }>('/v1/accounts/trial-balance');
  return balanced;
}

async function historyVerified(installation: Installation, say: (line: string) => void): Promise<boolean> {
  let entries = 0;
  let broken = 0;
  for (const url of installation.databaseUrls.values()) {
    const source = new DataSource(dataSourceOptions(url));
    await source.initialize();
    try {
      const checked = await verifyHistory(source.manager);
      entries += checked.entries;
      broken += checked.broken.length;
    } finally {
      await source.destroy();
    }
  }
  say(`history: ${entries} entries, ${broken} broken links`);
  return entries > 0 && broken === 0;
}

const KIB_PER_MIB = 1024;

async function memoryOf(installation: Installation): Promise<{ name: string; rssMiB: number }[]> {
  return Promise.all(
    installation.processes.map(async ({ name, pid }) => {
      const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
      const kib = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0);
      return { name, rssMiB: Math.round(kib / KIB_PER_MIB) };
    }),
  );
}

/** The traffic of a round: trucks on every lane of the main job, side by side, whose clients never give up. */
import type { Bank } from '@shekara/local/bank';
import type { GatewayClient, Waiting } from '@shekara/local/gateway-client';
import { claim, CONTROLS, examine, itemOf, release, RELEASES, type WorkItem } from '@shekara/local/officers';
import { importer, type Importer, type People } from '@shekara/local/people';
import { arrive, file, type FiledTruck, released, store } from '@shekara/local/truck';
import type { Chance } from './chance.js';
import { documentsNaming, type Ground, LOUDSPEAKERS, PLENTY } from './ground.js';
import { pause } from './pause.js';

export type Lane = 'green' | 'money' | 'guarantee' | 'examined';

/** One truck, planned by its number and the seed. */
export interface Case {
  readonly number: number;
  readonly lane: Lane;
  arrivalNoticeNumber?: string;
  declarationNumber?: string;
  caseId?: string;
  released: boolean;
  /** Why its driver gave up; a finding. */
  failure?: string;
}

const LANES: readonly (readonly [number, Lane])[] = [
  [45, 'green'],
  [20, 'money'],
  [20, 'guarantee'],
  [15, 'examined'],
];
const STORED_PERCENT = 30;
const FIRST_OWN_IMPORTER = 1_000;

export interface TrafficOptions {
  readonly people: People;
  readonly bank: Bank;
  readonly ground: Ground;
  readonly chance: Chance;
  readonly atOnce: number;
  /** How long a driver waits for what must come in the end. */
  readonly waiting: Waiting;
  readonly say: (line: string) => void;
}

export class Traffic {
  readonly cases: Case[] = [];

  constructor(private readonly options: TrafficOptions) {}

  /** Sends trucks until the signal says stop, then waits until the last one is through. */
  async run(stop: AbortSignal): Promise<void> {
    const lane = async (): Promise<void> => {
      while (!stop.aborted) await this.drive(this.cases.length + 1);
    };
    await Promise.all(Array.from({ length: this.options.atOnce }, lane));
  }

  private async drive(number: number): Promise<void> {
    const chance = this.options.chance.fork(number);
    const truck: Case = { number, lane: chance.weighed(LANES), released: false };
    this.cases.push(truck);
    try {
      await this.through(truck, chance);
      truck.released = true;
    } catch (error) {
      truck.failure = error instanceof Error ? error.message : String(error);
      this.options.say(`case ${number} (${truck.lane}) failed: ${truck.failure}`);
    }
  }

  private async through(record: Case, chance: Chance): Promise<void> {
    const { people, bank, ground, waiting } = this.options;
    const payer = await this.payerOf(record, chance);
    const truck = await arrive(people, payer);
    record.arrivalNoticeNumber = truck.arrivalNoticeNumber;
    record.caseId = truck.caseId;
    if (record.lane === 'examined' || chance.percent(STORED_PERCENT)) {
      await store(people, truck, ground.warehouse, waiting);
    }
    const security = record.lane === 'guarantee' ? ground.securityOf(payer) : undefined;
    const filed = await file(
      truck,
      record.lane === 'examined' ? LOUDSPEAKERS : {},
      security === undefined ? {} : { documents: documentsNaming(security) },
    );
    record.declarationNumber = filed.declarationNumber;
    if (record.lane === 'money') {
      await pause(chance.between(0, 1_500));
      await bank.confirm([{ payer, amount: PLENTY }]);
    }
    if (record.lane === 'examined') await this.examined(filed);
    await released(filed, waiting);
  }

  /** The money lane has an importer for each truck, with an account and nothing on it; the others share theirs. */
  private async payerOf(record: Case, chance: Chance): Promise<Importer> {
    const { people, ground } = this.options;
    if (record.lane !== 'money')
      return chance.of(record.lane === 'guarantee' ? ground.secured : ground.wealthy);
    const payer = importer(FIRST_OWN_IMPORTER + record.number);
    await ground.openAccount(people, payer);
    return payer;
  }

  private async examined(filed: FiledTruck): Promise<void> {
    const { ground, waiting } = this.options;
    const control = await itemOf(ground.inspectors[0], CONTROLS, filed.caseId, waiting);
    await examine(await claimInRace(ground.inspectors, control), control);
    const decision = await itemOf(ground.releaseOfficers[0], RELEASES, filed.caseId, waiting);
    await release(await claimInRace(ground.releaseOfficers, decision), filed);
  }
}

/** Two officers reach for the same item at the same moment: exactly one gets it. @returns who. */
async function claimInRace(officers: readonly GatewayClient[], item: WorkItem): Promise<GatewayClient> {
  const outcomes = await Promise.allSettled(officers.map((officer) => claim(officer, item)));
  const winners = officers.filter((_, place) => outcomes[place]?.status === 'fulfilled');
  const [winner] = winners;
  if (winner === undefined || winners.length > 1) {
    const why = outcomes.map((outcome) => (outcome.status === 'rejected' ? String(outcome.reason) : 'taken'));
    throw new Error(`work item ${item.id} was taken by ${winners.length} officers: ${why.join(' · ')}`);
  }
  return winner;
}

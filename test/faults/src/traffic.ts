/** The traffic of a round: trucks on every lane of the main job, side by side, whose clients never give up. */
import type { Bank } from '@shekara/local/bank';
import { Refused, until, type Waiting } from '@shekara/local/gateway-client';
import { importer, type Importer, type People } from '@shekara/local/people';
import { arrive, file, type FiledTruck, store } from '@shekara/local/truck';
import type { Chance } from './chance.js';
import type { Clocks } from './clocks.js';
import type { Desk } from './desk.js';
import { documentsNaming, type Ground, LOUDSPEAKERS, PLENTY } from './ground.js';
import { pause } from './pause.js';

export type Lane = 'green' | 'money' | 'guarantee' | 'examined' | 'refused';

/** One truck, planned by its number and the seed. */
export interface Case {
  readonly number: number;
  readonly lane: Lane;
  arrivalNoticeNumber?: string;
  declarationNumber?: string;
  caseId?: string;
  /** How it ended: `turned away` by a service whose clock was wrong, before it had declared anything. */
  outcome?: 'released' | 'refused' | 'turned away';
  /** Why its driver gave up; a finding. */
  failure?: string;
}

const LANES: readonly (readonly [number, Lane])[] = [
  [40, 'green'],
  [20, 'money'],
  [18, 'guarantee'],
  [14, 'examined'],
  [8, 'refused'],
];
const DECIDED = new Set(['RELEASED', 'RELEASE_REFUSED']);
const STORED_PERCENT = 30;
const FIRST_OWN_IMPORTER = 1_000;
const AGAIN_MS = 1_000;
/** A step that is refused for so long after the clocks are right again is refused for good. */
const INSISTS_MS = 15_000;

export interface TrafficOptions {
  readonly people: People;
  readonly bank: Bank;
  readonly ground: Ground;
  readonly desk: Desk;
  readonly clocks: Clocks;
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
    const truck: Case = { number, lane: chance.weighed(LANES) };
    this.cases.push(truck);
    const begun = performance.now();
    try {
      await this.through(truck, chance);
    } catch (error) {
      const turnedAway =
        error instanceof Refused &&
        truck.declarationNumber === undefined &&
        this.options.clocks.wereWrongSince(begun);
      if (turnedAway) truck.outcome = 'turned away';
      else truck.failure = error instanceof Error ? error.message : String(error);
      this.options.say(`case ${number} (${truck.lane}) ended early: ${String(error)}`);
    }
  }

  private async through(record: Case, chance: Chance): Promise<void> {
    const { people, bank, ground, desk, waiting } = this.options;
    const payer = await this.payerOf(record, chance);
    const truck = await this.insist(() => arrive(people, payer));
    record.arrivalNoticeNumber = truck.arrivalNoticeNumber;
    record.caseId = truck.caseId;
    const looksWrong = record.lane === 'examined' || record.lane === 'refused';
    if (record.lane === 'examined' || chance.percent(STORED_PERCENT)) {
      await this.insist(() => store(people, truck, ground.warehouse, waiting));
    }
    const security = record.lane === 'guarantee' ? ground.securityOf(payer) : undefined;
    const filed = await this.insist(() =>
      file(
        truck,
        looksWrong ? LOUDSPEAKERS : {},
        security === undefined ? {} : { documents: documentsNaming(security) },
      ),
    );
    record.declarationNumber = filed.declarationNumber;
    if (record.lane === 'money') {
      await pause(chance.between(0, 1_500));
      await bank.confirm([{ payer, amount: PLENTY }]);
    }
    if (record.lane === 'refused') {
      await pause(chance.between(0, 3_000));
      await this.insist(() => desk.refuse(filed));
      await this.untilStatus(filed, 'RELEASE_REFUSED');
      record.outcome = 'refused';
      return;
    }
    if (record.lane === 'examined') {
      await this.insist(() => desk.examined(filed, waiting));
      await this.insist(() => desk.release(filed, waiting));
    }
    await this.untilStatus(filed, 'RELEASED');
    record.outcome = 'released';
  }

  /** Waits for the decision; where a wrong clock has let the term run out, the head of the post makes it. */
  private async untilStatus(filed: FiledTruck, wanted: string): Promise<void> {
    const { desk, waiting } = this.options;
    const path = `/v1/goods-declarations/${filed.declarationNumber}`;
    const begun = performance.now();
    await until(
      `${filed.declarationNumber} to be ${wanted}`,
      async () => {
        const { status } = await filed.declarant.get<{ status: string }>(path);
        if (status === wanted) return true;
        if (DECIDED.has(status)) throw new Error(`${filed.declarationNumber} is ${status}`);
        if (this.options.clocks.wereWrongSince(begun) && (await desk.overdue(filed)))
          await desk.release(filed, waiting).catch(unlessRefused);
        return undefined;
      },
      waiting,
    );
  }

  /** Does a step again that was refused while a clock was wrong: the right one may accept what the wrong one does not. */
  private async insist<T>(step: () => Promise<T>): Promise<T> {
    const begun = performance.now();
    for (;;) {
      const tried = performance.now();
      try {
        return await step();
      } catch (error) {
        const { clocks } = this.options;
        const mayChange = clocks.wereWrongSince(tried) || tried - begun < INSISTS_MS;
        if (!(error instanceof Refused) || !clocks.wereWrongSince(begun) || !mayChange) throw error;
      }
      await pause(AGAIN_MS);
    }
  }

  /** The money lane has an importer for each truck, with an account and nothing on it; the others share theirs. */
  private async payerOf(record: Case, chance: Chance): Promise<Importer> {
    const { people, ground } = this.options;
    if (record.lane !== 'money')
      return chance.of(record.lane === 'guarantee' ? ground.secured : ground.wealthy);
    const payer = importer(FIRST_OWN_IMPORTER + record.number);
    await this.insist(() => ground.openAccount(people, payer));
    return payer;
  }
}

/** Not yet: a condition of release is not met, or another head was faster. */
function unlessRefused(error: unknown): void {
  if (!(error instanceof Refused)) throw error;
}

/** The officers of a round: several reach for every item at once, and the head of the post takes what is late. */
import { Refused, type GatewayClient, until, type Waiting } from '@shekara/local/gateway-client';
import { claim, CONTROLS, examine, RELEASES, type WorkItem } from '@shekara/local/officers';
import type { People } from '@shekara/local/people';
import type { FiledTruck } from '@shekara/local/truck';

/** The head's queue of release after its term (R-DEC-190), which a clock that is wrong by hours fills. */
const LATE_RELEASES: readonly string[] = ['RELEASE_OVERDUE'];
const SEVERAL = 4;

type Several<T> = readonly [T, ...T[]];

interface Found {
  readonly item: WorkItem;
  readonly inQueueOf: Several<GatewayClient>;
}

export class Desk {
  private constructor(
    private readonly inspectors: Several<GatewayClient>,
    private readonly releaseOfficers: Several<GatewayClient>,
    private readonly heads: Several<GatewayClient>,
  ) {}

  static async open(people: People): Promise<Desk> {
    const several = async (
      first: GatewayClient,
      name: string,
      role: 'INSPECTION_OFFICER' | 'RELEASE_OFFICER',
    ): Promise<Several<GatewayClient>> => {
      const others = Array.from({ length: SEVERAL - 1 }, (_, n) => people.officer(`${name}-${n + 2}`, role));
      return [first, ...(await Promise.all(others))];
    };
    return new Desk(
      await several(people.inspector, 'inspector', 'INSPECTION_OFFICER'),
      await several(people.releaseOfficer, 'release-officer', 'RELEASE_OFFICER'),
      [await people.officer('head-1', 'HEAD_OF_POST'), await people.officer('head-2', 'HEAD_OF_POST')],
    );
  }

  /** An inspector examines the goods of the case. */
  async examined(truck: FiledTruck, waiting: Waiting): Promise<void> {
    const { item, inQueueOf } = await this.waitFor(truck, CONTROLS, this.inspectors, waiting);
    if (inQueueOf === this.heads) {
      // Too late for the queue of inspectors: the head gives it to one.
      await this.heads[0].post(`/v1/work-items/${item.id}/reassign`, { to: 'inspector-1' });
      return examine(this.inspectors[0], item);
    }
    return examine(await claimInRace(inQueueOf, item), item);
  }

  /** An officer, or after the term the head, releases the goods. */
  async release(truck: FiledTruck, waiting: Waiting): Promise<void> {
    const kinds = [...RELEASES, ...LATE_RELEASES];
    const { item, inQueueOf } = await this.waitFor(truck, kinds, this.releaseOfficers, waiting);
    const officer = await claimInRace(inQueueOf, item);
    await officer.post(`/v1/goods-declarations/${truck.declarationNumber}/releases`, {});
  }

  /** An officer refuses release, before or after anybody was asked; after the term only the head could. */
  async refuse(truck: FiledTruck): Promise<void> {
    await this.releaseOfficers[0].post(`/v1/goods-declarations/${truck.declarationNumber}/refusals`, {
      grounds: [
        {
          code: 'GOODS_NOT_SHOWN',
          facts: 'The truck did not come to the place of examination.',
          recommendation: 'Bring the truck to the place of examination.',
        },
      ],
    });
  }

  /** The item of the case that waits for a head because its term is over. */
  async overdue({ caseId }: FiledTruck): Promise<boolean> {
    return (await itemIn(this.heads[0], LATE_RELEASES, caseId)) !== undefined;
  }

  private waitFor(
    { caseId }: FiledTruck,
    kinds: readonly string[],
    officers: Several<GatewayClient>,
    waiting: Waiting,
  ): Promise<Found> {
    return until(
      `a work item ${kinds.join(' or ')}`,
      async () => {
        for (const inQueueOf of [officers, this.heads]) {
          const item = await itemIn(inQueueOf[0], kinds, caseId);
          if (item) return { item, inQueueOf };
        }
        return undefined;
      },
      waiting,
    );
  }
}

async function itemIn(
  officer: GatewayClient,
  kinds: readonly string[],
  caseId: string,
): Promise<WorkItem | undefined> {
  const { items } = await officer.get<{ items: WorkItem[] }>('/v1/work-items?limit=200');
  return items.find((candidate) => candidate.caseId === caseId && kinds.includes(candidate.kind));
}

/** They reach for the same item at the same moment: exactly one gets it. @returns who. */
async function claimInRace(officers: Several<GatewayClient>, item: WorkItem): Promise<GatewayClient> {
  const outcomes = await Promise.allSettled(officers.map((officer) => claim(officer, item)));
  const winners = officers.filter((_, place) => outcomes[place]?.status === 'fulfilled');
  const [winner] = winners;
  if (winner !== undefined && winners.length === 1) return winner;
  const reasons = outcomes.flatMap((each): unknown[] => (each.status === 'rejected' ? [each.reason] : []));
  // The item is gone, to the head or for good: nobody has it.
  const [refused] = reasons.filter((reason) => reason instanceof Refused);
  if (winners.length === 0 && refused !== undefined) throw refused;
  throw new Error(`work item ${item.id} was taken by ${winners.length} officers: ${reasons.join(' · ')}`);
}

/** What a round breaks, in an order from its seed: kills go round; of the rest, first one of each kind, then all, and again. */
import { consumerGroups, type ServiceName } from '@shekara/contracts';
import type { Chance } from './chance.js';
import { TARGETS } from './machines.js';

export type FaultKind =
  | 'kill'
  | 'freeze'
  | 'cut sessions'
  | 'keep away'
  | 'move clock'
  | 'fill disk'
  | 'hold back'
  | 'second replica';

export type Plan =
  | { readonly kind: 'kill' | 'freeze' | 'cut sessions' | 'keep away'; readonly target: string }
  | {
      readonly kind: 'move clock' | 'fill disk' | 'hold back' | 'second replica';
      readonly target: ServiceName;
    };

/** Several times each: how often compared with the rest. */
const BESIDE_KILLS: readonly Plan[] = [
  ...consumerGroups.flatMap((target): Plan[] => [
    { kind: 'freeze', target },
    { kind: 'move clock', target },
    { kind: 'fill disk', target },
    { kind: 'hold back', target },
    { kind: 'second replica', target },
  ]),
  ...[1, 2, 3].flatMap((): Plan[] => [
    { kind: 'freeze', target: 'kafka' },
    { kind: 'keep away', target: 'kafka' },
    { kind: 'cut sessions', target: 'postgres' },
    { kind: 'cut sessions', target: 'postgres' },
  ]),
];

/** Every service, Kafka and PostgreSQL in turn, each time in another order. */
export function* kills(chance: Chance): Generator<Plan, never> {
  for (;;) for (const target of chance.shuffled(TARGETS)) yield { kind: 'kill', target };
}

/** Everything else. */
export function* otherFaults(chance: Chance): Generator<Plan, never> {
  const kinds = Map.groupBy(chance.shuffled(BESIDE_KILLS), ({ kind }) => kind);
  for (const plans of kinds.values()) for (const plan of plans.slice(0, 1)) yield plan;
  for (;;) yield* chance.shuffled(BESIDE_KILLS);
}

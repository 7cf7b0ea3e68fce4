/** The rows of the bench, in an order in which each needs the services of the one before. */
import type { Ground } from './ground.js';
import type { Measured } from './measure.js';
import { arrivals, arrivalsThroughGateway, latency } from './rows/arrivals.js';
import { declarations } from './rows/declarations.js';
import { events } from './rows/events.js';
import { processes } from './rows/processes.js';
import { replicas } from './rows/replicas.js';
import { stored } from './rows/stored.js';

export interface BenchRow {
  readonly name: string;
  /** About how long it takes with `--quick`. */
  readonly quickSeconds: number;
  readonly run: (ground: Ground) => Promise<Measured[]>;
}

export const ROWS: readonly BenchRow[] = [
  { name: 'arrivals', quickSeconds: 15, run: arrivals },
  { name: 'latency', quickSeconds: 20, run: latency },
  { name: 'events', quickSeconds: 15, run: events },
  { name: 'arrivals-gateway', quickSeconds: 15, run: arrivalsThroughGateway },
  { name: 'declarations', quickSeconds: 50, run: declarations },
  { name: 'processes', quickSeconds: 12, run: processes },
  { name: 'stored', quickSeconds: 30, run: stored },
  { name: 'replicas', quickSeconds: 35, run: replicas },
];

/** The rows of the bench, in an order in which each needs the services of the one before. */
import type { Ground } from './ground.js';
import type { Measured } from './measure.js';
import { arrivals, arrivalsThroughGateway, latency } from './rows/arrivals.js';
import { commits } from './rows/commits.js';
import { deadlines } from './rows/deadlines.js';
import { confirmationRows } from './rows/confirmations.js';
import { declarationRows } from './rows/declarations.js';
import { events } from './rows/events.js';
import { postings } from './rows/postings.js';
import { processes } from './rows/processes.js';
import { queues } from './rows/queues.js';
import { replicas } from './rows/replicas.js';
import { stored } from './rows/stored.js';

export interface BenchRow {
  readonly name: string;
  readonly run: (ground: Ground) => Promise<Measured[]>;
}

export const ROWS: readonly BenchRow[] = [
  { name: 'arrivals', run: arrivals },
  { name: 'latency', run: latency },
  { name: 'events', run: events },
  { name: 'arrivals-gateway', run: arrivalsThroughGateway },
  ...declarationRows,
  { name: 'confirmations', run: confirmationRows },
  { name: 'processes', run: processes },
  { name: 'stored', run: stored },
  { name: 'replicas', run: replicas },
  { name: 'commits', run: commits },
  { name: 'deadlines', run: deadlines },
  { name: 'queues', run: queues },
  { name: 'postings', run: postings },
];

/** The row of this name, else the rows whose names begin with it: `declarations` is all sizes. */
export function rowsNamed(name: string): readonly BenchRow[] {
  const exact = ROWS.filter((row) => row.name === name);
  return exact.length > 0 ? exact : ROWS.filter((row) => row.name.startsWith(`${name}-`));
}

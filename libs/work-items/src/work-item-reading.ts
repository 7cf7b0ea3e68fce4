/** The statement that reads a page of several queues by index alone. */
import { WORK_ITEM } from './work-item.js';

/** Where a page ended, in the order of the queues. */
export interface QueuePlace {
  readonly priority: number;
  readonly due: string;
  readonly id: string;
}

export interface QueuesToRead {
  readonly customsBodies: readonly string[];
  readonly roles: readonly string[];
  readonly kind: string | undefined;
  readonly after: QueuePlace | undefined;
  readonly limit: number;
  /** Only items that nobody holds. */
  readonly unclaimed?: boolean;
}

/** A statement and its parameters. */
export interface Reading {
  readonly text: string;
  readonly parameters: readonly unknown[];
}

/**
 * One branch a queue (post and role), each read in the order of its index and merged: PostgreSQL stops after `limit`
 * rows, sorts nothing and reads nothing else, however many items wait. Undefined when there is no queue to read.
 */
export function readQueues(queues: QueuesToRead): Reading | undefined {
  const parameters: unknown[] = [];
  const parameter = (value: unknown): string => `$${parameters.push(value)}`;
  const limit = parameter(queues.limit);
  const kind = queues.kind === undefined ? '' : ` AND kind = ${parameter(queues.kind)}`;
  const { after } = queues;
  const place = after
    ? ` AND (priority, queue_due, id) > (${parameter(after.priority)}::smallint, ${parameter(after.due)}::timestamptz, ${parameter(after.id)}::uuid)`
    : '';
  const free = queues.unclaimed === true ? ` AND claimed_by IS NULL` : '';
  const roles = [...new Set(queues.roles)].map(parameter);
  const branches = [...new Set(queues.customsBodies)].map(parameter).flatMap((customsBody) =>
    roles.map(
      (role) => `SELECT ${WORK_ITEM}, priority, queue_due FROM work_items
        WHERE status IN ('OPEN', 'CLAIMED') AND customs_body = ${customsBody} AND role = ${role}${kind}${free}${place}
        ORDER BY priority, queue_due, id LIMIT ${limit}`,
    ),
  );
  if (branches.length === 0) return undefined;
  return {
    text: `SELECT * FROM (${branches.map((branch) => `(${branch})`).join('\n UNION ALL ')}) queues ORDER BY priority, queue_due, id LIMIT ${limit}`,
    parameters,
  };
}

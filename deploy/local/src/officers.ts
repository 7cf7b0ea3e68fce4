/** What the officers of the demonstration do: take a work item, carry it out, decide. */
import { type GatewayClient, until, type Waiting } from './gateway-client.js';
import { conformingResult } from './papers.js';
import type { FiledTruck } from './truck.js';

export interface WorkItem {
  readonly id: string;
  readonly kind: string;
  readonly subjectId: string;
  readonly caseId: string;
}

/** Kinds of work items of an inspector and of a release officer. */
export const CONTROLS: readonly string[] = ['EXAMINATION', 'DOCUMENT_CHECK'];
export const RELEASES: readonly string[] = ['RELEASE'];

/** The officer finds the item of the case in the queue. */
export function itemOf(
  officer: GatewayClient,
  kinds: readonly string[],
  caseId: string,
  waiting?: Waiting,
): Promise<WorkItem> {
  return until(
    `a work item ${kinds.join(' or ')}`,
    async () => {
      const { items } = await officer.get<{ items: WorkItem[] }>('/v1/work-items?limit=200');
      return items.find((candidate) => candidate.caseId === caseId && kinds.includes(candidate.kind));
    },
    waiting,
  );
}

export async function claim(officer: GatewayClient, item: WorkItem): Promise<void> {
  await officer.post(`/v1/work-items/${item.id}/claim`, {});
}

/** The inspector examines the goods and finds them as declared. */
export async function examine(inspector: GatewayClient, item: WorkItem): Promise<void> {
  await inspector.post(`/v1/controls/${item.subjectId}/results`, conformingResult(new Date()));
}

/** The release officer releases after the control. */
export async function release(releaseOfficer: GatewayClient, truck: FiledTruck): Promise<void> {
  await releaseOfficer.post(`/v1/goods-declarations/${truck.declarationNumber}/releases`, {});
}

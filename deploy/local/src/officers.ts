/** What the officers of the demonstration do: take a work item, carry it out, decide. */
import { type GatewayClient, until } from './gateway-client.js';
import { conformingResult } from './papers.js';
import type { People } from './people.js';
import type { FiledTruck } from './truck.js';

interface WorkItem {
  readonly id: string;
  readonly kind: string;
  readonly subjectId: string;
  readonly caseId: string;
}

/** The officer finds the item of the case in the queue and claims it. */
async function claim(officer: GatewayClient, kinds: readonly string[], caseId: string): Promise<WorkItem> {
  const item = await until(`a work item ${kinds.join(' or ')}`, async () => {
    const { items } = await officer.get<{ items: WorkItem[] }>('/v1/work-items?limit=200');
    return items.find((candidate) => candidate.caseId === caseId && kinds.includes(candidate.kind));
  });
  await officer.post(`/v1/work-items/${item.id}/claim`, {});
  return item;
}

/** The inspector examines the goods and finds them as declared. */
export async function examine(people: People, truck: FiledTruck): Promise<void> {
  const item = await claim(people.inspector, ['EXAMINATION', 'DOCUMENT_CHECK'], truck.caseId);
  await people.inspector.post(`/v1/controls/${item.subjectId}/results`, conformingResult(new Date()));
}

/** The release officer releases after the control. */
export async function release(people: People, truck: FiledTruck): Promise<void> {
  await claim(people.releaseOfficer, ['RELEASE'], truck.caseId);
  await people.releaseOfficer.post(`/v1/goods-declarations/${truck.declarationNumber}/releases`, {});
}

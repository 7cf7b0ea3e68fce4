/** Every accepted document reached its final state, once; histories are whole; officers have nothing left to do. */
import { DataSource, dataSourceOptions, verifyHistory } from '@shekara/persistence';
import type { Databases } from '../databases.js';
import type { Case } from '../traffic.js';
import { Findings } from './findings.js';

interface DeclarationRow {
  readonly id: string;
  readonly number: string | null;
  readonly status: string;
  readonly case_id: string;
  readonly arrival_notice_number: string;
}

/** What the gateway accepted is in the database, is finished there, and is there once, whatever was asked again. */
export async function documentsAreFinal(databases: Databases, cases: readonly Case[]): Promise<Findings> {
  const findings = new Findings('every accepted document reached its final state, once');
  const declarations = await databases.rows<DeclarationRow>(
    'registration',
    `SELECT id, number, status, case_id, arrival_notice_number FROM goods_declarations`,
  );
  const byNumber = new Map(declarations.map((row) => [row.number, row]));
  const notices = await databases.rows<{ number: string; case_id: string }>(
    'registration',
    `SELECT number, case_id FROM arrival_notices`,
  );
  const known = new Set(notices.map(({ number }) => number));
  for (const { number, lane, arrivalNoticeNumber, declarationNumber, outcome, failure } of cases) {
    findings.checked();
    if (failure !== undefined) findings.add(`case ${number} (${lane}): ${failure}`);
    if (arrivalNoticeNumber !== undefined && !known.has(arrivalNoticeNumber)) {
      findings.add(`arrival notice ${arrivalNoticeNumber} was accepted and is not there`);
    }
    if (declarationNumber === undefined) continue;
    const status = byNumber.get(declarationNumber)?.status ?? 'not there';
    if (status !== (outcome === 'refused' ? 'RELEASE_REFUSED' : 'RELEASED'))
      findings.add(`declaration ${declarationNumber} (case ${number}, ${lane}) is ${status}`);
  }
  if (notices.length !== cases.filter((each) => each.arrivalNoticeNumber !== undefined).length) {
    findings.add(`${notices.length} arrival notices for ${cases.length} trucks`);
  }
  const perNotice = Map.groupBy(declarations, (row) => row.arrival_notice_number);
  for (const [notice, several] of perNotice) {
    if (several.length > 1) findings.add(`${several.length} declarations for the arrival notice ${notice}`);
  }
  await goodsAndMoneyFollowed(databases, declarations, findings);
  return findings;
}

/** Released goods have left storage and their payments are final; refused ones stay, and nothing is due for them. */
async function goodsAndMoneyFollowed(
  databases: Databases,
  declarations: readonly DeclarationRow[],
  findings: Findings,
): Promise<void> {
  const released = new Set(
    declarations
      .filter(({ status }) => status === 'RELEASED')
      .map(({ arrival_notice_number }) => arrival_notice_number),
  );
  const lots = await databases.rows<{ arrival_notice_number: string; state: string }>(
    'temporary-storage',
    `SELECT arrival_notice_number, state FROM storage_lots`,
  );
  for (const { arrival_notice_number, state } of lots)
    if ((state === 'ISSUED') !== released.has(arrival_notice_number))
      findings.add(`the storage lot of ${arrival_notice_number} is ${state}`);
  const liabilities = await databases.rows<{ declaration_id: string; status: string; released: boolean }>(
    'payments',
    `SELECT declaration_id::text, status, released FROM liabilities`,
  );
  const kept = new Map(liabilities.map((row) => [row.declaration_id, row]));
  for (const { id, number, status } of declarations) {
    const liability = kept.get(id);
    const final = status === 'RELEASED' ? liability?.released === true : liability?.status === 'ENDED';
    if (!final) findings.add(`${number} is ${status}, its payments are ${liability?.status ?? 'not there'}`);
  }
}

/** One message has its effect on one document once; a declaration is released once and evaluated once. */
export async function nothingHappenedTwice(databases: Databases): Promise<Findings> {
  const findings = new Findings('no effect twice');
  for (const service of databases.services) {
    const [all] = await databases.rows<{ count: number }>(
      service,
      `SELECT count(*)::int AS count FROM history`,
    );
    findings.checked(all?.count ?? 0);
    const twice = await databases.rows<{ stream: string; stream_id: string; type: string; times: number }>(
      service,
      `SELECT stream, stream_id, type, count(*)::int AS times FROM history WHERE causation_id IS NOT NULL
        GROUP BY stream, stream_id, type, causation_id HAVING count(*) > 1`,
    );
    for (const { stream, stream_id, type, times } of twice) {
      findings.add(`${service}: ${type} ${times} times for one message on ${stream} ${stream_id}`);
    }
  }
  const released = await databases.rows<{ aggregateid: string; times: number }>(
    'registration',
    `SELECT aggregateid, count(*)::int AS times FROM outbox WHERE type LIKE '%.GoodsReleased'
      GROUP BY aggregateid HAVING count(*) > 1`,
  );
  for (const { aggregateid, times } of released) findings.add(`${aggregateid} was released ${times} times`);
  const evaluated = await databases.rows<{ subject_id: string; stage: string; times: number }>(
    'risk',
    `SELECT subject_id, stage, count(*)::int AS times FROM risk_evaluations
      GROUP BY subject_id, stage HAVING count(*) > 1`,
  );
  for (const { subject_id, stage, times } of evaluated)
    findings.add(`${stage} ${subject_id} was evaluated ${times} times`);
  return findings;
}

/** Told to somebody and left to him: a term ran out while a clock was wrong; nothing of the case waits for it. */
const TOLD = ['PLACEMENT_OVERDUE'];

/** A case that is decided waits for nobody, and the queues that officers see agree with the services. */
export async function nobodyHasWorkLeft(databases: Databases): Promise<Findings> {
  const findings = new Findings('no work item open for a decided case, none held twice');
  const released = await databases.rows<{ case_id: string }>(
    'registration',
    `SELECT case_id FROM goods_declarations WHERE status IN ('RELEASED', 'RELEASE_REFUSED')`,
  );
  const cases = released.map(({ case_id }) => case_id);
  const queued = await databases.rows<{
    id: string;
    status: string;
    version: number;
    claimed_by: string | null;
  }>('gateway', `SELECT id, status, version, claimed_by FROM queued_work_items`);
  const shown = new Map(queued.map((item) => [item.id, item]));
  for (const service of databases.services) {
    const items = await databases.rows<{
      id: string;
      kind: string;
      status: string;
      version: number;
      claimed_by: string | null;
      left: boolean;
    }>(
      service,
      `SELECT id, kind, status, version, claimed_by,
              status IN ('OPEN', 'CLAIMED') AND case_id::text = ANY ($1::text[]) AND kind <> ALL ($2::text[]) AS left
         FROM work_items`,
      [cases, TOLD],
    );
    for (const item of items) {
      findings.checked();
      if (item.left)
        findings.add(`${service}: ${item.kind} ${item.id} is ${item.status} though its case is decided`);
      const seen = shown.get(item.id);
      if (
        seen?.status !== item.status ||
        seen.version !== item.version ||
        (seen.claimed_by || null) !== item.claimed_by
      ) {
        findings.add(
          `${service}: ${item.kind} ${item.id} is ${item.status}, shown as ${seen?.status ?? 'nothing'}`,
        );
      }
    }
  }
  return findings;
}

/** Every hash chain of every service holds. */
export async function historiesVerify(databases: Databases): Promise<Findings> {
  const findings = new Findings('history chains verify');
  for (const [service, url] of databases.urls) {
    const source = new DataSource(dataSourceOptions(url));
    await source.initialize();
    try {
      const { entries, broken } = await verifyHistory(source.manager);
      findings.checked(entries);
      for (const { stream, streamId, sequence } of broken)
        findings.add(`${service}: ${stream} ${streamId} at ${sequence}`);
    } finally {
      await source.destroy();
    }
  }
  return findings;
}

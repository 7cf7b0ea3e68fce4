/** The gateway's own tables about cases: what is kept of each message and how it is read again. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type Work } from '@shekara/persistence';
import type { CaseDocument, CaseKnowledge, CaseParty } from './case-knowledge.js';
import type { CaseFile, CaseStep } from './timeline.js';

/** A case has some dozens of steps; one with more than this is shown by its first. */
export const MOST_STEPS = 2_000;

/** What one message says of a case. */
export interface CaseEvent {
  readonly caseId: string;
  readonly step: CaseStep;
  readonly knowledge: CaseKnowledge;
}

@Injectable()
export class CaseFiles {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  /** Keeps what messages said of their cases. Each table's rows in the order of their keys, as every batch writes them. */
  async keep(work: Work, events: readonly CaseEvent[]): Promise<void> {
    if (events.length === 0) return;
    await keepCustomsBodies(work, events);
    await keepSteps(work, events);
    await keepParties(work, events);
    await keepDocuments(work, events);
  }

  /** What is known of a case; empty lists for one that no message spoke of. */
  async file(caseId: string): Promise<CaseFile> {
    const [parties, documents, bodies] = await Promise.all([
      this.dataSource.query<CaseParty[]>(
        `SELECT identification_number AS "identificationNumber", part FROM case_parties WHERE case_id = $1
          ORDER BY part, identification_number`,
        [caseId],
      ),
      this.dataSource.query<CaseDocument[]>(
        `SELECT kind, number FROM case_documents WHERE case_id = $1 ORDER BY kind, number`,
        [caseId],
      ),
      this.dataSource.query<{ customsBody: string }[]>(
        `SELECT customs_body AS "customsBody" FROM case_customs_bodies WHERE case_id = $1 ORDER BY customs_body`,
        [caseId],
      ),
    ]);
    return { caseId, parties, documents, customsBodies: bodies.map(({ customsBody }) => customsBody) };
  }

  /** The steps of a case, by their moments. */
  steps(caseId: string): Promise<CaseStep[]> {
    return this.dataSource.query<CaseStep[]>(
      `SELECT at, message_id AS "messageId", topic, type, service, actor, ground, subject_key AS "subjectKey",
              customs_body AS "customsBody", sentence, facts, official_facts AS "officialFacts"
         FROM case_steps WHERE case_id = $1 ORDER BY at, message_id LIMIT ${MOST_STEPS}`,
      [caseId],
    );
  }

  /** The cases that have a document with this number. */
  async casesOf(number: string): Promise<string[]> {
    const rows = await this.dataSource.query<{ caseId: string }[]>(
      `SELECT case_id AS "caseId" FROM case_documents WHERE number = $1 ORDER BY case_id LIMIT 50`,
      [number],
    );
    return rows.map(({ caseId }) => caseId);
  }
}

async function keepCustomsBodies(work: Work, events: readonly CaseEvent[]): Promise<void> {
  const named = events.flatMap(({ caseId, step: { customsBody } }) =>
    customsBody === null ? [] : [{ caseId, customsBody }],
  );
  if (named.length === 0) return;
  await work.manager.query(
    `INSERT INTO case_customs_bodies (case_id, customs_body)
     SELECT DISTINCT * FROM unnest($1::uuid[], $2::text[]) AS named(case_id, customs_body)
      ORDER BY case_id, customs_body ON CONFLICT DO NOTHING`,
    [named.map(({ caseId }) => caseId), named.map(({ customsBody }) => customsBody)],
  );
}

async function keepSteps(work: Work, events: readonly CaseEvent[]): Promise<void> {
  const steps = events.map(({ step }) => step);
  await work.manager.query(
    `INSERT INTO case_steps (case_id, at, message_id, topic, type, service, actor, ground, subject_key, customs_body,
                             sentence, facts, official_facts)
     SELECT * FROM unnest($1::uuid[], $2::timestamptz[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
                          $8::text[], $9::text[], $10::text[], $11::text[], $12::jsonb[], $13::jsonb[])
                   AS step(case_id, at, message_id)
      ORDER BY case_id, at, message_id ON CONFLICT DO NOTHING`,
    [
      events.map(({ caseId }) => caseId),
      steps.map(({ at }) => at),
      steps.map(({ messageId }) => messageId),
      steps.map(({ topic }) => topic),
      steps.map(({ type }) => type),
      steps.map(({ service }) => service),
      steps.map(({ actor }) => actor),
      steps.map(({ ground }) => ground),
      steps.map(({ subjectKey }) => subjectKey),
      steps.map(({ customsBody }) => customsBody),
      steps.map(({ sentence }) => sentence),
      steps.map(({ facts }) => JSON.stringify(facts)),
      steps.map(({ officialFacts }) => JSON.stringify(officialFacts)),
    ],
  );
}

async function keepParties(work: Work, events: readonly CaseEvent[]): Promise<void> {
  const parties = events.flatMap(({ caseId, knowledge }) =>
    knowledge.parties.map((party) => ({ caseId, ...party })),
  );
  if (parties.length === 0) return;
  await work.manager.query(
    `INSERT INTO case_parties (case_id, identification_number, part)
     SELECT DISTINCT * FROM unnest($1::uuid[], $2::text[], $3::text[]) AS known(case_id, number, part)
      ORDER BY case_id, number, part ON CONFLICT DO NOTHING`,
    [
      parties.map(({ caseId }) => caseId),
      parties.map(({ identificationNumber }) => identificationNumber),
      parties.map(({ part }) => part),
    ],
  );
}

async function keepDocuments(work: Work, events: readonly CaseEvent[]): Promise<void> {
  const documents = events.flatMap(({ caseId, knowledge }) =>
    knowledge.documents.map((document) => ({ caseId, ...document })),
  );
  if (documents.length === 0) return;
  await work.manager.query(
    `INSERT INTO case_documents (case_id, number, kind)
     SELECT DISTINCT * FROM unnest($1::uuid[], $2::text[], $3::text[]) AS known(case_id, number, kind)
      ORDER BY case_id, number ON CONFLICT DO NOTHING`,
    [
      documents.map(({ caseId }) => caseId),
      documents.map(({ number }) => number),
      documents.map(({ kind }) => kind),
    ],
  );
}

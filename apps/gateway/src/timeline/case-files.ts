/** The gateway's own tables about cases: what is kept of each message and how it is read again. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type Work } from '@shekara/persistence';
import type { CaseDocument, CaseKnowledge, CaseParty } from './case-knowledge.js';
import type { CaseFile, CaseStep } from './timeline.js';

/** A case has some dozens of steps; one with more than this is shown by its first. */
export const MOST_STEPS = 2_000;

@Injectable()
export class CaseFiles {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  async keepStep(work: Work, caseId: string, step: CaseStep): Promise<void> {
    await work.manager.query(
      `WITH body AS (
         INSERT INTO case_customs_bodies (case_id, customs_body)
         SELECT $1::uuid, $10::text WHERE $10::text IS NOT NULL ON CONFLICT DO NOTHING)
       INSERT INTO case_steps (case_id, at, message_id, topic, type, service, actor, ground, subject_key, customs_body,
                               sentence, facts, official_facts)
       VALUES ($1::uuid, $2, $3, $4, $5, $6, $7, $8, $9, $10::text, $11, $12, $13) ON CONFLICT DO NOTHING`,
      [
        caseId,
        step.at,
        step.messageId,
        step.topic,
        step.type,
        step.service,
        step.actor,
        step.ground,
        step.subjectKey,
        step.customsBody,
        step.sentence,
        JSON.stringify(step.facts),
        JSON.stringify(step.officialFacts),
      ],
    );
  }

  async keepKnowledge(work: Work, caseId: string, { parties, documents }: CaseKnowledge): Promise<void> {
    if (parties.length > 0) {
      await work.manager.query(
        `INSERT INTO case_parties (case_id, identification_number, part)
         SELECT $1, number, part FROM unnest($2::text[], $3::text[]) AS of_case(number, part)
          ORDER BY number, part ON CONFLICT DO NOTHING`,
        [caseId, parties.map((party) => party.identificationNumber), parties.map((party) => party.part)],
      );
    }
    if (documents.length > 0) {
      await work.manager.query(
        `INSERT INTO case_documents (case_id, number, kind)
         SELECT $1, number, kind FROM unnest($2::text[], $3::text[]) AS of_case(number, kind)
          ORDER BY number ON CONFLICT DO NOTHING`,
        [caseId, documents.map((document) => document.number), documents.map((document) => document.kind)],
      );
    }
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

import { readFileSync } from 'node:fs';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { riskLevel, type RiskProfileContent } from '../risk-profile/profile-content.js';

const EXAMPLES = new URL('../../data/example-profiles.json', import.meta.url);

/** The starting set: the example profiles in force, and a random choice of 20 per mille in the whole country. */
export class SeedExampleProfiles1764000003200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const examples = JSON.parse(readFileSync(EXAMPLES, 'utf8')) as readonly {
      readonly number: string;
      readonly content: RiskProfileContent;
    }[];
    for (const { number, content } of examples) {
      await runner.query(
        `INSERT INTO risk_profiles (number, version, profile_id, status, level, content, author, approved_by,
                                    approved_at, changed_at, lock_version)
         VALUES ($1, 1, gen_random_uuid(), 'ACTIVE', $2, $3, 'system:starting-set', 'system:installation',
                 now(), now(), 1)`,
        [number, riskLevel(content.likelihood, content.consequence), JSON.stringify(content)],
      );
    }
    await runner.query(`
      INSERT INTO random_selections (area, stage, id, share_per_mille, orders, changed_by, changed_at)
      SELECT 'NATIONAL', stage, gen_random_uuid(), 20, '[{"measure": "DOCUMENT_CHECK", "mandatory": true}]',
             'system:installation', now()
        FROM unnest(ARRAY['ARRIVAL', 'DECLARATION']) stage`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM risk_profiles WHERE author = 'system:starting-set'`);
    await runner.query(`DELETE FROM random_selections`);
  }
}

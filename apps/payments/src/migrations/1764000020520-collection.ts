import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Forced collection: cases and their documents (art. 157, 161 to 169); a notice keeps its limitation (art. 132). */
export class CreateCollection1764000020520 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE debt_notices ADD COLUMN limitation jsonb`);
    await runner.query(`
      CREATE TABLE collection_numbers (
        customs_body text NOT NULL,
        day date NOT NULL,
        series text NOT NULL CHECK (series IN ('C', 'D')),
        last int NOT NULL CHECK (last > 0),
        PRIMARY KEY (customs_body, day, series)
      )`);
    await runner.query(`
      CREATE TABLE collection_cases (
        id uuid PRIMARY KEY,
        number text NOT NULL UNIQUE,
        notice_id uuid NOT NULL,
        notice_number text NOT NULL,
        notice_date date NOT NULL,
        part text NOT NULL CHECK (part IN ('WHOLE', 'UNDISPUTED', 'DISPUTED')),
        case_id uuid NOT NULL,
        customs_body text NOT NULL,
        payer text NOT NULL CHECK (payer ~ '^[0-9]{12}$'),
        payer_name text NOT NULL,
        payer_status text NOT NULL CHECK (payer_status IN ('LEGAL_ENTITY', 'ENTREPRENEUR', 'INDIVIDUAL')),
        state text NOT NULL CHECK (state IN ('S2_OWN_MONEY', 'S3_SECURE', 'S4A_BANK', 'S4B_DEBTORS', 'S4C_PROPERTY',
                                             'EXHAUSTED', 'BANKRUPTCY', 'COURT', 'CLOSED')),
        debt numeric(20, 2) NOT NULL CHECK (debt >= 0),
        paused numeric(20, 2) NOT NULL,
        defaulted jsonb NOT NULL,
        debts jsonb NOT NULL,
        overdue jsonb NOT NULL,
        interest_added jsonb NOT NULL,
        principal_settled jsonb NOT NULL,
        unposted jsonb NOT NULL,
        progress jsonb NOT NULL,
        limitation_last_day date,
        opened_on date NOT NULL,
        closed_on date,
        closing_ground text CHECK (closing_ground IN ('PAID', 'LIMITATION_EXPIRED', 'OBLIGATION_ENDED', 'WRITTEN_OFF')),
        version int NOT NULL,
        UNIQUE (notice_id, part),
        CHECK (paused BETWEEN 0 AND debt),
        CHECK (payer_status <> 'INDIVIDUAL' OR state IN ('S2_OWN_MONEY', 'COURT', 'CLOSED')),
        CHECK ((state = 'CLOSED') = (closed_on IS NOT NULL)),
        CHECK ((state = 'CLOSED') = (closing_ground IS NOT NULL))
      )`);
    await runner.query(`CREATE INDEX collection_cases_of_payer ON collection_cases (payer, id)`);
    await runner.query(`CREATE INDEX collection_cases_of_body ON collection_cases (customs_body, id)`);
    await runner.query(`
      CREATE INDEX collection_cases_open ON collection_cases (payer, customs_body, id) WHERE state <> 'CLOSED'`);
    await runner.query(`
      CREATE INDEX collection_cases_unposted ON collection_cases (payer, id) WHERE unposted <> '[]'`);
    await runner.query(`
      CREATE TABLE collection_documents (
        id uuid PRIMARY KEY,
        collection_id uuid NOT NULL,
        kind text NOT NULL,
        number text NOT NULL UNIQUE,
        state text NOT NULL CHECK (state IN ('ISSUED', 'IN_FORCE', 'DELIVERED', 'RESTRICTED', 'FORECLOSED', 'CANCELLED',
          'SENT', 'EXECUTED', 'PARTIAL', 'UNFILLED', 'RETURNED', 'RECALLED', 'RECEIVED', 'COLLECTING', 'DROPPED', 'TAKEN')),
        content jsonb NOT NULL,
        issued_on date NOT NULL,
        version int NOT NULL,
        CHECK (CASE kind
          WHEN 'BANK_ACCOUNT_SUSPENSION' THEN state IN ('ISSUED', 'IN_FORCE', 'CANCELLED')
          WHEN 'CASH_SUSPENSION' THEN state IN ('ISSUED', 'DELIVERED', 'CANCELLED')
          WHEN 'PROPERTY_RESTRICTION' THEN state IN ('RESTRICTED', 'FORECLOSED', 'CANCELLED')
          WHEN 'COLLECTION_ORDER' THEN state IN ('SENT', 'EXECUTED', 'PARTIAL', 'UNFILLED', 'RETURNED', 'RECALLED')
          WHEN 'DEBTOR_NOTICE' THEN state IN ('SENT', 'RECEIVED', 'COLLECTING', 'DROPPED')
          WHEN 'DEBTOR_LIST' THEN state = 'TAKEN'
          WHEN 'SETTLEMENT_ACT' THEN state = 'TAKEN'
          ELSE state = 'ISSUED' END),
        CHECK (kind IN ('OWN_MONEY_OFFSET', 'GUARANTEE_CALL', 'BANK_ACCOUNT_SUSPENSION', 'CASH_SUSPENSION',
          'PROPERTY_RESTRICTION', 'MEASURE_IMPOSSIBLE', 'COLLECTION_ORDER', 'DEBTOR_LIST', 'DEBTOR_NOTICE', 'SETTLEMENT_ACT',
          'FORECLOSURE_RESOLUTION', 'BANKRUPTCY_APPLICATION', 'COURT_APPLICATION'))
      )`);
    await runner.query(
      `CREATE INDEX collection_documents_of_case ON collection_documents (collection_id, id)`,
    );
    await runner.query(
      `CREATE TABLE collection_receipts (receipt_id uuid PRIMARY KEY, looked_at timestamptz NOT NULL)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE collection_receipts`);
    await runner.query(`DROP TABLE collection_documents`);
    await runner.query(`DROP TABLE collection_cases`);
    await runner.query(`DROP TABLE collection_numbers`);
    await runner.query(`ALTER TABLE debt_notices DROP COLUMN limitation`);
  }
}

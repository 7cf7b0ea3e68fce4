/** The statements of the runner: what is over, whose turn it is, how long a failure rests. */

export interface DueTerm {
  readonly id: string;
  readonly caseId: string;
}

/**
 * Terms that are over at $1, at most $2 of each sort, without locking any: fresh ones in the order of their ends, then
 * those whose rest after a failure is over. Two probes of indexes that hold nothing else.
 */
export const DUE = `
  SELECT * FROM (SELECT id, case_id AS "caseId" FROM deadlines
                  WHERE status = 'OPEN' AND next_try_at IS NULL AND due_at < $1::timestamptz
                  ORDER BY due_at, id LIMIT $2) fresh
  UNION ALL
  SELECT * FROM (SELECT id, case_id AS "caseId" FROM deadlines
                  WHERE status = 'OPEN' AND next_try_at IS NOT NULL AND next_try_at <= now() AND due_at < $1::timestamptz
                  ORDER BY next_try_at, id LIMIT $2) rested`;

/**
 * Closes the term for the handler that follows in the same transaction, unless another runner is at its case ($3).
 * From here on the transaction waits for no lock longer than 300 ms: where a person's command holds the document and
 * waits for the term, the runner gives way (and tries again) before PostgreSQL would end one of the two.
 */
export const CLAIM = `
  WITH turn AS MATERIALIZED (
    SELECT pg_try_advisory_xact_lock(hashtextextended('deadlines of ' || $3::text, 0)) AS free,
           set_config('lock_timeout', '300ms', true) AS patience)
  UPDATE deadlines SET status = 'FIRED', closed_at = $2::timestamptz, closed_by = 'system:deadlines'
    FROM turn
   WHERE turn.free AND turn.patience <> '' AND deadlines.id = $1 AND status = 'OPEN' AND due_at < $2::timestamptz
     AND (next_try_at IS NULL OR next_try_at <= now())
  RETURNING id, kind, subject_id AS "subjectId", case_id AS "caseId", article, started_at AS "startedAt",
            due_at AS "dueAt", term`;

/**
 * The rest doubles from 0.2 s to an hour, with up to a quarter added by chance. It is measured by the database's clock:
 * a machine heals in real time, whatever clock the law follows in a test.
 */
export const BACK_OFF = `
  UPDATE deadlines
     SET attempts = attempts + 1, last_error = left($2, 1000),
         next_try_at = now() + make_interval(secs => least(3600, 0.2 * 2 ^ least(attempts, 20)) * (1 + random() / 4))
   WHERE id = $1 AND status = 'OPEN' RETURNING attempts`;

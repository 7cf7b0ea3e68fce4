/** Faults inside a service's database, made by its administrator: an outbox over its quota, and messages held back. */

/** Every further row fails as on a full disk, once so many wait to be published. */
export function fillDisk(waitingRows: number): string {
  return `
    SET lock_timeout = '2s';
    CREATE OR REPLACE FUNCTION fault_disk_full() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF (SELECT count(*) FROM outbox WHERE published_at IS NULL) >= TG_ARGV[0]::int THEN
        RAISE EXCEPTION 'could not extend the outbox: its quota is used up' USING ERRCODE = 'disk_full';
      END IF;
      RETURN NULL;
    END $$;
    DROP TRIGGER IF EXISTS fault_disk_full ON outbox;
    CREATE TRIGGER fault_disk_full BEFORE INSERT ON outbox FOR EACH STATEMENT
      EXECUTE FUNCTION fault_disk_full(${waitingRows})`;
}

export const FREE_DISK = `
  SET lock_timeout = '2s';
  DROP TRIGGER IF EXISTS fault_disk_full ON outbox`;

/** One key in four is hidden from the relay, whole keys in their order, so that later messages of others overtake them. */
export function holdBack(quarter: number): string {
  return `
    SET lock_timeout = '2s';
    CREATE OR REPLACE FUNCTION fault_hold_back() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF (hashtext(NEW.aggregateid) >> 8) & 3 = TG_ARGV[0]::int THEN
        NEW.published_at := '-infinity';
      END IF;
      RETURN NEW;
    END $$;
    DROP TRIGGER IF EXISTS fault_hold_back ON outbox;
    CREATE TRIGGER fault_hold_back BEFORE INSERT ON outbox FOR EACH ROW
      EXECUTE FUNCTION fault_hold_back(${quarter})`;
}

/** In one transaction with nobody writing: what was held back comes before what its key gets next. */
export const LET_GO = `
  SET lock_timeout = '2s';
  BEGIN;
  LOCK TABLE outbox IN ACCESS EXCLUSIVE MODE;
  DROP TRIGGER IF EXISTS fault_hold_back ON outbox;
  UPDATE outbox SET published_at = NULL WHERE published_at = '-infinity';
  COMMIT`;

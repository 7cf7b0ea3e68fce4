/**
 * Serial numbers of documents, counted per customs body and day: nothing that the whole country shares.
 *
 * A number is taken in a small transaction of its own. Taken in the document's, its row would stay locked until that one
 * is on disk, and every document of a customs body would wait for the flush of the one before.
 */
import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Pool } from 'pg';
import { DataSource } from '@shekara/persistence';

export type NumberedDocument = 'ARRIVAL_NOTICE' | 'GOODS_DECLARATION';

interface Waiting {
  readonly given: (serial: number) => void;
  readonly failed: (error: unknown) => void;
}

const CONNECT_WITHIN_MS = 5_000;

@Injectable()
export class DocumentNumbers implements OnApplicationShutdown {
  private readonly log = new Logger(DocumentNumbers.name);
  private readonly pool: Pool;
  /** Who waits for a number, by kind, customs body and day, while the statement for those before is under way. */
  private readonly queues = new Map<string, Waiting[]>();

  constructor(@Inject(DataSource) source: DataSource) {
    const { options } = source;
    if (options.type !== 'postgres') throw new Error('document numbers are kept in PostgreSQL');
    this.pool = new Pool({
      connectionString: options.url,
      max: 1,
      connectionTimeoutMillis: CONNECT_WITHIN_MS,
    });
    this.pool.on('error', (error) => this.log.warn('the session that counts documents broke', error));
  }

  /**
   * The next serial of a kind of document at a customs body on a legal date (`yyyy-mm-dd`), from 1, never given twice
   * (R-DEC-095). A document that is not kept leaves a gap. Those who ask at the same time share one statement.
   */
  next(kind: NumberedDocument, customsBody: string, date: string): Promise<number> {
    const place = `${kind}/${customsBody}/${date}`;
    return new Promise((given, failed) => {
      const queue = this.queues.get(place);
      if (queue) {
        queue.push({ given, failed });
        return;
      }
      this.queues.set(place, [{ given, failed }]);
      void this.serve(place, [kind, customsBody, date]);
    });
  }

  private async serve(place: string, counter: readonly string[]): Promise<void> {
    for (;;) {
      const asked = this.queues.get(place)?.splice(0) ?? [];
      if (asked.length === 0) break;
      try {
        const last = await this.take(counter, asked.length);
        asked.forEach(({ given }, index) => given(last - asked.length + 1 + index));
      } catch (error) {
        for (const { failed } of asked) failed(error);
      }
    }
    this.queues.delete(place);
  }

  /**
   * Does not wait for the disk, and need not: the log is flushed in order, so a number is there before the document that
   * bears it.
   */
  private async take(counter: readonly string[], count: number): Promise<number> {
    const { rows } = await this.pool.query<{ last: number }>({
      name: 'document-serials',
      text: `INSERT INTO document_serials (kind, customs_body, day, last)
             SELECT $1::text, $2::text, $3::date, $4::int FROM set_config('synchronous_commit', 'off', true)
             ON CONFLICT (kind, customs_body, day) DO UPDATE SET last = document_serials.last + excluded.last
             RETURNING last`,
      values: [...counter, count],
    });
    const [row] = rows;
    if (!row) throw new Error(`no serial for ${counter.join('/')}`);
    return row.last;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }
}

/** Serial numbers of documents, counted per customs body and day: nothing that the whole country shares. */
import type { Work } from '@shekara/persistence';

export type NumberedDocument = 'ARRIVAL_NOTICE' | 'GOODS_DECLARATION';

/**
 * The next serial of a kind of document at a customs body on a legal date (`yyyy-mm-dd`), from 1, without gaps: the row
 * stays locked until the work commits, and a rolled back work gives its number back.
 */
export async function nextSerial(
  work: Work,
  kind: NumberedDocument,
  customsBody: string,
  date: string,
): Promise<number> {
  const rows = await work.manager.query<{ last: number }[]>(
    `INSERT INTO document_serials (kind, customs_body, day, last) VALUES ($1, $2, $3, 1)
     ON CONFLICT (kind, customs_body, day) DO UPDATE SET last = document_serials.last + 1 RETURNING last`,
    [kind, customsBody, date],
  );
  const row = rows[0];
  if (!row) throw new Error(`no serial for ${kind} at ${customsBody}`);
  return row.last;
}

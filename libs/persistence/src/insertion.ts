/**
 * Rows that are only added, and that nobody reads before commit: gathered while the work runs and written together, every
 * table in one statement.
 */

/** A table to which rows are added, with the columns in the order in which a row names their values. */
export interface Insertion {
  readonly table: string;
  /** Each column with the type that PostgreSQL reads its values as. */
  readonly columns: readonly (readonly [name: string, type: string])[];
}

/** The values of one row, in the order of the columns; JSON as text. */
export type InsertedRow = readonly unknown[];

export interface Statement {
  readonly text: string;
  readonly parameters: readonly unknown[];
}

/** The texts made so far: a service adds to few combinations of tables. */
const texts = new Map<string, string>();

/** One statement that adds all rows, in their order within each table; undefined when there are none. */
export function insertionOf(gathered: ReadonlyMap<Insertion, readonly InsertedRow[]>): Statement | undefined {
  const filled = [...gathered]
    .filter(([, rows]) => rows.length > 0)
    .sort(([a], [b]) => (a.table < b.table ? -1 : 1));
  if (filled.length === 0) return undefined;
  const tables = filled.map(([insertion]) => insertion);
  const parameters = filled.flatMap(([{ columns }, rows]) =>
    columns.map((_, column) => rows.map((row) => row[column])),
  );
  return { text: textOf(tables), parameters };
}

function textOf(tables: readonly Insertion[]): string {
  const key = tables.map(({ table }) => table).join();
  const known = texts.get(key);
  if (known !== undefined) return known;
  let parameter = 0;
  const statements = tables.map(({ table, columns }) => {
    const names = columns.map(([name]) => name).join(', ');
    const arrays = columns.map(([, type]) => `$${(parameter += 1)}::${type}[]`).join(', ');
    return `INSERT INTO ${table} (${names})
      SELECT ${names} FROM unnest(${arrays}) WITH ORDINALITY AS added(${names}, order_added) ORDER BY order_added`;
  });
  const last = statements.pop() ?? '';
  const before = statements.map((statement, index) => `added_${index} AS (${statement})`);
  const text = before.length === 0 ? last : `WITH ${before.join(', ')} ${last}`;
  texts.set(key, text);
  return text;
}

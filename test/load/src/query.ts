/** One query in a session of its own. */
import { Client } from 'pg';

export async function queryOf<Found>(
  url: string,
  text: string,
  values: readonly unknown[],
): Promise<readonly Found[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query(text, [...values]);
    return rows as readonly Found[];
  } finally {
    await client.end();
  }
}

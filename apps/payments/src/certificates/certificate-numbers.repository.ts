/** Numbers of certificates (C) and reconciliation acts (R): `customs body/ddmmyy/C and six digits`, without a gap for a body and day. */
import type { CivilDate } from '@shekara/calendar';
import type { Work } from '@shekara/persistence';

export async function nextNumber(
  work: Work,
  customsBody: string,
  day: CivilDate,
  series: 'C' | 'R',
): Promise<string> {
  const [row] = await work.manager.query<{ last: number }[]>(
    `INSERT INTO certificate_numbers (customs_body, day, series, last) VALUES ($1, $2, $3, 1)
     ON CONFLICT (customs_body, day, series) DO UPDATE SET last = certificate_numbers.last + 1 RETURNING last`,
    [customsBody, day, series],
  );
  if (!row) throw new Error(`no number for a paper of ${customsBody}`);
  const [year = '', month = '', date = ''] = day.split('-');
  return `${customsBody}/${date}${month}${year.slice(2)}/${series}${row.last.toString().padStart(6, '0')}`;
}

/** The document as the lock under which an order of control and the refusal of release meet, in whatever order they come. */
import type { Work } from '@shekara/persistence';

/** Holds the document until commit. True when its release was refused, now or before: nothing is left to control. */
export async function holdDocument(
  work: Work,
  subjectId: string,
  { refused }: { readonly refused: boolean },
): Promise<boolean> {
  const [row] = await work.manager.query<{ refused: boolean }[]>(
    `INSERT INTO controlled_documents (subject_id, refused) VALUES ($1, $2)
     ON CONFLICT (subject_id) DO UPDATE SET refused = controlled_documents.refused OR excluded.refused
     RETURNING refused`,
    [subjectId, refused],
  );
  return row?.refused === true;
}

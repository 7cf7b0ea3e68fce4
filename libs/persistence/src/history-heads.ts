/** How the head of a document's chain travels in the headers of the events that its work published. */
import type { HistoryHead } from './additions.js';

type Headers = Readonly<Record<string, string>>;

const STREAM = 'ce_historystream';
const SEQUENCE = 'ce_historysequence';
const HASH = 'ce_historyhead';
/** Documents whose history grew in the same work without an event of their own, as JSON. */
const OTHERS = 'ce_historyothers';

/**
 * The headers for the messages of one work, by the keys of the messages: each message carries the head of the document
 * that is its key; the first one carries the heads of documents that no message has as its key.
 */
export function headersOfHeads(heads: readonly HistoryHead[], keys: readonly string[]): Headers[] {
  const byId = new Map([...heads].reverse().map((head) => [head.streamId, head]));
  const carried = new Set<HistoryHead>();
  const headers = keys.map((key): Record<string, string> => {
    const head = byId.get(key);
    if (!head) return {};
    carried.add(head);
    return {
      [STREAM]: `${head.stream}/${head.streamId}`,
      [SEQUENCE]: String(head.sequence),
      [HASH]: head.hash,
    };
  });
  const others = heads.filter((head) => !carried.has(head));
  const [first] = headers;
  if (first && others.length > 0) {
    first[OTHERS] = JSON.stringify(
      others.map((head) => [head.stream, head.streamId, head.sequence, head.hash]),
    );
  }
  return headers;
}

/** The heads that a message carries. */
export function headsIn(headers: Headers): HistoryHead[] {
  const heads: HistoryHead[] = [];
  const { [STREAM]: path, [HASH]: hash, [SEQUENCE]: sequence, [OTHERS]: others } = headers;
  if (path !== undefined && hash !== undefined) {
    const slash = path.indexOf('/');
    heads.push({
      stream: path.slice(0, slash),
      streamId: path.slice(slash + 1),
      sequence: Number(sequence),
      hash,
    });
  }
  if (others !== undefined) {
    const listed = JSON.parse(others) as [string, string, number, string][];
    heads.push(
      ...listed.map((each) => ({ stream: each[0], streamId: each[1], sequence: each[2], hash: each[3] })),
    );
  }
  return heads;
}

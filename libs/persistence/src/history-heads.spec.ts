import { headersOfHeads, headsIn } from './history-heads.js';

const head = (stream: string, streamId: string, sequence = 1) => ({
  stream,
  streamId,
  sequence,
  hash: 'a'.repeat(64),
});

describe('the head of a chain in the headers of an event', () => {
  it('travels with every message whose key is the document', () => {
    const debt = head('DebtNotice', 'n/1', 7);
    const headers = headersOfHeads([debt], ['n/1', 'n/1', 'other']);
    expect(headers.map(headsIn)).toEqual([[debt], [debt], []]);
  });

  it('of a document without a message of its own travels with the first message', () => {
    const [own, other, twin] = [head('Release', 'r'), head('Ledger', 'Ёлка, № 7'), head('Stock', 'r')];
    const headers = headersOfHeads([own, other, twin], ['r', 'x']);
    expect(headers.map(headsIn)).toEqual([[own, other, twin], []]);
    expect(Object.keys(headers[1] ?? {})).toEqual([]);
  });

  it('is absent from a message without one', () => {
    expect(headsIn({ ce_id: '1' })).toEqual([]);
  });
});

import { inSends, type WaitingRow } from './outbox-batch.js';

const row = (id: string, kilobytes: number): WaitingRow => ({
  ...{ id, aggregatetype: 't', aggregateid: 'k', headers: {}, created: '2026-03-09' },
  payload: Buffer.alloc(kilobytes * 1024),
});

describe('a batch of the outbox', () => {
  it('is cut so that no send is larger than a partition takes, in order, and a large row goes alone', () => {
    const rows = [row('a', 300), row('b', 300), row('c', 300), row('d', 900), row('e', 1)];
    const sends = [...inSends(rows)].map((send) => send.map(({ id }) => id));
    expect(sends).toEqual([['a', 'b'], ['c'], ['d'], ['e']]);
    expect([...inSends([])]).toEqual([]);
  });
});

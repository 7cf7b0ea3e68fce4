/** The history on a real server: append-only for the service, and every way to alter it as its owner is found. */
import { Module } from '@nestjs/common';
import { Client } from 'pg';
import { MoneyReceivedSchema } from '@shekara/contracts';
import { design } from '@shekara/kernel';
import { Outbox } from '@shekara/messaging';
import {
  DataSource,
  headsIn,
  headsInOutbox,
  historyOf,
  type HistoryHead,
  lostHeads,
  UnitOfWork,
  verifyHistory,
} from '@shekara/persistence';
import { eventually } from '@shekara/testing';
import { ServicesUnderTest } from '@shekara/testing/services';

const CASE = '0190a000-0000-7000-8000-000000000004';
const GROUND = design('test of the history');

@Module({})
class NothingModule {}

describe('the history', () => {
  let place: ServicesUnderTest;
  let owner: Client;

  beforeAll(async () => {
    place = await ServicesUnderTest.start({
      services: [{ name: 'payments', title: 'history', module: NothingModule, migrations: [] }],
    });
    owner = new Client({ connectionString: place.databaseUrl('payments') });
    await owner.connect();
  });

  afterAll(async () => {
    await owner.end();
    await place.stop();
  });

  const manager = () => place.service('payments').app.get(DataSource).manager;

  /** One work: an entry for each document, and a message of the first. */
  function write(documents: readonly string[]): Promise<void> {
    const { app } = place.service('payments');
    return app.get(UnitOfWork).run({ actor: 'test' }, (work) => {
      for (const streamId of documents) {
        work.record({
          stream: 'Receipt',
          streamId,
          caseId: CASE,
          type: 'Received',
          payload: { n: 1 },
          ground: GROUND,
        });
      }
      const message = { receiptId: 'r', payer: documents[0] ?? '' };
      app.get(Outbox).publish(work, MoneyReceivedSchema, message, { caseId: CASE, ground: GROUND });
      return Promise.resolve();
    });
  }

  async function lost(): Promise<HistoryHead[]> {
    const all: HistoryHead[] = [];
    for await (const heads of headsInOutbox(manager())) all.push(...(await lostHeads(manager(), heads)));
    return all;
  }

  /** Does as its owner what the service cannot do, and undoes it afterwards. */
  async function tampered(statement: string, look: () => Promise<void>): Promise<void> {
    await owner.query('CREATE TABLE kept AS SELECT * FROM history');
    await owner.query('ALTER TABLE history DISABLE TRIGGER USER');
    const { rowCount } = await owner.query(statement);
    expect(rowCount).toBe(1);
    await look();
    await owner.query('DELETE FROM history');
    await owner.query('INSERT INTO history SELECT * FROM kept');
    await owner.query('ALTER TABLE history ENABLE TRIGGER USER');
    await owner.query('DROP TABLE kept');
    expect((await verifyHistory(manager())).broken).toEqual([]);
    expect(await lost()).toEqual([]);
  }

  it('is not changed, removed or emptied by the service, nor freed of its trigger or left by it', async () => {
    await write(['first']);
    for (const statement of [
      `UPDATE history SET actor = 'another'`,
      `DELETE FROM history`,
      `TRUNCATE history`,
      `DELETE FROM history_default`,
      `UPDATE outbox SET payload = ''`,
      `DELETE FROM outbox`,
      `DELETE FROM inbox`,
      `DELETE FROM migrations`,
    ]) {
      await expect(manager().query(statement)).rejects.toThrow('permission denied');
    }
    for (const statement of [
      `ALTER TABLE history DISABLE TRIGGER history_is_append_only`,
      `DROP TRIGGER history_is_append_only ON history`,
      `ALTER TABLE history OWNER TO CURRENT_USER`,
      `DROP TABLE history`,
    ]) {
      await expect(manager().query(statement)).rejects.toThrow('must be owner');
    }
    await expect(manager().query(`CREATE TABLE mine (id int)`)).rejects.toThrow(
      'permission denied for schema',
    );
    await expect(manager().query(`RESET ROLE; DELETE FROM history`)).rejects.toThrow('permission denied');
  });

  it('is refused to its owner too, as long as the triggers stand', async () => {
    await expect(owner.query('DELETE FROM history')).rejects.toThrow('append-only');
    await expect(owner.query(`UPDATE history SET actor = 'x'`)).rejects.toThrow('append-only');
    await expect(owner.query('TRUNCATE history')).rejects.toThrow('append-only');
  });

  it('sends the heads of its chains out with the events, those of documents without an event too', async () => {
    await write(['leader', 'follower']);
    await eventually(() => {
      const message = place.allMessages().find((each) => each.key === 'leader');
      const heads = headsIn(message?.headers ?? {});
      expect(heads.map(({ streamId, sequence }) => [streamId, sequence])).toEqual([
        ['leader', 1],
        ['follower', 1],
      ]);
    });
    const [entry] = await historyOf(manager(), 'Receipt', 'follower');
    const { headers } = place.allMessages().find((each) => each.key === 'leader') ?? { headers: {} };
    expect(headsIn(headers)[1]?.hash).toBe(entry?.hash);
  });

  it('shows one changed byte, a row removed in the middle, and a removed last row', async () => {
    for (let entry = 0; entry < 3; entry += 1) await write(['chain', 'tail']);
    expect((await verifyHistory(manager())).broken).toEqual([]);
    expect(await lost()).toEqual([]);
    const link = { stream: 'Receipt', streamId: 'chain' };
    await tampered(
      `UPDATE history SET payload = '{"n":2}' WHERE stream_id = 'chain' AND sequence = 2`,
      async () => {
        expect((await verifyHistory(manager())).broken).toEqual([{ ...link, sequence: 2 }]);
      },
    );
    await tampered(`DELETE FROM history WHERE stream_id = 'chain' AND sequence = 2`, async () => {
      expect((await verifyHistory(manager())).broken).toEqual([{ ...link, sequence: 3 }]);
    });
    await tampered(`DELETE FROM history WHERE stream_id = 'tail' AND sequence = 3`, async () => {
      expect((await verifyHistory(manager())).broken).toEqual([]);
      expect(await lost()).toMatchObject([{ streamId: 'tail', sequence: 3 }]);
    });
  });

  it('of one document does not fork when many works lengthen it at once', async () => {
    await Promise.all(Array.from({ length: 20 }, () => write(['busy'])));
    const entries = await historyOf(manager(), 'Receipt', 'busy');
    expect(entries.map((entry) => entry.sequence)).toEqual(
      Array.from({ length: 20 }, (_, index) => index + 1),
    );
    expect((await verifyHistory(manager())).broken).toEqual([]);
  });
});

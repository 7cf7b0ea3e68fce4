/** Works that only add rows: they share commits, and none pays for another. */
import { Controller, Inject, Module, Post } from '@nestjs/common';
import { Client } from 'pg';
import { Roles } from '@shekara/auth';
import { MoneyReceivedSchema } from '@shekara/contracts';
import { Deadlines } from '@shekara/deadlines';
import { design, VirtualClock } from '@shekara/kernel';
import { Outbox } from '@shekara/messaging';
import {
  Additions,
  historyOf,
  type Insertion,
  SharedCommit,
  UnitOfWork,
  verifyHistory,
  DataSource,
  dataSourceOptions,
} from '@shekara/persistence';
import {
  type Answer,
  Answers,
  Command,
  type CommandRequest,
  Commands,
  type ServiceDefinition,
} from '@shekara/service-kit';
import { ServicesUnderTest } from '@shekara/testing/services';

const CASE = '0190a000-0000-7000-8000-000000000006';
const GROUND = design('test of shared commits');
const NOTES: Insertion = {
  table: 'notes',
  columns: [
    ['id', 'uuid'],
    ['text', 'text'],
  ],
};

class CreateNotes1764000090000 {
  async up(runner: { query(text: string): Promise<unknown> }): Promise<void> {
    await runner.query(
      `CREATE TABLE notes (id uuid PRIMARY KEY, text text NOT NULL UNIQUE CHECK (text <> 'bad'))`,
    );
  }
  down(): Promise<void> {
    return Promise.resolve();
  }
}

let asked = 0;

@Controller('v1/notes')
class NotesController {
  constructor(@Inject(Commands) private readonly commands: Commands) {}

  @Post()
  @Roles('ACCOUNT_OFFICER')
  @Answers()
  write(@Command() command: CommandRequest): Promise<Answer> {
    return this.commands.add(command, (work) => {
      asked += 1;
      const id = work.newId();
      work.add(NOTES, [id, `note of ${command.idempotencyKey}`]);
      return Promise.resolve({ status: 201, body: { id } });
    });
  }
}

@Module({ controllers: [NotesController] })
class NotesModule {}

const SERVICE: ServiceDefinition = {
  name: 'payments',
  title: 'shared commits',
  module: NotesModule,
  migrations: [CreateNotes1764000090000],
};

describe('works that only add', () => {
  let place: ServicesUnderTest;
  let owner: Client;
  let unitOfWork: UnitOfWork;
  let outbox: Outbox;

  beforeAll(async () => {
    place = await ServicesUnderTest.start({
      services: [SERVICE],
      clock: new VirtualClock('2026-03-09T10:00:00Z'),
    });
    owner = new Client({ connectionString: place.databaseUrl('payments') });
    await owner.connect();
    const { app } = place.service('payments');
    unitOfWork = app.get(UnitOfWork);
    outbox = app.get(Outbox);
  });

  afterAll(async () => {
    await owner.end();
    await place.stop();
  });

  function note(text: string) {
    return unitOfWork.add({ actor: 'test' }, (work: Additions) => {
      const id = work.newId();
      work.add(NOTES, [id, text]);
      work.record({
        stream: 'Note',
        streamId: id,
        caseId: CASE,
        type: 'NoteWritten',
        payload: { text },
        ground: GROUND,
      });
      outbox.publish(work, MoneyReceivedSchema, { payer: text }, { caseId: CASE, ground: GROUND });
      return id;
    });
  }

  async function transactionsOf(texts: readonly string[]): Promise<number> {
    const { rows } = await owner.query<{ count: number }>(
      `SELECT count(DISTINCT xmin::text)::int AS count FROM notes WHERE text = ANY ($1)`,
      [texts],
    );
    return rows[0]?.count ?? 0;
  }

  it('fifty that end at the same time need few commits, and each keeps its history and its message', async () => {
    const texts = Array.from({ length: 50 }, (_, index) => `together ${index}`);
    const ids = await Promise.all(texts.map(note));
    expect(await transactionsOf(texts)).toBeLessThanOrEqual(5);
    const manager = place.service('payments').app.get(DataSource).manager;
    const history = await Promise.all(ids.map((id) => historyOf(manager, 'Note', id)));
    expect(history.map((entries) => entries.map(({ payload }) => payload))).toEqual(
      texts.map((text) => [{ text }]),
    );
    const { broken } = await verifyHistory(manager);
    expect(broken).toEqual([]);
    const { rows } = await owner.query<{ key: string }>(
      `SELECT aggregateid AS key FROM outbox WHERE aggregateid LIKE 'together %' ORDER BY sequence`,
    );
    expect(rows.map(({ key }) => key).sort()).toEqual([...texts].sort());
  });

  it('one that the database refuses fails alone and leaves nothing', async () => {
    const settled = await Promise.allSettled(['first', 'good 1', 'bad', 'good 2', 'good 3'].map(note));
    expect(settled.map(({ status }) => status)).toEqual([
      'fulfilled',
      'fulfilled',
      'rejected',
      'fulfilled',
      'fulfilled',
    ]);
    const { rows } = await owner.query(`SELECT 1 FROM outbox WHERE aggregateid = 'bad'`);
    expect(rows).toEqual([]);
  });

  it('a database that is away fails all of them at once, not one after the other', async () => {
    const closed = new DataSource(dataSourceOptions(place.databaseUrl('payments')));
    await closed.initialize();
    await closed.destroy();
    let asked = 0;
    const commits = new SharedCommit({
      query: (...statement: [string, unknown[]?]) => {
        asked += 1;
        return closed.query(...statement);
      },
    });
    const works = Array.from({ length: 20 }, () => {
      const work = new Additions({ actor: 'test', at: new Date('2026-03-09T10:00:00Z') });
      work.add(NOTES, [work.newId(), 'never']);
      return commits.write(work);
    });
    const settled = await Promise.allSettled(works);
    expect(settled.every(({ status }) => status === 'rejected')).toBe(true);
    expect(asked).toBe(2);
  });

  it('a fact about a document that the work did not make is a bug, and nothing is written', async () => {
    const write = unitOfWork.add({ actor: 'test' }, (work) => {
      work.add(NOTES, [work.newId(), 'of another document']);
      work.record({
        stream: 'Note',
        streamId: CASE,
        caseId: CASE,
        type: 'NoteRead',
        payload: null,
        ground: GROUND,
      });
    });
    await expect(write).rejects.toThrow('may have a history');
    const { rows } = await owner.query(`SELECT 1 FROM notes WHERE text = 'of another document'`);
    expect(rows).toEqual([]);
  });

  it('a term of a new document is begun in the same commit', async () => {
    const deadlines = place.service('payments').app.get(Deadlines);
    const id = await unitOfWork.add({ actor: 'test' }, (work) => {
      const subjectId = work.newId();
      deadlines.begin(work, {
        kind: 'NOTE_TERM',
        subjectId,
        caseId: CASE,
        article: GROUND,
        startedAt: new Date('2026-03-09T10:00:00Z'),
        dueAt: new Date('2026-03-19T10:00:00Z'),
        term: { days: 10 },
      });
      return subjectId;
    });
    expect(await deadlines.open(id)).toMatchObject([
      { kind: 'NOTE_TERM', status: 'OPEN', term: { days: 10 } },
    ]);
  });

  it('twenty requests at once with one Idempotency-Key get one answer and have one effect', async () => {
    asked = 0;
    const officer = await place.token({ subject: 'anna', roles: ['ACCOUNT_OFFICER'], posts: ['55302'] });
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        place.post<{ id: string }>('payments', '/v1/notes', {}, officer, 'one-key-for-all'),
      ),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(asked).toBeGreaterThan(0);
    const { rows } = await owner.query(`SELECT 1 FROM notes WHERE text = 'note of one-key-for-all'`);
    expect(rows).toHaveLength(1);
  });
});

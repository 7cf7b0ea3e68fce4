import { randomUUID } from 'node:crypto';
import {
  ArrivalNoticeAcceptedSchema,
  DeclarationRegisteredSchema,
  MoneyReceivedSchema,
  type ServiceName,
  StatusNotifiedSchema,
  WorkItemChangedSchema,
} from '@shekara/contracts';
import type { HttpAnswer } from '@shekara/testing/services';
import { Border, inTheEnd, type Refusal } from './border.fixture.js';
import { bankGuarantee, documentsWith, examinationAct, LOUDSPEAKERS } from './papers.fixture.js';
import { type Declaration, importer, TOTAL, type Truck, Trucks } from './truck.fixture.js';

const SERVICES: readonly ServiceName[] = [
  'registration',
  'risk',
  'payments',
  'guarantees',
  'temporary-storage',
  'inspections',
  'registers',
  'gateway',
];

/** What no message may move twice, whatever its id. */
const DECIDED_ONCE: ReadonlySet<string> = new Set([
  'registration.arrival_notices',
  'registration.goods_declarations',
  'registration.history',
  'payments.journal_lines',
  'payments.account_balances',
  'payments.liabilities',
  'payments.money_receipts',
  'guarantees.reservations',
  'guarantees.securities',
  'guarantees.security_ledger',
  'temporary-storage.storage_lots',
  'temporary-storage.stock_movements',
  'temporary-storage.stock_balances',
  'registers.register_entries',
]);

type Headers = Readonly<Record<string, string>>;

interface CheckView {
  status: string;
  check: { payments: string; risk: string };
}

describe('what comes late, twice or wrong', () => {
  let border: Border;
  let trucks: Trucks;

  beforeAll(async () => {
    border = await Border.open();
    trucks = await Trucks.at(border);
    await border.place.watchDeadLetters();
  });

  afterAll(() => border.place.stop());

  /** Holds a table, so that the service cannot go on with what it is told, while something else happens. */
  function whileHeld<T>(name: ServiceName, table: string, task: () => Promise<T>): Promise<T> {
    return border.manager(name).transaction(async (manager) => {
      await manager.query(`LOCK TABLE ${table} IN ACCESS EXCLUSIVE MODE`);
      return task();
    });
  }

  async function paidTruck(n: number): Promise<Truck> {
    const payer = importer(n);
    await trucks.pay(payer, TOTAL);
    return trucks.arrive(payer);
  }

  async function checkOf(truck: Truck, { number }: Declaration): Promise<CheckView['check']> {
    return (await truck.declarant.get<CheckView>(`/v1/goods-declarations/${number}`)).body.check;
  }

  it('twenty trucks of one importer at once, money for twelve: twelve go, eight wait, the rest of the money frees them (R-DEC-191)', async () => {
    const payer = importer(30);
    await trucks.pay(payer, (12 * Number(TOTAL)).toFixed(2));
    const arrived = await Promise.all(Array.from({ length: 20 }, () => trucks.arrive(payer)));
    const filed = await Promise.all(arrived.map((truck) => trucks.file(truck)));
    expect(new Set(filed.map(({ number }) => number)).size).toBe(20);
    const releases = () => filed.map((declaration) => trucks.releasesOf(declaration).length);
    await inTheEnd(() => expect(releases().filter((count) => count === 1)).toHaveLength(12));
    await border.quiet();
    expect(releases().toSorted()).toEqual([...Array<number>(8).fill(0), ...Array<number>(12).fill(1)]);
    expect(await border.balance(payer.identification, 'ADVANCE_MONEY')).toBe('0.00');

    await border.confirm(payer, (8 * Number(TOTAL)).toFixed(2));
    await inTheEnd(() => expect(releases()).toEqual(Array<number>(20).fill(1)));
    await border.quiet();
    expect(releases()).toEqual(Array<number>(20).fill(1));
    expect(await border.balance(payer.identification, 'ADVANCE_MONEY')).toBe('0.00');
    expect(await border.trialBalance()).toMatchObject({ balanced: true, balancesAgree: true });
  });

  describe('late', () => {
    it.each([
      ['risk answers after payments', 'risk', 'risk_evaluations', { payments: 'COVERED', risk: 'WAITING' }],
      ['payments answer after risk', 'payments', 'liabilities', { payments: 'WAITING', risk: 'NO_MEASURE' }],
    ] as const)('%s: released by the last answer, once', async (_title, service, table, seen) => {
      const truck = await paidTruck(service === 'risk' ? 31 : 32);
      await border.quiet();
      const declaration = await whileHeld(service, table, async () => {
        const filed = await trucks.file(truck);
        await inTheEnd(async () => expect(await checkOf(truck, filed)).toMatchObject(seen));
        expect(trucks.releasesOf(filed)).toEqual([]);
        return filed;
      });
      expect(await trucks.released(declaration)).toMatchObject({ mode: 'AUTOMATIC' });
      await border.quiet();
      expect(trucks.releasesOf(declaration)).toHaveLength(1);
    });

    it('risk orders an examination after an officer has refused release: nobody is sent to examine', async () => {
      const truck = await paidTruck(42);
      await border.quiet();
      const refused = await whileHeld('risk', 'risk_evaluations', async () => {
        const { number } = await trucks.file(truck, LOUDSPEAKERS);
        await border.releaseOfficer.must(`/v1/goods-declarations/${number}/refusals`, {
          grounds: [{ code: 'GOODS_NOT_SHOWN', facts: 'The truck has left.' }],
        });
        await inTheEnd(async () => {
          const [document] = await border
            .manager('inspections')
            .query<{ refused: boolean }[]>(`SELECT refused FROM controlled_documents WHERE refused`);
          expect(document).toBeDefined();
        });
        return number;
      });
      await inTheEnd(async () => {
        const types = (await border.timeline(truck.caseId)).map(({ type }) => type);
        expect(types).toEqual(expect.arrayContaining(['GoodsReleaseRefused', 'ControlOrdered']));
      });
      await border.quiet();
      expect(await border.inspector.items(truck.caseId)).toEqual([]);
      expect(await border.releaseOfficer.items(truck.caseId)).toEqual([]);
      const { body } = await truck.declarant.get<Declaration>(`/v1/goods-declarations/${refused}`);
      expect(body.status).toBe('RELEASE_REFUSED');
    });

    it('storage hears of declaration and release only after both: the goods are out all the same', async () => {
      const truck = await paidTruck(33);
      const lotId = await trucks.store(truck);
      await border.quiet();
      await whileHeld('temporary-storage', 'storage_lots', async () => {
        await trucks.released(await trucks.file(truck));
      });
      await inTheEnd(async () => expect((await trucks.lot(lotId)).status).toBe('ISSUED'));
      expect((await trucks.lot(lotId)).stock).toMatchObject([{ packages: 0 }]);
    });
  });

  describe('twice', () => {
    /** All rows of all tables, except what remembers that a message was seen, as one checksum a table. */
    async function everything(): Promise<Record<string, string>> {
      const sums: Record<string, string> = {};
      for (const name of SERVICES) {
        const tables = await border.manager(name).query<{ table: string }[]>(
          `SELECT relname AS "table" FROM pg_class
            WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition
              AND relname !~ '^(inbox|outbox)' ORDER BY 1`,
        );
        for (const { table } of tables) {
          const [row] = await border
            .manager(name)
            .query<{ sum: string }[]>(
              `SELECT count(*) || ' ' || md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) AS sum FROM "${table}" t`,
            );
          sums[`${name}.${table}`] = row?.sum ?? '';
        }
      }
      return sums;
    }

    async function aDayAtTheBorder(): Promise<void> {
      const examined = importer(34);
      await trucks.pay(examined, TOTAL);
      const truck = await trucks.arrive(examined);
      await trucks.store(truck);
      const declaration = await trucks.file(truck, LOUDSPEAKERS);
      const control = await border.inspector.claim(truck.caseId, 'EXAMINATION');
      const act = examinationAct(border, { outcome: 'CONFORMS' });
      await border.inspector.must(`/v1/controls/${control.subjectId}/results`, act);
      await border.releaseOfficer.claim(truck.caseId, 'RELEASE');
      await border.releaseOfficer.must(`/v1/goods-declarations/${declaration.number}/releases`, {});

      const secured = importer(35);
      const security = await border.accountOfficer.must<{ number: string }>(
        '/v1/securities',
        bankGuarantee(secured.identification, 'BG-35'),
      );
      await trucks.pay(secured, '20000.00');
      const documents = documentsWith(security.number);
      await trucks.released(await trucks.file(await trucks.arrive(secured), {}, { documents }));

      const refused = await paidTruck(36);
      const { number } = await trucks.file(refused, LOUDSPEAKERS);
      await border.releaseOfficer.must(`/v1/goods-declarations/${number}/refusals`, {
        grounds: [{ code: 'GOODS_NOT_SHOWN', facts: 'The truck did not come to the place of examination.' }],
      });
      await border.confirm(importer(37), '100.00');
    }

    async function sayAgain(rename: (headers: Headers) => Headers): Promise<number> {
      const messages = [...border.place.allMessages()];
      for (const { topic, value, key, headers } of messages) {
        await border.place.sendRaw(topic, value, { key, headers: rename(headers) });
      }
      await border.quiet();
      await border.quiet();
      return border.place.allMessages().length - 2 * messages.length;
    }

    it('every message of a day comes once more: not a row changes, no service says a word (R-TST-096, R-PAY-105)', async () => {
      await aDayAtTheBorder();
      await border.quiet();
      const types = border.place.allMessages().map(({ type }) => type);
      expect(new Set(types).size).toBeGreaterThan(20);
      const before = await everything();
      expect(await sayAgain((headers) => headers)).toBe(0);
      expect(await everything()).toEqual(before);
      await border.histories();
      expect(await border.trialBalance()).toMatchObject({ balanced: true, balancesAgree: true });
      expect(border.place.deadLetters()).toEqual([]);
    });

    it('every message comes under a new id: no money, no security, no stock moves and nothing is decided again', async () => {
      const kept = (sums: Record<string, string>) =>
        Object.fromEntries(Object.entries(sums).filter(([table]) => DECIDED_ONCE.has(table)));
      const before = kept(await everything());
      expect(Object.keys(before)).toHaveLength(DECIDED_ONCE.size);
      await sayAgain((headers) => (headers.ce_id ? { ...headers, ce_id: randomUUID() } : headers));
      expect(kept(await everything())).toEqual(before);
      await border.histories();
    });
  });

  describe('wrong', () => {
    let truck: Truck;

    beforeAll(async () => {
      truck = await paidTruck(38);
    });

    const file = (body: unknown, key?: string): Promise<HttpAnswer<Refusal>> =>
      truck.declarant.post<Refusal>('/v1/goods-declarations', body, key);
    const said = ({ status, body }: HttpAnswer<Refusal>) => ({
      status,
      reasons: body.reasons.map(({ code, pointer, parameters }) => `${parameters.detail ?? code} ${pointer}`),
    });

    it('refuses a request without a token, and whoever is nobody to a declaration finds none', async () => {
      const nameless = await border.place.post('gateway', '/v1/goods-declarations', trucks.papers(truck));
      expect(nameless.status).toBe(401);
      const other = await paidTruck(39);
      const { number } = await trucks.file(other);
      const stranger = await truck.declarant.get<Refusal>(`/v1/goods-declarations/${number}`);
      expect(stranger.status).toBe(404);
      expect((await truck.declarant.get(`/v1/cases/${other.caseId}/timeline`)).status).toBe(404);
      expect((await truck.declarant.get(`/v1/liabilities/${number}`)).status).toBe(404);
      const account = await truck.declarant.get(`/v1/accounts/${other.importer.identification}`);
      expect(account.status).toBe(403);
    });

    it('refuses fields that do not exist and a negative amount, each with its pointer', async () => {
      expect(said(await file({ ...trucks.papers(truck), colour: 'red' }))).toEqual({
        status: 400,
        reasons: ['FIELD_UNKNOWN /colour'],
      });
      expect(said(await file(trucks.papers(truck, { weight: '1' })))).toEqual({
        status: 400,
        reasons: ['FIELD_UNKNOWN /items/0/weight'],
      });
      const negative = said(await file(trucks.papers(truck, { customsValue: '-1.00' })));
      expect(negative.status).toBe(422);
      expect(negative.reasons).toContain('NUMBER_MALFORMED /items/0/customsValue');
    });

    it.each([0, 1_000])('refuses %i items by law (R-DEC-041)', async (count) => {
      const [item] = (trucks.papers(truck).items as Record<string, unknown>[]).slice(0, 1);
      const items = Array.from({ length: count }, (_, index) => ({ ...item, itemNumber: index + 1 }));
      const { status, body } = await file({ ...trucks.papers(truck), items, itemsTotal: count });
      expect(status).toBe(422);
      expect(body.reasons.map(({ code }) => code)).toContain('UNSIGNED_OR_BAD_FORM');
    });

    it('refuses a commodity code that the tariff does not have', async () => {
      const { status, reasons } = said(await file(trucks.papers(truck, { commodityCode: '9999999999' })));
      expect(status).toBe(422);
      expect(reasons.filter((reason) => reason.endsWith('/items/0/commodityCode'))).toHaveLength(1);
    });

    it('answers an Idempotency-Key again as the first time, and refuses it for another body', async () => {
      const key = randomUUID();
      const first = await file(trucks.papers(truck), key);
      expect(first.status).toBe(201);
      expect(await file(trucks.papers(truck), key)).toEqual(first);
      expect((await file(trucks.papers(truck, { netKg: '499.000' }), key)).status).toBe(409);
      await border.quiet();
      const registered = border.place
        .messages(DeclarationRegisteredSchema)
        .filter(({ caseId }) => caseId === truck.caseId);
      expect(registered).toHaveLength(1);
    });

    it('parks what nobody can read, skips what nobody knows, queues money of nobody, and goes on (R-PAY-106)', async () => {
      const headers = (type: string) => ({
        ce_id: randomUUID(),
        ce_type: type,
        'content-type': 'application/protobuf',
      });
      const garbage = Buffer.from('no protobuf at all');
      const arrivals = 'registration.arrivals.v1';
      const bank = 'bank.payment-confirmations.v1';
      await border.place.sendRaw(arrivals, garbage, {
        headers: headers(ArrivalNoticeAcceptedSchema.typeName),
      });
      await border.place.sendRaw(arrivals, garbage, { headers: headers('shekara.registration.v9.Unknown') });
      await border.place.sendRaw(bank, Buffer.from('{"amount": '));
      const { bankReference } = await border.confirm(importer(40), '77.00');

      await inTheEnd(() => {
        const parked = border.place.deadLetters().map(({ topic, headers: { dead_group, dead_topic } }) => {
          expect(topic).toBe(`${dead_topic}.${dead_group}.dead`);
          return `${dead_topic} ${dead_group}`;
        });
        expect(parked.toSorted()).toEqual([
          `${bank} gateway`,
          `${bank} payments`,
          `${arrivals} gateway`,
          `${arrivals} risk`,
        ]);
        const money = border.place
          .messages(MoneyReceivedSchema)
          .find((received) => received.bankReference === bankReference);
        expect(money?.state).toBe('UNMATCHED');
        const items = border.place
          .messages(WorkItemChangedSchema)
          .filter(({ subjectId }) => subjectId === money?.receiptId);
        expect(items).toMatchObject([{ kind: 'UNMATCHED_MONEY', status: 'OPEN' }]);
      });

      const next = await paidTruck(41);
      const declaration = await trucks.file(next);
      await trucks.released(declaration);
      await inTheEnd(() => {
        const told = border.place
          .messages(StatusNotifiedSchema)
          .filter(({ documentId }) => documentId === declaration.declarationId);
        expect(told.map(({ status }) => status)).toEqual(['REGISTERED', 'RELEASED']);
      });
      await border.quiet();
      await border.histories();
      expect(await border.trialBalance()).toMatchObject({ balanced: true, balancesAgree: true });
    });
  });
});

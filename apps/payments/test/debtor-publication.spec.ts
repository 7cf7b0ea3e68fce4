import { DebtorListPublishedSchema } from '@shekara/contracts';
import { Money, parseBin, parseCustomsBodyCode, VirtualClock } from '@shekara/kernel';
import { DataSource, UnitOfWork } from '@shekara/persistence';
import { eventually } from '@shekara/testing';
import { ServicesUnderTest } from '@shekara/testing/services';
import { paymentsService } from '../src/index.js';
import { debtAssessed, debtPaid } from '../src/ledger/debt-postings.js';
import { interestAccrued } from '../src/ledger/interest-postings.js';
import type { JournalEntry } from '../src/ledger/journal-entry.js';
import { Ledger, postingsIn } from '../src/ledger/ledger.repository.js';
import { moneyConfirmed } from '../src/ledger/money-postings.js';
import { KHORGOS, OTHER_PAYER, PAYER } from './payments.fixture.js';

interface List {
  reportingMonth: string | null;
  publishedOn: string | null;
  items: { payer: string; name: string; headFullName: string | null; totalDebt: string }[];
  next: string | null;
}

const CENTRAL = '55000';

describe('the public list of debtors', () => {
  const clock = new VirtualClock('2025-09-29T05:00:00Z');
  let place: ServicesUnderTest;
  let central: string;

  const moveTo = async (instant: string) => {
    clock.moveTo(instant);
    central = await place.token({ subject: 'officer-5', roles: ['ACCOUNT_OFFICER'], posts: [CENTRAL] });
  };
  const list = async (query = '') => (await place.get<List>('payments', `/v1/debtors${query}`)).body;
  const debt = (payer: string, tenge: string, dueOn: string) => {
    const [bin, body] = [parseBin(payer), parseCustomsBodyCode(KHORGOS)];
    if (!bin || !body) throw new Error('bad fixture');
    const owner = { payer: bin, customsBody: body };
    return {
      owner,
      kind: 'IMPORT_VAT',
      amount: Money.ofTenge(tenge),
      document: 'D-1',
      valueDate: dueOn,
    } as const;
  };
  const book = async (...entries: JournalEntry[]) => {
    const { app } = place.service('payments');
    await app.get(UnitOfWork).run({ actor: 'test' }, async (work) => {
      await app.get(Ledger).post(work, postingsIn('00000000-0000-4000-8000-000000000001', entries));
    });
  };
  const itemOf = async (month: string) => {
    const rows = await place
      .service('payments')
      .app.get(DataSource)
      .query<{ id: string; status: string; due_at: Date; customs_body: string }[]>(
        `SELECT id, status, due_at, customs_body FROM work_items WHERE kind = 'PUBLIC_DEBTOR_LIST' AND subject_id = $1`,
        [`00000000-0000-4000-8000-000000${month}`],
      );
    return rows[0];
  };
  const person = (body: object, token = central) =>
    place.post('payments', '/v1/debtors/persons', body, token);
  const publish = (reportingMonth: string) =>
    place.post<{ reasons: { code: string; parameters: Record<string, string> }[] }>(
      'payments',
      '/v1/debtors/lists',
      { reportingMonth },
      central,
    );

  beforeAll(async () => {
    place = await ServicesUnderTest.start({ services: [paymentsService], clock });
    await moveTo('2025-09-29T05:00:00Z');
    await book(
      debtAssessed(debt(PAYER, '500000', '2025-03-30')),
      interestAccrued(debt(PAYER, '1234.56', '2025-09-20')),
      debtAssessed(debt(OTHER_PAYER, '700', '2025-04-15')),
    );
  });

  afterAll(() => place.stop());

  it('is empty before the first month ends, and open to everybody', async () => {
    expect(await list()).toEqual({ reportingMonth: null, publishedOn: null, items: [], next: null });
  });

  it('publishes nothing half: a missing name waits in queue Q-PAY-24 until the 20th (R-PAY-178)', async () => {
    await moveTo('2025-09-30T19:00:01Z');
    await eventually(async () => expect(await itemOf('202509')).toMatchObject({ status: 'OPEN' }));
    const item = await itemOf('202509');
    expect(item).toMatchObject({ customs_body: CENTRAL });
    expect(item?.due_at.toISOString()).toBe('2025-10-20T18:59:59.999Z');
    expect((await list()).reportingMonth).toBeNull();
  });

  it('is published by the officer who holds the item once the names are there (R-PAY-177, worked case 24)', async () => {
    const elsewhere = await place.token({ subject: 'o', roles: ['ACCOUNT_OFFICER'], posts: [KHORGOS] });
    const stanok = { payer: PAYER, name: 'Stanok TOO', headFullName: 'Askar Omarov' };
    expect((await person(stanok, elsewhere)).status).toBe(403);
    expect((await publish('2025-09')).body.reasons).toMatchObject([
      { code: 'PUBLICATION_FIELD_MISSING', parameters: { payer: PAYER, part: 'name' } },
      { code: 'PUBLICATION_FIELD_MISSING', parameters: { payer: PAYER, part: 'headFullName' } },
    ]);
    expect((await person(stanok)).status).toBe(201);
    expect((await publish('2025-09')).status).toBe(409);
    await place.post('payments', `/v1/work-items/${(await itemOf('202509'))?.id ?? ''}/claim`, {}, central);
    expect((await publish('2025-10')).body.reasons).toMatchObject([{ code: 'DEBTOR_LIST_STATE_UNFIT' }]);
    expect((await publish('2025-09')).status).toBe(201);
    expect((await itemOf('202509'))?.status).toBe('COMPLETED');
    expect((await publish('2025-09')).body.reasons).toMatchObject([{ code: 'DEBTOR_LIST_STATE_UNFIT' }]);
    expect(await list()).toEqual({
      reportingMonth: '2025-09',
      publishedOn: '2025-10-01',
      items: [{ payer: PAYER, name: 'Stanok TOO', headFullName: 'Askar Omarov', totalDebt: '501234.56' }],
      next: null,
    });
  });

  it('is refreshed by itself when the next month ends: who is six months late enters, who has paid leaves (R-PAY-177)', async () => {
    await person({ payer: OTHER_PAYER, name: 'Temir TOO', headFullName: 'Dana Serikova' });
    await moveTo('2025-10-31T19:00:01Z');
    await eventually(async () => expect((await list()).reportingMonth).toBe('2025-10'));
    const first = await list('?limit=1');
    expect(first.items.map(({ payer }) => payer)).toEqual([OTHER_PAYER]);
    const second = await list(`?limit=1&after=${first.next ?? ''}`);
    expect(second.items.map(({ payer }) => payer)).toEqual([PAYER]);
    const money = debt(OTHER_PAYER, '700', '2025-11-05');
    await book(moneyConfirmed({ ...money, purpose: 'ADVANCE' }), debtPaid(money, 'ADVANCE'));
    expect((await list()).items).toHaveLength(2);
    await moveTo('2025-11-30T19:00:01Z');
    await eventually(async () => expect((await list()).reportingMonth).toBe('2025-11'));
    expect((await list()).items.map(({ payer }) => payer)).toEqual([PAYER]);
    await eventually(() =>
      expect(place.messages(DebtorListPublishedSchema).map(({ reportingMonth }) => reportingMonth)).toEqual([
        '2025-09',
        '2025-10',
        '2025-11',
      ]),
    );
  });
});

import { randomUUID } from 'node:crypto';
import {
  AssessObligationSchema,
  ObligationAssessedSchema,
  ObligationDismissedSchema,
  ObligationNotAssessedSchema,
} from '@shekara/contracts';
import { VirtualClock } from '@shekara/kernel';
import { eventually } from '@shekara/testing';
import { ServicesUnderTest } from '@shekara/testing/services';
import { paymentsService } from '../src/index.js';
import { KHORGOS, OTHER_PAYER, PAYER } from './payments.fixture.js';

interface ObligationView {
  id: string;
  status: string;
  payer: string | null;
  jointPayers: string[];
  sums: { kind: string; amount: string }[];
  lines: { kind: string; article: string; rateDate: string; payable: string }[];
  dueOn: string | null;
  reasons: { code: string; pointer?: string }[];
}

interface AccountView {
  sums: { kind: string; document: string; dueOn: string; unpaid: string }[];
}

interface Refusal {
  reasons: { code: string; pointer?: string }[];
}

const ITEM = {
  number: 1,
  commodityCode: '8483402100',
  customsValue: '10000000',
  currency: 'KZT',
  netWeightKg: '500',
};
/** The same goods as an officer writes them. */
const WRITTEN = {
  number: 1,
  commodityCode: '8483402100',
  customsValue: { amount: '10000000', currency: 'KZT' },
  netWeightKg: '500',
  quantities: [],
};
const OWNER = {
  part: 'WAREHOUSE_OWNER',
  person: { name: 'Khorgos SVH TOO', country: 'KZ', identificationNumber: PAYER },
};

describe('obligations that events make arise', () => {
  const clock = new VirtualClock('2026-03-12T06:20:00Z');
  let place: ServicesUnderTest;
  let officer: string;
  let keeper: string;

  beforeAll(async () => {
    place = await ServicesUnderTest.start({ services: [paymentsService], clock });
    officer = await place.token({ subject: 'officer-1', roles: ['ACCOUNT_OFFICER'], posts: [KHORGOS] });
    keeper = await place.token({ subject: 'keeper-1', roles: ['WAREHOUSE_KEEPER'], organisation: PAYER });
  });

  afterAll(() => place.stop());

  let serial = 0;
  const reported = (changes: object = {}) => {
    serial += 1;
    return {
      obligationId: randomUUID(),
      caseId: randomUUID(),
      trigger: 'STORAGE_IN_WAREHOUSE',
      days: { PLACING_IN_STORAGE: '2026-03-02', LOSS_OR_HAND_OVER: '2026-03-10' },
      involved: [OWNER],
      goods: [ITEM],
      document: `ACT/2026/${serial}`,
      source: 'CUSTOMS_CONTROL',
      origin: 'RELEASE',
      customsBody: KHORGOS,
      ...changes,
    };
  };
  const read = async (id: string, token = officer) =>
    place.get<ObligationView>('payments', `/v1/obligations/${id}`, token);
  const debts = async (payer: string, document: string) => {
    const path = `/v1/debts/${payer}/${KHORGOS}?document=${encodeURIComponent(document)}`;
    return (await place.get<AccountView>('payments', path, officer)).body.sums;
  };
  const claim = async (obligationId: string) => {
    const path = '/v1/work-items?kind=OBLIGATION_ASSESSMENT';
    const queue = await place.get<{ items: { id: string; subjectId: string }[] }>('payments', path, officer);
    const item = queue.body.items.find(({ subjectId }) => subjectId === obligationId);
    await place.post('payments', `/v1/work-items/${item?.id}/claim`, {}, officer);
  };
  const post = <Body>(path: string, body: object, token = officer) =>
    place.post<Body>('payments', `/v1/obligations${path}`, body, token);

  it('puts the debt of a reported loss on the account of the warehouse owner, due on the day of loss, once (R-PAY-055, R-PAY-048)', async () => {
    const finding = reported();
    await place.send(AssessObligationSchema, finding);
    await place.send(AssessObligationSchema, finding);
    await eventually(async () => expect((await read(finding.obligationId)).body.status).toBe('ASSESSED'));
    const { body } = await read(finding.obligationId);
    expect(body).toMatchObject({ payer: PAYER, dueOn: '2026-03-10', reasons: [] });
    expect(body.lines.map(({ rateDate }) => rateDate)).toEqual(body.lines.map(() => '2026-03-10'));
    expect(body.lines.some(({ kind }) => kind.startsWith('CHARGE_'))).toBe(false);
    const sums = await debts(PAYER, finding.document);
    expect(sums.map(({ kind, dueOn, unpaid }) => ({ kind, dueOn, amount: unpaid }))).toEqual(
      expect.arrayContaining(body.sums.map((sum) => ({ ...sum, dueOn: '2026-03-10' }))),
    );
    expect(sums).toHaveLength(body.sums.length);
    const told = () =>
      place
        .messages(ObligationAssessedSchema)
        .filter(({ obligationId }) => obligationId === finding.obligationId);
    await eventually(() => expect(told()).toHaveLength(1));
    expect((await read(finding.obligationId, keeper)).status).toBe(200);
    const stranger = await place.token({
      subject: 's',
      roles: ['WAREHOUSE_KEEPER'],
      organisation: OTHER_PAYER,
    });
    expect((await read(finding.obligationId, stranger)).status).toBe(404);
  });

  it('puts before an officer what lacks a fact, with every reason; completed by whoever holds the item, it is a debt', async () => {
    const finding = reported({ goods: [{ ...ITEM, commodityCode: '9999999999' }], involved: [] });
    await place.send(AssessObligationSchema, finding);
    await eventually(async () => expect((await read(finding.obligationId)).body.status).toBe('WAITING'));
    expect((await read(finding.obligationId)).body.reasons.map(({ code }) => code)).toEqual([
      'PAYER_NOT_NAMED',
      'TARIFF_CODE_WITHOUT_RATE',
    ]);
    await eventually(() => {
      const told = place.messages(ObligationNotAssessedSchema).map(({ document }) => document);
      expect(told).toContain(finding.document);
    });
    const facts = {
      days: finding.days,
      involved: [{ part: 'WAREHOUSE_OWNER', person: PAYER, name: 'Khorgos SVH TOO' }],
      goods: [WRITTEN],
      source: 'CUSTOMS_CONTROL',
      origin: { origin: 'RELEASE', customsBody: KHORGOS },
    };
    const path = `/${finding.obligationId}/assessments`;
    expect((await post<Refusal>(path, facts)).body.reasons.map(({ code }) => code)).toEqual([
      'WORK_ITEM_NOT_CLAIMED',
    ]);
    await claim(finding.obligationId);
    const wrong = await post<Refusal>(path, { ...facts, days: { TOMORROW: '2026-03-10' } });
    expect(wrong.body.reasons.map(({ code, pointer }) => [code, pointer])).toEqual([
      ['FIELD_INVALID', '/days'],
    ]);
    const done = await post<ObligationView>(path, facts);
    expect({ status: done.status, is: done.body.status }).toEqual({ status: 201, is: 'ASSESSED' });
    expect((await debts(PAYER, finding.document)).length).toBeGreaterThan(0);
  });

  it('dismisses what nobody owes, by the matrix itself or by an officer (R-PAY-242)', async () => {
    const between = reported({ trigger: 'BETWEEN_TRANSIT_AND_STORAGE', goodsLost: false });
    await place.send(AssessObligationSchema, between);
    await eventually(() =>
      expect(
        place.messages(ObligationDismissedSchema).map(({ obligationId, reason }) => [obligationId, reason]),
      ).toEqual([[between.obligationId, 'NOT_LOST']]),
    );
    const unclear = reported({ goods: [] });
    await place.send(AssessObligationSchema, unclear);
    await eventually(async () => expect((await read(unclear.obligationId)).body.status).toBe('WAITING'));
    await claim(unclear.obligationId);
    const because = { because: 'The goods were found in the warehouse' };
    const { body } = await post<ObligationView>(`/${unclear.obligationId}/dismissals`, because);
    expect(body.status).toBe('DISMISSED');
    for (const { document } of [between, unclear]) expect(await debts(PAYER, document)).toEqual([]);
  });

  it('takes a finding from an officer at once, refuses one of another post, of years ago, or for the account of another body', async () => {
    const finding = {
      trigger: 'TRANSIT_FOREIGN_GOODS_NOT_DELIVERED',
      document: 'ACT/2026/T1',
      days: { REGISTRATION: '2026-03-03' },
      involved: [
        { part: 'DECLARANT', person: PAYER, name: 'Stanok TOO' },
        { part: 'TRANSIT_SECURITY_GIVER', person: OTHER_PAYER, name: 'Sary-Arka TOO' },
      ],
      goods: [WRITTEN],
      source: 'CUSTOMS_CONTROL',
      origin: { origin: 'TRANSIT', customsBody: KHORGOS },
    };
    const done = await post<ObligationView>('', finding);
    expect(done.status).toBe(201);
    expect(done.body).toMatchObject({ payer: PAYER, jointPayers: [OTHER_PAYER], dueOn: '2026-03-03' });
    const again = await post<Refusal>('', finding);
    expect(again.body.reasons.map(({ code }) => code)).toEqual(['DEBT_ENTERED_BEFORE']);
    const old = await post<Refusal>('', {
      ...finding,
      trigger: 'FALSE_DECLARATION',
      document: 'ACT/2026/T2',
      days: { REGISTRATION: '2020-03-02' },
      involved: [{ part: 'ILLEGAL_MOVER', person: PAYER, name: 'Stanok TOO' }],
      statedSums: [{ kind: 'IMPORT_VAT', amount: '800000.00' }],
    });
    expect(old.body.reasons.map(({ code }) => code)).toEqual(['LIMITATION_EXPIRED']);
    const abroad = { ...finding, document: 'ACT/2026/T3', origin: { ...finding.origin, foundIn: 'RU' } };
    expect((await post<Refusal>('', abroad)).body.reasons.map(({ code }) => code)).toEqual([
      'DEBT_AT_OTHER_BODY',
    ]);
    const elsewhere = await place.token({
      subject: 'officer-2',
      roles: ['ACCOUNT_OFFICER'],
      posts: ['55001'],
    });
    expect((await post('', { ...finding, document: 'ACT/2026/T4' }, elsewhere)).status).toBe(403);
  });
});

import { CollectionClosedSchema, DebtWrittenOffSchema } from '@shekara/contracts';
import { eventually } from '@shekara/testing';
import { CollectionUnderTest, DEFAULTED, type NoticeOfTest } from './collection.fixture.js';
import { KHORGOS, PAYER } from './payments.fixture.js';

const INDIVIDUAL = '870301300452';
const GROUND = { act: 'Law on rehabilitation and bankruptcy', provision: 'art. 118' };
const SIGNED = { number: '14', signature: 'SIG-1', by: 'HEAD' };
/** Interest on 1,000,000 from 3 to 31 March at 40 % a year. */
const INTEREST = '31780.82';

interface WriteOffView {
  id: string;
  status: string;
  decidedOn: string | null;
  debts: { liability: string; kind: string; principal: string; penaltyInterest: string }[];
}

interface Refusal {
  reasons: { code: string; pointer?: string; parameters: Record<string, string> }[];
}

describe('write-off of uncollectible debt at Khorgos', () => {
  let khorgos: CollectionUnderTest;
  const notices: NoticeOfTest[] = [];

  beforeAll(async () => {
    khorgos = await CollectionUnderTest.start();
    notices.push(await khorgos.notice(PAYER), await khorgos.notice(INDIVIDUAL));
    await khorgos.moveTo(DEFAULTED);
  });

  afterAll(() => khorgos.place.stop());

  const post = <Body = WriteOffView>(path: string, body: object, token: string) =>
    khorgos.place.post<Body>('payments', `/v1/write-offs${path}`, body, token);
  const caseOf = (index: number) => khorgos.caseOf(notices[index]?.id ?? '');
  const proposed = async (collectionId: string) => {
    const { status, body } = await post('', { collectionId, ...GROUND }, khorgos.officer);
    expect(status).toBe(201);
    return body;
  };

  it('is proposed on a named ground by the officers of the body, one proposal at a time (R-PAY-180)', async () => {
    const collectionId = await caseOf(0);
    const unnamed = await post<Refusal>('', { collectionId, ...GROUND, provision: ' ' }, khorgos.officer);
    expect(unnamed.body.reasons).toMatchObject([{ code: 'WRITE_OFF_GROUND_MISSING', pointer: '/ground' }]);
    const elsewhere = await khorgos.place.token({
      subject: 'o-9',
      roles: ['ACCOUNT_OFFICER'],
      posts: ['55001'],
    });
    expect((await post('', { collectionId, ...GROUND }, elsewhere)).status).toBe(403);
    const payer = await khorgos.place.token({ subject: 'stanok', roles: ['DECLARANT'], organisation: PAYER });
    expect((await post('', { collectionId, ...GROUND }, payer)).status).toBe(403);
    const { id, debts } = await proposed(collectionId);
    expect(debts).toMatchObject([{ kind: 'IMPORT_VAT', principal: '1000000.00', penaltyInterest: INTEREST }]);
    expect(
      (await post<Refusal>('', { collectionId, ...GROUND }, khorgos.officer)).body.reasons,
    ).toMatchObject([{ code: 'WRITE_OFF_STATE_UNFIT' }]);
    expect(await khorgos.itemOf('WRITE_OFF', id)).toMatchObject({ status: 'OPEN', role: 'HEAD_OF_POST' });
    const seenBy = async (token: string) =>
      (await khorgos.place.get('payments', `/v1/write-offs/${id}`, token)).status;
    expect(await Promise.all([khorgos.officer, khorgos.head, payer, elsewhere].map(seenBy))).toEqual([
      200, 200, 404, 404,
    ]);
  });

  it('is refused while a measure of collection is left, and rejected by the head (R-PAY-155)', async () => {
    const collectionId = await caseOf(0);
    const [row] = await khorgos.query<{ id: string }>(`SELECT id FROM write_offs WHERE collection_id = $1`, [
      collectionId,
    ]);
    const id = row?.id ?? '';
    await khorgos.claim('WRITE_OFF', id, khorgos.head);
    const early = await post<Refusal>(`/${id}/recognitions`, SIGNED, khorgos.head);
    expect(early.body.reasons).toMatchObject([
      { code: 'STAGE_NOT_REACHED', parameters: { measure: 'S6_WRITE_OFF', state: 'S2_OWN_MONEY' } },
    ]);
    expect((await post(`/${id}/rejections`, SIGNED, khorgos.officer)).status).toBe(403);
    const unsigned = await post<Refusal>(`/${id}/rejections`, { ...SIGNED, signature: '' }, khorgos.head);
    expect(unsigned.body.reasons).toMatchObject([{ code: 'WRITE_OFF_NOT_AUTHORIZED' }]);
    expect((await post(`/${id}/rejections`, SIGNED, khorgos.head)).body).toMatchObject({
      status: 'REJECTED',
      decidedOn: '2026-03-31',
    });
    expect((await khorgos.read(collectionId)).state).toBe('S2_OWN_MONEY');
    expect((await post<Refusal>(`/${id}/recognitions`, SIGNED, khorgos.head)).body.reasons).toMatchObject([
      { code: 'WRITE_OFF_STATE_UNFIT' },
      { code: 'STAGE_NOT_REACHED' },
    ]);
  });

  it('ends the obligation with its interest on the account and closes collection (R-PAY-180)', async () => {
    const collectionId = await caseOf(1);
    await khorgos.throughOwnMoney(collectionId);
    expect((await khorgos.read(collectionId)).state).toBe('COURT');
    const due = `PAYER_DUE:${INDIVIDUAL}:${KHORGOS}:IMPORT_VAT`;
    const interestDue = `INTEREST_DUE:${INDIVIDUAL}:${KHORGOS}:IMPORT_VAT`;
    expect([await khorgos.balance(due), await khorgos.balance(interestDue)]).toEqual([
      '100000000',
      '3178082',
    ]);
    const { id } = await proposed(collectionId);
    await khorgos.moveTo('2026-04-01T05:00:00Z');
    expect((await post(`/${id}/recognitions`, SIGNED, khorgos.head)).status).toBe(409);
    await khorgos.claim('WRITE_OFF', id, khorgos.head);
    const { body } = await post(`/${id}/recognitions`, SIGNED, khorgos.head);
    expect(body).toMatchObject({
      status: 'WRITTEN_OFF',
      debts: [{ kind: 'IMPORT_VAT', principal: '1000000.00', penaltyInterest: '32876.71' }],
    });
    expect([await khorgos.balance(due), await khorgos.balance(interestDue)]).toEqual(['0', '0']);
    expect(await khorgos.balance('WRITTEN_OFF:IMPORT_VAT')).toBe('100000000');
    expect(await khorgos.balance('WRITTEN_OFF:PENALTY_INTEREST_IMPORT_VAT')).toBe('3287671');
    expect(await khorgos.read(collectionId)).toMatchObject({ state: 'CLOSED', closingGround: 'WRITTEN_OFF' });
    await eventually(() => {
      expect(place().messages(DebtWrittenOffSchema)).toMatchObject([
        {
          payer: INDIVIDUAL,
          paymentKind: 'IMPORT_VAT',
          principal: { tiyn: 100_000_000n },
          penaltyInterest: { tiyn: 3_287_671n },
          groundAct: GROUND.act,
          decisionNumber: '14',
        },
      ]);
      expect(place().messages(CollectionClosedSchema)).toHaveLength(1);
    });
    const payer = await place().token({ subject: 'person', roles: ['DECLARANT'], organisation: INDIVIDUAL });
    expect((await place().get('payments', `/v1/write-offs/${id}`, payer)).status).toBe(200);
  });

  const place = () => khorgos.place;
});

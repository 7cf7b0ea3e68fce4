/** Notices that default, and officers who collect them, for the specs of collection. */
import { randomUUID } from 'node:crypto';
import {
  type BankOrder,
  BankOrderAcknowledgedSchema,
  BankOrderExecutedSchema,
  BankOrderSchema,
  CollectionOpenedSchema,
  PaymentConfirmationSchema,
  timestampOf,
} from '@shekara/contracts';
import { VirtualClock } from '@shekara/kernel';
import { DataSource } from '@shekara/persistence';
import { eventually } from '@shekara/testing';
import { ServicesUnderTest } from '@shekara/testing/services';
import { paymentsService } from '../src/index.js';
import { APPEAL, DECISION, WORDING } from './collection-papers.fixture.js';
import { confirmation, KHORGOS, PAYER } from './payments.fixture.js';

export interface CollectionDocumentView {
  id: string;
  kind: string;
  number: string;
  state: string;
  content: Record<string, unknown>;
  version: number;
}

export interface CollectionView {
  id: string;
  number: string;
  state: string;
  part: string;
  debt: string;
  paused: string;
  payerStatus: string;
  debts: { kind: string; principal: string; penaltyInterest: string }[];
  unposted: { kind: string; part: string; amount: string }[];
  closingGround: string | null;
  documents?: CollectionDocumentView[];
  document?: CollectionDocumentView;
  reasons?: { code: string; pointer?: string; parameters?: Record<string, string> }[];
}

export interface NoticeOfTest {
  readonly id: string;
  readonly executeBy: string;
}

/** The day on which notices of the tests are issued and delivered; they default at the end of 30 March. */
export const NOTICE_DAY = '2026-03-10';
export const DEFAULTED = '2026-03-30T19:00:01Z';

const FIVE_HOURS = 5 * 60 * 60 * 1000;

export class CollectionUnderTest {
  officer = '';
  head = '';

  private constructor(
    readonly place: ServicesUnderTest,
    readonly clock: VirtualClock,
  ) {}

  static async start(): Promise<CollectionUnderTest> {
    const clock = new VirtualClock(`${NOTICE_DAY}T05:00:00Z`);
    const one = new CollectionUnderTest(
      await ServicesUnderTest.start({ services: [paymentsService], clock }),
      clock,
    );
    await one.moveTo(`${NOTICE_DAY}T05:00:00Z`);
    return one;
  }

  /** Time passes; tokens of weeks ago are no longer good. */
  async moveTo(instant: string): Promise<void> {
    this.clock.moveTo(instant);
    this.officer = await this.place.token({
      subject: 'officer-1',
      roles: ['ACCOUNT_OFFICER'],
      posts: [KHORGOS],
    });
    this.head = await this.place.token({ subject: 'head-1', roles: ['HEAD_OF_POST'], posts: [KHORGOS] });
  }

  /** A notice over late sums, sent and delivered on the day of the notice. */
  async notice(payer = PAYER, debts = [{ kind: 'IMPORT_VAT', unpaid: '1000000', dueOn: '2026-03-02' }]) {
    const found = {
      payer,
      payerName: 'Stanok TOO',
      payerAddress: 'Almaty, Abay 1',
      customsBody: KHORGOS,
      regime: 'CODE_2010',
      occasion: 'DEBT_ON_ACCOUNT',
      foundOn: NOTICE_DAY,
      arisenOn: '2026-03-02',
      limitationStart: 'DECLARING_COMPLETED',
      limitationStartedOn: '2026-03-02',
      debts,
    };
    const drafted = await this.place.post<NoticeOfTest>('payments', '/v1/debt-notices', found, this.officer);
    const { id } = drafted.body;
    await this.claim('DEBT_NOTICE', id);
    await this.place.post('payments', `/v1/debt-notices/${id}/sendings`, WORDING, this.officer);
    const proof = { method: 'REGISTERED_MAIL', deliveredOn: NOTICE_DAY, evidence: 'RR123456789KZ' };
    const delivered = await this.place.post<NoticeOfTest>(
      'payments',
      `/v1/debt-notices/${id}/deliveries`,
      proof,
      this.officer,
    );
    expect(delivered.status).toBe(201);
    return delivered.body;
  }

  /** The payer's appeal to the issuer against 400,000 of a notice, taken into review: that part stands still. */
  async appeal(noticeId: string, payer: string): Promise<string> {
    const token = await this.place.token({ subject: 'appellant', roles: ['DECLARANT'], organisation: payer });
    const { status, body } = await this.place.post<{ id: string }>(
      'payments',
      '/v1/appeals',
      {
        noticeId,
        capacity: 'FOREIGN_TRADE_PARTICIPANT',
        addressedTo: 'ISSUING_BODY',
        copyToIssuer: true,
        content: APPEAL,
      },
      token,
    );
    if (status !== 201) throw new Error(`appeal: ${status} ${JSON.stringify(body)}`);
    await this.claim('APPEAL_ADMISSION', body.id);
    const admitted = await this.place.post(
      'payments',
      `/v1/appeals/${body.id}/acceptances`,
      {},
      this.officer,
    );
    expect(admitted.status).toBe(201);
    return body.id;
  }

  /** The issuer leaves the notice as it is: the rest of its term runs. */
  async dismiss(appealId: string): Promise<void> {
    await this.claim('APPEAL_DECISION', appealId);
    const path = `/v1/appeals/${appealId}/decisions`;
    const { status, body } = await this.place.post('payments', path, DECISION, this.officer);
    if (status !== 201) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`);
  }

  /** The case that a notice opened. */
  async caseOf(noticeId: string, part?: string): Promise<string> {
    return eventually(() => {
      const opened = this.place
        .messages(CollectionOpenedSchema)
        .find(
          ({ collection, ...event }) => collection?.noticeId === noticeId && (!part || event.part === part),
        );
      if (!opened) throw new Error(`no case of ${noticeId}`);
      return opened.collectionId;
    });
  }

  async act(id: string, path: string, body: object = {}, token = this.officer) {
    return this.place.post<CollectionView>('payments', `/v1/collection-cases/${id}/${path}`, body, token);
  }

  /** An act that must be accepted. */
  async done(id: string, path: string, body: object = {}, token = this.officer): Promise<CollectionView> {
    const { status, body: view } = await this.act(id, path, body, token);
    if (status !== 201) throw new Error(`${path}: ${status} ${JSON.stringify(view)}`);
    return view;
  }

  /** The codes with which an act is refused. */
  async refused(id: string, path: string, body: object = {}, token = this.officer): Promise<string[]> {
    const { status, body: view } = await this.act(id, path, body, token);
    expect(status).toBe(422);
    return (view.reasons ?? []).map(({ code }) => code);
  }

  async read(id: string, token = this.officer): Promise<CollectionView> {
    const { status, body } = await this.place.get<CollectionView>(
      'payments',
      `/v1/collection-cases/${id}`,
      token,
    );
    expect(status).toBe(200);
    return body;
  }

  async document(id: string, documentId: string | undefined): Promise<CollectionDocumentView> {
    const found = (await this.read(id)).documents?.find((document) => document.id === documentId);
    if (!found) throw new Error(`no document ${documentId} in ${id}`);
    return found;
  }

  query<Row>(text: string, parameters: unknown[] = []): Promise<Row[]> {
    return this.place.service('payments').app.get(DataSource).query<Row[]>(text, parameters);
  }

  async itemOf(kind: string, subjectId: string) {
    const [item] = await this.query<{ id: string; status: string; due_at: Date | null; role: string }>(
      `SELECT id, status, due_at, role FROM work_items WHERE kind = $1 AND subject_id = $2
        ORDER BY opened_at DESC LIMIT 1`,
      [kind, subjectId],
    );
    if (!item) throw new Error(`no item ${kind} of ${subjectId}`);
    return item;
  }

  async claim(kind: string, subjectId: string, token = this.officer): Promise<void> {
    const item = await this.itemOf(kind, subjectId);
    const { status } = await this.place.post('payments', `/v1/work-items/${item.id}/claim`, {}, token);
    expect(status).toBeLessThan(300);
  }

  /** Confirmed money of the payer; the budget code is that of the purpose's example row. */
  async money(purpose: string, amount: string, payer = PAYER): Promise<void> {
    const [row] = await this.query<{ code: string }>(
      `SELECT budget_code AS code FROM budget_codes WHERE purpose = $1`,
      [purpose],
    );
    const bankReference = randomUUID();
    await this.place.send(
      PaymentConfirmationSchema,
      confirmation({
        bankReference,
        payerIdentificationNumber: payer,
        budgetCode: row?.code ?? '',
        advance: purpose === 'ADVANCE',
        paymentKind: purpose === 'ADVANCE' ? '' : purpose,
        amount,
        paidOn: this.today(),
        purpose: 'Debt',
      }),
    );
    await eventually(async () => {
      const [taken] = await this.query<{ matched_purpose: string }>(
        `SELECT matched_purpose FROM money_receipts WHERE bank_reference = $1 AND state = 'CONFIRMED_FOR_RELEASE'`,
        [bankReference],
      );
      expect(taken?.matched_purpose).toBe(purpose);
    });
  }

  /** The order that a bank got for a document of the case. */
  async bankOrder(number: string | undefined, kind: string) {
    return eventually(() => {
      const order = this.place
        .messages(BankOrderSchema)
        .find((message) => message.kind === kind && message.number === number);
      if (!order) throw new Error(`no ${kind} ${number} at a bank`);
      return order;
    });
  }

  /** The bank receives a collection order and answers it. */
  async bankAnswers(order: BankOrder, said: { result: string; credited: string; paymentDocument?: string }) {
    const { orderId, bankId } = order;
    const receivedAt = timestampOf(this.clock.now());
    await this.place.send(BankOrderAcknowledgedSchema, { orderId, bankId, receivedAt });
    await this.place.send(BankOrderExecutedSchema, { orderId, bankId, executedOn: this.today(), ...said });
  }

  async balance(key: string): Promise<string> {
    const [row] = await this.query<{ balance: string }>(
      `SELECT sum(balance)::text AS balance FROM account_balances WHERE account_key = $1`,
      [key],
    );
    return row?.balance ?? '0';
  }

  /** The legal day at Khorgos. */
  today(): string {
    return new Date(this.clock.now().getTime() + FIVE_HOURS).toISOString().slice(0, 10);
  }

  /** Stage 2 closed without money or security: a legal entity then stands in stage 3. */
  async throughOwnMoney(id: string): Promise<void> {
    await this.done(id, 'guarantee-reports', { report: 'NO_SECURITY', on: this.today() });
    await this.claim('COLLECTION_OWN_MONEY', id);
    await this.done(id, 'own-money-ends');
  }

  /** Stage 4a open, after the only securing measure was recorded as impossible. */
  async throughSecuring(id: string): Promise<void> {
    await this.throughOwnMoney(id);
    await this.done(id, 'impossible-measures', {
      measure: 'S3_CASH_SUSPENSION',
      record: 'No cash desk: act 4',
    });
    await this.claim('COLLECTION_SECURING', id);
    await this.done(id, 'forced-collections');
  }
}

/** Payments and guarantees at Khorgos: goods released on a security, a notice that nobody pays, officers of both desks. */
import { randomUUID } from 'node:crypto';
import {
  CollectionOpenedSchema,
  DeclarationRegisteredSchema,
  GoodsReleasedSchema,
  LiabilityEndedSchema,
  PaymentConfirmationSchema,
} from '@shekara/contracts';
import { VirtualClock } from '@shekara/kernel';
import { DataSource } from '@shekara/persistence';
import { guaranteesService } from '@shekara/service-guarantees';
import { paymentsService } from '@shekara/service-payments';
import { eventually } from '@shekara/testing';
import { CHECKPOINT } from '@shekara/testing/documents';
import { ServicesUnderTest } from '@shekara/testing/services';

/** The day of the declarations and of the notices, which default at the end of 30 March. */
export const NOTICE_DAY = '2026-03-10';
export const DEFAULTED = '2026-03-30T19:00:01Z';
/** Last day of the payments, as the notices say. */
export const DUE_ON = '2026-03-02';
export const GUARANTOR = '191040012345';

const NAME = 'Stanok TOO';
const FIVE_HOURS = 5 * 60 * 60 * 1000;

export interface CaseView {
  readonly state: string;
  readonly debt: string;
  readonly debts: readonly { readonly kind: string; readonly principal: string }[];
  readonly unposted: readonly unknown[];
  readonly closingGround: string | null;
  readonly progress: { readonly covers: Record<string, string> };
  readonly documents: readonly { readonly kind: string; readonly content: Record<string, unknown> }[];
  readonly guaranteeCalls: readonly {
    readonly coverId: string;
    readonly demandNumber: string | null;
    readonly payBy: string | null;
    readonly result: string | null;
  }[];
  readonly reasons?: readonly { readonly code: string }[];
}

/** 30,000 KZT of duty and 164,800 KZT of VAT on goods of 1,000,000 KZT, secured. */
export interface SecuredGoods {
  readonly payer: string;
  readonly securityNumber: string;
  readonly caseId: string;
  readonly declarationId: string;
  readonly coverId: string;
}

type Desk = 'payments' | 'guarantees';

export class KhorgosDesks {
  private officer = '';
  private serial = 0;

  private constructor(
    readonly place: ServicesUnderTest,
    private readonly clock: VirtualClock,
  ) {}

  static async start(): Promise<KhorgosDesks> {
    const clock = new VirtualClock(`${NOTICE_DAY}T05:00:00Z`);
    const services = [paymentsService, guaranteesService];
    const desks = new KhorgosDesks(await ServicesUnderTest.start({ services, clock }), clock);
    await desks.moveTo(`${NOTICE_DAY}T05:00:00Z`);
    return desks;
  }

  /** Time passes; tokens of weeks ago are no longer good. */
  async moveTo(instant: string): Promise<void> {
    this.clock.moveTo(instant);
    const at = { subject: 'officer-1', posts: [CHECKPOINT] };
    this.officer = await this.place.token({ ...at, roles: ['ACCOUNT_OFFICER'] });
  }

  /** The legal day. */
  today(): string {
    return new Date(this.clock.now().getTime() + FIVE_HOURS).toISOString().slice(0, 10);
  }

  query<Row>(desk: Desk, text: string, parameters: unknown[] = []): Promise<Row[]> {
    return this.place.service(desk).app.get(DataSource).query<Row[]>(text, parameters);
  }

  /** What an officer does and is allowed to. */
  async done<Body = Record<string, unknown>>(desk: Desk, path: string, body: object = {}): Promise<Body> {
    const { status, body: said } = await this.place.post<Body>(desk, path, body, this.officer);
    if (status > 202) throw new Error(`${path}: ${status} ${JSON.stringify(said)}`);
    return said;
  }

  async codes(desk: Desk, path: string, body: object = {}): Promise<string[]> {
    const { body: said } = await this.place.post<CaseView>(desk, path, body, this.officer);
    return (said.reasons ?? []).map(({ code }) => code);
  }

  async read<Body>(desk: Desk, path: string): Promise<Body> {
    return (await this.place.get<Body>(desk, path, this.officer)).body;
  }

  async claim(desk: Desk, kind: string, subjectId: string): Promise<void> {
    const id = await eventually(async () => {
      const [item] = await this.query<{ id: string }>(
        desk,
        `SELECT id FROM work_items WHERE kind = $1 AND subject_id = $2 AND status = 'OPEN'`,
        [kind, subjectId],
      );
      if (!item) throw new Error(`no ${kind} of ${subjectId}`);
      return item.id;
    });
    await this.done(desk, `/v1/work-items/${id}/claim`);
  }

  balance(key: string): Promise<string> {
    return this.query<{ balance: string }>(
      'payments',
      `SELECT sum(balance)::text AS balance FROM account_balances WHERE account_key = $1`,
      [key],
    ).then(([row]) => row?.balance ?? '0');
  }

  /** Confirmed money under the budget code of a purpose. */
  async money(payer: string, purpose: string, amount: string): Promise<void> {
    const [row] = await this.query<{ code: string }>(
      'payments',
      `SELECT budget_code AS code FROM budget_codes WHERE purpose = $1`,
      [purpose],
    );
    const bankReference = randomUUID();
    await this.place.send(PaymentConfirmationSchema, {
      bankId: 'HALYKKZ',
      bankReference,
      payerName: NAME,
      payerIdentificationNumber: payer,
      customsBody: CHECKPOINT,
      budgetCode: row?.code ?? '',
      advance: purpose === 'ADVANCE',
      paymentKind: purpose === 'ADVANCE' ? '' : purpose,
      amount,
      currency: 'KZT',
      channel: 'ONSITE_TERMINAL',
      onSiteContract: 'TERMINAL-55302-1',
      paidOn: this.today(),
      purpose: 'Payment',
      taxBeneficiaryId: '6210',
    });
    await eventually(async () => {
      const taken = await this.query(
        'payments',
        `SELECT 1 FROM money_receipts WHERE bank_reference = $1 AND state = 'CONFIRMED_FOR_RELEASE'`,
        [bankReference],
      );
      expect(taken).toHaveLength(1);
    });
  }

  /** Goods of 1,000,000 KZT are declared, secured for duty and tax by an instrument, and released. */
  async securedGoods(payer: string, instrument: object): Promise<SecuredGoods> {
    this.serial += 1;
    const { number: securityNumber } = await this.done<{ number: string }>('guarantees', '/v1/securities', {
      kind: 'GENERAL',
      principal: payer,
      acceptingBody: CHECKPOINT,
      bodyScope: 'SINGLE_BODY',
      validFrom: '2026-03-01',
      document: { number: `G-${this.serial}`, date: '2026-03-01' },
      obligationsDueBy: '2026-11-30',
      judgement: { issuerInRegister: true, contentLawful: true, cashReceived: true },
      ...instrument,
    });
    await this.done('payments', '/v1/accounts', { payer, name: NAME, customsBody: CHECKPOINT });
    await this.money(payer, 'ADVANCE', '20000');
    const [declarationId, caseId] = [randomUUID(), randomUUID()];
    const number = `55302/100326/${this.serial.toString().padStart(7, '0')}`;
    const importer = { name: NAME, address: 'Almaty', country: 'KZ', identificationNumber: payer };
    await this.place.send(
      DeclarationRegisteredSchema,
      {
        ...{ declarationId, number, caseId, securityNumber },
        customsBody: CHECKPOINT,
        direction: 'IM',
        procedure: '40',
        registeredOn: NOTICE_DAY,
        regime: 'CODE_2017',
        declarant: importer,
        consignee: importer,
        consignor: { name: 'Maschinen GmbH', address: 'Hamburg', country: 'DE' },
        items: [
          {
            number: 1,
            commodityCode: '8483402100',
            description: 'Gear boxes',
            netWeightKg: '500',
            grossWeightKg: '520.5',
            customsValue: { tiyn: 100_000_000n },
            procedure: '4000000',
          },
        ],
      },
      { caseId },
    );
    const coverId = await eventually(async () => {
      const [row] = await this.query<{ status: string; id: string }>(
        'payments',
        `SELECT status, reservation_id AS id FROM liabilities WHERE declaration_id = $1`,
        [declarationId],
      );
      if (row?.status !== 'COVERED') throw new Error(`${number} is ${row?.status}`);
      return row.id;
    });
    await this.place.send(
      GoodsReleasedSchema,
      { declarationId, number, caseId, customsBody: CHECKPOINT },
      { caseId },
    );
    await eventually(() =>
      expect(
        this.place.messages(LiabilityEndedSchema).filter((ended) => ended.declarationId === declarationId),
      ).toMatchObject([{ endReason: 'SECURED_AND_RELEASED' }]),
    );
    return { payer, securityNumber, caseId, declarationId, coverId };
  }

  /** A notice over the duty and the tax, sent and delivered on one day. */
  async notice({ payer, caseId }: SecuredGoods): Promise<string> {
    const { id } = await this.done<{ id: string }>('payments', '/v1/debt-notices', {
      ...{ payer, caseId },
      payerName: NAME,
      payerAddress: 'Almaty, Abay 1',
      customsBody: CHECKPOINT,
      regime: 'CODE_2010',
      occasion: 'DEBT_ON_ACCOUNT',
      foundOn: NOTICE_DAY,
      arisenOn: DUE_ON,
      limitationStart: 'DECLARING_COMPLETED',
      limitationStartedOn: DUE_ON,
      debts: [
        { kind: 'IMPORT_DUTY', unpaid: '30000', dueOn: DUE_ON },
        { kind: 'IMPORT_VAT', unpaid: '164800', dueOn: DUE_ON },
      ],
    });
    await this.claim('payments', 'DEBT_NOTICE', id);
    await this.done('payments', `/v1/debt-notices/${id}/sendings`, {
      demand: 'Pay the debt within the term of this notice.',
      reasonCode: 'DEBT_ON_ACCOUNT',
      reasonText: 'Duty and VAT were not paid.',
      appealProcedure: 'Within 20 calendar days to this or the higher body.',
      amendmentNeeded: false,
    });
    const proof = { method: 'REGISTERED_MAIL', deliveredOn: NOTICE_DAY, evidence: 'RR123456789KZ' };
    await this.done('payments', `/v1/debt-notices/${id}/deliveries`, proof);
    return id;
  }

  /** The case that a notice opened. */
  caseOf(noticeId: string): Promise<string> {
    return eventually(() => {
      const opened = this.place
        .messages(CollectionOpenedSchema)
        .find(({ collection }) => collection?.noticeId === noticeId);
      if (!opened) throw new Error(`no case of ${noticeId}`);
      return opened.collectionId;
    });
  }

  collection(id: string): Promise<CaseView> {
    return this.read<CaseView>('payments', `/v1/collection-cases/${id}`);
  }

  /** The path of the demand that guarantees has on a security. */
  async demandOn({ securityNumber, coverId }: SecuredGoods): Promise<{ id: string; path: string }> {
    return eventually(async () => {
      const [row] = await this.query<{ id: string }>(
        'guarantees',
        `SELECT id FROM demands WHERE reservation_id = $1`,
        [coverId],
      );
      if (!row) throw new Error(`no demand on ${securityNumber}`);
      return { id: row.id, path: `/v1/securities/${securityNumber}/demands/${row.id}` };
    });
  }

  /** The officer of guarantees sends the demand; its receipt on the same day opens the bank's days to pay. */
  async demand(goods: SecuredGoods): Promise<string> {
    const { id, path } = await this.demandOn(goods);
    await this.claim('guarantees', 'SECURITY_DEMAND', id);
    await this.done('guarantees', `${path}/sendings`);
    await this.done('guarantees', `${path}/deliveries`, { deliveredOn: this.today(), proof: 'RR1' });
    return path;
  }
}

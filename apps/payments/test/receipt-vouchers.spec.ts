/** Customs receipt vouchers over HTTP: personal goods declared in writing and post without a goods declaration (art. 424.1, 472). */
import {
  PaymentConfirmationSchema,
  ReceiptVoucherIssuedSchema,
  ReceiptVoucherPaidSchema,
  ReceiptVoucherWithdrawnSchema,
} from '@shekara/contracts';
import { VirtualClock } from '@shekara/kernel';
import { DataSource } from '@shekara/persistence';
import { eventually } from '@shekara/testing';
import { pagesOf } from '@shekara/testing/pdf-text';
import { ServicesUnderTest } from '@shekara/testing/services';
import { paymentsService } from '../src/index.js';
import { confirmation, KHORGOS, PAYER } from './payments.fixture.js';

interface VoucherView {
  id: string;
  number: string;
  status: string;
  amount: string;
  base: string;
  paymentKind: string;
  reasons?: { code: string; pointer?: string }[];
}

const PERSON = '870301300452';
const PERSONAL = {
  customsBody: KHORGOS,
  payer: PERSON,
  payerName: 'Өтегенова Әлия',
  payerAddress: 'Алматы, Абай даңғылы, 10',
  goods: {
    kind: 'PERSONAL',
    items: [{ description: 'Теледидар', quantity: '1' }],
    document: 'PTD-7',
    value: '1000000.00',
    withoutGoodsDeclaration: true,
  },
  rate: { mode: 'AGGREGATE', dutyPercent: '20' },
};
const POSTAL = {
  ...PERSONAL,
  goods: {
    ...{ kind: 'POSTAL', items: [{ description: 'Кітап', quantity: '3' }], document: 'CN22-1' },
    ...{ value: '90000.00', declaredValue: '95000.00', withoutGoodsDeclaration: true },
  },
  rate: { mode: 'UNIFORM', percent: '30' },
};

describe('customs receipt vouchers', () => {
  const clock = new VirtualClock('2026-03-10T05:00:00Z');
  let place: ServicesUnderTest;
  let officer: string;
  let person: string;

  beforeAll(async () => {
    place = await ServicesUnderTest.start({ services: [paymentsService], clock });
    officer = await place.token({ subject: 'officer-1', roles: ['RELEASE_OFFICER'], posts: [KHORGOS] });
    person = await place.token({ subject: 'aliya', roles: ['DECLARANT'], organisation: PERSON });
  });

  afterAll(() => place.stop());

  const issue = (voucher: object, token = officer) =>
    place.post<VoucherView>('payments', '/v1/receipt-vouchers', voucher, token);
  const pay = (id: string, token = officer, from = 'KIND') =>
    place.post<VoucherView>('payments', `/v1/receipt-vouchers/${id}/payments`, { from }, token);
  const codes = ({ body }: { body: VoucherView }) => body.reasons?.map(({ code }) => code);
  const balance = async (type: string, purpose: string) => {
    const [row] = await place
      .service('payments')
      .app.get(DataSource)
      .query<{ sum: string }[]>(
        `SELECT coalesce(sum(balance), 0)::text AS sum FROM account_balances
          WHERE account_type = $1 AND purpose = $2 AND (payer = $3 OR payer IS NULL)`,
        [type, purpose, PERSON],
      );
    return row?.sum;
  };
  const standing = async (purpose: string) => [
    await balance('PAYER_DUE', purpose),
    await balance('ADVANCE_MONEY', purpose),
    await balance('BUDGET_INCOME', purpose),
  ];

  it('assesses one aggregate payment on the account of the person, and money of its kind pays it (R-PAY-109, R-PAY-110)', async () => {
    const { status, body } = await issue(PERSONAL);
    // 20 % of 1,000,000, then VAT of 2026, 16 %, on 1,200,000.
    expect([status, body.amount, body.paymentKind, body.number]).toEqual([
      ...[201, '392000.00', 'AGGREGATE_PAYMENT', '55302/100326/P000001'],
    ]);
    expect(await standing('AGGREGATE_PAYMENT')).toEqual(['39200000', '0', '39200000']);
    await eventually(() =>
      expect(place.messages(ReceiptVoucherIssuedSchema)).toMatchObject([
        { voucherId: body.id, payer: PERSON, goodsKind: 'PERSONAL', amount: { tiyn: 39_200_000n } },
      ]),
    );
    expect(codes(await pay(body.id, person))).toEqual(['ACCOUNT_MONEY_SHORT']);
    await place.send(
      PaymentConfirmationSchema,
      confirmation({
        ...{ payerIdentificationNumber: PERSON, payerName: 'Өтегенова Әлия', amount: '392000.00' },
        ...{ advance: false, paymentKind: 'AGGREGATE_PAYMENT', budgetCode: '106208' },
      }),
    );
    await eventually(async () =>
      expect(await standing('AGGREGATE_PAYMENT')).toEqual(['39200000', '39200000', '39200000']),
    );
    expect((await pay(body.id, person)).body).toMatchObject({ status: 'PAID', paidOn: '2026-03-10' });
    expect(await standing('AGGREGATE_PAYMENT')).toEqual(['0', '0', '39200000']);
    expect(codes(await pay(body.id))).toEqual(['VOUCHER_NOT_OPEN']);
    await eventually(() =>
      expect(place.messages(ReceiptVoucherPaidSchema)).toMatchObject([
        { voucherId: body.id, paidOn: '2026-03-10', amount: { tiyn: 39_200_000n } },
      ]),
    );
  });

  it('takes the higher value of post, and the sum leaves the account when the voucher is taken back (R-PAY-112)', async () => {
    const { body } = await issue(POSTAL);
    expect([body.base, body.amount, body.paymentKind]).toEqual([
      ...['95000', '28500.00', 'UNIFORM_RATE_PAYMENT'],
    ]);
    expect(await standing('UNIFORM_RATE_PAYMENT')).toEqual(['2850000', '0', '2850000']);
    const why = { reason: 'Returned to the sender' };
    const path = `/v1/receipt-vouchers/${body.id}/withdrawals`;
    expect((await place.post('payments', path, why, person)).status).toBe(403);
    expect((await place.post<VoucherView>('payments', path, why, officer)).body.status).toBe('WITHDRAWN');
    expect(await standing('UNIFORM_RATE_PAYMENT')).toEqual(['0', '0', '0']);
    expect(codes(await place.post<VoucherView>('payments', path, why, officer))).toEqual([
      'VOUCHER_NOT_OPEN',
    ]);
    await eventually(() =>
      expect(place.messages(ReceiptVoucherWithdrawnSchema)).toMatchObject([{ voucherId: body.id, ...why }]),
    );
  });

  it('is refused for goods that need a declaration, for an organisation and where nothing is payable (R-PAY-109)', async () => {
    const declared = { ...PERSONAL.goods, withoutGoodsDeclaration: false };
    expect(codes(await issue({ ...PERSONAL, goods: declared }))).toEqual(['VOUCHER_NOT_FOR_THESE_GOODS']);
    expect(codes(await issue({ ...PERSONAL, payer: PAYER }))).toEqual(['PERSONAL_GOODS_OF_PERSON']);
    expect(codes(await issue({ ...POSTAL, rate: { mode: 'UNIFORM', percent: '0' } }))).toEqual([
      'VOUCHER_OWES_NOTHING',
    ]);
    expect(codes(await issue({ ...PERSONAL, payer: '870301300453' }))).toEqual(['FIELD_INVALID']);
    expect((await issue({ ...PERSONAL, rate: { mode: 'AGGREGATE' } })).status).toBe(400);
    const elsewhere = await place.token({ subject: 'o2', roles: ['RELEASE_OFFICER'], posts: ['55001'] });
    expect((await issue(PERSONAL, elsewhere)).status).toBe(403);
    expect((await issue(PERSONAL, person)).status).toBe(403);
  });

  it('is shown to its payer and the officers of its body, as PDF with a code that anybody can check', async () => {
    const own = await place.get<{ items: VoucherView[] }>('payments', '/v1/receipt-vouchers', person);
    expect(own.body.items.map(({ status }) => status)).toEqual(['PAID', 'WITHDRAWN']);
    const [paid, withdrawn] = own.body.items;
    const stranger = await place.token({ subject: 'x', roles: ['DECLARANT'], organisation: PAYER });
    expect((await place.get('payments', `/v1/receipt-vouchers/${paid?.id ?? ''}`, stranger)).status).toBe(
      404,
    );
    const open = await place.get<{ items: object[] }>(
      'payments',
      '/v1/receipt-vouchers?status=ISSUED',
      officer,
    );
    expect(open.body.items).toEqual([]);
    const said: string[] = [];
    for (const voucher of [paid, withdrawn]) {
      for (const language of ['kk', 'ru', 'en']) {
        const response = await fetch(
          `${place.service('payments').url}/v1/receipt-vouchers/${voucher?.id ?? ''}/pdf?lang=${language}`,
          { headers: { authorization: `Bearer ${language === 'kk' ? person : officer}` } },
        );
        expect(response.headers.get('content-type')).toBe('application/pdf');
        said.push((await pagesOf(new Uint8Array(await response.arrayBuffer()))).join(' '));
      }
    }
    const [kazakh = '', russian = '', english = ''] = said;
    expect(kazakh).toContain('Өтегенова Әлия');
    expect(russian).toContain('Совокупный таможенный платёж');
    expect(english).toContain('392,000.00');
    const results: unknown[] = [];
    for (const text of [said[2], said[5]]) {
      const code = /[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}/.exec(text ?? '')?.[0];
      const answer = await fetch(`${place.service('payments').url}/v1/verifications/${code ?? ''}`);
      results.push(await answer.json());
    }
    expect(results).toMatchObject([
      {
        ...{ kind: 'RECEIPT_VOUCHER', number: paid?.number, validity: 'VALID' },
        sums: [{ kind: 'AGGREGATE_PAYMENT', sums: { amount: '392000.00' } }],
      },
      { kind: 'RECEIPT_VOUCHER', number: withdrawn?.number, validity: 'WITHDRAWN' },
    ]);
  });
});

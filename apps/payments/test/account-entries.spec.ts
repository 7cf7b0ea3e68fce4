import { Money, parseBin, parseCustomsBodyCode, VirtualClock } from '@shekara/kernel';
import { UnitOfWork } from '@shekara/persistence';
import { ServicesUnderTest } from '@shekara/testing/services';
import { parse } from 'csv-parse/sync';
import { paymentsService } from '../src/index.js';
import { debtAssessed } from '../src/ledger/debt-postings.js';
import { Ledger, postingsIn } from '../src/ledger/ledger.repository.js';
import { moneyConfirmed } from '../src/ledger/money-postings.js';
import { PayerAccounts } from '../src/payer-account/payer-accounts.repository.js';
import { KHORGOS, OTHER_PAYER, PAYER } from './payments.fixture.js';

interface Page {
  items: {
    id: string;
    line: number;
    type: string;
    kind: string;
    customsBody: string;
    debit: string;
    credit: string;
  }[];
  next: string | null;
}

const ALMATY = '55001';
const FORMULA = '=HYPERLINK("http://evil.example";"open")';

describe('entries of an account', () => {
  const clock = new VirtualClock('2026-03-10T05:00:00Z');
  let place: ServicesUnderTest;
  let payer: string;
  let other: string;
  let officer: string;

  beforeAll(async () => {
    place = await ServicesUnderTest.start({ services: [paymentsService], clock });
    await post(KHORGOS, ['debt', '100'], ['money', '40']);
    clock.moveTo('2026-03-11T05:00:00Z');
    await post(ALMATY, ['debt', '7'], ['formula', '5']);
    await post(KHORGOS, ['debt', '9']);
    payer = await place.token({ subject: 'stanok', roles: ['DECLARANT'], organisation: PAYER });
    other = await place.token({ subject: 'other', roles: ['DECLARANT'], organisation: OTHER_PAYER });
    officer = await place.token({ subject: 'officer-1', roles: ['ACCOUNT_OFFICER'], posts: [KHORGOS] });
  });

  afterAll(() => place.stop());

  const post = async (body: string, ...sums: ['debt' | 'money' | 'formula', string][]) => {
    const { app } = place.service('payments');
    const [bin, customsBody] = [parseBin(PAYER), parseCustomsBodyCode(body)];
    if (!bin || !customsBody) throw new Error('bad fixture');
    const owner = { payer: bin, customsBody };
    await app.get(UnitOfWork).run({ actor: 'test' }, async (work) => {
      await app.get(PayerAccounts).hold(work, owner, 'Stanok TOO');
      const entries = sums.map(([what, tenge]) => {
        const document = what === 'formula' ? FORMULA : 'D-1';
        const of = { owner, amount: Money.ofTenge(tenge), document, valueDate: '2026-03-09' } as const;
        return what === 'debt'
          ? debtAssessed({ ...of, kind: 'IMPORT_VAT' })
          : moneyConfirmed({ ...of, purpose: 'ADVANCE' });
      });
      await app.get(Ledger).post(work, postingsIn('00000000-0000-4000-8000-000000000001', entries));
    });
  };
  const page = async (query: string, token = payer) =>
    place.get<Page>('payments', `/v1/accounts/${PAYER}/entries?${query}`, token);
  const csv = async (query: string, token = payer) => {
    const headers = { authorization: `Bearer ${token}` };
    const url = `${place.service('payments').url}/v1/accounts/${PAYER}/entries.csv?${query}`;
    const response = await fetch(url, { headers });
    return { response, text: await response.text() };
  };
  const sums = ({ body }: { body: Page }) => body.items.map(({ debit, credit }) => debit || `-${credit}`);

  it('come newest first over all customs bodies, page by page, each line once', async () => {
    expect(sums(await page(''))).toEqual(['9.00', '-5.00', '7.00', '-40.00', '100.00']);
    const seen: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const { body }: { body: Page } = await page(`limit=2${next === '' ? '' : `&before=${next}`}`);
      seen.push(...body.items.map(({ id, line }) => `${id}:${line}`));
      next = body.next;
    }
    expect(seen).toHaveLength(5);
    expect(new Set(seen).size).toBe(5);
    expect(seen).toEqual([...seen].sort().reverse());
  });

  it('are filtered by day of posting, kind, type of entry, account and customs body', async () => {
    expect(sums(await page('to=2026-03-10'))).toEqual(['-40.00', '100.00']);
    expect(sums(await page('from=2026-03-11'))).toEqual(['9.00', '-5.00', '7.00']);
    expect(sums(await page('kind=IMPORT_VAT'))).toEqual(['9.00', '7.00', '100.00']);
    expect(sums(await page('type=MONEY_CONFIRMED'))).toEqual(['-5.00', '-40.00']);
    expect(sums(await page('account=PAYER_DUE&customsBody=55001'))).toEqual(['7.00']);
    for (const wrong of [
      'from=2026-02-30',
      'kind=SOMETHING',
      'type=X',
      'account=X',
      'limit=501',
      'before=1',
    ]) {
      expect((await page(wrong)).status).toBe(400);
    }
  });

  it('add up to balances at the end of any day', async () => {
    const balances = async (query: string) => {
      const { body } = await place.get<{
        items: { account: string; customsBody: string; balance: string }[];
      }>('payments', `/v1/accounts/${PAYER}/balances?${query}`, payer);
      return body.items.map(({ account, customsBody, balance }) => `${customsBody} ${account} ${balance}`);
    };
    expect(await balances('on=2026-03-09')).toEqual([]);
    expect(await balances('on=2026-03-10')).toEqual(['55302 ADVANCE_MONEY 40.00', '55302 PAYER_DUE 100.00']);
    expect(await balances('')).toEqual([
      '55001 ADVANCE_MONEY 5.00',
      '55001 PAYER_DUE 7.00',
      '55302 ADVANCE_MONEY 40.00',
      '55302 PAYER_DUE 109.00',
    ]);
    expect(await balances('kind=IMPORT_VAT&customsBody=55001')).toEqual(['55001 PAYER_DUE 7.00']);
  });

  it('are shown to the payer and, at the bodies of its scope, to an officer', async () => {
    expect((await page('', other)).status).toBe(403);
    expect(sums(await page('', officer))).toEqual(['9.00', '-40.00', '100.00']);
    expect((await page('customsBody=55001', officer)).status).toBe(403);
    expect((await csv('', other)).response.status).toBe(403);
    expect((await place.get('payments', `/v1/accounts/${OTHER_PAYER}/entries`, other)).status).toBe(404);
  });

  it('are exported whole as CSV, in which nothing is a formula', async () => {
    const { response, text } = await csv('');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const rows: Record<string, string>[] = parse(text, { columns: true, bom: true });
    expect(rows.map(({ debit, credit }) => debit || `-${credit}`)).toEqual([
      '9.00',
      '-5.00',
      '7.00',
      '-40.00',
      '100.00',
    ]);
    expect(rows[1]?.document).toBe(`'${FORMULA}`);
    expect(text).not.toMatch(/(^|,|")[=+@-]/m);
    expect((await csv('kind=IMPORT_VAT')).text.trim().split('\n')).toHaveLength(4);
  });

  it('are exported beyond what is read at a time', async () => {
    for (let round = 0; round < 3; round += 1) {
      await post(KHORGOS, ...Array.from({ length: 500 }, (): ['debt', string] => ['debt', '1']));
    }
    expect((await csv('')).text.trim().split('\n')).toHaveLength(1 + 5 + 1500);
  });
});

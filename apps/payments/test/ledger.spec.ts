import { randomUUID } from 'node:crypto';
import {
  DeclarationRegisteredSchema,
  GoodsReleasedSchema,
  LiabilityCoveredSchema,
  LiabilityEndedSchema,
  MoneyReceivedSchema,
  PaymentConfirmationSchema,
} from '@shekara/contracts';
import { identificationCheckDigit, VirtualClock } from '@shekara/kernel';
import { DataSource, verifyHistory } from '@shekara/persistence';
import { eventually } from '@shekara/testing';
import { ServicesUnderTest } from '@shekara/testing/services';
import { paymentsService } from '../src/index.js';
import { confirmation, declaration, KHORGOS, OTHER_PAYER, PAYER } from './payments.fixture.js';

interface TrialBalanceView {
  balanced: boolean;
  balancesAgree: boolean;
  debits: string;
  credits: string;
  totals: { account: string; balance: string }[];
}

describe('the ledger in its database', () => {
  let place: ServicesUnderTest;
  let database: DataSource;

  beforeAll(async () => {
    place = await ServicesUnderTest.start({
      services: [paymentsService],
      clock: new VirtualClock('2026-03-10T05:00:00Z'),
    });
    database = place.service('payments').app.get(DataSource);
    const officer = await place.token({ subject: 'officer-1', roles: ['ACCOUNT_OFFICER'], posts: [KHORGOS] });
    for (const payer of [PAYER, OTHER_PAYER]) {
      const account = { payer, name: 'Stanok TOO', customsBody: KHORGOS };
      expect((await place.post('payments', '/v1/accounts', account, officer)).status).toBe(201);
    }
  });

  afterAll(() => place.stop());

  /** Writes an entry past the service, as a faulty program or a hand at the database would. */
  const write = (amounts: readonly number[], lineCount = amounts.length) =>
    database.transaction(async (manager) => {
      const id = randomUUID();
      await manager.query(
        `INSERT INTO journal_entries (id, type, document, value_date, ground, case_id, line_count, posted_on, posted_at,
                                      posted_by)
         VALUES ($1, 'MONEY_CONFIRMED', 'by hand', '2026-03-09', 'art. 138.9', $1, $2, '2026-03-09', '2026-03-09', 'hand')`,
        [id, lineCount],
      );
      for (const [index, amount] of amounts.entries()) {
        await manager.query(
          `INSERT INTO journal_lines (entry_id, line, account_key, account_type, amount, posted_on)
           VALUES ($1, $2, $3, 'BANK_CLEARING', $4, '2026-03-09')`,
          [id, index + 1, `BY HAND ${index}`, amount],
        );
      }
      return id;
    });
  const trialBalance = async (on = '') => {
    const auditor = await place.token({ subject: 'auditor', roles: ['AUDITOR'], posts: [KHORGOS] });
    return (await place.get<TrialBalanceView>('payments', `/v1/accounts/trial-balance${on}`, auditor)).body;
  };

  it('does not commit an entry that is out of balance, lacks a line or has none', async () => {
    await expect(write([100, -99])).rejects.toThrow(/out of balance by 1/);
    await expect(write([100, -100], 3)).rejects.toThrow(/2 of 3 lines/);
    await expect(write([], 2)).rejects.toThrow(/0 of 2 lines/);
    await expect(write([0, 0])).rejects.toThrow(/violates check constraint/);
    await expect(database.query(`SELECT count(*)::int AS count FROM journal_entries`)).resolves.toEqual([
      { count: 0 },
    ]);
  });

  it('does not commit an entry that has an account twice, nor a line of no entry or with a number that an entry has not', async () => {
    const lineOf = (entry: string, line: number, account: string, amount: number) =>
      `INSERT INTO journal_lines (entry_id, line, account_key, account_type, amount, posted_on)
       VALUES (${entry}, ${line}, '${account}', 'BANK_CLEARING', ${amount}, '2026-03-09')`;
    const byHand = `(SELECT id FROM journal_entries WHERE document = 'by hand')`;
    const entryWith = (...lines: readonly string[]) =>
      database.transaction(async (manager) => {
        await manager.query(
          `INSERT INTO journal_entries (id, type, document, value_date, ground, case_id, line_count, posted_on, posted_at,
                                        posted_by)
           SELECT id, 'MONEY_CONFIRMED', 'by hand', '2026-03-09', 'art. 138.9', id, 2, '2026-03-09', '2026-03-09', 'hand'
             FROM (SELECT gen_random_uuid() AS id) AS made`,
        );
        for (const line of lines) await manager.query(line);
      });
    await expect(entryWith(lineOf(byHand, 1, 'SAME', 5), lineOf(byHand, 2, 'SAME', -5))).rejects.toThrow(
      /on 1 accounts/,
    );
    await expect(entryWith(lineOf(byHand, 1, 'ONE', 5), lineOf(byHand, 3, 'OTHER', -5))).rejects.toThrow(
      /gains line 3 of 2 lines/,
    );
    await expect(entryWith(lineOf(byHand, 0, 'ONE', 5), lineOf(byHand, 1, 'OTHER', -5))).rejects.toThrow(
      /violates check constraint/,
    );
    await expect(database.query(lineOf('gen_random_uuid()', 1, 'NOWHERE', 5))).rejects.toThrow(
      /gains line 1 of 0 lines/,
    );
    await expect(database.query(`SELECT count(*)::int AS count FROM journal_lines`)).resolves.toEqual([
      { count: 0 },
    ]);
  });

  it('does not change, remove or add to what is written, and keeps no balance below zero', async () => {
    await place.send(PaymentConfirmationSchema, confirmation({ amount: '10.00' }));
    await eventually(() => expect(place.messages(MoneyReceivedSchema)).toHaveLength(1));
    await expect(database.query(`UPDATE journal_lines SET amount = amount * 2`)).rejects.toThrow(
      /append-only/,
    );
    await expect(database.query(`DELETE FROM journal_entries`)).rejects.toThrow(/append-only/);
    await expect(database.query(`TRUNCATE journal_lines, journal_entries`)).rejects.toThrow(
      /append-only|permission denied/,
    );
    await expect(
      database.query(
        `INSERT INTO journal_lines (entry_id, line, account_key, account_type, amount, posted_on)
         SELECT id, line, 'BY HAND ' || line, 'BANK_CLEARING', amount, '2026-03-10'
           FROM journal_entries, (VALUES (3, 5), (4, -5)) AS added(line, amount)`,
      ),
    ).rejects.toThrow(/4 of 2 lines/);
    await expect(
      database.query(`UPDATE account_balances SET balance = -1 WHERE account_type = 'ADVANCE_MONEY'`),
    ).rejects.toThrow(/violates check constraint/);
  });

  it('stays exact to the tiyn with 40 confirmations, each told twice, and 10 declarations of each of two payers at once (R-PAY-105)', async () => {
    const payers = [PAYER, OTHER_PAYER];
    const declared = payers.flatMap((payer) =>
      Array.from({ length: 10 }, () =>
        // Duty 30,000 + VAT 164,800 + charge 20,000 = 214,800.00; ten of them are forty times 53,700.00.
        declaration(
          { declarant: { name: 'Stanok TOO', address: 'A', country: 'KZ', identificationNumber: payer } },
          100_000_000n,
        ),
      ),
    );
    const told = payers.flatMap((payer) =>
      Array.from({ length: 40 }, () =>
        confirmation({ payerIdentificationNumber: payer, amount: '53700.00' }),
      ),
    );
    const started = performance.now();
    await Promise.all([
      ...told.map((message) => place.send(PaymentConfirmationSchema, message)),
      ...declared.map((message) => place.send(DeclarationRegisteredSchema, message)),
      ...told.map((message) =>
        place.sendRaw('bank.payment-confirmations.v1', Buffer.from(JSON.stringify(message)), {
          key: randomUUID(),
        }),
      ),
    ]);
    await eventually(
      () => {
        expect(place.messages(LiabilityCoveredSchema)).toHaveLength(20);
        expect(place.messages(MoneyReceivedSchema)).toHaveLength(81);
      },
      { timeoutMs: 20_000 },
    );
    await eventually(async () => {
      const [{ count }] = await database.query<[{ count: number }]>(
        `SELECT count(*)::int AS count FROM inbox WHERE message_id LIKE 'bank.payment-confirmations%'`,
      );
      expect(count).toBe(80);
    });
    const took = Math.round(performance.now() - started);
    process.stdout.write(`180 messages of two payers took ${took} ms\n`);

    const money = await database.query(
      `SELECT payer, account_type, sum(balance)::text AS balance FROM account_balances
        WHERE payer IS NOT NULL GROUP BY payer, account_type HAVING sum(balance) <> 0`,
    );
    expect(money).toEqual([{ payer: PAYER, account_type: 'ADVANCE_MONEY', balance: '1000' }]);
    await Promise.all(
      declared.map(({ declarationId, caseId }) => place.send(GoodsReleasedSchema, { declarationId, caseId })),
    );
    await eventually(() => expect(place.messages(LiabilityEndedSchema)).toHaveLength(20), {
      timeoutMs: 10_000,
    });
  });

  it('shows a trial balance that balances, by account and day, and chains of history that hold', async () => {
    const today = await trialBalance();
    expect(today).toMatchObject({ balanced: true, balancesAgree: true });
    expect(Object.fromEntries(today.totals.map(({ account, balance }) => [account, balance]))).toEqual({
      ADVANCE_MONEY: '10.00',
      ASSESSED_INCOME: '0.00',
      BANK_CLEARING: '4296010.00',
      BUDGET_INCOME: '4296000.00',
      PAYER_DUE: '0.00',
    });
    expect(await trialBalance('?on=2026-03-09')).toMatchObject({
      balanced: true,
      debits: '0.00',
      totals: [],
    });
    expect(await verifyHistory(database.manager)).toMatchObject({ broken: [] });
  });

  it('locks accounts in one order: no transaction of this database was ever in a deadlock', async () => {
    const statistics = `SELECT deadlocks::int AS deadlocks, xact_commit > 180 AS busy FROM pg_stat_database
                         WHERE datname = current_database()`;
    await eventually(async () =>
      expect(await database.query(statistics)).toEqual([{ deadlocks: 0, busy: true }]),
    );
  });

  it('says that the books are broken when a kept balance is not the sum of its lines', async () => {
    const shift = (by: number) =>
      database.query(
        `UPDATE account_balances SET balance = balance + $1 WHERE account_key = 'BANK_CLEARING' AND part = 0`,
        [by],
      );
    await shift(1);
    expect(await trialBalance()).toMatchObject({ balanced: true, balancesAgree: false });
    await shift(-1);
    expect(await trialBalance()).toMatchObject({ balancesAgree: true });
  });

  it('misses neither when the declaration and the money of a payer come at the same instant, for 40 payers', async () => {
    const officer = await place.token({ subject: 'officer-1', roles: ['ACCOUNT_OFFICER'], posts: [KHORGOS] });
    const payers = Array.from({ length: 60 }, (_, index) => `9805400${(1_000 + index).toString()}`).flatMap(
      (eleven) => {
        const digit = identificationCheckDigit(eleven);
        return digit === undefined ? [] : [`${eleven}${digit}`];
      },
    );
    expect(payers.length).toBeGreaterThanOrEqual(40);
    const pairs = payers.slice(0, 40).map((payer) => ({
      filed: declaration(
        { declarant: { name: 'Stanok TOO', address: 'A', country: 'KZ', identificationNumber: payer } },
        100_000_000n,
      ),
      paid: confirmation({ payerIdentificationNumber: payer, amount: '214800.00' }),
    }));
    for (const { paid } of pairs) {
      const account = { payer: paid.payerIdentificationNumber, name: 'Stanok TOO', customsBody: KHORGOS };
      expect((await place.post('payments', '/v1/accounts', account, officer)).status).toBe(201);
    }
    for (const { filed, paid } of pairs) {
      await Promise.all([
        place.send(DeclarationRegisteredSchema, filed),
        place.send(PaymentConfirmationSchema, paid),
      ]);
    }
    const expected = pairs.map(({ filed }) => filed.declarationId).sort();
    await eventually(
      () => {
        const covered = new Set(place.messages(LiabilityCoveredSchema).map((event) => event.declarationId));
        expect(expected.filter((id) => !covered.has(id))).toEqual([]);
      },
      { timeoutMs: 10_000 },
    );
  });

  it('assesses and covers a declaration with as few statements for 500 items as for one', async () => {
    const works: string[][] = [];
    const createQueryRunner = database.createQueryRunner.bind(database);
    database.createQueryRunner = (mode) => {
      const runner = createQueryRunner(mode);
      const query = runner.query.bind(runner) as (...of: unknown[]) => Promise<never>;
      const statements: string[] = [];
      works.push(statements);
      runner.query = (sql: string, ...rest: unknown[]) => {
        statements.push(sql);
        return query(sql, ...rest);
      };
      return runner;
    };
    const [item] = declaration().items;
    for (const size of [1, 500]) {
      const items = Array.from({ length: size }, (_, index) => ({ ...item, number: index + 1 }));
      const filed = declaration({ items });
      const paid = confirmation({ amount: (1_948_000 * size + 20_000).toFixed(2) });
      await place.send(PaymentConfirmationSchema, paid);
      await eventually(() =>
        expect(place.messages(MoneyReceivedSchema).map((event) => event.bankReference)).toContain(
          paid.bankReference,
        ),
      );
      await place.send(DeclarationRegisteredSchema, filed);
      await eventually(() =>
        expect(place.messages(LiabilityCoveredSchema).map((event) => event.declarationId)).toContain(
          filed.declarationId,
        ),
      );
    }
    database.createQueryRunner = createQueryRunner;
    const counts = works
      .filter((statements) => statements.some((sql) => sql.includes('INSERT INTO liabilities')))
      .map((statements) => statements.length);
    process.stdout.write(`statements of a covered declaration of 1 and 500 items: ${counts.join(', ')}\n`);
    expect(counts).toHaveLength(2);
    expect(counts[0]).toBe(counts[1]);
    expect(Math.max(...counts)).toBeLessThanOrEqual(11);
  });
});

/** Khorgos with payments alone: what the specs of declarations, confirmations and accounts ask of it. */
import {
  LiabilityCoveredSchema,
  LiabilityEndedSchema,
  LiabilityShortSchema,
  MoneyReceivedSchema,
  PaymentConfirmationSchema,
} from '@shekara/contracts';
import { VirtualClock } from '@shekara/kernel';
import { DataSource } from '@shekara/persistence';
import { eventually } from '@shekara/testing';
import { ServicesUnderTest } from '@shekara/testing/services';
import { paymentsService } from '../src/index.js';
import { confirmation, KHORGOS, PAYER } from './payments.fixture.js';

/** Duty 3 % of 10,000,000, VAT 16 % of 10,300,000, charge 20,000. */
export const TOTAL = '1968000.00';

export interface LiabilityView {
  status: string;
  endReason: string | null;
  total: string;
  kinds: { kind: string; payable: string; guarantee: string; money: { purpose: string; amount: string }[] }[];
  lines: { kind: string; base: string; rate: string; rateDate: string; article: string; payable: string }[];
}

export interface StatementView {
  balances: { account: string; purpose: string; balance: string }[];
  entries: { id: string; type: string; document: string }[];
  next: string | null;
}

export interface Refusal {
  reasons: { code: string; pointer?: string }[];
}

export interface Khorgos {
  readonly place: ServicesUnderTest;
  readonly clock: VirtualClock;
  readonly officer: string;
  readonly payer: string;
}

/** Starts payments on 10 March 2026 and opens the account of the payer. */
export async function startKhorgos(): Promise<Khorgos> {
  const clock = new VirtualClock('2026-03-10T05:00:00Z');
  const place = await ServicesUnderTest.start({ services: [paymentsService], clock });
  const officer = await place.token({ subject: 'officer-1', roles: ['ACCOUNT_OFFICER'], posts: [KHORGOS] });
  const payer = await place.token({ subject: 'stanok', roles: ['DECLARANT'], organisation: PAYER });
  const opened = await place.post(
    'payments',
    '/v1/accounts',
    { payer: PAYER, name: 'Stanok TOO', customsBody: KHORGOS },
    officer,
  );
  expect(opened.status).toBe(201);
  return { place, clock, officer, payer };
}

/** What happened at the place, as the specs ask it. */
export function khorgosOf(at: () => Khorgos) {
  const liability = async (number: string) =>
    (await at().place.get<LiabilityView>('payments', `/v1/liabilities/${number}`, at().payer)).body;
  const balance = async (account: string, purpose: string, of = PAYER) => {
    const token = await at().place.token({ subject: of, roles: ['DECLARANT'], organisation: of });
    const { body } = await at().place.get<StatementView>('payments', `/v1/accounts/${of}`, token);
    return body.balances.find((row) => row.account === account && row.purpose === purpose)?.balance ?? '0.00';
  };
  const rowsKept = () =>
    database().query<unknown[]>(
      `SELECT (SELECT count(*) FROM liabilities) AS liabilities, (SELECT count(*) FROM journal_entries) AS entries,
              (SELECT count(*) FROM answers) AS answers, (SELECT count(*) FROM history) AS history`,
    );
  const database = () => at().place.service('payments').app.get(DataSource);
  const coveredOf = (declarationId: string) =>
    at()
      .place.messages(LiabilityCoveredSchema)
      .filter((event) => event.declarationId === declarationId);
  const shortOf = (declarationId: string) =>
    at()
      .place.messages(LiabilityShortSchema)
      .filter((event) => event.declarationId === declarationId);
  const endedOf = (declarationId: string) =>
    at()
      .place.messages(LiabilityEndedSchema)
      .filter((event) => event.declarationId === declarationId);
  const moneyReceived = (reference: string) =>
    at()
      .place.messages(MoneyReceivedSchema)
      .filter((event) => event.bankReference === reference);
  const pay = async (changes: Parameters<typeof confirmation>[0]) => {
    const message = confirmation(changes);
    await at().place.send(PaymentConfirmationSchema, message);
    await eventually(() => expect(moneyReceived(message.bankReference)).toHaveLength(1));
    return message;
  };
  return { liability, balance, rowsKept, database, coveredOf, shortOf, endedOf, moneyReceived, pay };
}

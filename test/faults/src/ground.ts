/** What the trucks of a round meet: a warehouse, payers with money, securities. */
import type { Bank } from '@shekara/local/bank';
import { until } from '@shekara/local/gateway-client';
import { CARRIER_BIN, importer, type Importer, type People } from '@shekara/local/people';
import { openWarehouse } from '@shekara/local/warehouse';

export const PLENTY = '5000000.00';
/** For all the trucks that the payer of a round may send. */
const WEALTH = '9000000000.00';
/** Room for three declarations: the fourth is refused and paid with money. */
const NARROW = '3000000.00';
const WIDE = '900000000.00';
const POST = '55311';
const WEALTHY_PAYERS = 8;
const SECURED_PAYERS = 4;
const FIRST_SECURED = 101;

/** Loudspeakers from China at a price per kilogram that an example profile of risk finds too low. */
export const LOUDSPEAKERS = {
  commodityCode: '8518210000',
  description: 'Loudspeakers',
  originCountry: 'CN',
  itemPrice: '3000.00',
  customsValue: '1515000.00',
  statisticalValue: '3000.00',
};

type Several<T> = readonly [T, ...T[]];

export interface Ground {
  readonly warehouse: string;
  readonly wealthy: Several<Importer>;
  readonly secured: Several<Importer>;
  securityOf(payer: Importer): string | undefined;
  openAccount(people: People, payer: Importer): Promise<void>;
}

/** The documents of a declaration whose payments a security covers. */
export function documentsNaming(security: string) {
  return ['AUTHORITY', 'CONTRACT', 'INVOICE', 'CMR', 'PAYMENT_PROOF', 'SECURITY_PROOF'].map((kind) => ({
    kind,
    number: kind === 'SECURITY_PROOF' ? security : `${kind}-1`,
    date: '2026-02-20',
    form: 'ELECTRONIC',
    language: 'ru',
    availability: 'PRESENT',
  }));
}

/** Prepares the ground before the first fault. */
export async function prepareGround(people: People, bank: Bank): Promise<Ground> {
  const warehouse = await openWarehouse(people.registrar);
  await people.analyst.post('/v1/risk-profiles/random-selection', { perMille: 0 });
  const wealthy = several(WEALTHY_PAYERS, 1);
  const secured = several(SECURED_PAYERS, FIRST_SECURED);
  const securities = new Map<string, string>();
  for (const payer of [...wealthy, ...secured]) await openAccount(people, payer);
  await bank.confirm([...wealthy, ...secured].map((payer) => ({ payer, amount: WEALTH })));
  for (const [place, payer] of secured.entries()) {
    securities.set(payer.identification, await registerSecurity(people, payer, place === 0 ? NARROW : WIDE));
  }
  for (const payer of [...wealthy, ...secured]) await untilPaid(people, payer);
  return {
    warehouse,
    wealthy,
    secured,
    securityOf: (payer) => securities.get(payer.identification),
    openAccount,
  };
}

function several(count: number, first: number): Several<Importer> {
  const others = Array.from({ length: count - 1 }, (_, place) => importer(first + 1 + place));
  return [importer(first), ...others];
}

async function openAccount(people: People, { identification, name }: Importer): Promise<void> {
  await people.accountOfficer.post('/v1/accounts', { payer: identification, customsBody: POST, name });
}

async function untilPaid(people: People, { identification }: Importer): Promise<void> {
  await until(`the money of ${identification}`, async () => {
    const path = `/v1/accounts/${identification}`;
    const { entries } = await people.accountOfficer.get<{ entries: readonly unknown[] }>(path);
    return entries.length > 0 ? true : undefined;
  });
}

const DAY_MS = 86_400_000;

function day(offsetDays: number): string {
  return new Date(Date.now() + offsetDays * DAY_MS).toLocaleDateString('sv-SE', { timeZone: 'Asia/Almaty' });
}

async function registerSecurity(people: People, payer: Importer, amount: string): Promise<string> {
  const { number } = await people.accountOfficer.post<{ number: string }>('/v1/securities', {
    method: 'BANK_GUARANTEE',
    kind: 'GENERAL',
    principal: payer.identification,
    guarantor: CARRIER_BIN,
    acceptingBody: POST,
    bodyScope: 'ANY_BODY',
    amount,
    validFrom: day(0),
    validTo: day(300),
    document: { number: `BG-${payer.identification}`, date: day(0) },
    obligationsDueBy: day(270),
    judgement: { issuerInRegister: true, contentLawful: true },
  });
  return number;
}

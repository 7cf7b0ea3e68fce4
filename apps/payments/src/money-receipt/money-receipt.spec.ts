import { identificationCheckDigit, Money, parseBinOrIin, parseCustomsBodyCode } from '@shekara/kernel';
import { Balances } from '../ledger/balances.js';
import type { BankConfirmation } from './bank-confirmation.js';
import {
  allocateByOfficer,
  countsForRelease,
  evolve,
  type MoneyReceipt,
  type MoneyReceiptEvent,
  receiveConfirmation,
  type ReceiptFacts,
} from './money-receipt.js';
import { bookRefusedMoney, bookTreasuryLine } from './treasury-line.js';
import { postingsOf } from './receipt-postings.js';

const ELEVEN = '95014000001';
const PAYER = `${ELEVEN}${identificationCheckDigit(ELEVEN) ?? ''}`;
const payer = parseBinOrIin(PAYER) ?? fail();
const customsBody = parseCustomsBodyCode('55302') ?? fail();
function fail(): never {
  throw new Error('bad fixture');
}

/** Worked case 4: 1,000,000 on Wednesday 3 September 2025. */
function confirmation(changes: Partial<BankConfirmation> = {}): BankConfirmation {
  return {
    bankId: 'HSBKKZKX',
    bankReference: '2025-0001',
    payerName: 'ТОО «Жібек Жолы»',
    payerIdentificationNumber: PAYER,
    payerResident: true,
    identityDocumentsChecked: false,
    taxBeneficiaryId: '6210',
    customsBody,
    budgetCode: '106105',
    paymentKind: 'IMPORT_VAT',
    purposeText: 'НДС на импорт',
    amount: Money.ofTenge('1000000'),
    currency: 'KZT',
    channel: 'BANK_TRANSFER',
    paidOn: '2025-09-03',
    ...changes,
  };
}

function facts(changes: Partial<ReceiptFacts> = {}): ReceiptFacts {
  return {
    today: '2025-09-03',
    bankLicensed: true,
    bankHasOnSiteContract: true,
    numberStruckOff: false,
    isRegisteredPayer: (number) => number === payer,
    budgetCodeOf: (purpose) => (purpose === 'IMPORT_VAT' ? '106105' : '106101'),
    ...changes,
  };
}

function events(of: BankConfirmation, knowing = facts()): readonly MoneyReceiptEvent[] {
  const decision = receiveConfirmation(of, knowing);
  if (!decision.accepted) throw new Error(decision.reasons.map((reason) => reason.code).join());
  return decision.events;
}

function refusals(of: BankConfirmation, knowing = facts()): string[] {
  const decision = receiveConfirmation(of, knowing);
  return decision.accepted ? [] : decision.reasons.map((reason) => reason.code);
}

/** The receipt and the ledger after a list of events. */
function after(happened: readonly MoneyReceiptEvent[], from?: { receipt: MoneyReceipt; balances: Balances }) {
  let receipt = from?.receipt;
  let balances = from?.balances ?? Balances.EMPTY;
  for (const event of happened) {
    for (const entry of postingsOf(event, receipt)) balances = balances.post(entry);
    receipt = evolve(receipt, event);
  }
  if (!receipt) throw new Error('nothing happened');
  const owner = { payer, customsBody };
  const money = {
    usable: balances.of({ type: 'ADVANCE_MONEY', ...owner, purpose: 'IMPORT_VAT' }).toString(),
    pending: balances.of({ type: 'PENDING_TREASURY', ...owner, purpose: 'IMPORT_VAT' }).toString(),
    unidentified: balances.of({ type: 'UNIDENTIFIED_MONEY' }).toString(),
  };
  return { receipt, balances, money };
}

const MILLION = '1000000.00';
const NONE = '0.00';
const line = (changes: Partial<Parameters<typeof bookTreasuryLine>[1]> = {}) => ({
  reportDate: '2025-09-04',
  reportReference: 'TR-247',
  payerIdentificationNumber: PAYER,
  budgetCode: '106105',
  amount: Money.ofTenge('1000000'),
  ...changes,
});

describe('A bank confirmation', () => {
  it.each(['BANK_TRANSFER', 'OTHER_TERMINAL', 'OTHER_CASH_DESK', 'DIRECT_CASH'] as const)(
    'by %s waits for the Treasury and does not count for release (R-PAY-101, worked case 4)',
    (channel) => {
      const { receipt, money } = after(events(confirmation({ channel })));
      expect(receipt.state).toBe('PENDING_TREASURY');
      expect(countsForRelease(receipt)).toBe(false);
      expect(money).toEqual({ usable: NONE, pending: MILLION, unidentified: NONE });
    },
  );

  it.each(['ONSITE_TERMINAL', 'ONSITE_CASH_DESK'] as const)(
    'by %s of a bank with a contract counts for release at once, else ON_SITE_CONTRACT_MISSING (R-PAY-102, worked case 4)',
    (channel) => {
      const { receipt, money } = after(events(confirmation({ channel })));
      expect(receipt.state).toBe('CONFIRMED_FOR_RELEASE');
      expect(countsForRelease(receipt)).toBe(true);
      expect(money).toEqual({ usable: MILLION, pending: NONE, unidentified: NONE });
      expect(refusals(confirmation({ channel }), facts({ bankHasOnSiteContract: false }))).toEqual([
        'ON_SITE_CONTRACT_MISSING',
      ]);
    },
  );

  it('of another channel needs no on-site contract', () => {
    expect(refusals(confirmation(), facts({ bankHasOnSiteContract: false }))).toEqual([]);
  });

  it('of a number with a right check digit that the register struck off is refused (R-PAY-099)', () => {
    const struck = facts({ numberStruckOff: true });
    expect(refusals(confirmation(), facts())).toEqual([]);
    expect(refusals(confirmation(), struck)).toEqual(['PAYER_ID_INVALID']);
    const nonResident = confirmation({ payerResident: false, identityDocumentsChecked: true });
    expect(refusals(nonResident, struck)).toEqual([]);
  });

  it.each<[string, Partial<BankConfirmation>, string]>([
    ['in dollars', { currency: 'USD' }, 'CURRENCY_NOT_KZT'],
    ['without a budget code', { budgetCode: ' ' }, 'BUDGET_CODE_MISSING'],
    ['without a beneficiary', { taxBeneficiaryId: '' }, 'BUDGET_CODE_MISSING'],
    [
      'with a wrong check digit (R-PAY-099)',
      { payerIdentificationNumber: '950140000000' },
      'PAYER_ID_INVALID',
    ],
    ['of a non-resident not identified', { payerResident: false }, 'IDENTITY_DOCUMENT_MISSING'],
    ['of zero', { amount: Money.ZERO }, 'PAYMENT_AMOUNT_NOT_POSITIVE'],
    ['of a negative sum', { amount: Money.ofTenge('-1') }, 'PAYMENT_AMOUNT_NOT_POSITIVE'],
    ['paid tomorrow', { paidOn: '2025-09-04' }, 'PAYMENT_DATE_IN_FUTURE'],
  ])('%s is refused: %j, %s (R-PAY-096, R-PAY-097, R-PAY-100)', (_, changes, code) => {
    expect(refusals(confirmation(changes))).toEqual([code]);
  });

  it('is taken from licensed banks only (R-PAY-111)', () => {
    expect(refusals(confirmation(), facts({ bankLicensed: false }))).toEqual(['BANK_NOT_LICENSED']);
  });

  it('of a third party names the payer in full in the purpose text, at message level', () => {
    const thirdParty = { name: 'ИП Ахметов', identificationNumber: '850101300001' };
    expect(refusals(confirmation({ thirdParty }))).toEqual(['PAYER_NAME_MISSING']);
    const purposeText = 'НДС за  тоо «жібек жолы» по договору 5';
    expect(refusals(confirmation({ thirdParty, purposeText }))).toEqual([]);
  });

  it('is refused with all reasons at once', () => {
    const wrong = confirmation({ currency: 'EUR', amount: Money.ZERO, budgetCode: '', paidOn: '2030-01-01' });
    expect(refusals(wrong)).toHaveLength(4);
  });

  it('repeated with the same reference is no second payment (R-PAY-105)', () => {
    const first = after(events(confirmation()));
    const knowing = facts({ sameReference: first.receipt });
    const again = after(events(confirmation({ purposeText: 'other words' }), knowing), first);
    expect(again.receipt).toBe(first.receipt);
    expect(again.balances).toBe(first.balances);
    expect(refusals(confirmation({ amount: Money.ofTenge('2') }), knowing)).toEqual([
      'BANK_REFERENCE_REUSED',
    ]);
  });

  it('of one payment order under two references is BANK_DUPLICATE, and the money is kept (R-PAY-105, R-PAY-106)', () => {
    const first = after(events(confirmation({ paymentOrder: '17' })));
    const second = confirmation({ paymentOrder: '17', bankReference: '2025-0002' });
    const { receipt, money } = after(events(second, facts({ sameOrder: first.receipt })), first);
    expect(receipt.mistake).toBe('BANK_DUPLICATE');
    expect(countsForRelease(receipt)).toBe(false);
    expect(money).toEqual({ usable: NONE, pending: MILLION, unidentified: MILLION });
  });
});

describe('Money that cannot be matched (queue Q-PAY-01)', () => {
  it.each([
    ['an unknown payer', {}, { isRegisteredPayer: () => false }, 'WRONG_PAYER_ID', 'PAYER_UNKNOWN'],
    [
      'a non-resident without a number',
      { payerResident: false, identityDocumentsChecked: true, payerIdentificationNumber: '' },
      {},
      'WRONG_PAYER_ID',
      'PAYER_UNKNOWN',
    ],
    ['a code of another kind', { budgetCode: '106101' }, {}, 'PURPOSE_MISMATCH', 'BUDGET_CODE_OF_OTHER_KIND'],
    ['an unknown kind', { paymentKind: 'TIP' }, {}, 'WRONG_KIND', 'PAYMENT_KIND_UNKNOWN'],
  ])(
    'of %s is kept, named a mistake and given to an officer (R-PAY-106)',
    (_, changes, knowing, mistake, code) => {
      const onSite = confirmation({ channel: 'ONSITE_TERMINAL', ...changes });
      const happened = events(onSite, facts(knowing));
      const { receipt, money } = after(happened);
      expect(receipt).toMatchObject({ mistake });
      expect(receipt.matched).toBeUndefined();
      expect(countsForRelease(receipt)).toBe(false);
      expect(money).toEqual({ usable: NONE, pending: NONE, unidentified: MILLION });
      expect(happened.at(-1)).toMatchObject({ queue: 'Q-PAY-01', reasons: [{ code }] });
    },
  );

  it('becomes usable by an officer once confirmed, and pending before that (R-PAY-101)', () => {
    const allocate = (receipt: MoneyReceipt) => {
      const decision = allocateByOfficer(receipt, { payer, customsBody }, 'IMPORT_VAT');
      if (!decision.accepted) throw new Error(decision.reasons[0].code);
      return decision.events;
    };
    const unknown = facts({ isRegisteredPayer: () => false });
    const waiting = after(events(confirmation(), unknown));
    const allocated = after(allocate(waiting.receipt), waiting);
    expect(allocated.money).toEqual({ usable: NONE, pending: MILLION, unidentified: NONE });
    const booked = after(bookTreasuryLine(allocated.receipt, line()), allocated);
    expect(booked.money).toEqual({ usable: MILLION, pending: NONE, unidentified: NONE });

    const bookedFirst = after(bookTreasuryLine(waiting.receipt, line()), waiting);
    expect(after(allocate(bookedFirst.receipt), bookedFirst).money.usable).toBe(MILLION);
    expect(allocateByOfficer(booked.receipt, { payer, customsBody }, 'IMPORT_VAT').accepted).toBe(false);
  });
});

describe("The Treasury's line", () => {
  it('confirms ordinary money and is matched after an on-site receipt too (R-PAY-101, worked case 4)', () => {
    const transfer = after(events(confirmation()));
    const booked = after(bookTreasuryLine(transfer.receipt, line()), transfer);
    expect(countsForRelease(booked.receipt)).toBe(true);
    expect(booked.money.usable).toBe(MILLION);

    const onSite = after(events(confirmation({ channel: 'ONSITE_TERMINAL' })));
    const both = after(bookTreasuryLine(onSite.receipt, line()), onSite);
    expect(both.receipt.state).toBe('BOOKED');
    expect(both.money).toEqual({ usable: MILLION, pending: NONE, unidentified: NONE });
    expect(bookTreasuryLine(both.receipt, line())).toEqual([]);
  });

  it.each([
    ['amount', { amount: Money.ofTenge('999999.99') }],
    ['payer', { payerIdentificationNumber: '850101300001' }],
    ['code', { budgetCode: '106101' }],
  ])('that differs in the %s books nothing and goes to an officer', (_, changes) => {
    const before = after(events(confirmation()));
    const happened = bookTreasuryLine(before.receipt, line(changes));
    expect(happened).toMatchObject([{ type: 'TreasuryLineUnmatched', queue: 'Q-PAY-01' }]);
    expect(after(happened, before).receipt.state).toBe('PENDING_TREASURY');
  });

  it('makes a mistaken payment of money whose message did not name the payer, which was refused as a message (R-PAY-098, R-PAY-106)', () => {
    const thirdParty = { name: 'ИП Ахметов', identificationNumber: '850101300001' };
    const named = confirmation({ thirdParty, purposeText: 'НДС за тоо  «жібек жолы»' });
    expect(refusals(named)).toEqual([]);
    const short = confirmation({ thirdParty, purposeText: 'НДС за ТОО' });
    const decision = receiveConfirmation(short, facts());
    if (decision.accepted) throw new Error('the payer is not named');
    expect(decision.reasons.map(({ code }) => code)).toEqual(['PAYER_NAME_MISSING']);
    const came = after(bookRefusedMoney(short, line({ amount: Money.ofTenge('999.00') }), decision.reasons));
    expect(came.receipt).toMatchObject({ state: 'BOOKED', mistake: 'WRONG_PAYER_NAME' });
    expect([came.receipt.matched, countsForRelease(came.receipt)]).toEqual([undefined, false]);
    expect(came.money).toEqual({ usable: NONE, pending: NONE, unidentified: '999.00' });
  });
});

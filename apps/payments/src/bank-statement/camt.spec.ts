import fc from 'fast-check';
import { standardCalendar } from '@shekara/calendar';
import {
  camt053,
  camt054,
  details08,
  type DocumentFields,
  entry02,
  entry08,
  type PaymentFields,
} from './camt.fixture.js';
import { readPayment } from './camt-payment.js';
import { readStatement } from './camt-statement.js';
import { readXml } from './xml.js';

const calendar = standardCalendar();

function codesOf(text: string): readonly string[] {
  const read = readStatement(text);
  return 'reasons' in read ? read.reasons.map(({ code }) => code) : [];
}

function paymentsOf(text: string) {
  const read = readStatement(text);
  if ('reasons' in read) throw new Error(read.reasons.map(({ code }) => code).join());
  return read.statement.payments.map((payment) => readPayment(payment, read.statement.bankId, calendar));
}

function refusedAs(fields: PaymentFields): readonly string[] {
  const [payment] = paymentsOf(camt054([entry08(fields)]));
  return payment && 'reasons' in payment
    ? payment.reasons.map(({ code, pointer }) => `${code} ${pointer ?? ''}`)
    : [];
}

describe('XML of outsiders', () => {
  it.each([
    ['an external entity', '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>', '&x;'],
    ['a billion laughs', '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>', '&b;'],
    ['an external DTD', '<!DOCTYPE d SYSTEM "http://127.0.0.1/d.dtd">', ''],
    ['an empty DTD', '<!DOCTYPE d>', ''],
  ])('refuses %s: there is no DTD', (_what, prolog, text) => {
    expect(codesOf(camt054([entry08({ text })], { prolog }))).toEqual(['XML_DTD_FORBIDDEN']);
  });

  it.each([
    ['an element that does not end', '<a><b></a>', 'XML_NOT_WELL_FORMED'],
    ['an entity of nobody', '<a>&unknown;</a>', 'XML_NOT_WELL_FORMED'],
    ['an attribute twice', '<a x="1" x="2"/>', 'XML_NOT_WELL_FORMED'],
    ['two roots', '<a/><b/>', 'XML_NOT_WELL_FORMED'],
    ['nothing', '', 'XML_NOT_WELL_FORMED'],
    ['JSON', '{"json": true}', 'XML_NOT_WELL_FORMED'],
    ['a control character', '<a>\u0001</a>', 'XML_NOT_WELL_FORMED'],
    ['another encoding', '<?xml version="1.0" encoding="windows-1251"?><a/>', 'XML_ENCODING'],
    ['ten thousand levels', '<a>'.repeat(10_000), 'XML_TOO_LARGE'],
  ])('refuses %s', (_what, text, code) => {
    const read = readXml(text);
    expect('reason' in read && read.reason.code).toBe(code);
  });

  it('reads any text back that a bank may write', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\p{L}\p{N} <>&"']{0,40}$/u), (text) => {
        const escaped = text.replace(/[<>&]/g, (sign) => `&#${sign.codePointAt(0) ?? 0};`);
        const read = readXml(`<a>${escaped}</a>`);
        expect('root' in read && read.root.text).toBe(text);
      }),
    );
  });

  it('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(2_000), (junk, at) => {
        const text = camt054([entry08()]);
        expect(() => readStatement(text.slice(0, at) + junk + text.slice(at))).not.toThrow();
      }),
    );
  });
});

describe('statements of banks', () => {
  it.each(['02', '03', '04', '06', '08', '10', '13'])(
    'reads camt.053 and camt.054 of version %s',
    (version) => {
      for (const text of [camt053([entry08()], { version }), camt054([entry08()], { version })]) {
        const read = readStatement(text);
        expect('statement' in read && [read.statement.bankId, read.statement.payments.length]).toEqual([
          'HSBKKZKX',
          1,
        ]);
      }
    },
  );

  it.each<[DocumentFields, string]>([
    [{ version: '01' }, 'STATEMENT_TYPE_UNKNOWN'],
    [{ version: '14' }, 'STATEMENT_TYPE_UNKNOWN'],
    [{ bic: '' }, 'STATEMENT_ELEMENT_MISSING'],
    [{ messageId: ' ' }, 'STATEMENT_ELEMENT_MISSING'],
  ])('refuses %j as %s', (fields, code) => {
    expect(codesOf(camt054([entry08()], fields))).toEqual([code]);
  });

  it('refuses more payments than one request may have', () => {
    const entry = '<Ntry/>';
    expect(codesOf(camt054(Array.from({ length: 5_001 }, () => entry)))).toEqual([
      'STATEMENT_TOO_MANY_ENTRIES',
    ]);
    expect(codesOf(camt054(Array.from({ length: 5_000 }, () => entry)))).toEqual([]);
  });
});

describe('payments of a statement', () => {
  it('reads the structured tax data of version 08', () => {
    expect(paymentsOf(camt054([entry08({ order: 'PO-7' })]))).toMatchObject([
      {
        reference: 'B-1',
        message: {
          bankId: 'HSBKKZKX',
          bankReference: 'B-1',
          payerName: 'Stanok TOO',
          payerIdentificationNumber: '980540000397',
          customsBody: '55302',
          budgetCode: '106105',
          advance: true,
          amount: '1000.00',
          currency: 'KZT',
          channel: 'BANK_TRANSFER',
          paidOn: '2026-03-10',
          taxBeneficiaryId: '6210',
          paymentOrder: 'PO-7',
        },
      },
    ]);
  });

  it('reads the code words of version 02; 20:30 UTC of Monday is Tuesday in Kazakhstan', () => {
    expect(paymentsOf(camt053([entry02()], { version: '02' }))).toMatchObject([
      {
        message: {
          payerIdentificationNumber: '980540000397',
          customsBody: '55302',
          budgetCode: '106105',
          advance: true,
          taxBeneficiaryId: '6210',
          paidOn: '2026-03-10',
        },
      },
    ]);
  });

  it.each<[PaymentFields, readonly string[]]>([
    [{ status: 'PDNG' }, ['ENTRY_NOT_BOOKED /Sts']],
    [{ indicator: 'DBIT' }, ['ENTRY_IS_DEBIT /CdtDbtInd']],
    [{ indicator: 'DBIT', reversal: 'true' }, ['ENTRY_IS_REVERSAL /RvslInd']],
    [{ reversal: 'false' }, []],
    [{ reference: '' }, ['ENTRY_FIELD_UNREADABLE /Refs/AcctSvcrRef']],
    [{ amount: 'a lot' }, ['ENTRY_FIELD_UNREADABLE /Amt']],
    [{ currency: '' }, ['ENTRY_FIELD_UNREADABLE /Amt']],
    [{ indicator: 'PLUS', status: '' }, ['ENTRY_FIELD_UNREADABLE /CdtDbtInd', 'ENTRY_FIELD_UNREADABLE /Sts']],
    [{ paidOn: '2026-02-30' }, ['ENTRY_FIELD_UNREADABLE /ValDt']],
  ])('of %j are refused as %j', (fields, codes) => {
    expect(refusedAs(fields)).toEqual(codes);
  });

  it('names who pays instead of the payer, whose name must stand in the text (art. 138.6)', () => {
    const [payment] = paymentsOf(camt054([entry08({ debtor: '050640001236' })]));
    expect(payment).toMatchObject({
      message: {
        thirdParty: { identificationNumber: '050640001236' },
        payerIdentificationNumber: '980540000397',
      },
    });
  });

  it('takes each transaction of an entry alone when they sum to it', () => {
    const transaction = (reference: string, amount: string) =>
      details08({}, `<AcctSvcrRef>${reference}</AcctSvcrRef>`).replace(
        '</Refs>',
        `</Refs><Amt Ccy="KZT">${amount}</Amt>`,
      );
    const entry = (sum: string) =>
      entry08({ amount: sum }).replace(
        /<NtryDtls>.*<\/NtryDtls>/s,
        `<NtryDtls>${transaction('B-1', '600.00')}${transaction('B-2', '400.00')}</NtryDtls>`,
      );
    expect(paymentsOf(camt054([entry('1000.00')]))).toMatchObject([
      { reference: 'B-1', message: { amount: '600.00' } },
      { reference: 'B-2', message: { amount: '400.00' } },
    ]);
    expect(
      paymentsOf(camt054([entry('999.00')])).map((one) => 'reasons' in one && one.reasons[0].code),
    ).toEqual(['ENTRY_SUM_DIFFERS', 'ENTRY_SUM_DIFFERS']);
  });
});

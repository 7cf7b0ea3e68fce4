import { Money } from '@shekara/kernel';
import { noticeInterestOwed, type NoticeKindOnAccount, planNoticePayment } from './notice-settlement.js';

const tenge = (text: string) => Money.ofTenge(text);
const NOTHING = Money.ZERO;
const vat = (changes: Partial<NoticeKindOnAccount> = {}): NoticeKindOnAccount => ({
  kind: 'IMPORT_VAT',
  principal: tenge('1000'),
  interest: tenge('90'),
  sums: [{ document: 'N1', unpaid: tenge('1000'), payable: true }],
  offAccount: NOTHING,
  interestOwed: tenge('90'),
  ofKind: NOTHING,
  ofInterest: NOTHING,
  ...changes,
});
const told = { principal: tenge('1000'), interest: tenge('90') };
const planned = (kinds: NoticeKindOnAccount[], advance: string, of = told) => {
  const decision = planNoticePayment(kinds, tenge(advance), of);
  if (!decision.accepted) return decision.reasons.map(({ code }) => code);
  return decision.events.flatMap(({ taken }) =>
    taken.map(
      ({ kind, document = 'interest', amount, from }) => `${kind} ${document} ${amount.toString()} ${from}`,
    ),
  );
};

describe('Interest of a notice beside other debts of the kind (R-PAY-003, art. 159.5)', () => {
  const owedOf = (changes: Partial<Record<'sinceBankDate' | 'older' | 'accrued' | 'owed', string>> = {}) => {
    const of = { sinceBankDate: '0', older: '0', accrued: '100', owed: '100', ...changes };
    return noticeInterestOwed({
      interest: tenge('100').minus(tenge(of.sinceBankDate)),
      sinceBankDate: tenge(of.sinceBankDate),
      older: tenge(of.older),
      accrued: tenge(of.accrued),
      owed: tenge(of.owed),
    }).toString();
  };

  it('alone on the account is what the account shows, less what ran since the bank date', () => {
    expect(owedOf()).toBe('100.00');
    expect(owedOf({ owed: '30' })).toBe('30.00');
    expect(owedOf({ owed: '30', sinceBankDate: '10' })).toBe('20.00');
    expect(owedOf({ owed: '5', sinceBankDate: '10' })).toBe('0.00');
  });

  it('is paid before that of a younger debt, and after that of an older one', () => {
    expect(owedOf({ accrued: '150', owed: '50' })).toBe('0.00');
    expect(owedOf({ accrued: '150', owed: '90' })).toBe('40.00');
    expect(owedOf({ accrued: '150', owed: '50', older: '50' })).toBe('50.00');
    expect(owedOf({ accrued: '150', owed: '120', older: '50' })).toBe('100.00');
  });
});

describe("A payment of a debt notice and the payer's account (art. 138.4, 159.5)", () => {
  it('takes money sent for the kind and for its interest first, the rest from the advance', () => {
    const kinds = [vat({ ofKind: tenge('600'), ofInterest: tenge('50') })];
    expect(planned(kinds, '440')).toEqual([
      'IMPORT_VAT N1 600.00 KIND',
      'IMPORT_VAT N1 400.00 ADVANCE',
      'IMPORT_VAT interest 50.00 INTEREST',
      'IMPORT_VAT interest 40.00 ADVANCE',
    ]);
    expect(planned(kinds, '439.99')).toEqual(['ACCOUNT_MONEY_SHORT']);
  });

  it('takes nothing for what the account shows as paid, and tells it as paid', () => {
    const sums = [{ document: 'N1', unpaid: NOTHING, payable: true }];
    const paid = vat({ sums, interestOwed: NOTHING });
    expect(planned([paid], '5000')).toEqual([]);
    const silent = planNoticePayment([paid], NOTHING, { principal: NOTHING, interest: NOTHING });
    expect(silent.accepted && silent.events).toMatchObject([told]);
  });

  it('takes the part that is left when the account shows a part as paid', () => {
    const sums = [{ document: 'N1', unpaid: tenge('300'), payable: true }];
    expect(planned([vat({ sums, interestOwed: tenge('20') })], '320')).toEqual([
      'IMPORT_VAT N1 300.00 ADVANCE',
      'IMPORT_VAT interest 20.00 ADVANCE',
    ]);
  });

  it('never uses money of one kind for another', () => {
    const duty = vat({
      kind: 'IMPORT_DUTY',
      ofKind: tenge('5000'),
      interest: NOTHING,
      interestOwed: NOTHING,
    });
    const both = { principal: tenge('2000'), interest: tenge('90') };
    expect(planned([duty, vat()], '1089', both)).toEqual(['ACCOUNT_MONEY_SHORT']);
  });

  it('leaves to a declaration what its own cover pays, and records what the account does not show', () => {
    const waits = vat({ sums: [{ document: 'D1', unpaid: tenge('1000'), payable: false }] });
    expect(planned([waits], '5000')).toEqual(['PAYMENT_ABOVE_WHAT_IS_OWED']);
    const unknown = vat({ sums: [], offAccount: tenge('1000'), interestOwed: NOTHING });
    expect(planned([unknown], '0')).toEqual([]);
  });
});

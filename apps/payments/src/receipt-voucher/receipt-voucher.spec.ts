import { Exact } from '@shekara/kernel';
import { fillVoucher, type VoucherGoods, type VoucherRate, type VoucherToFill } from './receipt-voucher.js';

const exact = (text: string) => new Exact(text);
const AGGREGATE: VoucherRate = {
  mode: 'AGGREGATE',
  dutyPercent: exact('20'),
  vatPercent: exact('12'),
  excise: exact('0'),
};
const PERSONAL: VoucherGoods = { kind: 'PERSONAL', declaredInWriting: true, value: exact('1000000') };
const POSTAL = {
  kind: 'POSTAL',
  needsGoodsDeclaration: false,
  valueInPostalPapers: exact('90000'),
  declaredValue: exact('70000'),
} as const;

function filled(changes: Partial<VoucherToFill>) {
  const decision = fillVoucher({
    goods: PERSONAL,
    naturalPerson: true,
    rate: AGGREGATE,
    filledByOfficer: true,
    on: '2025-09-02',
    ...changes,
  });
  if (!decision.accepted) return decision.reasons.map(({ code }) => code);
  const [voucher] = decision.events;
  return { base: voucher?.base.toString(), sum: voucher?.sum.toString(), copies: voucher?.copies };
}

describe('A customs receipt voucher', () => {
  it('is filled by an officer for personal goods declared in writing, one copy to the payer (R-PAY-109)', () => {
    expect(filled({})).toMatchObject({ copies: ['CUSTOMS', 'PAYER'] });
    expect(filled({ filledByOfficer: false })).toEqual(['VOUCHER_NEEDS_OFFICER']);
    expect(filled({ goods: { ...PERSONAL, declaredInWriting: false } })).toEqual([
      'VOUCHER_NOT_FOR_THESE_GOODS',
    ]);
  });

  it('is for post that needs no goods declaration (R-PAY-109)', () => {
    expect(filled({ goods: POSTAL })).toMatchObject({ base: '90000' });
    expect(filled({ goods: { ...POSTAL, needsGoodsDeclaration: true } })).toEqual([
      'VOUCHER_NOT_FOR_THESE_GOODS',
    ]);
  });

  it('is for personal goods of a natural person, and for post of anybody (art. 472.1)', () => {
    expect(filled({ naturalPerson: false })).toEqual(['PERSONAL_GOODS_OF_PERSON']);
    expect(filled({ naturalPerson: false, goods: POSTAL })).toMatchObject({ base: '90000' });
  });

  it('is not filled where nothing is payable', () => {
    expect(filled({ rate: { mode: 'UNIFORM', percent: exact('0') } })).toEqual(['VOUCHER_OWES_NOTHING']);
  });

  it('carries one aggregate payment equal to the sum by the ordinary rates, or the uniform rate (F-18, R-PAY-110)', () => {
    expect(filled({})).toMatchObject({ sum: '344000.00' });
    expect(filled({ rate: { mode: 'UNIFORM', percent: exact('30') } })).toMatchObject({ sum: '300000.00' });
    expect(filled({ rate: { ...AGGREGATE, excise: exact('10000') } })).toMatchObject({ sum: '355200.00' });
  });

  it('takes the value in the postal papers, or the declared one when that is higher (R-PAY-112)', () => {
    expect(filled({ goods: POSTAL })).toMatchObject({ base: '90000' });
    expect(filled({ goods: { ...POSTAL, declaredValue: exact('95000') } })).toMatchObject({ base: '95000' });
    expect(filled({ goods: { ...POSTAL, declaredValue: undefined } })).toMatchObject({ base: '90000' });
  });
});

import { type CommodityCode, Exact, parseCommodityCode } from '@shekara/kernel';
import {
  chargeOnRepair,
  foreignInputsOf,
  type ProcessingInput,
  rateDateOfUnprocessed,
  rateOfConsumptionProducts,
} from './processed-goods.js';

const exact = (text: string) => new Exact(text);

function code(text: string): CommodityCode {
  const parsed = parseCommodityCode(text);
  if (!parsed) throw new Error(`${text} is no commodity code`);
  return parsed;
}

describe('A vehicle repaired abroad', () => {
  const repair = {
    productsValue: exact('30000000'),
    valueSentOut: exact('25000000'),
    costOfProcessing: exact('6000000'),
  };
  const charged = (onFreeList: boolean, underOutsideProcessing: boolean) =>
    chargeOnRepair(
      { onFreeList, underOutsideProcessing, repair },
      { adValoremPercent: exact('5') },
      exact('12'),
    );

  it('is charged on the cost of a repair beyond the free list, as a product of outside processing (R-PAY-235)', () => {
    const { duty, vat } = charged(false, false) ?? {};
    expect([duty?.toString(), vat?.toString()]).toEqual(['300000.00', '720000.00']);
  });

  it('bears nothing here for a repair on the free list or under the procedure (R-PAY-235)', () => {
    expect([charged(true, false), charged(false, true)]).toEqual([undefined, undefined]);
  });
});

describe('Products of inside processing', () => {
  const products = {
    quantity: exact('400'),
    yieldNorm: exact('0.8'),
    placed: { quantity: exact('1000'), customsValue: exact('5200000') },
    processingRegisteredOn: '2025-09-02',
  };

  it('are charged on the foreign inputs by the yield norm, at the day of the processing registration (R-PAY-236)', () => {
    const { quantity, customsValue, rateDate } = foreignInputsOf(products);
    expect([quantity.toString(), customsValue.toString(), rateDate]).toEqual([
      '500',
      '2600000',
      '2025-09-02',
    ]);
  });

  it('cannot hold more than was placed', () => {
    expect(() => foreignInputsOf({ ...products, quantity: exact('801') })).toThrow(RangeError);
    expect(() => foreignInputsOf({ ...products, yieldNorm: exact('0') })).toThrow(RangeError);
  });
});

describe('Processing for domestic consumption', () => {
  const input = (text: string, origin: string, value: string): ProcessingInput => ({
    commodityCode: code(text),
    origin,
    value: exact(value),
  });

  it('charges goods left unprocessed at the rates of the processing registration (R-PAY-238)', () => {
    expect(rateDateOfUnprocessed('2025-09-02')).toBe('2025-09-02');
  });

  it('takes the most-favoured rate for products of another four-digit code (R-PAY-238)', () => {
    const inputs = [input('0101210000', 'XA', '900'), input('0101291000', 'XB', '100')] as const;
    expect(rateOfConsumptionProducts(code('0102211000'), [...inputs])).toEqual({ regime: 'MOST_FAVOURED' });
  });

  it('else takes the origin of the inputs with the highest value together (R-PAY-238)', () => {
    const inputs = [
      input('0101210000', 'XA', '500'),
      input('0101291000', 'XB', '300'),
      input('0101299000', 'XB', '300'),
    ] as const;
    expect(rateOfConsumptionProducts(code('0101300000'), [...inputs])).toEqual({
      regime: 'BY_ORIGIN',
      origin: 'XB',
    });
  });
});

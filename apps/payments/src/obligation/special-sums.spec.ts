import { Exact, Money } from '@shekara/kernel';
import {
  cappedConsumptionSum,
  consumptionAfterTemporaryImport,
  differenceToTrueData,
  dutyOnProcessedProducts,
  EXEMPTION_KINDS,
  type ExemptionKind,
  fullSumOfCap,
  monthsTouched,
  partialTemporaryImportSum,
  sumOnUnknownGoods,
  taxesOnProcessedProducts,
} from './special-sums.js';

const tenge = (amount: string) => Money.ofTenge(amount);

describe('sums of their own articles', () => {
  it('caps consumption after another procedure at the full sum, growth of rates aside (R-PAY-041, F-09)', () => {
    const sums = {
      payable: new Exact(1_000_000),
      paidEarlier: new Exact(300_000),
      fullSum: new Exact(1_000_000),
      growthFromRates: new Exact(0),
    };
    expect(cappedConsumptionSum(sums).toString()).toBe('700000.00');
    expect(cappedConsumptionSum({ ...sums, growthFromRates: new Exact(50_000) }).toString()).toBe(
      '750000.00',
    );
    expect(cappedConsumptionSum({ ...sums, payable: new Exact(600_000) }).toString()).toBe('600000.00');
    expect(cappedConsumptionSum({ ...sums, paidEarlier: new Exact(1_200_000) }).toString()).toBe('0.00');
  });

  it('leaves concessions and tax reliefs out of the cap, and neither preferences nor fee reliefs (R-PAY-020, R-PAY-041)', () => {
    const takenOff = (by: ExemptionKind) => [{ by, amount: new Exact(200_000) }];
    const payable = new Exact(800_000);
    expect(Object.keys(EXEMPTION_KINDS)).toHaveLength(4);
    expect(fullSumOfCap(payable, takenOff('TARIFF_CONCESSION')).toNumber()).toBe(1_000_000);
    expect(fullSumOfCap(payable, takenOff('TAX_RELIEF')).toNumber()).toBe(1_000_000);
    expect(fullSumOfCap(payable, takenOff('TARIFF_PREFERENCE')).toNumber()).toBe(800_000);
    expect(fullSumOfCap(payable, takenOff('FEE_RELIEF')).toNumber()).toBe(800_000);
    const both = [...takenOff('TARIFF_CONCESSION'), ...takenOff('TARIFF_PREFERENCE')];
    const sums = { payable: new Exact(1_100_000), paidEarlier: new Exact(0), growthFromRates: new Exact(0) };
    expect(cappedConsumptionSum({ ...sums, fullSum: fullSumOfCap(payable, both) }).toString()).toBe(
      '1000000.00',
    );
  });

  it('takes 3 % for each calendar month touched and stops at the full sum without reliefs (R-PAY-054, F-10)', () => {
    const sum = (first: string, last: string) =>
      partialTemporaryImportSum({
        fullSum: new Exact(2_400_000),
        fullSumWithoutReliefs: new Exact(2_400_000),
        months: monthsTouched(first, last),
        percentAMonth: new Exact(3),
      }).toFixed();
    expect(monthsTouched('2025-01-20', '2025-04-05')).toBe(4);
    expect(sum('2025-01-20', '2025-04-05')).toBe('288000');
    expect(sum('2025-01-20', '2027-09-01')).toBe('2376000');
    expect(sum('2025-01-20', '2029-01-01')).toBe('2400000');
    expect(() => monthsTouched('2025-02-01', '2025-01-31')).toThrow(RangeError);
  });

  it('deducts the parts that the same declarant paid from the temporary import day sum (R-PAY-232, F-24)', () => {
    const parts = [{ by: 'A', amount: tenge('1056000') }];
    expect(consumptionAfterTemporaryImport(tenge('7040000'), 'A', parts).toString()).toBe('5984000.00');
    expect(consumptionAfterTemporaryImport(tenge('7040000'), 'B', parts).toString()).toBe('7040000.00');
  });

  it('charges products of outside processing on the cost, or on the value added when it is not known (R-PAY-233, F-23)', () => {
    const products = {
      productsValue: new Exact(30_000_000),
      valueSentOut: new Exact(25_000_000),
      costOfProcessing: new Exact(6_000_000),
      repaired: false,
    };
    const adValorem = { adValoremPercent: new Exact(5) };
    expect(dutyOnProcessedProducts(products, adValorem).toString()).toBe('300000.00');
    expect(dutyOnProcessedProducts({ ...products, costOfProcessing: undefined }, adValorem).toString()).toBe(
      '250000.00',
    );
    expect(dutyOnProcessedProducts(products, { specificDutyOnProducts: new Exact(400_000) }).toString()).toBe(
      '80000.00',
    );
  });

  it('charges VAT on the same cost and excise in full, none after a repair (R-PAY-234, F-23)', () => {
    const products = {
      productsValue: new Exact(30_000_000),
      valueSentOut: new Exact(25_000_000),
      costOfProcessing: new Exact(6_000_000),
      repaired: false,
    };
    const taxes = taxesOnProcessedProducts(products, new Exact(12), tenge('90000'));
    expect([taxes.vat.toString(), taxes.excise.toString()]).toEqual(['720000.00', '90000.00']);
    expect(
      taxesOnProcessedProducts(
        { ...products, repaired: true },
        new Exact(12),
        tenge('90000'),
      ).excise.toString(),
    ).toBe('0.00');
  });

  it('takes the highest rate on unknown goods and settles the difference when facts arrive (R-PAY-046, F-19)', () => {
    const charged = sumOnUnknownGoods(new Exact(1_000_000), [new Exact(5), new Exact(30), new Exact(15)]);
    expect(charged.toString()).toBe('300000.00');
    expect(differenceToTrueData(tenge('150000'), charged).refundable.toString()).toBe('150000.00');
  });

  it('charges a false declaration on true data less what was paid; an excess is refundable (R-PAY-047, F-20, worked case 27)', () => {
    expect(differenceToTrueData(tenge('900000'), tenge('650000')).toPay.toString()).toBe('250000.00');
    const excess = differenceToTrueData(tenge('600000'), tenge('650000'));
    expect([excess.toPay.toString(), excess.refundable.toString()]).toEqual(['0.00', '50000.00']);
  });
});

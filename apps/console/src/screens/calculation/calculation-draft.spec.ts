import { calculationBody, emptyCalculation, emptyItem, withAnotherItem } from './calculation-draft.js';

describe('the goods of a calculation', () => {
  it('are numbered as they stand, with numbers as people write them', () => {
    const first = {
      ...emptyItem(3),
      commodityCode: '8483 40 21 00',
      amount: '20 000,50',
      currency: ' eur ',
      netWeightKg: '500',
    };
    const second = {
      ...emptyItem(1),
      ...{ commodityCode: '2203001000', quantity: '12,5', unit: 'ltr', originCountry: 'ke' },
      ...{ preference: 'pref_developing', originProved: 'YES' as const },
    };
    expect(calculationBody({ procedure: '40', registeredOn: '', items: [first, second] })).toEqual({
      procedure: '40',
      items: [
        {
          number: 1,
          commodityCode: '8483402100',
          customsValue: { amount: '20000.50', currency: 'EUR' },
          netWeightKg: '500',
        },
        {
          number: 2,
          commodityCode: '2203001000',
          netWeightKg: '',
          quantities: [{ unit: 'LTR', amount: '12.5' }],
          originCountry: 'KE',
          preference: 'PREF_DEVELOPING',
          originProved: true,
        },
      ],
    });
  });

  it('keep their keys apart however rows come and go', () => {
    const three = withAnotherItem(withAnotherItem(emptyCalculation()));
    const [, , last] = three.items;
    const left = withAnotherItem({ ...three, items: last ? [last] : [] });
    expect(left.items.map(({ key }) => key)).toEqual([3, 4]);
    expect(calculationBody({ ...left, registeredOn: '2026-03-10' }).registeredOn).toBe('2026-03-10');
  });
});

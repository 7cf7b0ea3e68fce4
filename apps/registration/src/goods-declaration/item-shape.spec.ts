import { itemShapeFaults } from './item-shape.js';
import { item } from './worked-cases.fixture.js';

function faultsOf(...items: readonly unknown[]): string[] {
  return itemShapeFaults(items).map(({ pointer, unknown }) => `${unknown ? 'UNKNOWN ' : ''}${pointer}`);
}

describe('the shape of goods items', () => {
  it('takes a complete item, and one in which everything is missing: that is for the law to refuse', () => {
    expect(faultsOf(item(1), {}, item(3, { payments: [{ kind: 'VAT', amount: '1.00' }] }))).toEqual([]);
  });

  it('takes more items than the law allows, but not without end (R-DEC-041)', () => {
    expect(faultsOf(...Array.from({ length: 2_000 }, () => ({})))).toEqual([]);
    expect(faultsOf(...Array.from({ length: 2_001 }, () => ({})))).toEqual(['/items']);
    expect(itemShapeFaults(undefined)).toHaveLength(1);
    expect(itemShapeFaults({ 0: {} })).toHaveLength(1);
  });

  it('names every field that does not exist, by its pointer', () => {
    expect(faultsOf({ colour: 'blue', 'a/b~c': 1 }, { preference: { fees: '00' } })).toEqual([
      'UNKNOWN /items/0/colour',
      'UNKNOWN /items/0/a~1b~0c',
      'UNKNOWN /items/1/preference/fees',
    ]);
  });

  it.each([
    ['an item that is none', null, '/items/0'],
    ['a list in place of an item', [], '/items/0'],
    ['null in place of an absent field', { model: null }, '/items/0/model'],
    ['a number in place of a decimal text', { netKg: 5 }, '/items/0/netKg'],
    ['a text in place of a number', { itemNumber: '1' }, '/items/0/itemNumber'],
    ['a text that is too long', { description: 'x'.repeat(1001) }, '/items/0/description'],
    ['a text with NUL', { description: 'a\u0000b' }, '/items/0/description'],
    ['half a character', { description: '\ud800' }, '/items/0/description'],
    ['a list in place of packages', { packages: [[]] }, '/items/0/packages/0'],
    ['a container that is no text', { containerNumbers: [3] }, '/items/0/containerNumbers/0'],
    [
      'a kind of payment that does not exist',
      { payments: [{ kind: 'TAX', amount: '1' }] },
      '/items/0/payments/0/kind',
    ],
    ['a payment without its amount', { payments: [{ kind: 'VAT' }] }, '/items/0/payments/0/amount'],
  ])('does not take %s', (_what, given, pointer) => {
    expect(faultsOf(given)).toEqual([pointer]);
  });
});

import { Exact } from '@shekara/kernel';
import { quantityIn } from './quantity.js';

const quantities = [
  { unit: 'MIL', amount: new Exact(5) },
  { unit: 'NPR', amount: new Exact(7) },
];

describe('The quantity that a specific rate is counted in (art. 124.2)', () => {
  it.each([
    ['KGM', '2000'],
    ['TNE', '2'],
    ['PCE', '5000'],
    ['MIL', '5'],
    ['CEN', '50'],
    ['NPR', '7'],
    ['LTR', undefined],
    ['CMQ', undefined],
    ['LPA', undefined],
  ])('of 2,000 kg, 5 MIL and 7 NPR in %s: %s', (unit, amount) => {
    expect(quantityIn(unit, { netWeightKg: new Exact(2000), quantities })?.toString()).toBe(amount);
  });

  it('is the one declared in that very unit before one that would have to be converted', () => {
    const both = [{ unit: 'PCE', amount: new Exact(4999) }, ...quantities];
    expect(quantityIn('MIL', { netWeightKg: new Exact(1), quantities: both })?.toString()).toBe('5');
    expect(quantityIn('PCE', { netWeightKg: new Exact(1), quantities: both })?.toString()).toBe('4999');
  });

  it('never turns litres of goods into the displacement of an engine', () => {
    const litres = [{ unit: 'LTR', amount: new Exact(2) }];
    expect(quantityIn('CMQ', { netWeightKg: new Exact(1), quantities: litres })).toBeUndefined();
  });
});

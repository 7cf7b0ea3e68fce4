import { offencesThatCount, personCategory } from './person-category.js';
import type { PersonRecord } from './person-category.js';

describe('the category of a person (art. 62, 218(5))', () => {
  const lookBack = { oneYearBack: '2025-02-02', twoYearsBack: '2024-02-02' };
  const clean: PersonRecord = {
    inAeoRegister: false,
    customsDebt: false,
    unspentConviction: false,
    offences: [],
    tradingSince: '2024-02-02',
  };

  it.each([
    ['two years of trade and nothing against it', {}, 'LOW'],
    ['a day short of two years', { tradingSince: '2024-02-03' }, 'MEDIUM'],
    ['trade unknown', { tradingSince: undefined }, 'MEDIUM'],
    ['in the AEO register', { inAeoRegister: true, tradingSince: undefined }, 'AEO'],
    ['an AEO with a debt', { inAeoRegister: true, customsDebt: true }, 'HIGH'],
    ['a conviction', { unspentConviction: true }, 'HIGH'],
    ['an offence one year back to the day', { offences: ['2025-02-02'] }, 'HIGH'],
    ['an older offence', { offences: ['2025-01-20'] }, 'LOW'],
  ] as const)('%s', (_case, changes, category) => {
    expect(personCategory({ ...clean, ...changes }, lookBack)).toBe(category);
  });

  it('counts the offences of the last year only', () => {
    expect(
      offencesThatCount({ ...clean, offences: ['2025-01-20', '2025-02-02', '2025-12-01'] }, lookBack),
    ).toBe(2);
  });
});

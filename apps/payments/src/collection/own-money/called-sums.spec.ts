import { tenge } from '../collection.fixture.js';
import { calledSums } from './called-sums.js';

describe('what a security is called for', () => {
  const vat = { kind: 'IMPORT_VAT', principal: tenge('900'), penaltyInterest: tenge('10') } as const;

  it('is each secured kind with its interest, and no charge', () => {
    const charge = {
      kind: 'CHARGE_DECLARATION',
      principal: tenge('20'),
      penaltyInterest: tenge('1'),
    } as const;
    expect(calledSums([charge, vat], [{ kind: 'IMPORT_VAT', amount: tenge('900') }])).toEqual([vat]);
    expect(calledSums([vat], [{ kind: 'IMPORT_DUTY', amount: tenge('900') }])).toEqual([]);
  });

  it('is at most what was secured of the kind, with the interest on that share', () => {
    const sums = calledSums([vat], [{ kind: 'IMPORT_VAT', amount: tenge('300') }]);
    expect(sums).toEqual([{ kind: 'IMPORT_VAT', principal: tenge('300'), penaltyInterest: tenge('3.33') }]);
  });
});

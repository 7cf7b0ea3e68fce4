import { rateDateOf } from './rate-date.js';

describe('The day whose rates apply', () => {
  it('is the day of registration (R-PAY-039)', () => {
    expect(rateDateOf({ kind: 'ORDINARY', registeredOn: '2025-09-02' })).toBe('2025-09-02');
  });

  it('is the day of the payment where there is no declaration (R-PAY-040)', () => {
    expect(rateDateOf({ kind: 'WITHOUT_DECLARATION', paidOn: '2025-09-04' })).toBe('2025-09-04');
  });

  it.each(['PRELIMINARY', 'PERIODIC', 'TEMPORARY'] as const)(
    'is the day of the first declaration when that one was %s (R-PAY-050)',
    (kind) => {
      expect(rateDateOf({ kind, firstRegisteredOn: '2025-08-01' })).toBe('2025-08-01');
    },
  );

  describe('of goods released before declaration (R-PAY-051, worked case 10)', () => {
    const basis = {
      kind: 'RELEASE_BEFORE_DECLARATION',
      registeredOn: '2025-08-05',
      lastPermittedDay: '2025-08-11',
    } as const;

    it('is the registration of the declaration that got its release mark in time', () => {
      expect(rateDateOf({ ...basis, releaseMarkOn: '2025-08-11' })).toBe('2025-08-05');
    });

    it('is the last permitted day with a late mark or none', () => {
      expect(rateDateOf({ ...basis, releaseMarkOn: '2025-08-12' })).toBe('2025-08-11');
      expect(rateDateOf(basis)).toBe('2025-08-11');
    });
  });
});

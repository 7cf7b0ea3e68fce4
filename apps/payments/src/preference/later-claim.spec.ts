import { standardCalendar } from '@shekara/calendar';
import { laterClaimInTime } from './later-claim.js';

describe('a preference that is claimed later', () => {
  const calendar = standardCalendar();

  it('is in time until the same date of the next year, and not on the day after (R-PAY-028)', () => {
    expect(laterClaimInTime('2025-03-12', '2026-03-12', calendar)).toBe(true);
    expect(laterClaimInTime('2025-03-12', '2026-03-13', calendar)).toBe(false);
  });
});

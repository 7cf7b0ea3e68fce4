import { checkpointRoundTheClock, officeMondayToFriday, standardCalendar } from '@shekara/calendar';
import { arrivalControlTerm } from './arrival-control-term.js';

describe('the term of control at the place of arrival (design)', () => {
  const saturdayAt2210 = new Date('2026-03-07T17:10:00Z');

  it('is three hours by the clock for road and air, a Saturday night or not', () => {
    const office = checkpointRoundTheClock('55302');
    for (const mode of ['ROAD', 'AIR']) {
      const { endsAt } = arrivalControlTerm(mode, saturdayAt2210, office, standardCalendar());
      expect(endsAt.toISOString()).toBe('2026-03-07T20:10:00.000Z');
    }
  });

  it("is the end of the body's next working day for rail and water", () => {
    const office = officeMondayToFriday('55303', '09:00', '18:00');
    const { lastDay } = arrivalControlTerm('RAIL', saturdayAt2210, office, standardCalendar());
    expect(lastDay).toBe('2026-03-10');
  });
});

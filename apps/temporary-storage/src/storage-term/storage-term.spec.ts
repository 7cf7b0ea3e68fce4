import { checkpointRoundTheClock, officeMondayToFriday, standardCalendar } from '@shekara/calendar';
import fc from 'fast-check';
import { requestExtension } from './extension.js';
import { declaredInTime, extendedTerm, storageTerm } from './storage-term.js';

const calendar = standardCalendar();
const almaty = officeMondayToFriday('55001', '09:00', '18:00');
const khorgos = checkpointRoundTheClock('55302');
const at = (date: string, time: string) => calendar.instantOf(date, time);
const case1 = storageTerm('GENERAL', at('2026-01-14', '10:50'), almaty, calendar);

describe('the storage term (art. 268, F-TST-1, F-TST-2)', () => {
  it('runs two months from the day after registration, rolled to a working day of the body (worked case 1, R-TST-042, R-TST-043, R-TST-044)', () => {
    expect(case1.term).toMatchObject({
      firstDay: '2026-01-15',
      lastDay: '2026-03-16',
      shiftedFrom: '2026-03-14',
    });
    expect(case1.longest.lastDay).toBe('2026-05-14');
  });

  it('does not roll at a body open every day (worked case 2, R-TST-043)', () => {
    expect(storageTerm('GENERAL', at('2026-01-14', '10:50'), khorgos, calendar).term.lastDay).toBe(
      '2026-03-14',
    );
  });

  it('ends on the last day of a month that has no such day, then rolls (worked case 3, R-TST-043, R-TST-044)', () => {
    const { term, longest } = storageTerm('GENERAL', at('2025-12-31', '12:00'), almaty, calendar);
    expect(term.lastDay).toBe('2026-03-02');
    expect(longest.lastDay).toBe('2026-04-30');
  });

  it('gives mail at an exchange place six months in all (worked case 4, R-TST-044)', () => {
    const { term, longest } = storageTerm('MAIL_AT_EXCHANGE', at('2026-01-08', '12:00'), almaty, calendar);
    expect(term.lastDay).toBe('2026-03-10');
    expect(longest.lastDay).toBe('2026-07-08');
  });

  it('rolls over the Nauryz days off (worked case 5, R-TST-043)', () => {
    expect(storageTerm('GENERAL', at('2026-01-23', '12:00'), almaty, calendar).term.lastDay).toBe(
      '2026-03-26',
    );
  });

  it('gives goods stored again after transit a term of their own (worked case 25, R-TST-042, R-TST-043)', () => {
    const first = storageTerm('GENERAL', at('2026-03-02', '12:00'), khorgos, calendar);
    const second = storageTerm('GENERAL', at('2026-04-13', '12:00'), almaty, calendar);
    expect(first.term.lastDay).toBe('2026-05-02');
    expect(second.term).toMatchObject({ firstDay: '2026-04-14', lastDay: '2026-06-15' });
    expect(second.longest.lastDay).toBe('2026-08-13');
  });

  it('counts an electronic declaration until 23:59 and a paper one until the body closes (worked case 10, R-TST-057, R-TST-058)', () => {
    const electronic = { channel: 'ELECTRONIC' } as const;
    const paper = { channel: 'COUNTER', office: almaty } as const;
    expect(declaredInTime(case1.term, at('2026-03-16', '23:50'), electronic, calendar)).toBe(true);
    expect(declaredInTime(case1.term, at('2026-03-17', '00:00'), electronic, calendar)).toBe(false);
    expect(declaredInTime(case1.term, at('2026-03-16', '18:00'), paper, calendar)).toBe(true);
    expect(declaredInTime(case1.term, at('2026-03-16', '18:01'), paper, calendar)).toBe(false);
  });

  it('never ends before two months and never after the longest term (R-TST-043, R-TST-044)', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 700 }), fc.boolean(), (days, roundTheClock) => {
        const registered = new Date(Date.UTC(2024, 5, 1, 6) + days * 86_400_000);
        const { term, longest } = storageTerm(
          'GENERAL',
          registered,
          roundTheClock ? khorgos : almaty,
          calendar,
        );
        expect(term.lastDay >= (term.shiftedFrom ?? term.lastDay)).toBe(true);
        expect(calendar.isWorkingDay(term.lastDay, roundTheClock ? khorgos : almaty, true)).toBe(true);
        expect(term.lastDay < longest.lastDay).toBe(true);
        expect(term.firstDay).toBe(calendar.civilDate(new Date(registered.getTime() + 86_400_000)));
      }),
    );
  });
});

describe('extension of the storage term (art. 268.2)', () => {
  const request = { form: 'WRITTEN', requestedEnd: '2026-05-14', acceptsLess: false } as const;
  const facts = {
    entitled: true,
    inTime: true,
    lastDay: case1.term.lastDay,
    longestDay: case1.longest.lastDay,
    undecidedRequest: false,
  };

  function codes(asked: Parameters<typeof requestExtension>[0], of: Parameters<typeof requestExtension>[1]) {
    const decision = requestExtension(asked, of);
    return decision.accepted ? [] : decision.reasons.map(({ code }) => code);
  }

  it('takes a request up to the longest term, the last possible day included (worked case 7, R-TST-047)', () => {
    expect(requestExtension(request, facts)).toMatchObject({
      accepted: true,
      events: [{ newEnd: '2026-05-14', outcomeIfGranted: 'GRANTED' }],
    });
  });

  it('refuses a day beyond it, or cuts to it when the requester agrees (worked case 7, R-TST-047)', () => {
    const beyond = { ...request, requestedEnd: '2026-05-30' };
    expect(codes(beyond, facts)).toEqual(['STORAGE_EXTENSION_BEYOND_MAXIMUM']);
    expect(requestExtension({ ...beyond, acceptsLess: true }, facts)).toMatchObject({
      accepted: true,
      events: [{ newEnd: '2026-05-14', outcomeIfGranted: 'PARTLY' }],
    });
  });

  it('refuses a request that is not written or not entitled, with both reasons (R-TST-046)', () => {
    expect(codes({ ...request, form: 'ORAL' }, { ...facts, entitled: false })).toEqual([
      'STORAGE_EXTENSION_NOT_WRITTEN',
      'STORAGE_EXTENSION_NOT_ENTITLED',
    ]);
  });

  it('refuses a late request; the last day itself is in time, and so is the post of that day (worked case 8, R-TST-049)', () => {
    const lodged = (day: string, time: string) =>
      calendar.onTime(at(day, time), case1.term, { channel: 'ELECTRONIC' });
    expect(codes(request, { ...facts, inTime: lodged('2026-03-16', '23:59') })).toEqual([]);
    expect(codes(request, { ...facts, inTime: lodged('2026-03-17', '00:00') })).toEqual([
      'STORAGE_EXTENSION_LATE',
    ]);
    const posted = { channel: 'POST', postedAt: at('2026-03-16', '23:00') } as const;
    expect(
      codes(request, { ...facts, inTime: calendar.onTime(at('2026-03-20', '10:00'), case1.term, posted) }),
    ).toEqual([]);
  });

  it('allows several extensions while the longest term holds (R-TST-048)', () => {
    const first = extendedTerm('2026-04-10', almaty, calendar);
    const second = requestExtension(
      { ...request, requestedEnd: '2026-05-04' },
      { ...facts, lastDay: first.lastDay },
    );
    expect(first.lastDay).toBe('2026-04-10');
    expect(second).toMatchObject({ accepted: true, events: [{ newEnd: '2026-05-04' }] });
    expect(codes(request, { ...facts, lastDay: '2026-05-14' })).toEqual(['STORAGE_EXTENSION_NOT_LONGER']);
  });
});

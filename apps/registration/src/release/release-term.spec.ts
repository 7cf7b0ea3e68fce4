import fc from 'fast-check';
import type { OfficeCalendar } from '@shekara/calendar';
import { checkpointRoundTheClock } from '@shekara/calendar';
import { at, exampleCalendar, exampleOffice } from '../goods-declaration/worked-cases.fixture.js';
import type { ExtendReleaseTerm, ReleaseTermKind } from './release-term.js';
import {
  extendReleaseTerm,
  longestReleaseTerm,
  releaseTermKind,
  resumeReleaseTerm,
  startReleaseTerm,
} from './release-term.js';

const goods = {
  procedureCode: '10',
  preliminary: false,
  owesExportDuty: false,
  onTemporaryExportList: false,
};

function due(kind: ReleaseTermKind, startedAt: Date, office: OfficeCalendar = exampleOffice): Date {
  return startReleaseTerm(kind, startedAt, office, exampleCalendar).dueAt;
}

describe('the normal term: 1 working day (art. 297.1)', () => {
  it('ends at closing of the next working day (R-DEC-177, R-DEC-001, worked case 1)', () => {
    expect(due('NORMAL', at('2024-10-14', '10:20'))).toEqual(at('2024-10-15', '18:00'));
  });

  it('passes over a weekend (R-DEC-007, worked case 2)', () => {
    expect(due('NORMAL', at('2024-10-18', '16:00'))).toEqual(at('2024-10-21', '18:00'));
  });

  it('counts the Saturday on which a border office works (R-DEC-008, worked case 3)', () => {
    const borderOffice: OfficeCalendar = {
      ...exampleOffice,
      worksOnNonWorkingDays: true,
      exceptions: [{ date: '2024-10-19', hours: { open: '10:00', close: '16:00' } }],
    };
    expect(due('NORMAL', at('2024-10-18', '16:00'), borderOffice)).toEqual(at('2024-10-19', '16:00'));
  });

  it('passes over a holiday (R-DEC-007, worked case 4)', () => {
    expect(due('NORMAL', at('2024-10-24', '12:00'))).toEqual(at('2024-10-28', '18:00'));
  });

  it('is kept with its deadline, start and calendar version (R-DEC-010)', () => {
    const term = startReleaseTerm('NORMAL', at('2024-10-14', '10:20'), exampleOffice, exampleCalendar);
    expect(term).toMatchObject({
      deadline: 'DL-03',
      article: 'art. 297.1',
      startedAt: at('2024-10-14', '10:20'),
    });
    expect(term.counted.calendarVersion).toContain('worked-cases');
  });
});

describe('the 4 hours of export without export duty (art. 297.1)', () => {
  it.each([
    ['worked case 5, enough time', '2024-10-15', '11:00', '2024-10-15', '15:00'],
    ['exactly 4 hours left', '2024-10-15', '14:00', '2024-10-15', '18:00'],
    ['one second less than 4 hours left', '2024-10-15', '14:00:01', '2024-10-16', '13:00'],
    ['worked case 6, late', '2024-10-15', '16:10', '2024-10-16', '13:00'],
    ['after closing on a Saturday', '2024-10-19', '22:00', '2024-10-21', '13:00'],
    ['before opening', '2024-10-16', '07:30', '2024-10-16', '13:00'],
    ['seconds before opening', '2024-10-16', '08:59:30', '2024-10-16', '13:00'],
    ['counted from the stored second', '2024-10-15', '11:00:30', '2024-10-15', '15:00:30'],
  ])('%s (R-DEC-178, R-DEC-179, F-04)', (_, day, time, dueDay, dueTime) => {
    expect(due('EXPORT_WITHOUT_DUTY', at(day, time))).toEqual(at(dueDay, dueTime));
  });

  it('run by the clock at a body open round the clock (R-DEC-009, F-04)', () => {
    const checkpoint = checkpointRoundTheClock('55302');
    expect(due('EXPORT_WITHOUT_DUTY', at('2024-10-19', '22:00'), checkpoint)).toEqual(
      at('2024-10-20', '02:00'),
    );
  });

  it('are for export without duty and listed temporary export only (R-DEC-178, worked case 7)', () => {
    const kind = (fields: Partial<typeof goods>) => releaseTermKind({ ...goods, ...fields });
    expect(kind({})).toBe('EXPORT_WITHOUT_DUTY');
    expect(kind({ procedureCode: '23', onTemporaryExportList: true })).toBe('EXPORT_WITHOUT_DUTY');
    expect(kind({ owesExportDuty: true })).toBe('NORMAL');
    expect(kind({ procedureCode: '23' })).toBe('NORMAL');
    expect(kind({ procedureCode: '40' })).toBe('NORMAL');
    expect(due('NORMAL', at('2024-10-15', '11:00'))).toEqual(at('2024-10-16', '18:00'));
  });
});

describe('the term of a preliminary declaration (art. 297.2)', () => {
  it('runs from the day of presentation (R-DEC-180, worked case 12)', () => {
    expect(releaseTermKind({ ...goods, procedureCode: '40', preliminary: true })).toBe('PRELIMINARY');
    expect(due('PRELIMINARY', at('2024-09-20', '12:00'))).toEqual(at('2024-09-23', '18:00'));
  });
});

describe('extension (art. 297.4)', () => {
  const term = startReleaseTerm('NORMAL', at('2024-10-14', '10:20'), exampleOffice, exampleCalendar);
  const byHead: ExtendReleaseTerm = {
    newLastDay: '2024-10-29',
    control: 'examination',
    signedBy: 'head',
    signedAs: 'HEAD',
    signedAt: at('2024-10-15', '17:00'),
  };
  const extend = (fields: Partial<ExtendReleaseTerm>) => {
    const decision = extendReleaseTerm(term, { ...byHead, ...fields }, exampleOffice, exampleCalendar);
    return decision.accepted ? decision.events[0]?.term.dueAt : decision.reasons.map(({ code }) => code);
  };

  it('goes to the 10th working day at most; the next day is refused (R-DEC-181, R-DEC-182, worked case 8)', () => {
    expect(longestReleaseTerm(term, exampleOffice, exampleCalendar).lastDay).toBe('2024-10-29');
    expect(extend({})).toEqual(at('2024-10-29', '18:00'));
    expect(extend({ newLastDay: '2024-10-30' })).toEqual(['EXTENSION_BEYOND_TEN_WORKING_DAYS']);
  });

  it('is by head, deputy or acting, before the term ends, and names the control (R-DEC-181)', () => {
    expect(extend({ signedAs: 'DEPUTY' })).toEqual(at('2024-10-29', '18:00'));
    expect(extend({ signedAs: 'OFFICER', control: ' ', signedAt: at('2024-10-15', '18:01') })).toEqual([
      'EXTENSION_AFTER_TERM',
      'EXTENSION_NOT_BY_HEAD',
      'EXTENSION_WITHOUT_CONTROL',
    ]);
  });
});

describe('suspension (art. 297.3)', () => {
  const term = startReleaseTerm('NORMAL', at('2024-10-14', '10:20'), exampleOffice, exampleCalendar);

  it('leaves at resumption what was left at suspension (R-DEC-183)', () => {
    const resume = (suspendedAt: Date, resumedAt: Date) =>
      resumeReleaseTerm(term, suspendedAt, resumedAt, exampleOffice, exampleCalendar).dueAt;
    expect(resume(at('2024-10-15', '15:00'), at('2024-10-28', '10:00'))).toEqual(at('2024-10-28', '13:00'));
    expect(resume(at('2024-10-14', '16:00'), at('2024-10-28', '17:00'))).toEqual(at('2024-10-30', '10:00'));
  });

  it('changes nothing when it lasts no time, whenever it comes (R-DEC-183)', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 31 * 60 }), (minutes) => {
        const moment = new Date(term.startedAt.getTime() + minutes * 60_000);
        fc.pre(moment <= term.dueAt);
        expect(resumeReleaseTerm(term, moment, moment, exampleOffice, exampleCalendar).dueAt).toEqual(
          term.dueAt,
        );
      }),
    );
  });
});

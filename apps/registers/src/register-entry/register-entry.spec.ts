import { officeMondayToFriday, standardCalendar } from '@shekara/calendar';
import type { Decision } from '@shekara/kernel';
import {
  decideExclusion,
  decideResumption,
  decideSuspension,
  type Exclusion,
  type RegisterEntry,
  type RegisterEntryEvent,
} from './register-entry.js';
import { almaty, headOrder, territorialOrder, warehouse } from './register-case.fixture.js';
import {
  exclusionNoticeTerm,
  firstDayOfReapplication,
  reviewTerm,
  suspensionDecisionTerm,
  suspensionNoticeTerm,
} from './register-terms.js';

const calendar = standardCalendar();
const counting = { calendar, office: officeMondayToFriday('55001', '09:00', '18:00') };
const included = (register: RegisterEntry['register']): RegisterEntry => ({ register, status: 'INCLUDED' });

function codesOf(decision: Decision<RegisterEntryEvent>): string[] {
  return decision.accepted ? [] : decision.reasons.map(({ code }) => code);
}

describe('terms of register procedures', () => {
  it('reviews 15 calendar days from registration (R-REG-225, worked cases 1, 2, 13)', () => {
    const due = (register: 'REP' | 'TSW', day: string) =>
      reviewTerm(register, { submittedAt: almaty(day), registeredAt: almaty(day) }, counting).lastDay;
    expect(due('REP', '2026-03-02')).toBe('2026-03-17');
    expect(due('REP', '2026-03-18')).toBe('2026-04-02');
    expect(due('TSW', '2026-04-10')).toBe('2026-04-27');
  });

  it('reviews a carrier from submission (R-REG-105, worked case 8)', () => {
    const application = { submittedAt: almaty('2026-03-06'), registeredAt: almaty('2026-03-10') };
    expect(reviewTerm('CARRIER', application, counting)).toMatchObject({
      lastDay: '2026-03-26',
      shiftedFrom: '2026-03-21',
    });
    expect(reviewTerm('REP', application, counting)).toMatchObject({
      lastDay: '2026-03-26',
      shiftedFrom: '2026-03-25',
    });
  });

  it('tells of an exclusion in 5 working days (R-REG-049, worked cases 5, 7)', () => {
    expect(exclusionNoticeTerm('CARRIER', almaty('2026-03-19'), counting).lastDay).toBe('2026-03-31');
    const term = exclusionNoticeTerm('REP', almaty('2026-04-03'), counting);
    expect(term.lastDay).toBe('2026-04-10');
    expect(term.endsAt).toEqual(almaty('2026-04-10', '18:00'));
  });

  it('lets a year pass before a new application (worked cases 5, 6, F3)', () => {
    expect(firstDayOfReapplication('REP', almaty('2025-03-14'), calendar)).toBe('2026-03-17');
    expect(firstDayOfReapplication('REP', almaty('2026-04-03'), calendar)).toBe('2027-04-06');
  });

  it('decides and tells of a suspension in 10 working days each (R-REG-228, worked case 14)', () => {
    expect(suspensionDecisionTerm(almaty('2026-04-20'), counting).lastDay).toBe('2026-05-05');
    expect(suspensionNoticeTerm(almaty('2026-04-24', '15:00'), counting).lastDay).toBe('2026-05-13');
  });
});

describe('suspension (art. 42)', () => {
  const order = territorialOrder(almaty('2026-04-24', '15:00'));
  const notice = almaty('2026-04-20');

  it("suspends on the owner's notice and sets the last day for the goods (R-REG-117, worked case 14)", () => {
    const until = (day: string) =>
      decideSuspension(included('TSW'), { ownerNoticeRegisteredAt: notice, until: day }, order, calendar);
    expect(until('2026-10-27')).toEqual({
      accepted: true,
      events: [{ type: 'EntrySuspended', until: '2026-10-27', goodsOutBy: '2026-05-25' }],
    });
    expect(codesOf(until('2026-10-28'))).toEqual(['SUSPENSION_TOO_LONG']);
    expect(codesOf(until('2026-04-23'))).toEqual(['SUSPENSION_TOO_LONG']);
  });

  it("refuses without the owner's own notice (R-REG-116, worked case 15)", () => {
    expect(codesOf(decideSuspension(included('TSW'), { until: '2026-06-01' }, order, calendar))).toEqual([
      'OWNER_NOTICE_MISSING',
    ]);
  });

  it('is not offered to representatives and carriers (R-REG-071)', () => {
    for (const register of ['REP', 'CARRIER'] as const) {
      const suspension = { ownerNoticeRegisteredAt: notice, until: '2026-06-01' };
      expect(codesOf(decideSuspension(included(register), suspension, order, calendar))).toEqual([
        'SUSPENSION_NOT_IN_REGISTER',
      ]);
    }
  });

  it('is signed by the territorial head, of an included entry (R-REG-035)', () => {
    const suspension = { ownerNoticeRegisteredAt: notice, until: '2026-06-01' };
    const suspended: RegisterEntry = { register: 'TSW', status: 'SUSPENDED' };
    const decision = decideSuspension(suspended, suspension, headOrder(order.signedAt), calendar);
    expect(codesOf(decision)).toEqual(['REGISTER_ENTRY_NOT_INCLUDED', 'ORDER_SIGNER_NOT_HEAD']);
  });
});

describe('resumption (art. 42.5)', () => {
  const suspended: RegisterEntry = { register: 'TSW', status: 'SUSPENDED' };
  const order = territorialOrder(almaty('2026-06-22'));
  const facts = { ...warehouse('2026-06-15'), ownerNoticeRegisteredAt: almaty('2026-06-15') };

  it("tests every condition as of the day of the owner's notice, debts and offences too (R-REG-120)", () => {
    expect(decideResumption(suspended, facts, order, calendar)).toEqual({
      accepted: true,
      events: [{ type: 'EntryResumed' }],
    });
    const offences = [{ article: 411, inForceOn: '2025-06-15' }];
    expect(
      codesOf(decideResumption(suspended, { ...facts, unpaidCustomsDebt: true, offences }, order, calendar)),
    ).toEqual(['COND_CUSTOMS_DEBT', 'COND_ADMIN_OFFENCE']);
    const nextDay = { ...facts, offences, ownerNoticeRegisteredAt: almaty('2026-06-16') };
    expect(codesOf(decideResumption(suspended, nextDay, order, calendar))).toEqual([]);
  });

  it("refuses without the owner's notice and for an entry that is not suspended (R-REG-120)", () => {
    const without = { ...facts, ownerNoticeRegisteredAt: undefined };
    expect(codesOf(decideResumption(included('TSW'), without, order, calendar))).toEqual([
      'REGISTER_ENTRY_NOT_SUSPENDED',
      'OWNER_NOTICE_MISSING',
    ]);
  });
});

describe('exclusion (art. 28, 36, 43)', () => {
  const order = headOrder(almaty('2026-04-03'));

  function exclude(
    register: RegisterEntry['register'],
    exclusion: Omit<Exclusion, 'cause' | 'transformation'>,
  ) {
    return decideExclusion(
      included(register),
      { cause: 'as found', transformation: false, ...exclusion },
      order,
      calendar,
    );
  }

  it('excludes for a lost condition with the article of the register and a wait (R-REG-050, worked case 5)', () => {
    const decision = exclude('REP', { ground: 'EX_CONDITION_LOST', provision: '26.1' });
    expect(decision).toMatchObject({
      accepted: true,
      events: [
        {
          type: 'PersonExcluded',
          ground: { code: 'EX_CONDITION_LOST', article: 'art. 28.1.1', parameters: { provision: '26.1' } },
          reapplyFrom: '2027-04-06',
        },
      ],
    });
  });

  it('waits after leaving by choice, not after liquidation or reorganization', () => {
    const wait = (ground: Exclusion['ground']) =>
      (['REP', 'CARRIER', 'TSW'] as const).map((register) => {
        const decision = exclude(register, { ground });
        return decision.accepted && 'reapplyFrom' in (decision.events[0] ?? {});
      });
    expect(wait('EX_OWN_APPLICATION')).toEqual([true, true, true]);
    expect(wait('EX_LIQUIDATION')).toEqual([false, false, false]);
    expect(wait('EX_REORGANIZATION')).toEqual([false, false, false]);
  });

  it('knows only listed grounds: breach of duties excludes no representative (R-REG-048, R-REG-072)', () => {
    expect(codesOf(exclude('REP', { ground: 'EX_DUTY_BREACH', provision: '30.6' }))).toEqual([
      'EXCLUSION_GROUND_UNKNOWN',
    ]);
  });

  it('never excludes for a debt or offence that arose after inclusion (worked case 11)', () => {
    const lost = (register: 'CARRIER' | 'TSW', provision: string) =>
      codesOf(exclude(register, { ground: 'EX_CONDITION_LOST', provision }));
    for (const provision of ['34.5', '34.6', '34.1']) {
      expect(lost('CARRIER', provision)).toEqual(['EXCLUSION_PROVISION_NOT_LISTED']);
    }
    for (const provision of ['40.1.3', '40.1.4']) {
      expect(lost('TSW', provision)).toEqual(['EXCLUSION_PROVISION_NOT_LISTED']);
    }
    expect(lost('CARRIER', '34.7')).toEqual([]);
  });

  it('never excludes a carrier for a late change notice or broken secrecy (R-REG-108), nor a warehouse for not telling depositors (R-REG-122, worked case 16)', () => {
    const breach = (register: 'CARRIER' | 'TSW', provision: string) =>
      codesOf(exclude(register, { ground: 'EX_DUTY_BREACH', provision }));
    expect(breach('CARRIER', '37.4')).toEqual(['EXCLUSION_PROVISION_NOT_LISTED']);
    expect(breach('CARRIER', '37.5')).toEqual(['EXCLUSION_PROVISION_NOT_LISTED']);
    expect(breach('TSW', '44.6')).toEqual(['EXCLUSION_PROVISION_NOT_LISTED']);
    expect(breach('TSW', '44.8')).toEqual([]);
    expect(breach('CARRIER', '37.3')).toEqual([]);
  });

  it('is no consequence of a transformation in these registers', () => {
    for (const register of ['REP', 'CARRIER', 'TSW'] as const) {
      const exclusion = { ground: 'EX_REORGANIZATION' as const, transformation: true, cause: 'LLP to JSC' };
      expect(codesOf(decideExclusion(included(register), exclusion, order, calendar))).toEqual([
        'TRANSFORMATION_IS_NO_GROUND',
      ]);
    }
  });

  it('gives the goods of an excluded warehouse 30 calendar days, rolled (R-REG-205)', () => {
    const decision = exclude('TSW', { ground: 'EX_OWN_APPLICATION' });
    expect(decision).toMatchObject({ accepted: true, events: [{ goodsOutBy: '2026-05-04' }] });
  });

  it('is signed by the head of the authorized body, once (R-REG-035)', () => {
    const excluded: RegisterEntry = { register: 'CARRIER', status: 'EXCLUDED' };
    const exclusion = { ground: 'EX_LIQUIDATION' as const, transformation: false, cause: 'wound up' };
    expect(codesOf(decideExclusion(excluded, exclusion, territorialOrder(order.signedAt), calendar))).toEqual(
      ['REGISTER_ENTRY_EXCLUDED', 'ORDER_SIGNER_NOT_HEAD'],
    );
  });
});

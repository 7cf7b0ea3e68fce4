import { officeMondayToFriday, standardCalendar } from '@shekara/calendar';
import { Money } from '@shekara/kernel';
import { decideSecurity, earliestEnd, registrationTerm } from './security.js';
import type { Judgement, Pledge, SecurityApplication, SecurityMethod } from './security-application.js';

const calendar = standardCalendar();
const tenge = (text: string) => Money.ofTenge(text);

/** A judgement that finds everything in order, whatever the method. */
const GOOD: Judgement = {
  issuerInRegister: true,
  contentLawful: true,
  suretyAllowed: true,
  suretyBacked: true,
  cashReceived: true,
  reportValid: true,
  liquid: true,
};

const pledge: Pledge = {
  appliedOn: '2026-02-02',
  reportOn: '2026-01-18',
  marketValue: tenge('12900000'),
  saleExpenses: tenge('900000'),
  insuredTo: '2027-01-01',
  civilRegistration: 'Z-1',
};

function single(method: SecurityMethod, changes: Partial<SecurityApplication> = {}): SecurityApplication {
  const issued = method !== 'CASH' && method !== 'PLEDGE';
  return {
    method,
    kind: 'SINGLE',
    principal: '980540000397',
    ...(issued ? { guarantor: '050640001236' } : {}),
    acceptingBody: '55302',
    bodyScope: 'SINGLE_BODY',
    amount: tenge('10400000'),
    currency: 'KZT',
    validFrom: '2026-03-02',
    validTo: '2026-05-29',
    document: { number: 'G-1', date: '2026-03-02' },
    obligation: { dutiesAndTaxes: tenge('10400000'), dueOn: '2026-04-29', controllingBody: '55302' },
    ...(method === 'PLEDGE' ? { pledge } : {}),
    ...changes,
  };
}

function general(method: SecurityMethod, changes: Partial<SecurityApplication> = {}): SecurityApplication {
  return single(method, {
    kind: 'GENERAL',
    obligation: undefined,
    obligationsDueBy: '2026-04-29',
    ...changes,
  });
}

function codes(application: SecurityApplication, judgement: Judgement | undefined = GOOD): string[] {
  const decision = decideSecurity(application, judgement, false, calendar);
  return decision.accepted ? [] : decision.reasons.map(({ code }) => code);
}

describe('the end of a security (art. 144.3)', () => {
  it('leaves five working days after the obligation for the demand (R-GUA-072, F-GUA-9, worked case 8)', () => {
    expect(earliestEnd('2026-04-29', calendar)).toBe('2026-05-08');
    expect(codes(single('BANK_GUARANTEE', { validTo: '2026-04-29' }))).toEqual(['TERM_TOO_SHORT']);
    expect(codes(single('INSURANCE', { validTo: '2026-05-07' }))).toEqual(['TERM_TOO_SHORT']);
    expect(codes(single('BANK_GUARANTEE', { validTo: '2026-05-08' }))).toEqual([]);
  });

  it('refuses a guarantee that ends before the obligation (R-GUA-071)', () => {
    expect(codes(single('BANK_GUARANTEE', { validTo: '2026-04-28' }))).toEqual([
      'BG_TERM_TOO_SHORT',
      'TERM_TOO_SHORT',
    ]);
  });

  it('refuses a suretyship that ends on the day itself; backing is another ground (R-GUA-080, R-GUA-082, worked case 9)', () => {
    expect(codes(single('SURETYSHIP', { validTo: '2026-04-29' }))).toEqual([
      'SU_TERM_NOT_LONGER',
      'TERM_TOO_SHORT',
    ]);
    expect(codes(single('SURETYSHIP', { validTo: '2026-05-07' }))).toEqual(['TERM_TOO_SHORT']);
    const unbacked = { ...GOOD, suretyBacked: false };
    expect(codes(single('SURETYSHIP', { validTo: '2026-05-08' }), unbacked)).toEqual(['SU_NOT_BACKED']);
  });

  it('asks a general security to outlast its obligations, equal days are refused (R-GUA-104)', () => {
    expect(codes(general('BANK_GUARANTEE', { validTo: '2026-04-29' }))).toEqual([
      'GEN_TERM_NOT_LONGER',
      'TERM_TOO_SHORT',
    ]);
    expect(codes(general('BANK_GUARANTEE', { validTo: '2026-05-08' }))).toEqual([]);
  });
});

describe('the grounds of each method', () => {
  it('refuses a guarantee of an unlisted bank, of unlawful content, too small: all at once (R-GUA-068, R-GUA-070, R-GUA-074)', () => {
    const short = single('BANK_GUARANTEE', { amount: tenge('10399999.99') });
    expect(codes(short, { ...GOOD, issuerInRegister: false, contentLawful: false })).toEqual([
      'BG_AMOUNT_TOO_LOW',
      'BG_BANK_NOT_IN_REGISTER',
      'BG_CONTENT_NOT_LAWFUL',
    ]);
  });

  it('refuses a suretyship on each of its grounds (R-GUA-079, R-GUA-081)', () => {
    const short = single('SURETYSHIP', { amount: tenge('1'), validTo: '2026-04-29' });
    expect(codes(short, { ...GOOD, suretyAllowed: false, contentLawful: false })).toEqual([
      'SU_AMOUNT_TOO_LOW',
      'SU_TERM_NOT_LONGER',
      'TERM_TOO_SHORT',
      'SU_PERSON_NOT_ALLOWED',
      'SU_NOT_CIVIL_LAW',
    ]);
  });

  it('refuses an insured sum below the duties, an unlisted insurer, unlawful content, an early end (R-GUA-098, R-GUA-099, worked case 10)', () => {
    expect(codes(single('INSURANCE', { amount: tenge('9000000') }))).toEqual(['IN_AMOUNT_TOO_LOW']);
    const early = single('INSURANCE', { validTo: '2026-04-28' });
    expect(codes(early, { ...GOOD, issuerInRegister: false, contentLawful: false })).toEqual([
      'IN_TERM_TOO_SHORT',
      'TERM_TOO_SHORT',
      'IN_INSURER_NOT_IN_REGISTER',
      'IN_CONTENT_NOT_LAWFUL',
    ]);
  });

  it('takes an appraisal of day 15 before the application, on a Sunday too, and no older one (R-GUA-087, R-GUA-128, worked case 11)', () => {
    expect(codes(single('PLEDGE'))).toEqual([]);
    expect(codes(single('PLEDGE', { pledge: { ...pledge, reportOn: '2026-01-17' } }))).toEqual([
      'PL_REPORT_TOO_OLD',
    ]);
  });

  it('asks a market value of the debt and the costs of sale (R-GUA-088, F-GUA-11, worked case 12)', () => {
    const value = (marketValue: string) =>
      codes(
        single('PLEDGE', {
          amount: tenge('12000000'),
          obligation: { dutiesAndTaxes: tenge('12000000'), dueOn: '2026-04-29', controllingBody: '55302' },
          pledge: { ...pledge, marketValue: tenge(marketValue) },
        }),
      );
    expect(value('12500000')).toEqual(['PL_VALUE_TOO_LOW']);
    expect(value('12900000')).toEqual([]);
  });

  it('lists every fault of a pledge file at once (R-GUA-086, R-GUA-089, R-GUA-093, R-GUA-176, R-GUA-177, R-GUA-178)', () => {
    const file = single('PLEDGE', {
      pledge: { ...pledge, insuredTo: '2026-05-28', civilRegistration: undefined },
    });
    const judgement: Judgement = {
      ...GOOD,
      reportValid: false,
      liquid: false,
      excludedProperty: 'PERISHABLE',
    };
    expect(codes(file, judgement)).toEqual([
      'PL_NOT_INSURED',
      'PL_NOT_LAWFUL',
      'PL_REPORT_NOT_VALID',
      'PL_NOT_LIQUID',
      'PL_PROPERTY_EXCLUDED',
    ]);
    expect(codes(single('PLEDGE'), { ...GOOD, contentLawful: false })).toEqual(['PL_NOT_LAWFUL']);
  });

  it('takes cash only in tenge and only when it stands on the account (R-GUA-061)', () => {
    expect(codes(single('CASH', { currency: 'USD' }))).toEqual(['CASH_NOT_KZT']);
    expect(codes(single('CASH'), { cashReceived: false })).toEqual(['CASH_NOT_RECEIVED']);
    expect(codes(single('CASH', { validTo: undefined }))).toEqual([]);
  });
});

describe('the application (art. 152)', () => {
  it('names every gap (R-GUA-054)', () => {
    const empty = single('BANK_GUARANTEE', {
      principal: '000000000000',
      guarantor: undefined,
      validTo: undefined,
      obligation: undefined,
      amount: Money.ZERO,
    });
    const decision = decideSecurity(empty, GOOD, false, calendar);
    expect(decision.accepted ? [] : decision.reasons.map(({ code, pointer }) => [code, pointer])).toEqual(
      ['/principal', '/guarantor', '/amount', '/validTo', '/obligation'].map((field) => [
        'APPL_INCOMPLETE',
        field,
      ]),
    );
  });

  it('refuses cash and pledge as general security for several bodies, takes them for one (R-GUA-105, worked case 13)', () => {
    for (const method of ['CASH', 'PLEDGE'] as const) {
      expect(codes(general(method, { bodyScope: 'ANY_BODY' }))).toEqual(['GEN_NOT_USABLE_BY_ALL_BODIES']);
      expect(codes(general(method))).toEqual([]);
    }
    for (const method of ['BANK_GUARANTEE', 'SURETYSHIP', 'INSURANCE'] as const) {
      expect(codes(general(method, { bodyScope: 'ANY_BODY' }))).toEqual([]);
    }
  });

  it('sends a single security to the body that controls the obligation', () => {
    expect(codes(single('BANK_GUARANTEE', { acceptingBody: '55311' }))).toEqual(['WRONG_BODY']);
  });

  it('goes to an officer without a judgement, or when the document was filed before (R-GUA-060)', () => {
    const application = single('BANK_GUARANTEE');
    expect(decideSecurity(application, undefined, false, calendar)).toEqual({
      accepted: true,
      events: [{ type: 'ReviewNeeded' }],
    });
    expect(decideSecurity(application, GOOD, true, calendar)).toMatchObject({
      events: [{ type: 'ReviewNeeded' }],
    });
    expect(decideSecurity(application, GOOD, false, calendar)).toMatchObject({
      events: [{ type: 'SecurityAccepted' }],
    });
  });

  it('is decided by the next working day (R-GUA-056, worked case 6)', () => {
    const office = officeMondayToFriday('55001', '09:00', '18:00');
    const { lastDay } = registrationTerm(new Date('2026-02-13T10:00:00+05:00'), office, calendar);
    expect(lastDay).toBe('2026-02-16');
  });
});

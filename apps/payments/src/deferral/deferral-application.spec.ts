import { type Decision, Exact, Money } from '@shekara/kernel';
import { type DeferralApplication, INDUSTRIAL_PROCESSING, registerDeferral } from './deferral-application.js';

const treatyGrounds = [
  { code: INDUSTRIAL_PROCESSING, validFrom: '2010-07-01' },
  { code: 'OLD_GROUND', validFrom: '2010-07-01', validTo: '2024-12-31' },
];
const rateOn: Record<string, string> = { '2025-09-08': '520', '2025-10-08': '530' };
const reference = {
  treatyGrounds,
  papersNeeded: ['CONTRACT'],
  currencyRates: {
    find: (currency: string, date: string) => {
      const rate = currency === 'KZT' ? '1' : rateOn[date];
      return rate === undefined ? undefined : { kztPerUnit: new Exact(rate), date };
    },
  },
};
const DUTY = { kind: 'IMPORT_DUTY', amount: new Exact(10000), currency: 'USD' } as const;
const VAT = { kind: 'IMPORT_VAT', amount: new Exact(686400), currency: 'KZT' } as const;
const application: DeferralApplication = {
  payer: '980540000397',
  declaration: '55302/080925/0000001',
  mode: 'INSTALMENTS',
  sums: [DUTY],
  papers: ['CONTRACT'],
  grounds: [INDUSTRIAL_PROCESSING],
  procedure: '40',
  guarantee: { reference: 'G-1', accepted: true },
};
function register(changes: Partial<DeferralApplication> = {}, on = '2025-09-08') {
  return registerDeferral({ ...application, ...changes }, reference, on);
}

function eventsOf<Event>(decision: Decision<Event>): readonly Event[] {
  if (!decision.accepted) throw new Error(decision.reasons.map(({ code }) => code).join(', '));
  return decision.events;
}

function codesOf(decision: Decision<unknown>): string[] {
  return decision.accepted ? [] : decision.reasons.map(({ code }) => code);
}

describe('application for deferral (art. 134, 135)', () => {
  it('asks for a sum of duty above zero', () => {
    expect(codesOf(register({ sums: [] }))).toEqual(['DEFERRAL_DOCS_INCOMPLETE']);
    expect(codesOf(register({ sums: [{ ...DUTY, amount: new Exact(0) }, VAT] }))).toEqual([
      'DEFERRAL_DOCS_INCOMPLETE',
    ]);
  });

  it('fixes the sum at the rate of the registration day, not of a later day (R-PAY-086, worked case 11)', () => {
    expect(register()).toMatchObject({
      events: [{ duty: Money.ofTenge('5200000'), rateDate: '2025-09-08' }],
    });
    expect(register({}, '2025-10-08')).toMatchObject({ events: [{ duty: Money.ofTenge('5300000') }] });
    expect(codesOf(register({}, '2025-09-09'))).toEqual(['EXCHANGE_RATE_MISSING']);
  });

  it('leaves VAT of the same application out and goes on with the duty (R-PAY-080, R-PAY-091, worked case 11)', () => {
    const [first, vat, ...others] = eventsOf(register({ sums: [DUTY, VAT] }));
    expect(first).toMatchObject({ type: 'DeferralRegistered', duty: Money.ofTenge('5200000') });
    expect(vat).toMatchObject({
      kind: 'IMPORT_VAT',
      reason: { code: 'DEFERRAL_WRONG_KIND', article: 'art. 134.1', parameters: { law: 'TAX_LAW' } },
    });
    expect(others).toEqual([]);
  });

  it.each([
    ['IMPORT_VAT', 'TAX_LAW'],
    ['IMPORT_EXCISE', 'TAX_LAW'],
    ['EXPORT_DUTY', 'NONE'],
    ['CHARGE_DECLARATION', 'NONE'],
    ['CHARGE_ESCORT', 'NONE'],
    ['CHARGE_PRELIMINARY_DECISION', 'NONE'],
  ] as const)(
    'refuses an application for %s alone and names whose law it is: %s (R-PAY-080, R-PAY-091)',
    (kind, law) => {
      const decision = register({ sums: [{ ...DUTY, kind }] });
      expect(codesOf(decision)).toEqual(['DEFERRAL_WRONG_KIND']);
      expect(decision).toMatchObject({ reasons: [{ parameters: { kind, law } }] });
    },
  );

  it.each([
    ['another procedure', { procedure: '51' }, 'DEFERRAL_WRONG_PROCEDURE'],
    ['no security', { guarantee: undefined }, 'DEFERRAL_NO_GUARANTEE'],
    [
      'a security not accepted',
      { guarantee: { reference: 'G-1', accepted: false } },
      'DEFERRAL_NO_GUARANTEE',
    ],
  ])('refuses %s (R-PAY-081)', (_, changes, code) => {
    expect(codesOf(register(changes))).toEqual([code]);
  });

  it('refuses without a ground of the treaty list in force; one is enough (R-PAY-082)', () => {
    expect(codesOf(register({ grounds: [] }))).toEqual(['DEFERRAL_NO_GROUND']);
    expect(codesOf(register({ grounds: ['OLD_GROUND'] }))).toEqual(['DEFERRAL_NO_GROUND']);
    expect(codesOf(register({ grounds: ['OLD_GROUND', INDUSTRIAL_PROCESSING] }))).toEqual([]);
  });

  it('refuses with every reason at once, incomplete papers among them', () => {
    const decision = register({ papers: [], payer: ' ', procedure: '51', grounds: [], guarantee: undefined });
    expect(codesOf(decision)).toEqual([
      'DEFERRAL_WRONG_PROCEDURE',
      'DEFERRAL_NO_GUARANTEE',
      'DEFERRAL_NO_GROUND',
      'DEFERRAL_DOCS_INCOMPLETE',
    ]);
    expect(decision).toMatchObject({ reasons: [{}, {}, {}, { parameters: { missing: 'payer, CONTRACT' } }] });
  });
});

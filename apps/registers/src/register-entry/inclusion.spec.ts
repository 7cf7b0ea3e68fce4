import { standardCalendar } from '@shekara/calendar';
import { Exact, Money } from '@shekara/kernel';
import type { SecurityRates } from './inclusion-conditions.js';
import { decideInclusion, type InclusionApplication, type Standing } from './register-entry.js';
import { almaty, carrier, headOrder, premises, representative, warehouse } from './register-case.fixture.js';
import { minimumSecurityMet } from './register-security.js';
import { statusAt } from './status-at.js';

const calendar = standardCalendar();
/** The test rate of the worked cases. */
const RATE = new Exact('605.50');

function ratesOf(application: InclusionApplication): SecurityRates | undefined {
  const minimum = { REP: '1000000', CARRIER: '200000', TSW: undefined }[application.register];
  if (minimum === undefined) return undefined;
  return { minimumEuro: new Exact(minimum), kztPerEuro: application.securities.map(() => RATE) };
}

function codes(application: InclusionApplication, standing: Standing = {}): string[] {
  const order = headOrder(new Date(application.registeredAt.getTime() + 86_400_000));
  const decision = decideInclusion(application, order, standing, ratesOf(application), calendar);
  return decision.accepted ? [] : decision.reasons.map(({ code }) => code);
}

describe('inclusion of a customs representative (art. 26, 27)', () => {
  it('includes on the exact minimum, and may act from the minute of signing only (R-REG-031, R-REG-069, worked case 1)', () => {
    const signedAt = almaty('2026-03-12', '11:20');
    const application = representative('2026-03-02', '605500000.00');
    const decision = decideInclusion(application, headOrder(signedAt), {}, ratesOf(application), calendar);
    expect(decision).toEqual({ accepted: true, events: [{ type: 'PersonIncluded' }] });
    const changes = [{ status: 'INCLUDED' as const, effectiveAt: signedAt }];
    expect(statusAt(changes, almaty('2026-03-12', '10:50'))).toBeUndefined();
    expect(statusAt(changes, signedAt)).toBe('INCLUDED');
  });

  it('refuses a security one tiyn short (R-REG-069, worked case 2)', () => {
    expect(codes(representative('2026-03-02', '605499999.99'))).toEqual(['COND_SECURITY_AMOUNT']);
  });

  it('adds parts at the rate of their own day without rounding (worked case 2, F1)', () => {
    const part = (tenge: string) => ({
      reference: 'x',
      amount: Money.ofTenge(tenge),
      providedOn: '2026-03-02',
    });
    const minimum = new Exact('1000000');
    const first = part('605499999.99');
    const met = (topUp: string, rate: string) =>
      minimumSecurityMet([first, part(topUp)], [RATE, new Exact(rate)], minimum);
    expect(met('0.01', '605.50')).toBe(true);
    expect(met('0.01', '606.00')).toBe(false);
    expect(met('0.02', '606.00')).toBe(true);
    const example = (deposit: string) =>
      minimumSecurityMet([part('400000000'), part(deposit)], [RATE, new Exact('610.00')], minimum);
    expect([example('210000000'), example('205000000')]).toEqual([true, false]);
  });

  it('refuses fewer than two certified and employed specialists (R-REG-067)', () => {
    const two = representative('2026-03-02');
    const [first, second] = two.specialists;
    if (!first || !second) throw new Error('fixture');
    expect(codes({ ...two, specialists: [first] })).toEqual(['COND_STAFF_SPECIALISTS']);
    expect(codes({ ...two, specialists: [first, { ...second, certificateValidTo: '2026-03-01' }] })).toEqual([
      'COND_STAFF_SPECIALISTS',
    ]);
    expect(codes({ ...two, specialists: [first, { ...second, employedTo: '2026-02-28' }] })).toEqual([
      'COND_STAFF_SPECIALISTS',
    ]);
    expect(codes({ ...two, specialists: [first, first] })).toEqual(['COND_STAFF_SPECIALISTS']);
  });

  it('never refuses a representative for debts or offences (R-REG-070)', () => {
    const offences = [{ article: 411, inForceOn: '2026-02-01' }];
    expect(codes({ ...representative('2026-03-02'), unpaidCustomsDebt: true, offences })).toEqual([]);
  });

  it('refuses anyone but a legal entity of Kazakhstan (R-REG-066, R-REG-226, R-REG-110)', () => {
    for (const good of [representative('2026-03-02'), carrier('2026-03-02'), warehouse('2026-03-02')]) {
      expect(codes({ ...good, applicant: { ...good.applicant, country: 'RU' } })).toEqual([
        'COND_LEGAL_FORM',
      ]);
      expect(codes({ ...good, applicant: { ...good.applicant, bin: '870301300452' } })).toEqual([
        'COND_LEGAL_FORM',
      ]);
    }
  });

  it('lists every absent document and unmet condition at once (R-REG-036, R-REG-224)', () => {
    const bare = {
      ...representative('2026-03-02', '1'),
      documents: [],
      insurance: undefined,
      specialists: [],
    };
    const decision = decideInclusion(bare, headOrder(almaty('2026-03-12')), {}, ratesOf(bare), calendar);
    const reasons = decision.accepted ? [] : decision.reasons;
    expect(
      reasons.filter(({ code }) => code === 'DOC_MISSING').map(({ parameters }) => parameters.kind),
    ).toEqual([
      'STATE_REGISTRATION_CERT',
      'TAXPAYER_REGISTRATION_CERT',
      'CONSTITUENT_DOCS',
      'SPECIALIST_CERTS',
      'EMPLOYMENT_ORDERS_OR_CONTRACTS',
      'SECURITY_DOCS',
      'BANK_ACCOUNT_CONFIRMATION',
      'LIABILITY_INSURANCE_CONTRACT',
    ]);
    expect(
      reasons.filter(({ code }) => code !== 'DOC_MISSING').map(({ code, article }) => [code, article]),
    ).toEqual([
      ['COND_LIABILITY_INSURANCE', 'art. 26.2'],
      ['COND_SECURITY_AMOUNT', 'art. 26.3'],
      ['COND_STAFF_SPECIALISTS', 'art. 26.1'],
    ]);
  });

  it('refuses a signature of anyone but the head or deputy (R-REG-035)', () => {
    const application = representative('2026-03-02');
    for (const signerRole of ['OFFICER', 'TERRITORIAL_HEAD'] as const) {
      const order = { ...headOrder(almaty('2026-03-12')), signerRole };
      const decision = decideInclusion(application, order, {}, ratesOf(application), calendar);
      expect(decision.accepted ? [] : decision.reasons.map(({ code }) => code)).toEqual([
        'ORDER_SIGNER_NOT_HEAD',
      ]);
    }
  });

  it('does not consider an application while the year runs, whatever its conditions (R-REG-050, worked case 6)', () => {
    const standing = { reapplyFrom: '2026-03-17' };
    expect(codes(representative('2026-03-16', '1'), standing)).toEqual(['REAPPLY_BAN_ACTIVE']);
    expect(codes(representative('2026-03-17'), standing)).toEqual([]);
  });

  it('decides nothing where the euro rate of the day is not known', () => {
    const application = representative('2026-03-02');
    const rates = { minimumEuro: new Exact('1000000'), kztPerEuro: [undefined] };
    const decision = decideInclusion(application, headOrder(almaty('2026-03-12')), {}, rates, calendar);
    expect(decision.accepted ? [] : decision.reasons.map(({ code }) => code)).toEqual([
      'SECURITY_RATE_UNKNOWN',
    ]);
  });
});

describe('inclusion of a customs carrier (art. 34, 35)', () => {
  it('asks two years of carriage before the application (R-REG-096, worked case 9)', () => {
    const on = (carriageSince: string) => codes({ ...carrier('2026-03-16'), carriageSince });
    expect(on('2024-03-17')).toEqual(['COND_ACTIVITY_PERIOD']);
    expect(on('2024-03-16')).toEqual([]);
  });

  it('looks back one year for listed offences (R-REG-103, worked case 10)', () => {
    const offences = [{ article: 411, inForceOn: '2025-06-15' }];
    const on = (day: string) => codes({ ...carrier(day), offences });
    expect(on('2026-06-15')).toEqual(['COND_ADMIN_OFFENCE']);
    expect(on('2026-06-16')).toEqual([]);
  });

  it('asks 200,000 euro and no unpaid customs debt (R-REG-097, R-REG-104)', () => {
    const good = carrier('2026-03-02');
    const short = [{ reference: 'BG', amount: Money.ofTenge('121099999.99'), providedOn: '2026-03-02' }];
    expect(codes({ ...good, securities: short })).toEqual(['COND_SECURITY_AMOUNT']);
    expect(codes({ ...good, unpaidCustomsDebt: true })).toEqual(['COND_CUSTOMS_DEBT']);
  });

  it('asks a permit only where the law requires one (R-REG-098)', () => {
    const good = carrier('2026-03-02');
    expect(codes({ ...good, carriagePermit: { required: false } })).toEqual([]);
    expect(codes({ ...good, carriagePermit: { required: true } })).toEqual([
      'DOC_MISSING',
      'COND_CARRIAGE_PERMIT',
    ]);
  });

  it('asks vehicles by right, one fit for seals, a tracker on each (R-REG-101)', () => {
    const good = carrier('2026-03-02');
    const second = { plate: '002AAA02', heldByRight: true, sealable: false };
    expect(codes({ ...good, vehicles: [...good.vehicles, second] })).toEqual(['COND_VEHICLE_TRACKING']);
    expect(codes({ ...good, vehicles: [{ ...second, tracker: 'T', heldByRight: false }] })).toEqual([
      'COND_VEHICLE_TITLE',
      'COND_VEHICLE_SEALABLE',
    ]);
  });
});

describe('inclusion of a temporary storage warehouse (art. 40, 41)', () => {
  it('asks a lease of one year and an archive of 30 days, both in one refusal (R-REG-112, R-REG-036, worked case 12)', () => {
    const leased = { titleKind: 'LEASE' as const, gateVideoRetentionDays: 20, leaseTo: '2027-03-01' };
    expect(codes(warehouse('2026-03-02', leased))).toEqual(['COND_LEASE_TERM', 'COND_GATE_CONTROL_VIDEO']);
    expect(codes(warehouse('2026-03-02', { titleKind: 'LEASE', leaseTo: '2027-03-02' }))).toEqual([]);
  });

  it('tests the place item by item, each with its code (R-REG-111)', () => {
    const site = premises.inspectionSite;
    const broken: [Partial<typeof premises>, string][] = [
      [{ titleKind: 'NONE' }, 'COND_PREMISES_TITLE'],
      [{ personGateControl: false }, 'COND_GATE_CONTROL_VIDEO'],
      [{ vehicleGateControl: false }, 'COND_GATE_CONTROL_VIDEO'],
      [{ gatesFilmedRoundTheClock: false }, 'COND_GATE_CONTROL_VIDEO'],
      [{ handlingEquipment: false }, 'COND_HANDLING_WEIGHING'],
      [{ certifiedScales: false }, 'COND_HANDLING_WEIGHING'],
      [{ gasStored: true }, 'COND_GAS_METERING'],
      [{ accessRoadsServiceable: false }, 'COND_ACCESS_ROADS'],
      [{ inspectionSite: { ...site, coveredPart: false } }, 'COND_INSPECTION_SITE'],
      [{ inspectionSite: { ...site, light: false } }, 'COND_INSPECTION_SITE'],
      [{ inspectionSite: { ...site, filmedRoundTheClock: false } }, 'COND_INSPECTION_SITE'],
      [{ inspectionSite: { ...site, videoRetentionDays: 29 } }, 'COND_INSPECTION_SITE'],
      [{ zoneSigns: false }, 'COND_MARKING_SURFACE'],
      [{ asphalt: false }, 'COND_MARKING_SURFACE'],
      [{ foreignBuildings: true }, 'COND_FOREIGN_BUILDINGS'],
      [{ singleComplexOneFence: false }, 'COND_SINGLE_COMPLEX'],
    ];
    for (const [place, code] of broken) expect(codes(warehouse('2026-03-02', place))).toEqual([code]);
    expect(codes(warehouse('2026-03-02'))).toEqual([]);
  });

  it('refuses an order without the premises report (R-REG-114, worked case 13)', () => {
    expect(codes(warehouse('2026-04-10', { inspectionReport: undefined }))).toEqual([
      'PREMISES_REPORT_MISSING',
    ]);
  });

  it('tests debt and its own list of offences (R-REG-227, worked case 10)', () => {
    const good = warehouse('2026-06-15');
    expect(codes({ ...good, unpaidCustomsDebt: true })).toEqual(['COND_CUSTOMS_DEBT']);
    expect(codes({ ...good, offences: [{ article: 411, inForceOn: '2026-01-20' }] })).toEqual([
      'COND_ADMIN_OFFENCE',
    ]);
    expect(codes({ ...good, offences: [{ article: 406, inForceOn: '2026-01-20' }] })).toEqual([]);
  });

  it('asks no security of a warehouse', () => {
    expect(codes({ ...warehouse('2026-03-02'), securities: [] })).toEqual([]);
  });
});

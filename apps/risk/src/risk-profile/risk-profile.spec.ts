import type { Decision } from '@shekara/kernel';
import {
  activateProfile,
  approveProfile,
  changeDraft,
  draftProfile,
  evolveProfile,
  profilesInForce,
} from './risk-profile.js';
import {
  retireProfile,
  returnProfile,
  reviseProfile,
  submitProfile,
  suspendProfile,
} from './risk-profile.js';
import type { ProfileOfficer, RiskProfile, RiskProfileEvent } from './risk-profile.js';
import { objectionsToContent, riskLevel } from './profile-content.js';
import type { RiskProfileContent } from './profile-content.js';

const analyst: ProfileOfficer = { userId: 'analyst', area: 'CENTRAL' };
const approver: ProfileOfficer = { userId: 'approver', area: 'CENTRAL' };
const now = new Date('2026-02-03T05:15:00Z');

const content: RiskProfileContent = {
  name: 'Cars',
  stage: 'DECLARATION',
  subject: 'ITEM',
  scope: 'NATIONAL',
  regions: [],
  origin: 'NATIONAL_BODY',
  riskAreas: ['CUSTOMS_VALUE'],
  riskType: 'IDENTIFIED',
  riskBasis: 'Value adjustments of 2025',
  riskGoods: [],
  coverGoods: [],
  indicator: {
    code: 'IND-1',
    expression: 'codeIn(item.commodityCode, ["8703"])',
    needForMeasure: 'Values of cars are often too low',
  },
  likelihood: 4,
  consequence: 4,
  possibleDamage: 'Duty on the missing value',
  possibleViolations: ['art. 112.1'],
  measures: [{ measure: 'EXAMINATION', extentPercent: 10, mandatory: true }],
  guidance: 'Read the chassis number',
  justification: 'Documents alone do not show the model',
  aim: 'FINDING_BREACHES',
  priority: 2,
  validFrom: '2026-01-01T00:00:00+05:00',
};

function events(decision: Decision<RiskProfileEvent>): readonly RiskProfileEvent[] {
  if (!decision.accepted) throw new Error(decision.reasons.map(({ code }) => code).join());
  return decision.events;
}

function codes(decision: Decision<RiskProfileEvent>): readonly string[] {
  return decision.accepted ? [] : decision.reasons.map(({ code }) => code);
}

function after(profile: RiskProfile | undefined, decision: Decision<RiskProfileEvent>): RiskProfile {
  let next = profile;
  for (const event of events(decision)) next = evolveProfile(next, event);
  if (!next) throw new Error('no event');
  return next;
}

const drafted = (changes: Partial<RiskProfileContent> = {}): RiskProfile =>
  after(undefined, draftProfile('RP-1', { ...content, ...changes }, analyst));
const inReview = (changes: Partial<RiskProfileContent> = {}): RiskProfile => {
  const draft = drafted(changes);
  return after(draft, submitProfile(draft, analyst));
};
const approved = (changes: Partial<RiskProfileContent> = {}): RiskProfile => {
  const review = inReview(changes);
  return after(review, approveProfile(review, approver, now));
};
const active = (changes: Partial<RiskProfileContent> = {}): RiskProfile => {
  const ready = approved(changes);
  return after(ready, activateProfile(ready, now));
};

const missing = (changes: Partial<RiskProfileContent>): readonly (string | undefined)[] =>
  objectionsToContent({ ...content, ...changes })
    .filter(({ code }) => code === 'RSK_PROFILE_INCOMPLETE')
    .map(({ parameters }) => parameters.part);

describe('the content of a profile', () => {
  it('is complete here', () => {
    expect(objectionsToContent(content)).toEqual([]);
  });

  it('points to a breach of legislation (R-RSK-004)', () => {
    expect(missing({ possibleViolations: [' '] })).toEqual(['/possibleViolations']);
  });

  it('holds an area, an indicator and a measure with guidance, and each missing part is named (R-RSK-010)', () => {
    const indicator = { ...content.indicator, code: '' };
    expect(missing({ riskAreas: [], indicator, measures: [], guidance: '' })).toEqual([
      '/riskAreas',
      '/indicator/code',
      '/measures',
      '/guidance',
    ]);
  });

  it('lists its regions when it is regional (R-RSK-011)', () => {
    expect(missing({ scope: 'REGIONAL' })).toEqual(['/regions']);
    expect(missing({ scope: 'REGIONAL', regions: ['TURKISTAN'] })).toEqual([]);
  });

  it('states the damage to expect (R-RSK-016)', () => {
    expect(missing({ possibleDamage: '' })).toEqual(['/possibleDamage']);
  });

  it('says why a hit calls for a measure (R-RSK-023)', () => {
    expect(missing({ indicator: { ...content.indicator, needForMeasure: '' } })).toEqual([
      '/indicator/needForMeasure',
    ]);
  });

  it('records which measures were weighed and why these were taken (R-RSK-022)', () => {
    expect(missing({ justification: '' })).toEqual(['/justification']);
  });

  it('refers to the information held, or describes the conditions (R-RSK-025)', () => {
    expect(missing({ riskBasis: '' })).toEqual(['/riskBasis']);
    expect(missing({ riskType: 'POTENTIAL', riskBasis: '' })).toEqual(['/riskBasis']);
  });

  it('orders only measures that the law knows: RSK_FORM_UNKNOWN (R-RSK-005)', () => {
    const unlawful: RiskProfileContent = JSON.parse(
      JSON.stringify({ ...content, measures: [{ measure: 'SHAKE_DOWN', mandatory: true }] }),
    );
    expect(objectionsToContent(unlawful).map(({ code }) => code)).toEqual(['RSK_FORM_UNKNOWN']);
  });

  it('says how many packages are opened, and only for measures on packages', () => {
    expect(missing({ measures: [{ measure: 'EXAMINATION', mandatory: true }] })).toEqual([
      '/measures/0/extentPercent',
    ]);
    expect(
      missing({ measures: [{ measure: 'EXAMINATION', extentPercent: 101, mandatory: true }] }),
    ).toHaveLength(1);
    expect(
      missing({ measures: [{ measure: 'DOCUMENT_CHECK', extentPercent: 5, mandatory: true }] }),
    ).toHaveLength(1);
  });

  it('holds a measure besides personal examination, which the engine may not issue (art. 206.1)', () => {
    expect(missing({ measures: [{ measure: 'PERSONAL_EXAMINATION', mandatory: true }] })).toEqual([
      '/measures',
    ]);
  });

  it('is refused with a bad expression or a validity that ends before it begins', () => {
    const indicator = { ...content.indicator, expression: 'item.colour == 1' };
    expect(
      objectionsToContent({ ...content, indicator, validTo: '2025-01-01T00:00:00+05:00' }).map(
        ({ code }) => code,
      ),
    ).toEqual(['RSK_PROFILE_VALIDITY', 'RSK_EXPRESSION_UNKNOWN_FIELD']);
  });

  it.each([
    [4, 4, 'HIGH'],
    [2, 2, 'LOW'],
    [1, 5, 'MEDIUM'],
    [3, 4, 'MEDIUM'],
    [3, 5, 'HIGH'],
  ] as const)(
    'has a level derived from likelihood %i and consequence %i: %s (R-RSK-015, F1)',
    (likelihood, consequence, level) => {
      expect(riskLevel(likelihood, consequence)).toBe(level);
      expect(drafted({ likelihood, consequence }).level).toBe(level);
    },
  );
});

describe('the life of a profile', () => {
  it('goes from draft through review and approval into force', () => {
    expect(drafted().status).toBe('DRAFT');
    expect(inReview().status).toBe('IN_REVIEW');
    expect(approved()).toMatchObject({ status: 'APPROVED', approvedBy: 'approver', approvedAt: now });
    expect(active().status).toBe('ACTIVE');
  });

  it('is returned to draft with a reason', () => {
    const review = inReview();
    expect(codes(returnProfile(review, approver, ' '))).toEqual(['RSK_REASON_MISSING']);
    expect(after(review, returnProfile(review, approver, 'too wide')).status).toBe('DRAFT');
  });

  it('is not approved by its author (R-RSK-019)', () => {
    expect(codes(approveProfile(inReview(), { ...approver, userId: 'analyst' }, now))).toEqual([
      'RSK_PROFILE_OWN_AUTHOR',
    ]);
  });

  it('is not approved by a subdivision outside its own area (R-RSK-013)', () => {
    const turkistan: ProfileOfficer = { userId: 'chief', area: 'TURKISTAN' };
    const regional = (regions: readonly string[]) => inReview({ scope: 'REGIONAL', regions });
    expect(codes(approveProfile(inReview(), turkistan, now))).toEqual(['RSK_PROFILE_SCOPE']);
    expect(codes(approveProfile(regional(['ATYRAU']), turkistan, now))).toEqual(['RSK_PROFILE_SCOPE']);
    expect(codes(approveProfile(regional(['ATYRAU', 'TURKISTAN']), turkistan, now))).toEqual([
      'RSK_PROFILE_SCOPE',
    ]);
    expect(codes(approveProfile(regional(['TURKISTAN']), turkistan, now))).toEqual([]);
  });

  it('is not changed once approved; a change is a new version and the old one stays (R-RSK-020)', () => {
    const old = active();
    expect(codes(changeDraft(old, content, analyst))).toEqual(['RSK_PROFILE_STATE']);
    const next = after(undefined, reviseProfile(old, { ...content, priority: 1 }, analyst));
    expect(next).toMatchObject({ number: 'RP-1', version: 2, status: 'DRAFT' });
    expect(old).toMatchObject({ version: 1, status: 'ACTIVE', content: { priority: 2 } });
    expect(codes(reviseProfile(drafted(), content, analyst))).toEqual(['RSK_PROFILE_STATE']);
  });

  it('comes into force only inside its validity', () => {
    const early = approved({ validFrom: '2026-02-03T10:15:01+05:00' });
    expect(codes(activateProfile(early, now))).toEqual(['RSK_PROFILE_VALIDITY']);
    expect(codes(activateProfile(early, new Date('2026-02-03T05:15:01Z')))).toEqual([]);
  });

  it('of Commission origin names its decision and is neither suspended nor retired while that stands (R-RSK-017, worked case 23)', () => {
    expect(missing({ origin: 'UNION_COMMISSION' })).toEqual(['/unionDecisionRef']);
    const union = active({ origin: 'UNION_COMMISSION', unionDecisionRef: '12 of 3 Feb 2026' });
    expect(missing({ ...union.content, measures: [] })).toEqual(['/measures']);
    expect(codes(suspendProfile(union, approver, 'quiet', true))).toEqual(['RSK_UNION_LOCKED']);
    expect(codes(retireProfile(union, now, 'quiet', true))).toEqual(['RSK_UNION_LOCKED']);
    expect(after(union, retireProfile(union, now, 'decision ended', false)).status).toBe('RETIRED');
  });

  it('is suspended and resumed', () => {
    const old = active();
    const suspended = after(old, suspendProfile(old, approver, 'too many hits', false));
    expect(suspended.status).toBe('SUSPENDED');
    expect(after(suspended, activateProfile(suspended, now)).status).toBe('ACTIVE');
  });

  it('is evaluated when active, valid, of the stage and area, most important first', () => {
    const first = { ...active({ priority: 1 }), number: 'RP-2' };
    const ended = active({ validTo: '2026-02-04T00:00:00+05:00' });
    const all = [active(), first, approved(), active({ scope: 'REGIONAL', regions: ['TURKISTAN'] })];
    expect(profilesInForce(all, 'DECLARATION', 'ATYRAU', now)).toEqual([first, active()]);
    expect(profilesInForce(all, 'DECLARATION', 'TURKISTAN', now)).toHaveLength(3);
    expect(profilesInForce(all, 'ARRIVAL', 'TURKISTAN', now)).toEqual([]);
    expect(profilesInForce([ended], 'DECLARATION', 'ATYRAU', new Date('2026-02-03T19:00:00Z'))).toEqual([]);
  });
});

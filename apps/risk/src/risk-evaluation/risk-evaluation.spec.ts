import { Exact } from '@shekara/kernel';
import type { DeclarationItemFacts, DeclarationView } from '../risk-profile/fact-view.js';
import type { MeasureOrder } from '../risk-profile/measure.js';
import { riskLevel } from '../risk-profile/profile-content.js';
import type { RiskProfileContent } from '../risk-profile/profile-content.js';
import type { RiskProfile } from '../risk-profile/risk-profile.js';
import { allowsAutomaticRelease, refuseUnlessCleared, verdictForOthers } from './confidentiality.js';
import { evaluateRisk } from './risk-evaluation.js';
import type { EvaluationRequest, RiskEvaluation } from './risk-evaluation.js';

const registeredAt = new Date('2026-02-03T05:15:00Z');
const check: MeasureOrder = { measure: 'DOCUMENT_CHECK', mandatory: true };
const examine = (extentPercent: number): MeasureOrder => ({
  measure: 'EXAMINATION',
  extentPercent,
  mandatory: true,
});

function profile(number: string, expression: string, changes: Partial<RiskProfileContent> = {}): RiskProfile {
  const content: RiskProfileContent = {
    name: number,
    stage: 'DECLARATION',
    subject: 'ITEM',
    scope: 'NATIONAL',
    regions: [],
    origin: 'NATIONAL_BODY',
    riskAreas: ['CLASSIFICATION'],
    riskType: 'IDENTIFIED',
    riskBasis: 'finds',
    riskGoods: [],
    coverGoods: [],
    indicator: { code: `IND-${number}`, expression, needForMeasure: 'finds' },
    likelihood: 2,
    consequence: 4,
    possibleDamage: 'duty',
    possibleViolations: ['art. 216.1'],
    measures: [examine(10)],
    guidance: `look for ${number}`,
    justification: 'lighter forms show nothing',
    aim: 'FINDING_BREACHES',
    priority: 5,
    validFrom: '2026-01-01T00:00:00+05:00',
    ...changes,
  };
  const level = riskLevel(content.likelihood, content.consequence);
  return { number, version: 3, status: 'ACTIVE', content, level, author: 'analyst' };
}

const item = (number: number, changes: Partial<DeclarationItemFacts> = {}): DeclarationItemFacts => ({
  number: BigInt(number),
  commodityCode: '8483409000',
  originCountry: 'DE',
  customsValue: new Exact(1000),
  netKg: new Exact(10),
  grossKg: new Exact(11),
  packages: 1n,
  ...changes,
});

const view = (items: readonly DeclarationItemFacts[]): DeclarationView => ({
  stage: 'DECLARATION',
  header: { procedure: '40', direction: 'IMPORT', itemCount: BigInt(items.length) },
  items,
  person: { category: 'MEDIUM' },
});

function evaluate(
  profiles: readonly RiskProfile[],
  items: readonly DeclarationItemFacts[] = [item(1)],
  changes: Partial<EvaluationRequest> & { readonly sharePerMille?: number } = {},
): RiskEvaluation {
  const { sharePerMille = 0, ...request } = changes;
  return evaluateRisk(
    {
      evaluationId: 'evaluation',
      objectRef: 'declaration',
      territorialUnit: 'ATYRAU',
      view: view(items),
      evaluatedAt: registeredAt,
      draw: 0.5,
      exemptFromExamination: false,
      ...request,
    },
    profiles,
    { area: 'ATYRAU', stage: 'DECLARATION', sharePerMille, orders: [check] },
  );
}

const gears = 'codeIn(item.commodityCode, ["8483"])';

describe('the evaluation of a declaration', () => {
  it('gives EXAMINATION before release for a hit and blocks automatic release (R-RSK-033, worked case 1 but for its term)', () => {
    const evaluation = evaluate([profile('RP-1', gears)]);
    expect(evaluation).toMatchObject({
      outcome: 'EXAMINATION',
      verdict: 'MEASURES_BEFORE_RELEASE',
      origins: ['PROFILE'],
    });
    expect(allowsAutomaticRelease(verdictForOthers(evaluation))).toBe(false);
  });

  it('gives NO_MEASURE without a hit or draw, and automatic release is open (R-RSK-033, worked case 12)', () => {
    const evaluation = evaluate([profile('RP-1', 'codeIn(item.commodityCode, ["87"])')]);
    expect(evaluation).toMatchObject({
      outcome: 'NO_MEASURE',
      verdict: 'NO_MEASURE',
      level: 'NONE',
      origins: [],
    });
    expect(allowsAutomaticRelease(evaluation)).toBe(true);
  });

  it('does not evaluate a regional profile outside its area, nor record it (R-RSK-012, worked case 4)', () => {
    const turkistan = profile('RP-1', gears, { scope: 'REGIONAL', regions: ['TURKISTAN'] });
    const evaluation = evaluate([turkistan]);
    expect(evaluation.verdict).toBe('NO_MEASURE');
    expect(JSON.stringify(evaluation)).not.toContain('RP-1');
    expect(evaluate([turkistan], [item(1)], { territorialUnit: 'TURKISTAN' }).verdict).toBe(
      'MEASURES_BEFORE_RELEASE',
    );
  });

  it('runs for each of 999 items and once for the whole; 1,000 are no valid input (R-RSK-031, worked case 11)', () => {
    const items = Array.from({ length: 999 }, (_, index) => item(index + 1));
    items[639] = item(640, { commodityCode: '8703231940' });
    const evaluation = evaluate([profile('RP-1', 'item.commodityCode.startsWith("8703")')], items);
    expect(evaluation.items).toHaveLength(999);
    expect(
      evaluation.items.filter(({ hits }) => hits.length > 0).map(({ itemNumber }) => itemNumber),
    ).toEqual([640]);
    expect(evaluation.whole).toMatchObject({ outcome: 'NO_MEASURE', hits: [] });
    expect(evaluation.outcome).toBe('EXAMINATION');
    expect(() => evaluate([], [...items, item(1000)])).toThrow(RangeError);
    expect(() => evaluate([], [])).toThrow(RangeError);
  });

  it('merges hits: highest level, union of measures, widest extent (R-RSK-035)', () => {
    const { items, level } = evaluate([
      profile('RP-1', gears, { measures: [examine(10), check] }),
      profile('RP-2', gears, { measures: [examine(40)], likelihood: 5, consequence: 5 }),
      profile('RP-3', gears, { measures: [{ measure: 'VALUE_CHECK', mandatory: false }], likelihood: 1 }),
    ]);
    expect(level).toBe('HIGH');
    expect(items[0]?.orders).toEqual([check, examine(40), { measure: 'VALUE_CHECK', mandatory: false }]);
  });

  it('keeps number and version of each profile that hit (R-RSK-021), and the aim served (R-RSK-007)', () => {
    expect(evaluate([profile('RP-1', gears)]).items[0]?.hits).toMatchObject([
      { profileNumber: 'RP-1', version: 3, indicator: 'IND-RP-1', aim: 'FINDING_BREACHES' },
    ]);
  });

  it('reports a hit on a cover good as COVER_GOODS (R-RSK-018, worked case 6)', () => {
    const batteries = profile('RP-1', 'item.packages > 0 && item.grossKg / item.packages > 30', {
      riskGoods: [{ codePrefix: '8507' }],
      coverGoods: [{ codePrefix: '3924' }],
      guidance: 'look for batteries under the top layer',
    });
    const heavy = { grossKg: new Exact(31), packages: 1n };
    const { items } = evaluate(
      [batteries],
      [
        item(1, { ...heavy, commodityCode: '3924900009' }),
        item(2, { ...heavy, commodityCode: '8507100000' }),
        item(3, heavy),
      ],
    );
    expect(items.map(({ hits }) => hits.map(({ kind }) => kind))).toEqual([
      ['COVER_GOODS'],
      ['RISK_GOODS'],
      [],
    ]);
    expect(items[0]?.hits[0]?.guidance).not.toContain('30');
  });

  it('marks a profile of the Commission UNION_AREA and a choice without hit RANDOM (R-RSK-001, R-RSK-060)', () => {
    const union = profile('RP-1', gears, { origin: 'UNION_COMMISSION', unionDecisionRef: '1' });
    expect(evaluate([union]).origins).toEqual(['UNION_AREA']);
    const drawn = evaluate([], [item(1)], { sharePerMille: 501 });
    expect(drawn).toMatchObject({
      origins: ['RANDOM'],
      outcome: 'DOCUMENT_CHECK',
      random: { draw: 0.5, sharePerMille: 501 },
    });
  });

  it('draws only among objects that no profile hit (R-RSK-060)', () => {
    expect(evaluate([profile('RP-1', gears)], [item(1)], { sharePerMille: 1000 })).toMatchObject({
      origins: ['PROFILE'],
    });
  });

  it('never fails open: an expression that cannot be told is recorded and leads to a document check', () => {
    const unreadable = profile('RP-1', 'item.quantity > 5');
    const evaluation = evaluate([unreadable], [item(1), item(2, { quantity: new Exact(1) })]);
    expect(evaluation).toMatchObject({ outcome: 'DOCUMENT_CHECK', verdict: 'MEASURES_BEFORE_RELEASE' });
    expect(evaluation.items.map(({ outcome, failures }) => [outcome, failures.length])).toEqual([
      ['DOCUMENT_CHECK', 1],
      ['NO_MEASURE', 0],
    ]);
    const broken = profile('RP-2', 'this is no expression', { subject: 'CONSIGNMENT' });
    expect(evaluate([broken])).toMatchObject({
      outcome: 'DOCUMENT_CHECK',
      whole: { failures: [{ profileNumber: 'RP-2', version: 3, why: 'RSK_EXPRESSION_SYNTAX' }] },
    });
  });

  it('issues no personal examination, but alerts the head (R-RSK-048)', () => {
    const search: MeasureOrder = { measure: 'PERSONAL_EXAMINATION', mandatory: true };
    const evaluation = evaluate([profile('RP-1', gears, { measures: [search, check] })]);
    expect(evaluation.alertsHead).toBe(true);
    expect(evaluation.items[0]?.orders).toEqual([check]);
    expect(evaluate([profile('RP-1', gears)]).alertsHead).toBe(false);
  });

  it('orders no examination of an exempt object (R-RSK-050)', () => {
    const evaluation = evaluate([profile('RP-1', gears)], [item(1)], { exemptFromExamination: true });
    expect(evaluation).toMatchObject({ outcome: 'DOCUMENT_CHECK', items: [{ orders: [check] }] });
  });

  it('does not hold release for a mere request for documents (R-RSK-045, worked case 10)', () => {
    const request: MeasureOrder = { measure: 'ADDITIONAL_DOCUMENTS', mandatory: true };
    const evaluation = evaluate([profile('RP-1', gears, { measures: [request] })]);
    expect(evaluation.verdict).toBe('MEASURES_AFTER_RELEASE');
    expect(allowsAutomaticRelease(evaluation)).toBe(true);
  });
});

describe('confidentiality (art. 219.4)', () => {
  it('lets no profile number, indicator, level, guidance or origin out with the verdict (R-RSK-071)', () => {
    const secret = profile('RP-77', gears, { guidance: 'secret' });
    const told = verdictForOthers(evaluate([secret], [item(1), item(2, { commodityCode: '8703231940' })]));
    expect(told).toEqual({
      objectRef: 'declaration',
      stage: 'DECLARATION',
      verdict: 'MEASURES_BEFORE_RELEASE',
      outcome: 'EXAMINATION',
      items: [{ itemNumber: 1, outcome: 'EXAMINATION' }],
      evaluatedAt: registeredAt,
    });
  });

  it('is machine readable (R-RSK-034)', () => {
    expect(JSON.parse(JSON.stringify(verdictForOthers(evaluate([]))))).toMatchObject({
      verdict: 'NO_MEASURE',
      items: [],
    });
  });

  it('refuses readers without the role: RSK_CONFIDENTIAL', () => {
    expect(refuseUnlessCleared(['DECLARANT', 'CONTROL_OFFICER'])?.code).toBe('RSK_CONFIDENTIAL');
    expect(refuseUnlessCleared([])?.code).toBe('RSK_CONFIDENTIAL');
    expect(refuseUnlessCleared(['CONTROL_OFFICER', 'RISK_ANALYST'])).toBeUndefined();
  });
});

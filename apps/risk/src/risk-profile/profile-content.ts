/** What a risk profile says (art. 217(5)): area, indicator, measure with guidance; and whether it is complete. */
import { reason, when } from '@shekara/kernel';
import type { Reason } from '@shekara/kernel';
import { compileExpression } from './profile-expression.js';
import { STAGES, SUBJECTS } from './fact-view.js';
import type { ItemFacts, Stage, Subject } from './fact-view.js';
import { MEASURES, isMeasure, mayBeIssuedByEngine } from './measure.js';
import type { Measure, MeasureOrder } from './measure.js';
import { profileReasons as reasons } from './profile-reasons.js';

export type RiskLevel = 'LOW' | 'MEDIUM' | 'HIGH';

/** The five aims of risk management, recorded with each profile and measure (art. 216.2, R-RSK-007). */
export const AIMS = [
  'PROTECTION',
  'FOCUS_ON_HIGH_RISK',
  'FINDING_BREACHES',
  'EASE_FOR_COMPLIANT',
  'SPEED',
] as const;
export type Aim = (typeof AIMS)[number];

/** Goods by prefix of the commodity code and, where it matters, country of origin (art. 217(2), 217(12)). */
export interface GoodsPattern {
  readonly codePrefix: string;
  readonly originCountry?: string;
}

export interface RiskIndicator {
  readonly code: string;
  /** The criterion with its parameters, fixed by customs beforehand (art. 217(7)). */
  readonly expression: string;
  /** Why a hit calls for a measure (art. 219.1(2)). */
  readonly needForMeasure: string;
}

export interface RiskProfileContent {
  readonly name: string;
  readonly stage: Stage;
  readonly subject: Subject;
  readonly scope: 'NATIONAL' | 'REGIONAL';
  /** Territorial subdivisions where a REGIONAL profile fires. */
  readonly regions: readonly string[];
  readonly origin: 'NATIONAL_BODY' | 'TERRITORIAL_BODY' | 'UNION_COMMISSION';
  /** Number and date of the decision of the Commission. */
  readonly unionDecisionRef?: string;
  readonly riskAreas: readonly string[];
  readonly riskType: 'IDENTIFIED' | 'POTENTIAL';
  /** IDENTIFIED: the information customs holds on the breach. POTENTIAL: the conditions for it. */
  readonly riskBasis: string;
  readonly riskGoods: readonly GoodsPattern[];
  readonly coverGoods: readonly GoodsPattern[];
  readonly indicator: RiskIndicator;
  /** 1 to 5 each (F1). The level is derived from them. */
  readonly likelihood: number;
  readonly consequence: number;
  readonly possibleDamage: string;
  /** The legal ground: articles whose breach the profile looks for (art. 183.1, 219.1(3)). */
  readonly possibleViolations: readonly string[];
  readonly measures: readonly MeasureOrder[];
  /** For the officer; free of parameters (art. 219.4). */
  readonly guidance: string;
  /** Which measures were weighed and why these were taken (art. 219.1(3)). */
  readonly justification: string;
  readonly aim: Aim;
  /** 1 is looked at first when several profiles hit one object. */
  readonly priority: number;
  /** Instants, ISO 8601 with zone; an open end has no `validTo`, which itself is no longer inside. */
  readonly validFrom: string;
  readonly validTo?: string;
}

/** F1: likelihood x consequence; LOW to 4, MEDIUM 5 to 12, HIGH from 13 (art. 217(6), R-RSK-015). Each 1 to 5. */
export function riskLevel(likelihood: number, consequence: number): RiskLevel {
  for (const factor of [likelihood, consequence]) {
    if (!Number.isInteger(factor) || factor < 1 || factor > 5)
      throw new RangeError(`not on the scale: ${factor}`);
  }
  const product = likelihood * consequence;
  return product <= 4 ? 'LOW' : product <= 12 ? 'MEDIUM' : 'HIGH';
}

/**
 * Every reason why content may not be saved as a profile: RSK_PROFILE_INCOMPLETE for each missing part,
 * RSK_FORM_UNKNOWN, RSK_PROFILE_VALIDITY, and the RSK_EXPRESSION_ codes (art. 183.1, 199, 217(5), 217(7), 219.1).
 */
export function objectionsToContent(content: RiskProfileContent): readonly Reason[] {
  const compilation = compileExpression(content.indicator.expression, content.stage, content.subject);
  return [
    ...missingParts(content).map((part) =>
      reason(reasons.RSK_PROFILE_INCOMPLETE, { pointer: part, parameters: { part } }),
    ),
    ...content.measures.map((order, index) => objectionToMeasure(order, index)),
    when(!validityStands(content), reasons.RSK_PROFILE_VALIDITY, { pointer: '/validFrom' }),
    compilation.compiled ? undefined : compilation.reason,
  ].filter((objection) => objection !== undefined);
}

function missingParts(content: RiskProfileContent): readonly string[] {
  const parts: readonly (readonly [string, boolean])[] = [
    ['/name', hasText(content.name)],
    ['/stage', STAGES.includes(content.stage)],
    ['/subject', SUBJECTS.includes(content.subject)],
    ['/riskAreas', content.riskAreas.some(hasText)],
    ['/indicator/code', hasText(content.indicator.code)],
    ['/indicator/needForMeasure', hasText(content.indicator.needForMeasure)],
    [
      '/measures',
      content.measures.some((order) => !isMeasure(order.measure) || mayBeIssuedByEngine(order.measure)),
    ],
    ['/guidance', hasText(content.guidance)],
    ['/scope', content.scope === 'NATIONAL' || content.scope === 'REGIONAL'],
    ['/regions', content.scope !== 'REGIONAL' || content.regions.some(hasText)],
    ['/unionDecisionRef', content.origin !== 'UNION_COMMISSION' || hasText(content.unionDecisionRef ?? '')],
    ['/riskBasis', hasText(content.riskBasis)],
    ['/possibleDamage', hasText(content.possibleDamage)],
    ['/possibleViolations', content.possibleViolations.some(hasText)],
    ['/justification', hasText(content.justification)],
    ['/aim', AIMS.includes(content.aim)],
    ['/priority', Number.isInteger(content.priority) && content.priority >= 1 && content.priority <= 9],
    ['/likelihood', isOnScale(content.likelihood)],
    ['/consequence', isOnScale(content.consequence)],
    [
      '/riskGoods',
      [...content.riskGoods, ...content.coverGoods].every((goods) => /^\d{2,10}$/.test(goods.codePrefix)),
    ],
  ];
  return parts.filter(([, present]) => !present).map(([part]) => part);
}

function hasText(text: string): boolean {
  return text.trim() !== '';
}

function isOnScale(factor: number): boolean {
  return Number.isInteger(factor) && factor >= 1 && factor <= 5;
}

function objectionToMeasure(
  order: { readonly measure: string; readonly extentPercent?: number },
  index: number,
): Reason | undefined {
  const { measure, extentPercent } = order;
  const pointer = `/measures/${index}`;
  if (!isMeasure(measure)) return reason(reasons.RSK_FORM_UNKNOWN, { pointer, parameters: { measure } });
  const extentFits = needsExtent(measure)
    ? extentPercent !== undefined &&
      Number.isInteger(extentPercent) &&
      extentPercent >= 1 &&
      extentPercent <= 100
    : extentPercent === undefined;
  return when(!extentFits, reasons.RSK_PROFILE_INCOMPLETE, {
    pointer,
    parameters: { part: `${pointer}/extentPercent` },
  });
}

function needsExtent(measure: Measure): boolean {
  return MEASURES[measure].hasExtent;
}

function validityStands(content: RiskProfileContent): boolean {
  const from = Date.parse(content.validFrom);
  if (Number.isNaN(from)) return false;
  return content.validTo === undefined || Date.parse(content.validTo) > from;
}

/** Whether the instant lies in the validity of the profile: from `validFrom`, before `validTo`. */
export function isValidAt(content: RiskProfileContent, instant: Date): boolean {
  const at = instant.getTime();
  return (
    Date.parse(content.validFrom) <= at && (content.validTo === undefined || at < Date.parse(content.validTo))
  );
}

/** Risk goods and cover goods are kept apart; a hit on a cover good is reported as such (art. 217(2), R-RSK-018). */
export type HitKind = 'RISK_GOODS' | 'COVER_GOODS' | 'CRITERION';

/** As what an item concerns the profile; undefined where the profile lists goods and the item is none of them. */
export function hitKind(content: RiskProfileContent, item: ItemFacts): HitKind | undefined {
  if (content.riskGoods.length + content.coverGoods.length === 0) return 'CRITERION';
  const isAmong = (goods: readonly GoodsPattern[]): boolean =>
    goods.some(
      ({ codePrefix, originCountry }) =>
        item.commodityCode.startsWith(codePrefix) &&
        (originCountry === undefined || item.originCountry === originCountry),
    );
  if (isAmong(content.riskGoods)) return 'RISK_GOODS';
  return isAmong(content.coverGoods) ? 'COVER_GOODS' : undefined;
}

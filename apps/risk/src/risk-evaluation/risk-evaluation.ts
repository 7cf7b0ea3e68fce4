/**
 * An evaluation (art. 216.1): an arrival or a declaration against the profiles in force, item by item and as a whole,
 * then the random choice. It stays inside the service; see confidentiality.ts for what others may learn.
 */
import { compileExpression } from '../risk-profile/profile-expression.js';
import type { ExpressionResult } from '../risk-profile/profile-expression.js';
import type { FactView, ItemFacts } from '../risk-profile/fact-view.js';
import {
  MEASURES,
  heaviestOutcome,
  mayBeIssuedByEngine,
  mergeOrders,
  outcomeOf,
} from '../risk-profile/measure.js';
import type { ControlOutcome, MeasureOrder } from '../risk-profile/measure.js';
import { hitKind } from '../risk-profile/profile-content.js';
import type { Aim, HitKind, RiskLevel } from '../risk-profile/profile-content.js';
import { profilesInForce } from '../risk-profile/risk-profile.js';
import type { RiskProfile } from '../risk-profile/risk-profile.js';
import { isDrawn } from './random-selection.js';
import type { RandomSelectionSetting } from './random-selection.js';

export type SelectionOrigin = 'PROFILE' | 'RANDOM' | 'UNION_AREA';
export type Verdict = 'NO_MEASURE' | 'MEASURES_BEFORE_RELEASE' | 'MEASURES_AFTER_RELEASE';
export type EvaluatedLevel = 'NONE' | RiskLevel;

export interface ProfileHit {
  readonly profileNumber: string;
  readonly version: number;
  readonly indicator: string;
  readonly level: RiskLevel;
  readonly kind: HitKind;
  readonly aim: Aim;
  readonly guidance: string;
  readonly orders: readonly MeasureOrder[];
}

/** An expression that could not be told: the object goes to a document check, never through. */
export interface EvaluationFailure {
  readonly profileNumber: string;
  readonly version: number;
  readonly why: string;
}

/** The result for one item, or for the consignment as a whole. */
export interface ObjectEvaluation {
  readonly itemNumber?: number;
  readonly outcome: ControlOutcome;
  readonly level: EvaluatedLevel;
  readonly hits: readonly ProfileHit[];
  readonly failures: readonly EvaluationFailure[];
  readonly orders: readonly MeasureOrder[];
}

export interface RiskEvaluation {
  readonly evaluationId: string;
  readonly objectRef: string;
  readonly stage: FactView['stage'];
  readonly territorialUnit: string;
  readonly evaluatedAt: Date;
  /** The earlier evaluation of the same object that this one follows, e.g. after an amendment; both are kept. */
  readonly follows?: string;
  readonly outcome: ControlOutcome;
  readonly verdict: Verdict;
  readonly level: EvaluatedLevel;
  readonly origins: readonly SelectionOrigin[];
  readonly whole: ObjectEvaluation;
  readonly items: readonly ObjectEvaluation[];
  /** A hit calls for a personal examination: the head is alerted and decides in writing (art. 206.1). */
  readonly alertsHead: boolean;
  readonly random?: { readonly draw: number; readonly sharePerMille: number };
}

export interface EvaluationRequest {
  readonly evaluationId: string;
  readonly objectRef: string;
  readonly territorialUnit: string;
  readonly view: FactView;
  readonly evaluatedAt: Date;
  readonly follows?: string;
  /** The object's own number in [0, 1), see random-selection.ts. */
  readonly draw: number;
  /** Baggage and goods that may not be examined (art. 194.2, 194.3, 427.2, 430.1, 431.1, 432.1). */
  readonly exemptFromExamination: boolean;
}

/** A document has 1 to 999 items. */
export const MOST_ITEMS = 999;

const LEVELS: readonly EvaluatedLevel[] = ['NONE', 'LOW', 'MEDIUM', 'HIGH'];
const DOCUMENT_CHECK: MeasureOrder = { measure: 'DOCUMENT_CHECK', mandatory: true };

/**
 * Evaluates an object. Profiles of another area, stage or time are not evaluated (R-RSK-012). Several hits merge: the
 * highest level, the union of measures, the widest extents (R-RSK-035). An expression that fails orders a document
 * check. Without hit or failure the random choice follows (R-RSK-060). @throws RangeError for 0 or over 999 items.
 */
export function evaluateRisk(
  request: EvaluationRequest,
  profiles: readonly RiskProfile[],
  randomSelection: RandomSelectionSetting,
): RiskEvaluation {
  const { view, exemptFromExamination } = request;
  if (view.items.length < 1 || view.items.length > MOST_ITEMS)
    throw new RangeError(`${view.items.length} items`);
  const inForce = profilesInForce(profiles, view.stage, request.territorialUnit, request.evaluatedAt);
  const forItems = inForce.filter(({ content }) => content.subject === 'ITEM');
  const forWhole = inForce.filter(({ content }) => content.subject === 'CONSIGNMENT');

  const items = view.items.map((item) => evaluateObject(forItems, view, exemptFromExamination, item));
  const byProfiles = evaluateObject(forWhole, view, exemptFromExamination);
  const touched = [byProfiles, ...items].some((part) => part.hits.length + part.failures.length > 0);
  const drawn = !touched && isDrawn(request.draw, randomSelection.sharePerMille);
  const whole = drawn ? withOrders(byProfiles, randomSelection.orders, exemptFromExamination) : byProfiles;

  const parts = [whole, ...items];
  const orders = mergeOrders(parts.flatMap((part) => part.orders));
  return {
    evaluationId: request.evaluationId,
    objectRef: request.objectRef,
    stage: view.stage,
    territorialUnit: request.territorialUnit,
    evaluatedAt: request.evaluatedAt,
    ...(request.follows === undefined ? {} : { follows: request.follows }),
    outcome: heaviestOutcome(parts.map((part) => part.outcome)),
    verdict: verdictOf(orders),
    level: highestLevel(parts.map((part) => part.level)),
    origins: originsOf(parts, inForce, drawn),
    whole,
    items,
    alertsHead: parts.some((part) => part.hits.some((hit) => hit.orders.some(isLeftToHead))),
    ...(drawn ? { random: { draw: request.draw, sharePerMille: randomSelection.sharePerMille } } : {}),
  };
}

function evaluateObject(
  profiles: readonly RiskProfile[],
  view: FactView,
  exempt: boolean,
  item?: ItemFacts,
): ObjectEvaluation {
  const hits: ProfileHit[] = [];
  const failures: EvaluationFailure[] = [];
  for (const profile of profiles) {
    const kind = kindOfHit(profile, view, item);
    if (kind === undefined) continue;
    const result = resultOf(profile, view, item);
    if (result.kind === 'HIT') hits.push(hitOf(profile, kind));
    if (result.kind === 'FAILED') {
      failures.push({ profileNumber: profile.number, version: profile.version, why: result.why });
    }
  }
  const object: ObjectEvaluation = {
    ...(item ? { itemNumber: Number(item.number) } : {}),
    outcome: 'NO_MEASURE',
    level: highestLevel(hits.map((hit) => hit.level)),
    hits,
    failures,
    orders: [],
  };
  const ordered = hits.flatMap((hit) => hit.orders).filter((order) => !isLeftToHead(order));
  return withOrders(object, failures.length > 0 ? [...ordered, DOCUMENT_CHECK] : ordered, exempt);
}

/** Of a profile for the whole, goods lists count when one item is on them; of one for items, for that item. */
function kindOfHit({ content }: RiskProfile, view: FactView, item?: ItemFacts): HitKind | undefined {
  if (item) return hitKind(content, item);
  const kinds = new Set(view.items.map((each) => hitKind(content, each)));
  return (['CRITERION', 'RISK_GOODS', 'COVER_GOODS'] as const).find((kind) => kinds.has(kind));
}

function resultOf({ content }: RiskProfile, view: FactView, item?: ItemFacts): ExpressionResult {
  const compilation = compileExpression(content.indicator.expression, content.stage, content.subject);
  if (!compilation.compiled) return { kind: 'FAILED', why: compilation.reason.code };
  return compilation.expression.evaluate(view, item);
}

function hitOf({ number, version, level, content }: RiskProfile, kind: HitKind): ProfileHit {
  return {
    profileNumber: number,
    version,
    indicator: content.indicator.code,
    level,
    kind,
    aim: content.aim,
    guidance: content.guidance,
    orders: content.measures,
  };
}

/** An exempt object gets no examination from the engine, but its documents are checked (art. 194, R-RSK-050). */
function withOrders(
  object: ObjectEvaluation,
  orders: readonly MeasureOrder[],
  exempt: boolean,
): ObjectEvaluation {
  const lawful = orders.map((order) =>
    exempt && order.measure === 'EXAMINATION' ? { ...DOCUMENT_CHECK, mandatory: order.mandatory } : order,
  );
  const merged = mergeOrders(lawful);
  return { ...object, orders: merged, outcome: outcomeOf(merged) };
}

function isLeftToHead(order: MeasureOrder): boolean {
  return !mayBeIssuedByEngine(order.measure);
}

function highestLevel(levels: readonly EvaluatedLevel[]): EvaluatedLevel {
  return LEVELS[Math.max(0, ...levels.map((level) => LEVELS.indexOf(level)))] ?? 'NONE';
}

/** MEASURES_AFTER_RELEASE: measures stand, but none has to precede release (art. 200.4, R-RSK-045). */
function verdictOf(orders: readonly MeasureOrder[]): Verdict {
  if (orders.length === 0) return 'NO_MEASURE';
  return orders.some((order) => MEASURES[order.measure].holdsRelease)
    ? 'MEASURES_BEFORE_RELEASE'
    : 'MEASURES_AFTER_RELEASE';
}

function originsOf(
  parts: readonly ObjectEvaluation[],
  inForce: readonly RiskProfile[],
  drawn: boolean,
): readonly SelectionOrigin[] {
  const fired = new Set(
    parts.flatMap((part) => [...part.hits, ...part.failures]).map((hit) => hit.profileNumber),
  );
  const origins = new Set<SelectionOrigin>(drawn ? ['RANDOM'] : []);
  for (const profile of inForce) {
    if (fired.has(profile.number)) {
      origins.add(profile.content.origin === 'UNION_COMMISSION' ? 'UNION_AREA' : 'PROFILE');
    }
  }
  return [...origins].sort();
}

/** Measures that a risk profile may order: the forms of control of art. 199 and the other measures the Code names. */
import { art } from '@shekara/kernel';
import type { LegalRef } from '@shekara/kernel';

interface MeasureDefinition {
  readonly article: LegalRef;
  /** False where release does not wait for the measure (art. 200.4 for a request for more documents). */
  readonly holdsRelease: boolean;
  /** True where the measure acts on packages, so that its extent must be said (art. 216.1). */
  readonly hasExtent: boolean;
  /** True where the outcome must name an act, paper or conclusion (R-RSK-096). */
  readonly needsAct: boolean;
}

function measure(
  article: LegalRef,
  traits: Partial<Omit<MeasureDefinition, 'article'>> = {},
): MeasureDefinition {
  return { article, holdsRelease: true, hasExtent: false, needsAct: false, ...traits };
}

/** The twelve forms of control (art. 199), then the other measures named in the Code. */
export const MEASURES = {
  DOCUMENT_CHECK: measure(art(200)),
  ORAL_INTERVIEW: measure(art(201)),
  EXPLANATIONS: measure(art(202), { needsAct: true }),
  SURVEILLANCE: measure(art(203)),
  EXTERNAL_INSPECTION: measure(art(204), { hasExtent: true, needsAct: true }),
  EXAMINATION: measure(art(205), { hasExtent: true, needsAct: true }),
  PERSONAL_EXAMINATION: measure(art(206), { needsAct: true }),
  MARKING_CHECK: measure(art(207)),
  PREMISES_INSPECTION: measure(art(208), { needsAct: true }),
  GOODS_ACCOUNTING: measure(art(199)),
  ACCOUNTING_CHECK: measure(art(199)),
  CUSTOMS_INSPECTION: measure(art(199)),
  ADDITIONAL_DOCUMENTS: measure(art(200, 3), { holdsRelease: false }),
  CUSTOMS_EXPERTISE: measure(art(227), { hasExtent: true, needsAct: true }),
  VALUE_CHECK: measure(art(112)),
  SEAL_OR_IDENTIFY: measure(art(198, 1)),
  TRANSIT_ROUTE: measure(art(321, 3)),
  TRANSIT_ESCORT: measure(art(322, '2(1)')),
  TRANSIT_PLACE: measure(art(324, '2(2)')),
  MAIL_PRESENTATION: measure(art(423, 2)),
} as const satisfies Record<string, MeasureDefinition>;

export type Measure = keyof typeof MEASURES;

/** What a profile or the random choice orders. `extentPercent` 1 to 100 is the share of packages; 100 is FULL. */
export interface MeasureOrder {
  readonly measure: Measure;
  readonly extentPercent?: number;
  /** False allows the officer to drop the measure with a reason. */
  readonly mandatory: boolean;
}

/** Whether the law knows the measure (art. 199, 242.3, 321.1). */
export function isMeasure(code: string): code is Measure {
  return Object.hasOwn(MEASURES, code);
}

/** Art. 206.1: personal examination needs a written decision of the head; the engine may only alert (R-RSK-048). */
export function mayBeIssuedByEngine(measure: Measure): boolean {
  return measure !== 'PERSONAL_EXAMINATION';
}

/** What the outside is told to expect for an object or an item. */
export const OUTCOMES = ['NO_MEASURE', 'DOCUMENT_CHECK', 'EXAMINATION'] as const;
export type ControlOutcome = (typeof OUTCOMES)[number];

/** The outcome that a set of measures amounts to: EXAMINATION where goods are opened, else DOCUMENT_CHECK. */
export function outcomeOf(orders: readonly MeasureOrder[]): ControlOutcome {
  if (orders.length === 0) return 'NO_MEASURE';
  return orders.some((order) => order.measure === 'EXAMINATION') ? 'EXAMINATION' : 'DOCUMENT_CHECK';
}

/** The heavier of several outcomes; NO_MEASURE for none. */
export function heaviestOutcome(outcomes: Iterable<ControlOutcome>): ControlOutcome {
  let heaviest = 0;
  for (const outcome of outcomes) heaviest = Math.max(heaviest, OUTCOMES.indexOf(outcome));
  return OUTCOMES[heaviest] ?? 'NO_MEASURE';
}

/** Several hits on one object: the union of measures, of each the widest extent, mandatory if one says so (R-RSK-035). */
export function mergeOrders(orders: Iterable<MeasureOrder>): readonly MeasureOrder[] {
  const merged = new Map<Measure, MeasureOrder>();
  for (const order of orders) {
    const known = merged.get(order.measure);
    const extents = [known?.extentPercent, order.extentPercent].filter((extent) => extent !== undefined);
    merged.set(order.measure, {
      measure: order.measure,
      mandatory: order.mandatory || (known?.mandatory ?? false),
      ...(extents.length > 0 ? { extentPercent: Math.max(...extents) } : {}),
    });
  }
  return [...merged.values()].sort((a, b) => a.measure.localeCompare(b.measure));
}

/** An instruction to control (art. 216.1): which measure, on what, how deep, where and until when; and its outcome. */
import { decide, reason, when } from '@shekara/kernel';
import type { Decision, Reason } from '@shekara/kernel';
import { MEASURES } from '../risk-profile/measure.js';
import type { Measure, MeasureOrder } from '../risk-profile/measure.js';
import type { ObjectEvaluation, RiskEvaluation } from '../risk-evaluation/risk-evaluation.js';
import { instructionReasons as reasons } from './instruction-reasons.js';

export interface ControlInstruction {
  readonly instructionId: string;
  readonly evaluationId: string;
  readonly objectRef: string;
  readonly measure: Measure;
  /** Numbers of the goods items, ascending, or ALL for the whole document. */
  readonly items: readonly number[] | 'ALL';
  /** Percent of the packages of the items; 100 is FULL. Absent where the measure does not act on packages. */
  readonly extentPercent?: number;
  readonly mandatory: boolean;
  readonly holdsRelease: boolean;
  readonly priorityGoods: boolean;
  readonly place: string;
  readonly mustFinishBy: Date;
  /** What to look for, most important first; free of indicators and parameters (art. 219.4). */
  readonly guidance: readonly string[];
  readonly decidedAt: Date;
  readonly status: 'OPEN' | 'CLOSED' | 'CANCELLED';
  readonly personInformedAt?: Date;
  readonly appointment?: Appointment;
  readonly outcome?: RecordedOutcome;
}

/** Where and when the examination takes place, as told to the declarant (art. 205.2). */
export interface Appointment {
  readonly place: string;
  readonly time: Date;
}

export interface InstructionTerms {
  /** Customs post that carries the control out. */
  readonly place: string;
  /** The release limit of art. 297, an instant that the calendar computed. */
  readonly releaseLimit: Date;
  /** Until when more documents are asked for; such a request does not hold release (art. 200.4). */
  readonly documentsDueBy: Date;
  readonly priorityGoods: boolean;
  readonly nextId: () => string;
}

/**
 * The instructions that follow from an evaluation: one for each measure and extent, over all items that need it. An item
 * measure that the same measure on the whole already covers is left out. None for NO_MEASURE (art. 216.1, 297.1).
 */
export function issueInstructions(
  evaluation: RiskEvaluation,
  terms: InstructionTerms,
): readonly ControlInstruction[] {
  const groups = new Map<string, { order: MeasureOrder; parts: ObjectEvaluation[] }>();
  for (const part of [evaluation.whole, ...evaluation.items]) {
    for (const order of part.orders) {
      if (part !== evaluation.whole && isCovered(order, evaluation.whole.orders)) continue;
      const key = `${part === evaluation.whole} ${order.measure} ${order.extentPercent ?? ''}`;
      const group = groups.get(key) ?? { order, parts: [] };
      const mandatory = group.order.mandatory || order.mandatory;
      groups.set(key, { order: { ...group.order, mandatory }, parts: [...group.parts, part] });
    }
  }
  return [...groups.values()].map(({ order, parts }) => ({
    instructionId: terms.nextId(),
    evaluationId: evaluation.evaluationId,
    objectRef: evaluation.objectRef,
    measure: order.measure,
    items: parts.includes(evaluation.whole) ? 'ALL' : itemNumbers(parts),
    ...(order.extentPercent === undefined ? {} : { extentPercent: order.extentPercent }),
    mandatory: order.mandatory,
    holdsRelease: MEASURES[order.measure].holdsRelease,
    priorityGoods: terms.priorityGoods,
    place: terms.place,
    mustFinishBy: order.measure === 'ADDITIONAL_DOCUMENTS' ? terms.documentsDueBy : terms.releaseLimit,
    guidance: guidanceFor(order.measure, parts),
    decidedAt: evaluation.evaluatedAt,
    status: 'OPEN',
  }));
}

function isCovered(order: MeasureOrder, wholeOrders: readonly MeasureOrder[]): boolean {
  return wholeOrders.some(
    (whole) =>
      whole.measure === order.measure &&
      (whole.extentPercent ?? 100) >= (order.extentPercent ?? 0) &&
      (whole.mandatory || !order.mandatory),
  );
}

function itemNumbers(parts: readonly ObjectEvaluation[]): readonly number[] {
  return parts
    .flatMap(({ itemNumber }) => (itemNumber === undefined ? [] : [itemNumber]))
    .sort((a, b) => a - b);
}

function guidanceFor(measure: Measure, parts: readonly ObjectEvaluation[]): readonly string[] {
  const hits = parts.flatMap((part) => part.hits);
  return [
    ...new Set(
      hits.filter((hit) => hit.orders.some((order) => order.measure === measure)).map((hit) => hit.guidance),
    ),
  ];
}

/** The control queue: priority goods first (art. 242.4, 276), then by the time the measure has to end (R-RSK-039). */
export function inQueueOrder(a: ControlInstruction, b: ControlInstruction): number {
  return (
    Number(b.priorityGoods) - Number(a.priorityGoods) || a.mustFinishBy.getTime() - b.mustFinishBy.getTime()
  );
}

/** Whether the instruction holds release at an instant: open, before its end, and of a kind that does (R-RSK-033, 055). */
export function holdsReleaseAt(instruction: ControlInstruction, now: Date): boolean {
  return instruction.status === 'OPEN' && instruction.holdsRelease && now <= instruction.mustFinishBy;
}

/** What the declarant is told: form, object, place, time; not why (art. 205.2, 219.4, R-RSK-072). */
export interface InstructionForDeclarant {
  readonly form: Measure;
  readonly items: readonly number[] | 'ALL';
  readonly place: string;
  readonly time?: Date;
}

export function answerToDeclarant(instruction: ControlInstruction): InstructionForDeclarant {
  const { measure, items, appointment } = instruction;
  return {
    form: measure,
    items,
    place: appointment?.place ?? instruction.place,
    ...(appointment && { time: appointment.time }),
  };
}

export type ControlInstructionEvent =
  | {
      readonly type: 'ControlMeasureInformed';
      readonly appointment: Appointment;
      readonly personInformedAt: Date;
    }
  | { readonly type: 'ControlOutcomeRecorded'; readonly outcome: RecordedOutcome }
  | { readonly type: 'ControlInstructionCancelled'; readonly at: Date };

/** Fixes the second at which the declarant was told time and place of the examination (art. 289.1, 290.3). */
export function informPerson(
  instruction: ControlInstruction,
  appointment: Appointment,
  now: Date,
): Decision<ControlInstructionEvent> {
  const open = instruction.status === 'OPEN' && instruction.measure === 'EXAMINATION';
  return decide([when(!open, reasons.RSK_INSTRUCTION_STATE)], () => [
    { type: 'ControlMeasureInformed', appointment, personInformedAt: instruction.personInformedAt ?? now },
  ]);
}

export const FINDINGS = ['NO_DISCREPANCY', 'DISCREPANCY_NO_OFFENCE', 'ADMIN_OFFENCE', 'CRIME_SIGNS'] as const;
export type Finding = (typeof FINDINGS)[number];

export const NOT_EXECUTED_REASONS = [
  'NOT_EXECUTED_DECLARATION_WITHDRAWN',
  'NOT_EXECUTED_GOODS_NOT_PRESENTED',
  'NOT_EXECUTED_EXEMPT',
  'NOT_EXECUTED_OFFICER_REASON',
  'NOT_EXECUTED_NO_MEANS',
] as const;
export type NotExecutedReason = (typeof NOT_EXECUTED_REASONS)[number];

export type RecordedOutcome = { readonly recordedAt: Date; readonly by: string } & (
  | {
      readonly executed: true;
      readonly finding: Finding;
      readonly actRef?: string;
      readonly usedForCustomsPurposes?: boolean;
    }
  | { readonly executed: false; readonly notExecutedReason: NotExecutedReason; readonly explanation: string }
);

/**
 * Records the result, also one without a finding (art. 218(6), 219.2). Refuses RSK_ACT_MISSING where the form ends with
 * an act (R-RSK-096), RSK_MEASURE_MANDATORY where an officer drops a mandatory measure, RSK_NOT_EXECUTED_REASON without
 * explanation.
 */
export function recordOutcome(
  instruction: ControlInstruction,
  outcome: RecordedOutcome,
): Decision<ControlInstructionEvent> {
  return decide(
    [
      when(instruction.status !== 'OPEN', reasons.RSK_INSTRUCTION_STATE),
      ...objectionsTo(instruction, outcome),
    ],
    () => [{ type: 'ControlOutcomeRecorded', outcome }],
  );
}

function objectionsTo(
  { measure, mandatory }: ControlInstruction,
  outcome: RecordedOutcome,
): readonly (Reason | undefined)[] {
  if (outcome.executed) {
    const onlyLooked = measure === 'EXTERNAL_INSPECTION' && outcome.usedForCustomsPurposes === false;
    return [
      when(MEASURES[measure].needsAct && !onlyLooked && !outcome.actRef, reasons.RSK_ACT_MISSING, {
        pointer: '/actRef',
      }),
    ];
  }
  return [
    when(
      mandatory && outcome.notExecutedReason === 'NOT_EXECUTED_OFFICER_REASON',
      reasons.RSK_MEASURE_MANDATORY,
    ),
    when(outcome.explanation.trim() === '', reasons.RSK_NOT_EXECUTED_REASON, { pointer: '/explanation' }),
  ];
}

/** The instruction after an event. */
export function evolveInstruction(
  instruction: ControlInstruction,
  event: ControlInstructionEvent,
): ControlInstruction {
  switch (event.type) {
    case 'ControlMeasureInformed':
      return { ...instruction, appointment: event.appointment, personInformedAt: event.personInformedAt };
    case 'ControlOutcomeRecorded':
      return { ...instruction, outcome: event.outcome, status: 'CLOSED' };
    case 'ControlInstructionCancelled':
      return { ...instruction, status: 'CANCELLED' };
  }
}

/** Whether all control of an object is complete; RSK_OUTCOME_MISSING for each instruction without outcome (R-RSK-095). */
export function completeMeasures(
  instructions: readonly ControlInstruction[],
): Decision<{ readonly type: 'RiskMeasuresCompleted' }> {
  const open = instructions.filter(({ status, outcome }) => status !== 'CANCELLED' && !outcome);
  return decide(
    open.map(({ instructionId }) => reason(reasons.RSK_OUTCOME_MISSING, { parameters: { instructionId } })),
    () => [{ type: 'RiskMeasuresCompleted' }],
  );
}

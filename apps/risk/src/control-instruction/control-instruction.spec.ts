import type { Decision } from '@shekara/kernel';
import type { MeasureOrder } from '../risk-profile/measure.js';
import { outcomeOf } from '../risk-profile/measure.js';
import type { ObjectEvaluation, RiskEvaluation } from '../risk-evaluation/risk-evaluation.js';
import { closesAmendment, closesWithdrawal } from './amendment-lock.js';
import {
  answerToDeclarant,
  completeMeasures,
  evolveInstruction,
  holdsReleaseAt,
} from './control-instruction.js';
import { inQueueOrder, informPerson, issueInstructions, recordOutcome } from './control-instruction.js';
import type { ControlInstruction, ControlInstructionEvent, RecordedOutcome } from './control-instruction.js';

/** An instant on Tue 3 Feb 2026 in Kazakhstan. */
const at = (time: string) => new Date(`2026-02-03T${time}:00+05:00`);
const releaseLimit = new Date('2026-02-04T18:00:00+05:00');
const documentsDueBy = new Date('2026-02-06T18:00:00+05:00');

const check: MeasureOrder = { measure: 'DOCUMENT_CHECK', mandatory: true };
const examine = (extentPercent: number): MeasureOrder => ({
  measure: 'EXAMINATION',
  extentPercent,
  mandatory: true,
});

function part(orders: readonly MeasureOrder[], itemNumber?: number): ObjectEvaluation {
  const hits = orders.map((order) => ({
    profileNumber: 'RP-1',
    version: 1,
    indicator: 'IND-1',
    level: 'HIGH' as const,
    kind: 'CRITERION' as const,
    aim: 'PROTECTION' as const,
    guidance: `how to do ${order.measure}`,
    orders: [order],
  }));
  return { itemNumber, outcome: outcomeOf(orders), level: 'HIGH', hits, failures: [], orders };
}

function evaluation(whole: ObjectEvaluation, items: readonly ObjectEvaluation[]): RiskEvaluation {
  return {
    evaluationId: 'evaluation',
    objectRef: 'declaration',
    stage: 'DECLARATION',
    territorialUnit: 'ATYRAU',
    evaluatedAt: at('11:20'),
    outcome: 'EXAMINATION',
    verdict: 'MEASURES_BEFORE_RELEASE',
    level: 'HIGH',
    origins: ['PROFILE'],
    whole,
    items,
    alertsHead: false,
  };
}

function issue(
  whole: readonly MeasureOrder[],
  items: Readonly<Record<number, readonly MeasureOrder[]>> = {},
) {
  let serial = 0;
  return issueInstructions(
    evaluation(
      part(whole),
      Object.entries(items).map(([number, orders]) => part(orders, Number(number))),
    ),
    {
      place: 'Atyrau post',
      releaseLimit,
      documentsDueBy,
      priorityGoods: false,
      nextId: () => `I${++serial}`,
    },
  );
}

function single(order: MeasureOrder): ControlInstruction {
  const [instruction] = issue([], { 3: [order] });
  if (!instruction) throw new Error('no instruction');
  return instruction;
}

function after(
  instruction: ControlInstruction,
  decision: Decision<ControlInstructionEvent>,
): ControlInstruction {
  if (!decision.accepted) throw new Error(decision.reasons.map(({ code }) => code).join());
  return decision.events.reduce(evolveInstruction, instruction);
}

const codes = (decision: Decision<unknown>) =>
  decision.accepted ? [] : decision.reasons.map(({ code }) => code);
const executed = (changes: object = {}): RecordedOutcome => ({
  recordedAt: at('15:00'),
  by: 'officer',
  executed: true,
  finding: 'NO_DISCREPANCY',
  ...changes,
});
const informed = (instruction: ControlInstruction) =>
  after(instruction, informPerson(instruction, { place: 'ramp 2', time: at('14:00') }, at('11:30')));

describe('instructions from an evaluation', () => {
  it('are one on item 640 of 999 when it alone hits one profile with one measure (worked case 11)', () => {
    const items = Object.fromEntries(
      Array.from({ length: 999 }, (_, index) => [index + 1, index === 639 ? [examine(10)] : []]),
    );
    expect(issue([], items)).toMatchObject([{ measure: 'EXAMINATION', items: [640], extentPercent: 10 }]);
  });

  it('name measure, items, extent, place and end; the end is the release limit (R-RSK-040)', () => {
    expect(issue([check], { 2: [examine(10)], 1: [examine(10)], 3: [examine(50)] })).toMatchObject([
      {
        instructionId: 'I1',
        measure: 'DOCUMENT_CHECK',
        items: 'ALL',
        place: 'Atyrau post',
        mustFinishBy: releaseLimit,
      },
      {
        instructionId: 'I2',
        measure: 'EXAMINATION',
        items: [1, 2],
        extentPercent: 10,
        mustFinishBy: releaseLimit,
      },
      {
        instructionId: 'I3',
        measure: 'EXAMINATION',
        items: [3],
        extentPercent: 50,
        mustFinishBy: releaseLimit,
      },
    ]);
  });

  it('leave out an item that the same measure on the whole covers', () => {
    expect(issue([examine(20)], { 1: [examine(10)], 2: [examine(30)] })).toMatchObject([
      { items: 'ALL', extentPercent: 20 },
      { items: [2], extentPercent: 30 },
    ]);
  });

  it('are none without measures', () => {
    expect(issue([], { 1: [] })).toEqual([]);
  });

  it('fix the second of the decision and carry guidance without indicators (R-RSK-042, R-RSK-071)', () => {
    const instruction = single(examine(10));
    expect(instruction.decidedAt).toEqual(at('11:20'));
    expect(instruction.guidance).toEqual(['how to do EXAMINATION']);
    expect(JSON.stringify(instruction)).not.toMatch(/RP-1|IND-1|HIGH|PROFILE/);
  });

  it('tell the declarant form, item, place and time, and nothing of the reason (R-RSK-072, worked case 7)', () => {
    expect(answerToDeclarant(informed(single(examine(10))))).toEqual({
      form: 'EXAMINATION',
      items: [3],
      place: 'ramp 2',
      time: at('14:00'),
    });
  });

  it('put priority goods first, then the nearest end (R-RSK-039)', () => {
    const plain = single(check);
    const later = { ...plain, mustFinishBy: documentsDueBy };
    const priority = { ...later, priorityGoods: true };
    expect([later, plain, priority].sort(inQueueOrder)).toEqual([priority, plain, later]);
  });
});

describe('instructions and release', () => {
  it('hold release while open and in time; a request for documents does not (R-RSK-033, R-RSK-045, worked case 10)', () => {
    const request = single({ measure: 'ADDITIONAL_DOCUMENTS', mandatory: true });
    expect(holdsReleaseAt(single(check), at('12:00'))).toBe(true);
    expect(holdsReleaseAt(request, at('12:00'))).toBe(false);
    expect(request).toMatchObject({ status: 'OPEN', mustFinishBy: documentsDueBy });
  });

  it('hold release no longer when their end is past (R-RSK-055)', () => {
    expect(holdsReleaseAt(single(check), releaseLimit)).toBe(true);
    expect(holdsReleaseAt(single(check), new Date('2026-02-04T18:00:01+05:00'))).toBe(false);
  });

  it('hold release no longer when the outcome is recorded', () => {
    const instruction = single(check);
    expect(holdsReleaseAt(after(instruction, recordOutcome(instruction, executed())), at('16:00'))).toBe(
      false,
    );
  });
});

describe('amendment and withdrawal', () => {
  it('a decision on examination closes nothing until the declarant is told (R-RSK-043, worked case 8)', () => {
    const told = informed(single(examine(10)));
    expect(closesAmendment([told], at('11:40'))).toBe(true);
    expect(closesAmendment([told], at('11:25'))).toBe(false);
    expect(closesAmendment([single(examine(10))], at('11:40'))).toBe(false);
  });

  it('a decision on any other form closes amendment at once (R-RSK-042, worked case 8)', () => {
    const told = informed(single(examine(10)));
    expect(closesAmendment([told, single(check)], at('11:25'))).toBe(true);
    expect(closesAmendment([single(check)], at('11:19'))).toBe(false);
  });

  it('withdrawal is closed by the notice and open again after a clean examination (R-RSK-044, worked case 9)', () => {
    const told = informed(single(examine(10)));
    const closed = after(told, recordOutcome(told, executed({ actRef: 'act 5' })));
    expect(closesWithdrawal([closed], at('12:00'))).toBe(true);
    expect(closesWithdrawal([closed], at('16:00'))).toBe(false);
    const offence = after(told, recordOutcome(told, executed({ actRef: 'act 5', finding: 'ADMIN_OFFENCE' })));
    expect(closesWithdrawal([offence], at('16:00'))).toBe(true);
    expect(closesWithdrawal([single(check)], at('16:00'))).toBe(false);
  });

  it('only an open examination is announced', () => {
    expect(codes(informPerson(single(check), { place: 'ramp', time: at('14:00') }, at('11:30')))).toEqual([
      'RSK_INSTRUCTION_STATE',
    ]);
  });
});

describe('outcomes', () => {
  it('are due for each instruction before control is complete: RSK_OUTCOME_MISSING (R-RSK-095)', () => {
    const open = single(check);
    const closed = after(open, recordOutcome(open, executed()));
    expect(codes(completeMeasures([open, closed]))).toEqual(['RSK_OUTCOME_MISSING']);
    expect(completeMeasures([closed])).toEqual({
      accepted: true,
      events: [{ type: 'RiskMeasuresCompleted' }],
    });
  });

  it.each([
    'EXAMINATION',
    'PERSONAL_EXAMINATION',
    'PREMISES_INSPECTION',
    'EXPLANATIONS',
    'CUSTOMS_EXPERTISE',
    'EXTERNAL_INSPECTION',
  ] as const)('of %s name the act: RSK_ACT_MISSING (R-RSK-096)', (measure) => {
    const instruction = single({ measure, mandatory: true });
    expect(codes(recordOutcome(instruction, executed()))).toEqual(['RSK_ACT_MISSING']);
    expect(codes(recordOutcome(instruction, executed({ actRef: 'act 1' })))).toEqual([]);
  });

  it('of an external inspection not used for customs purposes need no act (R-RSK-096)', () => {
    const look = single({ measure: 'EXTERNAL_INSPECTION', mandatory: true });
    expect(codes(recordOutcome(look, executed({ usedForCustomsPurposes: false })))).toEqual([]);
  });

  it('are recorded once, and a mandatory measure is not dropped by an officer', () => {
    const dropped: RecordedOutcome = {
      recordedAt: at('15:00'),
      by: 'officer',
      executed: false,
      notExecutedReason: 'NOT_EXECUTED_OFFICER_REASON',
      explanation: 'seen last week',
    };
    const instruction = single(check);
    expect(codes(recordOutcome(instruction, dropped))).toEqual(['RSK_MEASURE_MANDATORY']);
    const optional = single({ ...check, mandatory: false });
    expect(codes(recordOutcome(optional, { ...dropped, explanation: '' }))).toEqual([
      'RSK_NOT_EXECUTED_REASON',
    ]);
    const closed = after(optional, recordOutcome(optional, dropped));
    expect(codes(recordOutcome(closed, executed()))).toEqual(['RSK_INSTRUCTION_STATE']);
  });
});

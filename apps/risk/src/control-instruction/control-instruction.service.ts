/** Issues instructions, tells inspections, and takes back what control found. */
import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { LegalCalendar, type LegalTerm } from '@shekara/calendar';
import { ControlOrderedSchema, timestampOf } from '@shekara/contracts';
import { art } from '@shekara/kernel';
import { Outbox } from '@shekara/messaging';
import type { Work } from '@shekara/persistence';
import type { ObjectEvaluation, RiskEvaluation } from '../risk-evaluation/risk-evaluation.js';
import { MEASURES } from '../risk-profile/measure.js';
import { type CallingProfile, ControlInstructionEntity } from './control-instruction.entity.js';
import {
  type ControlInstruction,
  evolveInstruction,
  issueInstructions,
  recordOutcome,
  type RecordedOutcome,
} from './control-instruction.js';
import { carriedOutAs, controlTask } from './control-task.js';

/** The document that is controlled and the end of the term inside which that is done. */
export interface ControlledDocument {
  readonly caseId: string;
  readonly documentNumber: string;
  readonly customsBody: string;
  readonly controlDueAt: Date;
}

const INSTRUCTION_ARTICLE = art(216, '1');
const FEEDBACK_ARTICLE = art(219, '2');

/** Art. 187.2 asks for a sufficient term and sets none; ours (design) is the longest term of release (art. 297.4). */
const MORE_DOCUMENTS_TERM: LegalTerm = { length: 10, unit: 'WORKING_DAYS', article: 'art. 187.2' };

@Injectable()
export class ControlInstructionService {
  constructor(
    @Inject(LegalCalendar) private readonly calendar: LegalCalendar,
    @Inject(Outbox) private readonly outbox: Outbox,
  ) {}

  /** Keeps what follows from an evaluation and publishes one ControlOrdered each; none for NO_MEASURE. */
  async issue(
    work: Work,
    evaluation: RiskEvaluation,
    document: ControlledDocument,
  ): Promise<readonly ControlInstruction[]> {
    const instructions = issueInstructions(evaluation, {
      place: document.customsBody,
      releaseLimit: document.controlDueAt,
      documentsDueBy: this.calendar.end(MORE_DOCUMENTS_TERM, evaluation.evaluatedAt).endsAt,
      priorityGoods: false,
      nextId: uuidv7,
    });
    for (const instruction of instructions) {
      await work.manager.save(
        work.manager.create(ControlInstructionEntity, {
          id: instruction.instructionId,
          evaluationId: instruction.evaluationId,
          subjectId: instruction.objectRef,
          caseId: document.caseId,
          measure: instruction.measure,
          holdsRelease: instruction.holdsRelease,
          status: instruction.status,
          mustFinishBy: instruction.mustFinishBy,
          instruction,
          profiles: callingProfiles(instruction, evaluation),
        }),
      );
      this.order(work, instruction, evaluation, document);
    }
    return instructions;
  }

  private order(
    work: Work,
    instruction: ControlInstruction,
    { stage }: RiskEvaluation,
    { caseId, documentNumber }: ControlledDocument,
  ): void {
    this.outbox.publish(
      work,
      ControlOrderedSchema,
      {
        instructionId: instruction.instructionId,
        stage,
        subjectId: instruction.objectRef,
        caseId,
        documentNumber,
        customsBody: instruction.place,
        measure: carriedOutAs(instruction.measure),
        itemNumbers: instruction.items === 'ALL' ? [] : [...instruction.items],
        task: controlTask(instruction),
        orderedAt: timestampOf(instruction.decidedAt),
        dueAt: timestampOf(instruction.mustFinishBy),
        continuesAfterRelease: !instruction.holdsRelease,
      },
      { caseId, ground: MEASURES[instruction.measure].article },
    );
  }

  /**
   * Art. 218(6), 219.2: the result enters the instruction, also one without a finding, and each profile that called for
   * it learns whether its hit was confirmed (R-RSK-089). What is no instruction of ours, or closed, stays as it is.
   */
  async recordResult(work: Work, instructionId: string, outcome: RecordedOutcome): Promise<void> {
    const entity = await work.manager.findOne(ControlInstructionEntity, {
      where: { id: instructionId },
      lock: { mode: 'pessimistic_write' },
    });
    if (!entity) return;
    const instruction = { ...entity.instruction, status: entity.status };
    const decision = recordOutcome(instruction, outcome);
    this.record(work, entity, decision.accepted ? 'ControlOutcomeRecorded' : 'ControlOutcomeRefused', {
      outcome,
      reasons: decision.accepted ? [] : decision.reasons.map(({ code }) => code),
    });
    if (!decision.accepted) return;
    entity.instruction = decision.events.reduce(evolveInstruction, instruction);
    entity.status = entity.instruction.status;
    await work.manager.save(entity);
    const confirmed = outcome.executed && outcome.finding !== 'NO_DISCREPANCY';
    await work.manager.query(
      `INSERT INTO profile_feedback (number, profile_version, instruction_id, hit_confirmed, recorded_at)
       SELECT number, version, $2, $3, $4 FROM jsonb_to_recordset($1::jsonb) AS p(number text, version int)
       ON CONFLICT DO NOTHING`,
      [JSON.stringify(entity.profiles), entity.id, confirmed, work.context.at],
    );
  }

  private record(work: Work, entity: ControlInstructionEntity, type: string, payload: unknown): void {
    work.record({
      stream: 'ControlInstruction',
      streamId: entity.id,
      caseId: entity.caseId,
      type,
      payload,
      ground: type === 'ControlInstructionIssued' ? INSTRUCTION_ARTICLE : FEEDBACK_ARTICLE,
    });
  }
}

/** The profiles whose hits on the instruction's items ordered its measure, each once. */
function callingProfiles(
  { measure, items }: ControlInstruction,
  evaluation: RiskEvaluation,
): readonly CallingProfile[] {
  const parts: readonly ObjectEvaluation[] =
    items === 'ALL'
      ? [evaluation.whole]
      : evaluation.items.filter(({ itemNumber }) => itemNumber !== undefined && items.includes(itemNumber));
  const hits = parts
    .flatMap((part) => part.hits)
    .filter((hit) => hit.orders.some((order) => order.measure === measure));
  return [
    ...new Map(
      hits.map((hit) => [hit.profileNumber, { number: hit.profileNumber, version: hit.version }]),
    ).values(),
  ];
}

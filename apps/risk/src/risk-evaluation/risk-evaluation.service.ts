/** Evaluates a document against what is in force, keeps the evaluation as made, and tells the verdict. */
import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { LegalCalendar } from '@shekara/calendar';
import { RiskEvaluatedSchema, timestampOf } from '@shekara/contracts';
import { art } from '@shekara/kernel';
import { Outbox } from '@shekara/messaging';
import type { Work } from '@shekara/persistence';
import { ControlInstructionService } from '../control-instruction/control-instruction.service.js';
import { ActiveProfiles } from '../risk-profile/active-profiles.service.js';
import type { FactView, PersonFacts } from '../risk-profile/fact-view.js';
import { outcomeOf } from '../risk-profile/measure.js';
import { RiskAnalysts } from '../risk-profile/risk-analyst.service.js';
import { PersonRecords } from './person-records.service.js';
import { evaluateRisk, type RiskEvaluation } from './risk-evaluation.js';
import { RandomSelections } from './random-selections.service.js';

/** A document to be evaluated. */
export interface DocumentToEvaluate {
  /** Notice id or declaration id. */
  readonly subjectId: string;
  readonly caseId: string;
  readonly documentNumber: string;
  readonly customsBody: string;
  /** BIN or IIN of the declarant or the carrier; empty when the document names none. */
  readonly person: string;
  readonly view: (person: PersonFacts) => FactView;
  /** The end of the term inside which control is done. */
  readonly controlDueAt: Date;
}

/** Random choice and profiles both go through here, and nothing else orders control (R-RSK-001). */
const EVALUATION_ARTICLE = art(216, '1');

@Injectable()
export class RiskEvaluationService {
  constructor(
    @Inject(ActiveProfiles) private readonly profiles: ActiveProfiles,
    @Inject(RandomSelections) private readonly selections: RandomSelections,
    @Inject(PersonRecords) private readonly persons: PersonRecords,
    @Inject(RiskAnalysts) private readonly analysts: RiskAnalysts,
    @Inject(ControlInstructionService) private readonly instructions: ControlInstructionService,
    @Inject(LegalCalendar) private readonly calendar: LegalCalendar,
    @Inject(Outbox) private readonly outbox: Outbox,
  ) {}

  /**
   * Evaluates once, keeps the evaluation, issues its instructions and publishes RiskEvaluated. The verdict names only
   * what must precede release: a measure that does not hold it is ordered, but nobody waits for it (art. 200.4).
   */
  async evaluate(work: Work, document: DocumentToEvaluate): Promise<void> {
    const { subjectId, caseId, customsBody } = document;
    const today = this.calendar.civilDate(work.context.at);
    const territorialUnit = this.analysts.territorialUnit(customsBody, today);
    const person = await this.persons.factsOn(work, document.person, today);
    const view = document.view(person);
    const { profiles, revision } = await this.profiles.read(work);
    const setting = await this.selections.settingFor(work, territorialUnit, view.stage);
    const draw = this.selections.draw(subjectId);
    const evaluation = evaluateRisk(
      {
        evaluationId: uuidv7(),
        objectRef: subjectId,
        territorialUnit,
        view,
        evaluatedAt: work.context.at,
        draw,
        exemptFromExamination: false,
      },
      profiles,
      setting,
    );
    await this.keep(work, document, evaluation, { person, draw, revision, share: setting.sharePerMille });
    const issued = await this.instructions.issue(work, evaluation, document);
    const beforeRelease = issued.filter(({ holdsRelease }) => holdsRelease);
    this.outbox.publish(
      work,
      RiskEvaluatedSchema,
      {
        evaluationId: evaluation.evaluationId,
        stage: evaluation.stage,
        subjectId,
        caseId,
        measure: outcomeOf(beforeRelease),
        instructionIds: beforeRelease.map(({ instructionId }) => instructionId),
        evaluatedAt: timestampOf(evaluation.evaluatedAt),
      },
      { caseId, ground: EVALUATION_ARTICLE },
    );
  }

  /** Items that nothing touched are left out: what remains, with the revision, says all that the evaluation found. */
  private async keep(
    work: Work,
    document: DocumentToEvaluate,
    evaluation: RiskEvaluation,
    by: { person: PersonFacts; draw: number; revision: string; share: number },
  ): Promise<void> {
    const parts = [evaluation.whole, ...evaluation.items].filter(
      ({ hits, failures, orders }) => hits.length + failures.length + orders.length > 0,
    );
    await work.manager.query(
      `INSERT INTO risk_evaluations
         (id, stage, subject_id, case_id, document_number, customs_body, territorial_unit, person, person_facts,
          item_count, outcome, verdict, level, origins, draw, share_per_mille, profiles_revision, parts, evaluated_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)`,
      [
        evaluation.evaluationId,
        evaluation.stage,
        document.subjectId,
        document.caseId,
        document.documentNumber,
        document.customsBody,
        evaluation.territorialUnit,
        document.person,
        JSON.stringify(by.person, (_name, value: unknown) =>
          typeof value === 'bigint' ? Number(value) : value,
        ),
        evaluation.items.length,
        evaluation.outcome,
        evaluation.verdict,
        evaluation.level,
        evaluation.origins,
        by.draw,
        by.share,
        by.revision,
        JSON.stringify(parts),
        evaluation.evaluatedAt,
      ],
    );
    work.record({
      stream: 'RiskEvaluation',
      streamId: document.subjectId,
      caseId: document.caseId,
      type: 'RiskEvaluated',
      payload: { evaluationId: evaluation.evaluationId, verdict: evaluation.verdict, revision: by.revision },
      ground: EVALUATION_ARTICLE,
    });
  }
}

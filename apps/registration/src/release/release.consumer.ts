/** The answers that release waits for, in whatever order they come, and the ends of its terms. */
import { Controller, Inject } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import {
  type ControlCompleted,
  ControlCompletedSchema,
  type ControlMeasureInformed,
  ControlMeasureInformedSchema,
  type ControlOrdered,
  ControlOrderedSchema,
  instantOf,
  type LiabilityCovered,
  LiabilityCoveredSchema,
  type LiabilityNotAssessed,
  LiabilityNotAssessedSchema,
  type LiabilityShort,
  LiabilityShortSchema,
  type RiskEvaluated,
  RiskEvaluatedSchema,
} from '@shekara/contracts';
import { type Deadline, OnDeadline } from '@shekara/deadlines';
import { type MessageContext, OnMessage } from '@shekara/messaging';
import type { Work } from '@shekara/persistence';
import { RELEASE_TERM, RELEASE_TERM_NEAR } from './release.deadlines.js';
import { ReleaseService } from './release.service.js';

const OF_DECLARATIONS = 'DECLARATION';
const NO_MEASURE = 'NO_MEASURE';

@Controller()
export class ReleaseConsumer {
  constructor(@Inject(ReleaseService) private readonly releases: ReleaseService) {}

  @OnMessage(LiabilityCoveredSchema)
  liabilityCovered(@Payload() event: LiabilityCovered, @Ctx() context: MessageContext): Promise<void> {
    return this.releases.answered(context.work, event.declarationId, {
      type: 'LiabilityCovered',
      declarationVersion: event.declarationVersion,
    });
  }

  @OnMessage(LiabilityShortSchema)
  liabilityShort(@Payload() event: LiabilityShort, @Ctx() context: MessageContext): Promise<void> {
    return this.releases.answered(context.work, event.declarationId, {
      type: 'LiabilityShort',
      declarationVersion: event.declarationVersion,
    });
  }

  @OnMessage(LiabilityNotAssessedSchema)
  liabilityNotAssessed(
    @Payload() event: LiabilityNotAssessed,
    @Ctx() context: MessageContext,
  ): Promise<void> {
    return this.releases.answered(context.work, event.declarationId, {
      type: 'LiabilityNotAssessed',
      declarationVersion: event.declarationVersion,
    });
  }

  /** The verdict on the arrival is not an answer to the declaration. */
  @OnMessage(RiskEvaluatedSchema)
  async riskEvaluated(@Payload() event: RiskEvaluated, @Ctx() context: MessageContext): Promise<void> {
    if (event.stage !== OF_DECLARATIONS) return;
    const { measure, instructionIds, evaluatedAt } = event;
    const measured = measure !== NO_MEASURE;
    await this.releases.answered(context.work, event.subjectId, {
      type: 'RiskEvaluated',
      measured,
      instructionIds,
      at: instantOf(evaluatedAt),
    });
  }

  @OnMessage(ControlOrderedSchema)
  async controlOrdered(@Payload() event: ControlOrdered, @Ctx() context: MessageContext): Promise<void> {
    if (event.stage !== OF_DECLARATIONS) return;
    const { instructionId, measure: form, orderedAt } = event;
    await this.releases.answered(context.work, event.subjectId, {
      type: 'ControlOrdered',
      instructionId,
      form,
      at: instantOf(orderedAt),
    });
  }

  /** Place and time of the examination are told (art. 289.1, 290.3). */
  @OnMessage(ControlMeasureInformedSchema)
  measureInformed(@Payload() event: ControlMeasureInformed, @Ctx() context: MessageContext): Promise<void> {
    const { instructionId, personInformedAt, subjectId } = event;
    const at = instantOf(personInformedAt);
    return this.releases.ofControl(context.work, subjectId, {
      type: 'ControlMeasureInformed',
      instructionId,
      at,
    });
  }

  @OnMessage(ControlCompletedSchema)
  async controlCompleted(@Payload() event: ControlCompleted, @Ctx() context: MessageContext): Promise<void> {
    const { outcome, instructionId, subjectId, completedAt } = event;
    if (outcome !== 'CONFORMS' && outcome !== 'DISCREPANCY') {
      throw new TypeError(`control completed with outcome ${outcome}`);
    }
    await this.releases.ofControl(context.work, subjectId, {
      type: 'ControlCompleted',
      instructionId,
      outcome,
      at: instantOf(completedAt),
    });
  }

  @OnDeadline(RELEASE_TERM_NEAR)
  termNearsEnd({ subjectId }: Deadline, work: Work): Promise<void> {
    return this.releases.termNearsEnd(work, subjectId);
  }

  @OnDeadline(RELEASE_TERM)
  termExceeded({ subjectId }: Deadline, work: Work): Promise<void> {
    return this.releases.termExceeded(work, subjectId);
  }
}

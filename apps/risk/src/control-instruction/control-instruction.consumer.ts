/** What inspections report of the controls that were ordered. */
import { Controller, Inject } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { type ControlCompleted, ControlCompletedSchema, instantOf } from '@shekara/contracts';
import { type MessageContext, OnMessage } from '@shekara/messaging';
import { ControlInstructionService } from './control-instruction.service.js';

@Controller()
export class ControlInstructionConsumer {
  constructor(@Inject(ControlInstructionService) private readonly instructions: ControlInstructionService) {}

  /** Whether a discrepancy is an offence is decided later and elsewhere; for risk it confirms the hit. */
  @OnMessage(ControlCompletedSchema)
  async controlCompleted(
    @Payload() control: ControlCompleted,
    @Ctx() { work }: MessageContext,
  ): Promise<void> {
    if (control.instructionId === '') return;
    await this.instructions.recordResult(work, control.instructionId, {
      recordedAt: instantOf(control.completedAt),
      by: control.officer,
      executed: true,
      finding: control.outcome === 'CONFORMS' ? 'NO_DISCREPANCY' : 'DISCREPANCY_NO_OFFENCE',
      actRef: control.actNumber,
    });
  }
}

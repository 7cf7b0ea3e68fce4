/** What becomes of withdrawn foreign goods that nobody declares anew. */
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { type TemporaryStorageTermExpired, TemporaryStorageTermExpiredSchema } from '@shekara/contracts';
import { type MessageContext, OnMessage } from '@shekara/messaging';
import { storageEnded } from './withdrawal.repository.js';

@Controller()
export class WithdrawalConsumer {
  /** Art. 290.1: the work item of the detention is storage's own, which counts the term with its extensions. */
  @OnMessage(TemporaryStorageTermExpiredSchema)
  storageTermExpired(
    @Payload() { arrivalNoticeNumber: number, caseId }: TemporaryStorageTermExpired,
    @Ctx() { work }: MessageContext,
  ): Promise<void> {
    return storageEnded(work, { number, caseId });
  }
}

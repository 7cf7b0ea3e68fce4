/** What the declaration of a consignment does to its goods in storage. */
import { Controller, Inject } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import {
  type DeclarationRegistered,
  DeclarationRegisteredSchema,
  type DeclarationWithdrawn,
  DeclarationWithdrawnSchema,
  type GoodsReleased,
  GoodsReleasedSchema,
  type GoodsReleaseRefused,
  GoodsReleaseRefusedSchema,
  instantOf,
} from '@shekara/contracts';
import { type MessageContext, OnMessage } from '@shekara/messaging';
import type { Work } from '@shekara/persistence';
import {
  lockOrExpect,
  noticeOfDeclaration,
} from '../expected-consignment/expected-consignment.repository.js';
import { declarationEnded, declarationRegistered } from './storage-lot.js';
import { StorageLotService } from './storage-lot.service.js';

@Controller()
export class StorageLotConsumer {
  constructor(@Inject(StorageLotService) private readonly lots: StorageLotService) {}

  /** Art. 283.1: marks the goods as declared; goods that are not stored yet are remembered as declared. */
  @OnMessage(DeclarationRegisteredSchema)
  async declarationRegistered(
    @Payload() event: DeclarationRegistered,
    @Ctx() { work }: MessageContext,
  ): Promise<void> {
    if (event.arrivalNoticeNumber === '') return;
    const filedAt = instantOf(event.filedAt);
    const consignment = await lockOrExpect(work, event.arrivalNoticeNumber, event.caseId);
    if (consignment.declarationStatus === 'RELEASED') return;
    consignment.declarationId = event.declarationId;
    consignment.declarationNumber = event.number;
    consignment.declarationFiledAt = filedAt;
    consignment.declarationStatus = 'REGISTERED';
    await work.manager.save(consignment);
    const lot = await this.lots.byNotice(work, event.arrivalNoticeNumber);
    const decided = lot && declarationRegistered(lot, filedAt);
    if (!lot || !decided) return;
    lot.declarationNumber = event.number;
    await this.lots.apply(work, lot, decided);
  }

  /** Art. 272.3: released goods leave storage; goods that never were in it leave nothing to do but to remember it. */
  @OnMessage(GoodsReleasedSchema)
  async goodsReleased(@Payload() event: GoodsReleased, @Ctx() { work }: MessageContext): Promise<void> {
    if (event.arrivalNoticeNumber === '') return;
    const consignment = await lockOrExpect(work, event.arrivalNoticeNumber, event.caseId);
    consignment.declarationId = event.declarationId;
    consignment.declarationNumber = event.number;
    consignment.declarationStatus = 'RELEASED';
    await work.manager.save(consignment);
    const lot = await this.lots.byNotice(work, event.arrivalNoticeNumber);
    if (lot) await this.lots.release(work, lot, event.number);
  }

  @OnMessage(GoodsReleaseRefusedSchema)
  goodsReleaseRefused(@Payload() event: GoodsReleaseRefused, @Ctx() { work }: MessageContext): Promise<void> {
    return this.backInStorage(work, event);
  }

  @OnMessage(DeclarationWithdrawnSchema)
  declarationWithdrawn(
    @Payload() event: DeclarationWithdrawn,
    @Ctx() { work }: MessageContext,
  ): Promise<void> {
    return this.backInStorage(work, event);
  }

  /** Art. 290.1, 268.4: the goods stay, for what is left of the same term; when nothing is left it has expired. */
  private async backInStorage(
    work: Work,
    event: Pick<GoodsReleaseRefused | DeclarationWithdrawn, 'declarationId' | 'caseId'>,
  ): Promise<void> {
    const notice = await noticeOfDeclaration(work.manager, event.declarationId);
    if (notice === undefined) return;
    const consignment = await lockOrExpect(work, notice, event.caseId);
    if (consignment.declarationId !== event.declarationId || consignment.declarationStatus !== 'REGISTERED')
      return;
    consignment.declarationStatus = 'REFUSED';
    await work.manager.save(consignment);
    const lot = await this.lots.byNotice(work, notice);
    const decided = lot && declarationEnded(lot, work.context.at);
    if (lot && decided) await this.lots.apply(work, lot, decided);
  }
}

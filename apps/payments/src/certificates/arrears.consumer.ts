/** Other services ask whether a payer has arrears; the answer is a message too. */
import { Controller, Inject } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { isCivilDate } from '@shekara/calendar';
import { type CheckArrears, CheckArrearsSchema } from '@shekara/contracts';
import { parseBinOrIin } from '@shekara/kernel';
import { type MessageContext, OnMessage } from '@shekara/messaging';
import { ArrearsService } from './arrears.service.js';

@Controller()
export class ArrearsConsumer {
  constructor(@Inject(ArrearsService) private readonly arrears: ArrearsService) {}

  /** @throws TypeError for a question that no payer, day or regime can be read from. */
  @OnMessage(CheckArrearsSchema)
  async asked(@Payload() question: CheckArrears, @Ctx() context: MessageContext): Promise<void> {
    const { payer, on, regime, requestId } = question;
    if (!parseBinOrIin(payer) || !isCivilDate(on)) throw new TypeError(`unreadable question ${requestId}`);
    if (regime !== 'CODE_2010' && regime !== 'CODE_2017') throw new TypeError(`no regime: ${regime}`);
    await this.arrears.answer(context.work, question, regime);
  }
}
